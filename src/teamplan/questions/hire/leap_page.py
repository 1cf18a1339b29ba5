"""Owns what the page says of a jump: the stages passed, who breaks, and what stays undone until the hires work."""

from collections.abc import Iterator
from math import fsum

from teamplan.page.blocks import Block, Bullets, Lines, Title
from teamplan.page.words import Words, number
from teamplan.questions.hire.calendar import BrokenRole, Leap


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
    broken = [*_owner(leap, words), *(_broken(each, words) for each in leap.breaks)]
    return [_title(leap, words), Lines(tuple(lines)), Bullets(tuple(broken))]


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
