"""Owns the answer about uncertainty: each headcount between its lowest and highest, and what moves it."""

from teamplan.record import Record


class Mover(Record):
    """An assumption alone at the ends of its range: the ends as written, and the load in people at each."""

    name: str
    low: str
    high: str
    load_at_low: float
    load_at_high: float


class HeadcountRange(Record):
    """A headcount with one assumption at an end of its range, whichever lowers it most, as it is, or raises it most.

    `all_low` and `all_high` have every assumption at such an end at once. `role` is the id of the role, `total` for all
    of them. `movers` are the three that move it most, the strongest first.
    """

    role: str
    low: int
    central: int
    high: int
    all_low: int
    all_high: int
    movers: tuple[Mover, ...]


class RangePlan(Record):
    """The range of every role and of the team.

    `held` are ends that were left out, as the playbook would not be sound with them, or the team beyond all planning
    (name and end). `bent` are
    assumptions that move some number both ways, so that the ends of their range do not bound it.
    """

    total: HeadcountRange
    roles: tuple[HeadcountRange, ...]
    held: tuple[tuple[str, str], ...]
    bent: tuple[str, ...]
