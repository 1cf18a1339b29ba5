"""A post's service over the week: monotone, exact at its breakpoints, breaks and reliefs counted once."""

from fractions import Fraction
from itertools import accumulate
from math import ceil, inf, isfinite, nextafter
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from teamplan.engine.amounts import resolve
from teamplan.engine.curve import Curve
from teamplan.engine.live import Seats
from teamplan.engine.queue.line import Goal, Queue
from teamplan.engine.queue.sizing import agents_needed
from teamplan.engine.service import SLIP, Chats, PostService, open_days, peak_factor, rota
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Quantity, parse_window
from teamplan.playbook.service import WEEK, ServiceFrame
from teamplan.reading.load import load
from teamplan.reading.places import built_in
from tests.engine.small import SERVICE, small

MARKETPLACE = load(built_in())
QUEUE, GOAL = Queue("chat", (6.0, 7.0, 8.8), 2.0), Goal(0.8, 0.5, 0.8)


def service(
    queue: Queue = QUEUE,
    goal: Goal = GOAL,
    window: str = "09:00-23:00",
    playbook: Playbook = MARKETPLACE,
    relieved: bool = False,
) -> PostService:
    amounts = resolve(playbook)
    week = open_days(playbook.service, parse_window(window), amounts)
    return PostService((Chats(Seats(queue, goal), 0.0, 1.0),), week, rota(playbook.service, amounts, relieved))


def with_service(**changed: Any) -> Playbook:
    playbook = small({})
    frame = type(playbook.service).model_validate(SERVICE | changed)
    return playbook.with_(service=frame)


WORSE = {
    "longer handling": lambda post: service(queue=Queue("chat", (7.0, 8.0, 10.0), 2.0)),
    "one chat fewer at once": lambda post: service(queue=Queue("chat", (6.0, 7.0), 2.0)),
    "a higher target": lambda post: service(goal=GOAL._replace(answered=0.9)),
    "a quicker answer": lambda post: service(goal=GOAL._replace(within=0.25)),
    "calmer agents": lambda post: service(goal=GOAL._replace(max_occupancy=0.7)),
    "longer hours": lambda post: service(window="08:00-24:00"),
    "round the clock": lambda post: service(window="00:00-24:00"),
}


@pytest.mark.parametrize("worse", WORSE)
@settings(derandomize=True, max_examples=15, deadline=None)
@given(chats=st.floats(0, 3000))
def test_more_is_never_fewer_people(worse: str, chats: float) -> None:
    assert WORSE[worse](None).people(chats) >= USUAL.people(chats) - SLIP


USUAL = service()


@settings(derandomize=True, max_examples=60, deadline=None)
@given(
    chats=st.floats(0, 5000),
    more=st.floats(0, 500),
    window=st.sampled_from(["14:00-22:00", "09:00-23:00", "18:00-02:00"]),
)
def test_more_chats_are_never_fewer_people(chats: float, more: float, window: str) -> None:
    post = POSTS[window]
    assert post.people(chats) <= post.people(chats + more) + SLIP


POSTS = {window: service(window=window) for window in ("14:00-22:00", "09:00-23:00", "18:00-02:00")}


@pytest.mark.parametrize("window", ["09:00-23:00", "00:00-24:00"])
def test_breakpoints_are_where_the_rounded_people_change(window: str) -> None:
    post = service(window=window)
    for people, full in enumerate(map(Curve(post.needed, post.full_at).full_at, range(9))):
        if isfinite(full):
            assert ceil(post.people(full) - SLIP) == people
            assert ceil(post.people(full * (1 + 1e-8)) - SLIP) == people + 1
        else:
            assert (full, post.people(0.0) > people) == (-inf, True)


@pytest.mark.parametrize(("window", "examples"), [("09:00-23:00", 60), ("18:00-02:00", 30), ("00:00-24:00", 15)])
def test_both_sides_of_the_curve_say_the_same_from_wherever_they_are_asked(window: str, examples: int) -> None:
    @settings(derandomize=True, max_examples=examples, deadline=None)
    @given(chats=st.floats(0, 3000), nearer=st.floats(0, 1))
    def said(chats: float, nearer: float) -> None:
        post = service(window=window)
        people = post.needed(chats)
        full = post.full_at(people, 0.0)
        assert chats <= full
        assert post.full_at(people, chats) == post.full_at(people, chats * nearer) == full
        assert (post.needed(full), post.needed(nextafter(full, inf))) == (people, people + 1)
        assert post.full_at(people - 1, 0.0) < chats or people == post.needed(0.0)

    said()


class CountedSeats(Seats):
    """Seats that count how often they are asked."""

    times = 0

    def needed(self, arrivals: float) -> float:
        self.times += 1
        return super().needed(arrivals)


@pytest.mark.parametrize(
    ("window", "chats", "from_none", "from_near"),
    [
        ("09:00-23:00", 5.0, 999, 888),  # thirty-seven of them a look at the week
        ("09:00-23:00", 300.0, 703, 518),
        ("09:00-23:00", 1500.0, 592, 259),
        ("14:00-22:00", 5.0, 273, 217),  # seven
        ("14:00-22:00", 300.0, 119, 105),
        ("14:00-22:00", 1500.0, 203, 104),
    ],
)
def test_what_people_serve_is_found_in_a_few_looks(window: str, chats: float, from_none: int, from_near: int) -> None:
    seats = CountedSeats(QUEUE, GOAL)
    post = service(window=window)._replace(queues=(Chats(seats, 0.0, 1.0),))
    people = post.needed(chats)
    for near, most in ((0.0, from_none), (chats, from_near)):
        seats.times = 0
        post.full_at(people, near)
        assert seats.times <= most


@settings(derandomize=True, max_examples=60, deadline=None)
@given(arrivals=st.floats(1e-6, 40))
def test_seats_round_up_to_the_fewest_agents(arrivals: float) -> None:
    seats = Seats(QUEUE, GOAL)
    assert seats.whole(arrivals) == agents_needed(QUEUE, arrivals, GOAL)


@pytest.mark.parametrize("chats", [0.0, 3.0, 400.0, 9000.0])
def test_the_quick_way_to_the_seats_of_one_queue_is_the_usual_one(chats: float) -> None:
    quick = USUAL._seats_at(chats)
    for arrivals in (0.0, 1e-5, 0.001, 0.004):
        assert quick(arrivals) == USUAL.seats(chats, arrivals)


def test_seats_are_the_same_in_whatever_order_they_are_asked() -> None:
    loads = [0.001, 900.0, 3.0, 0.5, 170.0, 40.0, 899.0, 2.0]
    forwards, backwards = Seats(QUEUE, GOAL), Seats(QUEUE, GOAL)
    there = [forwards.needed(load) for load in loads]
    back = [backwards.needed(load) for load in reversed(loads)]
    assert there == pytest.approx(back[::-1], rel=2e-4)  # knots beyond 400 agents lie one in a hundred apart
    assert [forwards.needed(load) for load in (0.0, -1.0)] == [0.0, 0.0]


def test_relief_is_seven_days_of_a_person_who_works_five_and_misses_some() -> None:
    assert service().rota.people([(1.0, 1.0)] * 7) == pytest.approx(7 / 5 / 0.94)
    assert service(relieved=True).rota.people([(1.0, 1.0), (2.0, 1.0)]) == 2.0  # the owner takes the days off


def test_nobody_works_on_every_day() -> None:
    """Five open days of five worked: the busiest day still needs all its shifts at once."""
    rests = service(playbook=small({}, attendance="80%"))
    assert rests.rota.people([(1.0, 1.0)] * 4 + [(3.0, 1.0)]) == pytest.approx(3 / 0.8)


def test_a_break_counts_once() -> None:
    """In the shift it leaves the productive share: the same productive hours, on less covered time."""
    shift = SERVICE["shifts"]["full"] | {"break": {"after": "4 h", "length": "60 min"}}
    in_share, in_shift = small({}, productive="75%"), with_service(shifts={"full": shift})
    shares = [rota(each.service, resolve(each), False).share for each in (in_share, in_shift)]
    assert shares == pytest.approx(
        [0.75, 1.0]
    )  # an hour of eight rests in the pattern; of the other seven all are worked
    playbook = in_shift.with_values({"productive": in_share.assumptions["productive"]})
    assert rota(playbook.service, resolve(playbook), False).share == pytest.approx(0.75 * 8 / 7)


def test_paid_hours_are_never_below_the_work() -> None:
    """A person on the books pays for a shift on each day worked; chats at best speed take no more than that."""
    for chats in (1.0, 50.0, 333.0, 1200.0, 4000.0):
        shifts = sum(day.part * USUAL.shifts(chats, day) for day in USUAL.week)
        inside = sum(day.factor * half.share * half.minutes for day in USUAL.week for half in day.half_hours)
        assert shifts * 8 * 60 * USUAL.rota.share >= chats * inside / QUEUE.best_rate * 0.999


@pytest.mark.parametrize(
    ("promise", "factor"), [(None, 1), ("0 h", 1.141), ("12 h", 1.141), ("24 h", 1), ("48 h", 1), ("200 h", 1)]
)
def test_deferred_work_waits_as_long_as_the_promise_to_ship(promise: str | None, factor: float) -> None:
    """Monday carries 16.3 of 100 %: 1.141 times the mean; one day later all of it can be done at the mean."""
    within = None if promise is None else Quantity(*_parts(promise))
    assert float(peak_factor(MARKETPLACE.service, resolve(MARKETPLACE), within)) == pytest.approx(factor)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(
    percents=st.lists(st.integers(0, 60), min_size=7, max_size=7).filter(any),
    open_=st.integers(1, 7),
    later=st.integers(0, 5),
)
@example(percents=[30, 5, 5, 5, 5, 5, 45], open_=7, later=1)  # the heavy days are those of two weeks
def test_the_peak_factor_is_the_least_a_day_that_keeps_the_promise(percents: list[int], open_: int, later: int) -> None:
    """By a plain count of what is left over, first come first done, through ten weeks."""
    shares = [Fraction(100 * each, sum(percents)) for each in percents]
    playbook = small({}, days_open=f"{open_} days/week").with_(service=_week(shares))
    days = shares[:open_]
    if not any(days):
        return
    factor = peak_factor(playbook.service, resolve(playbook), Quantity(Fraction(24 * later), "h"))
    mean = sum(days, Fraction(0)) / len(days)
    assert factor >= 1
    assert _in_time(days * 10, later, factor * mean)
    assert factor == 1 or not _in_time(days * 10, later, factor * mean * Fraction(999, 1000))


def _week(shares: list[Fraction]) -> ServiceFrame:
    frame = with_service().service
    return frame.model_copy(
        update={"week": frame.week.model_copy(update={"shares": tuple(each / 100 for each in shares)})}
    )


def _in_time(days: list[Fraction], later: int, a_day: Fraction) -> bool:
    """Whether so much work a day gets each day's work done at most so many days later."""
    came = done = Fraction(0)
    due = [*accumulate(days)]
    for place, work in enumerate(days):
        came += work
        done = min(came, done + a_day)
        if place >= later and done < due[place - later]:
            return False
    return True


@pytest.mark.parametrize(("open_", "parts"), [(5, [1.0] * 5), (5.5, [1.0] * 5 + [0.5]), (7, [1.0] * 7), (1, [1.0])])
def test_days_open_are_counted_from_monday_and_the_last_may_be_a_part(open_: float, parts: list[float]) -> None:
    playbook = small({}, days_open=f"{open_} days/week")
    week = open_days(playbook.service, parse_window("09:00-17:00"), resolve(playbook))
    assert [(day.name, day.part) for day in week] == list(zip(WEEK, parts, strict=False))


def _parts(given: str) -> tuple[Fraction, str]:
    number, unit = given.split()
    return Fraction(number), unit
