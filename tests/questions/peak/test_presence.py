"""Days off are moved within the law: never more people than there are, never more days in seven than one works."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from teamplan.questions.peak.presence import present

DAYS = range(-10, 11)


@given(
    people=st.integers(1, 12),
    days_a_week=st.integers(1, 6),
    first=st.sets(st.sampled_from(DAYS), max_size=8),
    wanted=st.dictionaries(st.sampled_from(DAYS), st.fractions(0, 30, max_denominator=20)),
)
def test_the_week_is_legal_wherever_it_begins(
    people: int, days_a_week: int, first: set[int], wanted: dict[int, Fraction]
) -> None:
    found = present(DAYS, people, days_a_week, first, wanted)
    assert all(0 <= there <= people for there in found.values())
    for day in DAYS:
        assert sum(found.get(day + later, Fraction(0)) for later in range(7)) <= people * days_a_week


def test_nobody_is_off_on_the_first_days_and_all_rest_beside_them() -> None:
    found = present(DAYS, 4, 5, {0, 1, 2}, {})
    assert [found[day] for day in (0, 1, 2)] == [4, 4, 4]
    assert sum(found[day] for day in range(-2, 5)) == 20
    assert sum(found[day] for day in range(-10, -3)) == 20


def test_where_most_are_missing_most_come() -> None:
    found = present(DAYS, 2, 5, set(), {0: Fraction(4), 1: Fraction(2), 2: Fraction(1)})
    assert found[0] == 2
    assert found[0] >= found[1] >= found[2]
