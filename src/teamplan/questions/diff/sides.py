"""Owns what the two sides of `diff` are: stages, saved plans or charts, team files or playbook folders."""

from pathlib import Path
from typing import Any

from teamplan.engine.amounts import resolve
from teamplan.engine.pay.payroll import payroll_of
from teamplan.engine.present import counted, plain
from teamplan.errors import Problem, TeamplanError, unknown
from teamplan.page.answer import FORMAT_VERSION
from teamplan.playbook.money import Money
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store, Team
from teamplan.questions.diff.answer import (
    Change,
    Difference,
    cost_of,
    diff_costs,
    diff_heads,
    diff_plans,
    diff_playbooks,
    diff_stages,
    heads_of,
)
from teamplan.questions.diff.charts import diff_charts
from teamplan.questions.diff.saved_plan import read_saved
from teamplan.questions.recommend.answer import recommend
from teamplan.questions.recommend.plan import Plan, RolePlan
from teamplan.reading.compiled import playbook_in
from teamplan.reading.inputs import read_team_file
from teamplan.reading.places import Where, overlaid, overlays_of, own_folder, playbook_folder
from teamplan.reading.text import is_folder, named_file, suffix_of

TEAMS = (".yaml", ".yml", ".csv")
Side = tuple[str, Any]  # kind (stage, plan, chart, team, playbook) and what was read


def compare(playbook: Playbook, a: str, b: str, store: Store | None, paid: Store | None = None) -> Difference:
    """The differences. People of a team file cost what they do at the place and in the currency of `paid`.

    Raises a TeamplanError for sides that cannot be read or compared, or for costs that cannot be told.
    """
    sides = _sides(playbook, a, b)
    (kind_a, before), (kind_b, after) = sides
    kinds = {kind_a, kind_b}
    if kinds == {"stage"}:
        plans = _planned(playbook, store or _at_the_border(playbook, a, b), a, b)
        before, after = ([role for role in plan.roles if role.headcount] for plan in plans)
        heads = () if store is None else diff_heads(*(_headcounts(roles) for roles in (before, after)))
        costs = [plan.cost.total.likely if plan.cost else None for plan in plans]
        heads += () if store is None else diff_costs(*costs)
        held = _carried(before), _carried(after)
        return Difference(a, b, "stage", (*diff_stages(playbook, a, b, held), *heads))
    if kinds == {"playbook"}:
        return Difference(a, b, "playbook", (*diff_playbooks(before, after), *_of_the_shop(before, after, store)))
    if kinds == {"plan"}:
        return Difference(a, b, "plan", diff_plans(before, after))
    if kinds == {"chart"}:
        return Difference(a, b, "chart", diff_charts(before, after))
    if kinds <= {"team", "plan"}:
        people = [_heads(playbook, *each) for each in sides]
        costs = [_cost(playbook, paid or Store(), *each) for each in sides]
        return Difference(a, b, "team", (*diff_heads(*people), *diff_costs(*costs)))
    raise TeamplanError([Problem("diff-mixed", {"a": a, "b": b, "kind_a": kind_a, "kind_b": kind_b})])


def _of_the_shop(before: Playbook, after: Playbook, store: Store | None) -> tuple[Change, ...]:
    """What one shop needs by the one playbook and by the other, where it gives its volume."""
    if store is None:
        return ()
    plans = [recommend(each, store) for each in (before, after)]
    people = [{role.id: role.headcount for role in plan.roles if role.headcount} for plan in plans]
    costs = [plan.cost.total.likely if plan.cost else None for plan in plans]
    return (*diff_heads(*people), *diff_costs(*costs))


def named_in(playbook: Playbook, *names: str) -> Playbook:
    """The playbook with the names of what the playbooks among the sides know besides."""
    for name in names:
        place = _folder(playbook, name)
        if place is not None:
            side = playbook_in(place)
            playbook = playbook.with_(
                roles={**side.roles, **playbook.roles},
                duties={**side.duties, **playbook.duties},
                stages={**side.stages, **playbook.stages},
            )
    return playbook


def _planned(playbook: Playbook, store: Store, *stages: str) -> list[Plan]:
    """One shop, planned in the one stage and in the other."""
    return [recommend(playbook, store.model_copy(update={"stage": stage})) for stage in stages]


def _headcounts(roles: list[RolePlan]) -> dict[str, int]:
    return {role.id: role.headcount for role in roles}


def _carried(roles: list[RolePlan]) -> dict[str, tuple[str, ...]]:
    """The duties of each role, with those that it does for a post that is not open yet."""
    return {role.id: tuple(role.duties) for role in roles}


def _at_the_border(playbook: Playbook, *stages: str) -> Store:
    """A shop where the later stage begins, whose founder has no skill: every post that work asks for is filled."""
    orders = max(playbook.stages[stage].starts_at.orders for stage in stages)
    return Store(orders=orders, visitors=orders, founder_skills=())


def _heads(playbook: Playbook, kind: str, side: Any) -> dict[str, int | float]:
    """People by role of a plan, by title of a team file: part-time ones count their hours."""
    if kind == "plan":
        return dict(heads_of(side))
    return {title: plain(people) for title, people in counted(side, resolve(playbook).time).items()}


def _cost(playbook: Playbook, paid: Store, kind: str, side: Any) -> Money | None:
    """What a month of a side costs: as it was saved with a plan, of a team file by the titles of its people."""
    if kind == "plan":
        return cost_of(side)
    return payroll_of(playbook, paid).month(counted(side, resolve(playbook).time)).likely


def _sides(playbook: Playbook, *names: str) -> list[Side]:
    sides: list[Side] = []
    problems: list[Problem] = []
    for name in names:
        try:
            sides.append(_side(playbook, name))
        except TeamplanError as error:
            problems += error.problems
    if problems:
        raise TeamplanError(problems)
    return sides


def _side(playbook: Playbook, name: str) -> Side:
    path = named_file(name)
    if name in playbook.stages:
        return "stage", name
    if (folder := _folder(playbook, name)) is not None:
        return "playbook", playbook_in(folder)
    suffix = suffix_of(path)
    if suffix == ".json":
        return read_saved(path, FORMAT_VERSION)
    if suffix in TEAMS:
        return "team", _team(path, playbook)
    raise TeamplanError([unknown("stage", name, playbook.stages)])


def _folder(playbook: Playbook, name: str) -> Where | None:
    """Where a side that is a playbook is, by its folder or the name of a shipped one, with `+` before each overlay."""
    if name in playbook.stages:
        return None
    if is_folder(folder := playbook_folder(name)):
        return folder
    first, *over = name.split("+")
    where = overlaid(first, over)
    return where if over and all(map(is_folder, (own_folder(where), *overlays_of(where)))) else None


def _team(path: Path, playbook: Playbook) -> Team:
    team, problems = read_team_file(path, playbook.roles)
    if team is None or problems:
        raise TeamplanError(problems)
    return team
