"""How a prompt behaves: notes or none, colour or none, the short names, and the same options on every command."""

import io
from typing import Any

import pytest
import typer

from teamplan.cli.app import app_for
from teamplan.page.manner import Manner, behaving, coloured, quiet
from tests.cli.prompt import process, teamplan

NOTED = ("recommend", "--orders", "270", "--set", "pack_minutes=40")
BEHAVING = {"--quiet", "-q", "--color", "--no-config", "--help"}


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("option", ["-q", "--quiet"])
def test_quiet_leaves_out_notes_and_no_problem(option: str) -> None:
    loud, still = teamplan(*NOTED), teamplan(*NOTED, option)
    assert (still.stdout, still.stderr) == (loud.stdout, "")
    assert "is outside the range" in loud.stderr
    faulty = ("recommend", "--orders", "-1")
    assert teamplan(*faulty, option).stderr == teamplan(*faulty).stderr != ""
    assert not quiet(), "the next prompt is not quiet"


@pytest.mark.parametrize(
    ("color", "environment", "terminal", "wanted"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": ""}, False, False),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_who_decides_on_colour(
    color: str, environment: dict[str, str], terminal: bool, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with behaving(Manner(color=color)):
        assert coloured(Terminal() if terminal else io.StringIO()) == wanted


def test_colour_in_a_pipe_is_asked_for_and_changes_no_word() -> None:
    plain = teamplan("recommend", "--orders", "270").stdout
    always = teamplan("recommend", "--orders", "270", "--color", "always").stdout
    assert "\x1b[" not in plain
    assert "\x1b[1m" in always
    forced = teamplan("recommend", "--orders", "270", FORCE_COLOR="1").stdout
    assert forced == always
    assert teamplan("recommend", "--orders", "270", "--color", "never", FORCE_COLOR="1").stdout == plain


def test_the_version_has_a_short_name() -> None:
    assert process("-V").stdout == process("--version").stdout == "teamplan 0.1.0\n"


def test_every_command_behaves_alike() -> None:
    group: Any = typer.main.get_command(app_for([]))
    commands = [
        (name, inner)
        for name, each in group.commands.items()
        for inner in (each.commands.values() if hasattr(each, "commands") else [each])
    ]
    assert len(commands) > 25
    for name, command in commands:
        options = {option for param in command.get_params(typer.Context(command)) for option in param.opts}
        assert options >= BEHAVING, name
