"""Owns the opening hours of service, and the share of a week's chats that comes outside them."""

from collections.abc import Iterable
from math import fsum

from teamplan.engine.day import share_within
from teamplan.engine.question import Question
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Window
from teamplan.record import Record


class HoursPlan(Record):
    """The opening hours of service: the share of chats outside them, answered late or not at all."""

    open: str
    outside_share: float


def hours_plan(question: Question) -> HoursPlan | None:
    """The opening hours of the stage and what lies outside them; None where it keeps none, or all chats are bought."""
    playbook, stage_id = question.playbook, question.stage.stage_id
    stage = playbook.stages[stage_id]
    answering = any(duty.live and playbook.arises(each, stage_id) for each, duty in playbook.duties.items())
    if stage.service is None or not answering:
        return None
    return HoursPlan(str(stage.service.open), outside_share(playbook, stage.service.open))


def answers_outside(playbook: Playbook, options: Iterable[str]) -> str | None:
    """Which of the bought options answers what comes outside the opening hours; None where none does."""
    return next((each for each in options if playbook.sourcing[each].outside_hours), None)


def outside_share(playbook: Playbook, window: Window) -> float:
    """The share of a week's chats that come outside the opening hours."""
    frame = playbook.service
    inside = fsum(
        float(share) * share_within(window, [float(each) for each in frame.profile_of(day).hours])
        for day, share in frame.by_day()
    )
    return max(0.0, 1 - inside)
