"""The promises of the design over every playbook that ships, and over every overlay on the built-in one.

What holds of the built-in playbook in `test_promises` and in the tests of the engine is asked here of all of them.
"""

from fractions import Fraction
from functools import cache
from itertools import pairwise
from math import inf, nextafter

import pytest

from teamplan.engine.linear import ORDERS
from teamplan.engine.load import Setting
from teamplan.engine.owner import RELIEF
from teamplan.engine.question import Question, ask
from teamplan.engine.shop import Shop
from teamplan.playbook.figures import Figure
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import FOUNDER_SKILLS, Store
from teamplan.questions.orgchart.answer import orgchart
from teamplan.questions.recommend.answer import recommend, role_plan
from teamplan.questions.stages.answer import failed_examples
from teamplan.reading.load import load
from teamplan.reading.organisation import read_organisation
from teamplan.reading.places import (
    BUILT_IN,
    Overlaid,
    Where,
    built_in,
    overlay_folder,
    playbook_folder,
    shipped,
    shipped_overlays,
)

WAYS = [name for name in shipped() if name != BUILT_IN] + [f"{BUILT_IN}+{name}" for name in shipped_overlays()]
SKILLS: list[tuple[str, ...]] = [FOUNDER_SKILLS, ()]
VOLUMES = (0.0, 5.0, 24.0, 90.0, 270.0, 650.0, 3000.0)
FAR = (1500.0, 3000.0, 10_000.0, 50_000.0)


def place(way: str) -> Where:
    name, *overlays = way.split("+")
    return Overlaid(built_in(), tuple(map(overlay_folder, overlays))) if overlays else playbook_folder(name)


@cache
def of(way: str) -> Playbook:
    return load(place(way))


@cache
def shop(way: str, skills: tuple[str, ...]) -> Shop:
    return Shop(of(way), Setting(frozenset(skills)))


def asked(way: str, orders: float, skills: tuple[str, ...] = FOUNDER_SKILLS) -> Question:
    known = tuple(skill for skill in skills if skill in of(way).frame.functions)
    return ask(of(way), Store(orders=Fraction(orders), founder_skills=known))


def borders(playbook: Playbook) -> list[float]:
    bounds = [float(stage.starts_at.orders) for stage in playbook.stages.values()][1:]
    return [side for bound in bounds for side in (nextafter(bound, 0.0), bound)]


@pytest.mark.parametrize("way", WAYS)
def test_examples_hold(way: str) -> None:
    assert list(failed_examples(of(way))) == []


@pytest.mark.parametrize("skills", SKILLS, ids=["all-skills", "no-skills"])
@pytest.mark.parametrize("way", WAYS)
def test_growth_never_costs_people(way: str, skills: tuple[str, ...]) -> None:
    volumes = sorted([*(float(orders) for orders in range(0, 1001, 5)), *borders(of(way)), *FAR])
    totals = [sum(shop(way, skills).headcounts({ORDERS: orders}).values()) for orders in volumes]
    assert [volumes[at] for at, (before, after) in enumerate(pairwise(totals), start=1) if after < before] == []


@pytest.mark.parametrize("way", WAYS)
def test_nobody_is_given_more_than_can_be_done(way: str) -> None:
    for skills in SKILLS:
        for orders in (*VOLUMES, *borders(of(way))):
            question = asked(way, orders, skills)
            for role, people in question.heads.items():
                post = question.stage.posts[role]
                assert not people or post.post.exactly is not None or question.fte(post) <= people, (role, orders)
            owner = recommend(of(way), question.store).owner
            assert owner.limit is None or owner.fte <= owner.limit + 1e-9, orders


@pytest.mark.parametrize("way", WAYS)
def test_every_hour_is_somebodys(way: str) -> None:
    for orders in VOLUMES:
        question = asked(way, orders)
        playbook, stage_id = question.playbook, question.stage.stage_id
        arising = [duty for duty in playbook.duties if playbook.arises(duty, stage_id)]
        hired = [role for role, people in question.heads.items() if people]
        posts, at = question.stage.posts, question.volume.at
        bought = [role for role in posts if role not in hired and question.stage.bought_in(role, at)]
        by_roles = [duty for role in (*hired, *bought) for duty in posts[role].arising]
        own = {each.duty for each in question.owner() if each.why != RELIEF}
        assert sorted([*by_roles, *own, *question.stage.comes_later(orders)]) == sorted(arising)


@pytest.mark.parametrize("way", WAYS)
def test_both_sides_of_the_next_hires_are_exact(way: str) -> None:
    climbed = 0
    for orders in (0.0, *(bound for bound in borders(of(way))[1::2])):
        question = asked(way, orders)
        for role in question.heads:
            here = role_plan(question, role)
            if here.next_at is None:
                continue
            full = here.next_at.orders
            assert asked(way, full).heads[role] == here.headcount
            above = asked(way, nextafter(full, inf))
            assert above.heads.get(role, 0) > here.headcount or above.stage.stage_id != question.stage.stage_id
            climbed += 1
    assert climbed


@pytest.mark.parametrize("way", WAYS)
def test_a_table_and_a_plan_agree(way: str) -> None:
    plan, table = shop(way, FOUNDER_SKILLS), shop(way, FOUNDER_SKILLS).table(800.0)
    roles = list(of(way).roles)
    for orders in (0.0, 10.0, 60.0, 199.0, 200.0, 431.5, 800.0):
        heads = plan.headcounts({ORDERS: orders})
        assert list(table.at(orders)[1]) == [heads.get(role, 0) for role in roles]


@pytest.mark.parametrize("way", WAYS)
def test_everybody_has_one_boss(way: str) -> None:
    organisation = read_organisation(place(way), of(way))
    for orders in (*(float(stage.starts_at.orders) for stage in of(way).stages.values()), 3000.0):
        chart = orgchart(of(way), organisation, Store(orders=Fraction(orders)), None, compare=False)
        bosses = {seat.id: seat.boss for seat in chart.people}
        assert len(bosses) == len(chart.people)
        for person in bosses:
            chain = [person]
            while chain[-1] in bosses:
                chain.append(bosses[chain[-1]])
                assert len(chain) <= len(bosses) + 1, chain


@pytest.mark.parametrize("way", WAYS)
def test_every_number_has_a_source_or_a_reason(way: str) -> None:
    playbook = of(way)
    pays = [figure for role in playbook.roles.values() for figure in role.pay.values()]
    figures: list[Figure] = [*playbook.assumptions.values(), *pays]
    assert all(each.source or (each.grade == "J" and each.reason) for each in figures)
    assert all(duty.source for duty in playbook.duties.values())
