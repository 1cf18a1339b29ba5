"""Owns the answer about uncertainty: each headcount between its lowest and highest, and what moves it."""

from teamplan.record import Record


class Mover(Record):
    """An assumption alone at the ends of its range."""

    name: str
    low: str  # as written
    high: str
    load_at_low: float  # people, before they are rounded
    load_at_high: float


class HeadcountRange(Record):
    """A headcount between the ends of what is assumed."""

    role: str  # its id; `total` for all of them
    low: int  # with the one assumption at an end of its range that lowers it most
    central: int  # with every assumption as it is
    high: int  # with the one that raises it most
    all_low: int  # with every assumption at the end that lowers it, all at once
    all_high: int
    movers: tuple[Mover, ...]  # the three that move it most, the strongest first


class RangePlan(Record):
    """The range of every role and of the team."""

    total: HeadcountRange
    roles: tuple[HeadcountRange, ...]
    held: tuple[tuple[str, str], ...]  # (name, end) left out: the playbook not sound there, or the team beyond planning
    bent: tuple[str, ...]  # assumptions that move some number both ways: the ends of their range do not bound it
