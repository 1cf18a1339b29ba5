"""Owns what `teamplan service` can be asked at the prompt: a day of chats, or one interval of a queue."""

from fractions import Fraction
from math import inf
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainValidator
from pydantic_core import PydanticCustomError

from teamplan.engine.queue.line import DEFINITIONS, MODELS
from teamplan.playbook.base import Asked, one_of
from teamplan.playbook.quantity import (
    LEAST_TIME,
    Hours,
    Share,
    parse_duration,
    parse_promise,
    parse_share,
    refuse_below,
    up_to,
    whole_up_to,
)
from teamplan.playbook.store import Percentile

MOST_CHATS = 1_000_000  # a day, or an hour of one interval
MOST_AGENTS = 1_000_000


def _target(given: Any) -> tuple[Fraction, float]:
    """Read `80%/30s`: the share of buyers answered, and within how long."""
    share, slash, within = str(given).partition("/")
    if not slash:
        raise PydanticCustomError("not-a-target", "not a target", {"given": str(given)})
    return parse_promise(share.strip()), float(parse_duration(within.strip()).canonical)


def _minutes(given: Any) -> float:
    """A time of more than nothing and at most a year; without a unit it is minutes."""
    text = str(given).strip()
    duration = parse_duration(text, "min")
    if not duration.number:
        raise PydanticCustomError("must-be-positive", "zero", {"name": text})
    refuse_below(LEAST_TIME, duration, text)
    return float(duration.canonical)


def _patience(given: Any) -> float:
    return inf if str(given).strip() == "inf" else _minutes(given)


def _lengths(given: Any) -> tuple[float, ...]:
    """Read `6,7,8.5`: minutes of a chat when its agent holds 1, 2, 3; never shorter with more."""
    lengths = tuple(_minutes(each) for each in str(given).split(","))
    if list(lengths) != sorted(lengths):
        raise PydanticCustomError("lengths-fall", "fall", {"given": str(given)})
    return lengths


def _share_of_time(given: Any) -> float:
    share = parse_share(given)
    if not share:
        raise PydanticCustomError("must-be-positive", "zero", {"name": str(given)})
    return float(share)


Minutes = Annotated[float, PlainValidator(_patience)]


class ServiceQuestion(Asked):
    """What `teamplan service` was asked; what it does not say is the playbook's."""

    chats: Annotated[Fraction, up_to(MOST_CHATS)] | None = None
    per_hour: Annotated[Fraction, up_to(MOST_CHATS)] | None = None
    handle: Annotated[tuple[float, ...], PlainValidator(_lengths)] | None = None
    patience: Minutes | None = None
    target: Annotated[tuple[Fraction, float], PlainValidator(_target)] | None = None
    open: Hours | None = None
    percentile: Percentile | None = None
    day_cv: Share | None = None
    model: Annotated[str, BeforeValidator(one_of("unknown-queue-model", MODELS))] | None = None
    definition: Annotated[str, BeforeValidator(one_of("unknown-definition", DEFINITIONS))] = "offered"
    agents: Annotated[int, BeforeValidator(whole_up_to(MOST_AGENTS))] | None = None
    max_occupancy: Annotated[float, PlainValidator(_share_of_time)] | None = None
