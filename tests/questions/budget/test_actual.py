"""What was really paid against the budget: differences by month and role, and every fault of the file at once."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.prompt import teamplan

PROMPT = ("budget", "--orders", "60", "--growth", "0%/month", "--from", "2026-12-01", "--months", "2")
PLANNED = "9400.00"  # two agents at 4,700


def compared(folder: Path, text: str, *options: str) -> list[dict[str, object]]:
    file = folder / "pay.csv"
    file.write_text(text, encoding="utf-8")
    done = teamplan(*PROMPT, "--actual", str(file), "--format", "json", *options)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, object]] = json.loads(done.stdout)["actual"]
    return found


def test_differences_are_paid_less_planned(tmp_path: Path) -> None:
    rows = compared(tmp_path, "month,role,people,gross,total\n2026-12,customer-service-agent,3,14100.50,\n")
    assert [(row["month"], row["role"]) for row in rows] == [("2026-12", "customer-service-agent")]
    assert rows[0]["planned_gross"] == PLANNED
    assert (rows[0]["people_difference"], rows[0]["gross_difference"]) == (1, "4700.50")
    assert rows[0]["total_difference"] is None


def test_a_planned_role_that_the_file_leaves_out_was_paid_nothing_and_one_beside_the_budget_is_all_more(
    tmp_path: Path,
) -> None:
    rows = compared(tmp_path, "month,role,people,gross\n2027-01,designer,1,6000\n")
    told = {row["role"]: (row["planned_gross"], row["gross_difference"], row["people_difference"]) for row in rows}
    assert told == {"customer-service-agent": (PLANNED, f"-{PLANNED}", -2), "designer": ("0.00", "6000.00", 1)}
    assert {row["month"] for row in rows} == {"2027-01"}, "a month that the file does not tell of is not compared"


@pytest.mark.parametrize("role", ["customer-service-agent", "Customer service agent", "客服"])
@pytest.mark.parametrize("head", ["month,role,people,gross", "月份,岗位,人数,工资"])
def test_heads_and_roles_are_read_in_both_languages(tmp_path: Path, head: str, role: str) -> None:
    rows = compared(tmp_path, f"{head}\n2026-12,{role},2,9400\n")
    assert (rows[0]["role"], rows[0]["gross_difference"]) == ("customer-service-agent", "0.00")


def test_the_budget_and_the_file_speak_one_currency(tmp_path: Path) -> None:
    exchange = ("--currency", "EUR", "--exchange", "7.8 CNY 2026-11-01")
    rows = compared(tmp_path, "month,role,gross,currency\n2026-12,customer-service-agent,1300,EUR\n", *exchange)
    assert rows[0]["planned_gross"] == "1205.12"  # 2 x 4,700 / 7.8, each rounded to the cent
    assert rows[0]["gross_difference"] == "94.88"
    (tmp_path / "pay.csv").write_text("month,role,gross,currency\n2026-12,designer,1300,CNY\n", encoding="utf-8")
    wrong = teamplan(*PROMPT, *exchange, "--actual", str(tmp_path / "pay.csv"))
    assert (wrong.returncode, "pay.csv:2:1: currency" in wrong.stderr) == (2, True)


def test_faults_of_file_and_options_are_told_together(tmp_path: Path) -> None:
    file = tmp_path / "pay.csv"
    file.write_text("month,role,people\n2026-12,desinger,-1\n", encoding="utf-8")
    wrong = teamplan("budget", "--orders", "many", "--growth", "quick", "--from", "2026-12-01", "--actual", str(file))
    assert wrong.returncode == 2
    assert all(part in wrong.stderr for part in ("--orders", "--growth", "pay.csv:2:1: role", "pay.csv:2:1: people"))


def test_without_days_to_come_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    file = tmp_path / "pay.csv"
    file.write_text("month,role,people\n2026-12,designer,1\n", encoding="utf-8")
    wrong = teamplan("budget", "--orders", "60", "--actual", str(file))
    assert (wrong.returncode, "--growth" in wrong.stderr) == (2, True)


def test_csv_has_the_differences_first(tmp_path: Path) -> None:
    file = tmp_path / "pay.csv"
    file.write_text("month,role,people\n2026-12,customer-service-agent,1\n", encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(teamplan(*PROMPT, "--actual", str(file), "--format", "csv").stdout)))
    assert [(row["planned_people"], row["paid_people"], row["people_difference"]) for row in rows] == [("2", "1", "-1")]
