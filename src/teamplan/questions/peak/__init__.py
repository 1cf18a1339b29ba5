"""`teamplan peak`: people for the days of a promotion."""
