"""`teamplan service`: agents for one interval or a day."""
