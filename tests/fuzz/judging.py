"""Owns what must hold after every prompt, whatever it was given; each broken promise is a fault."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from teamplan.engine.question import ask
from teamplan.errors import TeamplanError
from teamplan.playbook.store import Store
from teamplan.reading.load import load
from tests.fuzz.case import Fault, Prompt

CODES = (0, 1, 2)
MAY_SAY_NO = ("capacity", "diff", "stages", "pay")  # whose exit code may be 1
WITHOUT_LINE = {  # faults of a whole file, or of a folder
    "unreadable", "file-too-large", "no-such-folder", "no-stages", "empty-file", "unknown-file", "id-clash",
    "too-many-faults",
}  # fmt: skip
PYTHON_TEXT = re.compile(r"None|nan|inf|[\[{(]'.*|.*\bFraction\(.*|.*<\w+ object at.*")
FORMULA = ("=", "+", "@", "\t", "\r")
MOST_TOLD = 300
VOLUMES = (0, 3, 11, 79, 80, 140, 270, 499, 500, 1500, 9000)


class Outcome(NamedTuple):
    """What a prompt did: exit code (None where it raised), both streams, what went past Python, and what it raised."""

    prompt: Prompt
    code: int | None
    out: bytes
    err: str
    beside: bytes = b""
    raised: BaseException | None = None


def faults_of(outcome: Outcome) -> Iterator[Fault]:
    """Every broken promise of one prompt."""
    prompt = outcome.prompt
    if outcome.raised is not None:
        yield Fault(f"traceback: {told_raise(outcome.raised)}", str(outcome.raised)[:MOST_TOLD], prompt)
        return
    if outcome.beside:
        yield Fault("stdout: written past Python", repr(outcome.beside[:MOST_TOLD]), prompt)
    yield from (Fault(f"{prompt[0]}: {group}", told[:MOST_TOLD], prompt) for group, told in _of_code(outcome))
    text = outcome.out.decode("utf-8", "backslashreplace")
    for stream, said in (("stdout", text), ("stderr", outcome.err)):
        raw = sorted({repr(char) for char in said if _is_control(char)})
        if raw:
            yield Fault(f"{prompt[0]}: control characters on {stream}", ", ".join(raw), prompt)
    if outcome.code == 0 and not to_a_file(prompt) and (reader := PARSED.get(format_of(prompt))):
        try:
            outcome.out.decode("utf-8")
            reader(text)
        except (ValueError, yaml.YAMLError, csv.Error) as error:
            wrong = f"{type(error).__name__}: {error}"
            yield Fault(f"{' '.join(prompt[:2])}: {format_of(prompt)} does not parse", wrong[:MOST_TOLD], prompt)


def _of_code(outcome: Outcome) -> Iterator[tuple[str, str]]:
    code, err = outcome.code, outcome.err
    if code not in CODES:
        yield f"exit code {code}", err
    if code == 1 and outcome.prompt[0] not in MAY_SAY_NO:
        yield "exit code 1", err
    if code == 2 and not err.strip():
        yield "refused without a word", ""
    if code == 2 and outcome.out:
        yield "refused with an answer", repr(outcome.out)
    if code == 0 and not outcome.out and outcome.prompt[:2] != ("stages", "new") and not to_a_file(outcome.prompt):
        yield "no answer", err
    if any(not line.strip() for line in err.splitlines()):
        yield "an empty line on stderr", repr(err)


def _is_control(char: str) -> bool:
    return char != "\n" and (ord(char) < 32 or 127 <= ord(char) < 160)


def told_raise(error: BaseException) -> str:
    """The type of an error and the last place of ours that it came through."""
    places = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append((Path(code.co_filename), trace.tb_lineno, code.co_name))
        trace = trace.tb_next
    ours = [each for each in places if "teamplan" in each[0].parts and "tests" not in each[0].parts] or places[-1:]
    file, line, name = ours[-1] if ours else (Path("?"), 0, "?")
    return f"{type(error).__name__} at {'/'.join(file.parts[-2:])}:{line} in {name}"


def to_a_file(prompt: Prompt) -> bool:
    """Whether the answer of a prompt goes to a file."""
    words = [word.partition("=")[0] for word in prompt]
    return bool({"--output", "-o"} & set(words)) and not {"--help", "--version"} & set(words)


def format_of(prompt: Prompt) -> str:
    """The format that a prompt asks for."""
    found = "json" if "--json" in prompt else "table"
    for place, word in enumerate(prompt):
        if word == "--format":
            found = prompt[place + 1] if place + 1 < len(prompt) else ""
        elif word.startswith("--format="):
            found = word.partition("=")[2]
    return "table" if {"--help", "--version"} & set(prompt) else found


def _json(text: str) -> None:
    def refuse(name: str) -> Any:
        raise ValueError(f"{name} is no JSON")

    json.loads(text, parse_constant=refuse)


def _yaml(text: str) -> None:
    yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _csv(text: str) -> None:
    """As many cells in each row, and no cell that is Python's or a formula."""
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    for row in rows:
        if len(row) != len(rows[0]):
            raise ValueError(f"{len(row)} cells under {len(rows[0])} columns")
        for cell in row:
            if PYTHON_TEXT.fullmatch(cell):
                raise ValueError(f"Python's text {cell[:60]!r}")
            if cell.startswith(FORMULA):
                raise ValueError(f"a formula {cell[:60]!r}")


PARSED: dict[str, Callable[[str], None]] = {"json": _json, "yaml": _yaml, "csv": _csv}


def placed(outcome: Outcome, files: dict[str, int]) -> tuple[bool, list[Fault]]:
    """Whether a playbook loads by `stages check --format json`, and its problems that have no place in its files.

    `files` are the names of its files with their number of lines.
    """
    try:
        problems = json.loads(outcome.out)["problems"]
    except (ValueError, KeyError, TypeError):
        return False, [Fault("no place: the check has no list of problems", outcome.err[:MOST_TOLD], outcome.prompt)]
    faults = []
    for each in problems:
        known = each["file"] is not None and (each["file"] in files or each["key"] in WITHOUT_LINE)
        line = each["line"] or 0
        inside = line >= 1 or each["key"] in WITHOUT_LINE
        if not known or not inside or (each["file"] in files and line > files[each["file"]] + 1):
            faults.append(Fault(f"no place: {each['key']}", each["message"][:MOST_TOLD], outcome.prompt))
    return all(each["key"] == "example-failed" for each in problems), faults


def growth_faults(folder: Path) -> Iterator[Fault]:
    """Where more orders cost people, in all or in a role of one stage."""
    playbook = load(folder)
    for stage in (None, *playbook.stages):
        heads = []
        for orders in VOLUMES:
            try:
                heads.append((orders, ask(playbook, Store.model_validate({"orders": orders, "stage": stage})).heads))
            except TeamplanError:
                continue  # refused with a reason, such as visitors that are not given
        for (fewer, before), (more, after) in pairwise(heads):
            fell = [role for role in before if after.get(role, 0) < before[role]] if stage else []
            if fell or sum(after.values()) < sum(before.values()):
                told = f"{fewer} -> {more} orders, stage {stage}: {before} -> {after}"
                yield Fault("growth costs people", told)
                break
