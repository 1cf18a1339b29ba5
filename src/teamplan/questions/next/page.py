"""Owns the page of what comes next: the triggers of growth, the way across a border, the way down."""

from collections.abc import Iterator

from teamplan.engine.hires import Hire
from teamplan.page.blocks import Block, Bullets, Grid, Lines, Page, Title
from teamplan.page.limits import since, upto
from teamplan.page.words import Words, number
from teamplan.questions.next.outlook import Crossing, Fall, Outlook, Step, Trigger


def next_page(result: Outlook, words: Words) -> Page:
    """What `next` prints."""
    say = words.say
    visitors = "" if result.visitors is None else say("plan.or-visitors", visitors=number(result.visitors))
    values = {"stage": words.stage(result.stage), "people": result.headcount, "orders": number(result.orders)}
    blocks: list[Block] = [Title(say("next.title", **values, visitors=visitors))]
    if result.now:
        blocks += [Title(say("next.now-title")), Bullets(tuple(_hires(result.now, words)))]
    if result.spare:
        blocks += [Title(say("next.spare-title")), Bullets(tuple(_hires(result.spare, words)))]
    blocks.append(Title(say("next.triggers-title")))
    blocks.append(_triggers(result, words) if result.triggers else Lines((say("next.none"),)))
    for trigger in result.triggers:
        if trigger.crossing is not None:
            blocks += _border(trigger, trigger.crossing, result, words)
    if result.falls:
        blocks += [Title(say("next.falls-title")), _falls(result, words)]
        blocks.append(Lines((say("next.falls-note", percent=number(100 * result.shrink_margin)),)))
    return Page(tuple(blocks))


def _triggers(result: Outlook, words: Words) -> Grid:
    say, both = words.say, result.visitors is not None
    columns = ("growth", "orders", *(("visitors",) if both else ()), "what", "team")
    rows = tuple(_trigger(trigger, words, both) for trigger in result.triggers)
    return Grid(tuple(say(f"column.{name}") for name in columns), rows, frozenset({0, len(columns) - 1}))


def _trigger(trigger: Trigger, words: Words, both: bool) -> tuple[str, ...]:
    say, hire = words.say, trigger.kind == "hire"
    shown, key = (upto, "next.above") if hire else (since, "next.from")
    visitors = "-" if trigger.visitors is None else say(key, amount=shown(trigger.visitors, 0))
    orders = say(key, amount=shown(trigger.orders))
    row = (_percent(trigger.percent), orders, *((visitors,) if both else ()))
    return (*row, _what(trigger, words), str(trigger.headcount))


def _what(trigger: Trigger, words: Words) -> str:
    say = words.say
    if trigger.kind == "stage":
        return say("next.stage", stage=words.stage(trigger.stage), people=trigger.people)
    role = words.role(trigger.role or "")
    if trigger.kind == "split":
        return say("next.split", role=role, into=say.join(words.role(each) for each in trigger.into))
    if trigger.people == 1:
        return say("next.hire", role=role)
    return say("next.hires", people=trigger.people, role=role)


def _border(trigger: Trigger, crossing: Crossing, result: Outlook, words: Words) -> Iterator[Block]:
    say = words.say
    yield Title(say("next.border-title", stage=words.stage(trigger.stage), orders=number(trigger.orders)))
    moves = [
        say("next.move", people=move.people, role=words.role(move.role), to=words.role(move.to))
        for move in crossing.moves
    ]
    moves += [say("next.gone", people=hire.people, role=words.role(hire.role)) for hire in crossing.spare]
    if moves:
        yield Bullets(tuple(moves))
    if crossing.path:
        columns = ("role", "people", "gap", "owner-then", "may-wait")
        rows = tuple(_step(step, words) for step in crossing.path)
        yield Grid(tuple(say(f"column.{name}") for name in columns), rows, frozenset({1, 3}))
        limits = {"jobs": number(crossing.owner_jobs), "limit": number(result.owner_jobs_limit)}
        yield Lines((say("next.border-note", **limits),))


def _step(step: Step, words: Words) -> tuple[str, ...]:
    wait = words.say("next.yes") if step.may_wait else words.say("next.no")
    return (words.role(step.role), str(step.people), _gap(step, words), number(step.owner_jobs), wait)


def _gap(step: Step, words: Words) -> str:
    say = words.say
    if step.load_percent is None:
        return say("next.gap-owner", jobs=number(step.gap_jobs))
    values = {"people": step.there, "percent": number(step.load_percent, 0)}
    if step.load_percent > 100 or step.binding == "work":
        return say("next.gap-load", **values)
    if step.binding == "floor":
        return say("next.gap-floor", **values)
    return say("next.gap-service", **values, binding=say(f"binding.{step.binding}"))


def _falls(result: Outlook, words: Words) -> Grid:
    say = words.say
    columns = ("what", "slack-at", "safe-at", "below", "state")
    rows = tuple(_fall(fall, words) for fall in result.falls)
    return Grid(tuple(say(f"column.{name}") for name in columns), rows, frozenset({3}))


def _fall(fall: Fall, words: Words) -> tuple[str, ...]:
    say = words.say
    if fall.role is None:
        what = say("next.fall-stage", stage=words.stage(fall.stage), people=fall.people)
    else:
        what = say("next.fall-role", role=words.role(fall.role), people=fall.people)
    states = {"fine": "next.state-fine", "slack": "next.state-slack", "safe": "next.state-safe"}
    slack, safe = _amounts(fall.slack_orders, fall.slack_visitors), _amounts(fall.safe_orders, fall.safe_visitors)
    return (what, slack, safe, _percent(fall.safe_percent), say(states[fall.state]))


def _amounts(orders: float, visitors: float | None) -> str:
    return upto(orders, 1) if visitors is None else f"{upto(orders, 1)} / {upto(visitors, 0)}"


def _percent(percent: float | None) -> str:
    return "-" if percent is None else f"{number(percent, 1)}%"


def _hires(hires: tuple[Hire, ...], words: Words) -> Iterator[str]:
    return (words.say("hire", people=hire.people, role=words.role(hire.role)) for hire in hires)
