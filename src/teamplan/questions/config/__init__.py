"""`teamplan config show`: what options stand at in this folder, and where each value comes from."""
