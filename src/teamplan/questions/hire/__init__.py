"""`teamplan hire`: whom to look for, from which day."""
