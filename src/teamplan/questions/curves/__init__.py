"""`teamplan curves`: every step of the team, for other programs."""
