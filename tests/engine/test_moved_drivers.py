"""Which terms of a driver a multiplier moves, and what they follow by themselves."""

from typing import Any

import pytest

from teamplan.engine.event_rules import event_findings
from teamplan.engine.moved_drivers import NOTHING, in_order, moved_terms
from teamplan.engine.rules import Finding
from teamplan.playbook.duties import Driver
from teamplan.playbook.events import Multiplier
from teamplan.playbook.playbook import Playbook

MOVED = ("tickets", "returns", "chats")
NAME = {"en": "Test", "zh": "测试"}


@pytest.mark.parametrize(
    ("driver", "moved", "over", "follows"),
    [
        ("chats", MOVED, ["orders"], "orders"),
        ("returns", MOVED, ["parcels"], "orders"),
        ("returns", (*MOVED, "parcels"), ["parcels"], "parcels"),
        ("tickets", MOVED, ["orders"], "orders"),  # those of returns follow the returns
        ("tickets", ("tickets",), ["orders", "returns"], "orders"),
        ("images", MOVED, ["new-products"], NOTHING),
    ],
)
def test_what_is_moved_and_what_it_follows(
    playbook: Playbook, driver: str, moved: tuple[str, ...], over: list[str], follows: str
) -> None:
    found = moved_terms(playbook.frame, driver, moved)
    assert found is not None
    assert ([term.driver for term in found.terms], found.follows) == (over, follows)


def test_each_stands_behind_those_that_it_comes_of(playbook: Playbook) -> None:
    assert in_order(playbook.frame, [*MOVED, "parcels"]) == ["chats", "parcels", "returns", "tickets"]


def with_(playbook: Playbook, drivers: dict[str, list[dict[str, Any]]], multipliers: dict[str, str]) -> Playbook:
    """The playbook with more drivers, and with these multipliers for its events."""
    assert playbook.events is not None
    more = {name: Driver.model_validate({"name": NAME, "from": terms}) for name, terms in drivers.items()}
    frame = playbook.frame.model_copy(update={"drivers": playbook.frame.drivers | more})
    declared = {name: Multiplier(driver=driver) for name, driver in multipliers.items()}
    return playbook.with_(frame=frame, events=playbook.events.model_copy(update={"multipliers": declared}))


@pytest.mark.parametrize(
    ("drivers", "multipliers", "wanted"),
    [
        ({}, {"chats": "chats", "returns": "returns", "tickets": "tickets"}, None),
        ({"mixed": [{"driver": "orders"}, {"driver": "images"}]}, {"mixed": "mixed"}, "moved-by-several"),
        ({"mixed": [{"driver": "orders"}, {"driver": "images"}]}, {"mixed": "mixed", "images": "images"}, None),
        ({"late": [{"driver": "tickets"}]}, {"mixed": "late", "a": "returns", "b": "tickets"}, "moved-by-several"),
        ({}, {"chats": "chats", "mixed": "chats"}, "moved-twice"),
    ],
)
def test_a_driver_that_follows_several_things_is_refused(
    playbook: Playbook, drivers: dict[str, Any], multipliers: dict[str, str], wanted: str | None
) -> None:
    found = list(event_findings(with_(playbook, drivers, multipliers)))
    driver = multipliers.get("mixed", "")
    values = {"driver": driver, "first": "chats"} if wanted == "moved-twice" else {"driver": driver}
    path = ("multipliers", "mixed", "driver")
    assert found == ([Finding(wanted, "events", path, values)] if wanted else [])
