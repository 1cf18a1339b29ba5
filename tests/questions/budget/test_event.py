"""An event in a budget by months: what `peak` says that it costs, in the month of its day."""

import csv
import io
import json
from datetime import date
from fractions import Fraction

import pytest

from teamplan.playbook.money import rounded
from teamplan.playbook.playbook import Playbook
from teamplan.questions.budget.calendar import BudgetCalendar, budget_calendar
from teamplan.questions.hire.schedule import read_schedule
from teamplan.questions.peak.answer import peak
from teamplan.questions.peak.result import PeakRequest
from tests.cli.prompt import teamplan
from tests.shops import hired, store

STEADY = {"from": "2026-10-01", "growth": "0%/month", "months": "3"}
EVENT = PeakRequest("double-11", date(2026, 11, 11), Fraction(6), "rule")
PROMPT = ("budget", "--orders", "270", "--growth", "0%/month", "--from", "2026-10-01", "--months", "3")


def planned(playbook: Playbook, event: PeakRequest | None, **shop: object) -> BudgetCalendar:
    return budget_calendar(playbook, store(orders=270, **shop), read_schedule(STEADY)[0], None, lambda: None, event)


def test_the_month_of_the_event_costs_what_peak_says_more(playbook: Playbook) -> None:
    team = {"roles": hired(playbook, orders=270)}
    said = peak(playbook, store(orders=270, team=team), EVENT).cost
    with_event, without = planned(playbook, EVENT, team=team), planned(playbook, None, team=team)
    assert said.total.amount > 0
    assert with_event.event is not None
    assert with_event.event.total == said.total
    assert with_event.event.temporary == said.temporary + said.training
    for one, other in zip(with_event.months, without.months, strict=True):
        more = one.total.likely - other.total.likely
        assert more == (said.total if one.month == "2026-11" else rounded(Fraction(0), "CNY"))
    assert with_event.total.likely == without.total.likely + said.total


def test_an_event_is_told_in_the_currency_of_the_costs(playbook: Playbook) -> None:
    euro = {"currency": "EUR", "exchange": "7.8 CNY 2026-11-01", "team": {"roles": hired(playbook, orders=270)}}
    told = planned(playbook, EVENT, **euro)
    assert told.event is not None
    assert told.event.total == peak(playbook, store(orders=270, **euro), EVENT).cost.total
    assert told.event.total.currency == told.currency == "EUR"


def test_every_format_adds_the_event() -> None:
    asked = (*PROMPT, "--event", "double-11", "--orders-x", "6")
    data = json.loads(teamplan(*asked, "--format", "json").stdout)
    event, months = data["event"], data["months"]
    assert (event["event"], event["on"]) == ("double-11", "2026-11-11")
    parts = sum(Fraction(event[name]) for name in ("overtime", "temporary", "outsourced"))
    assert parts == Fraction(event["total"]) > 0
    november = months[1]
    roles = sum(Fraction(each["total"]) for each in november["roles"])
    assert Fraction(november["total"]) == roles + parts
    rows = list(csv.DictReader(io.StringIO(teamplan(*asked, "--format", "csv").stdout)))
    assert sum(Fraction(row["total"]) for row in rows) == Fraction(data["total"])
    assert "Double 11 on 2026-11-11" in teamplan(*asked).stdout


@pytest.mark.parametrize(
    ("options", "place"),
    [
        (("--event", "double-11", "--date", "2027-01-01"), "--date"),
        (("--event", "dubble-11"), "double-11"),
        (("--date", "2026-11-11"), "--event"),
        (("--event", "double-11", "--orders-x", "0.5"), "--orders-x"),
    ],
)
def test_what_is_wrong_with_an_event_is_told_where_it_stands(options: tuple[str, ...], place: str) -> None:
    wrong = teamplan(*PROMPT, *options)
    assert (wrong.returncode, place in wrong.stderr) == (2, True)
