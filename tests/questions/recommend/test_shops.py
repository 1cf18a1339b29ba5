"""`recommend --shops` and `budget --shops` tell the same people and the same sum."""

import csv
import io
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from teamplan.engine.pay.band import summed
from teamplan.errors import TeamplanError
from teamplan.language import LANGUAGES, Language, Speaker
from teamplan.page.formats import FORMATS, text_of
from teamplan.page.words import Words
from teamplan.playbook.playbook import Playbook
from teamplan.questions.budget import shops_page as budget_page
from teamplan.questions.budget.answer import budget
from teamplan.questions.budget.question import BudgetQuestion
from teamplan.questions.recommend import shops_page
from teamplan.questions.recommend.answer import recommend
from teamplan.questions.recommend.shops import ShopsPlan, shops_plan
from teamplan.reading.shops import read_shops
from tests.conftest import ROOT
from tests.shops import store


@pytest.fixture(scope="module")
def plan(playbook: Playbook) -> ShopsPlan:
    stores, notes = read_shops(ROOT / "examples" / "shops.yaml", playbook)
    assert not notes
    return shops_plan(playbook, stores)


def data(plan: ShopsPlan, playbook: Playbook, page: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text_of(page.shown(plan, Words(Speaker("en"), playbook)), "json"))
    return found


def test_both_tell_the_same_people_and_the_same_sum(plan: ShopsPlan, playbook: Playbook) -> None:
    team, money = data(plan, playbook, shops_page), data(plan, playbook, budget_page)
    assert team["cost"]["monthly_payroll"] == money["monthly_payroll"]
    assert team["cost"]["roles"] == money["roles"]
    assert team["headcount"] == sum(each["people"] for each in money["roles"]) == plan.people
    assert team["headcount_apart"] == money["apart"]["people"]
    now = plan.cost.now
    assert summed((each.total for each in now.roles), now.currency) == now.total
    assert now.total.likely.amount < plan.cost.apart.total.likely.amount


def test_the_shops_say_by_themselves_what_recommend_says(plan: ShopsPlan, playbook: Playbook) -> None:
    alone = [recommend(playbook, store(orders=each.orders)) for each in plan.shops]
    assert [each.alone for each in plan.shops] == [each.headcount for each in alone]
    assert plan.owner.hours_alone == pytest.approx(sum(each.owner.hours_per_week for each in alone))


def test_what_a_shared_team_does_is_not_bought_as_well(plan: ShopsPlan) -> None:
    taken = {(shop, each.role) for each in plan.rows for shop in each.also_for}
    bought = {(shop, role) for shop, role, _ in plan.bought_in}
    assert ("Tea", "promoter") in taken
    assert bought == {("Toys", "promoter")}


def test_one_shop_costs_what_it_costs_by_itself(playbook: Playbook) -> None:
    shop = store(orders=150, city="beijing")
    single, told = shops_plan(playbook, {"Tea": shop}), budget(playbook, shop, BudgetQuestion())
    assert single.cost.now.total == single.cost.apart.total == told.total
    assert single.cost.now.roles == told.roles
    assert single.owner.fte == pytest.approx(recommend(playbook, shop).owner.fte)


def test_people_of_two_cities_are_paid_where_they_are(playbook: Playbook) -> None:
    plan = shops_plan(playbook, {"Tea": store(orders=270), "Toys": store(orders=270, city="beijing")})
    keepers = [each for each in plan.cost.now.roles if each.role == "warehouse-keeper"]
    assert [each.people for each in keepers] == [4, 4]
    assert keepers[0].total.likely.amount < keepers[1].total.likely.amount
    assert [each.place_id for each in plan.cost.places] == ["other", "beijing"]
    for page in (shops_page, budget_page):
        told = text_of(page.shown(plan, Words(Speaker("zh"), playbook)), "table")
        assert "北京" in told


@pytest.mark.parametrize("page", [shops_page, budget_page])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_has_every_role(page: Any, language: Language, plan: ShopsPlan, playbook: Playbook) -> None:
    words = Words(Speaker(language), playbook)
    roles = {each.role for each in plan.rows}
    for name in FORMATS:
        if name != "xlsx":
            told = text_of(page.shown(plan, words), name)
            assert all(words.role(role) in told or role in told for role in roles), name


@pytest.mark.parametrize(
    ("text", "key", "path"),
    [
        ("shops: []\n", "empty", ("shops",)),
        ("shops: tea\n", "not-a-list", ("shops",)),
        ("- {name: Tea, orders: 4}\n", "not-a-mapping", ()),
        ("shops: [4]\n", "not-a-mapping", ("#1",)),
        ("shops:\n" + "- {name: Tea, orders: 4}\n" * 51, "above-most", ("shops",)),
        ("shops: [{name: 5, orders: 4}]\n", "not-a-text", ("#1", "name")),
        ("shops: [{name: Tea, orders: 4, stage: teen}]\n", "unknown-stage", ("Tea", "stage")),
        ("shops: [{name: Tea, orders: 4, founder_skills: [cooking]}]\n", "unknown-function", ("Tea", "founder_skills")),
        ("shops: [{name: Tea, orders: 0, chats: 5}]\n", "count-without-orders", ("Tea", "chats")),
        ("shops: [{name: Tea, orders: 4, currency: EUR}]\n", "no-pay-in-currency", ("Tea", "currency")),
    ],
)
def test_a_fault_is_told_with_the_shop_and_the_key(
    text: str, key: str, path: tuple[str, ...], playbook: Playbook, tmp_path: Path
) -> None:
    file = tmp_path / "shops.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TeamplanError) as caught:
        read_shops(file, playbook)
    assert [(each.key, each.path) for each in caught.value.problems] == [(key, path)]
    assert all(each.where is not None and each.where.file == str(file) for each in caught.value.problems)


def test_the_title_is_that_of_so_many_shops_and_people(playbook: Playbook) -> None:
    words = Words(Speaker("en"), playbook)
    for stores, title in (
        ({"Tea": store(orders=0)}, "For 0 orders a day you need nobody besides yourself"),
        ({"Tea": store(orders=12)}, "For 12 orders a day you need 1 person besides yourself"),
        (
            {"Tea": store(orders=0), "Toys": store(orders=0)},
            "For 2 shops with 0 orders a day you need 1 person besides",
        ),
    ):
        plan = shops_plan(playbook, stores)
        assert text_of(shops_page.shown(plan, words), "table").startswith(title)
        assert ("shops" in text_of(budget_page.shown(plan, words), "table").split("\n")[0]) == (len(stores) > 1)


def test_shops_with_spaces_in_their_names_can_be_told_apart_in_csv(playbook: Playbook) -> None:
    plan = shops_plan(playbook, {"Green tea": store(orders=150), "Toys": store(orders=150)})
    rows = csv.DictReader(io.StringIO(text_of(shops_page.shown(plan, Words(Speaker("en"), playbook)), "csv")))
    assert {row["shops"] for row in rows if row["pool"]} == {"Green tea; Toys"}


def test_an_owner_whom_nothing_bounds_is_told_no_limit(plan: ShopsPlan, playbook: Playbook) -> None:
    told: dict[Language, tuple[str, str]] = {
        "en": (": 1.2, your limit is 1.3)", ": 1.2)"),
        "zh": ("全职，上限 1.3 个）", "全职）"),
    }
    for language, (bounded, free) in told.items():
        words = Words(Speaker(language), playbook)
        unbounded = plan.with_(owner=plan.owner.with_(limit=None))
        assert bounded in text_of(shops_page.shown(plan, words), "table")
        assert free in text_of(shops_page.shown(unbounded, words), "table")


@pytest.mark.parametrize(("times", "told"), [(2, "CNY a month more"), (1, "as much"), (Fraction(1, 2), "a month less")])
def test_people_apart_may_cost_more_as_much_or_less(
    times: int | Fraction, told: str, plan: ShopsPlan, playbook: Playbook
) -> None:
    now = plan.cost.now
    cost = plan.cost.with_(apart=now.with_(total=now.total * times))
    page = text_of(budget_page.shown(plan.with_(cost=cost), Words(Speaker("en"), playbook)), "table")
    line = next(line for line in page.split("\n") if "of its own" in line)
    assert told in line
    assert "-" not in line.removeprefix("  - ")
