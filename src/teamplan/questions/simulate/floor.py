"""Owns one run of the chat floor from opening until the last chat is finished; the only home of SimPy."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from functools import partial
from math import inf
from operator import attrgetter
from typing import Any

from simpy import Environment, Event

from teamplan.questions.simulate.demand import Buyer
from teamplan.questions.simulate.desk import Desk
from teamplan.questions.simulate.summary import Tally
from teamplan.questions.simulate.team import Team

Steps = Generator[Event, Any, None]
chats_in_hand = attrgetter("held")


def run(team: Team, lengths: Sequence[float], buyers: Iterable[Buyer]) -> list[Tally]:
    """What happened to the buyers of each interval; the intervals of the team are `lengths` minutes long.

    The floor starts empty and runs until every buyer is answered or has left and every chat is finished.
    """
    floor = Floor(Environment(), team)
    floor.env.process(floor.shifts(lengths))  # before the buyers: at minute 0 the agents are there first
    floor.env.process(floor.door(buyers))
    floor.env.run()
    return floor.tallies


class Floor:
    """Agents on duty, agents who only finish what they hold, and buyers who wait, first come first served."""

    def __init__(self, env: Environment, team: Team) -> None:
        self.env = env
        self.team = team
        self.desks: list[Desk] = []
        self.on_duty: list[Desk] = []  # in order of their index
        self.waiting: deque[tuple[Buyer, float]] = deque()  # and since when
        self.tallies = [Tally() for _ in team.arrivals]

    def shifts(self, lengths: Sequence[float]) -> Steps:
        """Set the cover at the begin of every interval; the last agents stay until all is done.

        With nobody on duty in the last interval, those who still wait at closing leave then.
        """
        for agents, minutes in zip(self.team.cover, lengths, strict=True):
            self.staff(agents)
            yield self.env.timeout(minutes)
        while self.waiting and not self.on_duty:
            self._leave(self.waiting[0])

    def staff(self, agents: int) -> None:
        """Let `agents` be on duty: fresh ones come, or the least busy go (ties: the highest index)."""
        surplus = len(self.on_duty) - agents
        stay = set(sorted(self.on_duty, key=chats_in_hand, reverse=True)[:agents])
        idle = [desk for desk in self.desks if desk not in self.on_duty and not desk.held]
        new = [Desk(self.team.handle) for _ in range(-surplus - len(idle))]
        self.desks += new
        stay.update((idle + new)[: max(0, -surplus)])
        self.on_duty = [desk for desk in self.desks if desk in stay]
        self._serve()

    def door(self, buyers: Iterable[Buyer]) -> Steps:
        """Let the buyers in."""
        for buyer in buyers:
            yield self.env.timeout(max(0.0, buyer.at - self.env.now))
            self.enter(buyer)

    def enter(self, buyer: Buyer) -> None:
        """Answer the buyer at once, or let them wait until an agent is free or their patience ends."""
        self.tallies[buyer.interval].offered += 1
        place = (buyer, self.env.now)
        self.waiting.append(place)
        self._serve()
        if self.waiting and buyer.patience < inf:
            self._later(buyer.patience, partial(self._lose_patience, place))

    def _serve(self) -> None:
        """Give those who wait to the least busy agents on duty (ties: the lowest index) while there are free slots."""
        while self.waiting and self.on_duty:
            desk = min(self.on_duty, key=chats_in_hand)
            if desk.held == len(self.team.handle):
                return
            self._answer(*self.waiting.popleft(), desk)

    def _answer(self, buyer: Buyer, since: float, desk: Desk) -> None:
        self.tallies[buyer.interval].answer(self.env.now - since, self.team.within)
        desk.take(buyer.work, self.env.now)
        self._announce(desk)

    def _announce(self, desk: Desk) -> None:
        """Schedule the next end of a chat; the one scheduled before is void, as the chats have a new pace."""
        if desk.held:
            self._later(desk.remaining(), partial(self._end, desk, desk.turn))

    def _end(self, desk: Desk, turn: int, _: Event) -> None:
        if turn == desk.turn:
            desk.end(self.env.now)
            self._announce(desk)
            self._serve()

    def _lose_patience(self, place: tuple[Buyer, float], _: Event) -> None:
        if place in self.waiting:
            self._leave(place)

    def _leave(self, place: tuple[Buyer, float]) -> None:
        self.waiting.remove(place)
        buyer, since = place
        self.tallies[buyer.interval].leave(self.env.now - since)

    def _later(self, minutes: float, act: Callable[[Event], None]) -> None:
        self.env.timeout(minutes).callbacks.append(act)
