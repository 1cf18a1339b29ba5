"""The breaks of a shift are together what is not worked of it, lie inside it and never meet, as the data say."""

from fractions import Fraction
from typing import Any

import pytest

from teamplan.engine.delivered.breaks import Rests, rests_of, rooms
from teamplan.playbook.service import Breaks, Pattern
from tests.engine.small import EVERY_HOUR, TEXT

MEAL = Breaks.model_validate(
    {"meal": {"length": "60 min", "earliest": "3 h", "latest": "5 h"}, "pause": "15 min", **EVERY_HOUR}
)


def rests(
    share: str = "0.8125", hours: int = 8, breaks: Breaks | None = MEAL, own: dict[str, Any] | None = None
) -> Rests:
    shift = {"name": TEXT, "hours": "$shift", "first": "00:00", "last": "23:30", "every": "30 min"}
    return rests_of(Pattern.model_validate(shift | (own or {})), Fraction(60 * hours), Fraction(share), breaks)


def test_ninety_minutes_are_a_meal_and_two_pauses() -> None:
    assert rests() == Rests(480.0, (180.0, 300.0, 60.0), 2, 15.0)


@pytest.mark.parametrize(
    ("share", "long", "pauses", "pause"),
    [("0.75", 60.0, 4, 15.0), ("0.85", 60.0, 1, 12.0), ("0.9", 48.0, 0, 0.0), ("1", None, 0, 0.0)],
)
def test_pauses_grow_or_go_and_then_the_meal_shrinks(share: str, long: float | None, pauses: int, pause: float) -> None:
    found = rests(share)
    assert (found.long and found.long[2], found.pauses) == (long, pauses)
    assert found.pause == pytest.approx(pause)


def test_half_a_shift_has_pauses_alone() -> None:
    assert rests(hours=4) == Rests(240.0, None, 3, 15.0)


def test_without_a_schedule_all_breaks_are_pauses() -> None:
    assert rests(breaks=None) == Rests(480.0, None, 6, 15.0)


def test_a_break_of_the_shift_stays_where_it_is() -> None:
    assert rests(own={"break": {"after": "4 h", "length": "30 min"}}) == Rests(480.0, (240.0, 240.0, 30.0), 4, 15.0)
    assert rests(own={"break": {"after": "4 h", "length": "2 h"}}).lost == 120


@pytest.mark.parametrize("share", ["0.65", "0.7", "0.75", "0.8125", "0.85", "0.9", "1"])
@pytest.mark.parametrize("hours", [4, 5, 6, 7, 8, 10])
@pytest.mark.parametrize("breaks", [MEAL, None])
def test_breaks_are_the_loss_lie_in_the_shift_and_never_meet(share: str, hours: int, breaks: Breaks | None) -> None:
    found = rests(share, hours, breaks)
    assert found.lost == pytest.approx((1 - float(share)) * 60 * hours)
    long, beside = rooms(found)
    for place, pauses in enumerate(beside):
        earliest = [(room.start, found.pause) for room in pauses]
        latest = [(room.start + 15 * (room.places - 1), found.pause) for room in pauses]
        whole = [(long.start + 15 * place, found.long[2])] if long and found.long else []
        for placed in (sorted(earliest + whole), sorted(latest + whole)):
            ends = [0.0, *(start + minutes for start, minutes in placed)]
            starts = [*(start for start, _ in placed), 60.0 * hours]
            assert all(end <= start + 1e-9 for end, start in zip(ends, starts, strict=True))
