"""`teamplan duties`: who does each duty, who answers for it, who covers it, who is told."""
