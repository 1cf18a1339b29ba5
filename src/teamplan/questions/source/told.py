"""Owns how `source` tells in words where the cheaper one changes, the terms, what is lost, and the risks."""

from collections.abc import Iterator
from itertools import zip_longest

from teamplan.engine.pay.flips import Flip
from teamplan.page.limits import since, upto
from teamplan.page.words import Words, number, percent
from teamplan.playbook.figures import Figure
from teamplan.playbook.sourcing import Loss, SourcingOption
from teamplan.questions.source.result import OptionCost, RoleSources, Sources

MOST_SPANS = 3  # beyond that the first and the last are told


def name_of(option_id: str, words: Words) -> str:
    return words.say.text(words.playbook.sourcing[option_id].name)


def notes(result: Sources, role: RoleSources, words: Words) -> Iterator[str]:
    """What the units are, what comes outside the opening hours, and why some options have no price here."""
    yield from _units(role, words)
    for each in role.options:
        option, name = words.playbook.sourcing[each.option], name_of(each.option, words)
        if each.outside_a_day is not None and each.bill and each.bill.unit:
            amount = words.counted(each.bill.unit, number(each.outside_a_day, 1))
            yield words.say("source.outside-hours", option=name, amount=amount, window=result.window or "")
        if each.unusable is not None:
            most = option.most_jobs.value.canonical if option.most_jobs else 0
            values = {"most": number(most, 2), "jobs": number(each.jobs, 2), "currency": words.currency(result.paid_in)}
            yield words.say(f"source.{each.unusable}", option=name, **values)


def _units(role: RoleSources, words: Words) -> Iterator[str]:
    """The units that a price of one is over; with the options where these count different things."""
    groups: dict[str, list[str]] = {}
    for each in role.options:
        if each.bill and each.bill.unit and each.bill.units:
            units = words.counted(each.bill.unit, number(each.bill.units, 0))
            groups.setdefault(units, []).append(name_of(each.option, words))
    for units, options in groups.items():
        if len(groups) == 1:
            yield words.say("source.units", units=units)
        else:
            yield words.say("source.units-of", units=units, options=words.say("source.and").join(options))


def changes(role: RoleSources, words: Words) -> Iterator[str]:
    """For each option at which volumes it is cheaper than own people."""
    for each in role.options:
        if each.flips is not None:
            yield _cheaper(name_of(each.option, words), each.flips, words)


def _cheaper(option: str, flips: tuple[Flip, ...], words: Words) -> str:
    say = words.say
    if not flips:
        return say("source.never", option=option)
    spans = [_span(first, last, words) for first, last in zip_longest(flips[::2], flips[1::2])]
    if len(spans) > MOST_SPANS:
        values = {"first": spans[0], "last": spans[-1], "times": number(len(spans))}
        return say("source.on-and-off", option=option, **values)
    said = say("source.cheaper", option=option, spans=say("source.and").join(spans))
    same = [number(each.orders, 1) for each in flips if each.at == "crossing"]
    if not same:
        return said
    return say("source.with-same", said=said, same=say("source.same", orders=say("source.and").join(same)))


def _span(first: Flip, last: Flip | None, words: Words) -> str:
    low = since(first.orders, 1)
    if last is None:
        return words.say("source.over", low=low)
    return words.say("source.span", low=low, high=upto(last.orders, 1))


def terms(each: OptionCost, words: Words) -> str:
    """The bill with its range, the notice, surcharges, and what looking after it takes."""
    say, option = words.say, words.playbook.sourcing[each.option]
    notice = words.quantity(option.notice.value)
    if each.bill is None:
        said = say("source.terms-short", notice=notice)
    else:
        amount = each.bill.amount
        ends = {"low": number(amount.low.amount, 0), "high": words.money(amount.high)}
        said = say("source.terms", grade=each.bill.grade, notice=notice, **ends)
    return said + "".join(_beside(option, words))


def _beside(option: SourcingOption, words: Words) -> Iterator[str]:
    if option.peak is not None:
        yield words.say("source.at-peak", share=percent(option.peak.value.canonical))
    if option.night is not None:
        first, last = str(option.night.hours).split("-")
        share = percent(option.night.surcharge.value.canonical)
        yield words.say("source.at-night", first=first, last=last, share=share)
    if option.brings is not None:
        reference = words.playbook.duties[option.brings].hours_per_week or ""
        hours = words.playbook.assumptions[reference[1:]].value
        yield words.say("source.brings", hours=words.quantity(hours))


def lost(role: RoleSources, words: Words) -> Iterator[str]:
    """What is lost, each thing once, with what it means for the orders of this shop."""
    told: dict[str, str] = {}
    for each in role.options:
        for loss in words.playbook.sourcing[each.option].lost.values():
            told.setdefault(words.say.text(loss.means) + str(loss.value), _loss(loss, each, words))
    yield from told.values()


def _loss(loss: Loss, each: OptionCost, words: Words) -> str:
    values = {"means": words.say.text(loss.means), "grade": loss.grade, **_figure(loss, words)}
    if loss.less and each.lost_orders is not None:
        return words.say("source.lost-orders", orders=number(each.lost_orders, 1), **values)
    return words.say("source.lost", **values)


def _figure(figure: Figure, words: Words) -> dict[str, str]:
    low, high = figure.ends
    return {"value": words.quantity(figure.value), "low": words.quantity(low), "high": words.quantity(high)}


def risks(role: RoleSources, words: Words) -> tuple[str, ...]:
    """The risks of all options, each once, with the source."""
    found = {
        (words.say.text(remark.say), remark.source): None
        for each in role.options
        for remark in words.playbook.sourcing[each.option].risks
    }
    return tuple(words.say("source.risk", say=said, source=source) for said, source in found)
