"""Rosters of whole shifts round the clock: the fewest with the solver, honest without it, and never long."""

from collections.abc import Callable
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamplan.engine import roster as rosters
from teamplan.engine.cover import Cover, shifts_on, widest
from teamplan.engine.day import half_hours
from teamplan.engine.highs import quiet_model
from teamplan.engine.roster import MOST_PIVOTS, Roster, Shift, fewest
from teamplan.engine.roster_solver import solved
from teamplan.playbook.quantity import parse_window
from teamplan.playbook.service import Pattern
from teamplan.reading.load import load
from teamplan.reading.places import built_in
from tests.engine.test_cover import fewest as by_scipy

TEXT = {"en": "x", "zh": "x"}
PROFILE = [float(share) for share in load(built_in()).service.profile_of("mon").hours]
DAY = half_hours(parse_window("00:00-24:00"), PROFILE)
BREAKS = {
    "one": (("4 h", "60 min"),),
    "one, short": (("4 h", "30 min"),),
    "two": (("4 h", "60 min"), ("3 h", "30 min")),
    "three": (("4 h", "60 min"), ("3 h", "30 min"), ("5 h", "30 min")),
    "three, long": (("4 h", "60 min"), ("3 h", "60 min"), ("5 h", "60 min")),
}


def round_the_clock(breaks: tuple[tuple[str, str], ...]) -> tuple[Shift, ...]:
    found: list[Shift] = []
    for after, length in breaks:
        start = {"first": "00:00", "last": "23:30", "every": "30 min", "break": {"after": after, "length": length}}
        pattern = Pattern.model_validate({"name": TEXT, "hours": "$x", **start})
        found += shifts_on(DAY, f"{after} {length}", pattern, 480)
    return widest(found)


SHIFTS = {name: round_the_clock(breaks) for name, breaks in BREAKS.items()}


def needs_at(chats: float) -> list[int]:
    return [max(1, ceil((chats * each.share * 60) ** 0.95 * 6)) for each in DAY]


def covers(roster: Roster, needs: list[int]) -> bool:
    there = [sum(people for shift, people in roster.shifts.items() if row in shift.covers) for row in range(len(needs))]
    return all(each >= need for each, need in zip(there, needs, strict=True))


@pytest.mark.parametrize("name", BREAKS)
@settings(derandomize=True, max_examples=5, deadline=None)
@given(chats=st.floats(0.1, 30))
def test_both_ways_agree_with_an_integer_programme(name: str, chats: float) -> None:
    """With the solver the fewest; without it a roster and a bound, and the fewest where these are the same."""
    needs, shifts = needs_at(chats), SHIFTS[name]
    least = by_scipy(shifts, needs)
    by_solver = fewest(shifts, needs)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rosters, "solver_installed", lambda: False)
        alone = fewest(shifts, needs)
    assert covers(by_solver, needs)
    assert covers(alone, needs)
    assert by_solver.total == by_solver.at_least == least
    assert alone.at_least <= least <= alone.total <= alone.at_least + 1
    if alone.total == alone.at_least:
        assert alone == by_solver  # the very same roster: the solver was not asked


def test_the_solver_answers_whatever_it_was_asked_before() -> None:
    """All models of a process share their threads: one that asked for others would not run."""
    model = quiet_model()
    model.addIntegral(lb=0, ub=3, obj=-1.0)
    model.minimize()
    assert solved([[0], [1]], [2, 1]).counts == (2, 1)


def test_a_gap_that_only_the_solver_closes(without_solver: Callable[[], None]) -> None:
    """Six shifts in fractions, seven whole ones: no rounding can prove it."""
    needs = next(needs for chats in range(1, 400) if _gap(needs := needs_at(chats / 20)))
    with_solver = fewest(SHIFTS["one"], needs)
    without_solver()
    alone = fewest(SHIFTS["one"], needs)
    assert (with_solver.total, with_solver.at_least) == (alone.total, alone.at_least + 1)


def _gap(needs: list[int]) -> bool:
    found = fewest(SHIFTS["one"], needs)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rosters, "solver_installed", lambda: False)
        return fewest(SHIFTS["one"], needs).at_least < found.at_least == fewest(SHIFTS["one"], needs).total


@pytest.fixture
def without_solver(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    return lambda: monkeypatch.setattr(rosters, "solver_installed", lambda: False)


@pytest.mark.parametrize("pivots", [0, 1, 10, 100])
def test_a_search_of_any_length_leaves_a_roster_and_a_bound(pivots: int, without_solver: Callable[[], None]) -> None:
    without_solver()
    needs, shifts = needs_at(7.0), SHIFTS["three"]
    short, long = fewest(shifts, needs, pivots), fewest(shifts, needs)
    assert covers(short, needs)
    assert short.at_least == long.at_least <= long.total <= short.total


def test_the_search_ends_at_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few steps more than the bound, as a fractional cover that was begun is finished."""
    made: list[rosters._Search] = []
    kept = rosters._Search.run

    def run(self: rosters._Search, most_pivots: int) -> None:
        made.append(self)
        kept(self, most_pivots)

    monkeypatch.setattr(rosters._Search, "run", run)
    for chats in (1.0, 4.0, 7.0, 20.0, 300.0):
        fewest(SHIFTS["three"], needs_at(chats))
    assert max(search._programme.pivots for search in made) < 2 * MOST_PIVOTS


def test_a_roster_is_remembered_by_its_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    cover = Cover(SHIFTS["one"], [each.share for each in DAY])
    found = cover.whole(needs_at(5.0))
    monkeypatch.setattr("teamplan.engine.cover.fewest", lambda *_: pytest.fail("solved again"))
    assert cover.whole(needs_at(5.0)) is found


def test_rosters_do_not_depend_on_what_was_asked_before() -> None:
    one, other = (Cover(SHIFTS["two"], [each.share for each in DAY]) for _ in range(2))
    asked = [needs_at(chats) for chats in (3.0, 8.0, 1.0)]
    there = [one.whole(needs) for needs in asked]
    assert [other.whole(needs) for needs in reversed(asked)] == there[::-1]


def test_the_solver_is_believed_only_where_its_roster_covers(monkeypatch: pytest.MonkeyPatch) -> None:
    columns, needs = [[0, 1], [1, 2], [2, 0]], [1, 1, 1]
    assert solved(columns, needs).at_least == 2  # 1.5 in fractions
    monkeypatch.setattr("teamplan.engine.roster_solver.round", lambda value: 0, raising=False)
    assert solved(columns, needs).counts is None
