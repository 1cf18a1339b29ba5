"""What the people on the books deliver: the books of the week balance, more people or fewer chats never hurt."""

from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamplan.engine.amounts import Amounts, resolve
from teamplan.engine.day import half_hours
from teamplan.engine.delivered.answering import Answering, chances, opening, spans
from teamplan.engine.delivered.turns import Pause, Turn, WorkedDay, WorkedWeek
from teamplan.engine.delivered.week import delivered, level_of, worked_week
from teamplan.engine.live import Seats
from teamplan.engine.queue.line import Goal, Queue
from teamplan.engine.queue.measures import promised
from teamplan.engine.service import Chats, PostService, open_days, rota
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import parse_quantity, parse_window
from teamplan.reading.load import load
from teamplan.reading.places import built_in

MARKETPLACE = load(built_in())
QUEUE, GOAL = Queue("chat", (6.0, 7.0, 8.8), 2.0), Goal(0.8, 0.5, 0.8)
AS_GOOD = 0.004  # rosters are found by a search that ends


def amounts_of(playbook: Playbook, **values: str) -> Amounts:
    changed = {
        name: playbook.assumptions[name].model_copy(update={"value": parse_quantity(value)})
        for name, value in values.items()
    }
    return resolve(playbook.with_values(changed))


def post(window: str = "09:00-23:00", relieved: bool = False, queue: Queue = QUEUE, **values: str) -> PostService:
    amounts = amounts_of(MARKETPLACE, **values)
    week = open_days(MARKETPLACE.service, parse_window(window), amounts)
    return PostService((Chats(Seats(queue, GOAL), 0.0, 1.0),), week, rota(MARKETPLACE.service, amounts, relieved))


POSTS = {
    "day": post(),
    "evening": post("18:00-02:00"),
    "round the clock": post("00:00-24:00"),
    "five and a half days": post(days_open="5.5 days/week"),
    "relieved": post(relieved=True),
    "two queues": PostService((Chats(Seats(QUEUE, GOAL), 0.0, 0.7), Chats(Seats(QUEUE, GOAL), 9.0, 0.2)), *post()[1:]),
}


@pytest.mark.parametrize("name", POSTS)
@settings(derandomize=True, max_examples=12, deadline=None)
@given(chats=st.floats(0, 700), people=st.integers(1, 14))
def test_one_more_never_delivers_less(name: str, chats: float, people: int) -> None:
    fewer, more = (delivered(POSTS[name], chats, each).level for each in (people, people + 1))
    assert 0 <= fewer <= more + AS_GOOD <= 1 + AS_GOOD


@pytest.mark.parametrize("name", POSTS)
@settings(derandomize=True, max_examples=8, deadline=None)
@given(chats=st.floats(1, 700), more=st.floats(1, 1.5), people=st.integers(1, 14))
def test_fewer_chats_never_get_less(name: str, chats: float, more: float, people: int) -> None:
    few, many = (delivered(POSTS[name], each, people).level for each in (chats, chats * more))
    assert few >= many - AS_GOOD


@pytest.mark.parametrize("name", [name for name in POSTS if name != "relieved"])
@pytest.mark.parametrize(("chats", "people"), [(75.0, 3), (300.0, 5), (300.0, 1), (600.0, 9), (40.0, 12)])
def test_the_turns_of_a_week_are_those_of_its_people(name: str, chats: float, people: int) -> None:
    week = worked_week(POSTS[name], chats, people)
    turns = fsum(day.part * (len(day.turns) + day.often * len(day.more)) for day in week.days)
    assert turns == pytest.approx(5 * people)
    assert max(len(day.turns) + len(day.more) for day in week.days) <= people
    assert (week.people, week.attendance) == (people, 0.94)
    assert [day.name for day in week.days] == [day.name for day in POSTS[name].week]


@pytest.mark.parametrize("name", POSTS)
def test_breaks_lie_in_their_turn_and_are_what_is_not_worked(name: str) -> None:
    for day in worked_week(POSTS[name], 300.0, 5).days:
        for turn in (*day.turns, *day.more):
            assert turn.end - turn.start == 480
            assert fsum(pause.minutes for pause in turn.pauses) == pytest.approx(90)
            inside = [turn.start, *(at for pause in turn.pauses for at in (pause.start, sum(pause))), turn.end]
            assert inside == sorted(inside)


def test_where_the_owner_relieves_everybody_is_there_every_day() -> None:
    week = worked_week(POSTS["relieved"], 75.0, 2)
    assert ([len(day.turns) for day in week.days], week.attendance) == ([2] * 7, 1.0)


def test_where_a_week_does_not_divide_one_day_has_one_more_in_some_weeks() -> None:
    week = worked_week(post(days_worked="4.5 days/week"), 300.0, 5)
    (day,) = [day for day in week.days if day.more]
    assert len(day.more) == 1
    assert day.often == pytest.approx(0.5)


def test_without_breaks_and_absence_a_full_house_delivers_what_the_chain_does() -> None:
    service = post(
        "09:00-17:00", productive_share="100%", attendance="100%", days_worked="5 days/week", days_open="5 days/week"
    )
    told = delivered(service, 300.0, 3).level
    levels, chats = [], []
    for day in service.week:
        for half in day.half_hours:
            chats.append(day.factor * half.share * half.minutes)
            levels.append(chats[-1] * promised(QUEUE, 300 * day.factor * half.share, 3, GOAL)[0])
    assert told == pytest.approx(fsum(levels) / fsum(chats), abs=1e-4)


def test_nobody_delivers_nothing_and_no_chats_are_all_answered() -> None:
    assert delivered(POSTS["day"], 300.0, 0).level == 0
    assert delivered(POSTS["day"], 0.0, 2).level == 1


def test_a_big_shop_is_worked_in_blocks() -> None:
    service = post()
    people = service.needed(9000.0)
    assert people > 100
    found = delivered(service, 9000.0, people)
    assert 0.8 < found.level < 1
    turns = fsum(len(day.turns) + day.often * len(day.more) for day in found.week.days)
    assert turns == pytest.approx(5 * people, rel=0.01)


def alone(service: PostService, pauses: tuple[Pause, ...]) -> float:
    """The level of one person who is there all day, every day."""
    turn = Turn(0.0, 480.0, pauses)
    week = WorkedWeek(1, tuple(WorkedDay(day.name, day.part, (turn,)) for day in service.week), 1.0)
    return level_of(Answering(service, 40.0, 1), service, week)


def test_in_the_break_of_one_alone_nobody_answers() -> None:
    service = post("09:00-17:00", relieved=True)
    whole, rested = alone(service, ()), alone(service, (Pause(180.0, 60.0),))
    halves = service.week[0].half_hours
    off = fsum(each.share * each.minutes for each in halves[6:8]) / fsum(each.share * each.minutes for each in halves)
    assert whole - rested > 0.8 * off * whole


def test_breaks_are_staggered_and_off_the_peak() -> None:
    day = worked_week(POSTS["day"], 300.0, 5).days[0]
    meals = [pause for turn in day.turns for pause in turn.pauses if pause.minutes == 60]
    alone = [span for span in spans(day.turns, POSTS["day"].week[0].half_hours, NOBODY_HOLDS) if span.due < 1]
    assert len(meals) == 4
    assert not alone
    assert len({meal.start for meal in meals}) == 4


NOBODY_HOLDS = Answering(POSTS["day"], 0.0, 5).leaving._replace(finishing=0.0)


def test_how_many_come_is_binomial() -> None:
    assert chances(3, 1.0) == ((3, 1.0),)
    assert dict(chances(2, 0.9)) == {0: pytest.approx(0.01), 1: pytest.approx(0.18), 2: pytest.approx(0.81)}
    many = chances(400, 0.94)
    mean = fsum(people * odds for people, odds in many)
    spread = fsum((people - mean) ** 2 * odds for people, odds in many)
    assert mean == pytest.approx(376, abs=0.5)
    assert spread == pytest.approx(22.6, rel=0.1)
    assert fsum(odds for _, odds in many) == pytest.approx(1, abs=1e-5)


def test_a_shop_that_opens_at_a_quarter_past_counts_from_there() -> None:
    halves = half_hours(parse_window("09:15-17:00"), [1 / 24] * 24)
    assert opening(halves) == 9 * 60 + 15
    cut = spans([Turn(-15.0, 465.0, ())], halves, NOBODY_HOLDS)
    assert (fsum(span.minutes for span in cut), {span.due for span in cut}) == (465.0, {1})
