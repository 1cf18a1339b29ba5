"""Owns the ids of a playbook at a glance: read off the text of its files, without a model, for who types one.

Whoever needs to be sure reads the playbook; here a file that cannot be read, or is laid out otherwise, has none.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from teamplan.reading.places import Where, folders_seen, own_folder
from teamplan.reading.text import text_of_file

KINDS = {  # what is named -> its file, and the key of that file under which the ids stand
    "role": ("roles", ""),
    "duty": ("duties", ""),
    "assumption": ("assumptions", ""),
    "bought": ("sourcing", ""),
    "category": ("categories", ""),
    "place": ("places", ""),
    "event": ("events", "events"),
    "function": ("playbook", "functions"),
    "hire-order": ("playbook", "hire_orders"),
    "input": ("playbook", "inputs"),
    "template": ("organisation", "templates"),
}
WITHOUT = re.compile(r"^extends:.*?without: *\[([^\]]*)\]", re.MULTILINE)
STAGE = re.compile(r"[0-9]+-(.+)\.ya?ml")
TEXT = r"(?:\"((?:[^\"\\]|\\.)*)\"|'([^']*)'|([^,}\n]*))"
NAMED = re.compile(rf"\{{en: {TEXT}, zh: {TEXT}\}}")
Named = dict[str, tuple[str, str]]  # an id -> its name in English and in Chinese, empty where it has none at a glance


def ids_of(where: Where, kind: str) -> Named:
    """The ids of a kind in a playbook and all that it extends; stages in the order of their files."""
    found: Named = {}
    gone: set[str] = set()
    file = "stages" if kind == "stage" else KINDS[kind][0]
    for folder in _folders(where):
        for id_, block in _stages(folder) if kind == "stage" else _keys(folder, *KINDS[kind]):
            if block.strip()[:4] == "null":
                gone.add(id_)
            elif id_ not in gone:
                found.setdefault(id_, _names(block))
        if file in _without(folder):
            break
    return found


def roles_bought_by(where: Where) -> dict[str, list[str]]:
    """The options that are bought, by the role whose work each may take."""
    found: dict[str, list[str]] = {}
    for folder in _folders(where):
        text, _ = text_of_file(folder / "sourcing.yaml")
        for option, block in _blocks(text or "", ""):
            roles = re.search(r"^ +roles: \[([^\]]*)\]", block, re.MULTILINE)
            for role in re.findall(r"[a-z0-9-]+", roles[1]) if roles else ():
                found.setdefault(role, []).append(option)
    return found


def _folders(where: Where) -> list[Path]:
    def frame(folder: Path) -> bytes:
        return (text_of_file(folder / "playbook.yaml")[0] or "").encode()

    try:
        return folders_seen(where, frame)
    except OSError:
        return [own_folder(where)]


def _without(folder: Path) -> list[str]:
    """The kinds of files that a playbook begins without."""
    text, _ = text_of_file(folder / "playbook.yaml")
    found = WITHOUT.search(text or "")
    return re.findall(r"[a-z0-9-]+", found[1]) if found else []


def _stages(folder: Path) -> Iterator[tuple[str, str]]:
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        return
    for name in names:
        if stage := STAGE.fullmatch(name):
            text, _ = text_of_file(folder / name)
            yield stage[1], text or ""


def _keys(folder: Path, file: str, under: str) -> Iterator[tuple[str, str]]:
    text, _ = text_of_file(folder / f"{file}.yaml")
    yield from _blocks(text or "", under)


def _blocks(text: str, under: str) -> Iterator[tuple[str, str]]:
    """Each key at the top of a text, or under one of its keys, and what stands below it."""
    if under:
        part = re.search(rf"^{under}:[^\n]*\n((?:[ #][^\n]*\n|\n)*)", text + "\n", re.MULTILINE)
        text = part[1] if part else ""
    key = re.compile(rf"^{'  ' if under else ''}[\"']?([A-Za-z0-9_-]+)[\"']?:", re.MULTILINE)
    found = list(key.finditer(text))
    ends = [*(each.start() for each in found[1:]), len(text)]
    for each, end in zip(found, ends, strict=False):  # one end too many where there is none
        yield each[1], text[each.end() : end]


def _names(block: str) -> tuple[str, str]:
    """The first text in both languages of a block."""
    found = NAMED.search(block)
    if found is None:
        return "", ""
    parts = [each or "" for each in found.groups()]
    return "".join(parts[:3]).strip(), "".join(parts[3:]).strip()
