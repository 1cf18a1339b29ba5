"""Owns the dates that follow from an event: searching, training, goods, agencies, the way down, the waves."""

from collections.abc import Iterator
from math import ceil
from typing import Any

from teamplan.engine.extra_hands import temporary_hands
from teamplan.questions.peak.question import PeakQuestion
from teamplan.questions.peak.result import END, PEAK, DutyCover, Peak, PeakDate, TemporaryCover


def dates_of(question: PeakQuestion, result: Peak) -> tuple[PeakDate, ...]:
    """Everything to do by a day, in order of days; what lies before today is left out."""
    return tuple(each for each in _all(question, result) if not _past(question, each.day))


def too_late(question: PeakQuestion, result: Peak) -> tuple[PeakDate, ...]:
    """What had to begin before today."""
    return tuple(each for each in _all(question, result) if _past(question, each.day))


def _past(question: PeakQuestion, day: int) -> bool:
    ahead = question.ahead
    return ahead is not None and day < -ahead


def _all(question: PeakQuestion, result: Peak) -> list[PeakDate]:
    found = [*_goods(question), *_event(question)]
    for temporary in result.temporary:
        found += _temporary(question, temporary)
    for cover in result.cover:
        found += _outsourced(question, cover)
    return sorted(found, key=lambda each: each.day)


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
    for driver in [each.driver for each in question.events.multipliers.values() if each.wave is not None]:
        wave = {load.day.day: load.day.times[driver] for load in question.days}
        day = max(wave, key=lambda each: wave[each])
        if wave[day] > 1:
            yield _at(question, day, driver + PEAK, times=float(wave[day]))
            yield _at(question, max(day for day, times in wave.items() if times > 1), driver + END)


def _temporary(question: PeakQuestion, temporary: TemporaryCover) -> Iterator[PeakDate]:
    called = [day for day, people in temporary.days.items() if people]
    terms = question.events.temporary[temporary.function]
    hands = temporary_hands(question.ordinary, temporary.function)
    if not called or hands is None:
        return
    values = {"helpers": temporary.function, "people": temporary.people}
    training = called[0] - ceil(question.amount(terms.training_days))
    yield _at(question, called[0] - hands.lead, "hire-temporary", **values)
    if training < called[0]:
        yield _at(question, training, "train-temporary", **values)
    if called[0] == called[-1]:
        yield _at(question, called[0], "temporary-on", **values)
        return
    yield _at(question, called[0], "temporary-from", **values)
    yield _at(question, called[-1], "temporary-to", **values)


def _outsourced(question: PeakQuestion, cover: DutyCover) -> Iterator[PeakDate]:
    bought = {day.day: day.outsourced for day in cover.days if day.outsourced}
    if bought:
        terms = question.events.outsourcing[cover.duty]
        units = max(sum(bought.values()), ceil(question.amount(terms.lot)) if terms.lot else 0)
        lead = ceil(question.amount(terms.days_to_start))
        yield _at(question, min(bought) - lead, "book-outsourcing", duty=cover.duty, units=units)
