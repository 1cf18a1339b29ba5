"""Who does each duty: every one once, one who answers, and what two people or nobody carry is located."""

from pathlib import Path

import pytest

from teamplan.engine.leading import Led
from teamplan.language import Speaker
from teamplan.page.problems import tell
from teamplan.playbook.playbook import Playbook
from teamplan.questions.duties.answer import DutyLine, DutyTable, duty_table
from teamplan.reading.duties import read_duties
from teamplan.reading.inputs import read_store
from tests.shops import heads, store

TEAM = """people:
  Zhang Min: owner
  Li Na: store-manager
  Wang Wei: operator
  Zhao Lei: promoter
  Sun Yue: designer
  Chen Jie: pre-sale-service
  Liu Fang: pre-sale-service
  Wu Hao: after-sale-service
  Gao Bo: warehouse-keeper
  Lin Tao: warehouse-keeper
"""


def of_people(text: str, playbook: Playbook, led: Led, folder: Path) -> DutyTable:
    file = folder / "people.yaml"
    file.write_text(text, encoding="utf-8")
    shop = read_store({"visitors": "6000", "conversion": "4.5%"}, None, file, playbook)
    return duty_table(playbook, led, shop, read_duties(shop.team, file, None, playbook))


def line(table: DutyTable, duty: str) -> DutyLine:
    return next(each for each in table.lines if each.duty == duty)


def test_the_table_of_6000_visitors_at_4_5_percent_has_each_duty_once(playbook: Playbook, led: Led) -> None:
    table = duty_table(playbook, led, store(visitors=6000, conversion="4.5%"))
    arising = {duty for duty in playbook.duties if playbook.arises(duty, "half-year")}
    assert [each.duty for each in table.lines if each.duty in arising] == [each.duty for each in table.lines]
    assert len(table.lines) == len(arising) == len({each.duty for each in table.lines})
    assert all(len(each.does) == 1 for each in table.lines)
    assert table.findings == ()


@pytest.mark.parametrize("orders", [0, 5, 30, 79, 120, 199, 350, 900, 3000])
@pytest.mark.parametrize("skills", [None, "none"])
def test_whoever_is_named_is_there_and_nobody_covers_himself(
    orders: int, skills: str | None, playbook: Playbook, led: Led
) -> None:
    table = duty_table(playbook, led, store(orders=orders, founder_skills=skills))
    people = heads(playbook, orders=orders, founder_skills=skills)
    there = {"owner", *(role for role, count in people.items() if count)}
    assert {each.duty for each in table.lines} == {
        each for each in playbook.duties if playbook.arises(each, table.stage)
    }
    by_the_hour = {each.does[0] for each in table.lines if each.bought_in}
    for each in table.lines:
        assert {*each.does, *each.told} <= there | by_the_hour
        assert set(each.covers) <= there
        assert each.answers in there
        assert each.shared == (people.get(each.does[0], 0) > 1)
        assert each.shared or not set(each.covers) & set(each.does)
        assert not set(each.told) & {*each.does, each.answers}


def test_who_answers_is_the_nearest_lead_and_at_last_the_owner(playbook: Playbook, led: Led) -> None:
    small, middle, large = (duty_table(playbook, led, store(orders=each)) for each in (120, 270, 650))
    chats = [line(table, "pre-sale-chat").answers for table in (small, middle, large)]
    packing = [line(table, "pack-parcels").answers for table in (small, middle, large)]
    assert chats == ["owner", "store-manager", "service-lead"]
    assert packing == ["owner", "store-manager", "warehouse-lead"]
    assert line(middle, "steer").answers == "owner"


def test_the_operator_is_told_of_what_others_do_and_they_of_what_he_does(playbook: Playbook, led: Led) -> None:
    table = duty_table(playbook, led, store(orders=270))
    assert line(table, "count-stock").told == ("operator",)
    assert line(table, "list-products").told == ("designer",)
    assert {each.interface for each in table.interfaces} == set(led.management.interfaces)
    assert all(each.hub == "operator" and "operator" not in each.parties for each in table.interfaces)


def test_a_team_that_has_each_post_has_nothing_to_settle(playbook: Playbook, led: Led, tmp_path: Path) -> None:
    table = of_people(TEAM, playbook, led, tmp_path)
    assert table.findings == ()
    assert line(table, "pack-parcels").does == ("Gao Bo", "Lin Tao")
    assert line(table, "pack-parcels").shared
    assert line(table, "pack-parcels").answers == "Li Na"
    assert line(table, "after-sale-tickets").covers == ("Chen Jie",)


def test_an_overlap_and_a_gap_are_both_told_with_their_places(playbook: Playbook, led: Led, tmp_path: Path) -> None:
    listed = "{role: promoter, duties: [paid-traffic, product-tests, own-media, follower-care, daily-operations]}"
    table = of_people(TEAM.replace("Zhao Lei: promoter", f"Zhao Lei: {listed}"), playbook, led, tmp_path)
    told = tell(table.findings, Speaker("en")).replace(f"{tmp_path}/", "").splitlines()
    assert told == [
        "people.yaml:5:94: people > Zhao Lei > duties > daily-operations: Zhao Lei does `daily-operations` as Wang Wei "
        "in line 4 does. Leave it to one of them: write the duties of each under duties:.",
        "people.yaml:5:38: people > Zhao Lei > duties: nobody does `member-marketing`, which the plan gives to "
        "`promoter`. Give it to somebody under duties:, or add somebody in that role.",
    ]
    assert line(table, "member-marketing").does == ()


def test_a_post_that_nobody_holds_leaves_each_of_its_duties_to_nobody(
    playbook: Playbook, led: Led, tmp_path: Path
) -> None:
    table = of_people(TEAM.replace("  Sun Yue: designer\n", ""), playbook, led, tmp_path)
    assert {each.key for each in table.findings} == {"duty-of-nobody"}
    assert {each.values["duty"] for each in table.findings} == {
        each.duty for each in table.lines if each.function == "design"
    }


def test_two_people_of_a_post_that_asks_for_one_must_say_who_does_what(
    playbook: Playbook, led: Led, tmp_path: Path
) -> None:
    doubled = of_people(TEAM + "  Tang Li: operator\n", playbook, led, tmp_path)
    operator = {each.duty for each in doubled.lines if "Tang Li" in each.does}
    assert {each.values["duty"] for each in doubled.findings} == operator
    assert "daily-operations" in operator


def test_who_is_said_to_cover_comes_first_and_what_somebody_takes_is_off_the_owner(
    playbook: Playbook, led: Led, tmp_path: Path
) -> None:
    more = TEAM + "  Ma Jun: {role: bookkeeper, covers: [count-stock]}\n"
    table = of_people(more, playbook, led, tmp_path)
    assert table.findings == ()
    assert line(table, "bookkeeping").does == ("Ma Jun",)
    assert line(table, "count-stock").covers == ("Ma Jun",)
    assert line(of_people(TEAM, playbook, led, tmp_path), "bookkeeping").does == ("Zhang Min",)


def test_a_title_of_an_earlier_stage_brings_its_duties_along(playbook: Playbook, led: Led, tmp_path: Path) -> None:
    agent = TEAM.replace("  Wu Hao: after-sale-service\n", "  Wu Hao: customer-service-agent\n")
    table = of_people(agent, playbook, led, tmp_path)
    assert line(table, "after-sale-tickets").does == ("Wu Hao",)
    assert {each.values["duty"] for each in table.findings} == {"pre-sale-chat", "scripts-and-rules"}
