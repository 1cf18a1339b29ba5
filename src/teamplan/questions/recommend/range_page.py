"""Owns how the range of a plan is shown: the ends of each headcount, what to measure first, and the choices."""

from collections.abc import Iterator
from typing import Any

from teamplan.page.blocks import Block, Bullets, Lines, Title
from teamplan.page.table import Cell, Column, Table, table
from teamplan.page.words import Words
from teamplan.questions.recommend.range_plan import Choice, HeadcountRange, Mover, RangePlan, Sample


def range_blocks(plan: RangePlan, words: Words) -> list[Block]:
    """Each headcount between its ends, how they were found, what to measure first, and what is chosen."""
    say = words.say
    blocks: list[Block] = [Title(say("range.title")), _headcounts(plan, words), Lines(tuple(_how(plan, words)))]
    if plan.total.movers:
        measured = tuple(_measured(mover, words) for mover in plan.total.movers)
        blocks += [Title(say("range.measure-title")), Bullets(measured)]
    if plan.choices:
        blocks += [Title(say("range.choices-title")), _choices(plan.choices, words)]
    return blocks


def ends_of(plan: RangePlan) -> dict[str, dict[str, Cell]]:
    """The columns of a range by role, for formats that hold plain values."""
    return {each.role: _columns(each, plan.sample) for each in plan.roles}


def with_measures(data: dict[str, Any], words: Words) -> None:
    """Add to each assumption that moves a headcount how a shop measures it, in the language that was asked for."""
    for each in (data["total"], *data["roles"]):
        for mover in each["movers"]:
            mover["measure"] = _measure(mover["name"], words)


def _columns(each: HeadcountRange, sample: Sample) -> dict[str, Cell]:
    ends: dict[str, Cell] = {"low": each.low, "high": each.high, "p10": each.p10, "p90": each.p90}
    ends |= {"seed": sample.seed, "draws": sample.draws}
    return ends | {"movers": " ".join(mover.name for mover in each.movers)}


def _headcounts(plan: RangePlan, words: Words) -> Table:
    columns = tuple(
        Column(key, words.say(f"range.column.{key}"), right=key not in ("role", "movers"))
        for key in ("role", "low", "central", "high", "drawn", "movers")
    )
    named = [(words.role(each.role), each) for each in plan.roles] + [(words.say("plan.total"), plan.total)]
    rows = [_ends(name, each, words) for name, each in named]
    return table(columns, rows, sums=frozenset({len(rows) - 1}))


def _ends(name: str, each: HeadcountRange, words: Words) -> dict[str, Cell]:
    movers = words.say.join(mover.name for mover in each.movers)
    ends = {"low": each.low, "central": each.central, "high": each.high}
    return {"role": name, **ends, "drawn": f"{each.p10}-{each.p90}", "movers": movers}


def _how(plan: RangePlan, words: Words) -> Iterator[str]:
    """How the ends were found, and what was left out."""
    say, sample, total = words.say, plan.sample, plan.total
    yield say("range.how")
    if sample.draws:
        (low, low_to), (high, high_to) = sample.p10_within, sample.p90_within
        sure = {"low": low, "low_to": low_to, "high": high, "high_to": high_to}
        yield say("range.drawn", draws=sample.draws, seed=sample.seed, p10=total.p10, p90=total.p90, **sure)
    if not total.p10 <= total.central <= total.p90:
        yield say("range.leans", people=total.central, enough=sample.enough, draws=sample.draws)
    if plan.held:
        yield say("range.held", ends=say.join(f"{name} = {words.quantity(end)}" for name, end in plan.held))
    if plan.bent:
        yield say("range.bent", names=say.join(plan.bent))


def _measured(mover: Mover, words: Words) -> str:
    """An assumption with its ends, the people there, and how a shop measures it."""
    ends = {"low": words.quantity(mover.low), "high": words.quantity(mover.high)}
    people = {"people_at_low": mover.people_at_low, "people_at_high": mover.people_at_high}
    told = words.say("range.measure", name=mover.name, means=_means(mover.name, words), **ends, **people)
    how = _measure(mover.name, words)
    return told if how is None else words.say("range.measure-how", told=told, how=how)


def _measure(name: str, words: Words) -> str | None:
    measure = words.playbook.assumptions[name].measure
    return words.say.text(measure) if measure else None


def _means(name: str, words: Words) -> str:
    return words.say.text(words.playbook.assumptions[name].means)


def _choices(choices: tuple[Choice, ...], words: Words) -> Table:
    """What is chosen, its value, and the people of the whole team at each end of what it could be."""
    keys = ("choice", "name", "value", "people_at_low", "people_at_high")
    columns = tuple(Column(key, words.say(f"range.column.{key}"), right=key not in ("choice", "name")) for key in keys)
    return table(columns, (_choice(each, words) for each in choices))


def _choice(each: Choice, words: Words) -> dict[str, Cell]:
    ends = (("people_at_low", each.low, each.people_at_low), ("people_at_high", each.high, each.people_at_high))
    told: dict[str, Cell] = {
        key: words.say("range.people-at", end=words.quantity(end), people=people) if people is not None else "-"
        for key, end, people in ends
    }
    return {"choice": _means(each.name, words), "name": each.name, "value": words.quantity(each.value), **told}
