"""Owns a stage on the days of an event: the same curves, compiled with the drivers that a day moves apart."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from teamplan.engine.amounts import Amounts
from teamplan.engine.shop import Shop
from teamplan.engine.staffing import StageCurves, compile_stage
from teamplan.engine.volume import Volume
from teamplan.playbook.playbook import Playbook
from teamplan.questions.peak.days import EventDay

CHATS, RETURNS = "chats", "returns"


def stages_on(shop: Shop, stage_id: str, days: Sequence[EventDay]) -> list[StageCurves]:
    """The stage compiled for each day: chats and returns times what they rise above the orders.

    A driver is a sum of terms over orders, so a factor in each of its terms moves it and all that comes from it
    (after-sale tickets come from returns). Where nothing moves apart from orders this is the ordinary stage itself.
    Days that move alike share one.
    """
    known: dict[tuple[Fraction, Fraction], StageCurves] = {}
    for day in days:
        apart = _apart(day)
        if apart not in known:
            known[apart] = _stage(shop, stage_id, dict(zip((CHATS, RETURNS), apart, strict=True)))
    return [known[_apart(day)] for day in days]


def _apart(day: EventDay) -> tuple[Fraction, Fraction]:
    return day.chats / day.orders, day.returns / day.orders


def _stage(shop: Shop, stage_id: str, apart: Mapping[str, Fraction]) -> StageCurves:
    drivers = shop.playbook.frame.drivers
    moved = {driver: factor for driver, factor in apart.items() if factor != 1 and driver in drivers}
    if not moved:
        return shop.compiled(stage_id)
    return compile_stage(_playbook(shop.playbook, moved), _amounts(shop.amounts, moved), stage_id, shop.setting)


def volume_on(volume: Volume, day: EventDay) -> dict[str, float]:
    """Orders and, where they are known, visitors of a day, by axis."""
    return volume.times(day.orders, day.visitors).at


def _playbook(playbook: Playbook, moved: Mapping[str, Fraction]) -> Playbook:
    drivers = dict(playbook.frame.drivers)
    for name in moved:
        terms = tuple(
            term.model_copy(update={"times": (*term.times, _reference(name))}) for term in drivers[name].from_
        )
        drivers[name] = drivers[name].model_copy(update={"from_": terms})
    return playbook.with_(frame=playbook.frame.model_copy(update={"drivers": drivers}))


def _amounts(amounts: Amounts, moved: Mapping[str, Fraction]) -> Amounts:
    values = {_reference(name)[1:]: factor for name, factor in moved.items()}
    return Amounts(dict(amounts.values) | values, amounts.time)


def _reference(driver: str) -> str:
    return f"$ {driver} of the day"  # no assumption of a playbook can have this name
