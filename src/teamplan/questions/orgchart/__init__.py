"""`teamplan orgchart`: who reports to whom, and in which form of organisation."""
