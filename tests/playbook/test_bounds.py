"""Every number of the prompt and of an owner's files has a bound, and one sentence that tells it."""

from typing import Any

import pytest
from pydantic import BaseModel

from teamplan.language import Speaker
from teamplan.page.problems import tell
from teamplan.playbook.quantity import MOST, UNITS, parse_quantity, parse_share
from teamplan.playbook.store import Store
from teamplan.questions.service.question import ServiceQuestion
from teamplan.questions.simulate.question import TrialQuestion
from teamplan.reading.inputs import option_problems
from tests.shops import of_built_in

MUCH = "is more than is planned for. Give"
TRIAL = {"days": "2", "seed": "1", "work": "fixed"}
BOUNDS: list[tuple[type[BaseModel], str, str]] = [  # of every option that is a number and no share
    (Store, "visitors", "1,000,000,000"),
    (of_built_in(), "new-products", "1,000,000"),
    (of_built_in(), "ad-spend", "1,000,000,000,000"),
    (Store, "age-days", "36,500"),
    (Store, "owner-hours", "24"),
    (ServiceQuestion, "chats", "1,000,000"),
    (ServiceQuestion, "per-hour", "1,000,000"),
    (ServiceQuestion, "handle", "525,600"),
    (ServiceQuestion, "patience", "525,600"),
    (ServiceQuestion, "agents", "1,000,000"),
    (TrialQuestion, "days", "10,000"),
    (TrialQuestion, "seed", "1,000,000,000,000"),
]


def told(model: type[BaseModel], **options: Any) -> str:
    given = TRIAL | options if model is TrialQuestion else options
    return tell(option_problems({name.replace("-", "_"): value for name, value in given.items()}, model), Speaker("en"))


@pytest.mark.parametrize(("model", "name", "most"), BOUNDS, ids=lambda each: each if isinstance(each, str) else "")
def test_the_most_is_taken_and_more_is_told(model: type[BaseModel], name: str, most: str) -> None:
    bound = most.replace(",", "")
    assert told(model, **{name: bound}) == ""
    for more in (str(int(bound) + 1), "1e39"):
        assert told(model, **{name: more}) == f"--{name}: “{more}” {MUCH} {most} or less."


@pytest.mark.parametrize("name", ["handle", "patience"])
def test_times_of_almost_nothing_are_told(name: str) -> None:
    assert told(ServiceQuestion, **{name: "0.001"}) == ""
    assert told(ServiceQuestion, **{name: "1e-30"}) == (
        f"--{name}: “1e-30” is less than is planned for. Give 0.001 min or more."
    )


@pytest.mark.parametrize("unit", sorted(UNITS))
def test_a_quantity_has_a_bound_in_its_own_unit(unit: str) -> None:
    most = MOST[UNITS[unit][0]] / UNITS[unit][1]
    assert parse_quantity(f"{int(most)} {unit}").number == int(most)
    with pytest.raises(ValueError, match="above the most"):
        parse_quantity(f"{int(most) + 1} {unit}")


def test_a_share_is_told_as_a_share_however_large() -> None:
    with pytest.raises(ValueError, match="above one"):
        parse_share("1e30")


@pytest.mark.parametrize("given", [100_000, 100_001])
def test_people_of_one_role_are_bounded(given: int) -> None:
    for staff in (given, {"people": given}):
        said = told(Store, team={"roles": {"operator": staff}})
        assert (said == "") == (given <= 100_000)
        assert said == "" or f"“100001” {MUCH} 100,000 or less." in said


@pytest.mark.parametrize("given", ["1_000", "_1", "1_0.5"])
def test_an_underscore_is_no_part_of_a_number(given: str) -> None:
    assert told(Store, visitors=given) == f"--visitors: “{given}” is not a number. Write it like 270 or 2.6."
