"""What we lean on and no library promises, tried on the installed releases. Each case says what breaks without it."""

import ast
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pytest
import typer
from pydantic import BaseModel, ValidationError
from typer.exceptions import TyperException

from teamplan.cli.app import app_for
from teamplan.libraries import HEADINGS, AsTyped, Complaint, complaint, context_of, left_as_typed, literals
from teamplan.page.blocks import Page, Title
from teamplan.page.table import Grid
from teamplan.page.terminal import drawn
from tests.conftest import ROOT


class Lean(NamedTuple):
    """A lean by its name, what breaks if the library changes, and the prompt that shows it with what we make of it."""

    name: str
    breaks: str
    prompt: tuple[str, ...]
    made: Complaint


COMPLAINTS = [
    Lean(
        "typer: the class NoSuchOption, its option_name, the opts of the parameters of its command",
        "an option that does not exist is told in English, without a near one",
        ("--vist", "3"),
        Complaint("no-such-option", "--vist", ("role", "--visitors", "--ahead")),
    ),
    Lean(
        "typer: the class MissingParameter, its param with metavar or name",
        "an argument that is missing is told in English",
        (),
        Complaint("missing-argument", "ROLE"),
    ),
    Lean(
        "typer: the class BadOptionUsage, its option_name",
        "an option without its value is told in English",
        ("agent", "--visitors"),
        Complaint("option-needs-value", "--visitors"),
    ),
    Lean(
        "typer: “does not take” in the text of BadOptionUsage",
        "an option with a value too many is told as one that lacks its value",
        ("agent", "--ahead=yes"),
        Complaint("option-takes-none", "--ahead"),
    ),
    Lean(
        "typer: “unexpected extra argument(s) (WORDS)” in the text of its usage error",
        "a word too many is told in English",
        ("agent", "more", "words"),
        Complaint("extra-argument", "more words"),
    ),
]


def refused(app: typer.Typer, prompt: tuple[str, ...]) -> TyperException:
    with pytest.raises(TyperException) as found:
        app(list(prompt), standalone_mode=False, prog_name="teamplan")
    return found.value


def one_command() -> typer.Typer:
    app = typer.Typer(add_completion=False, context_settings={"help_option_names": ["--help", "-h"]})

    @app.command()
    def answer(role: str, visitors: str = "", ahead: bool = typer.Option(False, "--ahead")) -> None:
        """A command with an argument, an option and a switch."""

    return app


@pytest.mark.parametrize("lean", COMPLAINTS, ids=[each.name for each in COMPLAINTS])
def test_a_complaint_is_known_for_what_it_is(lean: Lean) -> None:
    assert complaint(refused(one_command(), lean.prompt)) == lean.made, f"{lean.name}: without it {lean.breaks}"


def test_a_command_that_does_not_exist_is_known_by_the_text() -> None:
    found = complaint(refused(app_for([]), ("stages", "shw")))
    told = "typer: “No such command 'NAME'” and the commands of a group: without it the near one is not named"
    assert found == Complaint("no-such-command", "shw", ("list", "show", "check", "new")), told


def test_a_group_without_a_command_asks_for_help() -> None:
    found = complaint(refused(app_for([]), ("stages",)))
    told = "typer: the class NoArgsIsHelpError, whose text is the help: without it the help is told as a fault"
    assert found.key == "help", told
    assert "Usage: teamplan stages" in found.given, told


def test_a_complaint_carries_its_context() -> None:
    context = context_of(refused(app_for([]), ("stages", "shw")))
    assert context is not None, "typer: `ctx` of an exception: without it the mend names no command"
    assert context.command_path == "teamplan stages", "typer: `command_path`: without it the mend names no command"


def test_no_adapter_is_built_for_an_option(monkeypatch: pytest.MonkeyPatch) -> None:
    """An option whose type only an adapter could refuse: left as typed, the function gets the text."""
    seen: list[Any] = []

    class Command(typer.core.TyperCommand):
        def get_params(self, ctx: Any) -> Any:
            return left_as_typed(super().get_params(ctx))

    def coerce(self: AsTyped, value: Any, **_: Any) -> Any:
        seen.append(value)
        return value

    monkeypatch.setattr(AsTyped, "coerce", coerce)
    app = typer.Typer(add_completion=False)

    @app.command(cls=Command)
    def answer(visitors: str = "") -> None:
        seen.append(("got", visitors))

    app(["--visitors", "6000"], standalone_mode=False)
    assert ("got", "6000") in seen, "typer: an option set by `_runtime_param` must still reach its command"
    has_adapters = hasattr(typer.core.TyperOption, "get_runtime_param")  # since 0.29
    told = (
        "typer: `_runtime_param` with a `coerce(value, **)`: without it each option costs a pydantic adapter at start"
    )
    assert ("6000" in seen) == has_adapters, told


@pytest.mark.parametrize("english", HEADINGS)
def test_each_heading_stands_in_a_help_text(english: str, capsys: pytest.CaptureFixture[str]) -> None:
    for prompt in (("--help",), ("explain", "--help"), ("recommend", "--help")):
        app_for(prompt)(list(prompt), standalone_mode=False, prog_name="teamplan")
    told = capsys.readouterr().out
    assert english in told, f"typer: the heading “{english}” of a help text: it would stay English in Chinese help"


@pytest.mark.parametrize(
    ("kind", "values"),
    [(Literal["J"], ["J"]), (Literal["A", "B", "C"], ["A", "B", "C"]), (Literal[True], ["true"])],
    ids=["one", "three", "true"],
)
def test_the_values_of_a_literal_are_read_from_the_text(kind: Any, values: list[str]) -> None:
    class Model(BaseModel):
        grade: kind

    with pytest.raises(ValidationError) as found:
        Model.model_validate({"grade": "Z"})
    (fault,) = found.value.errors()
    told = "pydantic: the text “'A', 'B' or 'C'” of a `literal_error`: without it a slip is told without a near value"
    assert fault["type"] == "literal_error", told
    assert literals(fault["ctx"]["expected"]) == values, told


NAMED_TUPLE = {"_replace", "_asdict", "_fields", "_make"}  # public in spite of the underscore


def private_names(path: Path) -> list[str]:
    """Attributes and arguments with an underscore that are not a class's own (`self._x`)."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            own = isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
            found += [] if own else [node.attr]
        elif isinstance(node, ast.keyword):
            found += [node.arg or ""]
        elif isinstance(node, ast.ImportFrom):
            found += (node.module or "").split(".") if node.level == 0 else []
    return [name for name in found if name.startswith("_") and not name.startswith("__") and name not in NAMED_TUPLE]


def own_names(path: Path) -> set[str]:
    """What the classes and functions of a file define themselves."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name):
            names |= {node.attr} if node.value.id == "self" else set()
    return names


def test_no_other_file_reaches_into_a_library() -> None:
    files = {path.relative_to(ROOT / "src" / "teamplan"): path for path in (ROOT / "src").rglob("*.py")}
    own = set().union(*map(own_names, files.values()))
    reached = {str(name): [each for each in private_names(path) if each not in own] for name, path in files.items()}
    assert {name: found for name, found in reached.items() if found} == {"libraries.py": ["_runtime_param"]}


def test_colours_and_width_hang_on_nothing_but_the_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page((Title("Stage"), Grid(("Role", "Load"), (("Agent", "1"),))))
    expected = drawn(page, 60, plain=True), drawn(page, 60, plain=False)
    assert "\x1b[1m" in expected[1]
    for name, value in {
        "FORCE_COLOR": "1",
        "NO_COLOR": "1",
        "COLUMNS": "7",
        "LINES": "2",
        "TERM": "dumb",
        "COLORTERM": "truecolor",
        "TTY_COMPATIBLE": "1",
        "JUPYTER_COLUMNS": "9",
    }.items():
        monkeypatch.setenv(name, value)
        assert (drawn(page, 60, plain=True), drawn(page, 60, plain=False)) == expected, f"rich looks at {name}"
