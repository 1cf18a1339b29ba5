"""`teamplan next`: what comes next, and from where on."""
