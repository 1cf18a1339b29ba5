"""`teamplan hire` as a user sees it: formats, languages, real data, calendars, refusals."""

import csv
import importlib
import io
import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from teamplan.errors import TeamplanError
from teamplan.playbook.store import Store
from teamplan.questions.hire.fold import folded
from teamplan.questions.hire.schedule import read_schedule
from teamplan.reading.load import load
from teamplan.reading.places import built_in
from tests.cli.prompt import process, teamplan
from tests.conftest import ROOT

hiring = importlib.import_module("teamplan.questions.hire.answer")

SHOP = ("hire", "--visitors", "6000", "--conversion", "4.5%")
GROWING = (*SHOP, "--growth", "10%/month", "--from", "2026-12-01")
UCI = ROOT / "examples" / "uci_online_retail_daily.csv"
KEYS = {"role", "people", "why", "trigger_orders", "working_by", "start_by", "search_by", "late"}


def as_json(*arguments: str, cwd: Path | None = None) -> dict[str, Any]:
    done = teamplan(*arguments, "--format", "json", cwd=cwd)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_json_has_every_date_of_every_hire() -> None:
    calendar = as_json(*GROWING)
    assert calendar["format_version"] == 2
    assert all(set(hire) >= KEYS for hire in (*calendar["hires"], *calendar["backfills"]))
    first = calendar["hires"][0]
    assert (first["role"], first["search_by"], first["start_by"], first["working_by"], first["late"]) == (
        "pre-sale-service",
        "2026-12-01",
        "2026-12-15",
        "2027-01-14",
        True,
    )
    assert (first["needed_on"], first["days_late"], first["gap_days"]) == ("2026-12-19", 26, 26)


TODAY = (*SHOP, "--growth", "10%/month", "--today", "2026-11-25")


@pytest.mark.parametrize("format_", ["table", "json", "csv", "markdown", "yaml"])
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("days", [(), ("--from", "2026-09-01"), ("--from", "2026-12-01")])
def test_nothing_printed_lies_before_today(days: tuple[str, ...], lang: str, format_: str, tmp_path: Path) -> None:
    done = teamplan(*TODAY, *days, "--lang", lang, "--format", format_, "--ics", "hire.ics", cwd=tmp_path)
    assert done.returncode == 0
    dates = re.findall(r"\d{4}-\d{2}-\d{2}", done.stdout)
    assert len(dates) > 50
    assert min(dates) >= "2026-11-25"
    assert min(re.findall(r"\d{4}-\d{2}(?!\d)", done.stdout)) >= "2026-11"
    assert min(re.findall(r"\d{8}", (tmp_path / "hire.ics").read_text(encoding="utf-8"))) >= "20261125"


def test_today_is_the_first_day_where_only_one_is_given_and_the_page_says_so() -> None:
    assert "Today is taken" not in teamplan(*TODAY).stdout
    assert as_json(*TODAY)["start"] == "2026-11-25"
    for lang, told in (("en", "Today is taken to be 2026-12-01"), ("zh", "以计划第一天 2026-12-01 为今天")):
        assert told in teamplan(*GROWING, "--lang", lang).stdout


def test_a_today_after_the_plan_is_refused() -> None:
    done = teamplan(*GROWING, "--today", "2027-12-01")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--today: “2027-12-01” is not between 1900-01-01 and 2027-11-30" in done.stderr


def test_csv_round_trips() -> None:
    calendar = as_json(*GROWING)
    rows = list(csv.DictReader(io.StringIO(teamplan(*GROWING, "--format", "csv").stdout)))
    places = [*calendar["hires"], *calendar["backfills"]]
    assert len(rows) == len(places)
    for row, place in zip(rows, places, strict=True):
        plain = {
            key: "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
            for key, value in place.items()
        }
        assert row == plain


def test_what_is_late_is_said_first_and_in_both_languages() -> None:
    english, chinese = (teamplan(*GROWING, "--lang", lang).stdout for lang in ("en", "zh"))
    assert english.split("\n\n")[1].startswith("Already late on 2026-12-01\n")
    assert "the search is 26 days late" in english
    assert "已晚 26 天" in chinese
    assert "售前客服 1 人" in chinese


@pytest.mark.parametrize("columns", ["80", "120"])
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("more", [(), ("--jump", "3x@2027-03-01", "--today", "2026-12-20")])
def test_nothing_is_wider_than_the_terminal(more: tuple[str, ...], columns: str, lang: str) -> None:
    from teamplan.page.cells import cells

    shown = teamplan(*GROWING, *more, "--lang", lang, COLUMNS=columns).stdout
    widths = [cells(line) for line in shown.splitlines()]
    assert max(widths) <= int(columns)
    chart = [line for line in shown.splitlines() if line.endswith("###")]
    assert len(chart) > 20
    assert {cells(line) for line in chart} == {int(columns)}


def test_markdown_keeps_the_chart_as_it_is() -> None:
    told = teamplan(*GROWING, "--format", "markdown").stdout
    assert "\n    1 × Pre-sale agent      ..=++++" in told
    assert "| 2026-12-01 ! | 2026-12-15 | 2027-01-14 |" in told


def test_the_calendar_file_opens_in_a_parser_and_holds_every_date(tmp_path: Path) -> None:
    done = teamplan(*GROWING, "--ics", "hire.ics", cwd=tmp_path)
    assert done.returncode == 0
    assert "The calendar is in hire.ics" in done.stderr
    raw = (tmp_path / "hire.ics").read_bytes()
    events = Calendar.from_ical(raw.decode()).walk("VEVENT")
    calendar = as_json(*GROWING)
    places = [*calendar["hires"], *calendar["backfills"]]
    dates = [
        place[key]
        for place in places
        for key in ("search_by", "start_by", "working_by")
        if key != "search_by" or place["kind"] != "promotion"
    ]
    assert [event.decoded("dtstart").isoformat() for event in events] == dates
    assert all(event.decoded("dtend") == event.decoded("dtstart") + timedelta(1) for event in events)
    assert len({str(event["uid"]) for event in events}) == len(dates)
    teamplan(*GROWING, "--ics", "again.ics", cwd=tmp_path)
    assert (tmp_path / "again.ics").read_bytes() == raw
    assert raw.count(b"\r\n") == raw.count(b"\n")


def test_a_name_that_looks_like_calendar_text_stays_a_name(tmp_path: Path) -> None:
    teamplan("stages", "new", "mine", cwd=tmp_path)
    roles = tmp_path / "mine" / "roles.yaml"
    text = roles.read_text(encoding="utf-8")
    name = r"a;b,c\nEND:VEVENT"
    assert text.count("en: Pre-sale agent,") == 1
    roles.write_text(text.replace("en: Pre-sale agent,", f"en: '{name}',"), encoding="utf-8")
    done = teamplan(*GROWING, "--playbook", "mine", "--ics", "x.ics", cwd=tmp_path)
    assert done.returncode == 0
    events = Calendar.from_ical((tmp_path / "x.ics").read_text(encoding="utf-8")).walk("VEVENT")
    plain = teamplan(*GROWING, "--ics", "y.ics", cwd=tmp_path)
    assert plain.returncode == 0
    assert len(events) == len(Calendar.from_ical((tmp_path / "y.ics").read_text(encoding="utf-8")).walk("VEVENT"))
    assert f"Begin the search: 1 × {name}" in {str(event["summary"]) for event in events}


def test_without_the_library_the_extra_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "icalendar.py").write_text("raise ImportError\n", encoding="utf-8")
    arguments = (*GROWING, "--ics", "hire.ics")
    for lang in ("en", "zh"):
        done = process(*arguments, "--lang", lang, cwd=tmp_path, PYTHONPATH=str(tmp_path))
        assert done.returncode == 2
        assert "pip install 'teamplan[calendar]'" in done.stderr
        assert done.stdout == ""
    assert not (tmp_path / "hire.ics").exists()
    assert process(*GROWING, cwd=tmp_path, PYTHONPATH=str(tmp_path)).returncode == 0


def test_a_calendar_that_cannot_be_written_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    done = teamplan(*GROWING, "--ics", "no/such/folder.ics", cwd=tmp_path)
    assert done.returncode == 2
    assert "no/such/folder.ics: cannot be written" in done.stderr
    assert done.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_real_orders_of_a_year_give_a_calendar_and_a_remark_on_columns_not_read() -> None:
    done = teamplan("hire", "--forecast", str(UCI), "--format", "json")
    assert done.returncode == 0
    assert "note: these columns are not read: order_lines, units" in done.stderr
    calendar = json.loads(done.stdout)
    assert (calendar["start"], calendar["end"]) == ("2010-12-01", "2011-12-09")
    assert [(hire["role"], hire["working_by"]) for hire in calendar["hires"]] == [("operator", "2011-11-07")]
    assert calendar["slack"] == []
    noisy = as_json("hire", "--forecast", str(UCI), "--smooth", "1")
    assert noisy["orders_at_most"] == 142
    chinese = teamplan("hire", "--forecast", str(UCI), "--lang", "zh")
    assert "提示：未读取这些列" in chinese.stderr


def test_part_of_a_forecast_and_closed_days(tmp_path: Path) -> None:
    rows = ["date,orders", *(f"2026-12-{day:02},{100 + day}" for day in range(1, 32) if day % 7)]
    (tmp_path / "f.csv").write_text("\n".join(rows), encoding="utf-8")
    refused = teamplan("hire", "--forecast", "f.csv", cwd=tmp_path)
    assert refused.returncode == 2
    assert refused.stderr.count("days missing before") == 4
    closed = as_json("hire", "--forecast", "f.csv", "--gaps", "zero", "--from", "2026-12-10", cwd=tmp_path)
    assert (closed["start"], closed["end"]) == ("2026-12-10", "2026-12-31")
    assert closed["orders_at_start"] == pytest.approx(sum(100 + day for day in range(8, 14)) / 7)


def test_visitors_of_a_forecast_need_a_conversion(tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text("date,visitors\n2026-12-01,6000\n2026-12-02,9000\n", encoding="utf-8")
    refused = teamplan("hire", "--forecast", "f.csv", cwd=tmp_path)
    assert refused.returncode == 2
    assert "Add --conversion" in refused.stderr
    given = as_json("hire", "--forecast", "f.csv", "--conversion", "4.5%", "--smooth", "1", cwd=tmp_path)
    assert (given["orders_at_start"], given["orders_at_end"]) == (270, 405)


def test_faults_of_the_shop_and_of_the_days_are_told_together() -> None:
    done = teamplan("hire", "--orders", "-1", "--growth", "8%", "--from", "soon", "--months", "1.5")
    places = [line.partition(":")[0] for line in done.stderr.splitlines()]
    assert done.returncode == 2
    assert places == ["--from", "--growth", "--months", "--orders"]


def test_growth_needs_a_first_day_and_a_volume() -> None:
    assert "--today is missing" in teamplan(*SHOP, "--growth", "8%/month").stderr
    done = teamplan("hire", "--growth", "8%/month", "--from", "2026-12-01")
    assert done.returncode == 2
    assert "the volume of the shop is missing" in done.stderr


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("0d", "--lasting: “0d” is not between 1d and 365d"),
        ("53 weeks", "--lasting: “53 weeks” is not between 1d and 365d"),
        ("-3d", "--lasting: “-3d” is not a number of days. Write it like 28d or 4 weeks."),
        ("soon", "--lasting: “soon” is not a number of days"),
        ("30 min", "--lasting: “30 min” is not a number of days"),
        ("1.5d", "--lasting: expected a whole number, found 1.5"),
    ],
)
def test_days_that_cannot_last_are_one_sentence(given: str, told: str) -> None:
    done = teamplan(*GROWING, f"--lasting={given}")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert done.stderr.startswith(told)


def test_days_and_weeks_are_read_however_they_are_written() -> None:
    for given in ("28", "28d", "28 days", "4w", "4 weeks"):
        schedule, _ = read_schedule({"growth": "8%/month", "from": "2026-12-01", "lasting": given})
        assert schedule.lasting == 28
    assert read_schedule({"growth": "8%/month", "from": "2026-12-01"})[0].lasting is None


def test_a_forecast_never_becomes_a_terminal_code(tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text("date,orders,\x1b[31mred\n2026-12-01,\x1b[31m5\n", encoding="utf-8")
    done = teamplan("hire", "--forecast", "f.csv", cwd=tmp_path)
    assert done.returncode == 2
    assert "\x1b" not in done.stderr


LONG = ("hire", "--orders", "400", "--growth", "8%/month", "--from", "2026-12-01", "--months", "36")


@pytest.mark.parametrize(("language", "told"), [("en", "places in"), ("zh", "个名额合并为")])
def test_a_long_calendar_is_folded_on_the_page_and_whole_in_the_data(language: str, told: str) -> None:
    calendar = as_json(*LONG)
    rows = list(csv.DictReader(io.StringIO(teamplan(*LONG, "--format", "csv").stdout)))
    assert len(rows) == len(calendar["hires"]) + len(calendar["backfills"]) > 250
    page = teamplan(*LONG, "--lang", language).stdout.splitlines()
    assert len(page) < 350
    assert len([line for line in page if told in line and "--format csv" in line]) == 2
    people = sum(hire["people"] for hire in calendar["hires"] if hire["role"] == "warehouse-keeper")
    keepers = {"en": r"  (\d+) × Warehouse keeper  ", "zh": r"  库管 (\d+) 人  "}[language]
    lines = [line for line in page if line[:2] == "20" and re.search(keepers, line)]
    backfills = sum(place["people"] for place in calendar["backfills"] if place["role"] == "warehouse-keeper")
    assert sum(int(re.findall(keepers, line)[0]) for line in lines) == people + backfills


def test_a_volume_beyond_all_planning_is_told_before_anything_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("worked out")

    monkeypatch.setattr(hiring, "needs_of", never)
    schedule, _ = read_schedule({"growth": "100%/month", "from": "2026-12-01", "months": "24"})
    with pytest.raises(TeamplanError) as refused:
        hiring.hire(load(built_in()), Store.model_validate({"orders": 1000}), schedule)
    assert [problem.key for problem in refused.value.problems] == ["growth-too-many-orders"]


@pytest.mark.parametrize(
    ("option", "given", "told"),
    [
        ("--growth", "20%/day", "--growth: the volume would be 237 times as large after 30 days"),
        ("--jump", "3@2027-03-01", "--jump: “3@2027-03-01” is not a jump. Write it like 3x@2027-03-01."),
        ("--jump", "3x@2027-02-29", "--jump: “2027-02-29” is not a date"),
        ("--jump", "1x@2027-03-01", "--jump: “1x” is not between 1.01x and 100x"),
        ("--jump", "3..x@2027-03-01", "--jump: “3..” is not a number"),
        ("--jump", "3x@2026-12-01", "--jump: “2026-12-01” is not between 2026-12-02 and 2027-11-30"),
        ("--jump", "3x@2028-12-01", "--jump: “2028-12-01” is not between 2026-12-02 and 2027-11-30"),
    ],
)
def test_a_growth_or_jump_that_cannot_be_planned_is_one_sentence(option: str, given: str, told: str) -> None:
    done = teamplan(*SHOP, "--from", "2026-12-01", option, given)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert done.stderr.startswith(told)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "en",
            ["The night of 2027-03-01: 3 times", "Stages passed in that night: One year", "Pre-sale agent breaks on"],
        ),
        ("zh", ["2027-03-01 之夜：业务量增至 3 倍", "一夜跨入的阶段：成熟期（一年）", "售前客服于 2027-03-01 告急"]),
    ],
)
def test_a_jump_tells_who_breaks_and_which_stages_are_passed(lang: str, told: list[str]) -> None:
    page = teamplan(*SHOP, "--today", "2026-12-01", "--jump", "3x@2027-03-01", "--lang", lang).stdout
    assert all(each in page for each in told)
    jump = as_json(*SHOP, "--today", "2026-12-01", "--jump", "3x@2027-03-01")["jump"]
    assert (jump["on"], jump["factor"], jump["orders_before"]) == ("2027-03-01", 3, 270)


@pytest.mark.parametrize(("language", "told"), [("en", "has 100,000 people as operator"), ("zh", "100,000 人")])
def test_a_team_beyond_all_planning_is_refused(language: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "team.yaml").write_text("roles:\n  operator: 100000\n", encoding="utf-8")
    done = teamplan(*GROWING, "--team", str(tmp_path / "team.yaml"), "--lang", language)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert told in done.stderr


def test_the_work_of_each_day_is_heard_of() -> None:
    heard: list[None] = []
    schedule, _ = read_schedule({"growth": "8%/month", "from": "2026-12-01", "months": "2"})
    store = Store.model_validate({"orders": 20})
    watched = hiring.hire(load(built_in()), store, schedule, lambda: heard.append(None))
    assert watched == hiring.hire(load(built_in()), store, schedule)
    assert len(heard) == hiring.STEPS_A_DAY * schedule.days


def test_lines_of_a_folded_calendar_carry_all_people_and_the_first_dates() -> None:
    schedule, _ = read_schedule({"growth": "8%/month", "from": "2026-12-01", "months": "36"})
    places = hiring.hire(load(built_in()), Store.model_validate({"orders": 400}), schedule).hires
    several = [place.with_(people=3) for place in places]
    fold = folded(several)
    assert fold is not None
    assert fold[0] in ("month", "quarter", "year")
    assert sum(each.people for each in fold[1]) == 3 * len(places) == 3 * sum(each.places for each in fold[1])
    assert [each.search_by for each in fold[1]] == sorted(each.search_by for each in fold[1])
    assert any(each.late > 0 for each in fold[1]) == any(place.late for place in places)
    assert folded(several[:60]) is None
