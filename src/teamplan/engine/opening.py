"""Owns the opening hours of service, and the share of a week's chats that comes outside them."""

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
    """The opening hours of the stage and what lies outside them; None where the stage keeps none."""
    stage = question.playbook.stages[question.stage.stage_id]
    if stage.service is None:
        return None
    return HoursPlan(str(stage.service.open), outside_share(question.playbook, stage.service.open))


def outside_share(playbook: Playbook, window: Window) -> float:
    """The share of a week's chats that come outside the opening hours."""
    frame = playbook.service
    inside = fsum(
        float(share) * share_within(window, [float(each) for each in frame.profile_of(day).hours])
        for day, share in frame.by_day()
    )
    return max(0.0, 1 - inside)
