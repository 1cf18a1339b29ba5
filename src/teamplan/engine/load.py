"""Owns the load: drivers as sums of products, duties as hours a day, both linear in the shop's volume."""

from fractions import Fraction

from teamplan.engine.amounts import WEEKS_A_MONTH, Amounts
from teamplan.engine.linear import VOLUMES, Linear
from teamplan.engine.live import agent_minutes
from teamplan.playbook.duties import Duty, HeadcountOf, Term
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.stages import Inputs
from teamplan.record import Record


class Setting(Record):
    """What the owner gives beside the volume: founder skills, new products a week, ad spend a month."""

    founder_skills: frozenset[str] = frozenset()
    new_products: Fraction | None = None
    ad_spend: Fraction | None = None


class Loads(Record):
    """Drivers and duties of one stage as linear functions; the constants are those of the setting."""

    playbook: Playbook
    amounts: Amounts
    inputs: Inputs
    setting: Setting

    def driver(self, driver: str) -> Linear:
        """Units a day (new products and ad spend: their share of one open day)."""
        if driver in VOLUMES:
            return Linear(slopes={driver: Fraction(1)})
        if driver == "new-products":
            return Linear(self.new_products / self.amounts.time.days_open)
        if driver == "ad-spend":
            return Linear(self.ad_spend / (WEEKS_A_MONTH * self.amounts.time.days_open))
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

    @property
    def new_products(self) -> Fraction:
        given = self.setting.new_products
        return self.amounts[self.inputs.new_products] if given is None else given

    @property
    def ad_spend(self) -> Fraction:
        given = self.setting.ad_spend
        return self.amounts[self.inputs.ad_spend] if given is None else given

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
