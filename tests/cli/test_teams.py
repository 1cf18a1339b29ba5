"""At the prompt, in both languages: a team under the titles of another stage is understood by every command."""

import re
from pathlib import Path

import pytest

from tests.cli.prompt import teamplan

READ = {"en": "2 × Customer service agent work as Pre-sale agent", "zh": "客服 2 人按售前客服计"}
HELPS = {"en": "Operator: takes work off you (Daily operations", "zh": "运营：分担店主的工作（日常运营"}
PAGE = {"recommend": ("recommend", "--details"), "next": ("next",), "capacity": ("capacity",)}
NONSENSE = {"en": "but not what lies between", "zh": "但不适用于两者之间"}
SERVICE = {"en": "You still do this yourself: Answer buyers", "zh": "您仍亲自负责售前接待"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    teams = {
        "agents": "{customer-service-agent: 3, warehouse-keeper: 2}",
        "three": "{operator: 1, designer: 1, customer-service-agent: 1}",
        "halves": "{customer-service-agent: {people: 1, part_time: 1, hours: 15}}",
    }
    for name, roles in teams.items():
        (tmp_path / f"{name}.yaml").write_text(f"roles: {roles}\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("command", ["recommend", "next", "capacity"])
def test_pages_say_how_a_team_was_read(folder: Path, command: str, language: str) -> None:
    agents = teamplan(*PAGE[command], "--orders", "270", "--team", "agents.yaml", "--lang", language, cwd=folder).stdout
    assert READ[language] in agents
    assert NONSENSE[language] not in agents
    assert SERVICE[language] not in agents
    three = teamplan(*PAGE[command], "--orders", "60", "--team", "three.yaml", "--lang", language, cwd=folder).stdout
    assert HELPS[language] in three


@pytest.mark.parametrize(("language", "move"), [("en", "2 from Customer service agent to Pre-sale agent"), ("zh", "2")])
def test_the_calendar_moves_the_same_people(folder: Path, language: str, move: str) -> None:
    growth = ("--from", "2026-12-01", "--growth", "0%/month", "--months", "2")
    done = teamplan("hire", "--orders", "270", *growth, "--team", "agents.yaml", "--lang", language, cwd=folder)
    assert done.returncode == 0
    assert move in done.stdout


@pytest.mark.parametrize(("language", "role"), [("en", "Pre-sale agent"), ("zh", "售前客服")])
def test_an_event_counts_on_them(folder: Path, language: str, role: str) -> None:
    shop = ("--event", "double-11", "--orders", "270", "--mix", "rule", "--team", "agents.yaml")
    done = teamplan("peak", *shop, "--lang", language, cwd=folder)
    assert done.returncode == 0
    assert re.search(rf"^{role} +2 +2 ", done.stdout, re.MULTILINE)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_part_of_a_person_is_told_without_false_precision(folder: Path, language: str) -> None:
    for command in ("recommend", "next", "capacity"):
        done = teamplan(*PAGE[command], "--orders", "60", "--team", "halves.yaml", "--lang", language, cwd=folder)
        assert "Fraction" not in done.stdout
        assert "1.375" not in done.stdout
    assert "1.38" in done.stdout
