"""Owns the inputs that a prompt offers as options: those that `playbook.yaml` declares, with their help.

They are read before anything else of a playbook, also for `--help`, so faults are not told here: the reading of the
whole playbook does. What was found is kept in the user's cache, for the very same bytes.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from re import fullmatch
from typing import Any
from zlib import crc32

from teamplan.errors import TeamplanError
from teamplan.playbook.reserved import RESERVED
from teamplan.reading.places import Where, cached, folders_seen
from teamplan.reading.text import text_of_file
from teamplan.version import __version__

Helps = dict[str, tuple[str, str]]  # input -> its help in English and in Chinese


def declared_inputs(where: Where) -> Helps | None:
    """The inputs of a playbook; None where its `playbook.yaml`, or one under or over it, cannot say them."""
    texts: list[bytes] = []

    def frame(folder: Path) -> bytes:
        text, _ = text_of_file(folder / "playbook.yaml")
        texts.append((text or "").encode())
        return texts[-1]

    folders = folders_seen(where, frame)
    raw = b"\0".join(texts)
    if not raw:
        return None
    place, state = cached(where, "-inputs"), f"{__version__} {len(raw)} {crc32(raw):08x}"
    kept = _kept(place, state) if place else None
    if kept is not None:
        return kept
    helps, made_of = _read(where)
    if place and helps is not None and made_of == set(folders):
        _keep(place, state, helps)
    return helps


def _kept(place: Path, state: str) -> Helps | None:
    try:
        found = json.loads(place.read_text(encoding="utf-8")) if place.is_file() else {}
        return {name: (en, zh) for name, (en, zh) in found["inputs"].items()} if found.get("state") == state else None
    except (OSError, ValueError, TypeError, AttributeError, KeyError):
        return None


def _keep(place: Path, state: str, helps: Helps) -> None:
    """Where nothing can be kept, the next start reads the YAML again."""
    from teamplan.reading.write import write_file

    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        write_file(place, json.dumps({"state": state, "inputs": helps}, ensure_ascii=False), lasting=False)
    except (OSError, TeamplanError):
        return


def _read(where: Where) -> tuple[Helps | None, set[Path]]:
    """The inputs, and the folders that they come from."""
    from teamplan.reading.layers import FRAME, stacked

    stack, _ = stacked(where)
    paths = stack.paths(FRAME) if stack is not None else []
    data = stack.document(paths)[0].data if stack is not None and paths else None
    if stack is None or not isinstance(data, dict):
        return None, set()
    declared = data.get("inputs", {})
    if not isinstance(declared, dict) or not all(map(_fit, declared)):
        return None, set()
    return {name: _help(each) for name, each in declared.items()}, stack.folders


def _fit(name: Any) -> bool:
    return isinstance(name, str) and name not in RESERVED and fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name) is not None


def _help(declared: Any) -> tuple[str, str]:
    texts: Any = declared.get("help") if isinstance(declared, Mapping) else None
    en, zh = (texts.get(each) if isinstance(texts, Mapping) else None for each in ("en", "zh"))
    return _line(en), _line(zh)


def _line(text: Any) -> str:
    return text if isinstance(text, str) and text.isprintable() else ""
