"""`teamplan pay`: how pay follows performance, and the pay sheet."""
