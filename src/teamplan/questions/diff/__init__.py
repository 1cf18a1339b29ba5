"""`teamplan diff`: what changes between two stages or plans."""
