"""Owns the dates that follow from an event: searching, training, goods, agencies, the way down, the returns."""

from collections.abc import Iterator
from math import ceil
from typing import Any

from teamplan.questions.peak.question import PeakQuestion
from teamplan.questions.peak.result import Peak, PeakDate, RoleCover


def dates_of(question: PeakQuestion, result: Peak) -> tuple[PeakDate, ...]:
    """Everything to do by a day, in order of days."""
    found = [*_goods(question), *_event(question)]
    for cover in result.cover:
        found += [*_temporary(question, cover), *_outsourced(question, cover)]
    return tuple(sorted(found, key=lambda each: each.day))


def _at(question: PeakQuestion, day: int, what: str, **values: Any) -> PeakDate:
    return PeakDate(day, question.on(day), what, values)


def _goods(question: PeakQuestion) -> Iterator[PeakDate]:
    """Goods must be on the shelf when the orders first rise; counting comes before ordering."""
    first = next((load.day.day for load in question.days if load.day.orders > 1), None)
    if first is None:
        return
    stock = question.events.stock
    order_by = first - ceil(question.amount(stock.days_to_replenish))
    yield _at(question, order_by - ceil(question.amount(stock.check_days)), "stock-check")
    yield _at(question, order_by, "order-goods")


def _event(question: PeakQuestion) -> Iterator[PeakDate]:
    yield _at(question, 0, "event")
    wave = max(question.days, key=lambda load: load.day.returns)
    if wave.day.returns > 1:
        yield _at(question, wave.day.day, "returns-peak", times=float(wave.day.returns))
        last = max(load.day.day for load in question.days if load.day.returns > 1)
        yield _at(question, last, "returns-end")


def _temporary(question: PeakQuestion, cover: RoleCover) -> Iterator[PeakDate]:
    called = [day.day for day in cover.days if day.temporary]
    if not called:
        return
    role, values = question.ordinary.playbook.roles[cover.role], {"role": cover.role, "people": cover.temporary}
    training = called[0] - ceil(question.amount(question.events.temporary[cover.function].training_days))
    yield _at(question, training - ceil(role.days_to_hire.value.number), "hire-temporary", **values)
    yield _at(question, training, "train-temporary", **values)
    if called[0] == called[-1]:
        yield _at(question, called[0], "temporary-on", **values)
        return
    yield _at(question, called[0], "temporary-from", **values)
    yield _at(question, called[-1], "temporary-to", **values)


def _outsourced(question: PeakQuestion, cover: RoleCover) -> Iterator[PeakDate]:
    for duty in sorted({duty for day in cover.days for duty in day.outsourced}):
        bought = {day.day: day.outsourced[duty] for day in cover.days if duty in day.outsourced}
        lead = ceil(question.amount(question.events.outsourcing[duty].days_to_start))
        yield _at(question, min(bought) - lead, "book-outsourcing", duty=duty, units=sum(bought.values()))
