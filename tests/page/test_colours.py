"""Colour where somebody looks: bars, charts with their legend, dates that are late; and not a code in a pipe."""

import os
import pty
import re
import subprocess
import sys
from datetime import date

import pytest

from teamplan.page.blocks import Bar, Gantt, Lines, Page
from teamplan.page.gantt import gantt_lines
from teamplan.page.table import Column, Shown, grid_of, table
from teamplan.page.terminal import drawn
from tests.cli.prompt import bare, teamplan

CODE = re.compile(r"\x1b\[[0-9;]*m")
RED, GREEN, YELLOW, CYAN, MAGENTA, LATE = (f"\x1b[{code}m" for code in ("31", "32", "33", "36", "35", "1;31"))
HIRE = (
    "hire",
    "--orders",
    "250",
    "--growth",
    "10%/month",
    "--from",
    "2026-12-01",
    "--today",
    "2026-12-01",
    "--months",
    "2",
)
CHART = Gantt(
    date(2026, 12, 1),
    date(2027, 1, 31),
    (
        "Hires = people #1",
        Bar("1 # agent", date(2026, 12, 1), date(2026, 12, 15), date(2027, 1, 10), date(2026, 12, 10)),
    ),
)


def bare_of(shown: str) -> str:
    """The text without its codes, and without the blanks that these held at the ends of lines."""
    return "\n".join(line.rstrip() for line in CODE.sub("", shown).split("\n"))


def test_the_signs_of_a_chart_have_colours_and_its_labels_none() -> None:
    shown = drawn(Page((CHART,)), 80, plain=False)
    assert CODE.sub("", shown).splitlines() == gantt_lines(CHART, 80)
    chart = shown.splitlines()[-1]
    for color, sign in ((YELLOW, "."), (LATE, "!"), (MAGENTA, "+"), (GREEN, "#")):
        assert f"{color}{sign}" in chart
    assert chart.startswith("1 # agent ")
    assert shown.splitlines()[1] == "Hires = people #1"


@pytest.mark.parametrize("text", [". search, = ramp-up, # work: ! nobody", ". 招聘，= 上手，# 上岗：! 无人"])
def test_the_legend_of_a_chart_has_its_colours(text: str) -> None:
    shown = drawn(Page((CHART, Lines((text,)))), 80, plain=False).splitlines()[-1]
    assert CODE.sub("", shown) == text
    for color, sign in ((YELLOW, "."), (CYAN, "="), (GREEN, "#"), (LATE, "!")):
        assert f"{color}{sign}\x1b[0m" in shown
    alone = drawn(Page((Lines((text,)),)), 80, plain=False)
    assert alone.rstrip() == text, "lines elsewhere are no legend"


def test_bars_and_their_legend_have_the_same_colours() -> None:
    rows = [{"bar": "░░░"}, {"bar": "██"}, {"bar": "■■□"}]
    page = Page((table([Column("bar", "", page_only=True)], rows), Lines(("░ loss, █ gain",))))
    shown = drawn(page, 80, plain=False)
    for said in (f"{RED}░░░", f"{GREEN}██", f"{GREEN}■■", f"{YELLOW}□", f"{RED}░\x1b[0m loss", f"{GREEN}█\x1b[0m gain"):
        assert said in shown
    assert bare_of(shown) == drawn(page, 80, plain=True)


def test_a_late_cell_is_red_and_says_so_without() -> None:
    day = date(2026, 12, 1)
    given = table(
        [Column("on", "on"), Column("who", "who")],
        [{"on": Shown(day, f"{day} !", late=True), "who": "agent"}, {"on": day}],
    )
    assert grid_of(given).late == {(0, 0)}
    shown = drawn(Page((given,)), 80, plain=False)
    assert f"{LATE}2026-12-01 !\x1b[0m" in shown
    assert shown.count(LATE) == 1
    assert bare_of(shown) == drawn(Page((given,)), 80, plain=True)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_colour_changes_no_character_of_a_calendar(language: str) -> None:
    plain = teamplan(*HIRE, "--lang", language, COLUMNS="120").stdout
    shown = teamplan(*HIRE, "--lang", language, "--color", "always", COLUMNS="120").stdout
    assert "\x1b" not in plain
    assert LATE in shown
    assert bare_of(shown) == plain


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of its own")
@pytest.mark.parametrize(("more", "wanted"), [((), True), (("--color", "never"), False)])
def test_a_terminal_gets_colour(more: tuple[str, ...], wanted: bool) -> None:
    terminal, other = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "teamplan", *HIRE, *more],
        stdin=other,
        stdout=other,
        stderr=other,
        env=bare(TERM="xterm"),
    ) as process:
        os.close(other)
        shown = b""
        try:
            while part := os.read(terminal, 65536):
                shown += part
        except OSError:
            pass  # the other side is closed
    os.close(terminal)
    assert process.returncode == 0
    assert (LATE in shown.decode()) == (b"\x1b" in shown) == wanted
