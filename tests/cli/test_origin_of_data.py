"""JSON and YAML say first where they come from: release, playbook and its digest, language, currency of the sums."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from teamplan.reading.origin import digest_of
from teamplan.reading.places import built_in
from teamplan.version import __version__
from tests.cli.prompt import teamplan

HEAD = ["format_version", "teamplan", "playbook", "playbook_digest", "language"]
RATE = ("--currency", "EUR", "--exchange", "7.8 CNY 2026-11-01")
DAYS = ("--growth", "10%/month", "--from", "2026-12-01")
SUMS = [
    ("recommend", "--orders", "30"),
    ("next", "--orders", "30"),
    ("budget", "--orders", "30"),
    ("source", "--orders", "30"),
    ("hire", "--orders", "30", *DAYS),
    ("explain", "payroll", "--orders", "30"),
]


def data_of(*prompt: str) -> dict[str, Any]:
    printed: dict[str, Any] = json.loads(teamplan(*prompt, "--json").stdout)
    return printed


def test_it_is_told_first_and_in_the_language_of_the_answer() -> None:
    found = data_of("stages", "list", "--lang", "zh")
    assert list(found)[:5] == HEAD
    assert found["teamplan"] == __version__
    assert (found["playbook"], found["playbook_digest"]) == ("marketplace", digest_of(built_in()))
    assert re.fullmatch("[0-9a-f]{8}", found["playbook_digest"])
    assert found["language"] == "zh"
    assert "currency" not in found  # no sums


@pytest.mark.parametrize("prompt", SUMS, ids=lambda prompt: prompt[0])
def test_sums_have_a_currency(prompt: tuple[str, ...]) -> None:
    found = data_of(*prompt)
    assert list(found)[:6] == [*HEAD, "currency"]
    assert found["currency"] == "CNY"


def test_it_is_the_currency_that_was_asked_for() -> None:
    found = data_of("budget", "--orders", "30", *RATE)
    assert found["currency"] == "EUR"


def test_yaml_says_the_same() -> None:
    printed = teamplan("next", "--orders", "30", "--playbook", "own-site", "--format", "yaml").stdout
    found = yaml.safe_load(printed)
    assert list(found)[:6] == [*HEAD, "currency"]
    assert (found["playbook"], found["currency"]) == ("own-site", "USD")


def test_plans_in_two_currencies_have_none_in_common(tmp_path: Path) -> None:
    for name, more in (("a.json", ()), ("b.json", RATE)):
        teamplan("recommend", "--orders", "30", *more, "-o", name, cwd=tmp_path)
    found = json.loads(teamplan("diff", "a.json", "b.json", "--json", cwd=tmp_path).stdout)
    assert "currency" not in found
    same = json.loads(teamplan("diff", "a.json", "a.json", "--json", cwd=tmp_path).stdout)
    assert same["changes"] == []


def test_a_question_without_a_playbook_names_none() -> None:
    assert list(data_of("playbooks"))[:3] == ["format_version", "teamplan", "language"]
    assert "teamplan" not in data_of("schema", "team")  # a schema is what it is
