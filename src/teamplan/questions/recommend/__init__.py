"""`teamplan recommend`: the team a shop needs."""
