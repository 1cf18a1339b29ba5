"""`teamplan schema`: the JSON schemas of the files."""
