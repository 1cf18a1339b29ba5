"""Owns plain data of an answer, for JSON and YAML: records become mappings, exact numbers floats."""

import json
import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from teamplan.errors import Problem
from teamplan.language import Speaker
from teamplan.page.problems import tell
from teamplan.page.words import Words
from teamplan.playbook.base import Frozen
from teamplan.record import Record, as_dict

if TYPE_CHECKING:
    from teamplan.questions.hire.calendar import HiringCalendar
    from teamplan.questions.peak.result import Peak
    from teamplan.questions.recommend.plan import Plan

CODES = re.compile(r"[\x7f-\x9f]")  # control characters that JSON does not escape by itself
FORMAT_VERSION = 1  # grows when a key changes its meaning or goes; new keys do not change it


def document(result: Any, words: Words) -> dict[str, Any]:
    """An answer as one mapping that starts with its format version."""
    data = DATA.get(type(result).__name__, _plain)(result, words)
    return {"format_version": FORMAT_VERSION, **data}


def to_json(data: dict[str, Any]) -> str:
    """JSON text, readable, with every character as it is but those that a terminal would obey."""
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return CODES.sub(lambda code: f"\\u{ord(code[0]):04x}", text) + "\n"


def as_data(value: Any) -> Any:
    """Mappings, lists, texts and numbers of a frozen result."""
    if isinstance(value, Record):
        return {field: as_data(item) for field, item in as_dict(value).items()}
    if isinstance(value, dict):
        return {key: as_data(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_data(item) for item in value]
    if isinstance(value, Frozen):
        return value.model_dump(mode="json")
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Fraction) else value


def _plain(result: Any, words: Words) -> dict[str, Any]:
    data = as_data(result)
    return data if isinstance(data, dict) else {"items": data}


def _plan(plan: "Plan", words: Words) -> dict[str, Any]:
    """A plan with names and advice in the language that was asked for."""
    data: dict[str, Any] = as_data(plan)
    data["stage"]["name"] = words.stage(plan.stage.id)
    for function in data["functions"]:
        function["name"] = words.function(function["id"])
    for role in data["roles"]:
        role["name"] = words.role(role["id"])
    for item in data["advice"]:
        texts = {"en": item.pop("en"), "zh": item.pop("zh")}
        item["text"] = texts[words.say.language]
    return data


def _hiring(calendar: "HiringCalendar", words: Words) -> dict[str, Any]:
    from teamplan.questions.hire.sentences import hiring_data

    return hiring_data(as_data(calendar), words)


def _peak(peak: "Peak", words: Words) -> dict[str, Any]:
    """A plan for an event with totals, names, and dates and advice in the language that was asked for."""
    from teamplan.questions.peak import sentences

    data: dict[str, Any] = as_data(peak)
    data["cost"]["total"] = peak.cost.total
    for role, cover in zip(peak.cover, data["cover"], strict=True):
        cover["name"] = words.role(role.role)
        cover["cost"]["total"] = role.cost.total
    for each, item in zip(peak.dates, data["dates"], strict=True):
        item["text"] = sentences.date_of(each, peak, words)
    for advice, item in zip(peak.advice, data["advice"], strict=True):
        item["text"] = sentences.advice(advice, words)
    return data


DATA: dict[str, Callable[[Any, Words], dict[str, Any]]] = {  # by the name of the type, as in the rows of CSV
    "Plan": _plan,
    "HiringCalendar": _hiring,
    "Peak": _peak,
}


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
