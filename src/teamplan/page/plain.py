"""Owns the answers that name nothing of a playbook (what a check found, what was copied, a schema), in every shape."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from teamplan.errors import Problem
from teamplan.language import Speaker
from teamplan.page.blocks import Bullets, Grid, Lines, Page, Title
from teamplan.page.data import FORMAT_VERSION, problem_data
from teamplan.page.problems import MOST_TOLD, printable, tell

PROBLEM_COLUMNS = ("file", "line", "column", "path", "key", "message")
SCHEMA_COLUMNS = ("part", "key", "required", "type")


class Plain(NamedTuple):
    """An answer as text for the terminal (None where that is JSON too), as data, as rows under a header, as a page."""

    text: str | None
    data: dict[str, Any]
    header: tuple[str, ...]
    rows: list[dict[str, Any]]
    page: Page


def check_answer(place: str, counts: tuple[int, int], problems: Sequence[Problem], say: Speaker) -> Plain:
    """What `stages check` answers: the first fifty faults and how many there are, or the stages and examples counted.

    Its lines are never wrapped.
    """
    faults = [problem_data(problem, say) for problem in problems[:MOST_TOLD]]
    lines = tell(problems, say).split("\n") if problems else []
    stages, examples = counts
    end = say("stages.sound", place=printable(place), stages=stages, examples=examples)
    if problems:
        end = say("stages.one-problem" if len(problems) == 1 else "stages.problems", count=len(problems))
    return Plain(
        text="".join(f"{line}\n" for line in (*lines, end)),
        data={"format_version": FORMAT_VERSION, "count": len(problems), "problems": faults},
        header=PROBLEM_COLUMNS,
        rows=[fault | {"path": " > ".join(fault["path"])} for fault in faults],
        page=Page((*([Bullets(tuple(lines))] if lines else []), Lines((end,)))),
    )


def copy_answer(folder: str, files: Sequence[str], say: Speaker) -> Plain:
    """What `stages new` answers: the files that were written; a terminal has read of it on stderr already."""
    return Plain(
        text="",
        data={"format_version": FORMAT_VERSION, "folder": folder, "files": list(files)},
        header=("folder", "file"),
        rows=[{"folder": folder, "file": file} for file in files],
        page=Page((Lines((say("stages.written", place=folder),)), Bullets(tuple(files)))),
    )


def schema_answer(schema: dict[str, Any], say: Speaker) -> Plain:
    """What `schema` answers: the schema itself, in rows and on a page one key of a part each."""
    rows = list(_keys(schema))
    cells = tuple((row["part"], row["key"], "x" if row["required"] else "", row["type"]) for row in rows)
    header = say("schema.part"), say("schema.key"), say("schema.required"), say("schema.type")
    page = Page((Title(schema["title"]), Grid(header, cells)))
    return Plain(None, schema, SCHEMA_COLUMNS, rows, page)


def _keys(schema: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Every key of a schema and of its parts; `*` where a file names its items itself."""
    for name, part in ((schema["title"], schema), *schema.get("$defs", {}).items()):
        if isinstance(part.get("additionalProperties"), dict):
            yield {"part": name, "key": "*", "required": False, "type": _kind(part["additionalProperties"])}
        for key, inner in part.get("properties", {}).items():
            yield {"part": name, "key": key, "required": key in part.get("required", ()), "type": _kind(inner)}


def _kind(part: Mapping[str, Any]) -> str:
    """What a part may be, in a few words."""
    if "$ref" in part:
        return str(part["$ref"]).rpartition("/")[2]
    for several in ("anyOf", "oneOf"):
        if several in part:
            return " or ".join(dict.fromkeys(_kind(each) for each in part[several]))
    if "const" in part or "enum" in part:
        return " or ".join(json.dumps(each) for each in part.get("enum", [part.get("const")]))
    if part.get("type") == "array":
        return f"list of {_kind(part.get('items', {}))}"
    if part.get("type") == "object":
        return f"names with {_kind(part.get('additionalProperties') or {})}"
    return str(part.get("type", "anything"))
