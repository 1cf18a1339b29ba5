"""`teamplan source`: employ, take part-time help, or buy outside."""
