"""Answers: how a role is hired, where and at what pay, what its people must bring, what to ask and what to teach."""

from teamplan.engine.pay.band import Band
from teamplan.engine.pay.payroll import payroll_of
from teamplan.engine.question import overridden
from teamplan.errors import Location, Problem, TeamplanError, unknown
from teamplan.playbook.management import HiringProfile, Management
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.checklist.answer import Tick
from teamplan.record import Record

OTHER_CITY = "other-city"
WITHIN = ("from-inside", "must", "ask", "teach")  # the parts of a profile that have boxes


class PayThere(Record):
    """What a role is paid a month at a place, and what one person costs there."""

    place: str | None
    pay: Band
    total: Band
    here: bool


class HiringList(Record):
    """The list for one role: its boxes by part, and its pay at the shop's place, elsewhere too where that is a choice.

    `search_days` and `full_speed_days` are those of the playbook; `teach` boxes go by the days in `lesson_days`.
    """

    role: str
    place: tuple[str, ...]
    experience: str
    search_days: float
    full_speed_days: float
    pay: tuple[PayThere, ...]
    promoted_from: tuple[str, ...]
    boxes: dict[str, tuple[Tick, ...]]
    lesson_days: tuple[int, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all boxes."""
        return tuple(box.id for boxes in self.boxes.values() for box in boxes)


def hiring_list(
    playbook: Playbook, management: Management, store: Store, role: str, done: frozenset[str] = frozenset()
) -> HiringList:
    """The list of a role. Raises a TeamplanError for a role that does not exist or has no profile."""
    if role not in playbook.roles:
        raise TeamplanError([unknown("role", role, playbook.roles).with_(where=Location("--role"))])
    if role not in management.profiles:
        raise TeamplanError([Problem("no-profile", {"given": role}, where=Location("--role"))])
    playbook, problems = overridden(playbook, store)
    if problems:
        raise TeamplanError(problems)
    profile, known = management.profiles[role], playbook.roles[role]
    return HiringList(
        role=role,
        place=profile.place,
        experience=profile.experience,
        search_days=float(known.days_to_hire.value.canonical),
        full_speed_days=float(known.days_to_full_speed.value.canonical),
        pay=tuple(_pay(playbook, store, role, profile)),
        promoted_from=profile.promoted_from,
        boxes={part: _boxes(role, part, _count(management, profile, part), done) for part in WITHIN},
        lesson_days=tuple(lesson.day for lesson in profile.teach),
    )


def _count(management: Management, profile: HiringProfile, part: str) -> int:
    """How many boxes a part has; nobody is promoted into a post that no other leads to."""
    if part == "from-inside":
        return len(management.promotion.criteria) if profile.promoted_from else 0
    return len(getattr(profile, part))


def _boxes(role: str, part: str, count: int, done: frozenset[str]) -> tuple[Tick, ...]:
    ids = (f"{role}/{part}/{place}" for place in range(1, count + 1))
    return tuple(Tick(each, each.rpartition("/")[2], each in done) for each in ids)


def _pay(playbook: Playbook, store: Store, role: str, profile: HiringProfile) -> list[PayThere]:
    """The shop's place, and the others of its currency from the cheapest on where the work can be done in one."""
    payroll = payroll_of(playbook, store)
    here = payroll.costs.of(role)
    found = [PayThere(payroll.place_id, here.pay, here.total, True)]
    if OTHER_CITY not in profile.place or payroll.place is None:
        return found
    others = []
    for place_id, place in playbook.places.items():
        if place_id != payroll.place_id and place.currency == payroll.paid_in:
            there = payroll_of(playbook, store.model_copy(update={"city": place_id})).costs.of(role)
            others.append(PayThere(place_id, there.pay, there.total, False))
    return found + sorted(others, key=lambda each: each.total.likely.amount)
