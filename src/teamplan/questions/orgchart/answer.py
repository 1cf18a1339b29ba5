"""Answers: who reports to whom, does a boss lead too few or too many, and which form of organisation fits this size?"""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from teamplan.engine.question import Question, ask
from teamplan.errors import Location, TeamplanError, unknown
from teamplan.playbook.organisation import Organisation
from teamplan.playbook.people import OWNER
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.orgchart.bosses import with_bosses
from teamplan.questions.orgchart.forms import compared, in_form
from teamplan.questions.orgchart.result import Compared, OrgChart, Seat, SpanOfBoss
from teamplan.questions.orgchart.seats import seats_of
from teamplan.questions.recommend.answer import plan_of
from teamplan.questions.recommend.plan import Plan


def orgchart(
    playbook: Playbook, organisation: Organisation, store: Store, template: str | None = None, *, compare: bool = False
) -> OrgChart:
    """The chart of a shop, in a form of organisation where a template is named.

    Raises a TeamplanError for a template that does not exist, and as `ask` does.
    """
    if template is not None and template not in organisation.templates:
        raise TeamplanError([unknown("template", template, organisation.templates).with_(where=Location("--template"))])
    question = ask(playbook, store)
    return chart_of(question, plan_of(question), organisation, template, compare=compare)


def chart_of(
    question: Question, plan: Plan, organisation: Organisation, template: str | None = None, *, compare: bool = False
) -> OrgChart:
    """The chart of a shop whose plan is known, in a form of organisation that exists."""
    playbook, team = question.playbook, question.store.team
    seats = with_bosses(seats_of(question), organisation, playbook, team)
    forms = tuple(_form(question, organisation, seats, each) for each in organisation.templates) if compare else ()
    placed = seats if template is None else in_form(seats, organisation.templates[template], playbook)
    return OrgChart(
        stage=plan.stage.id,
        orders=plan.store.orders,
        with_team=team is not None,
        people=tuple(placed),
        owner_hours=plan.owner.hours_per_week,
        owner=plan.owner.duties,
        spans=tuple(_spans(question, organisation, placed)),
        template=None if template is None else _form(question, organisation, seats, template),
        compared=forms,
    )


def _form(question: Question, organisation: Organisation, seats: Sequence[Seat], template_id: str) -> Compared:
    template, playbook = organisation.templates[template_id], question.playbook
    few = int(question.shop.amounts[organisation.spans.few])
    return compared(template_id, template, in_form(seats, template, playbook), few, playbook)


def _spans(question: Question, organisation: Organisation, seats: Sequence[Seat]) -> list[SpanOfBoss]:
    """Every boss with the number of those under him, places to fill included; the owner is never one too many."""
    spans, amounts = organisation.spans, question.shop.amounts
    known = {seat.id: seat for seat in seats}
    under = Counter(seat.boss for seat in seats)
    found = []
    for boss in (each for each in (OWNER, *known) if each in under):
        people = under[boss]
        role = OWNER if boss == OWNER else known[boss].role
        most = amounts[spans.by_role.get(role, spans.most)]
        says = _says(people, boss, amounts[spans.few], most)
        found.append(SpanOfBoss(boss, role, None if boss == OWNER else known[boss].name, people, int(most), says))
    return found


def _says(people: int, boss: str, few: Fraction, most: Fraction) -> str:
    if people > most:
        return "many"
    return "few" if people <= few and boss != OWNER else "fits"
