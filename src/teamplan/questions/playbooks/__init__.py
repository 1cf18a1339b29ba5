"""`teamplan playbooks`: the kinds of shop that ship, and what may be laid over them."""
