"""Owns what the page says of a jump: the stages passed, who breaks, and what stays undone until the hires work."""

from collections.abc import Iterator
from math import fsum

from teamplan.page.blocks import Block, Bullets, Lines, Title
from teamplan.page.words import Words, number
from teamplan.questions.hire.calendar import OVERTIME, WAIT, Bridge, BrokenRole, Leap


def leap_blocks(leap: Leap, words: Words) -> list[Block]:
    """A title, the way of the volume and the stages, and a bullet for each role that breaks."""
    say = words.say
    orders = {"before": number(leap.orders_before, 1), "after": number(leap.orders_after, 1)}
    lines = [say("hiring.leap-orders", **orders, stage=words.stage(leap.stage_before))]
    if leap.stages_passed:
        lines.append(say("hiring.leap-stages", stages=say.join(words.stage(each) for each in leap.stages_passed)))
    if not leap.breaks:
        return [_title(leap, words), Lines((*lines, say("hiring.leap-holds")))]
    uncovered = number(fsum(each.uncovered_days for each in leap.breaks), 0)
    until = max(each.until for each in leap.breaks)
    lines.append(say("hiring.leap-uncovered", days=uncovered, until=until))
    lines += _cost(leap, words)
    broken = [*_owner(leap, words), *(_broken(each, words) for each in leap.breaks)]
    return [_title(leap, words), Lines(tuple(lines)), Bullets(tuple(broken))]


def _cost(leap: Leap, words: Words) -> Iterator[str]:
    """What the hires cost until they work fully, and what bridges the days that nobody works."""
    if leap.cost is None:
        return
    yield words.say("hiring.leap-hires", cost=words.money(leap.cost.hires))
    bridges = [bridge for bridge in leap.cost.bridges if bridge.by != WAIT]
    if not bridges:
        yield words.say("hiring.leap-unbridged")
        return
    days = number(fsum(bridge.uncovered_days for bridge in bridges), 0)
    who = words.say.join(_bridge(bridge, words) for bridge in bridges)
    yield words.say("hiring.leap-bridged", days=days, cost=words.money(leap.cost.bridged), who=who)


def _bridge(bridge: Bridge, words: Words) -> str:
    values = {"role": words.role(bridge.role), "first": bridge.first}
    if bridge.by == OVERTIME:
        return words.say("hiring.leap-bridge-overtime", **values)
    return words.say("hiring.leap-bridge-temporary", **values, people=bridge.helpers)


def _title(leap: Leap, words: Words) -> Title:
    return Title(words.say("hiring.leap-title", on=leap.on, times=number(leap.factor, 2)))


def _owner(leap: Leap, words: Words) -> Iterator[str]:
    """The owner, where he breaks as well."""
    if leap.owner is not None:
        broken = leap.owner
        week, most, limit = (
            number(hours, 0) for hours in (broken.hours_a_week, broken.most_hours_a_week, broken.limit_hours_a_week)
        )
        key = "hiring.leap-owner" if week == most else "hiring.leap-owner-most"
        yield words.say(key, on=broken.on, until=broken.until, hours=week, most=most, limit=limit)


def _broken(broken: BrokenRole, words: Words) -> str:
    say = words.say
    enough = broken.enough_up_to
    return say(
        "hiring.leap-break",
        role=words.role(broken.role),
        on=broken.on,
        there=broken.needed - broken.missing,
        needed=broken.needed,
        enough="" if enough is None else say("hiring.leap-enough", orders=number(enough, 1)),
        most=broken.missing_at_most,
        start=broken.first_start,
        until=broken.until,
        days=number(broken.uncovered_days, 0),
    )
