"""`teamplan peak` at the prompt: formats, languages, past days, and every fault at once."""

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from rich.cells import cell_len

from tests.cli.prompt import teamplan

SHOP = ("peak", "--event", "double-11", "--orders", "270", "--orders-x", "5", "--date", "2026-11-11")
DAYS = "date,orders\n2026-01-01,10\n2026-01-02,0\n2026-01-03,12\n2026-01-04,60\n2026-01-05,12\n"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", ["80", "120"])
def test_the_page_fits_its_width(language: str, width: str) -> None:
    done = teamplan(*SHOP, "--lang", language, COLUMNS=width)
    assert (done.returncode, done.stderr) == (0, "")
    assert {"en": "2026-10-07 (D-35)", "zh": "2026-10-07（提前 35 天）"}[language] in done.stdout
    assert max(cell_len(line) for line in done.stdout.splitlines()) <= int(width)


def test_machine_formats_say_the_same() -> None:
    found = json.loads(teamplan(*SHOP, "--format", "json").stdout)
    assert found["format_version"] == 2
    assert yaml.safe_load(teamplan(*SHOP, "--format", "yaml").stdout) == found
    rows = list(csv.DictReader(io.StringIO(teamplan(*SHOP, "--format", "csv").stdout)))
    assert len(rows) == sum(len(day["work"]) for day in found["days"])
    for day in found["days"]:
        own = [row for row in rows if row["day"] == str(day["day"])]
        assert {row["duty"]: pytest.approx(float(row["need"])) for row in own} == day["work"]
    assert sum(cost["total"] for cost in found["costs"].values()) == pytest.approx(found["cost"]["total"])
    assert all(each["text"] for each in (*found["dates"], *found["advice"]))
    assert "| 11-11 | 2.5 |" in teamplan(*SHOP, "--format", "markdown").stdout


def test_without_a_date_days_are_counted_from_the_event() -> None:
    told = teamplan("peak", "--event", "double-11", "--orders", "270").stdout
    assert "D-9..D-1" in told
    assert "2026" not in told


def test_past_days_give_the_ordinary_day_and_the_multiple(tmp_path: Path) -> None:
    (tmp_path / "days.csv").write_text(DAYS, encoding="utf-8")
    done = teamplan("peak", "--event", "campaign", "--baseline", "days.csv", "--format", "json", cwd=tmp_path)
    found = json.loads(done.stdout)
    assert (found["orders"], found["orders_x"]) == (12, 5)
    assert "4 days with orders, ordinary day 12 (median of 2026-01-01 to 2026-01-05)" in done.stderr
    assert "best day 2026-01-04 with 60, 5 times" in done.stderr
    assert "note: fewer than 7 days with orders in the four weeks before the event" in done.stderr
    given = (*SHOP, "--baseline", "days.csv", "--format", "json")
    assert json.loads(teamplan(*given, cwd=tmp_path).stdout)["orders"] == 270


@pytest.mark.parametrize(
    ("given", "level", "note"),
    [
        ((), 310, ""),  # the event of the best day
        (("--date", "2025-11-28"), 310, ""),
        (("--date", "2026-01-20"), 400, ""),
        (("--date", "2026-03-20"), 400, "note: the file ends"),
        (("--date", "2025-02-10"), 100, ""),
        (("--date", "2025-01-06"), 200, "note: fewer than 7 days"),
    ],
)
def test_the_ordinary_day_is_the_level_of_the_four_weeks_before_the_event(
    given: tuple[str, ...], level: int, note: str, tmp_path: Path
) -> None:
    """A shop that grows from 100 to 400 has no ordinary day of a year: its peak is five times the weeks before it."""
    days = (date(2025, 1, 1) + timedelta(day) for day in range(365))
    steps = {date(2025, 11, 28): 1550, date(2025, 11, 29): 700}
    levels = {1: 100, 2: 100, 10: 310, 11: 310, 12: 400}
    rows = (f"{day},{steps.get(day, levels.get(day.month, 200))}" for day in days)
    (tmp_path / "days.csv").write_text("\n".join(["date,orders", *rows]), encoding="utf-8")
    prompt = ("peak", "--event", "black-friday", "--mix", "rule", "--baseline", "days.csv", "--format", "json")
    done = teamplan(*prompt, *given, cwd=tmp_path)
    found = json.loads(done.stdout)
    assert (found["orders"], found["orders_x"]) == (level, pytest.approx(5))
    assert note in done.stderr
    assert ("note:" in done.stderr) == bool(note)
    chinese = teamplan(*prompt, *given, "--lang", "zh", cwd=tmp_path).stderr
    assert ("提示：" in chinese) == bool(note)
    assert "是该次活动前平日 310 单的 5 倍" in chinese


TOMORROW = ("peak", "--event", "double-11", "--orders", "800", "--today", "2026-11-10", "--mix", "rule")


@pytest.mark.parametrize("given", [("--date", "2026-11-11"), ()])
def test_with_today_nothing_is_planned_for_the_past(given: tuple[str, ...]) -> None:
    """Without a date the next usual one of the event is taken."""
    found = json.loads(teamplan(*TOMORROW, *given, "--format", "json").stdout)
    assert (found["date"], found["today"]) == ("2026-11-11", "2026-11-10")
    assert min(each["date"] for each in found["dates"]) >= "2026-11-10"
    assert min(day["date"] for day in found["days"]) == "2026-11-10"
    told = teamplan(*TOMORROW, *given, COLUMNS="120").stdout
    assert "Uncovered" in told
    assert "times the ordinary orders can be carried" in " ".join(told.split())


def test_a_team_file_is_told_what_it_carries(tmp_path: Path) -> None:
    (tmp_path / "team.yaml").write_text("roles: {customer-service-agent: 2, warehouse-keeper: 1}\n", encoding="utf-8")
    given = ("peak", "--event", "618", "--orders", "100", "--team", "team.yaml", "--mix", "rule")
    told = teamplan(*given, cwd=tmp_path, COLUMNS="120").stdout
    assert "Permanent team: yours, the owner + 3." in told
    times = json.loads(teamplan(*given, "--format", "json", cwd=tmp_path).stdout)["alone_x"]
    assert f"Your own people carry up to {times:g} times the ordinary orders" in told
    assert f"最多可承接平日 {times:g} 倍的订单" in teamplan(*given, "--lang", "zh", cwd=tmp_path, COLUMNS="120").stdout


def test_an_event_without_a_date_is_the_next_one() -> None:
    later = teamplan("peak", "--event", "double-11", "--orders", "4", "--today", "2026-11-12", "--format", "json")
    assert json.loads(later.stdout)["date"] == "2027-11-11"


WRONG = [
    (("--event", "double-11", "--date", "2026-11-11", "--today", "2026-11-12"), "--date: the event of 2026-11-11 lies"),
    (("--event", "double-11", "--today", "soon"), "--today: “soon” is not a date"),
    (("--event", "double-11", "--set", "helper_efficiency=0%"), "helper_efficiency: must be above zero"),
    (("--event", "double-11", "--set", "tickets_first_day=20 days"), "do not rise within 60 days"),
    (("--event", "double-12x"), "Did you mean “double-12”?"),
    ((), "--event is missing"),
    (("--event", "double-11", "--date", "11.11.2026"), "--date: “11.11.2026” is not a date"),
    (("--event", "double-11", "--date", "2026-02-30"), "--date: “2026-02-30” is not a date"),
    (("--event", "double-11", "--date", "9999-12-31"), "--date: “9999-12-31” is not a date"),
    (("--event", "double-11", "--orders-x", "0.5"), "--orders-x: 0.5 times the orders is no promotion"),
    (("--event", "double-11", "--orders-x", "nan"), "--orders-x: “nan” is not a finite number"),
    (("--event", "double-11", "--orders-x", "five"), "--orders-x: “five” is not a number"),
    (("--event", "double-11", "--orders-x", "-5"), "--orders-x: “-5” is negative"),
    (("--event", "double-11", "--orders", "1000000", "--orders-x", "2"), "2,000,000 orders a day are above 1,000,000"),
    (("--event", "double-11", "--orders-x", "1e30"), "--orders-x: “1e30” is more than is planned for"),
    (("--event", "double-11", "--set", "temp_efficiency=1e-9"), "temp_efficiency: “1e-09” is less than is planned for"),
    (("--event", "double-11", "--date", "2200-01-01"), "is not a date between 1900 and 2199"),
    (("--event", "double-11", "--set", "replenish_days=1000000 days"), "--set replenish_days: “1000000 days” is more"),
    (("--event", "double-11", "--set", "days_worked=0.4 days/week"), "0.4 days a week are less than a day of work"),
    (("--event", "double-11", "--mix", "best"), "--mix: expected one of: least-cost, rule"),
    (("--event", "double-11", "--set", "overtime_hours_a_day=5"), "overtime of 5 h/day is above the legal 3 h/day"),
    (("--event", "double-11", "--set", "overtime_hours_a_month=90"), "Legal hours are a bound, not an option."),
    (("--event", "double-11", "--set", "temp_efficiency=0%"), "temp_efficiency: must be above zero"),
    (("--event", "double-11", "--baseline", "nope.csv"), "nope.csv: cannot be read"),
    (("--event", "double-11", "--baseline", "columns.csv"), "columns.csv:1:1: has no column `orders`"),
    (("--event", "double-11", "--baseline", "closed.csv"), "closed.csv: has no day with orders"),
    (("--event", "double-11", "--baseline", "twice.csv"), "twice.csv:3:1: day 2026-01-01 stands in line 2 already"),
    (("--event", "double-11", "--baseline", "faults.csv"), "faults.csv:2:1: date: “1 May” is not a date"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG, ids=[" ".join(prompt) for prompt, _ in WRONG])
def test_wrong_input_exits_2_with_a_located_message(arguments: tuple[str, ...], message: str, tmp_path: Path) -> None:
    for name, text in {
        "columns.csv": "date,visitors\n2026-01-01,2\n",
        "closed.csv": "date,orders\n2026-01-01,0\n",
        "twice.csv": "date,orders\n2026-01-01,3\n2026-01-01,4\n",
        "faults.csv": "date,orders\n1 May,3\n2026-05-02,-4\n2026-05-03\n",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = teamplan("peak", "--orders", "270", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    chinese = teamplan("peak", "--orders", "270", *arguments, cwd=tmp_path, LANG="zh_CN.UTF-8")
    assert chinese.returncode == 2
    assert any("一" <= char <= "鿿" for char in chinese.stderr)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "days.csv").write_text("date,orders\n1 May,3\n2026-05-02,-4\n2026-05-03,x\n", encoding="utf-8")
    options = (
        "--event",
        "11",
        "--date",
        "soon",
        "--orders-x",
        "0",
        "--mix",
        "x",
        "--visitors",
        "-3",
        "--age-days",
        "old",
    )
    done = teamplan("peak", *options, "--baseline", "days.csv", cwd=tmp_path)
    assert done.returncode == 2
    places = [line.split(": ")[0] for line in done.stderr.splitlines()]
    assert places == [
        "days.csv:2:1", "days.csv:3:1", "days.csv:4:1", "--visitors", "--age-days", "--date", "--orders-x",
        "there is no event “11”. Known", "--mix",
    ]  # fmt: skip


def test_a_playbook_without_events_says_where_to_get_them(tmp_path: Path) -> None:
    teamplan("stages", "new", "mine", cwd=tmp_path)
    (tmp_path / "mine" / "events.yaml").unlink()
    assert teamplan("stages", "check", "mine", cwd=tmp_path).returncode == 0
    done = teamplan("peak", "--event", "double-11", "--orders", "270", "--playbook", "mine", cwd=tmp_path)
    assert done.returncode == 2
    assert "this playbook has no events" in done.stderr


def test_without_the_solver_the_rule_covers_and_the_page_says_so(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from teamplan.cli.run import run
    from teamplan.engine import highs

    monkeypatch.setattr(highs, "find_spec", lambda name: None)
    assert run([*SHOP, "--format", "markdown"]) == 0
    assert "pip install 'teamplan\\[optimize\\]'" in capfd.readouterr().out
    assert run([*SHOP, "--mix", "least-cost"]) == 2
    assert "a solver that is not installed" in capfd.readouterr().err


NOISY = """
import os
import sys
os.write(1, b"a banner when it is imported\\n")
sys.path.remove({here!r})
del sys.modules["highspy"]
import highspy as real
class Highs(real.Highs):
    def __init__(self):
        os.write(1, b"a banner when a model is made\\n")
        super().__init__()
HighsModelStatus = real.HighsModelStatus
"""


@pytest.mark.parametrize("format_", ["json", "yaml", "csv"])
def test_a_solver_that_prints_leaves_no_trace_in_any_format(format_: str, tmp_path: Path) -> None:
    """Some releases do; this one does in whatever release is installed."""
    (tmp_path / "highspy.py").write_text(NOISY.format(here=str(tmp_path)), encoding="utf-8")
    arguments = ("peak", "--event", "double-11", "--orders", "270", "--format", format_)
    done = teamplan(*arguments, PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    if format_ == "json":
        assert json.loads(done.stdout)["mix"] == "least-cost"
    elif format_ == "yaml":
        assert yaml.safe_load(done.stdout)["mix"] == "least-cost"
    else:
        rows = list(csv.DictReader(io.StringIO(done.stdout)))
        assert rows
        assert set(rows[0]) >= {"day", "orders", "duty", "need"}
    assert "banner" not in done.stdout


def test_the_solver_is_imported_only_for_the_cheapest_mix() -> None:
    import subprocess
    import sys

    from tests.cli.test_manners import MODULES

    for arguments, absent in (
        (["peak", "--help"], {"highspy", "numpy", "pydantic", "yaml"}),
        ([*SHOP, "--mix", "rule", "--format", "json"], {"highspy", "numpy", "rich"}),
    ):
        code = MODULES.format(argv=["teamplan", *arguments])
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0
        assert not set(done.stderr.split()) & absent
