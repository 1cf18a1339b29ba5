"""Categories: sound at every size, listed in full, and given way to by whatever a shop says itself."""

import json
from pathlib import Path

import pytest

from teamplan.errors import TeamplanError
from teamplan.playbook.categories import Category
from teamplan.playbook.playbook import Playbook
from teamplan.questions.recommend.answer import plan_of
from tests.cli.prompt import teamplan
from tests.shops import asked, heads

NAMES = ("womens-wear", "mens-wear", "shoes", "beauty", "electronics", "home", "food", "furniture")


def test_the_eight_categories_are_there(playbook: Playbook) -> None:
    assert tuple(playbook.categories) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_category_is_sound_and_says_all_that_it_sets(name: str, playbook: Playbook) -> None:
    category = playbook.categories[name]
    for orders in (0, 4, 80, 270, 650):
        plan = plan_of(asked(playbook, orders=orders, category=name))
        assert plan.category is not None
        assert {each.name: each.value for each in plan.category.sets} == {
            key: str(figure.value) for key, figure in category.sets.items()
        }
        assert {each.given for each in plan.category.sets} == {None}
    assert category.year is not None
    assert sum(category.year.times(month) for month in range(1, 13)) == 12


def test_categories_move_service_and_warehouse(playbook: Playbook) -> None:
    teams = {name: heads(playbook, orders=270, category=name) for name in NAMES}
    assert teams["furniture"]["warehouse-keeper"] > 1.5 * teams["food"]["warehouse-keeper"]
    assert teams["furniture"]["pre-sale-service"] > teams["food"]["pre-sale-service"]
    assert teams["womens-wear"]["designer"] > teams["food"]["designer"]


def test_a_category_gives_way_to_the_file_and_the_file_to_options(tmp_path: Path) -> None:
    file = tmp_path / "store.yaml"
    file.write_text("orders: 270\ncategory: womens-wear\nreturn_rate: 40%\nsilent_share: 45%\n", encoding="utf-8")
    done = teamplan(
        "recommend", "--store", str(file), "--silent-share", "60%", "--set", "pack_minutes=3", "--new-products", "9",
        "--format", "json",
    )  # fmt: skip
    plan = json.loads(done.stdout)
    given = {each["name"]: each["given"] for each in plan["category"]["sets"]}
    assert (given["return_rate"], given["silent_share"], given["pack_minutes"]) == ("40%", "60%", "3 min")
    assert given["new_products_half_year"] == "9"
    assert plan["drivers"]["returns"] == 0.4 * 270
    assert plan["store"]["new_products"] == 9


def test_the_busiest_month_is_read_off_the_same_curves(playbook: Playbook) -> None:
    plan = plan_of(asked(playbook, orders=270, category="food"))
    assert plan.category is not None
    busiest = plan.category.busiest
    assert busiest is not None
    assert (busiest.month, busiest.orders) == (1, 270 * 1.35)
    assert busiest.people == sum(heads(playbook, orders=270 * 1.35, category="food").values())


def test_food_sees_more_chats_at_a_promotion() -> None:
    asking = [
        json.loads(
            teamplan("peak", "--event", "double-11", "--orders", "270", "--category", name, "--mix", "rule",
                     "--format", "json").stdout
        )
        for name in ("food", "home")
    ]  # fmt: skip
    food, home = ({day["day"]: day["times"]["chats"] for day in each["days"]}[0] for each in asking)
    assert (food, home) == (7, 4)


def test_an_unknown_category_is_told(playbook: Playbook) -> None:
    with pytest.raises(TeamplanError) as raised:
        asked(playbook, orders=270, category="womens-war")
    assert [problem.key for problem in raised.value.problems] == ["unknown-category"]


def test_a_shop_that_is_not_ready_is_held_in_words_alone(playbook: Playbook, tmp_path: Path) -> None:
    assert heads(playbook, orders=270, ready=False) == heads(playbook, orders=270)
    file = tmp_path / "store.yaml"
    file.write_text("orders: 270\nready: no\n", encoding="utf-8")
    told = teamplan("recommend", "--store", str(file), "--details").stdout
    assert told.startswith("Solo launch: the owner + 14\n")
    assert "Stage    Solo launch, as it is not ready" in teamplan("recommend", "--store", str(file)).stdout
    assert "Not ready yet" in told
    listed = teamplan("checklist", "--store", str(file)).stdout
    assert listed.startswith("Checklist: Solo launch")
    assert "Settle the page style" in listed
    assert "5 × Pre-sale agent" in listed


def test_an_older_playbook_is_read_as_it_was_meant() -> None:
    figure = {"value": 2, "range": [1, 3], "grade": "J", "reason": {"en": "A guess", "zh": "估计"}}
    plain = {"name": {"en": "Food", "zh": "食品"}, "sets": {"pack_minutes": figure | {"value": "2 min"}}}
    older = Category.model_validate(plain | {"promotion_chats": figure})
    assert older == Category.model_validate(plain | {"promotions": {"chats": figure}})
    assert older.promotions["chats"].value.number == 2
