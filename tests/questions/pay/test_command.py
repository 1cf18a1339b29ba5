"""`teamplan pay`: the phase that fits, the file to fill in, its check, the sheet, the slip, the line in the budget."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from teamplan.reading.write import copy_built_in
from tests.cli.prompt import teamplan
from tests.documents import write_files

CITY = ("--city", "hangzhou")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_files("docs/en/your-files.md", tmp_path)
    return tmp_path


def told(*arguments: str, cwd: Path | None = None) -> dict[str, Any]:
    done = teamplan(*arguments, "--format", "json", cwd=cwd)
    assert done.returncode == 0, done.stderr
    data: dict[str, Any] = json.loads(done.stdout)
    return data


def test_a_sheet_adds_up_to_the_coin_and_is_the_line_of_the_budget(folder: Path) -> None:
    sheet = told("pay", "sheet", "pay.yaml", *CITY, cwd=folder)
    people = sheet["people"]
    assert Decimal(sheet["gross"]) == sum(Decimal(each["gross"]) for each in people)
    beside = sum(Decimal(paid) for each in people for paid in each["contributions"].values())
    assert (Decimal(sheet["contributions"]), Decimal(sheet["total"])) == (beside, Decimal(sheet["gross"]) + beside)
    budget = told("budget", "--orders", "270", "--pay", "pay.yaml", *CITY, cwd=folder)
    line = budget["pay_sheet"]
    assert [line[key] for key in ("gross", "contributions", "total")] == [
        sheet[key] for key in ("gross", "contributions", "total")
    ]
    assert Decimal(line["more"]) == Decimal(line["total"]) - Decimal(line["planned"])
    assert line["left"] is None


def test_the_people_of_the_plan_at_a_performance_of_1_cost_what_the_plan_does(tmp_path: Path) -> None:
    """The template of a shop, unchanged, is the plan: but for cents of rounding, and beside what is paid once."""
    shop = ("--orders", "270", *CITY)
    file = tmp_path / "pay.yaml"
    file.write_text(teamplan("pay", "template", *shop).stdout, encoding="utf-8")
    trade = ("--order-value", "80", "--gross-margin", "40%")
    budget = told("budget", *shop, *trade, "--pay", str(file))
    line = budget["pay_sheet"]
    people = sum(role["people"] for role in budget["roles"])
    assert line["people"] == people
    assert abs(Decimal(line["more"])) <= Decimal("0.05") * people
    assert abs(Decimal(line["left"]) - Decimal(budget["month"]["result"])) <= Decimal("0.05") * people


@pytest.mark.parametrize("orders", ["5", "60", "270", "600"])
@pytest.mark.parametrize("form", ["table", "json", "yaml", "csv"])
def test_a_template_passes_its_own_check_in_every_format_it_can_be_kept_in(
    tmp_path: Path, orders: str, form: str
) -> None:
    file = tmp_path / ("people.csv" if form == "csv" else "people.yaml")
    done = teamplan("pay", "template", "--orders", orders, "--format", form)
    file.write_text(done.stdout, encoding="utf-8")
    checked = teamplan("pay", "check", str(file))
    assert (checked.returncode, checked.stderr) == (0, ""), checked.stdout


def test_the_template_has_the_measures_of_the_phase_that_fits() -> None:
    few, many = (told("pay", "template", "--orders", orders) for orders in ("60", "270"))
    assert {"result", "supervisor", "peers"} <= few["people"][0].keys()
    assert "inquiries" not in few
    assert {"promotion_cost", "labour_cost", "management_cost"} == many["inquiries"].keys()


def test_rows_and_yaml_of_the_same_people_pay_the_same(tmp_path: Path) -> None:
    rows = (
        "姓名,岗位,底薪,销售目标,销售额,虚假销售额,司龄月数,绩效系数\n"
        "王强,推广,3800,100000,130000,5000,25,\n李娜,客服主管,4000.5,,,,,1\n"
    )
    text = (
        "people:\n- {name: 王强, role: promoter, base: 3800, sales_target: 100000, sales: 130000,"
        " sales_not_genuine: 5000, tenure_months: 25}\n- {name: 李娜, role: 客服主管, base: 4000.5, performance: 1}\n"
    )
    (tmp_path / "people.csv").write_text(rows, encoding="utf-8-sig")
    (tmp_path / "people.yaml").write_text(text, encoding="utf-8")
    one, other = (told("pay", "sheet", str(tmp_path / name)) for name in ("people.csv", "people.yaml"))
    assert one == other
    assert one["people"][0]["parts"]["commission"] == "1650.00"  # 1,000 and 2 % of 25,000, x 1.1


def test_a_slip_says_every_formula(folder: Path) -> None:
    page = teamplan("pay", "explain", "Wang", "pay.yaml", *CITY, cwd=folder).stdout
    for said in (
        "base 3,800.00 × 30% × performance 1.25",
        "5,000.00 CNY not genuine left out",
        "1% of 100,000.00 + 2% of 25,000.00",
        "tenure 1.1",
        "of 1,650.00, 20% goes to Li: 330.00",
        "minimum wage for these hours 2,490.00",
    ):
        assert said in page
    wrong = teamplan("pay", "explain", "Wan", "pay.yaml", cwd=folder)
    assert (wrong.returncode, "Known: Li, Wang, Zhao." in wrong.stderr) == (2, True)


def test_a_check_says_no_with_every_line(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("name,role,base,performance,grade\nLi,designer,900,1,\nWang,designer,x,3,\n", encoding="utf-8")
    done = teamplan("pay", "check", str(file), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert done.returncode == 1
    assert [(row["line"], row["key"]) for row in rows] == [("2", "below-minimum-wage"), ("3", "not-a-number")]
    assert teamplan("pay", "sheet", str(file)).returncode == 2


def test_a_gain_makes_a_phase_mature_and_a_loss_does_not() -> None:
    shop = ("pay", "phase", "--orders", "270", "--gross-margin", "40%", "--order-value")
    assert [told(*shop, value)["phase"] for value in ("200", "20")] == ["mature", "growth"]
    loss = teamplan(*shop, "20").stdout
    assert ("does not gain yet" in loss, "--order-value" in loss) == (True, False)


def test_rules_of_a_folder_are_those_of_its_file(folder: Path) -> None:
    mine = folder / "mine"
    copy_built_in(mine)
    rules = mine / "pay.yaml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(
        text.replace("commission:  # of the person's sales\n  kind: marginal", "commission:\n  kind: stepped"),
        encoding="utf-8",
    )
    sheet = told("pay", "sheet", "pay.yaml", *CITY, "--playbook", str(mine), cwd=folder)
    parts = sheet["people"][1]["parts"]
    assert parts["commission"] == "2200.00"  # 2 % of all of 125,000, x 1.1, less a fifth
    rules.write_text(text.replace("source: 004-P3", "source: 999-P3"), encoding="utf-8")
    checked = teamplan("stages", "check", str(mine))
    assert (checked.returncode, "pay.yaml" in checked.stdout) == (1, True)
