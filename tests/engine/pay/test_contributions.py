"""What an employer pays beside the wage: cases worked out by hand, and what holds for all of them everywhere."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from teamplan.engine.pay.cost import MONTHS, contribution
from teamplan.playbook.money import rounded
from teamplan.playbook.places import Contribution, PayPlace
from teamplan.playbook.playbook import Playbook

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "contributions.yaml").read_text(encoding="utf-8"))
SPANS = {"month": 1, "year": MONTHS}
CITIES = {"beijing", "shanghai", "guangzhou", "shenzhen", "hangzhou", "chengdu"}
LAWS = {"pension-2019"}  # of the sources here, those that are the rule itself and set its rate


def paid(place: PayPlace, name: str, pay: Fraction) -> Fraction:
    """A month's contribution on a pay of the span that the bases of the place are of."""
    given, months = place.contributions[name], SPANS[place.bases]
    return contribution(given, given.rate.value.canonical, pay / months, months)


def rule(given: Contribution, base: Fraction, months: int) -> Fraction:
    return given.rate.value.canonical * base / months


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['place']} {case['pay']}")
def test_a_wage_costs_what_was_worked_out_by_hand(playbook: Playbook, case: dict[str, Any]) -> None:
    place = playbook.places[case["place"]]
    found = {name: rounded(paid(place, name, Fraction(case["pay"])), place.currency) for name in place.contributions}
    assert {name: each.amount for name, each in found.items()} == {
        name: Decimal(str(amount)).quantize(Decimal("0.01")) for name, amount in case["paid"].items()
    }


def test_an_agent_in_beijing_costs_more_than_half_of_the_wage_on_top(playbook: Playbook) -> None:
    beijing = playbook.places["beijing"]
    on_top = sum(paid(beijing, name, Fraction(4700)) for name in beijing.contributions)
    assert (round(on_top), round(on_top / 4700, 3)) == (2476, Fraction(527, 1000))


def test_the_base_of_every_contribution_is_held_between_its_own_floor_and_cap(playbook: Playbook) -> None:
    seen = 0
    for place in playbook.places.values():
        months = SPANS[place.bases]
        for name, given in place.contributions.items():
            floor, cap = given.floor or Fraction(0), given.cap
            above = cap or floor + 1000
            between = (floor + above) / 2
            expected = {floor: floor, between: between, above: above}
            if given.floor:
                expected |= {floor - 1: floor, Fraction(0): floor}
            if cap:
                expected |= {cap + 1: cap, cap * 10: cap}
            for pay, base in expected.items():
                assert paid(place, name, pay) == rule(given, base, months), (place.name.en, name, pay)
                seen += 1
    assert seen > 200


def test_every_place_counts_each_insurance_once(playbook: Playbook) -> None:
    assert set(playbook.places) >= CITIES | {"other", "us", "california", "florida", "texas"}
    for place_id, place in playbook.places.items():
        if place.currency == "CNY":
            assert list(place.contributions) == ["pension", "medical", "unemployment", "injury", "housing-fund"], (
                place_id
            )
        else:
            assert list(place.contributions)[:3] == ["social-security", "medicare", "federal-unemployment"], place_id


def test_a_place_says_for_what_it_is_how_sure_it_is(playbook: Playbook) -> None:
    for place_id, place in playbook.places.items():
        assert place.source, place_id
        assert place.wages.grade == "J"
        for name, each in place.contributions.items():
            statute = each.rate.grade == "A"
            assert not statute or each.rate.source in LAWS, (place_id, name)


@pytest.mark.parametrize(
    ("day", "holds"),
    [("2025-06-30", False), ("2025-07-01", True), ("2026-06-30", True), ("2026-07-01", False)],
)
def test_a_preset_holds_from_its_first_day_to_its_last(playbook: Playbook, day: str, holds: bool) -> None:
    assert {playbook.places[city].holds_on(date.fromisoformat(day)) for city in CITIES} == {holds}
    assert playbook.places["other"].holds_on(date.fromisoformat(day)) == (day >= "2025-07-01")
