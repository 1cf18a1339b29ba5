"""Owns the words of a queue: who serves how fast, how long buyers wait, and what has been promised to them."""

from math import inf
from typing import Literal, NamedTuple, get_args

Model = Literal["erlang-b", "erlang-c", "erlang-a", "chat"]
Definition = Literal["offered", "answered", "left-in-time", "patient", "short-waits", "virtual"]
MODELS: tuple[Model, ...] = get_args(Model)
DEFINITIONS: tuple[Definition, ...] = get_args(Definition)

MOST_AGENTS = 10_000  # of the chat chain, which has a state for every chat in the house
MOST_LINES = 10_000_000  # of the other queues
SHORT_WAIT = 5 / 60  # minutes; who leaves within it is not held against the team in `short-waits`


class Queue(NamedTuple):
    """Agents who hold up to `len(handle)` chats each; `handle[k - 1]` minutes is a chat beside k - 1 others.

    Lengths never fall with the number of chats held. One length makes the queue of a telephone line. `patience` is
    the mean of an exponential time after which a waiting buyer leaves, inf where nobody does. Under `erlang-b` nobody
    waits at all: who finds every agent busy is turned away.
    """

    model: Model
    handle: tuple[float, ...]
    patience: float = inf

    @property
    def leaving(self) -> float:
        """Waiting buyers who give up, a minute and waiting buyer."""
        return 1 / self.patience

    @property
    def full_rate(self) -> float:
        """Chats a minute that one agent finishes with every slot full."""
        return len(self.handle) / self.handle[-1]

    def holding(self, most: int) -> "Queue":
        """The same agents, allowed to hold fewer chats at once."""
        return Queue(self.model, self.handle[:most], self.patience)

    def slots(self, agents: int) -> int:
        """Chats that so many agents hold at most."""
        return agents * len(self.handle)

    @property
    def best_rate(self) -> float:
        """Chats a minute that one agent finishes at the best number of chats: the most that can be."""
        return max(chats / minutes for chats, minutes in enumerate(self.handle, start=1))


class Goal(NamedTuple):
    """The promise: a share of buyers answered within so many minutes, and how busy agents may be at most.

    `definition` says which buyers are counted, as in `Measures.service_level`.
    """

    answered: float
    within: float
    max_occupancy: float = 1.0
    definition: Definition = "offered"


def erlang(model: Model, minutes: float, patience: float = inf) -> Queue:
    """A queue of one handling time; patience counts under Erlang A only."""
    return Queue(model, (minutes,), patience if model == "erlang-a" else inf)
