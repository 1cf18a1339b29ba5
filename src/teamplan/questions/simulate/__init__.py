"""`teamplan simulate`: the planned team tried buyer by buyer, with the physics and without any queueing formula."""
