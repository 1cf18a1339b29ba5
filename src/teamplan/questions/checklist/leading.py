"""Answers: what leading takes in a stage at a team size, step by step, who does it, how often, and how long."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from math import fsum

from teamplan.engine.amounts import DAYS_A_MONTH, TimeAmounts
from teamplan.engine.leading import Led, led_by
from teamplan.engine.owner import duty_hours
from teamplan.engine.question import Question, ask
from teamplan.playbook.management import Practice
from teamplan.playbook.people import OWNER
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.checklist.answer import Tick, at_its_start
from teamplan.record import Record

MINUTES = 60  # an hour


class PracticeList(Record):
    """A practice or a step of the set-up: its rhythm, the minutes of one round, its boxes."""

    practice: str
    kind: str
    who: str
    every: str
    minutes: float
    per: str
    boxes: tuple[Tick, ...]


class LeaderHours(Record):
    """The hours a week that the practices take of one who leads, and those that the plan counts for leading already.

    `led` are the people led directly. For a role they are those of all its people together.
    """

    leader: str
    led: int
    hours_per_week: float
    counted_per_week: float

    @property
    def beyond(self) -> float:
        """Hours a week above those that the plan counts; 0 where it counts enough."""
        return max(0.0, self.hours_per_week - self.counted_per_week)


class LeadingList(Record):
    """What leading takes of a shop's leaders; the owner is among those who lead."""

    stage: str
    orders: float
    people: int
    practices: tuple[PracticeList, ...]
    leaders: tuple[LeaderHours, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all boxes."""
        return tuple(box.id for practice in self.practices for box in practice.boxes)


def leading_list(playbook: Playbook, led: Led, store: Store, done: frozenset[str] = frozenset()) -> LeadingList:
    """The practices that belong to the stage and the team size of a shop; see `at_its_start` for one without volume."""
    question = ask(playbook, at_its_start(playbook, store))
    people = sum(question.heads.values())
    stage = question.stage.stage_id
    fitting = {
        name: each for name, each in led.management.practices.items() if stage in each.stages and _fits(each, people)
    }
    return LeadingList(
        stage=stage,
        orders=question.volume.orders,
        people=people,
        practices=tuple(_list(name, each, done) for name, each in fitting.items()),
        leaders=tuple(_leaders(question, led, fitting)),
    )


def _fits(practice: Practice, people: int) -> bool:
    least, most = practice.people
    return least <= people and (most is None or people <= most)


def _list(name: str, practice: Practice, done: frozenset[str]) -> PracticeList:
    ids = [f"leading/{name}/{place}" for place in range(1, len(practice.steps) + 1)]
    return PracticeList(
        practice=name,
        kind=practice.kind,
        who=practice.who,
        every=practice.every,
        minutes=float(practice.takes.value.canonical),
        per=practice.per,
        boxes=tuple(Tick(each, each.rpartition("/")[2], each in done) for each in ids),
    )


def _leaders(question: Question, how: Led, practices: Mapping[str, Practice]) -> Iterator[LeaderHours]:
    """The owner, and every role that leads somebody."""
    led = led_by(how.lines, question.playbook, question.heads)
    counted = _counted(question, how.management.leading)
    for leader, people in led.items():
        asked = [each for each in practices.values() if _asks(each, leader, people)]
        weekly = fsum(float(weekly_hours(each, people, question.shop.amounts.time)) for each in asked)
        yield LeaderHours(leader, people, weekly, counted.get(leader, 0.0))


def _asks(practice: Practice, leader: str, led: int) -> bool:
    return leader == OWNER if practice.who == "owner" else led > 0


def weekly_hours(practice: Practice, led: int, time: TimeAmounts) -> Fraction:
    """Hours a week of a practice for one who leads so many people; none for what is done once."""
    times = {
        "day": time.days_worked,
        "week": Fraction(1),
        "month": 7 / DAYS_A_MONTH,
        "quarter": 7 / (3 * DAYS_A_MONTH),
        "once": Fraction(0),
    }[practice.every]
    rounds = led if practice.per == "person" else 1
    return practice.takes.value.canonical * rounds * times / MINUTES


def _counted(question: Question, leading: Iterable[str]) -> dict[str, float]:
    """Hours a week that the plan counts for leading, by who carries those duties."""
    hours = duty_hours(question.stage, question.point)
    carrier = {duty: role for role, post in question.stage.posts.items() for duty in post.arising}
    days = question.shop.amounts.time.days_open
    found: dict[str, float] = {}
    for duty in leading:
        if duty in hours:
            role = carrier.get(duty, OWNER)
            leader = role if question.heads.get(role) else OWNER
            found[leader] = fsum((found.get(leader, 0.0), float(hours[duty] * days)))
    return found
