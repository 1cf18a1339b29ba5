"""`teamplan capacity`: what the present team carries."""
