"""Weekdays and hours from a shop's own past days: eight weeks of a real shop, and files that do not say them."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from statistics import fmean

import pytest

from teamplan.language import Language, Speaker
from teamplan.page.words import Words
from teamplan.playbook.growth import Forecast
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.service import WEEK
from teamplan.questions.peak.own_week import FEWEST_WEEKS, OwnWeek, own_week, with_own_week
from teamplan.questions.peak.own_week_page import own_week_lines
from teamplan.questions.peak.question import ask_peak
from teamplan.questions.peak.result import PeakRequest
from teamplan.questions.peak.tasks import tasks_of
from teamplan.questions.peak.words import WORDS
from teamplan.reading.forecast import read_forecast
from tests.cli.prompt import teamplan
from tests.shops import store

UCI = Path(__file__).parents[2] / "data" / "days" / "uci_hours.csv"
MONDAY = date(2026, 1, 5)
SHARES = (2, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)  # of an evening shop, from 10:00 on


def past(path: Path) -> Forecast:
    forecast, problems, _ = read_forecast(path, zero_gaps=True, chats=True)
    assert forecast is not None, problems
    return forecast


def rows() -> Iterator[tuple[date, int, float]]:
    """The file of the real shop, read by hand."""
    with UCI.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield date.fromisoformat(row["date"]), int(row["hour"]), float(row["orders"])


def drawn(days: int, *, by_hours: bool = True, first: date = MONDAY, hours: int = 12) -> Forecast:
    """Days of a shop that sells 10 a day, twice that on Mondays."""
    orders = tuple(20.0 if (first + timedelta(day)).weekday() == 0 else 10.0 for day in range(days))
    parts = [*[0.0] * 10, *(float(each) for each in SHARES[:hours])]
    shares = [each / sum(parts) for each in (*parts, *[0.0] * (24 - len(parts)))]
    hourly = tuple(tuple(day * share for share in shares) for day in orders) if by_hours else None
    return Forecast(first, None, orders, None, hourly)


def told(playbook: Playbook, forecast: Forecast) -> OwnWeek:
    assert playbook.service is not None
    return own_week(forecast, playbook.service)


def test_a_real_shop_has_the_weekdays_and_hours_of_its_file(playbook: Playbook) -> None:
    by_weekday, by_hour = defaultdict[int, float](float), defaultdict[int, float](float)
    for day, hour, orders in rows():
        by_weekday[day.weekday()] += orders
        by_hour[hour] += orders if day.weekday() < 5 else 0
    own = told(playbook, past(UCI))
    assert (own.counted, own.weeks, own.first, own.last) == ("orders", 8, "2011-09-05", "2011-10-30")
    assert own.weekdays is not None
    assert own.closed == ("sat",)
    assert own.weekdays["sat"] == 1
    assert sum(own.weekdays.values()) == 7
    mean = sum(by_weekday.values()) / 6  # it opens on six days of a week
    for place, name in enumerate(WEEK[:5]):  # of eight Sundays three had twice the orders of the others
        assert float(own.weekdays[name]) == pytest.approx(by_weekday[place] / mean, abs=0.1)
    assert max(own.weekdays, key=own.weekdays.__getitem__) == "thu"
    hours = own.hours["weekdays"].shares
    assert hours is not None
    assert sum(hours) == 1
    for hour, share in enumerate(hours):
        assert float(share) == pytest.approx(by_hour[hour] / sum(by_hour.values()), abs=0.012)
    assert own.hours["weekend"].days == 8  # Sundays


def test_the_plan_of_the_event_rests_on_them(playbook: Playbook, tmp_path: Path) -> None:
    (tmp_path / "days.csv").write_text(_by_days(), encoding="utf-8")
    hours, days = past(UCI), past(tmp_path / "days.csv")
    assert hours.orders == days.orders  # the days are the sums of their hours
    own, usual = told(playbook, hours), told(playbook, days)
    assert own.weekdays == usual.weekdays
    seats = [_minutes(playbook, each) for each in (own, usual, None)]
    assert seats[0] > max(seats[1:])  # a sixth of a day's buyers comes in one hour


def _by_days() -> str:
    days = defaultdict[date, float](float)
    for day, _, orders in rows():
        days[day] += orders
    return "\n".join(["date,orders", *(f"{day},{orders:g}" for day, orders in days.items())])


def _minutes(playbook: Playbook, own: OwnWeek | None) -> int:
    """Of the seats for chats, on the day of an event."""
    question = ask_peak(playbook, store(orders=150), PeakRequest("campaign", own_week=own))
    return next(each.need[0] for each in tasks_of(question) if each.duty == "pre-sale-chat")


def test_one_run_of_the_prompt_says_what_was_read(tmp_path: Path) -> None:
    (tmp_path / "days.csv").write_text(_by_days(), encoding="utf-8")
    prompt = ("peak", "--event", "campaign", "--orders", "9", "--orders-x", "1", "--mix", "rule")
    found = json.loads(teamplan(*prompt, "--baseline", "days.csv", "--format", "json", cwd=tmp_path).stdout)
    assert found["own_week"]["counted"] == "orders"
    assert found["own_week"]["closed"] == ["sat"]
    assert found["own_week"]["hours"]["weekdays"] == {"days": 0, "shares": None, "why": "by-days"}


def test_the_shares_take_the_place_of_the_playbooks(playbook: Playbook) -> None:
    own = told(playbook, drawn(28))
    frame = with_own_week(playbook, own).service
    assert frame is not None
    assert frame.factor("mon") == Fraction(7, 4)
    assert frame.factor("sun") == Fraction(7, 8)
    assert float(frame.profile_of("tue").hours[11]) == pytest.approx(3 / 15, abs=1e-5)
    assert frame.profile_of("sat").hours == own.hours["weekend"].shares
    assert with_own_week(playbook, None) is playbook


@pytest.mark.parametrize("first", [MONDAY, MONDAY + timedelta(1), MONDAY + timedelta(6)])
def test_only_whole_weeks_from_monday_on_count(first: date, playbook: Playbook) -> None:
    days = 7 * FEWEST_WEEKS + (MONDAY - first).days % 7
    assert told(playbook, drawn(days, first=first)).weekdays is not None
    short = told(playbook, drawn(days - 1, first=first))
    assert (short.weeks, short.weekdays, short.why) == (3, None, "few-weeks")
    assert {each.why for each in short.hours.values()} == {"few-weeks"}
    frame, same = playbook.service, with_own_week(playbook, short).service
    assert frame is not None
    assert same is not None
    assert (same.week.shares, same.profiles) == (frame.week.shares, frame.profiles)


def test_a_day_of_a_promotion_moves_nothing(playbook: Playbook) -> None:
    """One of eight weeks with seven times the orders on its Friday."""
    calm = drawn(56, by_hours=False)
    assert calm.orders is not None
    busy = calm.with_(orders=(*calm.orders[:32], 70.0, *calm.orders[33:]))
    assert told(playbook, busy).weekdays == told(playbook, calm).weekdays


@pytest.mark.parametrize(
    ("forecast", "why"),
    [
        (drawn(28, by_hours=False), "by-days"),
        (drawn(28, hours=11), "half-a-day"),
        (drawn(27), "few-weeks"),
    ],
)
def test_hours_that_a_file_does_not_say_are_those_of_the_playbook(
    forecast: Forecast, why: str, playbook: Playbook
) -> None:
    own = told(playbook, forecast)
    assert {each.why for each in own.hours.values()} == {why}
    assert all(each.shares is None for each in own.hours.values())
    frame, same = playbook.service, with_own_week(playbook, own).service
    assert frame is not None
    assert same is not None
    assert same.profiles == frame.profiles


def test_a_shop_without_a_weekend_keeps_the_hours_of_the_playbook_for_it(playbook: Playbook) -> None:
    whole = drawn(28)
    assert whole.orders is not None
    assert whole.hourly is not None
    closed = [day % 7 > 4 for day in range(28)]
    days = whole.with_(
        orders=tuple(0.0 if off else each for each, off in zip(whole.orders, closed, strict=True)),
        hourly=tuple((0.0,) * 24 if off else each for each, off in zip(whole.hourly, closed, strict=True)),
    )
    own = told(playbook, days)
    assert own.closed == ("sat", "sun")
    assert own.weekdays is not None
    assert float(own.weekdays["mon"]) == pytest.approx(10 / 6, abs=1e-5)
    assert (own.hours["weekdays"].why, own.hours["weekend"].why) == (None, "few-days")


def test_a_shop_that_seldom_sells_has_no_week(playbook: Playbook) -> None:
    orders = tuple(1.0 if day % 14 == day // 14 else 0.0 for day in range(84))
    own = told(playbook, Forecast(MONDAY, None, orders))
    assert (own.weekdays, own.why) == (None, "seldom")


def test_chats_say_more_than_orders_where_a_file_has_them(playbook: Playbook, tmp_path: Path) -> None:
    lines = ["day,hour,orders,chats"]
    for day in range(28):
        on = MONDAY + timedelta(day)
        lines += [f"{on},{hour:02}:00,1,{9 if hour == 20 else 1}" for hour in range(9, 23)]
    (tmp_path / "days.csv").write_text("\n".join(lines), encoding="utf-8")
    days = past(tmp_path / "days.csv")
    assert days.orders == (14.0,) * 28
    assert fmean(days.chats or ()) == 22
    own = told(playbook, days)
    assert own.counted == "chats"
    assert float((own.hours["weekend"].shares or ())[20]) == pytest.approx(9 / 22, abs=1e-5)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_was_read_and_what_is_left_to_the_playbook_is_said(language: Language, playbook: Playbook) -> None:
    words = Words(Speaker(language), playbook).of(WORDS)
    read = list(own_week_lines(told(playbook, past(UCI)), words))
    assert [part in line for part, line in zip(("2011-10-30", "Saturday", "12:00", "12:00"), read, strict=True)] == [
        True, language == "en", True, True,
    ]  # fmt: skip
    for forecast, lines in ((drawn(27), 2), (drawn(28, hours=11), 2), (drawn(28, by_hours=False), 2), (drawn(28), 3)):
        assert len(list(own_week_lines(told(playbook, forecast), words))) == lines
    needed = {"en": "four are needed", "zh": "至少需要四周"}[language]
    assert all(needed in line for line in own_week_lines(told(playbook, drawn(27)), words))


def test_a_forecast_of_hours_is_read_as_its_days(tmp_path: Path) -> None:
    (tmp_path / "days.csv").write_text("date,orders\n2026-12-01,30\n2026-12-02,50\n", encoding="utf-8")
    hours = "date,hour,orders\n2026-12-01,20,10\n2026-12-01,9,20\n2026-12-02,12:00,50\n"
    (tmp_path / "hours.csv").write_text(hours, encoding="utf-8")
    found = [read_forecast(tmp_path / name)[0] for name in ("days.csv", "hours.csv")]
    assert found[1] is not None
    assert found[1].with_(hourly=None) == found[0]
    assert [sum(day) for day in found[1].hourly or ()] == [30, 50]
