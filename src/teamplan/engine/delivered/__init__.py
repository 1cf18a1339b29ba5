"""What the people on the books deliver: their week with breaks, absence and days off, and the service level of it."""
