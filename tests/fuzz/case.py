"""Owns what a case of the fuzzer is, what is found in it, and how both are told so that anybody can repeat them."""

import shlex
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

KINDS = ("playbooks", "options", "files")
FOLDER = None  # in the files of a case: a folder stands where a file would
Files = dict[str, bytes | None]
Prompt = tuple[str, ...]


class Key(NamedTuple):
    """Which case: the same key is the same case, on any machine."""

    seed: int
    kind: str
    number: int

    def __str__(self) -> str:
        return f"{self.kind}/{self.number}"


@dataclass(frozen=True, slots=True)
class Case:
    """Files by name, the prompts that run beside them, and in words what is wrong with them.

    With a `playbook` (the name of a folder) more is asked: where its faults are told, and if it loads, whether growth
    never costs people and what the prompts in `then` say.
    """

    key: Key
    what: str
    files: Files
    prompts: tuple[Prompt, ...]
    playbook: str | None = None
    then: tuple[Prompt, ...] = ()


class Fault(NamedTuple):
    """One broken promise: `group` is the same for the same cause, `told` holds the details of this one."""

    group: str
    told: str
    prompt: Prompt = ()


@dataclass(slots=True)
class Report:
    """What came of one case."""

    key: Key
    what: str = ""
    faults: list[Fault] = field(default_factory=list)
    codes: Counter[int] = field(default_factory=Counter)
    slowest: tuple[float, Prompt] = (0.0, ())
    loaded: bool = False
    apart: int = 0


def write(files: Files, folder: Path) -> None:
    """Put the files of a case into a folder."""
    for name, content in files.items():
        path = folder / name
        if content is FOLDER:
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def typed(prompt: Prompt) -> str:
    """A prompt as a shell takes it; what no shell shows is written as an escape."""
    return " ".join(["teamplan", *map(_quoted, prompt)])


def _quoted(word: str) -> str:
    if word.isprintable():
        return shlex.quote(word)
    raw = word.encode("utf-8", "surrogateescape")
    return (
        "$'" + "".join(chr(each) if 32 <= each < 127 and each not in b"'\\" else f"\\x{each:02x}" for each in raw) + "'"
    )
