"""`teamplan checklist`: who does what in a stage, to tick off."""
