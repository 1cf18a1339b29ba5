"""Owns which terms of a driver a multiplier of an event moves, and what these do on a day by themselves."""

from collections.abc import Collection, Mapping, Sequence

from teamplan.engine.linear import VOLUMES
from teamplan.playbook.duties import Driver, Frame, Term
from teamplan.record import Record

NOTHING = "nothing"  # what does not hang on the volume: inputs, on the days of an event


class MovedTerms(Record):
    """The terms that a multiplier moves, and what they follow: orders, visitors, another moved driver, or nothing."""

    terms: tuple[Term, ...]
    follows: str


def moved_terms(frame: Frame, driver: str, moved: Collection[str]) -> MovedTerms | None:
    """The terms of one of the `moved` drivers that move with its multiplier; None where they follow several things.

    Terms over another moved driver follow it as it is, and are left to it where there are others.
    """
    others = set(moved) - {driver}
    followed = [(term, _followed(frame.drivers, term.driver, others)) for term in frame.drivers[driver].from_]
    if len(set().union(*(each for _, each in followed))) > 1:
        followed = [(term, each) for term, each in followed if not each <= others]
    follows = set().union(*(each for _, each in followed))
    return MovedTerms(tuple(term for term, _ in followed), follows.pop()) if len(follows) == 1 else None


def in_order(frame: Frame, moved: Sequence[str]) -> list[str]:
    """Moved drivers, each behind those that it comes of."""
    behind = {driver: set(moved) & comes_of(frame.drivers, driver) for driver in moved}
    return sorted(moved, key=lambda driver: (len(behind[driver]), moved.index(driver)))


def comes_of(drivers: Mapping[str, Driver], driver: str) -> set[str]:
    """A driver and all that its formula rests on."""
    terms = drivers[driver].from_ if driver in drivers else ()
    return {driver}.union(*(comes_of(drivers, term.driver) for term in terms))


def _followed(drivers: Mapping[str, Driver], driver: str, moved: set[str]) -> set[str]:
    """What a driver follows on a day; of a moved one that has terms of both kinds all that these follow."""
    if driver in VOLUMES:
        return {driver}
    if driver not in drivers:
        return {NOTHING}
    followed = set().union(*(_followed(drivers, term.driver, moved) for term in drivers[driver].from_))
    return {driver} if driver in moved and len(followed) == 1 else followed
