"""Owns the load: drivers as sums of products, duties as hours a day, both linear in the shop's volume."""

from collections.abc import Mapping
from fractions import Fraction

from teamplan.engine.amounts import WEEKS_A_MONTH, Amounts
from teamplan.engine.linear import ORDERS, VOLUMES, Linear, total
from teamplan.engine.live import agent_minutes
from teamplan.engine.percentile import rise
from teamplan.playbook.duties import SHIPS_WITHIN, Duty, HeadcountOf, Term
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Quantity
from teamplan.playbook.store import MEAN_DAY
from teamplan.record import Record, fresh

MINUTES_A_DAY = 1440


class Setting(Record):
    """What the owner gives beside the volume: founder skills, inputs in the units they are declared in, hours a day.

    The team is sized for a `percentile` of days; 50 is the mean day.
    """

    founder_skills: frozenset[str] = frozenset()
    inputs: Mapping[str, Fraction] = fresh(factory=dict)
    owner_hours: Fraction | None = None
    percentile: Fraction = MEAN_DAY


class Onward(Record):
    """How inputs grow on the way through a stage: from its first orders a day to those of the next, whose they become.

    After the last stage (`next_inputs` is None) they stay in proportion to the orders.
    """

    starts: Fraction
    ends: Fraction
    next_inputs: Mapping[str, str] | None


class Loads(Record):
    """Drivers and duties of one stage as linear functions; the constants are those of the setting."""

    playbook: Playbook
    amounts: Amounts
    inputs: Mapping[str, str]  # input -> the assumption that the stage takes where nothing is given
    setting: Setting
    onward: Onward | None = None
    ships_within: Quantity | None = None

    def driver(self, driver: str) -> Linear:
        """Units a day (of an input by the week or month: its share of one open day)."""
        if driver in VOLUMES:
            return Linear(slopes={driver: Fraction(1)})
        declared = self.playbook.frame.inputs.get(driver)
        if declared is not None and declared.measures is None:
            return self.input(driver).times(1 / self._open_days(declared.span))
        terms = (self._term(term) for term in self.playbook.frame.drivers[driver].from_)
        return total(terms)

    def duty(self, duty: Duty) -> Linear:
        """Hours a day of the duty on the mean day."""
        if duty.live is not None:
            return self.driver(_named(duty)).times(agent_minutes(duty.live, self.amounts) / 60)
        if duty.minutes is not None:
            return self.driver(_named(duty)).times(self.amounts[duty.minutes] / 60)
        hours = self.amounts[duty.hours_per_week or ""] / self.amounts.time.days_open
        if isinstance(duty.driver, HeadcountOf):
            return Linear(slopes=dict.fromkeys(duty.driver.headcount_of, hours))
        return Linear(hours)

    def planned(self, duty: Duty) -> Linear:
        """Hours a day for which people are hired: of a percentile of days, more of what the volume causes."""
        load, times = self.duty(duty), self.rise(duty)
        if times == 1:
            return load
        slopes = {axis: slope * times if axis in VOLUMES else slope for axis, slope in load.slopes.items()}
        return Linear(load.constant, slopes)

    def rise(self, duty: Duty) -> Fraction:
        """The demand of the percentile of days over that of the mean day, for a duty that must be done in time.

        1 for work without a promise, and in a playbook that does not say how days differ.
        """
        if self.setting.percentile == MEAN_DAY or self.playbook.frame.day_cv is None:
            return Fraction(1)
        days = self.days(duty)
        return rise(self.setting.percentile, self.amounts[self.playbook.frame.day_cv], days) if days else Fraction(1)

    def days(self, duty: Duty) -> int:
        """The days over which a day's work may be spread, its own and those that it may wait; 0 without a promise."""
        if duty.live is not None:
            return 1
        if duty.waits != SHIPS_WITHIN:
            return 0 if duty.waits is None else 1 + int(self.amounts[duty.waits])
        return 0 if self.ships_within is None else 1 + int(self.ships_within.canonical // MINUTES_A_DAY)

    def input(self, name: str) -> Linear:
        """The amount of an input in its own unit, over the orders: as given, else what the stage takes it for.

        One that grows with the orders does so evenly, up to what the next stage takes it for.
        """
        given = self.setting.inputs.get(name)
        if given is not None:
            return Linear(given)
        here, onward = self.amounts[self.inputs[name]], self.onward
        if onward is None or not self.playbook.frame.inputs[name].grows_with:
            return Linear(here)
        if onward.next_inputs is None:
            return Linear(slopes={ORDERS: here / onward.starts}) if onward.starts else Linear(here)
        slope = (self.amounts[onward.next_inputs[name]] - here) / (onward.ends - onward.starts)
        return Linear(here - slope * onward.starts, {ORDERS: slope})

    def _open_days(self, span: str) -> Fraction:
        """The open days of a day, week or month."""
        days = self.amounts.time.days_open
        return {"day": Fraction(1), "week": days, "month": WEEKS_A_MONTH * days}[span]

    def _term(self, term: Term) -> Linear:
        factor = Fraction(1)
        for reference in term.times:
            factor *= self.amounts[reference]
        for reference in term.less:
            factor *= 1 - self.amounts[reference]
        for reference in term.over:
            factor /= self.amounts[reference]
        return self.driver(term.driver).times(factor)


def _named(duty: Duty) -> str:
    assert isinstance(duty.driver, str)  # the model refuses anything else for minutes and live duties
    return duty.driver
