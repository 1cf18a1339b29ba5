"""A second opinion on live chat: days simulated buyer by buyer, with the physics and without any queueing formula."""
