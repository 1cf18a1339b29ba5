"""Queues of buyers who wait for an answer: Erlang B, C and A, and the chat chain. Pure arithmetic, times in minutes."""
