"""Owns where playbooks are, the built-in ones in a checkout or in an installed wheel, and where copies are kept."""

import os
import sys
from pathlib import Path
from zlib import crc32

from teamplan.reading.text import is_missing

BUILT_IN = "marketplace"


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


def playbook_folder(given: str | None) -> Path:
    """The folder that `--playbook` names: one that is there, else a built-in playbook by its name."""
    if not given:
        return built_in()
    folder = Path(given)
    return stages_folder() / given if is_missing(folder) and given in shipped() else folder


def cached(folder: Path, what: str) -> Path | None:
    """Where something of a playbook is kept: one file for each folder. None where the user has no home."""
    windows = sys.platform == "win32"
    given = Path(os.environ.get("LOCALAPPDATA" if windows else "XDG_CACHE_HOME", ""))
    try:
        cache = given if given.is_absolute() else Path.home() / ("AppData/Local" if windows else ".cache")
    except RuntimeError:
        return None
    return cache / "teamplan" / f"{folder.name}{what}-{crc32(os.fsencode(folder.resolve())):08x}.json"
