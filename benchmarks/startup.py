"""How long whole runs of the program take, as ratios: to a bare Python, and to a floor that only imports the libraries.

    python benchmarks/startup.py [rounds]

All commands run in turns, bytecode compiled beforehand, and medians are compared; absolute times are those of the
machine and of the moment.
"""

import compileall
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 15
LIBRARIES = ("pydantic", "rich", "yaml", "typer")
STAGES = ROOT / "stages" / "marketplace"
WORK = Path(tempfile.mkdtemp(prefix="teamplan-startup-"))  # an edited playbook, and a cache that nothing else uses
EDITED = WORK / "edited"
SHOP = ("recommend", "--visitors", "6000", "--conversion", "0.045")
FLOOR = "import typer, yaml, rich.console, rich.table\nfrom pydantic import BaseModel"
SCRIPT = "import sys\nfrom teamplan.__main__ import main\nsys.exit(main())"  # what pip writes; `-m` imports runpy first
COMMANDS: dict[str, tuple[str, ...]] = {
    "bare python": ("-c", "pass"),
    "floor: typer, pydantic, yaml, rich": ("-c", FLOOR),
    "teamplan recommend (table)": ("-m", "teamplan", *SHOP),
    "teamplan recommend --format json": ("-m", "teamplan", *SHOP, "--format", "json"),
    "... an edited playbook (table)": ("-m", "teamplan", *SHOP, "--playbook", str(EDITED)),
    "... an edited playbook (json)": ("-m", "teamplan", *SHOP, "--playbook", str(EDITED), "--format", "json"),
    "teamplan --help": ("-m", "teamplan", "--help"),
    "python -m teamplan --version": ("-m", "teamplan", "--version"),
    "teamplan --version": ("-c", SCRIPT, "--version"),
}
TARGETS = (
    ("teamplan recommend (table)", "floor: typer, pydantic, yaml, rich", 1.45),
    ("teamplan recommend --format json", "floor: typer, pydantic, yaml, rich", 1.45),
    ("... an edited playbook (table)", "floor: typer, pydantic, yaml, rich", 1.9),
    ("... an edited playbook (json)", "floor: typer, pydantic, yaml, rich", 1.9),
    ("teamplan --version", "bare python", 1.3),
)


def environment() -> dict[str, str]:
    """This environment with bytecode and the program in reach, and nothing that changes its answer."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONDONTWRITEBYTECODE" and not name.startswith("TEAMPLAN_")
    }
    return kept | {
        "PYTHONPATH": str(ROOT / "src"),
        "NO_COLOR": "1",
        "XDG_CACHE_HOME": str(WORK),
        "LOCALAPPDATA": str(WORK),
    }


def run(arguments: tuple[str, ...], flags: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *flags, *arguments]
    return subprocess.run(command, env=environment(), capture_output=True, text=True, check=True, encoding="utf-8")


def seconds(arguments: tuple[str, ...]) -> float:
    start = time.perf_counter()
    run(arguments)
    return time.perf_counter() - start


def imported(arguments: tuple[str, ...]) -> list[str]:
    """Which of the libraries the process imported, as Python itself reports."""
    report = run(arguments, ("-X", "importtime")).stderr
    modules = {line.rpartition("|")[2].strip() for line in report.splitlines() if line.startswith("import time:")}
    return [library for library in LIBRARIES if library in modules]


def medians(rounds: int) -> dict[str, float]:
    """The median of each command; they take turns, so that a slow spell hits all of them."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for arguments in COMMANDS.values():
        run(arguments)
    for _ in range(rounds):
        for name, arguments in COMMANDS.items():
            times[name].append(seconds(arguments))
    return {name: statistics.median(each) for name, each in times.items()}


def edit_playbook() -> None:
    """A copy of the built-in playbook with another number in it."""
    shutil.copytree(STAGES, EDITED)
    file = EDITED / "assumptions.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("value: 2.6 min", "value: 2.7 min"), encoding="utf-8")


def main(rounds: int = ROUNDS) -> None:
    compileall.compile_dir(ROOT / "src", quiet=1)
    try:
        edit_playbook()
        report(rounds)
    finally:
        shutil.rmtree(WORK)


def report(rounds: int) -> None:
    """Measure and print."""
    found = medians(rounds)
    bare, floor = found["bare python"], found["floor: typer, pydantic, yaml, rich"]
    print(f"medians of {rounds} rounds, Python {sys.version.split()[0]}")
    print(f"{'process':<36}{'ms':>7}{'x bare':>9}{'x floor':>9}  imports")
    for name, took in found.items():
        libraries = ", ".join(imported(COMMANDS[name])) or "none of them"
        print(f"{name:<36}{1000 * took:>7.0f}{took / bare:>9.2f}{took / floor:>9.2f}  {libraries}")
    for name, against, most in TARGETS:
        ratio = found[name] / found[against]
        print(f"target: {name} <= {most} x {against}: {ratio:.2f}, {'kept' if ratio <= most else 'MISSED'}")
    kept = "pydantic" not in imported(COMMANDS["teamplan --help"])
    print(f"target: teamplan --help without pydantic: {'kept' if kept else 'MISSED'}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
