"""teamplan: how many people an online shop needs, in which roles, why, and when to hire the next."""

__version__ = "0.1.0"
