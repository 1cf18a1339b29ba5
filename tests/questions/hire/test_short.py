"""Needs that do not last: whom their days lack beside the team, and what helps over them at which price."""

import csv
import io
import json
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from pathlib import Path

import pytest
from icalendar import Calendar

from teamplan.engine.pay.payroll import payroll_of
from teamplan.playbook.growth import Forecast, parse_growth
from teamplan.playbook.playbook import Playbook
from teamplan.questions.hire.answer import hire
from teamplan.questions.hire.calendar import Schedule
from tests.cli.prompt import teamplan
from tests.shops import hired, short, store

START = date(2026, 12, 1)
PEAK = [270.0] * 40 + [430.0] * 9 + [270.0] * 40


def foreseen(orders: list[float]) -> Schedule:
    return Schedule(START, len(orders), START, None, Forecast(START, None, tuple(orders)), 7)


def test_a_peak_lacks_whom_recommend_asks_for_beside_the_team_on_its_days(playbook: Playbook) -> None:
    calendar = hire(playbook, store(), foreseen(PEAK).with_(smooth=1))
    assert calendar.hires == ()
    missing = short(playbook, hired(playbook, orders=270), orders=430)
    assert {need.role: need.people for need in calendar.short_needs} == missing
    assert {(need.first, need.last, need.days) for need in calendar.short_needs} == {
        (START + timedelta(40), START + timedelta(48), 9)
    }
    assert {need.by for need in calendar.short_needs} == {"temporary", "wait"}


def test_who_is_hired_and_short_together_are_the_need_of_every_day(playbook: Playbook) -> None:
    values = [220.0] * 20 + [260.0] * 8 + [300.0] * 50 + [400.0] * 9 + [310.0] * 30
    calendar = hire(playbook, store(), foreseen(values).with_(smooth=1))
    assert calendar.hires
    for place, orders in enumerate(values):
        day = START + timedelta(place)
        there = dict(hired(playbook, orders=values[0]))
        for hire_ in calendar.hires:
            there[hire_.role] = there.get(hire_.role, 0) + (hire_.people if hire_.needed_on <= day else 0)
        lacking = {
            role: count - there.get(role, 0)
            for role, count in hired(playbook, orders=orders).items()
            if count > there.get(role, 0)
        }
        told = {need.role for need in calendar.short_needs if need.first <= day <= need.last}
        assert set(lacking) == told
        for need in calendar.short_needs:
            if need.first <= day <= need.last:
                assert lacking[need.role] <= need.people


def test_temporary_people_are_paid_by_the_day_and_for_their_training_and_are_searched_for_in_time(
    playbook: Playbook,
) -> None:
    calendar = hire(playbook, store(), foreseen(PEAK))
    [keepers] = [need for need in calendar.short_needs if need.role == "warehouse-keeper"]
    assert keepers.by == "temporary"
    days = ceil(Fraction(keepers.hours) / 8 / Fraction(94, 100) / Fraction(1, 2) - Fraction(1, 10**9))
    assert keepers.cost is not None
    assert float(keepers.cost.amount) == 240 * (days + 2 * keepers.helpers)
    assert keepers.search_by == keepers.first - timedelta(7 + 2)
    late = hire(playbook, store(), foreseen(PEAK).with_(today=keepers.first - timedelta(3)))
    assert [need.by for need in late.short_needs if need.role == "warehouse-keeper"] == ["wait"]
    assert all(need.first >= late.today for need in late.short_needs)


def test_a_little_more_work_is_overtime_at_its_legal_price_up_to_the_bound(playbook: Playbook) -> None:
    little = [300.0] * 40 + [304.0] * 9 + [300.0] * 40  # a keeper more above 302.3
    [need] = hire(playbook, store(), foreseen(little).with_(smooth=1)).short_needs
    assert (need.role, need.people, need.days, need.by, need.helpers) == ("warehouse-keeper", 1, 9, "overtime", 0)
    assert 0 < need.hours < 9
    assert need.cost is not None
    month = payroll_of(playbook, store()).costs.of(need.role).pay.likely
    hour = Fraction(month.amount) / Fraction("21.75") / 8 * Fraction("1.5")
    assert float(need.cost.amount) == pytest.approx(float(hour) * need.hours, abs=0.05)
    none = store(assumptions={"overtime_hours_a_day": "0 h/day"})
    assert {each.by for each in hire(playbook, none, foreseen(little).with_(smooth=1)).short_needs} == {"temporary"}


def test_growth_has_no_short_needs_and_a_playbook_without_events_no_price(playbook: Playbook) -> None:
    growing = Schedule(START, 365, START, parse_growth("10%/month"), None, 7)
    assert hire(playbook, store(orders=270), growing).short_needs == ()
    unpriced = hire(playbook.with_(events=None), store(), foreseen(PEAK)).short_needs
    assert {(need.by, need.cost) for need in unpriced} == {("wait", None)}
    assert [need.people for need in unpriced] == [
        need.people for need in hire(playbook, store(), foreseen(PEAK)).short_needs
    ]


def test_a_need_of_fewer_days_than_the_mean_is_noise(playbook: Playbook) -> None:
    spiky = [270.0] * 40 + [430.0] * 3 + [270.0] * 40
    assert hire(playbook, store(), foreseen(spiky).with_(smooth=1)).short_needs
    for need in hire(playbook, store(), foreseen(spiky)).short_needs:
        assert (need.last - need.first).days + 1 >= 7


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", ["Shorter needs: nobody is hired for them", "temporary people: ", "Cost, CNY"]),
        ("zh", ["短期需要：不为此招人", "临时工 ", "费用（元）"]),
    ],
)
def test_short_needs_stand_on_the_page_in_the_data_and_in_the_calendar(
    lang: str, told: list[str], tmp_path: Path
) -> None:
    rows = (f"{START + timedelta(day)},{orders:g}" for day, orders in enumerate(PEAK))
    (tmp_path / "f.csv").write_text("\n".join(["date,orders", *rows]), encoding="utf-8")
    prompt = ("hire", "--forecast", "f.csv", "--lang", lang)
    page = teamplan(*prompt, cwd=tmp_path).stdout
    assert all(each in page for each in told)
    data = json.loads(teamplan(*prompt, "--format", "json", "--ics", "h.ics", cwd=tmp_path).stdout)
    needs = data["short_needs"]
    assert {"role", "first", "last", "people", "hours", "by", "cost", "name", "text"} <= set(needs[0])
    events = Calendar.from_ical((tmp_path / "h.ics").read_text(encoding="utf-8")).walk("VEVENT")
    spans = [(each.decoded("dtstart").isoformat(), each.decoded("dtend").isoformat()) for each in events][-len(needs) :]
    ends = [(date.fromisoformat(need["last"]) + timedelta(1)).isoformat() for need in needs]
    assert spans == [(need["first"], end) for need, end in zip(needs, ends, strict=True)]
    places = list(csv.DictReader(io.StringIO(teamplan(*prompt, "--format", "csv", cwd=tmp_path).stdout)))
    assert len(places) == len(data["hires"]) + len(data["backfills"])
