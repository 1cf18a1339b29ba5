"""What is bought outside (`--sourcing`): the same bill in every answer, and the work is the supplier's."""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from teamplan.engine.question import ask
from teamplan.questions.budget.answer import budget
from teamplan.questions.budget.question import BudgetQuestion
from teamplan.questions.recommend.answer import recommend
from teamplan.questions.source.answer import source
from teamplan.questions.source.question import SourceQuestion
from teamplan.reading.load import load
from teamplan.reading.places import built_in
from tests.cli.prompt import teamplan
from tests.shops import store

WHOLE = load(built_in(), sourcing=True)
CHOICES = [
    (role, option_id)
    for option_id, option in WHOLE.sourcing.items()
    for role in option.roles
    if option_id not in ("service-commission", "shop-agency")  # a share of sales
]
CHATS = {"pre-sale-service": "chats-by-consult"}
TRADE = {"order_value": "80", "gross_margin": "40%", "platform_fee": "5%", "courier": "3"}


def told(*arguments: str) -> dict[str, Any]:
    done = teamplan(*arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    data: dict[str, Any] = json.loads(done.stdout)
    return data


def page_of(*arguments: str) -> str:
    done = teamplan(*arguments, COLUMNS="300")
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("orders", [60, 270])
def test_budget_source_and_recommend_tell_the_same_month(orders: int) -> None:
    asked = SourceQuestion.model_validate({"most_orders": 10})
    for role in ("pre-sale-service", "warehouse-keeper"):
        for each in source(WHOLE, store(orders=orders), role, asked).roles[0].options:
            if each.month is None:
                continue
            shop = store(orders=orders, sourcing={role: each.option})
            month = budget(WHOLE, shop, BudgetQuestion())
            plan = recommend(WHOLE, shop)
            assert plan.cost is not None
            assert month.total == plan.cost.total == each.month
            assert month.total - month.payroll == month.bought[0].amount


def test_the_parts_of_a_budget_sum_to_its_total_to_the_cent() -> None:
    month = told("budget", "--orders", "270", "--sourcing", "pre-sale-service=chats-by-consult")
    bills = [Decimal(each["total"]) for each in month["bought"]]
    roles = [Decimal(each["total"]) for each in month["roles"]]
    assert Decimal(month["monthly_payroll"]) == sum(roles)
    assert Decimal(month["monthly_total"]) == sum(roles) + sum(bills)
    assert "bought" not in told("budget", "--orders", "270")


def test_no_sum_of_a_budget_is_torn_at_eighty_columns() -> None:
    shop = ("budget", "--orders", "270", "--sourcing", "pre-sale-service=chats-outside-hours")
    wide, narrow = (set(re.findall(r"[0-9]+,[0-9]+", teamplan(*shop, COLUMNS=width).stdout)) for width in ("200", "80"))
    assert len(wide) > 20
    assert wide == narrow


def test_the_result_and_its_turns_count_the_bill() -> None:
    asked = BudgetQuestion.model_validate({**TRADE, "most_orders": 260})
    month = budget(WHOLE, store(orders=150, sourcing=CHATS), asked)
    assert month.month is not None
    assert month.turns is not None
    assert month.month.team == month.total.likely
    at_each = BudgetQuestion.model_validate({**TRADE, "most_orders": 1})
    for orders in (33, 34, 35, 200, 203):
        passed = [each.gains for each in month.turns if each.orders <= orders]
        gains = bool(passed) and passed[-1]
        there = budget(WHOLE, store(orders=orders, sourcing=CHATS), at_each).month
        assert there is not None
        assert (there.result.amount >= 0) is gains, orders


@pytest.mark.parametrize(("role", "option"), CHOICES[::2])
def test_what_is_bought_never_falls_to_the_owner(role: str, option: str) -> None:
    for orders in (5, 60, 150, 270, 600):
        question = ask(WHOLE, store(orders=orders, sourcing={role: option}))
        gone = {
            duty for duty, each in question.playbook.duties.items() if each.dormant and not WHOLE.duties[duty].dormant
        }
        owners = {each.duty for each in question.owner()}
        carried = {duty for post in question.stage.posts.values() for duty in post.arising}
        assert not gone & (owners | carried)
        brings = WHOLE.sourcing[option].brings
        assert brings is None or brings in owners | carried


def test_a_store_file_buys_as_the_prompt_does(tmp_path: Path) -> None:
    file = tmp_path / "store.yaml"
    file.write_text("orders: 270\nsourcing: {pre-sale-service: chats-by-consult}\n", encoding="utf-8")
    by_file = told("recommend", "--store", str(file))
    by_prompt = told("recommend", "--orders", "270", "--sourcing", "pre-sale-service=chats-by-consult")
    assert by_file["cost"] == by_prompt["cost"]
    assert by_file["cost"]["bought"][0]["option"] == "chats-by-consult"
    assert by_file["headcount"] == by_prompt["headcount"]


def test_the_first_screen_says_what_is_bought() -> None:
    for lang, words in (
        ("en", "bought outside for Pre-sale agent: Agency by the chat"),
        ("zh", "售前客服外购：客服外包"),
    ):
        page = teamplan(
            "recommend",
            "--orders",
            "270",
            "--sourcing",
            "pre-sale-service=chats-by-consult",
            "--lang",
            lang,
            COLUMNS="200",
        )
        assert words in page.stdout


def test_a_month_of_the_calendar_has_the_bills_of_its_days() -> None:
    prompt = ("budget", "--orders", "270", "--growth", "0%/month", "--from", "2026-12-01", "--months", "1")
    bought = told(*prompt, "--sourcing", "pre-sale-service=chats-by-consult")
    month = next(each for each in bought["months"] if each["month"] == "2026-12")
    whole = told("budget", "--orders", "270", "--sourcing", "pre-sale-service=chats-by-consult")["bought"][0]
    assert float(month["outside"]) == pytest.approx(float(whole["total"]) * month["days"] * 12 / 365, abs=0.01)
    parts = ("gross", "employer_cost", "hiring_and_training", "outside")
    assert Decimal(month["total"]) == sum(Decimal(month[name]) for name in parts)


def test_own_people_are_never_told_by_the_chats_after_hours_alone() -> None:
    only = WHOLE.with_(sourcing={"chats-outside-hours": WHOLE.sourcing["chats-outside-hours"]})
    asked = SourceQuestion.model_validate({"most_orders": 10})
    found = source(only, store(orders=270), "pre-sale-service", asked).roles[0]
    assert found.options[0].each is not None
    assert (found.own.unit, found.own.each) == (None, None)


def test_what_comes_outside_the_hours_waits_for_nobody_where_it_is_bought() -> None:
    after_hours = ("--orders", "270", "--sourcing", "pre-sale-service=chats-outside-hours")
    whole = ("--orders", "270", "--sourcing", "pre-sale-service=chats-by-consult")
    assert "14% of the chats come outside these hours and wait" in page_of("recommend", "--orders", "270", "--details")
    bought = page_of("recommend", *after_hours, "--details")
    assert "outside these hours; Agency after hours, by the chat answers them" in bought
    assert "and wait" not in bought
    assert "outside these hours" not in page_of("recommend", *whole, "--details")
    reasons = page_of("explain", "pre-sale-service", *after_hours)
    assert "14% of all chats come outside opening hours; Agency after hours, by the chat answers them" in reasons
    told = page_of("explain", "pre-sale-service", *after_hours, "--lang", "zh")
    assert "营业时间外的咨询占 14%，由下班时段外包（按咨询量）接待" in told


def test_a_bill_is_explained_by_what_is_counted_and_the_price_that_holds() -> None:
    page = page_of("explain", "payroll", "--orders", "270", "--sourcing", "pre-sale-service=chats-by-consult")
    assert "A month: 9,125 chats × 1.35 CNY/unit [1.2 CNY/unit to 1.5 CNY/unit], grade C, xiaoduoai-fees" in page
    assert "1.75 CNY/unit" not in page, "that tier does not hold"
    assert "At least 1500 CNY/month" in page
    bought = recommend(WHOLE, store(orders=270, sourcing=CHATS)).cost
    assert bought is not None
    [bill] = bought.bought
    [part] = bill.parts
    night = WHOLE.sourcing["chats-by-consult"].night
    assert night is not None
    whole = part.units * part.price.value.canonical * (1 + night.surcharge.value.canonical * part.at_night)
    assert abs(Decimal(float(whole)) - bill.amount.likely.amount) <= Decimal("0.01")
    after_hours = ("--orders", "60", "--sourcing", "customer-service-agent=chats-outside-hours")
    assert "加价 30%" in page_of("explain", "payroll", *after_hours, "--lang", "zh")


def test_a_checklist_tells_what_the_supplier_does() -> None:
    whole = told("checklist", "--orders", "270", "--sourcing", "pre-sale-service=chats-by-consult")
    ours = {box["item"] for entry in whole["entries"] for box in entry["duties"]}
    [bought] = whole["bought"]
    assert (bought["role"], bought["option"]) == ("pre-sale-service", "chats-by-consult")
    assert bought["duties"] == ["pre-sale-chat", "ask-for-reviews", "scripts-and-rules"]
    assert not ours & set(bought["duties"])
    after_hours = ("checklist", "--orders", "270", "--sourcing", "pre-sale-service=chats-outside-hours")
    page = page_of(*after_hours)
    assert "Agency after hours, by the chat, for Pre-sale agent: Answer buyers before they order" in page
    assert "售前客服：下班时段外包（按咨询量），负责售前接待" in page_of(*after_hours, "--lang", "zh")
    assert "bought" not in told("checklist", "--orders", "270")


def test_a_bought_duty_is_explained_as_bought() -> None:
    shop = ("--orders", "270", "--sourcing", "pre-sale-service=chats-by-consult")
    assert "bought outside: Agency by the chat" in teamplan("explain", "pre-sale-chat", *shop).stdout
    assert "only where something is bought" in teamplan("explain", "manage-service-supplier", "--orders", "270").stdout
    assert "Bought outside for Pre-sale agent" in teamplan("explain", "payroll", *shop).stdout


def test_a_role_without_options_is_told_where_one_is_bought_for_it() -> None:
    done = teamplan("recommend", "--orders", "270", "--sourcing", "store-manager=part-time")
    assert done.returncode == 2
    assert done.stderr.startswith("sourcing > store-manager: nothing can be bought instead of store-manager.")
