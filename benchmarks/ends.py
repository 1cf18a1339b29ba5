"""Whether every command ends in time: seconds of CPU for the inputs that once took longest, beside their bounds.

    python benchmarks/ends.py [WORD]   # only the inputs that hold the word

Two seconds below 100,000 orders, five for shifts with breaks in a shop that never closes; runs over years and volumes
beyond have no bound, but a limit of a minute. A run that passes it is killed and told as such.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MARKETPLACE = ROOT / "stages" / "marketplace"
SOON, BREAKS, LIMIT = 2.0, 5.0, 60.0
DAY = "service --open 00:00-24:00 --chats"
PAUSED = "shifts:\n  full-day:\n    break: {after: 4 h, length: 30 min}\n"
MORE = """  after-{after}:
    name: {{en: Break after {after} hours, zh: 第 {after} 小时后休息}}
    hours: $shift_hours
    first: "00:00"
    last: "23:30"
    every: 30 min
    break: {{after: {after} h, length: 30 min}}
"""

ORDINARY = (
    "recommend --visitors 6000 --conversion 4.5% --range", "recommend --orders 58000 --range",
    "recommend --orders 270 --set 'chat_minutes_1=0.000000001 min'",
    "sweep orders=45..4500 --steps 1000", "sweep visitors=1000..200000 --conversion 4.5% --steps 1000",
    "sweep silent_share=30%..85% --orders 270 --steps 1000", "sweep chat_patience=1..5 --orders 270 --steps 1000",
    "sweep attendance=80%..100% --orders 270 --steps 1000",
    f"{DAY} 100000", f"{DAY} 100000 --target 99%/5s", f"{DAY} 300 --handle 6,7,8.5,10.5,11,12,13,14,15,16",
    f"{DAY} 1e30", f"{DAY} 300 --target 100%/30s", f"{DAY} 20 --target 99.99999999%/30s",
    f"{DAY} 300 --target 99.9999%/30s",
    "service --per-hour 0.001 --handle 3 --agents 0 --target 100%/1s",
    "service --per-hour 20 --handle 6 --target 100%/30s", "service --per-hour 1e30 --handle 3 --model erlang-c",
    "service --per-hour 20 --handle 6 --model erlang-c --max-occupancy 0.0000001%",
    "next --orders 99999 --steps 100", "next --orders 270 --steps 1000", "explain pre-sale-service --orders 99999",
    "peak --event double-11 --orders 99999 --orders-x 9 --mix rule",
    "hire --orders 1000 --growth 20%/month --months 60 --from 2026-12-01",
    "hire --orders 1000 --growth 100%/month --months 12 --from 2026-12-01",
    "hire --orders 270 --growth 8%/month --from 2026-12-01 --team {team}",
)  # fmt: skip
UNBOUND = (
    f"{DAY} 1000000", "service --chats 2000000", "explain pre-sale-service --orders 1000000",
    "recommend --orders 1000000", "recommend --orders 1000000 --range", "capacity --team {large}",
    "hire --orders 1000 --growth 10%/month --months 60 --from 2026-12-01",
    "hire --forecast {forecast}", "hire --forecast {forecast} --format json", "simulate --orders 10000 --days 20",
)  # fmt: skip
WITH_BREAKS = (
    "recommend --orders 100", "recommend --orders 270", "recommend --orders 3000", "recommend --orders 99999",
    "explain pre-sale-service --orders 270", "explain pre-sale-service --orders 3000", "next --orders 270",
    "hire --orders 270 --growth 8%/month --from 2026-12-01", f"{DAY} 300", f"{DAY} 3000",
)  # fmt: skip


def playbook(folder: Path, patterns: int) -> Path:
    """The built-in playbook, open round the clock, with so many patterns of shifts that differ in their break."""
    copy = folder / f"patterns-{patterns}"
    shutil.copytree(MARKETPLACE, copy)
    service = copy / "service.yaml"
    more = "".join(MORE.format(after=after) for after in (3, 5)[: patterns - 1])
    text = service.read_text(encoding="utf-8").replace("shifts:\n  full-day:\n", PAUSED)
    service.write_text(text.replace("\nlaw:", f"{more}\nlaw:"), encoding="utf-8")
    for stage in copy.glob("[0-9]*.yaml"):
        text = stage.read_text(encoding="utf-8")
        for window in ("14:00-22:00", "09:00-23:00", "09:00-24:00"):
            text = text.replace(f'open: "{window}"', 'open: "00:00-24:00"')
        stage.write_text(text, encoding="utf-8")
    return copy


def files(folder: Path) -> dict[str, Path]:
    """Teams and a forecast of 1,800 days up to 900,000 orders."""
    found = {name: folder / name for name in ("team", "large", "forecast")}
    found["team"].write_text("roles:\n  operator: 1000000\n", encoding="utf-8")
    found["large"].write_text("roles:\n  pre-sale-service: 50000\n  warehouse-keeper: 50000\n", encoding="utf-8")
    rows = (f"{date(2027, 1, 1) + timedelta(day)},{100 + 500 * day}" for day in range(1800))
    found["forecast"].write_text("\n".join(["date,orders", *rows]) + "\n", encoding="utf-8")
    return found


def inputs(folder: Path) -> Iterator[tuple[str, str, float | None]]:
    """Name, command line and bound of each input."""
    made = files(folder)
    for bound, lines in ((SOON, ORDINARY), (None, UNBOUND)):
        for line in lines:
            yield line, line.format(**made), bound
    for patterns in (1, 2, 3):
        place = playbook(folder, patterns)
        for line in WITH_BREAKS:
            yield f"{line} (breaks, {patterns} patterns)", f"{line} --playbook {place}", BREAKS


def spent(line: str) -> tuple[float, str]:
    """Seconds of CPU of one run, and how it ended."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = f'exec "{sys.executable}" -m teamplan {line}'
    try:
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        done = subprocess.run(command, shell=True, env=environment, capture_output=True, timeout=LIMIT, check=False)
        ended = f"exit code {done.returncode}" if done.returncode else ""
    except subprocess.TimeoutExpired:
        ended = "killed"
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, ended


def main() -> None:
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    print(f"{'CPU s':>6} {'bound':>6}")
    with tempfile.TemporaryDirectory() as folder:
        for name, line, bound in inputs(Path(folder)):
            if word in name:
                seconds, ended = spent(line)
                unanswered = ended == "killed" or (ended and bound == BREAKS)
                missed = "MISSED" if unanswered or (bound is not None and seconds > bound) else ""
                print(f"{seconds:6.2f} {bound or '-':>6} {name} {ended} {missed}".rstrip(), flush=True)


if __name__ == "__main__":
    main()
