"""Owns which phase of pay fits a shop: by its people, its stage, and whether a month leaves anything."""

from collections.abc import Sequence

from teamplan.playbook.pay_rules import PayPhase, PayRules
from teamplan.record import Record

FEW, MANY, STAGE, GAINING = "few", "many", "stage", "gaining"  # why a phase fits


class Fitting(Record):
    """The phase that fits, and why: few people, more than few, its stage was reached, or a month gains."""

    phase: str
    why: str


def fitting(rules: PayRules, people: int, stages: Sequence[str], stage: str, gains: bool | None) -> Fitting:
    """The phase for so many people, the owner among them, in one of the stages in order of growth.

    The first holds up to its people; beyond them the last of the others that asks for nothing or has what it asks for.
    `gains` is None where nothing is known of what an order is worth.
    """
    first = next(iter(rules.phases))
    found = Fitting(first, FEW)
    few = rules.phases[first].people
    if few is None or people <= few:
        return found
    for phase_id, phase in rules.phases.items():
        why = _why(phase, stages, stage, gains)
        found = found if why is None or phase_id == first else Fitting(phase_id, why)
    return found


def _why(phase: PayPhase, stages: Sequence[str], stage: str, gains: bool | None) -> str | None:
    if phase.from_stage is None and not phase.gaining:
        return MANY
    if phase.from_stage is not None and stages.index(stage) >= stages.index(phase.from_stage):
        return STAGE
    return GAINING if phase.gaining and gains else None
