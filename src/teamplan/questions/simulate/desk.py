"""Owns one agent: chats that share an agent, each the slower the more there are, and the time that goes into them."""

from collections.abc import Sequence
from heapq import heappop, heappush


class Desk:
    """An agent who works on each of `k` chats at the rate `1 / handle[k - 1]` a minute.

    All chats of an agent progress alike, so one `clock` counts the work that a chat held since the start would have
    got. A chat ends when the clock has moved on by its work, whatever the number of chats was meanwhile.
    """

    __slots__ = ("_clock", "_ends", "_handle", "busy", "changes", "chat_minutes", "held", "place", "seen")

    def __init__(self, handle: Sequence[float], place: int = 0) -> None:
        self._handle = handle
        self._ends: list[float] = []  # readings of the clock at which chats end, a heap
        self._clock = 0.0
        self.seen = 0.0  # minute of the last look at the clock
        self.place = place  # among the agents: of equally busy ones the first gets the chat
        self.held = 0  # chats in hand
        self.changes = 0  # of the chats in hand; an end announced before the last one is void
        self.busy = 0.0  # minutes with any chat in hand
        self.chat_minutes = 0.0  # minutes of all chats in hand

    def take(self, work: float, now: float) -> None:
        """Begin a chat of `work` average chats at minute `now`."""
        if self.held:
            self._clock += (now - self.seen) / self._handle[self.held - 1]
            self._count(now)
        else:
            self._clock = 0.0  # small numbers keep their digits on a long run
        self.seen = now
        heappush(self._ends, self._clock + work)
        self._changed(1)

    def end(self, now: float) -> None:
        """Finish the chat that ends first, at the minute `now` that `remaining` announced."""
        self._count(now)
        self.seen, self._clock = now, heappop(self._ends)
        self._changed(-1)

    def remaining(self) -> float:
        """Minutes from the last change until the next chat ends, if none comes before; at least one is held."""
        return max(0.0, (self._ends[0] - self._clock) * self._handle[self.held - 1])

    def _count(self, now: float) -> None:
        self.busy += now - self.seen
        self.chat_minutes += self.held * (now - self.seen)

    def _changed(self, chats: int) -> None:
        self.held += chats
        self.changes += 1
