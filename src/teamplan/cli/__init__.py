"""The program: its commands, and its exit."""
