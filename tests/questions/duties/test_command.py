"""`teamplan duties`: the table in every format; names of people are texts and nothing else."""

import csv
import io
import json
from pathlib import Path

from tests.cli.prompt import teamplan


def test_csv_and_json_say_the_same_with_a_row_for_each_duty() -> None:
    rows = list(csv.DictReader(io.StringIO(teamplan("duties", "--orders", "270", "--format", "csv").stdout)))
    data = json.loads(teamplan("duties", "--orders", "270", "--format", "json").stdout)
    assert list(rows[0]) == ["function", "duty", "does", "answers", "covers", "told"]
    assert [row["duty"] for row in rows] == [each["duty"] for each in data["duties"]]
    assert [row["told"] for row in rows] == ["; ".join(each["told"]) for each in data["duties"]]


def test_findings_are_told_and_exit_with_1_and_names_never_become_formulas_or_markup(tmp_path: Path) -> None:
    file = tmp_path / "people.yaml"
    file.write_text('people:\n  "=1+1": store-manager\n  "a|b <b>c</b>": operator\n', encoding="utf-8")
    done = teamplan("duties", "--team", str(file), "--orders", "270", "--format", "csv")
    assert done.returncode == 1
    assert "'=1+1" in done.stdout
    assert ",=1+1" not in done.stdout
    page = teamplan("duties", "--team", str(file), "--orders", "270", "--format", "markdown")
    assert "a|b" not in page.stdout.replace("\\|", "")
    assert "<b>" not in page.stdout
    told = json.loads(teamplan("duties", "--team", str(file), "--orders", "270", "--format", "json").stdout)["findings"]
    assert {each["key"] for each in told} == {"duty-of-nobody"}
    assert {each["line"] for each in told} == {1}
