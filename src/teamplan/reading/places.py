"""Owns where playbooks are, the built-in ones in a checkout or in an installed wheel, and where copies are kept."""

import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from zlib import crc32

from teamplan.errors import Location, TeamplanError, unknown
from teamplan.reading.text import is_missing
from teamplan.record import Record

BUILT_IN = "marketplace"
OVERLAYS = "overlays"  # the folder beside the playbooks that holds what is laid over any of them
NAMED = re.compile(rb"^extends:\s*(?:\{?\s*playbook:\s*)?[\"']?([^\s\"'#,{}]+)", re.MULTILINE)


class Overlaid(Record):
    """The folder of a playbook, and those that are laid over it, in this order."""

    folder: Path
    overlays: tuple[Path, ...]


Where = Path | Overlaid  # of a playbook


def stages_folder() -> Path:
    """The folder of the built-in playbooks."""
    packaged = Path(__file__).parents[1] / "stages"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "stages"


def built_in() -> Path:
    """The folder of the built-in playbook."""
    return stages_folder() / BUILT_IN


def shipped() -> list[str]:
    """The names of the built-in playbooks."""
    return sorted(path.parent.name for path in stages_folder().glob("*/playbook.yaml"))


def shipped_overlays() -> list[str]:
    """The names of what ships to be laid over any playbook."""
    return sorted(path.parent.name for path in (stages_folder() / OVERLAYS).glob("*/overlay.yaml"))


def playbook_folder(given: str | None) -> Path:
    """The folder that `--playbook` names: one that is there, else a built-in playbook by its name."""
    if not given:
        return built_in()
    folder = Path(given)
    return stages_folder() / given if is_missing(folder) and given in shipped() else folder


def overlay_folder(given: str) -> Path:
    """The folder that `--with` names: one that is there, else one that ships by its name."""
    folder = Path(given)
    return stages_folder() / OVERLAYS / given if is_missing(folder) and given in shipped_overlays() else folder


def named(where: Where) -> str:
    """The folders of a playbook as one reads them."""
    return " + ".join(map(str, (own_folder(where), *overlays_of(where))))


def overlaid(playbook: str | None, overlays: Sequence[str]) -> Where:
    """Where what `--playbook` names is, with what each `--with` names laid over it."""
    folder = playbook_folder(playbook)
    return Overlaid(folder, tuple(map(overlay_folder, overlays))) if overlays else folder


def place_named(given: str | None, overlays: Sequence[str]) -> Where:
    """`overlaid`, of what is there. Raises a TeamplanError for names that neither ship nor are there."""
    where = overlaid(given, overlays)
    problems = []
    if given and own_folder(where).name == given and is_missing(own_folder(where)):
        problems.append(unknown("playbook", given, shipped()))
    for folder in filter(is_missing, overlays_of(where)):
        problems.append(unknown("overlay", str(folder), shipped_overlays()).with_(where=Location("--with")))
    if problems:
        raise TeamplanError(problems)
    return where


def own_folder(where: Where) -> Path:
    """The folder of a playbook without what is laid over it."""
    return where.folder if isinstance(where, Overlaid) else where


def overlays_of(where: Where) -> tuple[Path, ...]:
    """The folders that are laid over a playbook."""
    return where.overlays if isinstance(where, Overlaid) else ()


def base_folder(folder: Path, given: str) -> Path:
    """The folder that `extends` names in a playbook: with a slash one seen from there, else a built-in playbook."""
    seen_from_there = "/" in given or os.sep in given
    return Path(os.path.normpath(folder / given)) if seen_from_there else stages_folder() / given


def folders_seen(where: Where, frame: Callable[[Path], bytes]) -> list[Path]:
    """The folders that a playbook seems to be made of, at a glance at the text of the `playbook.yaml` of each.

    A copy that is kept for the state of these folders is kept only where they are all of them.
    """
    folders = [own_folder(where), *overlays_of(where)]
    for folder in folders:
        raw = frame(folder)
        found = NAMED.search(raw) if b"extends:" in raw else None
        base = base_folder(folder, found[1].decode(errors="replace")) if found else folder
        if base not in folders:
            folders.append(base)
    return folders


def cached(where: Where, what: str) -> Path | None:
    """Where something of a playbook is kept: one file for each folder. None where the user has no home."""
    windows = sys.platform == "win32"
    given = Path(os.environ.get("LOCALAPPDATA" if windows else "XDG_CACHE_HOME", ""))
    try:
        cache = given if given.is_absolute() else Path.home() / ("AppData/Local" if windows else ".cache")
    except RuntimeError:
        return None
    folder, over = own_folder(where), overlays_of(where)
    name = "+".join(each.name for each in (folder, *over))
    paths = b"\0".join(os.fsencode(each.resolve()) for each in (folder, *over))
    return cache / "teamplan" / f"{name}{what}-{crc32(paths):08x}.json"
