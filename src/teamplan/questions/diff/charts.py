"""Answers: who comes, who gets another boss, and who leads more or fewer, between two charts of reporting lines?"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from teamplan.playbook.people import OWNER
from teamplan.questions.diff.answer import Change, diff_heads

VACANT = "vacant"  # how a chart writes a place to fill
Chart = Mapping[str, Any]


def diff_charts(before: Chart, after: Chart) -> tuple[Change, ...]:
    """Two charts as read from JSON: stage, volume, people, whom each role reports to, and how many each boss leads."""
    return (*_where(before, after), *diff_heads(_people(before), _people(after)), *_lines(before, after))


def _where(before: Chart, after: Chart) -> Iterator[Change]:
    for key in ("stage", "orders"):
        if before[key] != after[key]:
            yield Change(key, {"before": before[key], "after": after[key]})


def _people(chart: Chart) -> dict[str, int]:
    """People by role; a place to fill is nobody yet."""
    return Counter(seat["role"] for seat in chart["people"] if seat["status"] != VACANT)


def _lines(before: Chart, after: Chart) -> Iterator[Change]:
    """Roles whose bosses are others now, new lines, persons by name who move, and bosses who lead more or fewer."""
    was, now = _bosses(before), _bosses(after)
    for role, bosses in now.items():
        if role not in was:
            yield Change("reports", {"role": role, "bosses": bosses})
        elif was[role] != bosses:
            yield Change("reports-else", {"role": role, "before": was[role], "after": bosses})
    yield from _moved(before, after)
    led, leads = _led(before), _led(after)
    for role in dict.fromkeys([*led, *leads]):
        if led[role] != leads[role]:
            yield Change("leads", {"role": role, "before": led[role], "after": leads[role]})


def _roles(chart: Chart) -> dict[str, str]:
    return {OWNER: OWNER} | {seat["id"]: seat["role"] for seat in chart["people"]}


def _bosses(chart: Chart) -> dict[str, list[str]]:
    """The roles that people of each role report to, in order."""
    roles, found = _roles(chart), dict[str, dict[str, None]]()
    for seat in chart["people"]:
        found.setdefault(seat["role"], {})[roles.get(seat["boss"], OWNER)] = None
    return {role: sorted(bosses) for role, bosses in found.items()}


def _led(chart: Chart) -> Counter[str]:
    """How many report to the people of each role, places to fill included."""
    roles = _roles(chart)
    return Counter(roles.get(seat["boss"], OWNER) for seat in chart["people"])


def _moved(before: Chart, after: Chart) -> Iterator[Change]:
    """Persons whom both charts name and who have another boss, by the boss's name where there is one."""
    was, now = _named(before), _named(after)
    for name, boss in now.items():
        if name in was and was[name] != boss:
            yield Change("person-moves", {"name": name, "before": was[name], "after": boss})


def _named(chart: Chart) -> dict[str, str]:
    called = {seat["id"]: seat.get("name") or seat["role"] for seat in chart["people"]}
    return {seat["name"]: called.get(seat["boss"], OWNER) for seat in chart["people"] if seat.get("name")}
