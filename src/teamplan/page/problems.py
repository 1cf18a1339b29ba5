"""Owns how a problem is told: place, path by id, what is wrong, how to mend it; one line each, never wrapped."""

from collections.abc import Sequence
from typing import Any

from teamplan.errors import Problem
from teamplan.language import Speaker

MOST_TOLD = 50  # faults; whoever mends so many runs the check again
KINDS = ("kind_a", "kind_b")  # values that are words of ours, not of a user


def tell(problems: Sequence[Problem], say: Speaker) -> str:
    """The first fifty problems, one line each, and how many more there are."""
    lines = [_line(problem, say) for problem in problems[:MOST_TOLD]]
    more = len(problems) - len(lines)
    return "\n".join([*lines, say("problems.more", count=more)] if more else lines)


def _line(problem: Problem, say: Speaker) -> str:
    from teamplan.language.problems import MENDS, PROBLEMS  # few prompts have any

    told = {key: say.text(value) if hasattr(value, "zh") else value for key, value in problem.values.items()}
    values = {key: printable(value) if isinstance(value, str) else value for key, value in told.items()}
    values |= {key: say(f"kind.{values[key]}") for key in KINDS if key in values}
    place = [printable(str(problem.where))] if problem.where else []
    path = [printable(" > ".join(problem.path))] if problem.path else []
    sentence = say(f"problem.{problem.key}", **values)
    mends = []
    if problem.near is not None:
        mends = [say("mend.near", near=printable(problem.near))]
    elif problem.key in MENDS:
        mends = [say(f"mend.{problem.key}", **values)]
    elif values.get("known") and "{known}" not in PROBLEMS[problem.key][0]:
        mends = [say("mend.known", known=values["known"])]
    if problem.seen is not None:
        mends.append(say("mend.seen-below", place=printable(str(problem.seen))))
    stop = "。" if say.language == "zh" else "."
    line = sentence if sentence.endswith((stop, "?", "？")) or not mends else sentence + stop
    between = "" if say.language == "zh" else " "
    return ": ".join([*place, *path, between.join([line, *mends])])


def problem_data(problem: Problem, say: Speaker) -> dict[str, Any]:
    """A problem as data: place, path, key and sentence."""
    return {
        "file": problem.where and problem.where.file,
        "line": problem.where and problem.where.line,
        "column": problem.where and problem.where.column,
        "path": list(problem.path),
        "key": problem.key,
        "message": tell([problem], say),
    }


def printable(text: str) -> str:
    """Text of a user without control characters, so that it never becomes a terminal code."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)
