"""`teamplan source`: the same figures in every format, sorted by the month, and never a word of the price alone."""

import csv
import json
from decimal import Decimal
from io import StringIO
from typing import Any

from tests.cli.prompt import teamplan

PROMPT = ("source", "pre-sale-service", "--orders", "270", "--most-orders", "300")


def data(*arguments: str) -> dict[str, Any]:
    done = teamplan(*arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_a_month_is_the_people_who_are_left_and_the_bill() -> None:
    told = data(*PROMPT)
    own = Decimal(told["own"]["month"])
    options = {each["option"]: each for each in told["roles"][0]["options"]}
    assert options["service-commission"]["unusable"] == "order-value"
    by_chat = options["chats-by-consult"]
    assert by_chat["people"] == told["own"]["people"] - told["roles"][0]["own"]["people"]
    saved = Decimal(told["roles"][0]["own"]["cost"])
    assert Decimal(by_chat["month"]["amount"]) == own - saved + Decimal(by_chat["bill"]["amount"])
    assert by_chat["flips"][0]["cheaper"] == "outside"


def test_the_table_has_the_figures_of_the_data_in_order_of_the_month() -> None:
    told = data(*PROMPT)
    rows = list(csv.DictReader(StringIO(teamplan(*PROMPT, "--format", "csv").stdout)))
    months = [Decimal(row["month"]) for row in rows]
    assert months == sorted(months)
    bills = {row["option"]: row["bill"] for row in rows if row["bill"]}
    assert bills == {
        each["option"]: each["bill"]["amount"] for each in told["roles"][0]["options"] if each["unusable"] is None
    }


def test_the_price_alone_never_decides() -> None:
    for lang, words in (("en", "on the price alone"), ("zh", "不要只看价格")):
        for prompt in (PROMPT, ("source", "--orders", "60")):
            assert words in teamplan(*prompt, "--lang", lang, COLUMNS="300").stdout


def test_losses_and_risks_stand_with_grade_and_source() -> None:
    page = teamplan(*PROMPT, COLUMNS="300").stdout
    assert "Orders lost of those who ask first: 10% (0% to 30%, grade J), here 13.5 orders a day" in page
    assert "(001-O1)" in page
    assert "some 42 chats a day come outside 09:00-23:00 and wait today" in page


def test_with_what_an_order_pays_a_share_of_sales_has_a_price() -> None:
    told = data(*PROMPT, "--order-value", "80")
    assert all(each["unusable"] is None for each in told["roles"][0]["options"])


def test_a_place_that_pays_in_dollars_has_the_options_priced_so() -> None:
    told = data(
        "source", "warehouse-keeper", "--orders", "270", "--city", "florida", "--exchange", "7.1 CNY 2026-11-01"
    )
    priced = {each["option"]: each["unusable"] for each in told["roles"][0]["options"]}
    assert priced == {"third-party-warehouse": None, "part-time": "too-much-work"}
    agents = data("source", "pre-sale-service", "--orders", "270", "--city", "florida")
    assert {each["unusable"] for each in agents["roles"][0]["options"]} == {"unpriced"}


def test_faults_are_told_at_once() -> None:
    wrong = teamplan("source", "--orders", "many", "--most-orders", "none")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert len(wrong.stderr.splitlines()) == 2
