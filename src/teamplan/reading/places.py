"""Owns where playbooks are: the built-in ones, in a checkout or in an installed wheel."""

from pathlib import Path

BUILT_IN = "marketplace"


def stages_folder() -> Path:
    """The folder of the built-in playbooks."""
    packaged = Path(__file__).parents[1] / "stages"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "stages"


def built_in() -> Path:
    """The folder of the built-in playbook."""
    return stages_folder() / BUILT_IN
