"""Owns pay in tiers: rates that rise with the attainment of a target, stepped or marginal, and the factor of tenure."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from teamplan.playbook.pay_rules import TenureStep, Tiers


class Slice(NamedTuple):
    """A rate, and the part of an attainment that it is paid on."""

    rate: Fraction
    part: Fraction


def slices(rule: Tiers, attainment: Fraction) -> tuple[Slice, ...]:
    """What is paid on which part of an attainment.

    Stepped: the rate of the tier reached, on all of it; it jumps at each tier, whose rate holds at its bound.
    Marginal: each tier's rate on what lies within it; it has no jump.
    """
    reached = [tier for tier in rule.tiers if tier.at.canonical <= attainment]
    if rule.kind == "stepped":
        return (Slice(reached[-1].rate.value.canonical, attainment),)
    ends = [*(tier.at.canonical for tier in reached[1:]), attainment]
    return tuple(
        Slice(tier.rate.value.canonical, end - tier.at.canonical) for tier, end in zip(reached, ends, strict=True)
    )


def tiered(rule: Tiers, attainment: Fraction, whole: Fraction) -> Fraction:
    """What is paid at an attainment of a target of which the whole is worth so much. Not rounded."""
    return sum((each.rate * each.part * whole for each in slices(rule, attainment)), Fraction(0))


def tenure_factor(steps: Sequence[TenureStep], months: int) -> Fraction:
    """The factor of the last step that so many months reach; 1 before the first."""
    reached = [step.factor.value.canonical for step in steps if step.months <= months]
    return reached[-1] if reached else Fraction(1)
