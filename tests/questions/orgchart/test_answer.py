"""Who reports to whom: every person once, one boss each, no loop, whoever is there; spans and forms of organisation."""

from functools import cache
from itertools import product
from typing import Any

import pytest

from teamplan.engine.question import ask
from teamplan.errors import TeamplanError
from teamplan.playbook.organisation import Organisation
from teamplan.playbook.people import OWNER
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import FOUNDER_SKILLS, Team
from teamplan.questions.orgchart.answer import chart_of, orgchart
from teamplan.questions.orgchart.result import VACANT, OrgChart
from teamplan.questions.recommend.answer import plan_of, recommend
from teamplan.reading.load import load
from teamplan.reading.organisation import read_organisation
from teamplan.reading.places import built_in
from tests.shops import store, total

SKILLS = tuple(
    tuple(skill for skill, on in zip(FOUNDER_SKILLS, chosen, strict=True) if on)
    for chosen in product((True, False), repeat=3)
)


@cache
def organisation() -> tuple[Playbook, Organisation]:
    playbook = load(built_in())
    return playbook, read_organisation(built_in(), playbook)


def charted(template: str | None = None, *, compare: bool = False, **given: Any) -> OrgChart:
    return orgchart(*organisation(), store(**given), template, compare=compare)


def bosses(chart: OrgChart) -> dict[str, str]:
    return {seat.id: seat.boss for seat in chart.people}


def holds(chart: OrgChart) -> None:
    """Every person once, one boss each who is there, and every way up ends at the owner."""
    above = bosses(chart)
    assert len(above) == len(chart.people)
    there = {seat.id for seat in chart.people if seat.leads}
    assert set(above.values()) <= there | {OWNER}
    for seat in above:
        way = [seat]
        while way[-1] != OWNER:
            assert len(way) <= len(above) + 1, f"{seat} goes in a circle"
            way.append(above[way[-1]])
    assert sum(span.people for span in chart.spans) == len(chart.people)


@pytest.mark.parametrize("orders", [0, 5, 30, 100, 199, 270, 650, 2000])
def test_every_person_stands_once_under_one_boss(orders: int) -> None:
    for skills in SKILLS if orders in (5, 30, 100) else SKILLS[::7]:  # later stages postpone no post for a skill
        chart = charted(orders=orders, founder_skills=skills)
        holds(chart)
        assert len(chart.people) == total(organisation()[0], orders=orders, founder_skills=skills)


@pytest.mark.parametrize("stage", organisation()[0].stages)
def test_every_form_keeps_every_person(stage: str) -> None:
    playbook, known = organisation()
    orders = max(playbook.stages[stage].starts_at.orders, 1)
    question = ask(playbook, store(orders=orders, stage=stage, founder_skills=()))
    plan = plan_of(question)
    plain = chart_of(question, plan, known)
    for template in known.templates:
        chart = chart_of(question, plan, known, template)
        holds(chart)
        assert {seat.id for seat in chart.people} == {seat.id for seat in plain.people}
        assert chart.template is not None
        assert sum(unit.people for unit in chart.template.units) + chart.template.without_unit == len(chart.people)


def test_who_is_not_hired_is_passed_over() -> None:
    assert set(bosses(charted(orders=100)).values()) == {OWNER}
    half_year = bosses(charted(orders=270))
    assert half_year["pre-sale-service-1"] == half_year["warehouse-keeper-1"] == "store-manager-1"
    one_year = bosses(charted(orders=650))
    assert one_year["pre-sale-service-1"] == "service-lead-1"
    assert one_year["designer-1"] == one_year["service-lead-1"] == "store-manager-1"
    assert one_year["store-manager-1"] == one_year["purchaser-1"] == OWNER


def test_several_leads_share_their_people_evenly() -> None:
    chart = charted(orders=2000)
    leads = [span for span in chart.spans if span.role == "service-lead"]
    assert len(leads) > 1
    assert max(span.people for span in leads) - min(span.people for span in leads) <= 1


def test_spans_are_judged_at_their_bounds() -> None:
    says = {few: {span.role: span.says for span in spans(14, few)}["store-manager"] for few in ("2", "13", "14")}
    assert says == {"2": "fits", "13": "fits", "14": "few"}
    over = next(span for span in spans(13, "2") if span.role == "store-manager")
    assert (over.people, over.most, over.says) == (14, 13, "many")
    assert all(span.says != "few" for span in charted(orders=30).spans)  # one person under the owner is no fault


def spans(most: int, few: str) -> Any:
    return charted(orders=300, assumptions={"span_most": str(most), "span_few": few}).spans


def test_a_team_shows_its_people_by_name_and_the_places_to_fill() -> None:
    people = {"Li Na": "store-manager", "Wang Fang": "designer", "Chen Hao": "customer-service-agent"}
    team = Team.model_validate({"people": people, "roles": {"warehouse-keeper": {"people": 1, "part_time": 2}}})
    chart = charted(orders=270, team=team)
    holds(chart)
    by_name = {seat.name: seat for seat in chart.people if seat.name}
    assert set(by_name) == set(people)
    assert by_name["Chen Hao"].role == "pre-sale-service"
    assert by_name["Chen Hao"].title == "customer-service-agent"
    assert by_name["Wang Fang"].boss == by_name["Li Na"].id
    missing = {hire.role: hire.people for hire in recommend(organisation()[0], store(orders=270, team=team)).to_hire}
    vacant = [seat.role for seat in chart.people if seat.status == VACANT]
    assert {role: vacant.count(role) for role in vacant} == missing
    assert len(chart.people) - len(vacant) == 6


def test_whoever_is_to_hire_leads_nobody_yet() -> None:
    chart = charted(orders=270, team=Team.model_validate({"roles": {"designer": 1}}))
    assert set(bosses(chart).values()) == {OWNER}


def test_a_boss_by_name_goes_before_the_line_and_nobody_comes_under_himself() -> None:
    people = {
        "Li Na": {"role": "store-manager", "reports_to": "Wang Fang"},
        "Wang Fang": "designer",
        "Chen Hao": {"role": "bookkeeper", "reports_to": "Li Na"},
        "Zhao Lei": {"role": "operator", "reports_to": "owner"},
    }
    chart = charted(orders=270, team=Team.model_validate({"people": people}))
    holds(chart)
    above = {seat.name: seat.boss for seat in chart.people if seat.name}
    assert above == {"Li Na": "designer-1", "Wang Fang": OWNER, "Chen Hao": "store-manager-1", "Zhao Lei": OWNER}


def test_forms_are_compared_by_what_they_leave_empty_and_want_in_leads() -> None:
    forms = {form.id: form for form in charted(orders=300, compare=True).compared}
    assert set(forms) == set(organisation()[1].templates)
    assert [form for form, each in forms.items() if each.fits] == ["four-departments", "four-functions"]
    four = forms["four-departments"]
    assert {unit.id: unit.people for unit in four.units} == {"operations": 3, "design": 1, "service": 7, "logistics": 4}
    assert (four.empty, four.leads, four.more_leads, four.without_unit) == ((), 1, 2, 0)
    assert [unit.id for unit in four.units if unit.lacks_lead] == ["service", "logistics"]
    assert forms["platform-supplier"].without_unit == 8  # service and design have no part in it
    assert forms["seven-own-site"].empty == ("technology", "finance", "people")


def test_a_form_with_a_head_puts_the_others_under_him() -> None:
    above = bosses(charted("nine-roles", orders=650))
    assert above["service-lead-1"] == above["operator-1"] == "store-manager-1"
    assert above["pre-sale-service-1"] == "service-lead-1"


def test_a_form_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(TeamplanError) as caught:
        charted("four-department", orders=300)
    assert [(each.key, each.near) for each in caught.value.problems] == [("unknown-template", "four-departments")]
