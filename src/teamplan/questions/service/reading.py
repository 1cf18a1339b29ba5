"""Owns the reading of what the prompt asks of `service`."""

from collections.abc import Mapping
from typing import Any

from teamplan.errors import Location, Problem, TeamplanError
from teamplan.questions.service.question import ServiceQuestion
from teamplan.reading.inputs import option_place, option_problems


def read_service_question(options: Mapping[str, Any]) -> ServiceQuestion:
    """What `service` was asked. Raises a TeamplanError with everything that is wrong with it."""
    problems = option_problems(options, ServiceQuestion)
    day, interval = "chats" in options, "per_hour" in options
    if day == interval:
        problems.append(Problem("chats-or-per-hour", where=Location("--chats, --per-hour")))
    for name in ("model", "agents", "definition") if day else ("open", "percentile", "day_cv"):
        if name in options:
            problems.append(Problem("not-of-a-day" if day else "not-of-an-interval", where=option_place((name,))))
    if problems:
        raise TeamplanError(problems)
    return ServiceQuestion.model_validate(options)
