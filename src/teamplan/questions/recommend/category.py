"""Owns what a plan says of the shop's category: each value it set or the shop gave instead, and its busiest month."""

from teamplan.engine.question import Question, given_values
from teamplan.engine.volume import Volume
from teamplan.playbook.categories import Category, Year
from teamplan.playbook.quantity import Quantity
from teamplan.playbook.store import MOST_ORDERS
from teamplan.record import Record


class CategoryValue(Record):
    """An assumption that the category sets; `given` is what the shop says instead, None where the preset holds."""

    name: str
    value: str
    source: str | None
    grade: str
    given: str | None


class MonthPlan(Record):
    """A month (1 is January) against the mean of the year, with its orders a day and the people they ask for."""

    month: int
    times: float
    orders: float
    people: int


class CategoryPlan(Record):
    """The category, all that it sets, and the quietest and the busiest month where it says how its year goes."""

    id: str
    sets: tuple[CategoryValue, ...]
    quietest: MonthPlan | None
    busiest: MonthPlan | None


def category_plan(question: Question) -> CategoryPlan | None:
    """What the category of the shop did to the plan; None without one."""
    category = question.playbook.categories.get(question.store.category or "")
    if category is None or question.store.category is None:
        return None
    given = _given(question, category)
    sets = tuple(
        CategoryValue(name, str(figure.value), figure.source, figure.grade, given.get(name))
        for name, figure in category.sets.items()
    )
    ends = _ends(question, category.year) if category.year else (None, None)
    return CategoryPlan(question.store.category, sets, *ends)


def _given(question: Question, category: Category) -> dict[str, str]:
    """What the shop says in place of the category, written in its unit: one by one, or by an input for every stage."""
    amounts, values = question.store.amounts, given_values(question.store)[0]
    taken = {
        reference[1:]: f"{float(amounts[name]):g}"
        for stage in question.playbook.stages.values()
        for name, reference in stage.inputs.items()
        if name in amounts
    }
    written = {
        name: str(_in_unit(values[name], figure.value.unit)) for name, figure in category.sets.items() if name in values
    }
    return taken | written


def _in_unit(given: Quantity, unit: str) -> Quantity:
    """A plain number in the unit that it is meant in."""
    if given.unit or not unit:
        return given
    return Quantity(given.number * (100 if unit == "%" else 1), unit)


def _ends(question: Question, year: Year) -> tuple[MonthPlan | None, MonthPlan | None]:
    months = sorted(range(1, 13), key=year.times)
    return _month(question, year, months[0]), _month(question, year, months[-1])


def _month(question: Question, year: Year, month: int) -> MonthPlan | None:
    """The month at the same conversion; None where it is more than one shop."""
    times, volume = float(year.times(month)), question.volume
    there = Volume(volume.orders * times, None if volume.visitors is None else volume.visitors * times)
    if there.orders > MOST_ORDERS:
        return None
    shop = question.shop
    stage = shop.compiled(question.store.stage or shop.stage_of(there.orders))
    return MonthPlan(month, times, there.orders, sum(stage.headcounts(there.at).values()))
