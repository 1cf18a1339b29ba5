"""Owns the three sets of libraries that the tests run against: the constraints, the newest releases, the floors.

    python -m tests.lanes constraints   whether what is installed here is what constraints.txt says
    python -m tests.lanes newest        all checks in a throw-away environment with the newest release of everything
    python -m tests.lanes floors        the tests in one with the lowest versions that pyproject.toml declares
    python -m tests.lanes renew         writes constraints.txt anew: the newest releases, for the lowest Python

Each is a task of poe. Nothing is needed but Python, pip and a package registry.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[1]
CONSTRAINTS = ROOT / "constraints.txt"
EXTRA = "test"  # what the second command of the README installs
EDITABLES = "editables"  # the build backend asks for it when a project is installed in place
PINNED = re.compile(r"^([\w.-]+)==(\S+)$", re.MULTILINE)
FLOOR = re.compile(r"^([\w.-]+)>=([\w.]+)")
OWN = re.compile(r"^teamplan\[([\w,]+)\]$")
HEAD = """\
# Every library that the tests run with, in exact versions: pip takes them for the environment and for the build.
# Written by `poe renew`, never by hand. Users install without it.
"""


def normal(name: str) -> str:
    """The name of a package as all its spellings have it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(text: str) -> dict[str, str]:
    """The versions that constraints hold, by package."""
    return {normal(name): exact for name, exact in PINNED.findall(text)}


def floors(project: Mapping[str, Any]) -> dict[str, str]:
    """The lowest version that pyproject.toml declares of each library, the build backend included."""
    wanted = (*project["build-system"]["requires"], *_declared(project["project"], EXTRA))
    found = (FLOOR.match(each) for each in wanted)
    return {normal(each[1]): each[2] for each in found if each}


def _declared(project: Mapping[str, Any], extra: str) -> Iterator[str]:
    yield from project["dependencies"]
    for each in project["optional-dependencies"][extra]:
        own = OWN.match(each)
        for name in own[1].split(",") if own else ():
            yield from project["optional-dependencies"][name]
        if not own:
            yield each


def differences(wanted: Mapping[str, str], declared: Sequence[str], found: Callable[[str], str | None]) -> list[str]:
    """What is installed in another version than the constraints say, and what is declared and not in them."""
    missing = [f"{name}: not in {CONSTRAINTS.name}" for name in declared if name not in wanted]
    installed = [(name, exact, found(name)) for name, exact in wanted.items()]
    return missing + [
        f"{name}: {have} is installed, not {exact}"
        for name, exact, have in installed
        if have != exact and have is not None
    ]


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None  # another Python or the build alone needs it


def _project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def constraints() -> int:
    """Whether this environment is the one that the constraints describe."""
    wanted = pinned(CONSTRAINTS.read_text(encoding="utf-8"))
    wrong = differences(wanted, list(floors(_project())), _installed)
    for line in wrong:
        sys.stderr.write(line + "\n")
    if wrong:
        sys.stderr.write(
            f"This environment is not that of {CONSTRAINTS.name}. Install anew as the README says; after a change of\n"
            "the dependencies in pyproject.toml run `poe renew` first.\n"
        )
    return 1 if wrong else 0


def newest() -> int:
    """All checks with the newest releases; what fails here fails for users tomorrow."""
    with TemporaryDirectory() as folder:
        lane = Lane(Path(folder), sys.executable)
        lane.pip("install", "--upgrade", "--upgrade-strategy", "eager", "--editable", f".[{EXTRA}]")
        return lane.poe("all")


def lowest() -> int:
    """The tests with the declared floors; what they need in turn is the newest that goes with them."""
    with TemporaryDirectory() as folder:
        lane = Lane(Path(folder), sys.executable)
        exact = Path(folder) / "floors.txt"
        exact.write_text("".join(f"{name}=={floor}\n" for name, floor in floors(_project()).items()), encoding="utf-8")
        lane.pip("install", "--editable", f".[{EXTRA}]", constraints=exact)
        return lane.poe("test")


def renew() -> int:
    """Resolve everything anew for the lowest Python, whose answer holds for the later ones as well."""
    project = _project()
    lowest_python = "python" + project["project"]["requires-python"].removeprefix(">=")
    here = f"python{sys.version_info.major}.{sys.version_info.minor}"
    python = sys.executable if here == lowest_python else shutil.which(lowest_python)
    if python is None:
        sys.stderr.write(f"The constraints are those of {lowest_python}, which is not on the PATH.\n")
        return 1
    with TemporaryDirectory() as folder:
        lane = Lane(Path(folder), python)
        lane.pip("install", "--editable", f".[{EXTRA}]", *project["build-system"]["requires"], EDITABLES)
        CONSTRAINTS.write_text(HEAD + lane.frozen(), encoding="utf-8")
    return 0


class Lane:
    """A throw-away environment. Nothing of this process's environment, nor of the project's own, gets into it."""

    def __init__(self, folder: Path, python: str) -> None:
        place = folder / "venv"
        subprocess.run([python, "-m", "venv", str(place)], check=True)
        self._bin = place / ("Scripts" if os.name == "nt" else "bin")
        kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
        own = {"VIRTUAL_ENV": str(place), "PATH": os.pathsep.join((str(self._bin), kept["PATH"]))}
        self._environment = kept | own

    def pip(self, *arguments: str, constraints: Path | None = None) -> None:
        """Run pip; the constraints hold for the build as well, in old releases of pip by the first name."""
        names = ("PIP_CONSTRAINT", "PIP_BUILD_CONSTRAINT")
        exact = dict.fromkeys(names, str(constraints)) if constraints else {}
        env = {name: value for name, value in self._environment.items() if name not in names} | exact
        subprocess.run([self._python, "-m", "pip", "--quiet", *arguments], cwd=ROOT, env=env, check=True)

    def frozen(self) -> str:
        """What is installed, a line each, without the project itself."""
        command = [self._python, "-m", "pip", "freeze", "--exclude-editable"]
        return subprocess.run(command, env=self._environment, check=True, capture_output=True, encoding="utf-8").stdout

    def poe(self, task: str) -> int:
        """Tell what is installed, run a task of poe here and not in the project's own environment, return its code."""
        sys.stdout.write(self.frozen())
        sys.stdout.flush()
        command = [self._python, "-m", "poethepoet", "--executor", "simple", task]
        return subprocess.run(command, cwd=ROOT, env=self._environment, check=False).returncode

    @property
    def _python(self) -> str:
        return str(self._bin / "python")


TASKS: dict[str, Callable[[], int]] = {
    "constraints": constraints,
    "newest": newest,
    "floors": lowest,
    "renew": renew,
}

if __name__ == "__main__":
    sys.exit(TASKS[sys.argv[1]]())
