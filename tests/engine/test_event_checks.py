"""What must hold of events together with the amounts they name: path and value, and exactly at each bound."""

from fractions import Fraction
from typing import Any

import pytest

from teamplan.engine.event_rules import event_findings
from teamplan.engine.rules import Finding
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Quantity


def found(playbook: Playbook, **numbers: float) -> list[Finding]:
    """The findings with some assumptions at other numbers of their unit."""
    changed = {}
    for name, number in numbers.items():
        known = playbook.assumptions[name]
        changed[name] = known.model_copy(update={"value": Quantity(Fraction(str(number)), known.value.unit)})
    return list(event_findings(playbook.with_values(changed)))


@pytest.mark.parametrize(
    ("name", "legal", "unit"), [("overtime_hours_a_day", 3, "h/day"), ("overtime_hours_a_month", 36, "h/month")]
)
def test_overtime_is_bounded_by_the_law(playbook: Playbook, name: str, legal: int, unit: str) -> None:
    assert found(playbook, **{name: legal}) == []
    values = {"given": f"{legal}.1 {unit}", "legal": f"{legal} {unit}"}
    assert found(playbook, **{name: legal + 0.1}) == [Finding("overtime-above-law", "assumptions", (name,), values)]


@pytest.mark.parametrize("name", ["temp_efficiency", "helper_efficiency", "pay_days_a_month"])
def test_nothing_is_divided_by_zero(playbook: Playbook, name: str) -> None:
    assert found(playbook, **{name: 0}) == [Finding("must-be-positive", "assumptions", (name,), {"name": name})]


@pytest.mark.parametrize(
    ("name", "whole", "above"),
    [
        ("temp_efficiency", 1, "1.1"),
        ("helper_efficiency", 100, "100.1%"),
        ("outsourced_chat_share", 100, "100.1%"),
        ("outsourced_parcel_share", 100, "100.1%"),
    ],
)
def test_no_share_is_more_than_the_whole(playbook: Playbook, name: str, whole: float, above: str) -> None:
    assert found(playbook, **{name: whole}) == []
    wanted = Finding("above-one", "assumptions", (name,), {"given": above})
    assert found(playbook, **{name: float(above.rstrip("%"))}) == [wanted]


@pytest.mark.parametrize(
    ("first", "last", "fits"), [(14, 14, True), (15, 14, False), (4, 60, True), (4, 61, False), (0, 10, True)]
)
def test_returns_come_in_a_stretch_of_days(playbook: Playbook, first: float, last: float, fits: bool) -> None:
    wanted = Finding(
        "lag-unfit", "events", ("multipliers", "return_rate", "after"), {"first": first, "last": last, "most": 60}
    )
    assert found(playbook, returns_first_day=first, returns_last_day=last) == ([] if fits else [wanted])


@pytest.mark.parametrize(("first", "last", "fits"), [(2, 2, True), (3, 2, False), (0, 60, True), (0, 61, False)])
def test_tickets_come_in_a_stretch_of_days(playbook: Playbook, first: float, last: float, fits: bool) -> None:
    wanted = Finding(
        "lag-unfit", "events", ("multipliers", "tickets", "after"), {"first": first, "last": last, "most": 60}
    )
    assert found(playbook, tickets_first_day=first, tickets_last_day=last) == ([] if fits else [wanted])


def test_only_work_in_units_can_be_bought(playbook: Playbook) -> None:
    assert playbook.events is not None
    offer = playbook.events.outsourcing["pack-parcels"]
    for duty, sound in (("handle-returns", True), ("scripts-and-rules", False), ("coordinate-teams", False)):
        changed: dict[str, Any] = {"outsourcing": {duty: offer}}
        events = playbook.events.model_copy(update=changed)
        wanted = (
            [] if sound else [Finding("outsourced-without-driver", "events", ("outsourcing", duty), {"duty": duty})]
        )
        assert list(event_findings(playbook.with_(events=events))) == wanted


def test_without_events_there_is_nothing_to_find(playbook: Playbook) -> None:
    assert list(event_findings(playbook.with_(events=None))) == []
