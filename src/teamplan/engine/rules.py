"""Owns what must hold between the parts of a playbook so that every answer is exact and growth never costs people.

Refinement: from one stage to the next a duty may move from the owner to a role, or from a role to a narrower one. Then
the load of an old role is shared by new ones that nobody else lends work to, and parts rounded up are never fewer than
the whole rounded up. Floors and opening hours may only grow, and a relief by the owner may only end.
"""

from collections.abc import Iterator, Mapping, Set
from itertools import pairwise
from typing import Any

from teamplan.engine.amounts import Amounts, TimeAmounts, resolve, time_names
from teamplan.engine.axes import axes_of, in_loops, volumes_of
from teamplan.engine.linear import VOLUMES
from teamplan.playbook.duties import Driver, Duty, HeadcountOf
from teamplan.playbook.figures import Assumption
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import LEAST_TIME, Window, clock
from teamplan.playbook.stages import Post, Service, Stage
from teamplan.record import Record, fresh


class Finding(Record):
    """A fault in the relation of parts: the kind of file, the path by id, and the values of its sentence."""

    key: str
    kind: str
    path: tuple[str, ...]
    values: Mapping[str, Any] = fresh(factory=dict)


def check_loops(drivers: Mapping[str, Driver]) -> Iterator[Finding]:
    """Drivers that come from themselves."""
    uses = {name: {term.driver for term in driver.from_} for name, driver in drivers.items()}
    for name in in_loops(uses):
        yield Finding("driver-loop", "playbook", ("drivers", name), {"driver": name})


def check_stage(
    duties: Mapping[str, Duty], drivers: Mapping[str, Driver], stage_id: str, stage: Stage
) -> Iterator[Finding]:
    """A duty carried twice, roles that look after themselves, roles on two axes."""
    carriers: dict[str, str] = {}
    for role, post in stage.team.items():
        for place, duty in enumerate(post.duties):
            if duty in carriers:
                path = ("team", role, "duties", str(place))
                yield Finding("carried-twice", stage_id, path, {"duty": duty, "first": carriers[duty], "role": role})
            carriers.setdefault(duty, role)
    for place, duty in enumerate(stage.owner):
        if duty in carriers:
            yield Finding(
                "carried-twice",
                stage_id,
                ("owner", str(place)),
                {"duty": duty, "first": carriers[duty], "role": "owner"},
            )
    axes = {role: axes_of(post, duties, drivers, stage) for role, post in stage.team.items()}
    looks_after = {role: {axis for axis in hangs if axis in stage.team} for role, hangs in axes.items()}
    looping = in_loops(looks_after)
    for role in looping:
        yield Finding("headcount-loop", stage_id, ("team", role), {"role": role})
    for role, hangs in axes.items():
        volumes = volumes_of(role, axes)
        mixed = hangs & set(stage.team) and hangs & set(VOLUMES)
        if role not in looping and (mixed or len(volumes) > 1):
            values = {"role": role, "axes": ", ".join(sorted(hangs if mixed else volumes))}
            yield Finding("two-axes", stage_id, ("team", role), values)


def check_order(stages: Mapping[str, Stage], first: str | None) -> Iterator[Finding]:
    """Bounds that do not ascend from 0; `first` is the id of the first stage, sound or not."""
    bounds = [(stage_id, stage.starts_at.orders) for stage_id, stage in stages.items()]
    for place, (stage_id, orders) in enumerate(bounds):
        if stage_id == first and orders != 0:
            yield Finding("first-stage-not-at-zero", stage_id, ("starts_at", "orders"), {"orders": float(orders)})
        elif place and orders <= bounds[place - 1][1]:
            values = {"stage": stage_id, "before": float(bounds[place - 1][1])}
            yield Finding("stages-out-of-order", stage_id, ("starts_at", "orders"), values)


def check_refinement(
    duties: Mapping[str, Duty],
    earlier: tuple[str, Stage],
    later: tuple[str, Stage],
    early_in_before: Set[str] = frozenset(),
) -> Iterator[Finding]:
    """What keeps the later stage from refining the earlier one; both as (id, stage).

    Posts that open early in the earlier stage are held by nobody there unless the owner is full, and whoever came
    stays: a later condition on them takes nobody away.
    """
    (before_id, before), (after_id, after) = earlier, later
    yield from _check_service(before, after_id, after)
    yield from _check_led(duties, earlier, later, early_in_before)
    was, now = before.carrier, after.carrier
    for duty, role in was.items():
        if duty in duties and duty not in now:
            values = {"duty": duty, "role": role, "before": before_id}
            yield Finding("duty-back-to-owner", after_id, ("team",), values)
    for role, post in after.team.items():
        lenders = sorted({was[duty] for duty in post.duties if duty in was})
        if len(lenders) > 1:
            merged = {"role": role, "lenders": ", ".join(lenders), "before": before_id}
            yield Finding("roles-merged", after_id, ("team", role), merged)
        elif lenders and lenders[0] not in early_in_before:
            values = {"role": role, "lender": lenders[0], "before": before_id}
            yield from _check_heir(after_id, values, post, before.team[lenders[0]])
    for role, post in before.team.items():
        heirs = [heir for heir in after.team.values() if set(heir.duties) & set(post.duties)]
        floors = sum(heir.floor for heir in heirs)
        if heirs and floors < post.floor:
            shrunk = {"role": role, "floor": post.floor, "now": floors, "before": before_id}
            yield Finding("floor-shrinks", after_id, ("team", role if role in after.team else ""), shrunk)


def check_inputs(
    assumptions: Mapping[str, Assumption], before: Stage, after_id: str, after: Stage
) -> Iterator[Finding]:
    """Inputs that the later stage takes for smaller than the earlier one."""
    for name in (name for name in before.inputs if name in after.inputs):
        earlier, later = (stage.inputs[name][1:] for stage in (before, after))
        was, now = assumptions.get(earlier), assumptions.get(later)
        if was and now and now.value.canonical < was.value.canonical:
            values = {"before": str(was.value), "now": str(now.value), "earlier": earlier, "later": later}
            yield Finding("input-shrinks", after_id, ("inputs", name), values)


def check_amounts(playbook: Playbook, changed: Set[str] | None = None) -> Iterator[Finding]:
    """Shares above one, zeros that would be divided by, a week above the legal one, more days worked than open.

    Of a playbook that was sound before the `changed` assumptions moved, only what depends on these.
    """
    values = {name: playbook.assumptions[name].value for name in (playbook.assumptions if changed is None else changed)}
    above = {name for name, value in values.items() if value.canonical > 1}
    for name in sorted(above & _shares(playbook) if above else ()):
        yield Finding("above-one", "assumptions", (name,), {"given": str(values[name])})
    nothing = {name for name, value in values.items() if value.number == 0}
    zeros = sorted(nothing & _divisors(playbook) if nothing else ())
    yield from (Finding("must-be-positive", "assumptions", (name,), {"name": name}) for name in zeros)
    if not zeros and (changed is None or changed & _related(playbook)):
        amounts = resolve(playbook)
        yield from _check_working_time(playbook, amounts.time)
        yield from _check_own_hours(playbook, amounts)
        yield from _check_live(playbook, amounts)
        yield from _check_shifts(playbook, amounts)


def _related(playbook: Playbook) -> set[str]:
    """Assumptions that are bounded by one another: of working time, of shifts and their law, lengths of chats."""
    frame = playbook.service
    references = {frame.law.day, frame.law.days_off, *_own_hours(playbook)}
    references.update(pattern.hours for pattern in frame.shifts.values())
    for duty in playbook.duties.values():
        references.update(duty.live.minutes if duty.live else ())
    return time_names(playbook) | {reference[1:] for reference in references}


def _divisors(playbook: Playbook) -> set[str]:
    """Assumptions that capacities, drivers and queues divide by."""
    time = playbook.frame.working_time
    references = {time.shift, time.productive, time.attendance, time.days_worked, time.days_open, *_own_hours(playbook)}
    for driver in playbook.frame.drivers.values():
        references.update(reference for term in driver.from_ for reference in term.over)
    for live in (duty.live for duty in playbook.duties.values() if duty.live):
        references.update((live.occupancy, live.patience_minutes, *live.minutes))
    references.update(pattern.hours for pattern in playbook.service.shifts.values())
    return {reference[1:] for reference in references}


def _shares(playbook: Playbook) -> set[str]:
    """Assumptions that are a part of something: nothing is more than its whole."""
    time = playbook.frame.working_time
    references = {time.productive, time.attendance}
    for driver in playbook.frame.drivers.values():
        references.update(reference for term in driver.from_ for reference in term.less)
    for duty in playbook.duties.values():
        references |= {duty.live.occupancy} if duty.live else set()
    return {reference[1:] for reference in references}


def _check_working_time(playbook: Playbook, time: TimeAmounts) -> Iterator[Finding]:
    names = playbook.frame.working_time
    if time.shift * time.days_worked > time.legal_week:
        values = {"hours": float(time.shift * time.days_worked), "legal": float(time.legal_week)}
        yield Finding("week-above-law", "assumptions", (names.shift[1:],), values)
    if time.days_worked < 1:
        yield Finding("days-below-one", "assumptions", (names.days_worked[1:],), {"days": float(time.days_worked)})
    if time.days_worked > time.days_open:
        yield Finding("days-above-open", "assumptions", (names.days_worked[1:],))
    if time.days_open > 7:
        yield Finding("days-above-week", "assumptions", (names.days_open[1:],))


def _check_own_hours(playbook: Playbook, amounts: Amounts) -> Iterator[Finding]:
    """Roles that give more hours a day than a working day has."""
    for reference in sorted(_own_hours(playbook)):
        if amounts[reference] > amounts.time.shift:
            values = {"hours": float(amounts[reference]), "shift": float(amounts.time.shift)}
            yield Finding("own-hours-above-shift", "assumptions", (reference[1:],), values)


def _own_hours(playbook: Playbook) -> set[str]:
    return {role.hours_a_day for role in playbook.roles.values() if role.hours_a_day is not None}


def _check_live(playbook: Playbook, amounts: Amounts) -> Iterator[Finding]:
    """Times of almost nothing; chats that get shorter when an agent holds more: then more agents might answer fewer."""
    lives = [duty.live for duty in playbook.duties.values() if duty.live]
    for name in sorted({each for live in lives for each in (*live.minutes, live.patience_minutes)}):
        if amounts[name] < LEAST_TIME.canonical:
            values = {"given": str(playbook.assumptions[name[1:]].value), "least": str(LEAST_TIME)}
            yield Finding("below-least", "assumptions", (name[1:],), values)
    for duty in playbook.duties.values():
        for fewer, more in pairwise(duty.live.minutes if duty.live else ()):
            if amounts[more] < amounts[fewer]:
                values = {"longer": fewer[1:], "shorter": more[1:]}
                yield Finding("chat-length-falls", "assumptions", (more[1:],), values)


def _check_shifts(playbook: Playbook, amounts: Amounts) -> Iterator[Finding]:
    """Shifts longer than the law, breaks that leave nothing, days off that are missing, hours that no shift reaches."""
    frame, reached = playbook.service, set[int]()
    legal, off = amounts[frame.law.day], amounts[frame.law.days_off]
    for name, pattern in frame.shifts.items():
        hours, pause = amounts[pattern.hours], pattern.pause
        worked = hours - (pause.length.canonical if pause else 0)
        if worked > legal:
            values = {"shift": name, "hours": float(worked / 60), "legal": float(legal / 60)}
            yield Finding("shift-above-law", "service", ("shifts", name, "hours"), values)
        if pause and pause.after.canonical + pause.length.canonical >= hours:
            yield Finding("break-outside-shift", "service", ("shifts", name, "break"), {"shift": name})
        minutes = float(hours)
        reached |= {
            each
            for each in set(range(0, 1440, 30)) - reached
            if any(pattern.works((each - start) % 1440, minutes) for start in pattern.starts)
        }
    if 7 - amounts.time.days_worked < off:
        values = {"days": float(amounts.time.days_worked), "off": float(off)}
        yield Finding("too-few-days-off", "assumptions", (playbook.frame.working_time.days_worked[1:],), values)
    for stage_id, stage in playbook.stages.items():
        windows = [stage.service.open, *(each.open for each in stage.service.wider)] if stage.service else []
        open_ = [each for each in range(0, 1440, 30) if any(window.has(each) for window in windows)]
        missed = [each for each in open_ if each not in reached]
        if missed:
            yield Finding("no-shift-covers", stage_id, ("service", "open"), {"time": clock(missed[0])})


def _check_service(before: Stage, after_id: str, after: Stage) -> Iterator[Finding]:
    if before.ships_within and (not after.ships_within or after.ships_within.canonical > before.ships_within.canonical):
        yield Finding("promise-falls", after_id, ("ships_within",), {"before": str(before.ships_within)})
    if before.service is None:
        return
    values = {"hours": str(before.service.open)}
    if after.service is None:
        yield Finding("hours-shrink", after_id, (), values)
        return
    open_ = [before.service.open, *_left_behind(before.service, after.service)]
    missed = [hours for hours in open_ if not hours.within(after.service.open)]
    if missed:  # the widest of them contains the others
        yield Finding("hours-shrink", after_id, ("service", "open"), {"hours": str(missed[-1])})
    if after.service.answered < before.service.answered:
        before_answered = f"{float(100 * before.service.answered):g}%"
        yield Finding("promise-falls", after_id, ("service", "answered"), {"before": before_answered})
    if after.service.within.canonical > before.service.within.canonical:
        yield Finding("promise-falls", after_id, ("service", "within"), {"before": str(before.service.within)})


def _left_behind(before: Service, after: Service) -> Iterator[Window]:
    """The wider hours that the later stage does not widen to above the same amount."""
    goes_on = {(each.above, each.driver): each.open for each in after.wider}
    for each in before.wider:
        wider = goes_on.get((each.above, each.driver))
        if wider is None or not each.open.within(wider):
            yield each.open


def _check_led(
    duties: Mapping[str, Duty], earlier: tuple[str, Stage], later: tuple[str, Stage], early: Set[str]
) -> Iterator[Finding]:
    """Work that moves out of sight of its leaders: their load would fall. A fixed number of them has none to lose."""
    (before_id, before), (after_id, after) = earlier, later
    for duty_id, leader in before.carrier.items():
        duty = duties.get(duty_id)
        if duty is None or not isinstance(duty.driver, HeadcountOf):
            continue
        if leader in early or before.team[leader].exactly is not None:
            continue
        for led in sorted(set(duty.driver.headcount_of) & set(before.team)):
            heirs = {after.carrier.get(each) for each in before.team[led].duties} - {None}
            for heir in sorted(heirs - set(duty.driver.headcount_of), key=str):
                values = {"role": heir, "lender": led, "duty": duty_id, "before": before_id}
                yield Finding("heir-not-led", after_id, ("team", str(heir)), values)


def _check_heir(after_id: str, values: Mapping[str, str], post: Post, lent: Post) -> Iterator[Finding]:
    role, lender = values["role"], values["lender"]
    keeps_all = role == lender and set(lent.duties) <= set(post.duties)
    if post.from_fte is not None and (lent.from_fte is None or not keeps_all or post.from_fte > lent.from_fte):
        yield Finding("condition-takes-over", after_id, ("team", role, "from_fte"), values)
    if post.unless_founder is not None and post.unless_founder != lent.unless_founder:
        yield Finding("condition-takes-over", after_id, ("team", role, "unless_founder"), values)
    if post.relieved_by is not None and lent.relieved_by is None:
        yield Finding("relief-returns", after_id, ("team", role, "relieved_by"), values)
    if post.exactly is not None and lent.exactly is None:
        yield Finding("cap-appears", after_id, ("team", role, "exactly"), values)
    if post.exactly is not None and lent.exactly is not None and post.exactly < lent.exactly:
        yield Finding("cap-appears", after_id, ("team", role, "exactly"), values)
