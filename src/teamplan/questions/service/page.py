"""Owns the pages of `service` and `simulate`: a day, one interval of a queue, a plan against its simulation."""

from collections.abc import Iterator, Sequence

from teamplan.page.blocks import Block, Bullets, Grid, Lines, Page, Title
from teamplan.page.words import Words, number, percent, span
from teamplan.questions.service.day_page import day_blocks, shift_lines, unproven
from teamplan.questions.service.plan import IntervalPlan, ServicePlan, Trial


def service_page(plan: ServicePlan, words: Words) -> Page:
    """What `service` prints for a day."""
    say = words.say
    title = say("service.title", chats=number(plan.chats), people=plan.staff.people)
    blocks: list[Block] = [Title(title), Lines(tuple(_premises(plan, words)))]
    blocks += day_blocks(plan.busiest_day, words)
    blocks += [Title(say("service.staff-title")), Bullets(tuple(_staff(plan, words)))]
    return Page((*blocks, Title(say("service.methods-title")), _methods(plan, words)))


def interval_page(plan: IntervalPlan, words: Words) -> Page:
    """What `service --per-hour` prints."""
    say = words.say
    title = say("interval.title", model=say(f"model.{plan.model}"), agents=plan.agents)
    return Page((Title(title), Bullets(tuple(_figures(plan, words)))))


def trials_page(trials: Sequence[Trial], words: Words) -> Page:
    """What `simulate` prints, one part for each role."""
    return Page(tuple(block for trial in trials for block in _trial(trial, words)))


def _premises(plan: ServicePlan, words: Words) -> Iterator[str]:
    say = words.say
    yield say("service.handle", minutes=say.join(number(each) for each in plan.handle_minutes))
    patience = say("service.patient") if plan.patience_minutes is None else number(plan.patience_minutes)
    values = {"answered": percent(plan.answered), "within": _time(plan.within_minutes, words), "patience": patience}
    yield say("service.promise", **values, occupancy=percent(plan.max_occupancy))
    yield say("service.best", chats=plan.best_concurrency)


def _staff(plan: ServicePlan, words: Words) -> Iterator[str]:
    say, day, staff = words.say, plan.busiest_day, plan.staff
    yield say("service.shifts", relaxed=number(day.relaxed), whole=span(day.whole_at_least, day.whole, words))
    share = percent(staff.worked_share)
    yield say("service.people", exact=number(staff.exact), people=staff.people, share=share)
    yield say("service.relief", relief_factor=number(staff.relief_factor))
    if staff.roster > staff.people:
        roster = span(staff.roster_at_least, staff.roster, words)
        yield say("why.service-roster", roster=roster, people=staff.people)
    yield say("service.answered", share=percent(round(day.service_level, 3)))
    yield say("why.service-outside", share=percent(round(plan.outside_share, 3)))


def _methods(plan: ServicePlan, words: Words) -> Grid:
    say = words.say
    header = tuple(say(f"service.column.{name}") for name in ("method", "agents", "people"))
    rows = tuple((say(f"method.{each.method}"), str(each.agents), str(each.people)) for each in plan.methods)
    return Grid(header, rows, frozenset({1, 2}))


def _figures(plan: IntervalPlan, words: Words) -> Iterator[str]:
    say = words.say
    yield say("interval.demand", per_hour=number(plan.per_hour), minutes=say.join(map(number, plan.handle_minutes)))
    values = {"answered": percent(plan.answered), "within": _time(plan.within_minutes, words)}
    yield say("interval.needed", **values, agents=plan.agents_needed, real=number(plan.agents_needed_real, 3))
    definition = say(f"definition.{plan.service_level_definition}")
    yield say("interval.level", level=percent(plan.service_level), within=values["within"], definition=definition)
    yield say("interval.p-wait", share=percent(plan.p_wait))
    if plan.mean_wait_minutes is None or plan.wait_p90_minutes is None:
        yield say("interval.endless")
    else:
        mean, tail = _time(plan.mean_wait_minutes, words), _time(plan.wait_p90_minutes, words)
        yield say("interval.wait", mean=mean, tail=tail)
    yield say("interval.abandoned", share=percent(plan.abandoned))
    yield say("interval.occupancy", share=percent(plan.occupancy))
    if len(plan.handle_minutes) > 1:
        yield say("service.best", chats=plan.best_concurrency)


def _trial(trial: Trial, words: Words) -> Iterator[Block]:
    say = words.say
    weekday = say(f"day.{trial.day}")
    yield Title(say("trial.title", role=words.role(trial.role), weekday=weekday, days=trial.days))
    yield Bullets(
        (
            say("trial.shifts", shifts=say.join(shift_lines(trial.shifts, words))),
            *unproven(trial.shifts, trial.shifts_at_least, words),
            say("trial.target", target=percent(trial.target), within=_time(trial.within_minutes, words)),
            say("trial.promised", level=percent(round(trial.promised, 4))),
            say(
                "trial.simulated",
                level=percent(round(trial.simulated, 4)),
                low=percent(round(trial.low, 4)),
                high=percent(round(trial.high, 4)),
            ),
            say("trial.abandoned", share=percent(round(trial.abandoned_simulated, 4))),
            say("trial.how", chats=number(trial.chats, 0), work=say(f"work.{trial.work}"), seed=trial.seed),
        )
    )


def _time(minutes: float, words: Words) -> str:
    """Seconds below two minutes, minutes below two hours, hours above."""
    if minutes < 2:
        return words.say("time.seconds", number=number(60 * minutes, 1))
    return words.say(
        "time.minutes" if minutes < 120 else "time.hours", number=number(minutes / (1 if minutes < 120 else 60))
    )
