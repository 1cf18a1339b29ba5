"""A budget by months: the cost of every month is that of its days, whoever counts them."""

import csv
import io
import json
import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

import pytest

from teamplan.engine.amounts import DAYS_A_MONTH
from teamplan.engine.pay.payroll import payroll_of
from teamplan.engine.pay.trade import Trade, Volumes, earned
from teamplan.engine.question import ask
from teamplan.playbook.money import Money, nothing, rounded
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store, Team
from teamplan.questions.budget.calendar import BudgetCalendar, budget_calendar, cash_of
from teamplan.questions.hire.answer import Hiring, hiring_of, told
from teamplan.questions.hire.at_work import at_work
from teamplan.questions.hire.calendar import PROMOTION, Place
from teamplan.questions.hire.schedule import read_schedule
from tests.cli.prompt import teamplan
from tests.shops import hired, store

YEAR = {"from": "2026-12-01", "growth": "10%/month", "months": "12"}
TRADE = Trade(Fraction(80), Fraction(2, 5), Fraction(1, 20), Fraction(3))
Days = dict[tuple[str, str], Fraction]  # month and role -> sum over the days


def planned(playbook: Playbook, options: dict[str, str], **shop: object) -> tuple[Hiring, BudgetCalendar]:
    schedule, _ = read_schedule(options)
    asked = store(**shop)
    return hiring_of(playbook, asked, schedule), budget_calendar(playbook, asked, schedule, TRADE)


def cases() -> Iterator[tuple[dict[str, str], dict[str, object]]]:
    """Shops of all sizes that grow slowly and fast, seen from before and after their first day, some with a team."""
    chance = random.Random(5)
    for number in range(16):
        options = YEAR | {"growth": chance.choice(["3%/month", "10%/month", "25%/month"])}
        if number % 3 == 1:
            options |= {"today": chance.choice(["2026-10-05", "2027-01-15"])}
        shop: dict[str, object] = {"orders": str(chance.choice([5, 30, 60, 150, 270, 490]))}
        if number % 4 == 1:
            team = {"operator": chance.randint(0, 2), "warehouse-keeper": chance.randint(1, 4), "designer": 1}
            shop["team"] = {"roles": team | {"customer-service-agent": {"people": 2, "part_time": 1}}}
        if number % 5 == 2:
            shop |= {"city": "beijing"}
        yield options, shop


CASES = list(cases())


@pytest.mark.parametrize(("options", "shop"), CASES)
def test_the_cost_is_the_sum_over_days_of_the_people_on_the_books(
    playbook: Playbook, options: dict[str, str], shop: dict[str, object]
) -> None:
    work, calendar = planned(playbook, options, **shop)
    costs = payroll_of(work.question.playbook, store(**shop)).costs
    days = by_days(work)
    joined = Counter(
        (place.start_by.isoformat()[:7], place.role)
        for place in (*work.hires, *work.backfills)
        for _ in range(place.people)
        if place.kind != PROMOTION and place.start_by <= work.schedule.end
    )
    told_of = {(month.month, each.role): each for month in calendar.months for each in month.roles}
    assert told_of.keys() == days.keys()
    total = Fraction(0)
    for (month, role), each in told_of.items():
        post, length = costs.of(role), calendar_days(month)
        running = Fraction(post.pay.likely.amount) + Fraction((post.contributed + post.workplace).likely.amount)
        once = Fraction((post.recruiting_once + post.training_once).likely.amount) * joined[month, role]
        cost = running * days[month, role] / length + once
        assert abs(Fraction(each.total.likely.amount) - cost) <= Fraction(1, 100)
        total += cost
    assert abs(Fraction(calendar.total.likely.amount) - total) <= Fraction(len(told_of), 100)


def by_days(work: Hiring) -> Days:
    """Brute force: the people of every day, counted anew from the dates of the hiring calendar, added up."""
    starts = [place for place in (*work.hires, *work.backfills) if place.kind != PROMOTION]
    first = min([work.first, *(place.start_by for place in starts)])
    found: Days = {}
    for number in range((work.schedule.end - first).days + 1):
        today = first + timedelta(number)
        for role, people in on_a_day(work, starts, today).items():
            key = today.isoformat()[:7], role
            found[key] = found.get(key, Fraction(0)) + people
    return {key: paid for key, paid in found.items() if paid}


def on_a_day(work: Hiring, starts: list[Place], today: date) -> dict[str, Fraction]:
    """Who has come so far, less those who have moved, risen or left: as many as have come, in the order of the days."""
    came = dict(work.present)
    for place in starts:
        came[place.role] = came.get(place.role, Fraction(0)) + place.people * (place.start_by <= today)
    goings = [each for each in sorted(goings_of(work), key=lambda each: each[0]) if each[0] <= today]
    gone = [Fraction(0)] * len(goings)
    while True:
        there = dict(came)
        for (_, _, after, _), people in zip(goings, gone, strict=True):
            there[after] = there.get(after, Fraction(0)) + people
        now = []
        for _, before, _, people in goings:
            now.append(min(people, there.get(before, Fraction(0))))
            there[before] = there.get(before, Fraction(0)) - now[-1]
        if now == gone:
            return {role: people for role, people in there.items() if role}
        gone = now


def goings_of(work: Hiring) -> list[tuple[date, str, str, Fraction]]:
    """The day, the role before, the one after ("" for who leaves) and the people."""
    found = [
        (max(work.schedule.on(move.day), work.schedule.today), move.before, move.after, move.people)
        for move in work.team.moves
    ]
    for place in work.hires:
        if place.kind == PROMOTION and place.promoted_from:
            found.append((place.start_by, place.promoted_from, place.role, Fraction(place.people)))
    for role, days in work.leaving.items():
        found += [(max(work.schedule.on(day), work.first), role, "", Fraction(1)) for day in days]
    return found


def calendar_days(month: str) -> int:
    year, number = map(int, month.split("-"))
    return (date(year + number // 12, number % 12 + 1, 1) - date(year, number, 1)).days


@pytest.mark.parametrize(("options", "shop"), CASES)
def test_people_are_those_of_the_hiring_calendar(
    playbook: Playbook, options: dict[str, str], shop: dict[str, object]
) -> None:
    work, calendar = planned(playbook, options, **shop)
    at_end = {month.month: month.people_at_end for month in told(work).months}
    assert {month.month: month.people for month in calendar.months} == at_end
    assert {role: people for role, people in work.team.people.items() if people} == at_work(work).days[-1]


@pytest.mark.parametrize(("options", "shop"), CASES)
def test_sums_are_those_of_their_parts_to_the_coin(
    playbook: Playbook, options: dict[str, str], shop: dict[str, object]
) -> None:
    _, calendar = planned(playbook, options, **shop)
    so_far = whole = nothing(calendar.currency)
    for month in calendar.months:
        parts = nothing(calendar.currency)
        for each in month.roles:
            assert each.total == each.gross + each.employer_cost + each.hiring_and_training
            parts = parts + each.total.likely
        assert month.total.likely == parts
        assert month.total.low <= month.total.likely <= month.total.high
        whole = whole + parts
        assert month.earned is not None
        so_far = so_far + month.earned.less(parts)
        assert month.cumulated == so_far
    assert calendar.total.likely == whole


def test_a_whole_month_of_a_team_that_stays_costs_what_the_plan_says_without_its_spread_of_joining(
    playbook: Playbook,
) -> None:
    _, calendar = planned(playbook, YEAR | {"growth": "0%/month", "months": "1"}, orders="270")
    payroll = payroll_of(playbook, store())
    by_hand = nothing("CNY")
    for role, people in hired(playbook, orders=270).items():
        post = payroll.costs.of(role)
        by_hand = by_hand + (post.total - post.recruiting - post.training).likely * people
    assert calendar.months[0].total.likely == by_hand


def test_joining_is_paid_once_by_hand(playbook: Playbook) -> None:
    """An agent at 4,700: 0.3 + 0.25 months' pay in the month of the first day, and half of June from the 16th."""
    _, calendar = planned(playbook, YEAR, orders="60")
    june = next(month for month in calendar.months if month.month == "2027-06")
    agents = next(each for each in june.roles if each.role == "customer-service-agent")
    assert agents.newcomers == 2
    assert str(agents.hiring_and_training.likely.amount) == "5170.00"
    assert agents.paid_days == 2 * 30 + 2 * 15
    assert str(agents.gross.likely.amount) == "14100.00"


def test_who_is_due_to_leave_or_move_before_he_comes_does_so_on_his_first_day(playbook: Playbook) -> None:
    """A shop that jumps by night lacks people for weeks; nobody is on the books of it below nothing."""
    for orders in (30, 150):
        work = hiring_of(playbook, store(orders=orders), read_schedule({**YEAR, "growth": "60%/month"})[0])
        books = at_work(work)
        assert all(people > 0 for day in books.days for people in day.values())
        assert sum(books.days[-1].values()) == told(work).people_at_end


def test_sales_of_a_month_are_those_of_its_days(playbook: Playbook) -> None:
    work, calendar = planned(playbook, YEAR, orders="60")
    for month in calendar.months:
        days = [number for number in range(work.schedule.days) if f"{work.schedule.on(number)}"[:7] == month.month]
        orders = sum((Fraction(work.volumes[day]) for day in days), Fraction(0))
        assert month.earned is not None
        assert month.earned.sales == rounded(orders * 80, "CNY")
        assert month.earned.contribution == rounded(orders * (80 * Fraction(35, 100) - 3), "CNY")


def test_a_mean_month_earns_what_the_plan_says(playbook: Playbook) -> None:
    """One formula: the days of a month one by one, or as many of the mean one."""
    question = ask(playbook, store(orders=270))
    payroll = payroll_of(playbook, store())
    orders = Fraction(270)
    whole = earned(TRADE, payroll, [Volumes(question.stage, orders, DAYS_A_MONTH)])
    parts = [Volumes(question.stage, orders, DAYS_A_MONTH / 5)] * 5
    assert earned(TRADE, payroll, parts) == whole


@pytest.mark.parametrize(
    ("results", "lowest", "lowest_in", "gains_from", "paid_back_in"),
    [
        ((5, 5, 5), 0, None, "2026-01", None),
        ((-5, -3, 4, 6), -8, "2026-02", "2026-03", "2026-04"),
        ((-5, 9, -6, 1), -5, "2026-01", "2026-04", None),
        ((-5, 9, -1, 1), -5, "2026-01", "2026-04", "2026-02"),
        ((-1, -1, -1), -3, "2026-03", None, None),
        ((4, -9, 5), -5, "2026-02", "2026-03", "2026-03"),
    ],
)
def test_the_trough_is_the_lowest_end_of_a_month(
    playbook: Playbook,
    results: tuple[int, ...],
    lowest: int,
    lowest_in: str | None,
    gains_from: str | None,
    paid_back_in: str | None,
) -> None:
    _, calendar = planned(playbook, YEAR | {"months": "1"}, orders="60")
    so_far, months = 0, []
    for place, result in enumerate(results, start=1):
        so_far += result
        sums_ = {"result": money(result), "cumulated": money(so_far)}
        months.append(calendar.months[0].with_(month=f"2026-{place:02}", **sums_))
    cash = cash_of(months, "CNY")
    assert (cash.lowest, cash.at_end) == (money(lowest), money(so_far))
    assert (cash.lowest_in, cash.gains_from, cash.paid_back_in) == (lowest_in, gains_from, paid_back_in)


def money(amount: int) -> Money:
    return rounded(Fraction(amount), "CNY")


PROMPT = ("budget", "--orders", "60", "--growth", "10%/month", "--from", "2026-12-01", "--months", "4")
WORTH = ("--order-value", "80", "--gross-margin", "40%", "--platform-fee", "5%", "--courier", "3")


def test_every_format_says_the_same_total(playbook: Playbook) -> None:
    data = json.loads(teamplan(*PROMPT, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(teamplan(*PROMPT, "--format", "csv").stdout)))
    assert {(row["month"], row["role"]) for row in rows} == {
        (month["month"], each["role"]) for month in data["months"] for each in month["roles"]
    }
    assert sum(Fraction(row["total"]) for row in rows) == Fraction(data["total"])
    assert sum(Fraction(month["total"]) for month in data["months"]) == Fraction(data["total"])
    assert f"{float(data['total']):,.0f} CNY from 2026-12-01 to 2027-03-31" in teamplan(*PROMPT).stdout


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_months_fit_into_80_columns_with_results(lang: str) -> None:
    page = teamplan(*PROMPT, *WORTH, "--lang", lang, COLUMNS="80").stdout
    assert max(map(len, page.splitlines())) <= 80
    assert "2027-03" in page
    assert "13,440" in page


def test_details_add_the_roles(playbook: Playbook) -> None:
    keeper = "Warehouse keeper"
    assert keeper in teamplan(*PROMPT, "--details").stdout
    assert keeper not in teamplan(*PROMPT).stdout


def test_everything_wrong_with_a_calendar_is_told_at_once() -> None:
    wrong = teamplan("budget", "--orders", "many", "--growth", "quick", *WORTH[:3], "200%")
    assert wrong.returncode == 2
    assert all(part in wrong.stderr for part in ("--orders", "--growth", "--gross-margin"))


def test_the_team_of_a_file_is_paid(playbook: Playbook) -> None:
    team = Team.model_validate({"roles": {"operator": {"people": 1, "part_time": 1}}})
    shop = Store(orders=Fraction(5), team=team)
    calendar = budget_calendar(playbook, shop, read_schedule(YEAR | {"growth": "0%/month", "months": "1"})[0])
    operators = next(each for each in calendar.months[0].roles if each.role == "operator")
    assert operators.people == Fraction(3, 2)
    assert operators.gross == operators.each.pay * Fraction(3, 2)
