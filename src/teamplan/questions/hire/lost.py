"""Owns the orders that are lost while somebody who comes late is missing: a bound from above, day by day.

On a day each role that answers buyers or ships leaves the share of its work undone that its people lack, and with it as
large a share of the day's orders; of several roles the one that lacks most counts, as an order is lost only once.
What you do of it yourself is not taken off.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from teamplan.engine.present import NOBODY
from teamplan.engine.question import Question
from teamplan.engine.volume import volume_of
from teamplan.playbook.duties import SHIPS_WITHIN
from teamplan.playbook.store import Store
from teamplan.questions.hire.calendar import Place, Schedule
from teamplan.questions.hire.daily_need import Need
from teamplan.questions.hire.places import undone_on
from teamplan.questions.hire.short import asked_people


def lost_orders(
    question: Question,
    places: Iterable[Place],
    needs: Sequence[Need],
    days: Sequence[Store],
    history: Sequence[Mapping[str, Fraction]],
    schedule: Schedule,
) -> Fraction:
    """Orders of the days of a schedule that are lost at most, as the late ones of the places are missing."""
    late: dict[str, list[Place]] = {}
    for place in places:
        if place.late and _buyers_wait(question, place.role):
            late.setdefault(place.role, []).append(place)
    total = Fraction(0)
    for need, shop, people in zip(needs, days, history, strict=True):
        day = schedule.on(need.day)
        away = {role: _away(question, those, day) for role, those in late.items()}
        if any(away.values()):
            volume = volume_of(shop)
            heads, stage = need.stage.headcounts(volume.at), need.stage.seen_at(volume.orders)
            shares = [Fraction(0)]
            for role, undone in away.items():
                asked = asked_people(stage, volume, heads, role) if undone and role in heads else NOBODY
                lacking = min(asked - people.get(role, NOBODY) + undone, asked)
                shares.append(lacking / asked if asked else Fraction(0))
            total += max(shares) * Fraction(volume.orders)
    return total


def _buyers_wait(question: Question, role: str) -> bool:
    """Whether a role answers buyers who wait, or ships what was promised."""
    duties = (
        duty for stage in question.playbook.stages.values() if role in stage.team for duty in stage.team[role].duties
    )
    known = question.playbook.duties
    return any(known[duty].live is not None or known[duty].waits == SHIPS_WITHIN for duty in duties)


def _away(question: Question, places: Iterable[Place], day: date) -> Fraction:
    return sum((undone_on(question, place, day) for place in places), NOBODY)
