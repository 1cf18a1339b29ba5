"""What a shell completes: commands, options and every value, in the real shells where they are, without a model."""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from teamplan.cli.app import COMMANDS, OF_ALL_GROUPS, OF_ITSELF, app_for
from teamplan.cli.complete import completed, slots_of, told
from teamplan.cli.completion import SCRIPTS, SHELLS
from teamplan.cli.values import FIXED, KINDS
from teamplan.page.sql import DIALECTS
from teamplan.playbook.money import CURRENCIES
from teamplan.reading.compiled import playbook_in
from teamplan.reading.ids import KINDS as OF_IDS
from teamplan.reading.ids import ids_of
from teamplan.reading.places import Overlaid, built_in, overlay_folder, playbook_folder
from tests.cli.prompt import bare, process, teamplan

ENTRIES = {
    **COMMANDS,
    **OF_ITSELF,
    **{f"{group} {name}": entry for group, all_ in OF_ALL_GROUPS.items() for name, entry in all_.items()},
}


def values(*words: str) -> list[str]:
    return [name for name, _ in completed(words)[1]]


def test_commands_and_groups_are_completed_with_their_help() -> None:
    assert values("") == [*COMMANDS, *OF_ALL_GROUPS, *OF_ITSELF]
    assert completed(["recom"]) == ("words", [("recommend", "Print the team a shop needs")])
    assert values("stages", "") == ["list", "show", "check", "new"]
    assert values("-") == ["--help", "--version"]
    assert values("nonsense", "") == values("stages", "nonsense", "") == []


@pytest.mark.parametrize("name", ENTRIES)
def test_the_options_are_those_that_the_help_tells(name: str) -> None:
    words = name.split()
    root: Any = typer.main.get_command(app_for([*words, "--help"]))
    command = root.commands[words[0]] if len(words) == 1 else root.commands[words[0]].commands[words[1]]
    options, arguments, _ = slots_of(ENTRIES[name], built_in())
    assert {typed for slot in options for typed in slot.typed} == {
        typed for param in command.params if param.param_type_name == "option" for typed in param.opts
    }
    assert [slot.name for slot in arguments] == [
        param.name for param in command.params if param.param_type_name == "argument"
    ]
    flags = {param.name for param in command.params if getattr(param, "is_flag", False)}
    assert {slot.name for slot in options if not slot.takes_value} == flags


@pytest.mark.parametrize(
    ("words", "some"),
    [
        (("recommend", "--stage", ""), ["solo-launch", "promotion", "three-months", "half-year", "one-year"]),
        (
            (
                "recommend",
                "--stage=ha",
            ),
            ["--stage=half-year"],
        ),
        (("recommend", "--format", ""), ["table", "json", "yaml", "markdown", "csv"]),
        (("orgchart", "--format", "s"), ["svg"]),
        (("curves", "--format", "s"), ["sql"]),
        (("curves", "--dialect", "d"), ["duckdb"]),
        (("recommend", "--set", "pack_m"), ["pack_minutes="]),
        (("recommend", "--founder-skills", "operations,des"), ["operations,design"]),
        (("recommend", "--sourcing", "pre-sale-service=chats"), ["pre-sale-service=chats-by-consult"]),
        (("recommend", "--city", "bei"), ["beijing"]),
        (("recommend", "--category", "wom"), ["womens-wear"]),
        (("recommend", "--lang", ""), ["en", "zh"]),
        (("recommend", "--playbook", "own"), ["own-site"]),
        (("recommend", "--with", ""), ["live-stream"]),
        (("recommend", "--playbook", "own-site", "--stage", "nine"), ["nine-roles"]),
        (("recommend", "--silent"), ["--silent-share"]),
        (("recommend", "--orders", "3", "--order"), []),
        (("peak", "--event", "double-11"), ["double-11"]),
        (("explain", "warehouse-k"), ["warehouse-keeper"]),
        (("explain", "pay"), ["payroll"]),
        (("explain", "--lang", "en", "owne"), ["owner", "owner_day_hours"]),
        (("checklist", "half"), ["half-year"]),
        (("checklist", "half-year", "--role", "desi"), ["designer", "design-lead"]),
        (("orgchart", "--template", "four"), ["four-departments"]),
        (("sweep", "visit"), ["visitors="]),
        (("schema", "pay"), ["pay", "pay-people"]),
        (("diff", "half-year", "own"), ["own-site"]),
        (("stages", "show", "one"), ["one-year"]),
        (("help", "exit"), ["exit-codes"]),
        (("help", "stages", "sh"), ["show"]),
        (("completion", "z"), ["zsh"]),
        (("recommend", "--color", ""), ["auto", "always", "never"]),
    ],
)
def test_values_are_completed(words: tuple[str, ...], some: list[str]) -> None:
    found = values(*words)
    assert found[: len(some)] == some or set(some) <= set(found)
    assert bool(found) == bool(some)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (("recommend", "--team", ""), "files"),
        (("recommend", "--store=", ""), "words"),
        (("recommend", "--store="), "files"),
        (("pay", "sheet", ""), "files"),
        (("pay", "explain", "Zhao", ""), "files"),
        (("diff", ""), "files"),
        (("stages", "check", ""), "folders"),
        (("recommend", "--playbook", ""), "folders"),
        (("recommend", "--orders", ""), "words"),
    ],
)
def test_files_and_folders_are_left_to_the_shell(words: tuple[str, ...], kind: str) -> None:
    assert completed(words)[0] == kind


def test_the_file_of_the_project_names_the_playbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "teamplan.yaml").write_text("playbook: own-site\nnonsense: 1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert values("recommend", "--stage", "found") == ["founding"]


@pytest.mark.parametrize(
    "where",
    [
        built_in(),
        playbook_folder("own-site"),
        Overlaid(built_in(), (overlay_folder("live-stream"),)),
    ],
    ids=str,
)
def test_ids_at_a_glance_are_those_of_the_playbook(where: Any) -> None:
    playbook = playbook_in(where, events=True, sourcing=True)
    known = {
        "stage": playbook.stages,
        "role": playbook.roles,
        "duty": playbook.duties,
        "assumption": playbook.assumptions,
        "function": playbook.frame.functions,
        "input": playbook.frame.inputs,
        "category": playbook.categories,
        "place": playbook.places,
        "hire-order": playbook.frame.hire_orders,
        "event": playbook.events.events if playbook.events else {},
        "bought": playbook.sourcing or {},
    }
    assert set(known) == {*OF_IDS, "stage"} - {"template"}
    for kind, ids in known.items():
        assert set(ids_of(where, kind)) == set(ids), kind
    assert list(ids_of(where, "stage")) == list(playbook.stages)
    for role, (english, chinese) in ids_of(where, "role").items():
        assert (english, chinese) == (playbook.roles[role].name.en, playbook.roles[role].name.zh)


def test_fixed_values_are_those_of_their_homes() -> None:
    from teamplan.engine.queue.line import DEFINITIONS, MODELS
    from teamplan.questions.hire.schedule import GAPS
    from teamplan.questions.peak.reading import MIXES
    from teamplan.questions.schema.answer import KINDS as OF_SCHEMA
    from teamplan.questions.simulate.question import WORKS
    from teamplan.questions.sweep.question import PLOTS

    homes = {"definition": DEFINITIONS, "model": MODELS, "gaps": GAPS, "mix": MIXES, "work": WORKS, "plot": PLOTS}
    homes |= {"currency": CURRENCIES, "dialect": tuple(DIALECTS)}
    assert {name: tuple(FIXED[name]) for name in homes} == homes
    assert set(KINDS) == set(OF_SCHEMA)


def test_bash_breaks_words_where_python_does_not() -> None:
    assert list(told("bash", ["teamplan recommend --stage=ha"])) == ["words", "half-year"]
    assert list(told("bash", ["teamplan recommend --set pack_minutes=4 --stage 'ha"])) == ["words", "half-year"]
    assert list(told("powershell", ["teamplan help exit"])) == ["words", "exit-codes"]
    assert list(told("bash", ["teamplan "]))[1] == "recommend"


def test_a_fault_of_ours_leaves_the_line_alone() -> None:
    done = process("recommend", "--stage", "", _TEAMPLAN_COMPLETE="zsh", TEAMPLAN_PLAYBOOK="\udcff/no/such")
    assert (done.stdout, done.stderr) == ("words\n", "")


def test_no_model_is_made_to_complete() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "teamplan", "recommend", "--set", ""],
        env=bare(_TEAMPLAN_COMPLETE="zsh"),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert "pack_minutes=\tPick" in done.stdout
    modules = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert not {"pydantic", "pydantic_core", "yaml", "rich", "teamplan.engine"} & modules


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed(shell: str) -> None:
    done = teamplan("completion", shell)
    assert done.stdout == (SCRIPTS / shell).read_text(encoding="utf-8")
    assert f"teamplan completion {shell}" in done.stdout
    assert {path.name for path in SCRIPTS.iterdir()} == set(SHELLS)


@pytest.fixture
def on_path(tmp_path: Path) -> dict[str, str]:
    """An environment in which `teamplan` is the program under test, in a folder with files."""
    program = tmp_path / "bin" / "teamplan"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m teamplan "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "here" / "folder").mkdir(parents=True)
    (tmp_path / "here" / "my team.yaml").write_text("", encoding="utf-8")
    environment = bare(HOME=str(tmp_path), TERM="dumb")
    return environment | {"PATH": f"{program.parent}{os.pathsep}{environment['PATH']}", "PWD": str(tmp_path / "here")}


def run_shell(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(
        command, cwd=environment["PWD"], env=environment, capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    return done.stdout


needs = {shell: pytest.mark.skipif(shutil.which(shell) is None, reason=f"no {shell} here") for shell in SHELLS}
PROMPTS = (
    ("teamplan recommend --stage=ha", "half-year"),
    ("teamplan recommend --team my", "my team.yaml"),
    ("teamplan stages check f", "folder"),
    ("teamplan explain pre-sale-s", "pre-sale-service"),
)


@needs["bash"]
def test_bash_completes(on_path: dict[str, str]) -> None:
    lines = ['eval "$(teamplan completion bash)"']
    for line, _ in PROMPTS:
        lines += [
            f"COMP_LINE='{line}' COMP_POINT={len(line)}",
            f"_teamplan teamplan '{re.split('[ =]', line)[-1]}' ''",
            "printf '%s\\n' \"${COMPREPLY[0]}\"",
        ]
    assert run_shell(["bash", "-c", "\n".join(lines)], on_path).splitlines() == [value for _, value in PROMPTS]


@needs["fish"]
def test_fish_completes(on_path: dict[str, str]) -> None:
    lines = ["teamplan completion fish | source", *(f"complete -C '{line}'" for line, _ in PROMPTS)]
    found = run_shell(["fish", "--no-config", "-c", "\n".join(lines)], on_path).splitlines()
    assert [line.partition("\t")[0].rstrip("/").replace("\\", "") for line in found] == [
        "--stage=half-year",
        *(value for _, value in PROMPTS[1:]),
    ]


@needs["zsh"]
def test_zsh_completes(on_path: dict[str, str]) -> None:
    awaited = {line: value.replace(" ", "\\ ") for line, value in PROMPTS}
    before = ["autoload -Uz compinit && compinit -u -D", 'eval "$(teamplan completion zsh)"', "PS1='> '"]
    shown = interactive(["zsh", "-f", "-i"], before, awaited, on_path)
    for value, said in zip(awaited.values(), shown, strict=True):
        assert value in said


def interactive(command: list[str], before: list[str], typed: dict[str, str], environment: dict[str, str]) -> list[str]:
    """What a shell on a terminal makes of lines that are typed and taken back: whether what is awaited was shown."""
    terminal, other = pty.openpty()
    shell = subprocess.Popen(
        command,
        cwd=environment["PWD"],
        env=environment,
        stdin=other,
        stdout=other,
        stderr=other,
        start_new_session=True,
    )
    os.close(other)

    def until(awaited: str) -> str:
        said = ""
        while awaited not in said and select.select([terminal], [], [], 20)[0]:
            said += os.read(terminal, 65536).decode(errors="replace")
        return said

    try:
        os.write(terminal, "; ".join([*before, "echo rea''dy\n"]).encode())
        until("ready")
        shown = []
        for line, value in typed.items():
            os.write(terminal, f"{line}\t".encode())
            shown.append(until(value))
            os.write(terminal, b"\x15")
    finally:
        shell.kill()
        shell.wait()
        os.close(terminal)
    return shown
