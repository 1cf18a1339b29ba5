"""A report is its answers one after the other, in every format, and no text of a user is markup in its document."""

import json
import re
from typing import Any

import pytest

from teamplan.language import LANGUAGES, Language
from teamplan.page.formats import text_of
from teamplan.playbook.base import Text
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Team
from teamplan.reading.places import BUILT_IN
from tests.cli.prompt import teamplan
from tests.page.documents import elements, programs, said
from tests.questions.report.made import DAYS, SHOP, TRADE, built, made, of, told

ALL = ["what-if", "team", "reasons", "owner", "hiring", "next", "money", "organisation", "checklist", "assumptions"]
ATTACK = "</script><img src=x onerror=alert(1)>"
KILOBYTES = 150


def sections(document: str) -> list[str]:
    return [each.attrib["id"] for each in elements(document) if each.tag == "section"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_every_section_and_a_link_to_each(language: Language) -> None:
    written = text_of(built(language), "html")
    assert sections(written) == ALL
    links = [each.attrib["href"] for each in elements(written) if each.tag == "a"]
    assert links == [f"#{each}" for each in ALL]
    assert len([each for each in elements(written) if each.tag == "h1"]) == 1
    ids = [each.attrib["id"] for each in elements(written) if "id" in each.attrib]
    assert len(ids) == len(set(ids))


def test_what_nobody_asked_for_is_left_out() -> None:
    assert sections(text_of(built(whole=False), "html")) == [each for each in ALL if each != "hiring"]
    assert 'class="result"' not in text_of(built(whole=False), "html")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_small_and_the_same_twice(language: Language) -> None:
    written = text_of(built(language), "html")
    playbook, organisation = of(BUILT_IN)
    again = text_of(told(made(playbook, organisation, DAYS, trade=TRADE, **SHOP), organisation, language), "html")
    assert written == again
    assert len(written.encode()) < 1000 * KILOBYTES


@pytest.mark.parametrize("format_", ["table", "markdown", "csv", "json", "yaml"])
def test_other_formats_tell_the_same_answers(format_: str) -> None:
    written = text_of(built(), format_)
    assert "Warehouse keeper" in written
    if format_ == "json":
        data = json.loads(written)
        assert list(data) == [
            *("format_version", "teamplan", "language", "currency"),
            *(each for each in ALL if each not in ("what-if", "reasons", "owner", "assumptions")),
        ]
        assert data["team"]["headcount"] == 14
        assert data["money"]["chart"][0]["orders"] > 0
    if format_ == "table":
        assert written.splitlines()[0] == "For 270 orders a day you need 14 people besides yourself"


def test_the_people_of_every_part_are_those_of_the_plan() -> None:
    playbook, organisation = of(BUILT_IN)
    found = made(playbook, organisation, DAYS, trade=TRADE, **SHOP)
    heads = {role: people for role, people in found.question.heads.items() if people}
    assert {each.id: each.headcount for each in found.plan.roles if each.headcount} == heads
    assert {each.values["role"]: each.values["people"] for each in found.reasons if each.what == "role"} == heads
    assert {each.role: each.people for each in found.budget.roles} == heads
    assert {each.role: each.people for each in found.checklist.entries} == heads
    assert found.chart is not None
    assert len(found.chart.people) == sum(heads.values())
    assert found.calendar is not None
    assert found.calendar.people_at_start == sum(heads.values())
    assert found.months is not None
    assert found.months.months[0].month == "2026-12"
    assert set(found.rests_on) <= set(playbook.assumptions)
    assert {"pack_minutes", "silent_share"} <= set(found.rests_on)


def hostile(playbook: Playbook) -> Playbook:
    """The playbook with a name that attacks for every role, stage and duty."""
    text = Text(en=ATTACK, zh=ATTACK)
    changed: dict[str, Any] = {
        name: {key: each.model_copy(update={"name": text}) for key, each in getattr(playbook, name).items()}
        for name in ("roles", "stages", "duties")
    }
    return playbook.with_(**changed)


def test_a_name_that_attacks_is_a_text() -> None:
    playbook, organisation = of(BUILT_IN)
    team = Team.model_validate({"people": {"boss": {"name": ATTACK, "role": "designer"}}})
    found = made(hostile(playbook), organisation, DAYS, trade=TRADE, team=team, **SHOP)
    written = text_of(told(found, organisation), "html")
    assert {each.tag for each in elements(written)}.isdisjoint({"img"})
    assert said(written).count(ATTACK) > 20
    data = next(text for tag, text in programs(written) if "json" in tag)
    assert not re.search("[<>&]", data)
    assert json.loads(data)["roles"][0]["name"] == ATTACK


def test_steps_and_costs_are_those_of_the_engine() -> None:
    playbook, organisation = of(BUILT_IN)
    found = made(playbook, organisation, **SHOP)
    written = text_of(told(found, organisation), "html")
    data = json.loads(next(text for tag, text in programs(written) if "json" in tag))
    assert data["shop"] == {"orders": 270.0, "visitors": 6000.0, "conversion": 0.045}
    assert data["most"] == {"orders": 6000.0, "visitors": None}
    costs = {each.role: [end.coins for end in each.each.total] for each in found.budget.roles}
    assert {role["id"]: role["cost"] for role in data["roles"] if role["id"] in costs} == costs
    shown = [each.text for each in elements(written) if each.attrib.get("id") == "move-total"]
    assert shown == [f"{found.budget.total.likely.amount:,.0f}"]


def test_a_shop_without_what_a_role_depends_on_has_no_slider() -> None:
    playbook, organisation = of("own-site")
    assert "what-if" in sections(text_of(told(made(playbook, organisation, **SHOP), organisation), "html"))


def test_every_fault_is_told_at_once() -> None:
    done = teamplan("report", "--orders", "x", "--event", "nothing", "--growth", "fast", "--gross-margin", "300%")
    assert done.returncode == 2
    for given in ("'x'", "'nothing'", "'fast'", "300%"):
        assert given.strip("'") in done.stderr
    lonely = teamplan("report", "--orders", "270", "--date", "2026-11-11")
    assert (lonely.returncode, "--event" in lonely.stderr) == (2, True)


def test_a_forecast_gives_the_shop_of_its_first_day() -> None:
    done = teamplan("report", "--forecast", "examples/uci_online_retail_daily.csv", "--months", "1", "--format", "json")
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    assert data["team"]["store"]["orders"] == pytest.approx(data["hiring"]["orders_at_start"])


def test_an_event_has_a_part_of_its_own() -> None:
    done = teamplan("report", "--orders", "8", "--event", "campaign", "--lang", "zh", "--format", "html")
    assert done.returncode == 0, done.stderr
    assert "peak" in sections(done.stdout)
    assert elements(done.stdout)[0].attrib["lang"] == "zh-Hans"
