"""Owns what a stage hands on to the next as a shop grows: the people who are there, and what the owner handed over."""

from collections.abc import Mapping
from fractions import Fraction

from teamplan.record import Record


class Opening(Record):
    """At least so many people in a role above so many orders a day, as the owner's hours a day would be too many.

    `above` is -inf where he is full from the first order of the stage on.
    """

    role: str
    people: int
    above: float
    owner_hours: Fraction


class HandedOn(Record):
    """The last openings by role up to the last orders of a stage, the people there then, and the duties of posts."""

    opened: Mapping[str, Opening]
    heads: Mapping[str, int]
    duties: Mapping[str, tuple[str, ...]]
