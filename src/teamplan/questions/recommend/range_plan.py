"""Owns the answer about uncertainty: each headcount between its lowest and highest, and what moves it."""

from teamplan.record import Record


class Mover(Record):
    """An assumption alone at the ends of its range."""

    name: str
    low: str  # as written
    high: str
    load_at_low: float  # people, before they are rounded
    load_at_high: float
    people_at_low: int
    people_at_high: int


class HeadcountRange(Record):
    """A headcount between the ends of what is assumed."""

    role: str  # its id; `total` for all of them
    low: int  # with the one assumption at an end of its range that lowers it most
    central: int  # with every assumption as it is
    high: int  # with the one that raises it most
    p10: int  # a tenth of the drawn shops need no more; as `central` where none could be drawn
    p90: int  # nine tenths of them need no more
    movers: tuple[Mover, ...]  # the three that move it most, the strongest first


class Sample(Record):
    """How the drawn shops were found, and how sure the ends for the whole team are.

    `p10_within` and `p90_within` hold what endless draws would come to, for 95 of 100 seeds at least, as far as so few
    draws reach. `enough` are the draws in which the planned people would do. `left_out` were drawn again, the playbook
    not being sound there or the team beyond planning.
    """

    seed: int
    draws: int
    left_out: int
    enough: int
    p10_within: tuple[int, int]
    p90_within: tuple[int, int]


class Choice(Record):
    """Something that somebody decides, and the people of the team at the ends of its range; None where not sound."""

    name: str
    value: str
    low: str
    high: str
    people_at_low: int | None
    people_at_high: int | None


class RangePlan(Record):
    """The range of every role and of the team, and the choices that change its people."""

    total: HeadcountRange
    roles: tuple[HeadcountRange, ...]
    held: tuple[tuple[str, str], ...]  # (name, end) left out: the playbook not sound there, or the team beyond planning
    bent: tuple[str, ...]  # assumptions that move some number both ways: the ends of their range do not bound it
    sample: Sample
    choices: tuple[Choice, ...]
