"""Owns the steps of an explanation: a duty, its driver, each assumption, and what one person gives."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from teamplan.engine.question import Question
from teamplan.engine.staffing import Staffed
from teamplan.playbook.base import Text
from teamplan.playbook.duties import Duty, HeadcountOf, MoreThan
from teamplan.record import Record, fresh

INPUT = "input-"  # before the id of an input, the key of its step


class Reason(Record):
    """One step of the why: the key of its sentence, its values (ids and numbers), and what it rests on."""

    what: str
    values: dict[str, Any] = fresh(factory=dict)
    because: tuple["Reason", ...] = ()


def arising(question: Question, post: Staffed) -> list[str]:
    return [duty for duty in post.post.duties if question.playbook.arises(duty, question.stage.stage_id)]


def duty_reason(question: Question, duty_id: str) -> Reason:
    """A duty in hours a day, down to its driver and assumptions."""
    duty, loads = question.playbook.duties[duty_id], question.stage.loads
    hours = loads.duty(duty).at(question.point)
    values: dict[str, Any] = {"duty": duty_id, "hours": hours}
    if duty.dormant:
        return _dormant(question, duty_id)
    if not question.playbook.arises(duty_id, question.stage.stage_id):
        return Reason("duty-later", {"duty": duty_id, "stage": duty.from_stage})
    if isinstance(duty.driver, str):
        units = loads.driver(duty.driver).at(question.point)
        values |= {
            "driver": duty.driver,
            "units": units,
            "minutes": hours * 60 / units if units else Fraction(0),
        }
        because = (driver_reason(question, duty.driver), *_duty_amounts(question, duty))
        return Reason("duty-units", values, because)
    heads = duty.driver.headcount_of if isinstance(duty.driver, HeadcountOf) else None
    if heads is not None:
        values |= {"people": sum(question.heads.get(role, 0) for role in heads)}
    return Reason("duty-hours" if heads is None else "duty-heads", values, _duty_amounts(question, duty))


def planned_reason(question: Question, duty_id: str) -> Reason:
    """A duty as people are hired for it: with what a percentile of days adds to the mean day."""
    duty, loads, reason = question.playbook.duties[duty_id], question.stage.loads, duty_reason(question, duty_id)
    if loads.rise(duty) == 1:
        return reason
    values = {"times": loads.rise(duty), "hours": loads.planned(duty).at(question.point), "days": loads.days(duty)}
    kind = "days" if loads.days(duty) > 1 else "day"
    return reason.with_(because=(*reason.because, percentile_reason(question, values, kind)))


def percentile_reason(question: Question, values: dict[str, Any], kind: str) -> Reason:
    """What a percentile of days adds: to chats, to work of the `day`, to work that may be spread over some `days`."""
    reference, percentile = question.playbook.frame.day_cv, question.shop.setting.percentile
    because = (assumption_reason(question, reference),) if reference else ()
    return Reason(f"percentile-{kind}", {"percentile": percentile, **values}, because)


def _duty_amounts(question: Question, duty: Duty) -> tuple[Reason, ...]:
    references = (duty.minutes, duty.hours_per_week, *(duty.live.minutes if duty.live else ()))
    return tuple(assumption_reason(question, reference) for reference in references if reference)


def driver_reason(question: Question, driver: str) -> Reason:
    """A driver in units a day, down to its assumptions; an input in its own unit."""
    loads, point = question.stage.loads, question.point
    declared = question.playbook.frame.drivers.get(driver)
    values: dict[str, Any] = {"driver": driver, "units": loads.driver(driver).at(point)}
    if declared is None:
        return _base_driver(question, driver, values)
    because: list[Reason] = []
    for term in declared.from_:
        because.append(driver_reason(question, term.driver))
        for kind in ("times", "less", "over"):
            because += [assumption_reason(question, reference, kind) for reference in getattr(term, kind)]
    return Reason("driver", values, tuple(because))


def _base_driver(question: Question, driver: str, values: dict[str, Any]) -> Reason:
    volume, loads = question.volume, question.stage.loads
    if driver == "orders" and question.store.orders is None:
        values |= {"visitors": volume.visitors, "conversion": volume.conversion}
        return Reason("orders-from-visitors", values)
    if driver in ("orders", "visitors"):
        return Reason("given", values)
    values |= {"amount": loads.input(driver).at(question.point)}
    return Reason(f"{INPUT}{driver}", values, tuple(_taken(question, driver)))


def _taken(question: Question, driver: str) -> Iterator[Reason]:
    """What the stage takes an input for, and between which values it grows."""
    loads = question.stage.loads
    if driver in question.store.amounts:
        return
    onward = loads.onward if loads.playbook.frame.inputs[driver].grows_with else None
    if onward is None:
        yield assumption_reason(question, loads.inputs[driver])
        return
    at = (onward.starts,) if onward.next_inputs is None else (onward.starts, onward.ends)
    names = (loads.inputs[driver], *((onward.next_inputs[driver],) if onward.next_inputs else ()))
    for orders, reference in zip(at, names, strict=True):
        yield Reason("at-orders", {"orders": orders}, (assumption_reason(question, reference),))


def assumption_reason(question: Question, reference: str, use: str = "is") -> Reason:
    """One assumption with unit, range, source and grade; `use` tells how it enters the product above it."""
    figure = question.playbook.assumptions[reference[1:]]
    low, high = figure.ends
    values = {
        "name": reference[1:],
        "value": str(figure.value),
        "low": str(low),
        "high": str(high),
        "source": figure.source,
        "grade": figure.grade,
        "means": {"en": figure.means.en, "zh": figure.means.zh},
        "use": use,
    }
    return Reason("assumption", values)


def bound_reason(question: Question, what: str, bound: MoreThan, values: dict[str, Any]) -> Reason:
    """What holds only above so much of an input, down to the bound and to what the shop has of it."""
    amount = question.shop.amounts[bound.above]
    because = (driver_reason(question, bound.input), assumption_reason(question, bound.above))
    return Reason(what, {**values, "input": bound.input, "amount": amount}, because)


def capacity_reason(question: Question, post: Staffed) -> Reason:
    """What one person gives a day; where a role has hours of its own, also what its absence leaves without anybody."""
    names = question.playbook.frame.working_time
    own = question.playbook.roles[post.role].hours_a_day
    if own is not None:
        because = tuple(assumption_reason(question, name) for name in (own, names.days_worked, names.days_open))
        return Reason("capacity-own", {"hours": post.capacity}, (*because, _absence(question, post)))
    used = [names.shift, names.productive]
    relieved = post.post.relieved_by == "owner"
    if not relieved:
        used += [names.attendance, names.days_worked, names.days_open]
    reasons = tuple(assumption_reason(question, name) for name in used)
    return Reason("capacity-relieved" if relieved else "capacity", {"hours": post.capacity}, reasons)


def _absence(question: Question, post: Staffed) -> Reason:
    time = question.shop.amounts.time
    hours = post.load.at(question.point) * time.days_open
    because = (assumption_reason(question, question.playbook.frame.working_time.attendance),)
    return Reason("absence", {"hours": hours, "left": hours * (1 - time.attendance)}, because)


def _dormant(question: Question, duty_id: str) -> Reason:
    """A duty that is bought outside, that only something bought outside would bring, or that an input brings."""
    playbook = question.playbook
    own, bound = playbook.own, playbook.duties[duty_id].from_input
    if bound is not None:
        return bound_reason(question, "from-input", bound, {"duty": duty_id})
    if own is None or own.duties[duty_id].dormant:
        return Reason("duty-dormant", {"duty": duty_id})
    from teamplan.engine.sourced import bought_duties

    option = next(each for role, each in playbook.choices.items() if duty_id in bought_duties(own, role, each))
    return Reason("duty-bought", {"duty": duty_id, "name": both(playbook.sourcing[option].name)})


def both(text: Text) -> dict[str, str]:
    return {"en": text.en, "zh": text.zh}
