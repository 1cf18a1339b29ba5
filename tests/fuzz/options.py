"""Owns the hostile prompts: every option of every command with every hostile value, and combinations."""

from collections.abc import Sequence
from functools import cache
from random import Random
from typing import Any, NamedTuple

import typer

from teamplan.cli.app import COMMANDS, GROUPS, app_for
from teamplan.reading.load import load
from teamplan.reading.places import built_in
from tests.fuzz.case import Case, Key, Prompt
from tests.fuzz.files import shelf
from tests.fuzz.values import OPTION_VALUES

NEVER = {"--help"}
SETS = "--set"
MOST_SHOWN = 40

# The prompt that a hostile value is put into, where it is not the command's own example.
BASES: dict[str, str] = {
    "simulate": "simulate --orders 60 --days 2",
    "sweep": "sweep orders=1..400 --steps 5",
    "curves": "curves --most-orders 300 --format sql",
    "next": "next --orders 270",
    "report": "report --orders 60",
    "checklist": "checklist half-year --done ticks.yaml",
    "stages check": "stages check",
    "stages new": "stages new my-playbook",
}
BESIDE: dict[tuple[str, str], str] = {  # what an option needs beside it
    ("checklist", "--tick"): "checklist half-year --done ticks.yaml",
    ("diff", "--exit-code"): "diff plan.json half-year.json",
    ("hire", "--forecast"): "hire",
    ("hire", "--smooth"): "hire --forecast days.csv",
    ("hire", "--gaps"): "hire --forecast days.csv",
    ("peak", "--baseline"): "peak --event double-11",
    ("service", "--per-hour"): "service --handle 6",
    ("service", "--handle"): "service --per-hour 20",
    ("service", "--patience"): "service --per-hour 20 --handle 6",
    ("service", "--model"): "service --per-hour 20 --handle 6",
    ("service", "--definition"): "service --per-hour 20 --handle 6",
    ("service", "--agents"): "service --per-hour 20 --handle 6",
    ("service", "--max-occupancy"): "service --per-hour 20 --handle 6",
    ("simulate", "--weeks"): "simulate --orders 60",
}
FINE: dict[str, tuple[str, ...]] = {  # values that people do give, for combinations
    "--visitors": ("0", "1", "800", "6000", "40000"),
    "--conversion": ("0.5%", "4.5%", "0.045", "30%", "100%"),
    "--orders": ("0", "1", "9.5", "30", "79", "270", "800", "5000", "20000"),
    "--new-products": ("0", "3", "40"),
    "--ad-spend": ("0", "20000", "1000000"),
    "--age-days": ("0", "45", "400"),
    "--owner-hours": ("0", "4", "12"),
    "--founder-skills": ("none", "operations", "operations,design", "operations,marketing,design"),
    "--silent-share": ("0%", "40%", "100%"),
    "--inquiry-conversion": ("10%", "60%", "100%"),
    "--return-rate": ("0%", "8%", "60%"),
    "--team": ("team.yaml",),
    "--store": ("store.yaml",),
    "--stage": ("solo-launch", "promotion", "three-months", "half-year", "one-year"),
    "--format": ("table", "json", "yaml", "markdown", "csv"),
    "--output": ("plan.json", "new.csv", "new.txt", "-"),
    "--lang": ("en", "zh"),
    "--growth": ("10%/month", "1%/day", "-20%/year", "300%/year", "0%/week"),
    "--from": ("2026-12-01", "2028-02-29", "2999-01-01"),
    "--today": ("2026-11-01", "2030-01-01"),
    "--jump": ("3x@2027-03-01", "1.5x@2026-12-24", "100x@2028-03-01"),
    "--months": ("1", "6", "24"),
    "--forecast": ("days.csv",),
    "--smooth": ("1", "7", "91"),
    "--gaps": ("refuse", "zero"),
    "--ics": ("new.ics",),
    "--event": ("double-11", "618", "black-friday", "campaign"),
    "--date": ("2026-11-11", "2027-01-01"),
    "--orders-x": ("1", "3", "12"),
    "--mix": ("rule", "least-cost"),
    "--baseline": ("past.csv",),
    "--chats": ("0", "5", "300", "3000"),
    "--per-hour": ("0.1", "5", "60", "400"),
    "--handle": ("3", "6,7,8.5", "6,7,8.5,10,12"),
    "--patience": ("0.5", "3", "inf"),
    "--target": ("80%/30s", "95%/10s", "50%/5 min", "99%/0s"),
    "--open": ("09:00-23:00", "00:00-24:00", "14:00-15:00"),
    "--model": ("erlang-b", "erlang-c", "erlang-a", "chat"),
    "--definition": ("offered", "answered", "left-in-time", "patient", "short-waits", "virtual"),
    "--agents": ("1", "5", "80"),
    "--max-occupancy": ("50%", "85%", "100%"),
    "--days": ("1", "3"),
    "--weeks": ("1", "2"),
    "--day-cv": ("0%", "20%", "0.3"),
    "--people": ("1", "12", "pre-sale-service=3"),
    "--seed": ("1", "99"),
    "--work": ("exponential", "lognormal", "fixed"),
    "--steps": ("1", "2", "8", "30"),
    "--done": ("ticks.yaml", "new.yaml"),
    "--tick": ("owner/steer", "operator/daily-operations"),
}


class Slot(NamedTuple):
    """Where a value can stand: an option of a command, or its argument (then `option` is its place)."""

    command: str
    option: str
    takes: bool = True


@cache
def slots() -> tuple[Slot, ...]:
    """Every option and argument of every command."""
    root: Any = typer.main.get_command(app_for([]))
    commands = {name: root.commands[name] for name in COMMANDS} | {
        f"{group} {name}": root.commands[group].commands[name] for group, entries in GROUPS.items() for name in entries
    }
    found = []
    for name, command in commands.items():
        arguments = 0
        for param in command.params:
            if param.param_type_name == "argument":
                found.append(Slot(name, str(arguments)))
                arguments += 1
            elif not NEVER & set(param.opts):
                found.append(Slot(name, param.opts[0], takes=not param.is_flag))
    return tuple(found)


@cache
def systematic(seed: int) -> tuple[tuple[Slot, str], ...]:
    """Every slot with every hostile value, and every assumption with a tenth of them, in an order of the seed."""
    random = Random(f"{seed}/systematic")
    found = [(slot, value) for slot in slots() for value in (OPTION_VALUES if slot.takes else ("",))]
    settable = [slot for slot in slots() if slot.option == SETS]
    found += [
        (random.choice(settable), f"{name}={value}")
        for name in load(built_in()).assumptions
        for value in random.sample(OPTION_VALUES, len(OPTION_VALUES) // 10)
    ]
    random.shuffle(found)
    return tuple(found)


def option_case(key: Key) -> Case:
    """The prompt of a number: three of four are drawn from all pairs of option and value, one is a combination."""
    random = Random(f"{key.seed}/{key}")
    if key.number % 4:
        every = systematic(key.seed)
        slot, value = every[(key.number - key.number // 4) % len(every)]
        prompt = _with(slot, value, random)
        what = f"{slot.command}: {slot.option} {value[:MOST_SHOWN]!r}"
    else:
        prompt, what = _combined(random), "a combination"
    return Case(key, what, shelf(), (prompt,))


def _with(slot: Slot, value: str, random: Random) -> Prompt:
    """The command's own example with one hostile value, in some format."""
    words = _base(slot)
    if slot.option.isdigit():
        place = len(slot.command.split()) + int(slot.option)
        words[place : place + 1] = [value] if not value.startswith("-") else ["--", value]
        return tuple(words)
    if slot.option in words:
        place = words.index(slot.option)
        del words[place : place + 2]
    if slot.option != "--format" and "--format" not in words:
        words += ["--format", random.choice(FINE["--format"])]
    if not slot.takes:
        return (*words, slot.option)
    return (
        (*words, f"{slot.option}={value}")
        if value.startswith("-") or random.random() < 0.2
        else (*words, slot.option, value)
    )


def _base(slot: Slot) -> list[str]:
    said = BESIDE.get((slot.command, slot.option)) or BASES.get(slot.command)
    if said is None:
        first, _, second = slot.command.partition(" ")
        said = f"{slot.command} {GROUPS[first][second].example if second else COMMANDS[first].example}"
    return said.split()


def _combined(random: Random) -> Prompt:
    """A command with several options, most with a value that people give."""
    command = random.choice([*COMMANDS, *(f"{group} {name}" for group, entries in GROUPS.items() for name in entries)])
    words = _base(Slot(command, ""))
    own = [slot for slot in slots() if slot.command == command and not slot.option.isdigit()]
    for slot in random.sample(own, min(len(own), random.randint(1, 7))):
        if slot.option in words:
            continue
        value = _value(slot.option, random)
        words += (
            [slot.option]
            if not slot.takes
            else [slot.option, value]
            if not value.startswith("-")
            else [f"{slot.option}={value}"]
        )
    return tuple(words)


def _value(option: str, random: Random) -> str:
    if option == SETS:
        name = random.choice(list(load_names()))
        return f"{name}={random.choice((*load_names()[name], random.choice(OPTION_VALUES)))}"
    fine: Sequence[str] = FINE.get(option, ())
    return random.choice(fine) if fine and random.random() < 0.93 else random.choice(OPTION_VALUES)


@cache
def load_names() -> dict[str, tuple[str, ...]]:
    """Each assumption with its ends and its value."""
    found = load(built_in()).assumptions
    return {name: (*map(str, each.ends), str(each.value), "0") for name, each in found.items()}
