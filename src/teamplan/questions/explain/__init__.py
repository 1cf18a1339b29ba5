"""`teamplan explain`: why a number is what it is."""
