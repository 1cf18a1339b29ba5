"""`teamplan budget`: what a team costs a month, what the shop earns with it, and from how many orders on it pays."""
