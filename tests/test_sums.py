"""The same digits on every Python: from 3.12 on `sum` of floats is compensated, so floats are added by `math.fsum`."""

import subprocess
import sys

import pytest

# One answer in a process whose `sum` adds floats one by one (as up to 3.11), or exactly rounded (stricter than 3.12).
PROGRAM = """
import builtins, math, sys
real = builtins.sum
def plain(items, start=0):
    for item in items:
        start = start + item
    return start
def compensated(items, start=0):
    items = list(items)
    floats = items and all(type(item) in (int, float) for item in items) and any(type(item) is float for item in items)
    return math.fsum([start, *items]) if floats else real(items, start)
builtins.sum = {"plain": plain, "compensated": compensated}[sys.argv.pop(1)]
from teamplan.__main__ import main
sys.exit(main())
"""
PROMPTS = [
    "recommend --visitors 6329 --conversion 4.3%",
    "recommend --orders 60 --range",
    "explain customer-service-agent --visitors 6329 --conversion 4.3%",
    "service --chats 317",
    "service --per-hour 31 --handle 6,7,8.5 --patience 2",
    "hire --orders 273 --growth 8%/month --from 2026-12-01 --months 3",
    "peak --event double-11 --orders 273 --orders-x 4.7",
    "capacity --visitors 6329 --conversion 4.3% --stage one-year --team TEAM",
    "next --visitors 6329 --conversion 4.3%",
    "simulate --orders 3000 --days 2",
]


@pytest.mark.parametrize("prompt", PROMPTS)
@pytest.mark.parametrize("form", ["json", "table"])
def test_no_digit_hangs_on_how_the_interpreter_adds_floats(prompt: str, form: str) -> None:
    words = [word for word in prompt.split() if word not in ("--team", "TEAM")]
    if words[0] == "capacity":
        words += ["--store", "/dev/stdin"]
    assert added("plain", words, form) == added("compensated", words, form)


def added(way: str, words: list[str], form: str) -> str:
    """The answer where `sum` adds in this way."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, way, *words, "--format", form],
        input="team: {roles: {operator: 2, customer-service-agent: 3, warehouse-keeper: 2}}\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout
