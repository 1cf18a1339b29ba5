"""The hiring calendar against `recommend`, day by day, and its promises on moves, promotions, leavers and slack."""

from datetime import date, timedelta
from fractions import Fraction
from math import inf, nextafter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamplan.errors import TeamplanError
from teamplan.playbook.growth import Forecast, parse_growth
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Team
from teamplan.questions.hire.answer import hire
from teamplan.questions.hire.calendar import HiringCalendar, Schedule
from teamplan.questions.hire.demand import moving_mean
from teamplan.questions.hire.leavers import expected_leavers, leaver_days
from tests.shops import hired, store

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
        key = (place.role, place.working_by)
        found[key] = found.get(key, 0) + place.people
    return found


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
        post = playbook.roles[place.role]
        search = 0 if place.kind == "promotion" else int(post.days_to_hire.value.number)
        assert place.start_by == place.working_by - timedelta(int(post.days_to_full_speed.value.number))
        assert place.search_by == place.start_by - timedelta(search)
        assert (place.late, place.days_late) == (place.search_by < START, max((START - place.search_by).days, 0))


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
    people = hired(playbook, orders=orders)
    for move in calendar.moves:
        people[move.before] -= move.people
        people[move.after] = people.get(move.after, 0) + move.people
    for place in calendar.hires:
        people[place.role] = people.get(place.role, 0) + place.people
    last = hired(playbook, orders=calendar.orders_at_most)
    assert {role: count for role, count in people.items() if count} == last


def test_a_split_moves_present_people_to_both_heirs_and_hires_only_the_rest(playbook: Playbook) -> None:
    calendar = hire(playbook, store(orders=190), growing("10%/month", 60))
    assert hired(playbook, orders=190)["customer-service-agent"] == 2  # the third comes above 191.1
    assert [(move.before, move.after, move.people) for move in calendar.moves] == [
        ("customer-service-agent", "pre-sale-service", 2),
        ("customer-service-agent", "after-sale-service", 1),
    ]
    first = calendar.moves[0].on
    on_that_day = [place for place in calendar.hires if place.working_by == first]
    assert "customer-service-agent" not in {place.role for place in calendar.hires if place.working_by >= first}
    tiers = [playbook.roles[place.role].hire_tier for place in on_that_day]
    assert len(on_that_day) > 3
    assert tiers == sorted(tiers)
    assert {(place.because, place.trigger_orders) for place in on_that_day if place.role == "promoter"} == {
        ("stage", 200)
    }


def test_a_dip_hires_and_unhires_nobody(playbook: Playbook) -> None:
    steady = hire(playbook, store(), foreseen([190.0] * 10 + [270.0] * 40))
    dipping = hire(playbook, store(), foreseen([190.0] * 10 + [270.0] * 10 + [150.0] * 10 + [270.0] * 20))
    assert wanted(dipping) == wanted(steady)
    assert dipping.moves == steady.moves
    assert dipping.slack == ()


def test_a_lead_comes_from_its_team_and_its_place_is_filled_when_it_leaves(playbook: Playbook) -> None:
    calendar = hire(playbook, store(**SHOP), growing("10%/month"))
    leads = [place for place in calendar.hires if place.role == "service-lead"]
    vacancies = [place for place in calendar.backfills if place.kind == "vacancy"]
    assert [(place.kind, place.promoted_from) for place in leads] == [("promotion", "pre-sale-service")] * 2
    assert [(place.role, place.working_by) for place in vacancies] == [
        ("pre-sale-service", place.start_by) for place in leads
    ]


def test_a_lead_that_a_spare_colleague_can_fill_leaves_no_place_behind(playbook: Playbook) -> None:
    people = hired(playbook, orders=499) | {"after-sale-service": 9}
    team = Team.model_validate({"roles": people})
    calendar = hire(playbook, store(orders=499, team=team), growing("10%/month", 31))
    assert [p.promoted_from for p in calendar.hires if p.role == "service-lead"] == ["after-sale-service"]
    assert [place for place in calendar.backfills if place.kind == "vacancy"] == []


def test_what_a_given_team_lacks_is_missing_from_the_first_day(playbook: Playbook) -> None:
    people = hired(playbook, orders=270) | {"warehouse-keeper": 2, "promoter": 0}
    team = Team.model_validate({"roles": people})
    calendar = hire(playbook, store(orders=270, team=team), growing("0%/month"))
    assert [(place.role, place.because, place.working_by, place.late) for place in calendar.hires] == [
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
    assert (manager.kind, manager.promoted_from, manager.days_late) == ("promotion", "operator", 60)
    assert (vacancy.role, vacancy.working_by) == ("operator", START)


def test_a_late_place_says_what_a_search_begun_today_still_gives(playbook: Playbook) -> None:
    late = hire(playbook, store(**SHOP), growing("10%/month")).late[0]
    assert (late.role, late.working_by, late.days_late) == ("pre-sale-service", date(2026, 12, 19), 26)
    assert late.ready == START + timedelta(14 + 30)
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
        assert {role: people - told[role] for role, people in here.items() if people - told[role]} == kept


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


def test_leavers_change_no_hire(playbook: Playbook) -> None:
    none = {"leavers_service": "0%", "leavers_warehouse": "0%", "leavers_others": "0%"}
    calm = hire(playbook, store(**SHOP, assumptions=none), growing("10%/month"))
    assert calm.hires == hire(playbook, store(**SHOP), growing("10%/month")).hires
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


def test_growth_beyond_all_shops_is_refused(playbook: Playbook) -> None:
    with pytest.raises(TeamplanError) as raised:
        hire(playbook, store(orders=270), growing("1000%/day"))
    assert [problem.key for problem in raised.value.problems] == ["too-many-orders"]
