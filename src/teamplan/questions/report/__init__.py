"""`teamplan report`: the whole plan in one file, to be mailed and defended."""
