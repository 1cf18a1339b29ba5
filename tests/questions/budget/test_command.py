"""`teamplan budget` as a user sees it."""

import csv
import io
import json
import re
from decimal import Decimal
from typing import Any

import pytest

from teamplan.engine.pay.trade import SignChange
from teamplan.language import LANGUAGES, Speaker
from teamplan.page.words import Words
from teamplan.playbook.playbook import Playbook
from teamplan.questions.budget.turning import turning
from teamplan.questions.budget.words import WORDS
from tests.cli.prompt import teamplan

SHOP = ("--visitors", "6000", "--conversion", "4.5%")
TRADE = ("--order-value", "80", "--gross-margin", "40%", "--platform-fee", "5%", "--courier", "3")


def told(*arguments: str) -> str:
    done = teamplan("budget", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def asked(*arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told(*arguments, "--format", "json"))
    return found


def complaints(*arguments: str) -> list[str]:
    done = teamplan("budget", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    return [line.split(".")[0] for line in done.stderr.splitlines()]


@pytest.mark.parametrize("given", [SHOP, (*SHOP, "--city", "shenzhen"), (*SHOP, "--currency", "USD")])
def test_the_payroll_is_the_sum_of_its_roles_to_the_cent_in_every_format(given: tuple[str, ...]) -> None:
    found = asked(*given)
    sums = [Decimal(role["total"]) for role in found["roles"]]
    total = Decimal(found["monthly_payroll"])
    assert total == sum(sums)
    for role in found["roles"]:
        assert Decimal(role["monthly_pay"]) + Decimal(role["employer_cost"]) == Decimal(role["total"])
        assert Decimal(role["low"]) <= Decimal(role["total"]) <= Decimal(role["high"])
    rows = list(csv.DictReader(io.StringIO(told(*given, "--format", "csv"))))
    assert [(row["role"], Decimal(row["total"])) for row in rows] == [
        (role["role"], Decimal(role["total"])) for role in found["roles"]
    ]
    page = told(*given).splitlines()
    assert page[0].startswith(f"{total:,.0f} {found['currency']} a month for ")
    last = next(line for line in page if line.startswith("Total"))
    assert f" {total:,.0f} " in last


def test_one_of_a_role_is_its_pay_and_each_thing_beside_it() -> None:
    for role in asked(*SHOP, "--city", "chengdu")["roles"]:
        each = role["each"]
        beside = [*each["contributions"].values(), each["recruiting"], each["training"], each["workplace"]]
        assert Decimal(role["employer_cost"]) == role["people"] * sum(map(Decimal, beside))
        assert Decimal(role["monthly_pay"]) == role["people"] * Decimal(each["pay"])


def test_the_keys_are_those_that_were_promised() -> None:
    found = asked(*SHOP, *TRADE)
    assert {"currency", "monthly_payroll", "roles", "break_even_orders", "place", "path", "turns"} <= set(found)
    assert set(found["roles"][0]) >= {"role", "people", "monthly_pay", "employer_cost", "total"}
    assert found["break_even_orders"] == [turn["orders"] for turn in found["turns"] if turn["gains"]]
    assert isinstance(found["monthly_payroll"], str)


def test_a_shop_that_names_no_city_is_told_which_counts() -> None:
    assert asked(*SHOP)["place"] | {"first": ""} == {
        "id": "other", "given": False, "first": "", "last": None, "today": None, "holds": None,
    }  # fmt: skip
    assert "No city was named: Another city in China" in told(*SHOP)
    assert "未指定城市：按其他城市计" in told(*SHOP, "--lang", "zh")
    assert "No city was named" not in told(*SHOP, "--city", "other")


@pytest.mark.parametrize(("today", "holds"), [("2026-06-30", True), ("2026-07-01", False), ("2025-06-30", False)])
def test_figures_that_do_not_hold_on_a_day_are_said_so_on_the_page(today: str, holds: bool) -> None:
    given = (*SHOP, "--city", "beijing", "--today", today)
    assert asked(*given)["place"]["holds"] is holds
    page = told(*given)
    assert "Beijing: employer's contributions as of 2025-07-01 until 2026-06-30" in page
    assert (f"On {today} these figures do not hold" in page) is not holds
    assert ("不适用" in told(*given, "--lang", "zh")) is not holds


def test_without_a_day_the_dates_alone_are_told() -> None:
    page = told(*SHOP, "--city", "beijing")
    assert "as of 2025-07-01 until 2026-06-30" in page
    assert "do not hold" not in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_currency_that_no_playbook_is_written_in_is_told_by_its_code(lang: str) -> None:
    page = told(*SHOP, "--currency", "EUR", "--exchange", "7.8 CNY 2026-11-01", "--lang", lang)
    assert "1 EUR = 7.8 CNY 2026-11-01" in page
    assert re.search(r"[0-9,]+ EUR", page.splitlines()[0])


def test_a_shop_abroad_tells_what_its_spends_are_worth_there() -> None:
    given = (
        "--orders",
        "30",
        "--city",
        "florida",
        "--order-value",
        "60",
        "--gross-margin",
        "50%",
        "--ad-spend",
        "7100",
    )
    (said,) = complaints(*given)
    assert said == "--currency: the shop spends in CNY, and the costs are in USD: they do not add"
    found = asked(*given, "--exchange", "7.1 CNY 2026-11-01")
    assert (found["currency"], found["place"]["id"], found["exchange"]) == ("USD", "florida", "7.1 CNY 2026-11-01")
    assert found["month"]["spends"] == {"ad-spend": "1000.00"}


def test_many_turns_are_told_by_the_first_the_last_and_their_number(playbook: Playbook) -> None:
    turns = tuple(SignChange(10 * place, place % 2 == 1) for place in range(1, 10))
    for lang in LANGUAGES:
        words = Words(Speaker(lang), playbook).of(WORDS)
        for many in range(1, 10):
            lines = list(turning(turns[:many], 2000, words))
            assert 1 < len(lines) <= 6
            assert "10" in lines[0]
            assert f"{10 * many}" in lines[-2]
            assert "2,000" in lines[-1]
        between = lines[1]
        assert [int(each) for each in re.findall("[0-9]+", between)] == [20, 80, 7]


def test_a_shop_that_never_gains_is_told_what_would_have_to_change() -> None:
    page = told(
        "--orders", "100", "--order-value", "40", "--gross-margin", "20%", "--courier", "4", "--most-orders", "300"
    )
    assert "Never, up to 300 orders a day" in page
    assert "Enough alone: a gross margin of " in page
    found = asked("--orders", "100", "--order-value", "40", "--gross-margin", "20%", "--most-orders", "300")
    assert (found["break_even_orders"], found["turns"]) == ([], [])
    assert Decimal(found["needed"]["contribution"]) > Decimal(found["needed"]["now"])


def test_what_is_wrong_is_told_at_once_each_at_its_option() -> None:
    assert complaints(*SHOP, "--order-value", "80", "--gross-margin=-5%", "--platform-fee", "200%", "--courier=-1") == [
        "--gross-margin: “-5%” is negative",
        "--platform-fee: “200%” is more than the whole",
        "--courier: “-1” is negative",
    ]
    assert complaints(
        *SHOP, "--order-value", "0.000", "--gross-margin", "140%", "--today", "soon", "--currency", "euro"
    ) == [
        "--order-value: must be above zero, as the plan divides by it",
        "--gross-margin: “140%” is more than the whole",
        "--today: “soon” is not a date between 1900 and 2199",
        "--currency: expected three capitals, found euro",
    ]


def test_a_pay_sheet_in_a_calendar_is_told_with_what_else_is_wrong() -> None:
    days = ("--growth", "10%/month", "--from", "2026-12-01", "--months", "0")
    assert complaints(*SHOP, *days, "--pay", "people.yaml", "--courier=-1") == [
        "--courier: “-1” is negative",
        "--months: “0” is not between 1 and 60",
        "--pay: a pay sheet is of one month, and has no place in a calendar",
    ]
