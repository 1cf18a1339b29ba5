"""Owns one run of the chat floor from opening until the last chat is finished; the only home of SimPy."""

from bisect import insort
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from functools import partial
from math import fsum, inf
from operator import attrgetter
from typing import Any

from simpy import Environment, Event

from teamplan.questions.simulate.demand import Buyer
from teamplan.questions.simulate.desk import Desk
from teamplan.questions.simulate.stints import Stint
from teamplan.questions.simulate.summary import Labour, Tally
from teamplan.questions.simulate.team import ChatLine

Steps = Generator[Event, Any, None]
chats_in_hand, place = attrgetter("held"), attrgetter("place")


def run(
    line: ChatLine, people: Sequence[Stint], lengths: Sequence[float], buyers: Iterable[Buyer]
) -> tuple[list[Tally], Labour]:
    """What happened to the buyers of each interval of `lengths` minutes, and how the people spent their time.

    The floor starts empty and runs until every buyer is answered or has left and every chat is finished.
    """
    env = Environment(min([0.0, *(stint.start for stint in people)]))
    floor = Floor(env, line, lengths)
    for stint in people:  # before the buyers: at minute 0 the agents are there first
        env.process(floor.attend(stint))
    env.process(floor.door(buyers))
    env.process(floor.close())
    env.run()
    floor.send_away()
    return floor.tallies, floor.labour()


class Floor:
    """Agents on duty, agents who only finish what they hold, and buyers who wait, first come first served."""

    def __init__(self, env: Environment, line: ChatLine, lengths: Sequence[float]) -> None:
        self.env = env
        self.line = line
        self.closing = fsum(lengths)
        self.desks: list[Desk] = []
        self.on_duty: list[Desk] = []  # in order of their place
        self.waiting: deque[tuple[Buyer, float]] = deque()  # and since when
        self.tallies = [Tally() for _ in lengths]
        self._finishing: dict[Desk, Event] = {}
        self._since: dict[Desk, tuple[float, Stint]] = {}  # who is there, since when
        self._there = self._overtime = 0.0

    def attend(self, stint: Stint) -> Steps:
        """One person's day. On a break or home goes who has finished what he holds, and takes nothing new before.

        A break that begins later for it keeps its length. Who is there at closing stays until nobody waits.
        """
        desk = Desk(self.line.handle, len(self.desks))
        self.desks.append(desk)
        if stint.start > self.env.now:
            yield self._until(stint.start)
        self._come(desk, stint)
        for pause in stint.pauses:
            yield self._until(pause.start)
            yield from self._go(desk)
            yield self.env.timeout(pause.minutes)
            if self.env.now >= stint.end:
                return
            self._come(desk, stint)
        yield self._until(stint.end)
        if stint.end < self.closing:
            yield from self._go(desk)

    def door(self, buyers: Iterable[Buyer]) -> Steps:
        """Let the buyers in."""
        for buyer in buyers:
            yield self._until(buyer.at)
            self.enter(buyer)

    def close(self) -> Steps:
        """With nobody on duty at closing, those who still wait leave then."""
        yield self._until(self.closing)
        if not self.on_duty:
            self.send_away()

    def send_away(self) -> None:
        """Let those who wait leave."""
        while self.waiting:
            self._leave(self.waiting[0])

    def enter(self, buyer: Buyer) -> None:
        """Answer the buyer at once, or let them wait until an agent is free or their patience ends."""
        self.tallies[buyer.interval].offered += 1
        stand = (buyer, self.env.now)
        self.waiting.append(stand)
        self._serve()
        if self.waiting and buyer.patience < inf:
            self._later(buyer.patience, partial(self._lose_patience, stand))

    def labour(self) -> Labour:
        """How the people spent their time, once all is done."""
        for desk, (since, stint) in self._since.items():
            home = stint.end if stint.goes_on else max(stint.end, desk.seen)
            self._there += home - since
            self._overtime += home - stint.end
        busy, chats = (fsum(getattr(desk, name) for desk in self.desks) for name in ("busy", "chat_minutes"))
        return Labour(max(self._there, busy), busy, chats, self._overtime)

    def _come(self, desk: Desk, stint: Stint) -> None:
        self._since[desk] = self.env.now, stint
        insort(self.on_duty, desk, key=place)
        self._serve()

    def _go(self, desk: Desk) -> Steps:
        """Take no new chat, and be gone once those in hand are finished."""
        self.on_duty.remove(desk)
        if desk.held:
            self._finishing[desk] = self.env.event()
            yield self._finishing[desk]
        since, stint = self._since.pop(desk)
        self._there += self.env.now - since
        self._overtime += max(0.0, self.env.now - max(stint.end, since))

    def _serve(self) -> None:
        """Give those who wait to the least busy agents on duty (ties: the first place) while there are free slots."""
        while self.waiting and self.on_duty:
            desk = min(self.on_duty, key=chats_in_hand)
            if desk.held == len(self.line.handle):
                return
            self._answer(*self.waiting.popleft(), desk)

    def _answer(self, buyer: Buyer, since: float, desk: Desk) -> None:
        self.tallies[buyer.interval].answer(self.env.now - since, self.line.within)
        desk.take(buyer.work, self.env.now)
        self._announce(desk)

    def _announce(self, desk: Desk) -> None:
        """Schedule the next end of a chat; the one scheduled before is void, as the chats have a new pace."""
        if desk.held:
            self._later(desk.remaining(), partial(self._end, desk, desk.changes))
        elif desk in self._finishing:
            self._finishing.pop(desk).succeed()

    def _end(self, desk: Desk, changes: int, _: Event) -> None:
        if changes == desk.changes:
            desk.end(self.env.now)
            self._announce(desk)
            self._serve()

    def _lose_patience(self, stand: tuple[Buyer, float], _: Event) -> None:
        if stand in self.waiting:
            self._leave(stand)

    def _leave(self, stand: tuple[Buyer, float]) -> None:
        self.waiting.remove(stand)
        buyer, since = stand
        self.tallies[buyer.interval].leave(self.env.now - since)

    def _until(self, minute: float) -> Event:
        return self.env.timeout(max(0.0, minute - self.env.now))

    def _later(self, minutes: float, act: Callable[[Event], None]) -> None:
        self.env.timeout(minutes).callbacks.append(act)
