"""Owns the cheapest cover: a small integer programme a post, given to the solver (extra `optimize`).

The solver works in floating point; its answer counts only when the exact checks of `cover` confirm it, and only when
it is cheaper than the rule. So the cheapest cover is never dearer than the rule, nor less complete.
"""

from fractions import Fraction
from typing import Any

from teamplan.engine.highs import optimal, quiet_model
from teamplan.playbook.money import Money
from teamplan.questions.peak.rule import Cover, DayCover, Post, by_rule, lawful, needed, price, uncovered

DEAR = 10**7  # coins for a person-day that nothing covers: far above every other price
CLOSE = 1e-9


def least_cost(post: Post) -> Cover:
    """The cover of least cost. Needs the extra `optimize`."""
    rule = by_rule(post)
    if not price(post, rule) and not uncovered(post, rule):
        return rule
    found = _solved(post)
    better = found is not None and lawful(post, found) and _worth(post, found) < _worth(post, rule)
    return found if found is not None and better else rule


def _worth(post: Post, cover: Cover) -> tuple[Fraction, Money]:
    return uncovered(post, cover), price(post, cover)


def _solved(post: Post) -> Cover | None:
    model = quiet_model()
    for option in ("mip_rel_gap", "mip_abs_gap"):
        model.setOptionValue(option, 0.0)
    for option in ("mip_feasibility_tolerance", "primal_feasibility_tolerance"):
        model.setOptionValue(option, CLOSE)
    chosen = _Programme(post, model)
    model.minimize()
    return chosen.cover() if optimal(model) else None


class _Programme:
    """The variables of one post: hours, temporary people and units by day, people trained once."""

    def __init__(self, post: Post, model: Any) -> None:
        self._post, self._model, means = post, model, post.means
        self._hired = self._whole(means.training_price.coins, None if means.temporary else 0)
        self._overtime = {day.day: self._whole(means.overtime_price.coins, means.overtime_day) for day in post.busy}
        self._temporary = {
            day.day: self._whole(means.temporary_price.coins, None if means.temporary else 0) for day in post.busy
        }
        self._units = {
            (day.day, offer.duty): self._whole(offer.price.coins, offer.most)
            for day in post.busy
            for offer in day.offers
        }
        self._cover_need()
        self._keep_bounds()

    def _whole(self, cost: int, most: int | None) -> Any:
        top = self._model.inf if most is None else most
        return self._model.addIntegral(lb=0, ub=top, obj=cost)

    def _cover_need(self) -> None:
        means = self._post.means
        for day in self._post.busy:
            missing = self._model.addVariable(lb=0, ub=0 if means.temporary else self._model.inf, obj=DEAR)
            given = (
                self._overtime[day.day] * float(means.overtime)
                + self._temporary[day.day] * float(means.temporary)
                + missing
            )
            for curve in ("work", "service"):
                bought = sum(self._units[day.day, each.duty] * float(getattr(each, curve)) for each in day.offers)
                self._model.addConstr(given + bought >= float(getattr(day, curve) - means.people))

    def _keep_bounds(self) -> None:
        means = self._post.means
        for month in {day.month for day in self._post.busy}:
            hours = sum(self._overtime[day.day] for day in self._post.busy if day.month == month)
            self._model.addConstr(hours <= float(means.overtime_month))
        for first in self._temporary:
            self._model.addConstr(self._temporary[first] <= self._hired)
            week = sum(each for day, each in self._temporary.items() if first <= day < first + 7)
            self._model.addConstr(week <= self._hired * means.temporary_days_a_week)

    def cover(self) -> Cover:
        """The solution, rounded to the whole numbers it is meant to be."""
        value = self._model.val
        days = {
            day.day: DayCover(
                round(value(self._overtime[day.day])),
                round(value(self._temporary[day.day])),
                {each.duty: round(value(self._units[day.day, each.duty])) for each in day.offers},
            )
            for day in self._post.busy
        }
        cover = Cover(days)
        return Cover(days, needed(self._post, cover))
