"""What people on the books deliver by the engine, against the simulation of the same week: gaps, and fewest people.

`python -m tests.questions.simulate.delivered` prints both tables, with `--weeks 52` of each; it takes some minutes.
"""

import sys
from collections.abc import Callable
from functools import cache
from itertools import count, product
from typing import NamedTuple

from teamplan.engine.amounts import resolve
from teamplan.engine.delivered.week import delivered
from teamplan.engine.live import seats_of
from teamplan.engine.queue.line import Goal, Queue
from teamplan.engine.service import Chats, PostService, open_days, rota
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import parse_window
from teamplan.questions.simulate.planned import open_day
from teamplan.questions.simulate.run import simulate
from teamplan.questions.simulate.team import ChatLine, Team, Weeks
from teamplan.reading.load import load
from teamplan.reading.places import built_in

GOAL = Goal(0.8, 0.5, 0.85)
PATIENCE = 2.0
HANDLES = ((6.0,), (6.0, 7.0, 8.8), (5.0, 5.5, 6.5, 8.0))  # one chat at a time, three, four
HOURS = ("09:00-23:00", "08:00-24:00")
VOLUMES = (75, 150, 300, 600, 1200)
VARIED = (150, 300, 450, 600, 900, 1200)  # chats a day, for the people that days of this variation take
VARIATIONS = (0.2, 0.3)
MISSED = 0.2  # of the days may be below target
SEED = 1


class Shop(NamedTuple):
    """So many chats on a mean day, in these opening hours, by agents who take so long for a chat beside others."""

    chats: int
    handle: tuple[float, ...] = HANDLES[1]
    hours: str = HOURS[0]

    def __str__(self) -> str:
        return f"{self.hours} {'-'.join(f'{minutes:g}' for minutes in self.handle)} {self.chats}"


SHOPS = [Shop(chats, handle, hours) for hours, handle, chats in product(HOURS, HANDLES, VOLUMES)]


class Gap(NamedTuple):
    """The people on the books of a shop, the service level computed for them, and what was simulated."""

    people: int
    computed: float
    seen: Weeks

    @property
    def points(self) -> float:
        """How much kinder the computed level is, in percentage points."""
        return 100 * (self.computed - self.seen.service_level.value)


@cache
def playbook() -> Playbook:
    return load(built_in())


@cache
def post(shop: Shop) -> PostService:
    """The post that answers the chats of the shop; its volume is nothing."""
    frame, amounts = playbook().service, resolve(playbook())
    seats = seats_of(Queue("chat", shop.handle, PATIENCE), GOAL)
    week = open_days(frame, parse_window(shop.hours), amounts)
    return PostService((Chats(seats, float(shop.chats), 0.0),), week, rota(frame, amounts, False))


def team(shop: Shop, people: int) -> Team:
    """The week of so many people in the shop."""
    service = post(shop)
    days = tuple(open_day(day, float(shop.chats)) for day in service.week)
    line = ChatLine(shop.handle, PATIENCE, GOAL.within, GOAL.answered)
    return Team(line, days, delivered(service, 0.0, people).week)


def gap(shop: Shop, weeks: int, people: int | None = None) -> Gap:
    """What is computed and what is seen of the people on the books, or of as many as are given."""
    service = post(shop)
    heads = service.needed(0.0) if people is None else people
    seen = simulate(team(shop, heads), weeks, SEED)
    return Gap(heads, delivered(service, 0.0, heads).level, seen)


def missed(shop: Shop, people: int, day_cv: float, weeks: int) -> float:
    """The share of days below target, by the simulation."""
    return simulate(team(shop, people), weeks, SEED, "exponential", day_cv).below.value


def fewest(shop: Shop, day_cv: float, weeks: int, most_missed: float = MISSED) -> int:
    """The fewest people of whom at most so many days are below target, by the simulation with the same buyers."""

    def enough(people: int) -> bool:
        return missed(shop, people, day_cv, weeks) <= most_missed

    start = max(1, post(shop).needed(0.0))
    if not enough(start):
        return next(people for people in count(start + 1) if enough(people))
    return next((people + 1 for people in range(start - 1, 0, -1) if not enough(people)), 1)


def main() -> None:
    """Print the gap of every shop, and the fewest people of those whose days differ."""
    weeks = int(sys.argv[sys.argv.index("--weeks") + 1]) if "--weeks" in sys.argv else 52
    tell: Callable[[str], int] = sys.stdout.write
    tell("chats  people  computed  simulated  95 % confidence  gap    days below\n")
    for shop in SHOPS:
        found = gap(shop, weeks)
        level, below = found.seen.service_level, found.seen.below.value
        tell(f"{shop!s:>34}  {found.people:3}  {found.computed:6.1%}  {level.value:6.1%}  ")
        tell(f"{level.low:6.1%} to {level.high or 1:6.1%}  {found.points:+5.2f}  {below:5.1%}\n")
        sys.stdout.flush()
    for shop, day_cv in product([Shop(chats) for chats in VARIED], VARIATIONS):
        people = fewest(shop, day_cv, weeks)
        shares = [f"{missed(shop, each, day_cv, weeks):.1%}" for each in (people - 1, people)]
        tell(f"{shop}, days by {day_cv:.0%}: {people} people, days below with one fewer and with them {shares}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
