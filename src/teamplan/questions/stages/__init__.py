"""`teamplan stages`: the stages of a playbook: list, show, check, copy."""
