"""Answers: what does a day of service look like, half hour by half hour, and who works it?"""

from math import ceil, fsum

from teamplan.engine.delivered.levels import shared_level
from teamplan.engine.queue.measures import promised
from teamplan.engine.roster import Roster
from teamplan.engine.service import SLIP, Day, PostService, Sized
from teamplan.playbook.quantity import Window, clock
from teamplan.questions.service.plan import DayPlan, HalfHourPlan, ShiftPlan, StaffPlan


def busiest_day(service: PostService, volume: float, window: Window, minutes: dict[str, int]) -> DayPlan:
    """The day with most chats, in fractions of shifts and as a roster; `minutes` are the lengths of shift patterns.

    Of a team that is sized for a percentile of days it is the day of that percentile.
    """
    service = service.at_percentile
    day = max(service.week, key=lambda each: each.factor)
    chats = service.chats(volume) * day.factor
    needs = _seats(service, volume, day)
    roster = day.cover.whole([ceil(need - SLIP) for need in needs])
    cover = [
        sum(people for shift, people in roster.shifts.items() if place in shift.covers) for place in range(len(needs))
    ]
    halves = tuple(_half_hour(service, volume, day, place, (needs[place], cover[place])) for place in range(len(needs)))
    within = fsum(each.chats for each in halves)
    answered = fsum(each.chats * each.service_level for each in halves)
    return DayPlan(
        day=day.name,
        open=str(window),
        chats=within,
        chats_outside=max(0.0, chats - within),
        half_hours=halves,
        shifts=tuple(
            ShiftPlan(clock(shift.start), clock(shift.start + minutes[shift.pattern]), people)
            for shift, people in sorted(roster.shifts.items(), key=lambda each: (each[0].start - window.start) % 1440)
        ),
        relaxed=service.shifts(volume, day),
        whole=roster.total,
        whole_at_least=roster.at_least,
        service_level=answered / within if within else 1.0,
    )


def staff(service: PostService, volume: float) -> StaffPlan:
    """People on the books: rounded once from fractional shifts, and for a roster of whole shifts on every day."""
    exact = service.people(volume)
    rosters = [(_whole(service, volume, day), day.part) for day in service.week]
    one = [(1.0, day.part) for day in service.week]
    return StaffPlan(
        exact=exact,
        people=ceil(exact - SLIP),
        roster=ceil(service.rota.people([(float(each.total), part) for each, part in rosters]) - SLIP),
        roster_at_least=ceil(service.rota.people([(float(each.at_least), part) for each, part in rosters]) - SLIP),
        relief_factor=service.rota.people(one),
        worked_share=service.rota.share,
    )


def _seats(service: PostService, volume: float, day: Day) -> list[float]:
    return [service.seats(volume, day.factor * each.share) for each in day.half_hours]


def _whole(service: PostService, volume: float, day: Day) -> Roster:
    return day.cover.whole([ceil(need - SLIP) for need in _seats(service, volume, day)])


def _half_hour(service: PostService, volume: float, day: Day, place: int, seated: tuple[float, int]) -> HalfHourPlan:
    half, (seats, cover) = day.half_hours[place], seated
    arrivals = day.factor * half.share
    agents = sum(ceil(chats.seats.needed(chats.at(volume) * arrivals)) for chats in service.queues)
    return HalfHourPlan(
        start=clock(half.start),
        chats=service.chats(volume) * arrivals * half.minutes,
        agents=agents,
        seats=seats,
        cover=cover,
        binding="presence" if seats == 1.0 else _binding(service, volume, arrivals),
        service_level=_level(service, volume, arrivals, cover),
    )


def _binding(service: PostService, volume: float, arrivals: float) -> str:
    """Which promise fails with one agent fewer in a queue; `service` when both fail, in that queue or another."""
    fewer = [(chats.seats, chats.at(volume) * arrivals) for chats in service.queues]
    answered = [_answered_with_one_fewer(seats, rate) for seats, rate in fewer if seats.needed(rate) > 0]
    return "occupancy" if answered and all(answered) else "service"


def _answered_with_one_fewer(seats: Sized, rate: float) -> bool:
    """Whether enough is answered in time with one agent fewer than a queue needs; never by nobody."""
    agents = ceil(seats.needed(rate)) - 1
    return agents > 0 and promised(seats.queue, rate, agents, seats.goal)[0] >= seats.goal.answered


def _level(service: PostService, volume: float, arrivals: float, cover: int) -> float:
    """The service level of the people on shift."""

    def answered(place: int, rate: float, people: int) -> float:
        seats = service.queues[place].seats
        return promised(seats.queue, rate, people, seats.goal)[0]

    return shared_level([chats.at(volume) * arrivals for chats in service.queues], cover, answered)
