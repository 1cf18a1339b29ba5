"""`curves` tells the steps of the very shop that `recommend` plans, as far as it is asked, for any program to read."""

import csv
import io
import json
from bisect import bisect_right
from fractions import Fraction
from math import inf, nextafter
from random import Random
from typing import Any

import pytest

from teamplan.errors import TeamplanError
from teamplan.language import LANGUAGES, Language, Speaker
from teamplan.page import csv_text, json_text
from teamplan.page.answer import Answer
from teamplan.page.words import Words
from teamplan.playbook.playbook import Playbook
from teamplan.questions.curves.answer import curves
from teamplan.questions.curves.page import shown
from teamplan.questions.curves.question import CurvesQuestion
from teamplan.questions.recommend.answer import recommend
from tests.engine.small import small
from tests.engine.test_thresholds import PACKER, WATCHER
from tests.shops import hired, store

SHOPS: list[dict[str, Any]] = [
    {"founder_skills": (), "percentile": 80},
    {"owner_hours": 3, "hire_order": "source000", "assumptions": {"pack_minutes": "3 min"}},
    {"stage": "half-year", "new_products": 12, "category": "womens-wear"},
]


def answer(playbook: Playbook, language: Language = "en", most: float | None = None, **given: Any) -> Answer:
    asked = CurvesQuestion.model_validate({} if most is None else {"most_orders": most})
    return shown(curves(playbook, store(**given), asked), Words(Speaker(language), playbook), asked)


def read(data: dict[str, Any], orders: float) -> tuple[str, dict[str, int]]:
    """The team at a volume as a page in a browser would read it."""
    stage = data["stages"][bisect_right([each["from_orders"] for each in data["stages"]], orders) - 1]
    heads = {
        role: known["people"] + bisect_right(known["one_more_from"], orders) for role, known in stage["roles"].items()
    }
    return stage["stage"], {role: people for role, people in heads.items() if people}


@pytest.mark.parametrize("given", SHOPS)
def test_json_says_what_recommend_says(playbook: Playbook, given: dict[str, Any]) -> None:
    data, random = json.loads(json_text.text(answer(playbook, most=600.0, **given))), Random(5)
    edges = [at for stage in data["stages"] for known in stage["roles"].values() for at in known["one_more_from"]]
    for orders in (0.0, 600.0, *edges, *(random.uniform(0, 600) for _ in range(50))):
        assert read(data, orders)[1] == hired(playbook, orders=orders, **given)
    plan = recommend(playbook, store(orders=edges[-1], **given))
    people = {role.id: role.headcount for role in plan.roles if role.headcount}
    assert read(data, edges[-1]) == (plan.stage.id, people)


def test_csv_holds_the_same_steps_and_where_a_role_ends(playbook: Playbook) -> None:
    given = answer(playbook)
    data, rows = json.loads(json_text.text(given)), list(csv.DictReader(io.StringIO(csv_text.text(given))))
    for orders in (0.0, 8.0, 49.0, 79.0, 190.5, 200.0, 499.0, 500.0, 2835.0, 6000.0):
        heads: dict[str, int] = {}
        for row in rows:
            if float(row["from"]) <= orders:
                heads[row["role"]] = int(row["people"])
        assert {role: people for role, people in heads.items() if people} == read(data, orders)[1]
    assert {row["by"] for row in rows} == {"orders"}


def test_it_reaches_beyond_the_shop_and_the_last_stage() -> None:
    packed = small({"packer": PACKER}, pack="0.1 min")
    shops: tuple[dict[str, Any], ...] = ({}, {"orders": 0}, {"orders": 270}, {"orders": 2500}, {"orders": 10**6})
    ends = [curves(packed, store(**shop), CurvesQuestion()).most_orders for shop in shops]
    assert ends == [6000.0, 6000.0, 6000.0, 7500.0, 1_000_000.0]
    many = small(*[{"packer": PACKER}] * 40)
    assert curves(many, store(), CurvesQuestion()).most_orders == 7800.0


@pytest.mark.parametrize(
    ("given", "asked", "most"),
    [
        ({"conversion": "4%"}, {"most_orders": 100}, 2500.0),
        ({"orders": 10, "visitors": 1000}, {"most_orders": 100}, 10_000.0),
        ({}, {"most_orders": 100, "most_visitors": 700}, 700.0),
        ({"orders": 30}, {"most_orders": 100, "most_visitors": 700}, 700.0),
    ],
)
def test_visitors_are_looked_at_where_a_role_depends_on_them(
    given: dict[str, Any], asked: dict[str, Any], most: float
) -> None:
    watched = small({"watcher": WATCHER})
    assert curves(watched, store(**given), CurvesQuestion.model_validate(asked)).most_visitors == most
    packed = small({"packer": PACKER})
    assert (
        curves(packed, store(**given), CurvesQuestion(most_orders=Fraction(asked["most_orders"]))).most_visitors is None
    )


@pytest.mark.parametrize(("conversion", "orders"), [(0.021, 37), (0.045, 37), (0.262, 1932)])
def test_the_most_visitors_are_those_of_the_most_orders_both_ways(conversion: float, orders: int) -> None:
    """A product that is rounded may let in more visitors than the quotient says, or fewer."""
    watched = small({"watcher": WATCHER})
    most = curves(watched, store(conversion=conversion), CurvesQuestion(most_orders=Fraction(orders))).most_visitors
    assert most is not None
    assert nextafter(most, inf) * conversion > orders
    assert most >= orders / conversion


def test_visitors_that_nobody_tells_are_asked_for() -> None:
    watched = small({"watcher": WATCHER})
    for given in ({}, {"orders": 5}):
        with pytest.raises(TeamplanError) as raised:
            curves(watched, store(**given), CurvesQuestion())
        assert [(each.key, each.values) for each in raised.value.problems] == [("visitors-needed", {"role": "watcher"})]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_tells_steps_of_visitors_apart(language: Language) -> None:
    watched = small({"packer": PACKER, "watcher": WATCHER})
    asked = CurvesQuestion.model_validate({"most_orders": 250, "most_visitors": 1000})
    given = shown(curves(watched, store(), asked), Words(Speaker(language), watched), asked)
    told = str(given.page())
    assert ("visitors: 0, 480, 960" if language == "en" else "按访客数：0、480、960") in told
    assert ("'0, 120, 240'" if language == "en" else "'0、120、240'") in told
    assert [row[2:] for row in given.tables()[0].rows[-4:]] == [
        ("visitors", 0.0, 0),
        ("visitors", 5e-324, 1),
        ("visitors", pytest.approx(480.0), 2),
        ("visitors", pytest.approx(960.0), 3),
    ]


def test_it_is_about_ten_kilobytes(playbook: Playbook) -> None:
    assert len(json_text.text(answer(playbook))) < 16_000
    assert answer(playbook).statement is not None
