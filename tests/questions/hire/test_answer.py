"""The hiring calendar against `recommend`, day by day, and its promises on moves, promotions, leavers and slack."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from math import inf, nextafter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamplan.engine.owner import owner_duties, owner_limit
from teamplan.errors import TeamplanError
from teamplan.playbook.growth import Forecast, parse_growth, parse_jump
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Team
from teamplan.questions.hire.answer import hire
from teamplan.questions.hire.calendar import HiringCalendar, Place, Schedule
from teamplan.questions.hire.demand import held, moving_mean
from teamplan.questions.hire.leavers import expected_leavers, leaver_days
from tests.shops import asked, hired, store

START = date(2026, 12, 1)
SHOP = {"visitors": 6000, "conversion": "4.5%"}


def growing(growth: str, days: int = 365, today: date = START) -> Schedule:
    return Schedule(START, days, today, parse_growth(growth), None, 7)


def foreseen(orders: list[float], smooth: int = 1) -> Schedule:
    return Schedule(START, len(orders), START, None, Forecast(START, None, tuple(orders)), smooth)


def wanted(calendar: HiringCalendar) -> dict[tuple[str, date], int]:
    """People of each role by the day they are needed."""
    found: dict[tuple[str, date], int] = {}
    for place in calendar.hires:
        key = (place.role, place.needed_on)
        found[key] = found.get(key, 0) + place.people
    return found


def lead_days(playbook: Playbook, place: Place) -> tuple[int, int]:
    """Days of the search and of the ramp-up."""
    post = playbook.roles[place.role]
    search = 0 if place.kind == "promotion" else int(post.days_to_hire.value.number)
    return search, int(post.days_to_full_speed.value.number)


def rests(playbook: Playbook) -> set[date]:
    """Every day of rest."""
    spans = [days.span for holiday in playbook.frame.holidays.values() for days in holiday.days]
    return {first + timedelta(number) for first, last in spans for number in range((last - first).days + 1)}


def backwards(playbook: Playbook, place: Place) -> tuple[date, date]:
    """The days on which the search and the work would have to begin, one day after the other counted back."""
    rest, (search, ramp) = rests(playbook), lead_days(playbook, place)
    start = place.needed_on - timedelta(ramp)
    while start in rest:
        start -= timedelta(1)
    day, searched = start, 0
    while searched < search:
        day -= timedelta(1)
        searched += day not in rest
    return day, start


def onwards(playbook: Playbook, place: Place, today: date) -> tuple[date, date, date]:
    """The days of a search that begins today, one day after the other."""
    rest, (search, ramp) = rests(playbook), lead_days(playbook, place)
    begins = today
    while begins in rest:
        begins += timedelta(1)
    day, searched = begins, 0
    while searched < search or day in rest:
        searched += day not in rest
        day += timedelta(1)
    return begins, day, day + timedelta(ramp)


def test_every_date_follows_from_hire_days_ramp_and_trigger_as_recommend_says_day_by_day(playbook: Playbook) -> None:
    calendar = hire(playbook, store(**SHOP), growing("10%/month"))
    present, expected = hired(playbook, **SHOP), {}
    for day in range(365):
        visitors = 6000 * 1.1 ** (day / (365 / 12))
        for role, people in hired(playbook, visitors=visitors, conversion="4.5%").items():
            if people > present.get(role, 0):
                expected[role, START + timedelta(day)] = people - present.get(role, 0)
                present[role] = people
    assert len(expected) > 20
    assert wanted(calendar) == expected
    assert calendar.people_at_end == sum(present.values())
    for place in (*calendar.hires, *calendar.backfills):
        began, start = backwards(playbook, place)
        expected_days = (began, start, place.needed_on) if began >= START else onwards(playbook, place, START)
        assert (place.search_by, place.start_by, place.working_by) == expected_days
        assert (place.late, place.days_late) == (began < START, max((START - began).days, 0))
        assert place.gap_days == (place.working_by - place.needed_on).days
        assert (place.gap_days > 0) == place.late


def test_at_its_trigger_recommend_asks_for_less_and_one_float_above_for_the_place(playbook: Playbook) -> None:
    calendar = hire(playbook, store(orders=270), growing("10%/month"))
    assert {place.because for place in calendar.hires} >= {"stage", "work", "service"}
    for place in calendar.hires:
        at = place.trigger_orders
        assert at is not None
        below, above = (nextafter(at, 0), at) if place.because == "stage" else (at, nextafter(at, inf))
        before, after = (hired(playbook, orders=orders).get(place.role, 0) for orders in (below, above))
        assert after >= before + place.people


@pytest.mark.parametrize("growth", ["3%/week", "0.5%/day", "120%/year", "25%/month"])
@pytest.mark.parametrize("orders", [3, 60, 190, 480])
def test_present_people_moves_and_hires_make_up_the_team_of_the_last_day(
    playbook: Playbook, growth: str, orders: int
) -> None:
    calendar = hire(playbook, store(orders=orders), growing(growth))
    people: dict[str, float] = dict(hired(playbook, orders=orders))
    for move in calendar.moves:
        people[move.before] -= move.people
        people[move.after] = people.get(move.after, 0) + move.people
    for place in calendar.hires:
        people[place.role] = people.get(place.role, 0) + place.people
    last = hired(playbook, orders=calendar.orders_at_most)
    assert {role: count for role, count in people.items() if count} == last


def test_a_split_moves_present_people_to_both_heirs_and_hires_only_the_rest(playbook: Playbook) -> None:
    calendar = hire(playbook, store(orders=121), growing("30%/month", 60))
    assert hired(playbook, orders=121)["customer-service-agent"] == 2  # the third comes above 121.9
    assert [(move.before, move.after, move.people) for move in calendar.moves] == [
        ("customer-service-agent", "pre-sale-service", 2),
        ("customer-service-agent", "after-sale-service", 1),
    ]
    first = calendar.moves[0].on
    on_that_day = [place for place in calendar.hires if place.needed_on == first]
    assert "customer-service-agent" in {place.role for place in calendar.hires if place.needed_on < first}
    assert "customer-service-agent" not in {place.role for place in calendar.hires if place.needed_on >= first}
    assert {(place.role, place.because, place.trigger_orders) for place in on_that_day} == {
        ("pre-sale-service", "stage", 200)
    }


def test_whom_a_day_asks_for_together_are_told_in_the_order_of_hiring(playbook: Playbook) -> None:
    night = growing("0%/month").with_(jump=parse_jump(f"3x@{NIGHT}"))
    places = [place for place in hire(playbook, store(orders=121), night).hires if place.needed_on == NIGHT]
    tiers = [playbook.roles[place.role].hire_tier for place in places]
    assert len(set(tiers)) > 3
    assert tiers == sorted(tiers)


def test_a_dip_hires_and_unhires_nobody(playbook: Playbook) -> None:
    steady = hire(playbook, store(), foreseen([190.0] * 10 + [270.0] * 40))
    dipping = hire(playbook, store(), foreseen([190.0] * 10 + [270.0] * 10 + [150.0] * 10 + [270.0] * 20))
    assert wanted(dipping) == wanted(steady)
    assert dipping.moves == steady.moves
    assert dipping.slack == ()


STEP = [200.0] * 30 + [310.0] * 50
PEAKS = [200.0] * 10 + [490.0] * 9 + [205.0] * 30 + [330.0] * 20 + [201.0] * 6 + [340.0] * 40 + [480.0] * 8


@pytest.mark.parametrize("lasting", [1, 7, 14, 28, 42])
@pytest.mark.parametrize("values", [STEP, PEAKS, [250.0] * 30 + PEAKS[::-1]])
def test_the_hires_of_a_forecast_are_those_of_the_volume_that_lasts_day_by_day(
    playbook: Playbook, values: list[float], lasting: int
) -> None:
    calendar = hire(playbook, store(), foreseen(values).with_(lasting=lasting))
    present, expected = hired(playbook, orders=values[0]), {}
    for day, orders in enumerate(values):
        first = min(day, len(values) - lasting)
        coming = values[first : first + lasting]
        holds = max(each for each in coming if 2 * sum(other >= each for other in coming) > lasting)
        for role, people in hired(playbook, orders=min(orders, holds)).items():
            if people > present.get(role, 0):
                expected[role, START + timedelta(day)] = people - present.get(role, 0)
                present[role] = people
    assert expected
    assert wanted(calendar) == expected


def test_a_peak_of_days_hires_nobody_and_a_dip_of_days_puts_no_hire_off(playbook: Playbook) -> None:
    peak = hire(playbook, store(), foreseen([200.0] * 20 + [900.0] * 14 + [200.0] * 40))
    assert peak.hires == ()
    assert hire(playbook, store(), foreseen([200.0] * 20 + [900.0] * 14 + [200.0] * 40).with_(lasting=1)).hires
    dipped = foreseen([200.0] * 20 + [310.0] * 5 + [150.0] * 7 + [310.0] * 40)
    assert wanted(hire(playbook, store(), dipped)) == wanted(hire(playbook, store(), foreseen(STEP[10:])))


def test_the_days_of_the_playbook_count_unless_others_are_given(playbook: Playbook) -> None:
    values = foreseen([200.0] * 20 + [310.0] * 12 + [200.0] * 40)
    assert hire(playbook, store(assumptions={"lasting_days": "21"}), values).hires
    assert hire(playbook, store(assumptions={"lasting_days": "21"}), values.with_(lasting=28)).hires == ()
    frame = playbook.frame.model_copy(update={"lasting": None})
    assert (
        hire(playbook.with_(frame=frame), store(), values).hires
        == hire(playbook, store(), values.with_(lasting=1)).hires
    )


@given(values=st.lists(st.integers(0, 50), min_size=1, max_size=60), days=st.integers(1, 20))
def test_what_holds_is_reached_on_more_than_half_of_the_nearest_whole_window(values: list[int], days: int) -> None:
    exact = [Fraction(value) for value in values]
    width = min(days, len(values))
    for day, level in enumerate(held(exact, days)):
        first = min(day, len(values) - width)
        reached = [value for value in exact[first : first + width] if value >= level]
        above = [value for value in reached if value > level]
        assert 2 * len(reached) > width >= 2 * len(above)
    growing = sorted(exact)
    inside = len(growing) - width + 1
    assert [*map(min, growing, held(growing, days))][:inside] == growing[:inside]


def test_a_lead_comes_from_its_team_and_its_place_is_filled_when_it_leaves(playbook: Playbook) -> None:
    calendar = hire(playbook, store(**SHOP), growing("10%/month"))
    leads = [place for place in calendar.hires if place.kind == "promotion"]
    vacancies = [place for place in calendar.backfills if place.kind == "vacancy"]
    assert {(place.role, place.promoted_from) for place in leads} == {
        ("service-lead", "pre-sale-service"),
        ("warehouse-lead", "warehouse-keeper"),
    }
    assert {(place.role, place.needed_on) for place in vacancies} == {
        (place.promoted_from, place.start_by) for place in leads
    }


def test_a_lead_that_a_spare_colleague_can_fill_leaves_no_place_behind(playbook: Playbook) -> None:
    people = hired(playbook, orders=450) | {"after-sale-service": 9}
    team = Team.model_validate({"roles": people})
    calendar = hire(playbook, store(orders=450, team=team), growing("10%/month", 45))
    assert [p.promoted_from for p in calendar.hires if p.role == "service-lead"] == ["after-sale-service"]
    assert [place.role for place in calendar.backfills if place.kind == "vacancy"] == ["warehouse-keeper"]


def test_nobody_starts_on_a_holiday_and_a_search_over_one_is_longer_and_told(playbook: Playbook) -> None:
    rest, eve = rests(playbook), date(2027, 2, 5)
    calendar = hire(playbook, store(orders=800), growing("10%/month", 700))
    assert len(calendar.hires) > 60
    assert not rest & {place.start_by for place in (*calendar.hires, *calendar.backfills)}
    [told] = [each for each in calendar.rests if each.first == eve]
    across = [place for place in (*calendar.hires, *calendar.backfills) if place.search_by < eve < place.start_by]
    assert (told.holiday, told.last, told.people) == ("spring-festival", date(2027, 2, 12), len(across))
    for place in across:
        whole = {place.search_by + timedelta(number) for number in range((place.start_by - place.search_by).days)}
        assert len(whole - rest) == lead_days(playbook, place)[0]
    late = hire(
        playbook,
        store(orders=270, team=Team.model_validate({"roles": {}})),
        Schedule(eve, 9, eve, None, Forecast(eve, None, (270.0,) * 9), 1),
    )
    assert {place.search_by for place in late.hires} == {date(2027, 2, 13)}


@pytest.mark.parametrize("orders", [190, 270, 800])
def test_every_two_weeks_with_more_than_three_starts_are_a_wave_with_its_hours(playbook: Playbook, orders: int) -> None:
    calendar = hire(playbook, store(orders=orders), growing("10%/month"))
    newcomers = [
        (place.start_by, place)
        for place in (*calendar.hires, *calendar.backfills)
        for _ in range(place.people)
        if place.kind != "promotion"
    ]
    days = [START + timedelta(number) for number in range(-40, 400)]
    crowded = {
        place.start_by
        for first in days
        for starts in [[place for day, place in newcomers if first <= day < first + timedelta(14)]]
        for place in starts
        if len(starts) > 3
    }
    within = {day for day, _ in newcomers if any(wave.first <= day <= wave.last for wave in calendar.waves)}
    assert crowded == within
    for wave in calendar.waves:
        learning = [
            sum(
                start <= day < start + timedelta(lead_days(playbook, place)[1])
                for start, place in newcomers
                if wave.first <= start <= wave.last
            )
            for day in days
        ]
        assert wave.hours_a_week == 5 * max(learning)
        assert wave.people == sum(wave.roles.values()) == sum(wave.first <= day <= wave.last for day, _ in newcomers)
        assert wave.hours_a_week <= sum(each.hours_a_week for each in wave.trainers)


def test_the_hours_of_a_wave_follow_the_assumption_and_fall_to_the_leads_who_are_there(playbook: Playbook) -> None:
    calm = hire(playbook, store(orders=270, assumptions={"senior_time_people": "6"}), growing("0%/month"))
    assert calm.waves == ()
    team = Team.model_validate({"roles": {"store-manager": 1, "operator": 1}})
    [wave] = hire(
        playbook, store(orders=270, team=team, assumptions={"onboarding_hours": "2 h/week"}), growing("0%/month", 90)
    ).waves
    assert {each.role for each in wave.trainers} == {"owner"}
    assert wave.hours_a_week == 2 * wave.people
    few = Team.model_validate({"roles": {"customer-service-agent": 2, "warehouse-keeper": 1}})
    managed = hire(playbook, store(orders=270, team=few), growing("0%/month", 90))
    assert "store-manager" in {place.role for place in managed.hires}
    assert {each.role for wave in managed.waves for each in wave.trainers} == {"owner"}  # the manager starts last
    large = hire(playbook, store(orders=800), growing("10%/month"))
    assert {"owner", "service-lead"} <= {each.role for wave in large.waves for each in wave.trainers}


def test_a_playbook_without_holidays_counts_every_day(playbook: Playbook) -> None:
    plain = playbook.with_(frame=playbook.frame.model_copy(update={"holidays": {}}))
    calendar = hire(plain, store(**SHOP), growing("10%/month"))
    assert (calendar.rests, calendar.holidays_until) == ((), None)
    for place in calendar.hires:
        assert place.working_by - place.search_by == timedelta(sum(lead_days(plain, place)))


def test_what_a_given_team_lacks_is_missing_from_the_first_day(playbook: Playbook) -> None:
    people = hired(playbook, orders=270) | {"warehouse-keeper": 2, "promoter": 0}
    team = Team.model_validate({"roles": people})
    calendar = hire(playbook, store(orders=270, team=team), growing("0%/month"))
    assert [(place.role, place.because, place.needed_on, place.late) for place in calendar.hires] == [
        ("warehouse-keeper", "missing", START, True),
        ("warehouse-keeper", "missing", START, True),
        ("promoter", "missing", START, True),
    ]
    assert calendar.late[0].role == "promoter"


def test_a_late_promotion_leaves_its_place_today_and_not_in_the_past(playbook: Playbook) -> None:
    people = hired(playbook, orders=270) | {"store-manager": 0}
    team = Team.model_validate({"roles": people})
    calendar = hire(playbook, store(orders=270, team=team), growing("0%/month", 28))
    [manager] = calendar.hires
    [vacancy] = [place for place in calendar.backfills if place.kind == "vacancy"]
    assert (manager.kind, manager.promoted_from, manager.days_late) == ("promotion", "operator", 62)  # not on 2 October
    assert manager.start_by == START
    assert (vacancy.role, vacancy.needed_on) == ("operator", START)


def test_a_late_place_says_what_a_search_begun_today_still_gives(playbook: Playbook) -> None:
    late = hire(playbook, store(**SHOP), growing("10%/month")).late[0]
    assert (late.role, late.needed_on, late.days_late) == ("pre-sale-service", date(2026, 12, 19), 26)
    assert late.ready == late.working_by == START + timedelta(14 + 30)
    assert late.share_then == pytest.approx(0.6 + 0.4 * 4 / 30)  # four days after the first at work
    early = hire(playbook, store(**SHOP), growing("10%/month", today=date(2026, 11, 1)))
    assert early.late == ()


def test_a_falling_forecast_hires_nobody_and_says_who_becomes_slack_and_when(playbook: Playbook) -> None:
    falling = [600.0 - 4 * day for day in range(101)]
    calendar = hire(playbook, store(), foreseen(falling))
    assert calendar.hires == ()
    assert {place.kind for place in calendar.backfills} <= {"leaver"}
    told = dict.fromkeys(hired(playbook, orders=600), 0)
    for day, orders in enumerate(falling):
        kept = hired(playbook, orders=orders, stage="one-year")
        for slack in calendar.slack:
            told[slack.role] += slack.people if slack.since == START + timedelta(day) else 0
        here = hired(playbook, orders=600)
        left = {role: people - told[role] for role, people in here.items() if people - told[role]}
        own = {role: 1 for role in ("warehouse-lead", "bookkeeper", "purchaser") if role not in kept}
        assert left == kept | own  # as long as the owner would do their work, nobody lets them go
    assert len({slack.since for slack in calendar.slack}) > 10


@given(people=st.lists(st.integers(0, 40), min_size=1, max_size=800), percent=st.integers(0, 100))
@settings(max_examples=40, deadline=None)
def test_whole_leavers_are_never_more_than_half_a_person_from_the_expected(people: list[int], percent: int) -> None:
    flow = expected_leavers(people, Fraction(percent, 100))
    days = list(leaver_days(flow))
    assert days == sorted(days)
    total = Fraction(0)
    for day, share in enumerate(flow):
        total += share
        assert abs(sum(each <= day for each in days) - total) <= Fraction(1, 2)


def test_stock_and_flow_add_up_month_by_month(playbook: Playbook) -> None:
    calendar = hire(playbook, store(**SHOP), growing("10%/month"))
    assert len(calendar.months) == 12
    for before, after in zip(calendar.months, calendar.months[1:], strict=False):
        assert before.people_at_end == after.people_at_start
    for month in calendar.months:
        assert month.people_at_end == month.people_at_start + month.hires - month.leavers + month.replaced
    assert sum(month.leavers for month in calendar.months) == sum(p.kind == "leaver" for p in calendar.backfills)
    assert calendar.months[-1].people_at_end == calendar.people_at_end


@pytest.mark.parametrize("today", [date(2026, 9, 1), START, date(2027, 2, 10)])
def test_stock_counts_people_from_their_first_day_at_work_on_each_day(playbook: Playbook, today: date) -> None:
    calendar = hire(playbook, store(**SHOP), growing("10%/month", 400, today))
    comes = [
        day
        for place in (*calendar.hires, *calendar.backfills)
        for day in [place.start_by] * place.people
        if place.kind != "promotion"
    ]
    leaves = [place.needed_on for place in calendar.backfills if place.kind == "leaver"]
    there, first = calendar.people_at_start, min([calendar.start, *comes])
    months = {month.month: month for month in calendar.months}
    assert min(months) == first.isoformat()[:7]
    places = (*calendar.hires, *calendar.backfills)
    for day in (first + timedelta(number) for number in range((calendar.end - first).days + 1)):
        there += comes.count(day) - leaves.count(day)
        missing = sum(place.people for place in places if place.needed_on <= day < place.working_by)
        assert missing <= months[day.isoformat()[:7]].missing
        if (day + timedelta(1)).month != day.month:
            assert months[day.isoformat()[:7]].people_at_end == there
    assert calendar.people_at_end == there


@pytest.mark.parametrize("late", [0, 10, 45, 200, 364])
@pytest.mark.parametrize("shop", [{"orders": 60}, SHOP])
def test_every_hire_of_the_calendar_in_time_stands_in_the_late_one_with_its_day_and_gap(
    playbook: Playbook, shop: dict[str, Any], late: int
) -> None:
    today = START + timedelta(late)
    in_time = hire(playbook, store(**shop), growing("10%/month", today=date(2026, 1, 1)))
    calendar = hire(playbook, store(**shop), growing("10%/month", today=today))
    assert not in_time.late
    assert len(in_time.hires) == len(calendar.hires)
    for before, after in zip(in_time.hires, calendar.hires, strict=True):
        assert (before.role, before.people, before.kind) == (after.role, after.people, after.kind)
        assert after.needed_on == max(before.needed_on, today)
        assert after.days_late == max((today - before.search_by).days, 0)
        assert min(after.search_by, after.start_by, after.working_by, after.needed_on) >= today
        if after.late:
            assert (after.search_by, after.start_by, after.working_by) == onwards(playbook, after, today)
        else:
            assert (after.search_by, after.start_by, after.working_by) == (
                before.search_by,
                before.start_by,
                before.working_by,
            )
        assert after.uncovered_days == pytest.approx(after.people * sum(_undone(playbook, after)))
    assert min([move.on for move in calendar.moves], default=today) >= today


def _undone(playbook: Playbook, place: Place) -> Iterator[float]:
    """The share of one person's work that is not done, day by day from the need to the gap's end."""
    start, ramp = float(playbook.roles[place.role].start_efficiency.value.canonical), lead_days(playbook, place)[1]
    for number in range(place.gap_days):
        worked = (place.needed_on - place.start_by).days + number
        yield 1 - (start + (1 - start) * worked / ramp if worked >= 0 else 0)


def test_leavers_change_no_hire(playbook: Playbook) -> None:
    none = {"leavers_service": "0%", "leavers_warehouse": "0%", "leavers_others": "0%"}
    calm = hire(playbook, store(**SHOP, assumptions=none), growing("10%/month"))
    usual = hire(playbook, store(**SHOP), growing("10%/month"))
    priced = {"early_cost": None, "late_cost": None}  # joining costs less a month where people stay for ever
    assert [each.with_(**priced) for each in calm.hires] == [each.with_(**priced) for each in usual.hires]
    assert {place.kind for place in calm.backfills} == {"vacancy"}


@given(values=st.lists(st.integers(0, 1000), min_size=1, max_size=60), days=st.integers(1, 20))
def test_the_moving_mean_is_that_of_the_nearest_whole_window(values: list[int], days: int) -> None:
    means = moving_mean([float(value) for value in values], days)
    width = min(days, len(values))
    windows = {sum(values[at : at + width], Fraction(0)) / width for at in range(len(values) - width + 1)}
    assert len(means) == len(values)
    assert set(means) <= windows
    assert days > 1 or means == values


def test_growth_is_compounded_by_the_day() -> None:
    growth = parse_growth("8%/month")
    assert growth.factor(0) == 1
    assert growth.factor(365) == pytest.approx(1.08**12)
    assert parse_growth("-50%/year").factor(365) == pytest.approx(0.5)
    assert parse_growth("1000%/day").factor(36500) == 1e15


def test_growth_beyond_all_shops_is_refused_with_the_day(playbook: Playbook) -> None:
    with pytest.raises(TeamplanError) as raised:
        hire(playbook, store(orders=270), growing("1000%/day"))
    [problem] = raised.value.problems
    assert (problem.key, problem.values["day"]) == ("growth-too-many-orders", "2026-12-05")  # 270 x 11^4 is 4 million
    with pytest.raises(TeamplanError) as raised:
        hire(playbook, store(orders=2e6), growing("1%/month"))
    assert [problem.key for problem in raised.value.problems] == ["too-many-orders"]


NIGHT = date(2027, 3, 1)


@pytest.mark.parametrize(("shop", "growth", "times"), [(SHOP, "5%/month", 3), ({"orders": 60}, "0%/month", 9)])
def test_a_jump_breaks_who_is_missing_day_by_day_until_the_hires_of_that_night_work(
    playbook: Playbook, shop: dict[str, Any], growth: str, times: int
) -> None:
    schedule = growing(growth).with_(jump=parse_jump(f"{times}x@{NIGHT}"))
    calendar = hire(playbook, store(**shop), schedule)
    grows = float(growth.partition("%")[0]) / 100
    present, stages, expected = hired(playbook, **shop), {}, {}
    for day in (START + timedelta(number) for number in range(365)):
        factor = (1 + grows) ** ((day - START).days / (365 / 12)) * (times if day >= NIGHT else 1)
        axis = "visitors" if "visitors" in shop else "orders"
        now = shop | {axis: shop[axis] * factor}
        stages[day] = asked(playbook, **now).stage.stage_id
        heads = hired(playbook, **now)
        if day < NIGHT:
            present = {role: max(people, present.get(role, 0)) for role, people in heads.items()}
        expected[day] = heads
    for place in calendar.hires:
        if place.needed_on < NIGHT:
            continue
        began, start = backwards(playbook, place)
        dates = (began, start, place.needed_on) if began >= NIGHT else onwards(playbook, place, NIGHT)
        assert (place.search_by, place.start_by, place.working_by) == dates
    leap = calendar.jump
    assert leap is not None
    before = NIGHT - timedelta(1)
    ids = list(playbook.stages)
    assert leap.stage_before == stages[before]
    assert list(leap.stages_passed) == ids[ids.index(stages[before]) + 1 : ids.index(stages[NIGHT]) + 1]
    assert leap.orders_after == pytest.approx(times * leap.orders_before)
    assert len(leap.breaks) > 3
    moved = {(move.after, move.on): move.people for move in calendar.moves}
    for broken in leap.breaks:
        places = [
            place for place in calendar.hires if place.role == broken.role and place.needed_on >= NIGHT and place.late
        ]
        days = [NIGHT + timedelta(number) for number in range(365)]
        missing = [sum(p.people for p in places if p.needed_on <= day < p.working_by) for day in days]
        assert broken.on == days[[number > 0 for number in missing].index(True)]
        assert broken.missing_at_most == max(missing)
        assert broken.until == max(day for day, number in zip(days, missing, strict=True) if number) + timedelta(1)
        assert broken.needed == expected[broken.on][broken.role]
        if broken.on == NIGHT:
            there = present.get(broken.role, 0) + moved.get((broken.role, NIGHT), 0)
            assert broken.missing == broken.needed - there
        assert broken.uncovered_days == pytest.approx(sum(p.people * sum(_undone(playbook, p)) for p in places))


@pytest.mark.parametrize(("orders", "times", "hours"), [(60, 3, None), (60, 9, None), (150, 2, 3)])
def test_a_jump_breaks_the_owner_as_long_as_nobody_does_the_work(
    playbook: Playbook, orders: int, times: int, hours: int | None
) -> None:
    """Day by day: the duties that fall to him beside those who work fully, against his limit."""
    shop = {"orders": orders} | ({} if hours is None else {"owner_hours": hours})
    calendar = hire(playbook, store(**shop), growing("0%/month").with_(jump=parse_jump(f"{times}x@{NIGHT}")))
    assert calendar.jump is not None
    broken = calendar.jump.owner
    assert broken is not None
    question = asked(playbook, **shop | {"orders": float(orders * times)})
    limit = owner_limit(question.playbook, question.shop.amounts, question.store.owner_hours)
    assert limit is not None
    over = []
    for day in (NIGHT + timedelta(number) for number in range(200)):
        there = dict(question.heads)
        for place in calendar.hires:
            there[place.role] -= place.people if place.needed_on <= day < place.working_by else 0
        carried = owner_duties(question.stage, question.volume.exact, there)
        over.append(sum(each.hours for each in carried) > limit)
    assert (broken.on, over[0]) == (NIGHT, True)
    assert broken.until == NIGHT + timedelta(over.index(False))
    assert broken.most_hours_a_week >= broken.hours_a_week > broken.limit_hours_a_week
    assert hours is not None or broken.limit_hours_a_week == pytest.approx(1.3 * 40)


def test_a_jump_that_others_carry_does_not_break_the_owner(playbook: Playbook) -> None:
    calendar = hire(playbook, store(orders=60), growing("0%/month").with_(jump=parse_jump(f"1.01x@{NIGHT}")))
    assert calendar.jump is not None
    assert calendar.jump.owner is None


def test_what_a_jump_needs_is_not_late_today_and_leavers_are_foreseen(playbook: Playbook) -> None:
    schedule = growing("0%/month").with_(jump=parse_jump(f"4x@{NIGHT}"))
    calendar = hire(playbook, store(orders=270), schedule)
    assert len(calendar.late) > 10
    assert calendar.late_today == ()
    assert any(p.kind == "leaver" and p.needed_on >= NIGHT and p.search_by < NIGHT for p in calendar.backfills)
    calm = hire(playbook, store(orders=270), growing("0%/month"))
    assert (calm.jump, calm.hires) == (None, ())
    small = hire(playbook, store(orders=100), growing("0%/month").with_(jump=parse_jump(f"1.001x@{NIGHT}")))
    assert small.jump is not None
    assert small.jump.breaks == ()


def test_a_forecast_jumps_as_growth_does(playbook: Playbook) -> None:
    level = foreseen([100.0] * 60)
    night = START + timedelta(20)
    jumped = hire(playbook, store(), level.with_(jump=parse_jump(f"3x@{night}")))
    grown = hire(playbook, store(orders=100), growing("0%/month", 60).with_(jump=parse_jump(f"3x@{night}")))
    assert jumped.hires == grown.hires != ()
    assert jumped.jump == grown.jump
