"""What hangs on an input: posts that split off above so much of it, duties that arise there, hours of a role."""

from fractions import Fraction
from typing import Any

import pytest

from teamplan.engine.load import Setting
from teamplan.engine.question import with_figures
from teamplan.engine.settled import bounds_of, settled
from teamplan.engine.shop import Shop
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Quantity
from teamplan.reading.references import Names
from teamplan.reading.split_references import split_references
from tests.engine.small import compiled, small

SPLIT = {"role": "worker", "input": "new-products", "above": "$enough"}
TEAM: dict[str, Any] = {
    "worker": {"duties": ["packing", "paging"]},
    "desk": {"duties": ["running", "checking"], "splits_from": SPLIT},
}
WORK = {
    "running": {"driver": "new-products", "minutes": "$look"},
    "checking": {
        "driver": "new-products",
        "minutes": "$look",
        "from_input": {"input": "new-products", "above": "$enough"},
    },
}


def shop(new_products: float = 5) -> Playbook:
    return small(TEAM, duties=WORK, enough=5, new_products=new_products)


def given(amount: int | str) -> dict[str, Fraction]:
    return {"new-products": Fraction(amount)}


@pytest.mark.parametrize(("amount", "split"), [(0, False), (5, False), ("5.000001", True), (80, True)])
def test_a_post_splits_off_above_the_bound_and_not_at_it(amount: int | str, split: bool) -> None:
    team = settled(shop(), given(amount)).stages["stage-1"].team
    assert ("desk" in team) == split
    assert team["worker"].duties == (("packing", "paging") if split else ("packing", "paging", "running", "checking"))


def test_without_a_given_amount_the_stage_says_what_there_is() -> None:
    assert "desk" not in settled(shop(), {}).stages["stage-1"].team  # takes 5
    assert "desk" in settled(shop(new_products=6), {}).stages["stage-1"].team


def test_a_duty_arises_only_above_its_bound() -> None:
    few, many = (settled(shop(), given(amount)) for amount in (5, 6))
    assert not few.arises("checking", "stage-1")
    assert many.arises("checking", "stage-1")
    assert compiled(few).posts["worker"].load.constant == Fraction(5, 5) * (Fraction(1) / 60 + 4)  # looked at, paged
    assert compiled(many, Setting(inputs=given(6))).posts["desk"].load.constant == 2 * Fraction(6, 5) / 60


def test_what_hangs_on_nothing_is_the_same_playbook() -> None:
    plain = small({"worker": {"duties": ["packing"]}})
    assert settled(plain, given(9)) is plain
    assert bounds_of(plain, set()) == set()


def test_what_was_left_out_is_remembered() -> None:
    playbook = shop()
    few = settled(playbook, given(5))
    assert few.whole is playbook
    assert bounds_of(few, set()) == {"enough", "new_products"}
    assert bounds_of(few, {"new-products"}) == {"enough"}


@pytest.mark.parametrize("figure", [("enough", 4), ("new_products", 6), ("look", 2)])
def test_another_value_for_a_bound_splits_the_posts_anew(figure: tuple[str, int]) -> None:
    name, value = figure
    playbook = shop()
    before = Shop(settled(playbook, {}), Setting())
    unit = playbook.assumptions[name].value.unit
    changed = playbook.assumptions[name].model_copy(update={"value": Quantity(Fraction(value), unit)})
    moved = with_figures(before, {name: changed})
    anew = Shop(settled(playbook.with_values({name: changed}), {}), Setting())
    for orders in (0.0, 40.0, 400.0):
        assert moved.headcounts({"orders": orders}) == anew.headcounts({"orders": orders})
    assert ("desk" in moved.headcounts({"orders": 40.0})) == (name != "look")


@pytest.mark.parametrize(
    ("later", "fault"),
    [
        ({**SPLIT, "above": "$more"}, "condition-takes-over"),
        ({**SPLIT, "role": "helper"}, "condition-takes-over"),
        (SPLIT, None),
        ({**SPLIT, "above": "$fewer"}, None),
        (None, None),
    ],
)
def test_a_post_that_was_there_is_not_taken_away_by_a_later_bound(later: Any, fault: str | None) -> None:
    helper = {"helper": {"duties": ["planning"]}}
    after = {**TEAM, **helper, "desk": {"duties": ["running", "checking"], "splits_from": later}}
    playbook = small({**TEAM, **helper}, after, duties=WORK, enough=5, more=6, fewer=4)
    names = Names({}, playbook.assumptions)
    found = split_references(playbook.frame, playbook.roles, playbook.duties, playbook.stages, names)
    assert [each.finding.key for each in found] == ([fault] if fault else [])


def test_a_role_with_hours_of_its_own_gives_these_whatever_else_a_day_gives() -> None:
    """4 hours on 5 of 7 days are 20 hours a week: full at 20 hours of work, and nobody is hired for absence."""
    playbook = small(
        {"anchor": {"duties": ["paging"]}},
        page="60 min",
        days_open="7 days/week",
        attendance="90%",
        productive="80%",
        hours="4 h/day",
    )
    anchor = playbook.roles["anchor"].model_copy(update={"hours_a_day": "$hours"})
    playbook = playbook.with_(roles={"anchor": anchor})
    people = [
        compiled(playbook, Setting(inputs=given(hours))).headcounts({"orders": 50.0})["anchor"]
        for hours in (0, 20, "20.0001", 40, 60, 61)
    ]
    assert people == [0, 1, 2, 2, 3, 4]
