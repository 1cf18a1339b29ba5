"""Owns the reading of what the prompt asks of `simulate`."""

from collections.abc import Mapping
from typing import Any

from teamplan.errors import Location, Problem, TeamplanError
from teamplan.questions.simulate.question import TrialQuestion
from teamplan.reading.inputs import option_problems


def read_trial_question(options: Mapping[str, Any], team: str | None) -> TrialQuestion:
    """What `simulate` was asked, `team` being the team file. Raises a TeamplanError with everything wrong with it."""
    problems = option_problems(options, TrialQuestion)
    if "weeks" in options and "days" in options:
        problems.append(Problem("weeks-or-days", where=Location("--weeks, --days")))
    if "people" in options and team is not None:
        problems.append(Problem("people-or-team", where=Location("--people, --team")))
    if problems:
        raise TeamplanError(problems)
    return TrialQuestion.model_validate(options)
