"""Owns a stage on the days of an event: the same curves, compiled with the drivers that a day moves apart."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from teamplan.engine.amounts import Amounts
from teamplan.engine.compiling import compile_stage
from teamplan.engine.linear import ORDERS
from teamplan.engine.staffing import StageCurves
from teamplan.engine.volume import Volume
from teamplan.playbook.playbook import Playbook
from teamplan.questions.peak.days import EventDay

CHATS, RETURNS, TICKETS = "chats", "returns", "tickets"


def stages_on(ordinary: StageCurves, volume: Volume, days: Sequence[EventDay]) -> list[StageCurves]:
    """The stage on each day: chats, returns and an order's tickets times what they rise above the orders.

    A driver is a sum of terms over orders, so a factor in each of its terms moves it and all that comes from it
    (after-sale tickets come from returns, too: only their terms over orders are moved here). The posts, their opening
    hours and the inputs are those of the ordinary volume; seats of live work are compiled once for days with as many
    chats, which is all that they depend on.
    """
    usual = _settled(ordinary, volume)
    seats = {factor: _with_seats(usual, volume, factor) for factor in {_apart(day)[0] for day in days}}
    return [_on(seats[_apart(day)[0]], _apart(day)) for day in days]


def _apart(day: EventDay) -> tuple[Fraction, ...]:
    return day.chats / day.orders, day.returns / day.orders, day.tickets / day.orders


def _settled(stage: StageCurves, volume: Volume) -> StageCurves:
    """The stage with inputs that stay what they are at the ordinary volume, however many orders a day has."""
    loads, exact = stage.loads, volume.exact
    inputs = {name: loads.input(name).at(exact) for name in loads.inputs} | dict(loads.setting.inputs)
    return stage.with_(loads=loads.with_(setting=loads.setting.with_(inputs=inputs)))


def _with_seats(stage: StageCurves, volume: Volume, chats: Fraction) -> StageCurves:
    """The stage with seats for so many times the chats."""
    loads, moved = _on(stage, (chats,)).loads, _moving(stage, {CHATS: chats})
    if not moved:
        return stage
    compiled = compile_stage(loads.playbook, loads.amounts, stage.stage_id, loads.setting).seen_at(volume.orders)
    posts = {role: post.with_(service=compiled.posts[role].service) for role, post in stage.posts.items()}
    return stage.with_(posts=posts)


def _moving(stage: StageCurves, apart: Mapping[str, Fraction]) -> dict[str, Fraction]:
    drivers = stage.loads.playbook.frame.drivers
    return {driver: factor for driver, factor in apart.items() if factor != 1 and driver in drivers}


def _on(stage: StageCurves, apart: Sequence[Fraction]) -> StageCurves:
    """The stage with the loads of a day on which chats, returns and tickets are so many times apart from the orders."""
    loads, moved = stage.loads, _moving(stage, dict(zip((CHATS, RETURNS, TICKETS), apart, strict=False)))
    playbook, amounts = _playbook(loads.playbook, moved), _amounts(loads.amounts, moved)
    return stage.with_(loads=loads.with_(playbook=playbook, amounts=amounts))


def volume_on(volume: Volume, day: EventDay) -> dict[str, float]:
    """Orders and, where they are known, visitors of a day, by axis."""
    return volume.times(day.orders, day.visitors).at


def _playbook(playbook: Playbook, moved: Mapping[str, Fraction]) -> Playbook:
    drivers = dict(playbook.frame.drivers)
    for name in moved:
        terms = tuple(
            term
            if name == TICKETS and term.driver != ORDERS
            else term.model_copy(update={"times": (*term.times, _reference(name))})
            for term in drivers[name].from_
        )
        drivers[name] = drivers[name].model_copy(update={"from_": terms})
    return playbook.with_(frame=playbook.frame.model_copy(update={"drivers": drivers}))


def _amounts(amounts: Amounts, moved: Mapping[str, Fraction]) -> Amounts:
    values = {_reference(name)[1:]: factor for name, factor in moved.items()}
    return Amounts(dict(amounts.values) | values, amounts.time)


def _reference(driver: str) -> str:
    return f"$ {driver} of the day"  # no assumption of a playbook can have this name
