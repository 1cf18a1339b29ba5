"""Owns the pages of `service`: a day, and one interval of a queue."""

from collections.abc import Iterator

from teamplan.page.answer import Answer, as_data, flat_rows
from teamplan.page.blocks import Block, Bullets, Lines, Page, Title
from teamplan.page.kept import kept_lines
from teamplan.page.percentiles import percentile_table
from teamplan.page.table import Column, Shown, Table, plain_table, table
from teamplan.page.words import Words, number, percent, span
from teamplan.playbook.store import MEAN_DAY
from teamplan.questions.service.day_page import day_blocks
from teamplan.questions.service.plan import IntervalPlan, ServicePlan
from teamplan.questions.service.words import WORDS


def shown(plan: ServicePlan, words: Words) -> Answer:
    """What `service` prints for a day."""
    words = words.of(WORDS)
    rows = (plain_table(flat_rows(plan.busiest_day.half_hours)),)
    return Answer(lambda: _page(plan, words), lambda: as_data(plan), lambda: rows)


def _page(plan: ServicePlan, words: Words) -> Page:
    say = words.say
    title = say("service.title", chats=number(plan.chats), people=plan.staff.people)
    blocks: list[Block] = [Title(title), Lines(tuple(_premises(plan, words)))]
    blocks += day_blocks(plan.busiest_day, words)
    blocks += [Title(say("service.staff-title")), Bullets(tuple(_staff(plan, words)))]
    if plan.day_cv is not None:
        rows = percentile_table(plan.percentiles, plan.percentile, words)
        blocks += [
            Title(say("percentile.title")),
            rows,
            Lines((say("service.percentiles-how", day_cv=percent(plan.day_cv)),)),
        ]
    return Page((*blocks, Title(say("service.methods-title")), _methods(plan, words)))


def interval_shown(plan: IntervalPlan, words: Words) -> Answer:
    """What `service --per-hour` prints."""
    words = words.of(WORDS)
    return Answer(lambda: _interval(plan, words), lambda: as_data(plan), lambda: (plain_table(flat_rows((plan,))),))


def _interval(plan: IntervalPlan, words: Words) -> Page:
    say = words.say
    title = say("interval.title", model=say(f"model.{plan.model}"), agents=words.plural("agents", plan.agents))
    return Page((Title(title), Bullets(tuple(_figures(plan, words)))))


def _premises(plan: ServicePlan, words: Words) -> Iterator[str]:
    say = words.say
    yield say("service.handle", minutes=say.join(number(each) for each in plan.handle_minutes))
    patience = say("service.patient") if plan.patience_minutes is None else number(plan.patience_minutes)
    values = {
        "answered": percent(plan.answered),
        "within": words.time(plan.within_minutes),
        "patience": patience,
    }
    yield say("service.promise", **values, occupancy=percent(plan.max_occupancy))
    yield say("service.best", chats=plan.best_concurrency)
    if plan.percentile != MEAN_DAY:
        yield say("service.percentile", percentile=number(plan.percentile), chats=number(plan.chats_planned))


def _staff(plan: ServicePlan, words: Words) -> Iterator[str]:
    say, day, staff = words.say, plan.busiest_day, plan.staff
    yield say("service.shifts", relaxed=number(day.relaxed), whole=span(day.whole_at_least, day.whole, words))
    share = percent(staff.worked_share)
    yield say("service.people", exact=number(staff.exact), people=staff.people, share=share)
    yield say("service.relief", relief_factor=number(staff.relief_factor))
    if staff.roster > staff.people:
        roster = span(staff.roster_at_least, staff.roster, words)
        yield say("why.service-roster", roster=roster, people=staff.people)
    yield from kept_lines(plan.delivered, words)
    yield say("service.answered", share=percent(round(day.service_level, 3)))
    yield say("why.service-outside", share=percent(round(plan.outside_share, 3)))


def _methods(plan: ServicePlan, words: Words) -> Table:
    say = words.say
    columns = (
        Column("method", say("service.column.method")),
        Column("agents", say("service.column.agents"), "people", right=True),
        Column("people", say("service.column.people"), "people", right=True),
    )
    named = ((each, Shown(each.method, say(f"method.{each.method}"))) for each in plan.methods)
    return table(columns, (as_data(each) | {"method": method} for each, method in named))


def _figures(plan: IntervalPlan, words: Words) -> Iterator[str]:
    say = words.say
    yield say("interval.demand", per_hour=number(plan.per_hour), minutes=say.join(map(number, plan.handle_minutes)))
    values = {"answered": percent(plan.answered), "within": words.time(plan.within_minutes)}
    yield say(
        "interval.needed",
        **values,
        agents=words.plural("agents", plan.agents_needed),
        real=number(plan.agents_needed_real, 3),
    )
    definition = say(f"definition.{plan.service_level_definition}")
    yield say("interval.level", level=percent(plan.service_level), within=values["within"], definition=definition)
    yield say("interval.p-wait", share=percent(plan.p_wait))
    if plan.mean_wait_minutes is None or plan.wait_p90_minutes is None:
        yield say("interval.endless")
    else:
        mean, tail = words.time(plan.mean_wait_minutes), words.time(plan.wait_p90_minutes)
        yield say("interval.wait", mean=mean, tail=tail)
    yield say("interval.abandoned", share=percent(plan.abandoned))
    yield say("interval.occupancy", share=percent(plan.occupancy))
    if len(plan.handle_minutes) > 1:
        yield say("service.best", chats=plan.best_concurrency)
