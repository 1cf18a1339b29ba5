"""A playbook in which something is bought: it keeps every rule of a playbook, and no duty is left without a carrier."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from teamplan.engine import opening_rules, rules
from teamplan.engine.load import Setting
from teamplan.engine.rules import Finding
from teamplan.engine.shop import Shop
from teamplan.engine.sourced import bought_duties, choice_problems, sourced
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import FOUNDER_SKILLS
from teamplan.reading.load import load
from teamplan.reading.places import built_in

WHOLE = load(built_in(), sourcing=True)
CHOICES = [(role, option_id) for option_id, option in WHOLE.sourcing.items() for role in option.roles]


def findings(playbook: Playbook) -> Iterator[Finding]:
    """What `stages check` would say of the relations of its parts."""
    stages, duties = playbook.stages, playbook.duties
    for stage_id, stage in stages.items():
        yield from rules.check_stage(duties, playbook.frame.caused_by, stage_id, stage)
        yield from opening_rules.check_openings(stages, duties, stage_id)
    for before, after in pairwise(stages):
        early = {each: opening_rules.with_early_posts(stages, duties, each) for each in (before, after)}
        opened = early[before].team.keys() - stages[before].team.keys()
        yield from rules.check_refinement(duties, (before, early[before]), (after, early[after]), opened)


@pytest.mark.parametrize(("role", "option_id"), CHOICES)
def test_a_playbook_with_an_option_keeps_every_rule(role: str, option_id: str) -> None:
    assert not list(findings(sourced(WHOLE, {role: option_id})))


@pytest.mark.parametrize(("role", "option_id"), CHOICES)
def test_no_duty_is_without_a_carrier(role: str, option_id: str) -> None:
    """In each stage a duty is a post's, the owner's, or the supplier's, and never two of them."""
    changed = sourced(WHOLE, {role: option_id})
    gone = set(bought_duties(WHOLE, role, option_id))
    brings = {WHOLE.sourcing[option_id].brings} - {None}
    for stage_id, stage in changed.stages.items():
        carried = [duty for post in stage.team.values() for duty in post.duties if changed.arises(duty, stage_id)]
        assert len(carried) == len(set(carried))
        assert not gone & set(carried)
        arising = {duty for duty in changed.duties if changed.arises(duty, stage_id)}
        before = {duty for duty in WHOLE.duties if WHOLE.arises(duty, stage_id)}
        assert arising == (before - gone) | brings
        own = before - set(WHOLE.stages[stage_id].carrier)
        assert arising - set(carried) <= own | brings, "nothing new falls to the owner but the supplier"
        assert all(post.duties for post in stage.team.values())


@pytest.mark.parametrize(("role", "option_id"), CHOICES[::3])
def test_growth_still_costs_nobody(role: str, option_id: str) -> None:
    table = Shop(sourced(WHOLE, {role: option_id}), Setting(frozenset(FOUNDER_SKILLS))).table(620)
    totals = [sum(row) for row in table.rows]
    assert totals == sorted(totals)


def test_an_option_that_works_outside_the_hours_takes_no_duty() -> None:
    assert bought_duties(WHOLE, "pre-sale-service", "chats-outside-hours") == ()
    changed = sourced(WHOLE, {"pre-sale-service": "chats-outside-hours"})
    assert changed.stages["half-year"].team["pre-sale-service"].duties[-1] == "manage-service-supplier"


def test_nothing_bought_changes_nothing() -> None:
    assert sourced(WHOLE, {}) is WHOLE


def test_choices_that_do_not_fit_are_told_all_at_once() -> None:
    choices = {
        "shopkeeper": "chats-by-consult",
        "designer": "chats-by-consult",
        "operator": "agency",
        "customer-service-agent": "service-seats",
        "after-sale-service": "service-temps",
    }
    found = [(each.key, each.path[-1]) for each in choice_problems(WHOLE, choices)]
    assert found == [
        ("unknown-role", "sourcing"),
        ("option-unfit", "designer"),
        ("unknown-option", "operator"),
        ("bought-twice", "after-sale-service"),
    ]
