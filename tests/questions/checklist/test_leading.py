"""What leading takes: practices by stage and team size, in working time, within the hours that the plan counts."""

from math import fsum

import pytest

from teamplan.engine.leading import Led
from teamplan.playbook.playbook import Playbook
from teamplan.questions.checklist.leading import LeadingList, leading_list
from teamplan.reading.document import read_file
from teamplan.reading.places import built_in
from tests.shops import store

FORBIDDEN = "002-A3"  # the article's always-on working culture: working time law stands against it
TEN = ("stakeholders", "daily-reports", "consensus-meeting", "one-to-one", "shared-planning", "adjusted-assignment",
    "quality-three-times", "check-points")  # fmt: skip


def names(found: LeadingList) -> set[str]:
    return {each.practice for each in found.practices}


def test_a_team_of_ten_gets_the_practices_of_ten_and_a_small_one_a_talk(playbook: Playbook, led: Led) -> None:
    small, ten = (leading_list(playbook, led, store(orders=orders)) for orders in (30, 270))
    assert (small.people, ten.people) == (1, 14)
    assert "weekly-talk" in names(small) - names(ten)
    assert set(TEN) <= names(ten)
    assert not set(TEN) & names(small)


@pytest.mark.parametrize("orders", [0, 9, 30, 79, 120, 199, 270, 650, 2000])
def test_whoever_leads_has_something_to_do_and_everybody_is_led_by_one(
    orders: int, playbook: Playbook, led: Led
) -> None:
    found = leading_list(playbook, led, store(orders=orders, founder_skills="none"))
    assert sum(each.led for each in found.leaders) == found.people
    assert any(each.kind == "practice" for each in found.practices) == (found.people > 0)
    assert all(each.hours_per_week > 0 for each in found.leaders if each.led)


def test_the_hours_are_added_up_by_hand(playbook: Playbook, led: Led) -> None:
    """A store manager who leads thirteen: daily reports, three weekly rounds of her own, one-to-ones, one check."""
    found = leading_list(playbook, led, store(orders=270))
    manager = next(each for each in found.leaders if each.leader == "store-manager")
    assert manager.led == 13
    a_month = 365 / 12 / 7
    weekly = fsum((13 * 1 * 5, 20, 15, 10, 20, 13 * 15 / a_month, 30 / a_month))
    assert manager.hours_per_week == pytest.approx(weekly / 60, rel=1e-12)


@pytest.mark.parametrize("orders", [9, 30, 79, 120, 199, 270, 480, 650, 1_000])
def test_the_hours_of_a_lead_are_within_those_that_the_plan_counts(orders: int, playbook: Playbook, led: Led) -> None:
    found = leading_list(playbook, led, store(orders=orders))
    assert [each for each in found.leaders if each.beyond] == []


def test_what_the_plan_does_not_count_is_told(playbook: Playbook, led: Led) -> None:
    """Once others hire and coordinate, only the owner's steering and his direct reports are counted."""
    owner = leading_list(playbook, led, store(orders=480)).leaders[0]
    assert (owner.leader, owner.led, owner.counted_per_week) == ("owner", 4, 2.75)
    shop = store(orders=480, assumptions={"lead_leaders_hours": "0 h/week"})
    short = leading_list(playbook, led, shop).leaders[0]
    assert short.counted_per_week == 2.0
    assert short.beyond == pytest.approx(owner.hours_per_week - 2.0)
    assert short.beyond > 0


def test_nobody_is_asked_to_be_always_on(led: Led) -> None:
    """The always-on culture of an article is cited nowhere, and no round of a practice ends outside a working day."""
    cited = [path.name for path in built_in().glob("*.yaml") if FORBIDDEN in path.read_text(encoding="utf-8")]
    assert cited == []
    text = (built_in() / "management.yaml").read_text(encoding="utf-8").lower()
    assert not [
        word for word in ("always-on", "always on", "24 h", "996", "随时在线", "全天候", "待命") if word in text
    ]
    assert {each.every for each in led.management.practices.values()} <= {"day", "week", "month", "quarter", "once"}
    daily = [each for each in led.management.practices.values() if each.every == "day"]
    assert daily
    assert all(each.takes.value.canonical <= 60 for each in daily)


def test_every_practice_has_a_source_and_a_reason(led: Led) -> None:
    document, problems = read_file(built_in() / "management.yaml")
    assert problems == []
    for name in document.data["practices"]:
        practice = led.management.practices[name]
        assert practice.source
        assert practice.takes.grade == "J"
        assert practice.takes.reason is not None
