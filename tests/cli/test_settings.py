"""`teamplan.yaml`: where it is found, what it says, who wins over it, and how its faults are told."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer

from teamplan.cli.app import app_for
from teamplan.prompt.settings import ONLY_TYPED, options_known, settings_for
from teamplan.reading.settings import FILES, FOLDERS, nearest_settings
from tests.cli.prompt import process, teamplan

Write = Callable[[str], Path]
SHOP = "visitors: 6,000\nconversion: 4.5%\n"


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes the file of a project; the process stands in a folder two below, under a home that ends the search."""
    monkeypatch.setenv("HOME", str(tmp_path))
    project, below = tmp_path / "project", tmp_path / "project" / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)

    def written(text: str) -> Path:
        (project / "teamplan.yaml").write_text(text, encoding="utf-8")
        return project

    return written


def orders(*prompt: str, **environment: str) -> float:
    """The orders a day of the plan that a prompt makes here."""
    done = teamplan(*prompt, "--format", "json", cwd=Path.cwd(), **environment)
    assert done.returncode == 0, done.stderr
    return float(json.loads(done.stdout)["store"]["orders"])


def origins(*prompt: str, **environment: str) -> dict[str, tuple[str, str, str]]:
    """What `config show` says of each option: value, origin, place."""
    done = teamplan("config", "show", *prompt, "--format", "json", cwd=Path.cwd(), **environment)
    assert done.returncode == 0, done.stderr
    return {
        each["option"]: (each["value"], each["origin"], each["place"]) for each in json.loads(done.stdout)["options"]
    }


def test_the_nearest_file_above_is_taken(write: Write, tmp_path: Path) -> None:
    assert nearest_settings() is None
    project = write(SHOP)
    assert nearest_settings() == Path("../../teamplan.yaml")
    assert orders("recommend") == 270
    (project / "a" / "teamplan.yaml").write_text("orders: 40\n", encoding="utf-8")
    assert orders("recommend") == 40


def test_the_search_ends_with_the_home_and_looks_there(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "teamplan.yaml").write_text("orders: 30\n", encoding="utf-8")
    assert nearest_settings() == Path("../../../teamplan.yaml")
    monkeypatch.setenv("HOME", str(tmp_path / "project"))
    assert nearest_settings() is None


def test_the_search_ends_where_another_file_system_begins(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    project, real = write(SHOP), os.stat
    of_project = real(project).st_ino

    def stat(path: Any, **more: Any) -> os.stat_result:
        found = list(real(path, **more))
        return os.stat_result([*found[:2], found[2] + (found[1] == of_project), *found[3:]])  # another device

    monkeypatch.setattr(os, "stat", stat)
    assert nearest_settings() is None


def test_a_folder_that_is_gone_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert nearest_settings() is None


@pytest.mark.parametrize("prompt", [("recommend", "--no-config"), ("recommend",)])
def test_it_can_be_left_aside(prompt: tuple[str, ...], write: Write) -> None:
    write(SHOP + "nonsense: 1\n")
    environment = {} if "--no-config" in prompt else {"TEAMPLAN_NO_CONFIG": "1"}
    done = teamplan(*prompt, cwd=Path.cwd(), **environment)
    assert (done.returncode, done.stderr[:36]) == (2, "the volume of the shop is missing. G")


def test_the_prompt_wins_over_the_environment_and_that_over_the_file(write: Write) -> None:
    write(SHOP + "playbook: own-site\nlang: zh\ncolor: always\n")
    place = "../../teamplan.yaml"
    assert origins() == {
        "visitors": ("6,000", "file", f"{place}:1:1"),
        "conversion": ("4.5%", "file", f"{place}:2:1"),
        "playbook": ("own-site", "file", f"{place}:3:1"),
        "lang": ("zh", "file", f"{place}:4:1"),
        "color": ("always", "file", f"{place}:5:1"),
        "format": ("json", "option", ""),
    }
    by_environment = origins(TEAMPLAN_PLAYBOOK="marketplace", TEAMPLAN_LANG="en", NO_COLOR="1")
    assert by_environment["playbook"] == ("marketplace", "environment", "TEAMPLAN_PLAYBOOK")
    assert by_environment["lang"] == ("en", "environment", "TEAMPLAN_LANG")
    assert by_environment["color"] == ("never", "environment", "NO_COLOR")
    typed = origins(
        "--playbook", "marketplace", "--lang", "en", "--visitors", "8k", TEAMPLAN_PLAYBOOK="x", TEAMPLAN_LANG="zh"
    )
    assert [typed[each] for each in ("playbook", "lang", "visitors")] == [
        ("marketplace", "option", ""),
        ("en", "option", ""),
        ("8k", "option", ""),
    ]


def test_what_it_says_is_what_a_prompt_would_say(write: Write) -> None:
    project = write(
        SHOP + "set: {pack_minutes: 4}\nfounder-skills: [operations, design]\nstock-counted: true\nad-spend: 30,000\n"
        "format: json\nteam: team.yaml\ngrowth: 5%/month\n"
    )
    (project / "team.yaml").write_text("roles: {operator: 1}\n", encoding="utf-8")
    typed = ["--visitors", "6,000", "--conversion", "4.5%", "--set", "pack_minutes=4", "--ad-spend", "30,000"]
    typed += ["--founder-skills", "operations,design", "--stock-counted", "--format", "json"]
    typed += ["--team", "../../team.yaml", "--no-config"]
    here = Path.cwd()
    assert teamplan("recommend", cwd=here).stdout == teamplan("recommend", *typed, cwd=here).stdout != ""


def test_playbooks_are_seen_from_the_file_or_are_those_that_ship(write: Write) -> None:
    project = write("playbook: mine\nwith: [live-stream, sub/over]\n")
    for name in ("mine", "sub/over"):
        (project / name).mkdir(parents=True)
    found = settings_for(["recommend", "--help"]).of
    assert found["playbook"].value == "../../mine"
    assert found["with"].value == ("live-stream", "../../sub/over")


@pytest.mark.parametrize(
    ("text", "typed", "left"),
    [
        (SHOP + "orders: 90\n", (), {"visitors", "conversion", "orders"}),
        (SHOP, ("--orders", "90"), {"conversion"}),
        (SHOP + "orders: 90\n", ("--visitors=8000",), {"conversion"}),
        ("orders: 90\n", ("--conversion", "5%"), {"orders"}),
        (SHOP + "ad-spend: 3\ncity: beijing\nlang: zh\n", ("--store", "a.yaml"), {"lang"}),
        ("store: a.yaml\n", ("--shops", "b.yaml"), set()),
        ("growth: 5%/month\n", ("--forecast", "days.csv"), set()),
        ("chats: 300\n", ("--per-hour", "20"), set()),
        ("format: json\nlang: zh\n", ("-o", "plan.csv"), {"lang"}),
        ("format: csv\nlang: zh\n", ("--json",), {"lang"}),
        ("json: true\nlang: zh\n", ("--format", "csv"), {"lang"}),
        ("json: true\nlang: zh\n", ("-o", "plan.csv"), {"lang"}),
    ],
)
def test_what_the_prompt_says_otherwise_makes_void(
    text: str, typed: tuple[str, ...], left: set[str], write: Write
) -> None:
    write(text)
    kept = {name for name in settings_for(["recommend", *typed]).of if f"--{name}" not in " ".join(typed)}
    assert kept == left


def test_a_fault_of_a_value_is_told_at_its_place(write: Write) -> None:
    write("visitors: many\nconversion: 4,5%\nset: pack=x\n")
    done = teamplan("recommend", cwd=Path.cwd())
    assert done.returncode == 2
    assert [line.partition(": “")[0] for line in done.stderr.splitlines()][::2] == [
        "../../teamplan.yaml:1:1: visitors",
        "../../teamplan.yaml:3:1: set",
    ]
    assert "../../teamplan.yaml:2:1: conversion: a comma" in done.stderr
    typed = teamplan("recommend", "--visitors", "few", cwd=Path.cwd()).stderr
    assert typed.startswith("--visitors: “few”")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("lang: fr\n", "../../teamplan.yaml:1:1: lang: “fr” is not a language"),
        ("format: jsn\n", "../../teamplan.yaml:1:1: format: “jsn” is not a format"),
        ("playbook: nope\n", "../../teamplan.yaml:1:1: playbook: there is no folder"),
        ("[a]\n", "../../teamplan.yaml:1:1: expected names with values"),
        ("a: [\n", "../../teamplan.yaml:2:1: is not valid YAML"),
        ("orders: 3\norders: 4\n", "../../teamplan.yaml:2:1: orders: “orders” stands here a second time"),
    ],
)
def test_a_faulty_file_is_told(text: str, told: str, write: Write) -> None:
    write(text)
    done = teamplan("recommend", "--orders", "3", cwd=Path.cwd())
    assert (done.returncode, done.stderr[: len(told)]) == (2, told)
    assert teamplan("recommend", "--orders", "3", "--no-config", cwd=Path.cwd()).returncode == 0


def test_an_empty_file_says_nothing(write: Write) -> None:
    write("# orders: 3\n")
    assert orders("recommend", "--orders", "270") == 270


def test_help_is_given_whatever_the_file_says(write: Write) -> None:
    write("nonsense: 1\nlang: zh\n")
    done = process("recommend", "--help", cwd=Path.cwd())
    assert (done.returncode, done.stdout[:3], done.stderr) == (0, "用法：", "")


def test_every_option_may_stand_in_it_but_those_for_the_prompt_alone() -> None:
    group: Any = typer.main.get_command(app_for([]))
    commands = [inner for each in group.commands.values() for inner in getattr(each, "commands", {"": each}).values()]
    params = [param for each in commands for param in each.params if param.param_type_name == "option"]
    options = {name[2:] for param in params for name in param.opts if name[:2] == "--"}
    known = {*options_known(), *ONLY_TYPED}
    assert options - known == set()
    assert known - options == {"help", "version"}
    assert {*FILES, *FOLDERS} <= options


def test_a_start_without_a_file_asks_for_it_a_few_times(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = os.stat

    def stat(path: Any, **more: Any) -> os.stat_result:
        asked.append(str(path))
        return real(path, **more)

    monkeypatch.setattr(os, "stat", stat)
    settings_for(["recommend"])
    assert len(asked) <= 10
