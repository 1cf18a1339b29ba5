"""`teamplan sweep`: the team along any input."""
