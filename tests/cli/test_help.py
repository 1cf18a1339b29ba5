"""`teamplan help`: commands, topics in both languages, and a manual page that `man` takes without a warning."""

import re
import shutil
import subprocess
from typing import Any

import pytest
import typer

from teamplan.cli.app import COMMANDS, OF_ALL_GROUPS, OF_ITSELF, app_for
from teamplan.cli.manual import manual
from teamplan.language.topics import SAID, TOPICS
from teamplan.page.cells import cells
from teamplan.page.formats import DRAWINGS, FORMATS, STATEMENTS
from tests.cli.prompt import bare, process, teamplan

CHINESE = re.compile("[\u4e00-\u9fff]")
PROMPT = re.compile(r"^  teamplan (\S+(?: (?:list|show|check|new)\b)?)", re.MULTILINE)
VARIABLE = re.compile(r"\b(?:TEAMPLAN_[A-Z_]+|NO_COLOR|FORCE_COLOR|XDG_CACHE_HOME|COLUMNS)\b")
needs_man = pytest.mark.skipif(shutil.which("man") is None, reason="no man here")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_help_alone_is_the_list_of_commands_and_of_topics(language: str) -> None:
    told = process("help", "--lang", language).stdout
    assert told.startswith(process("--help", "--lang", language).stdout)
    listed = told.splitlines()
    assert listed[-2] == SAID["topics"][language == "zh"]
    assert listed[-1].split() == list(TOPICS)


@pytest.mark.parametrize("words", ["recommend", "stages show", "pay", "help"])
def test_the_help_of_a_command_is_its_own(words: str) -> None:
    assert teamplan("help", *words.split()).stdout == teamplan(*words.split(), "--help").stdout != ""


def test_a_topic_that_is_a_group_as_well_is_told_with_it() -> None:
    told = teamplan("help", "stages").stdout
    assert told == f"{TOPICS['stages'][0]}\n\n{teamplan('stages', '--help').stdout}"
    assert teamplan("help", "words").stdout == TOPICS["words"][0] + "\n"


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_stands_in_both_languages_and_fits_a_screen(topic: str) -> None:
    english, chinese = TOPICS[topic]
    assert not CHINESE.search(english.replace("万", ""))
    assert CHINESE.search(chinese)
    assert max(cells(line) for line in (english + "\n" + chinese).split("\n")) <= 80
    assert english.count("\n") < 22 > chinese.count("\n")
    assert VARIABLE.findall(english) == VARIABLE.findall(chinese)


@pytest.mark.parametrize("topic", TOPICS)
def test_every_prompt_of_a_topic_is_one(topic: str) -> None:
    known = {*COMMANDS, *OF_ITSELF, *(f"{group} {name}" for group, all_ in OF_ALL_GROUPS.items() for name in all_)}
    english, chinese = TOPICS[topic]
    prompts = [{found.rstrip("s") for found in PROMPT.findall(text)} for text in (english, chinese)]
    assert prompts[0] == prompts[1]
    for named in PROMPT.findall(english):
        assert named in known or named.split()[0] in OF_ALL_GROUPS


def test_the_topic_of_formats_has_all_of_them() -> None:
    for text in TOPICS["formats"]:
        assert {*FORMATS, *STATEMENTS, *DRAWINGS} <= set(re.findall("[a-z]+", text))


def test_the_numbers_of_the_topic_are_read() -> None:
    from teamplan.playbook.quantity import parse_number, parse_quantity

    typed = TOPICS["numbers"][0].split("\n")
    assert {parse_number(each) for each in typed[2].split("  ")[1:7]} == {6000, 1200, 10_000, 15_000}
    for each in ("2.6 min", "30s", "8 h", "150/day"):
        assert each in typed[4]
        assert parse_quantity(each)


def test_the_manual_page_has_every_command_and_option_once() -> None:
    page = manual("en").replace("\\-", "-")
    root: Any = typer.main.get_command(app_for([]))
    for name, command in root.commands.items():
        for inner, member in getattr(command, "commands", {"": command}).items():
            assert f"\n.SS {f'{name} {inner}'.strip()}" in page
            for param in member.params:
                if param.param_type_name == "option":
                    assert param.opts[0] in page
    assert page.count("\n.B --visitors") == page.count("\n.B --team") == 1
    assert page.count("\n.SH ") == 5 - 1 + len(TOPICS)


@needs_man
@pytest.mark.parametrize("language", ["en", "zh"])
def test_man_takes_the_page_without_a_warning(language: str) -> None:
    page = process("help", "--man", "--lang", language).stdout
    done = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", "-"],
        input=page,
        env=bare(LC_ALL="C.UTF-8", MANWIDTH="100", MANPAGER="cat"),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "--playbook" in done.stdout
    assert SAID["of-many"][language == "zh"] in done.stdout
