"""Owns the load: drivers as sums of products, duties as hours a day, both linear in the shop's volume."""

from collections.abc import Mapping
from fractions import Fraction

from teamplan.engine.amounts import WEEKS_A_MONTH, Amounts
from teamplan.engine.linear import VOLUMES, Linear
from teamplan.engine.live import agent_minutes
from teamplan.playbook.duties import Duty, HeadcountOf, Term
from teamplan.playbook.playbook import Playbook
from teamplan.record import Record, fresh


class Setting(Record):
    """What the owner gives beside the volume: founder skills, and inputs, each in the unit it is declared in."""

    founder_skills: frozenset[str] = frozenset()
    inputs: Mapping[str, Fraction] = fresh(factory=dict)


class Loads(Record):
    """Drivers and duties of one stage as linear functions; the constants are those of the setting."""

    playbook: Playbook
    amounts: Amounts
    inputs: Mapping[str, str]  # input -> the assumption that the stage takes where nothing is given
    setting: Setting

    def driver(self, driver: str) -> Linear:
        """Units a day (of an input by the week or month: its share of one open day)."""
        if driver in VOLUMES:
            return Linear(slopes={driver: Fraction(1)})
        declared = self.playbook.frame.inputs.get(driver)
        if declared is not None:
            return Linear(self.input(driver) / self._open_days(declared.span))
        terms = (self._term(term) for term in self.playbook.frame.drivers[driver].from_)
        return sum(terms, Linear())

    def duty(self, duty: Duty) -> Linear:
        """Hours a day of the duty."""
        if duty.live is not None:
            return self.driver(_named(duty)).times(agent_minutes(duty.live, self.amounts) / 60)
        if duty.minutes is not None:
            return self.driver(_named(duty)).times(self.amounts[duty.minutes] / 60)
        hours = self.amounts[duty.hours_per_week or ""] / self.amounts.time.days_open
        if isinstance(duty.driver, HeadcountOf):
            return Linear(slopes=dict.fromkeys(duty.driver.headcount_of, hours))
        return Linear(hours)

    def input(self, name: str) -> Fraction:
        """The amount of an input in its own unit: as given, else what the stage takes."""
        given = self.setting.inputs.get(name)
        return self.amounts[self.inputs[name]] if given is None else given

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
