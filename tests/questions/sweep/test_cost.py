"""The cost along an input: a column, bars that follow it, and wages that are the input themselves."""

import csv
import io

from teamplan.playbook.playbook import Playbook
from teamplan.questions.sweep.answer import sweep
from teamplan.questions.sweep.page import BAR
from tests.cli.prompt import teamplan
from tests.shops import store


def test_bars_are_of_people_or_of_what_they_cost() -> None:
    def bars(*plot: str) -> list[int]:
        page = teamplan("sweep", "orders=50..500", "--steps", "3", *plot, COLUMNS="200").stdout
        return [line.count("█") for line in page.splitlines() if "█" in line]

    rows = csv.DictReader(io.StringIO(teamplan("sweep", "orders=50..500", "--steps", "3", "--format", "csv").stdout))
    people, costs = zip(*((int(row["headcount"]), float(row["cost"])) for row in rows), strict=True)
    assert bars() == bars("--plot", "people") == [round(BAR * each / people[-1]) for each in people]
    assert bars("--plot", "cost") == [round(BAR * each / costs[-1]) for each in costs]


def test_an_assumption_of_the_costs_moves_them_and_not_the_people(playbook: Playbook) -> None:
    values = ("200 CNY/month", "1200 CNY/month")
    stores = ((value, store(orders=30, assumptions={"workplace_cny": value})) for value in values)
    low, high = sweep(playbook, "workplace_cny", stores).steps
    assert low.headcount == high.headcount == 1
    assert float((high.cost - low.cost).likely) == 1000
