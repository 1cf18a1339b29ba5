"""Owns the cheapest cover: one integer programme over all days and people, given to the solver (extra `optimize`).

The solver works in floating point; its answer counts only when the exact checks of `work` confirm it, and only when
it is cheaper than the rule. So the cheapest cover is never dearer than the rule, nor less complete.
"""

from fractions import Fraction
from typing import Any

from teamplan.engine.highs import optimal, quiet_model
from teamplan.playbook.money import Money
from teamplan.questions.peak.rule import by_rule
from teamplan.questions.peak.work import (
    BETWEEN,
    HAND,
    TEMPORARY,
    WEEK,
    EventCover,
    Source,
    Task,
    Work,
    called,
    efficiency,
    lawful,
    needed,
    price,
    uncovered,
)

DEAR = 10**6  # coins for a minute that nothing covers: far above every other price
FAVOUR = 1e-4  # coins for a minute of help: of two covers that cost the same, the one that asks fewer for it
FEASIBLE = 1e-9  # by so little the solver may break a bound
COST_GAP = 0.005  # of the cost: the solver stops when nothing can be cheaper by more; no price is known as well as that
TENTHS = 10  # of a minute: to these the solver's minutes are rounded


def least_cost(work: Work, nothing: Money) -> EventCover:
    """The cover of least cost. Needs the extra `optimize`."""
    rule = by_rule(work)
    if not price(work, rule, nothing) and not uncovered(work, rule):
        return rule
    found = _solved(work)
    if found is None or not lawful(work, found):
        return rule
    return min(rule, found, key=lambda cover: (uncovered(work, cover), price(work, cover, nothing)))


def _solved(work: Work) -> EventCover | None:
    model = quiet_model()
    for option in ("mip_rel_gap", "mip_abs_gap"):
        model.setOptionValue(option, COST_GAP)
    for option in ("mip_feasibility_tolerance", "primal_feasibility_tolerance"):
        model.setOptionValue(option, FEASIBLE)
    chosen = _Programme(work, model)
    model.minimize()
    return chosen.cover() if optimal(model) else None


class _Programme:
    """The variables: minutes of each source for each duty and day, hours, temporary people and units by day."""

    def __init__(self, work: Work, model: Any) -> None:
        self._work, self._model = work, model
        self._minutes: dict[tuple[Source, str, int], Any] = {}
        self._overtime: dict[tuple[str, int], Any] = {}
        self._temporary: dict[tuple[str, int], Any] = {}
        self._units: dict[tuple[str, int], Any] = {}
        self._add_hands()
        self._add_temporary()
        for task in work.tasks:
            self._add_offer(task)
        self._add_between()
        for task in work.tasks:
            self._cover_need(task)

    def _whole(self, cost: float, most: float | None = None) -> Any:
        return self._model.addIntegral(lb=0, ub=self._model.inf if most is None else most, obj=cost)

    def _more(self, source: Source, duty: str, day: int, cost: float = 0.0) -> Any:
        self._minutes[source, duty, day] = self._model.addVariable(lb=0, obj=cost)
        return self._minutes[source, duty, day]

    def _add_hands(self) -> None:
        for hand in self._work.hands:
            months: dict[int, Any] = {}
            for each in self._work.days:
                day, most = each.day, hand.most_overtime(each.day)
                doing = [
                    self._more((HAND, hand.who), task.duty, day, 0 if task.role == hand.who else FAVOUR)
                    for task in self._work.tasks
                    if hand.doing(day).get(task.duty)
                ]
                if not doing:
                    continue
                time: Any = float(hand.ordinary(day))
                if most:
                    hours = self._overtime[hand.who, day] = self._whole(hand.overtime_price.coins or FAVOUR, most)
                    time = time + hours * float(hand.hour)
                    months[each.month] = months.get(each.month, 0) + hours * float(1 / hand.present[day])
                self._model.addConstr(sum(doing) <= time)
            for hours in months.values():
                self._model.addConstr(hours <= float(hand.overtime_month))

    def _add_temporary(self) -> None:
        for temps in self._work.temps:
            there = [each.day for each in self._work.days if temps.there(each.day)]
            if not there:
                continue
            hired = self._whole(temps.training.coins)
            for day in there:
                people = self._temporary[temps.function, day] = self._whole(temps.price.coins)
                doing = [
                    self._more((TEMPORARY, temps.function), task.duty, day)
                    for task in self._work.tasks
                    if task.duty in temps.duties
                ]
                self._model.addConstr(people <= hired)
                self._model.addConstr(sum(doing) <= people * float(temps.minutes))
            for first in there:
                week = sum(self._temporary[temps.function, day] for day in there if first <= day < first + WEEK)
                self._model.addConstr(week <= hired * temps.days_a_week)

    def _add_offer(self, task: Task) -> None:
        offer = task.offer
        if offer is None or not any(offer.most.values()):
            return
        for each in self._work.days:
            if offer.most.get(each.day):
                self._units[task.duty, each.day] = self._whole(0, offer.most[each.day])
        bought = sum(units for (duty, _), units in self._units.items() if duty == task.duty)
        paid, called_at_all = self._whole(offer.price.coins), self._whole(0, 1)
        self._model.addConstr(paid >= bought)
        self._model.addConstr(paid >= called_at_all * offer.lot)
        for (duty, day), units in self._units.items():
            if duty == task.duty:
                self._model.addConstr(units <= called_at_all * offer.most[day])

    def _add_between(self) -> None:
        for live in self._work.tasks:
            for each in self._work.days:
                room: Any = float(live.between.get(each.day, 0))
                doing = [
                    self._more((BETWEEN, live.duty), task.duty, each.day)
                    for task in self._work.tasks
                    if task.duty in live.meanwhile
                ]
                if not doing:
                    continue
                units = self._units.get((live.duty, each.day))
                if units is not None and live.offer is not None:
                    room = room - units * (room / float(live.offer.all[each.day]))
                self._model.addConstr(sum(doing) <= room)

    def _cover_need(self, task: Task) -> None:
        """Nothing is done before it arises, and all by the day until which it may wait, or it is missing.

        Of work that may wait, all that is done up to a day is a variable of its own, which goes on from day to day:
        that keeps the programme sparse.
        """
        before: Any = 0
        arisen = due = 0
        for each in self._work.days:
            done = self._done(task, each.day) + self._model.addVariable(lb=0, obj=DEAR)
            if not task.wait:
                self._model.addConstr(done >= task.need.get(each.day, 0))
                continue
            arisen += task.need.get(each.day, 0)
            due += task.need.get(each.day - task.wait, 0)
            upto = self._model.addVariable(lb=float(due), ub=float(arisen))
            self._model.addConstr(upto == before + done)
            before = upto

    def _done(self, task: Task, day: int) -> Any:
        parts = [
            variable * float(efficiency(self._work, source, duty, on))
            for (source, duty, on), variable in self._minutes.items()
            if duty == task.duty and on == day
        ]
        units = self._units.get((task.duty, day))
        if units is not None and task.offer is not None:
            parts.append(units * float(task.offer.minutes[day]))
        return sum(parts) if parts else 0

    def cover(self) -> EventCover:
        """The solution, rounded to the whole numbers it is meant to be."""
        value = self._model.val
        overtime, temporary, units = (
            {key: found for key, each in group.items() if (found := round(value(each)))}
            for group in (self._overtime, self._temporary, self._units)
        )
        minutes = {key: Fraction(round(value(each) * TENTHS), TENTHS) for key, each in self._minutes.items()}
        found = EventCover({key: each for key, each in minutes.items() if each}, overtime, temporary, units)
        return found.with_(hired={each.function: needed(each, called(each, found)) for each in self._work.temps})
