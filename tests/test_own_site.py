"""The shop on its own site: the promises of the first playbook hold on it, and every command answers for it."""

import shlex
from fractions import Fraction
from itertools import pairwise
from math import inf, isfinite, nextafter
from pathlib import Path
from random import Random
from typing import Any

import pytest

from teamplan.cli.app import COMMANDS, GROUPS
from teamplan.engine.linear import ORDERS
from teamplan.engine.load import Setting
from teamplan.engine.owner import RELIEF, hours_carried, owner_duties, owner_limit
from teamplan.engine.shop import Shop
from teamplan.engine.staffing import StageCurves
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Quantity
from teamplan.playbook.store import FOUNDER_SKILLS
from teamplan.reading.load import inspect
from teamplan.reading.places import stages_folder
from tests.cli.prompt import teamplan
from tests.cli.test_chinese_pages import WORD, strays
from tests.shops import asked, heads
from tests.test_promises import walk, walk_all

STAGES = ("founding", "director-first", "core-team", "nine-roles", "departments")
NINE = {  # the nine key roles of article 001, by the orders a day from which each is a post
    "ecommerce-director": 11,
    "customer-service-agent": 15,
    "inventory-assistant": 60,
    "digital-marketing-manager": 60,
    "operations-specialist": 111,
    "inventory-manager": 200,
    "digital-operations-manager": 200,
    "finance-specialist": 200,
    "logistics-manager": 301,
    "business-analyst": 2000,
}
SHOPS: list[tuple[tuple[str, ...], dict[str, Any]]] = [
    (FOUNDER_SKILLS, {}),
    ((), {}),
    (FOUNDER_SKILLS, {"new-products": Fraction(10)}),
    (FOUNDER_SKILLS, {"ad-spend": Fraction(28_000)}),
]
NAMES = ["all skills", "no skills", "new products", "ad spend"]
BORDERS = [10.0, 60.0, 200.0, 600.0]


@pytest.fixture(scope="module")
def own_site() -> Playbook:
    playbook, problems = inspect(stages_folder() / "own-site")
    assert problems == []
    assert playbook is not None
    return playbook


def owner_hours(stage: StageCurves, orders: float, people: dict[str, int]) -> Fraction:
    return hours_carried(owner_duties(stage, {ORDERS: Fraction(orders)}, people))


# The nine roles, and nobody over the limit.


@pytest.mark.parametrize("visitors", [1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000])
def test_the_nine_roles_come_as_their_volume_needs_them(own_site: Playbook, visitors: int) -> None:
    question = asked(own_site, visitors=visitors, conversion="2%")
    orders, there = float(question.volume.at[ORDERS]), {role for role, people in question.heads.items() if people}
    assert question.heads["ecommerce-director"] == 1
    assert {role for role, first in NINE.items() if orders >= first} <= there
    limit = owner_limit(own_site, question.shop.amounts, None)
    assert limit is not None
    assert hours_carried(question.owner()) <= limit
    for role in there:
        assert question.fte(question.stage.posts[role]) <= question.heads[role], role


def test_chats_hang_on_orders_and_what_a_shop_counts_replaces_them(own_site: Playbook) -> None:
    question = asked(own_site, visitors=20_000, conversion="2%")
    assert question.stage.loads.driver("live-chats").at({ORDERS: 400}) == 200 == 20_000 // 100
    few, many = (asked(own_site, orders=400, chats=chats).heads["customer-service-agent"] for chats in (50, 800))
    assert few < question.heads["customer-service-agent"] < many


# Growth never costs people, and people come one by one.


def path_of(shop: Shop, volumes: list[float]) -> list[tuple[float, StageCurves, dict[str, int]]]:
    stages = (shop.compiled(shop.stage_of(volume)) for volume in volumes)
    return [(volume, stage, stage.headcounts({ORDERS: volume})) for volume, stage in zip(volumes, stages, strict=True)]


def check_path(own_site: Playbook, shop: Shop, volumes: list[float]) -> None:
    limit = owner_limit(own_site, shop.amounts, None)
    assert limit is not None
    path = path_of(shop, volumes)
    assert all(owner_hours(stage, orders, people) <= limit for orders, stage, people in path)
    for (before, _, few), (orders, _, more) in pairwise(path):
        grown = sum(more.values()) - sum(few.values())
        assert grown >= 0, orders
        assert grown <= 2 or orders - before > 1, (orders, few, more)


@pytest.mark.parametrize(("skills", "inputs"), SHOPS, ids=NAMES)
def test_a_shop_that_grows_never_loses_people_nor_gains_many_at_once(
    own_site: Playbook, skills: tuple[str, ...], inputs: dict[str, Any]
) -> None:
    around = {border + step for border in BORDERS for step in (-1.0, 0.0, 1.0)}
    below = {nextafter(border, 0.0) for border in BORDERS}
    check_path(
        own_site, Shop(own_site, Setting(frozenset(skills), inputs)), sorted({*range(0, 1001, 12), *around, *below})
    )


@pytest.mark.parametrize("seed", range(5))
def test_growth_never_costs_people_under_any_assumptions(own_site: Playbook, seed: int) -> None:
    """Assumptions anywhere within their ranges; inputs and chat lengths of all stages at the same place of theirs."""
    chance, given = Random(seed), {}
    together, tenths = ("new_products_", "ad_spend_", "chat_minutes_"), chance.randint(0, 10)
    for name, known in own_site.assumptions.items():
        alike = name.startswith(together)
        if alike or (chance.random() < 0.1 and not name.startswith("legal_")):
            low, high = known.range
            place = Fraction(tenths if alike else chance.randint(0, 10), 10)
            given[name] = Quantity(low + (high - low) * place, known.value.unit)
    shop = asked(own_site, orders=0, assumptions=given).shop
    volumes = sorted([*map(float, range(0, 1001, 50)), *BORDERS, *(nextafter(border, 0.0) for border in BORDERS)])
    totals = [sum(people.values()) for _, _, people in path_of(shop, volumes)]
    assert totals == sorted(totals)


@pytest.mark.slow
@pytest.mark.parametrize(("skills", "inputs"), SHOPS, ids=NAMES)
def test_the_same_at_every_order(own_site: Playbook, skills: tuple[str, ...], inputs: dict[str, Any]) -> None:
    check_path(own_site, Shop(own_site, Setting(frozenset(skills), inputs)), [*map(float, range(1001))])


def test_where_the_owner_is_full_is_exact(own_site: Playbook) -> None:
    shop = Shop(own_site, Setting(frozenset(FOUNDER_SKILLS)))
    limit, found = owner_limit(own_site, shop.amounts, None), 0
    assert limit is not None
    for stage_id in STAGES:
        stage = shop.compiled(stage_id)
        assert stage.openings is not None
        for opening in stage.openings.upto(min(stage.ends[1], 1000.0)):
            if isfinite(opening.above):
                few, more = (stage.headcounts({ORDERS: at}) for at in (opening.above, nextafter(opening.above, inf)))
                assert few[opening.role] < opening.people <= more[opening.role]
                assert owner_hours(stage, opening.above, few) <= limit
                found += 1
    assert found


@pytest.mark.parametrize("role", ["customer-service-agent", "inventory-assistant"])
def test_next_at_is_exact(own_site: Playbook, role: str) -> None:
    assert walk(own_site, "core-team", role, 1, {}, ORDERS)


@pytest.mark.slow
@pytest.mark.parametrize("stage", STAGES)
def test_next_at_is_exact_for_all_roles(own_site: Playbook, stage: str) -> None:
    assert walk_all(own_site, stage, 4, {"stage": stage}) or stage == "founding"


@pytest.mark.parametrize("orders", [4.0, 20.0, 100.0, 250.0, 400.0, 1500.0])
def test_every_hour_is_somebodys(own_site: Playbook, orders: float) -> None:
    question = asked(own_site, orders=orders)
    stage = question.stage
    hours = {
        duty: stage.loads.duty(each).at(question.point)
        for duty, each in own_site.duties.items()
        if own_site.arises(duty, stage.stage_id)
    }
    hired = [post for role, post in stage.posts.items() if question.heads[role]]
    own = {each.duty: each.hours for each in question.owner() if each.why != RELIEF}
    carried = [*own, *(duty for post in hired for duty in post.arising), *stage.comes_later(orders)]
    assert sorted(carried) == sorted(hours)
    later = sum((hours[duty] for duty in stage.comes_later(orders)), Fraction(0))
    by_roles = sum((post.load.at(question.point) for post in hired), Fraction(0))
    assert by_roles + later + sum(own.values()) == sum(hours.values())


def test_a_compiled_shop_agrees_with_one_that_is_asked(own_site: Playbook) -> None:
    for orders in (3.0, 59.9, 60.0, 380.5, 2000.0):
        assert asked(own_site, orders=orders).heads == heads(own_site, orders=orders)


# Every command.

SHOP = "--visitors 5000 --conversion 2%"
LARGE = "--orders 400"
PROMPTS = (
    "recommend --orders 25 --details",
    "recommend --orders 2000",
    "recommend --orders 4 --founder-skills none --category apparel",
    "recommend --orders 100 --team team.yaml --city texas",
    "recommend --shops shops.yaml",
    f"explain ecommerce-director {SHOP}",
    f"explain live-chat {SHOP} --chats 80",
    "explain owner --orders 100",
    f"orgchart {LARGE} --compare",
    f"checklist {LARGE}",
    "diff director-first nine-roles --orders 100",
    "service --chats 200",
    f"simulate {LARGE} --days 3",
    f"sweep visitors=1000..20000 {SHOP} --steps 2",
    "sweep chats=20..200 --orders 100 --steps 2",
    f"capacity --team team.yaml {SHOP}",
    f"next {SHOP}",
    f"budget {LARGE} --order-value 70 --gross-margin 50% --courier 6",
    "source --orders 40",
    "source customer-service-agent --orders 100 --order-value 70",
    f"recommend {LARGE} --sourcing search-marketer=advertising-agency",
    f"report {SHOP} --growth 5%/month --from 2026-12-01 --months 2",
    f"hire {SHOP} --growth 5%/month --from 2026-12-01 --months 3",
    "peak --event site-sale --orders 40 --mix rule",
    "stages list",
    *(f"stages show {stage}" for stage in STAGES),
    f"pay phase {LARGE}",
    f"pay template {SHOP}",
    "pay sheet pay.yaml",
    "pay check pay.yaml",
    "pay explain Ana pay.yaml",
)  # fmt: skip
FILES = {
    "team.yaml": "roles: {ecommerce-director: 1, customer-service-agent: 2, inventory-assistant: 2}\n",
    "shops.yaml": "shops:\n- {name: a, orders: 30}\n- {name: b, orders: 70}\n",
    "pay.yaml": "people:\n- {name: Ana, role: customer-service-agent, base: 3000, performance: 1.1}\n",
}
WITHOUT_SHOP = {"schema"}  # commands that no playbook answers


def test_every_command_is_among_the_prompts() -> None:
    asked_for = {prompt.split()[0] for prompt in PROMPTS}
    assert asked_for | WITHOUT_SHOP >= {*COMMANDS, *GROUPS} - {"playbooks", "duties", "curves"}


def answered(prompt: str, folder: Path, language: str) -> str:
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    asked_for = (*shlex.split(prompt), "--lang", language)
    done = teamplan(*asked_for, cwd=folder, TEAMPLAN_PLAYBOOK="own-site", COLUMNS="1000")
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("prompt", PROMPTS)
def test_every_command_answers_and_in_chinese_without_an_english_word(
    prompt: str, own_site: Playbook, tmp_path: Path
) -> None:
    assert strays(answered(prompt, tmp_path, "zh"), ids(own_site)) - set(WORD.findall(prompt)) - {"Ana"} == set()


@pytest.mark.parametrize("prompt", [PROMPTS[0], f"budget {LARGE}", "orgchart --orders 100", "stages show founding"])
def test_sums_are_dollars(prompt: str, tmp_path: Path) -> None:
    page = answered(prompt, tmp_path, "en")
    assert "CNY" not in page
    assert ("USD" in page) == (prompt.split()[0] in ("recommend", "budget"))


def ids(playbook: Playbook) -> set[str]:
    frame = playbook.frame
    named = (playbook.roles, playbook.duties, playbook.stages, playbook.assumptions, playbook.sources)
    return {each for names in (*named, frame.functions, frame.drivers, playbook.sourcing) for each in names}
