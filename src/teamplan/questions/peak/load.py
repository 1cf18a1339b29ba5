"""Owns a stage on the days of an event: the same curves, compiled with the drivers that a day moves apart."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from teamplan.engine.amounts import Amounts
from teamplan.engine.compiling import compile_stage
from teamplan.engine.moved_drivers import comes_of
from teamplan.engine.staffing import StageCurves
from teamplan.engine.volume import Volume
from teamplan.playbook.playbook import Playbook
from teamplan.questions.peak.days import EventDay, EventMover

Apart = Mapping[str, Fraction]  # by driver, what its moved terms are beside what they would be by themselves


def stages_on(
    ordinary: StageCurves, volume: Volume, days: Sequence[EventDay], movers: Sequence[EventMover]
) -> list[StageCurves]:
    """The stage on each day: what is moved times what it rises above what its formula makes of the day.

    A driver is a sum of terms, so a factor in those that are moved moves it and all that comes from it. The posts,
    their opening hours and the inputs are those of the ordinary volume; seats of live work are compiled once for days
    on which as much of it comes, which is all that they depend on.
    """
    usual = _settled(ordinary, volume)
    live = _live(usual)
    waiting = [tuple((driver, day.apart[driver]) for driver in day.apart if driver in live) for day in days]
    seats = {apart: _with_seats(usual, volume, dict(apart), movers) for apart in set(waiting)}
    return [_on(seats[apart], day.apart, movers) for apart, day in zip(waiting, days, strict=True)]


def _live(stage: StageCurves) -> set[str]:
    """The drivers that live work comes of, and all that these rest on."""
    duties, drivers = stage.loads.playbook.duties, stage.loads.playbook.frame.drivers
    arising = (duties[each] for post in stage.posts.values() for each in post.arising)
    return set().union(*(comes_of(drivers, str(duty.driver)) for duty in arising if duty.live is not None))


def _settled(stage: StageCurves, volume: Volume) -> StageCurves:
    """The stage with inputs that stay what they are at the ordinary volume, however many orders a day has."""
    loads, exact = stage.loads, volume.exact
    inputs = {name: loads.input(name).at(exact) for name in loads.inputs} | dict(loads.setting.inputs)
    return stage.with_(loads=loads.with_(setting=loads.setting.with_(inputs=inputs)))


def _with_seats(stage: StageCurves, volume: Volume, apart: Apart, movers: Sequence[EventMover]) -> StageCurves:
    """The stage with seats for what comes of live work."""
    if all(factor == 1 for factor in apart.values()):
        return stage
    loads = _on(stage, apart, movers).loads
    compiled = compile_stage(loads.playbook, loads.amounts, stage.stage_id, loads.setting).seen_at(volume.orders)
    posts = {role: post.with_(service=compiled.posts[role].service) for role, post in stage.posts.items()}
    return stage.with_(posts=posts)


def _on(stage: StageCurves, apart: Apart, movers: Sequence[EventMover]) -> StageCurves:
    """The stage with the loads of a day on which these drivers are so many times what they would be by themselves."""
    loads, moved = stage.loads, [mover for mover in movers if apart.get(mover.driver, 1) != 1]
    playbook, amounts = _playbook(loads.playbook, moved), _amounts(loads.amounts, moved, apart)
    return stage.with_(loads=loads.with_(playbook=playbook, amounts=amounts))


def volume_on(volume: Volume, day: EventDay) -> dict[str, float]:
    """Orders and, where they are known, visitors of a day, by axis."""
    return volume.times(day.orders, day.visitors).at


def _playbook(playbook: Playbook, moved: Sequence[EventMover]) -> Playbook:
    drivers = dict(playbook.frame.drivers)
    for mover in moved:
        driver = drivers[mover.driver]
        terms = tuple(
            term.model_copy(update={"times": (*term.times, _reference(mover.driver))})
            if term in mover.moves.terms
            else term
            for term in driver.from_
        )
        drivers[mover.driver] = driver.model_copy(update={"from_": terms})
    return playbook.with_(frame=playbook.frame.model_copy(update={"drivers": drivers}))


def _amounts(amounts: Amounts, moved: Sequence[EventMover], apart: Apart) -> Amounts:
    values = {_reference(mover.driver)[1:]: apart[mover.driver] for mover in moved}
    return Amounts(dict(amounts.values) | values, amounts.time)


def _reference(driver: str) -> str:
    return f"$ {driver} of the day"  # no assumption of a playbook can have this name
