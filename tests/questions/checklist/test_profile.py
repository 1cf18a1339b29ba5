"""How a role is hired: a whole profile for each, at the pay of the payroll, from inside first."""

import json
from pathlib import Path

import pytest

from teamplan.engine.pay.payroll import payroll_of
from teamplan.errors import TeamplanError
from teamplan.playbook.management import Management
from teamplan.playbook.playbook import Playbook
from teamplan.questions.checklist.profile import hiring_list
from teamplan.reading.management import read_management
from teamplan.reading.places import built_in
from tests.cli.prompt import teamplan
from tests.shops import store


@pytest.fixture(scope="module")
def management(playbook: Playbook) -> Management:
    return read_management(built_in(), playbook)


def test_every_role_has_a_profile_and_somebody_to_cover_it(playbook: Playbook, management: Management) -> None:
    assert management.profiles.keys() == playbook.roles.keys()
    assert management.covers.keys() == {*playbook.roles, "owner"}


def test_leads_and_operations_need_experience_and_service_is_trained(
    playbook: Playbook, management: Management
) -> None:
    for role, known in playbook.roles.items():
        wanted = management.profiles[role].experience
        if known.level == "lead" or role == "operator":
            assert wanted == "needed", role
        if known.function == "customer-service" and known.level != "lead":
            assert wanted == "trained", role


def test_a_lead_comes_from_inside_first(playbook: Playbook, management: Management) -> None:
    for role, known in playbook.roles.items():
        inside = management.profiles[role].promoted_from
        assert role not in inside
        assert inside or known.level != "lead", role


def test_lessons_go_from_day_1_to_full_speed(playbook: Playbook, management: Management) -> None:
    for role in playbook.roles:
        asked = hiring_list(playbook, management, store(), role)
        assert asked.lesson_days[0] == 1
        assert asked.lesson_days[-1] == asked.full_speed_days, role


@pytest.mark.parametrize("city", [None, "beijing"])
def test_the_pay_is_that_of_the_payroll_here_first_and_elsewhere_from_the_cheapest(
    city: str | None, playbook: Playbook, management: Management
) -> None:
    shop = store(city=city)
    asked = hiring_list(playbook, management, shop, "pre-sale-service")
    assert asked.pay[0].total == payroll_of(playbook, shop).costs.of("pre-sale-service").total
    assert [each.here for each in asked.pay] == [True, *[False] * (len(asked.pay) - 1)]
    elsewhere = [each.total.likely.amount for each in asked.pay[1:]]
    assert elsewhere == sorted(elsewhere)
    assert {each.place for each in asked.pay} == {
        name for name, place in playbook.places.items() if place.currency == "CNY"
    }
    assert len(hiring_list(playbook, management, shop, "warehouse-keeper").pay) == 1


def test_pay_in_another_currency_stays_among_its_places(playbook: Playbook, management: Management) -> None:
    asked = hiring_list(playbook, management, store(currency="USD"), "designer")
    assert {each.place for each in asked.pay} == {"us", "california", "florida", "texas"}
    assert {each.pay.likely.currency for each in asked.pay} == {"USD"}


def test_a_role_that_does_not_exist_is_refused(playbook: Playbook, management: Management) -> None:
    with pytest.raises(TeamplanError) as caught:
        hiring_list(playbook, management, store(), "desinger")
    assert [(each.key, each.near) for each in caught.value.problems] == [("unknown-role", "designer")]


def test_its_boxes_can_be_ticked(tmp_path: Path) -> None:
    file, box = tmp_path / "ticks.yaml", "designer/ask/1"
    done = teamplan("checklist", "--role", "designer", "--done", str(file), "--tick", box, "--format", "json")
    boxes = [each for part in json.loads(done.stdout)["boxes"].values() for each in part]
    assert [each["id"] for each in boxes if each["done"]] == [box]
    assert file.read_text(encoding="utf-8") == f"done:\n- {box}\n"
