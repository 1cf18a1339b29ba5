"""Every fact of the founding articles works: a line of a playbook cites it, and a command prints it."""

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.cli.prompt import teamplan

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "coverage.md"
STAGES = ROOT / "stages"
COUNTED = {  # source -> letter -> how many facts it has
    "000": {"A": 2, "C": 9, "D": 4, "G": 1, "K": 2, "M": 3, "O": 4, "P": 3, "S": 12, "X": 5},
    "001": {"A": 2, "C": 2, "D": 2, "K": 1, "O": 5},
    "002": {"A": 3, "D": 1, "M": 2, "P": 3, "R": 2},
    "003": {"A": 1, "C": 3, "K": 2, "M": 2, "P": 3, "R": 2, "X": 2},
    "004": {"C": 3, "M": 1, "P": 3, "R": 3},
}
FORMS = ("4", "4F", "F", "7A", "7B", "G", "C", "9", "BU", "3P")
LEFT_OUT = {"000-S9", "000-S10", "002-A3"}  # a note, an explanation, and what working time law forbids
FACT = re.compile(r"(?<![0-9A-Za-z-])(?:00[0-4]-[A-Z]\d+|ORG-[0-9A-Z]+)(?![0-9A-Za-z])")


def facts() -> set[str]:
    numbered = {
        f"{source}-{letter}{number}"
        for source, letters in COUNTED.items()
        for letter, most in letters.items()
        for number in range(1, most + 1)
    }
    return numbered | {f"ORG-{form}" for form in FORMS}


def rows(title: str) -> list[list[str]]:
    """The cells of the table below a title of the page."""
    part = PAGE.read_text(encoding="utf-8").split(f"## {title}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")][2:]
    return [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in lines]


WORKING = rows("Facts that work")


def texts(part: object) -> Iterator[str]:
    """Every text in a file, comments apart."""
    if isinstance(part, dict):
        for each in part.values():
            yield from texts(each)
    elif isinstance(part, list):
        for each in part:
            yield from texts(each)
    elif isinstance(part, str):
        yield part


@cache
def cited_in(file: str) -> set[str]:
    """The facts that a file of a playbook cites."""
    text = (STAGES / file).read_text(encoding="utf-8")
    return {fact for each in texts(yaml.safe_load(text)) for fact in FACT.findall(each)}


@cache
def printed(command: str) -> str:
    done = teamplan(*shlex.split(command)[1:])
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_fact_has_one_row() -> None:
    listed = [fact for fact, *_ in WORKING] + [fact for fact, *_ in rows("Facts left out")]
    assert sorted(listed) == sorted(facts())


def test_what_is_left_out_is_a_note_or_forbidden_and_says_why() -> None:
    left_out = rows("Facts left out")
    assert {fact for fact, *_ in left_out} == LEFT_OUT
    assert all(reason for _, reason in left_out)


@pytest.mark.parametrize(("fact", "file"), [(fact, file) for fact, files, _ in WORKING for file in files.split(", ")])
def test_a_playbook_cites_it(fact: str, file: str) -> None:
    assert fact in cited_in(file)


@pytest.mark.xdist_group("coverage")
@pytest.mark.parametrize(("fact", "command"), [(fact, command) for fact, _, command in WORKING])
def test_a_command_prints_it(fact: str, command: str) -> None:
    assert fact in FACT.findall(printed(command))


def test_no_playbook_cites_a_fact_that_no_article_has() -> None:
    cited = {fact for file in STAGES.rglob("*.yaml") for fact in cited_in(str(file.relative_to(STAGES)))}
    assert cited - facts() == set()
