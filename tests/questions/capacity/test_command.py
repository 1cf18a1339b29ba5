"""`teamplan capacity` as a user sees it."""

import csv
import io
import json
from math import inf, nextafter
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.prompt import teamplan

SHOP = ("--visitors", "6000", "--conversion", "4.5%")
TEAM = """\
roles:
  store-manager: 1
  operator: 1
  promoter: 1
  designer: 2
  pre-sale-service: {people: 4, part_time: 2}
  after-sale-service: 1
  warehouse-keeper: {people: 4, temporary: 1}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "team.yaml").write_text(TEAM, encoding="utf-8")
    return tmp_path


def asked(folder: Path, *arguments: str) -> dict[str, Any]:
    done = teamplan("capacity", "--team", "team.yaml", *arguments, "--format", "json", cwd=folder)
    found: dict[str, Any] = json.loads(done.stdout)
    assert done.returncode == (0 if found["fits"] else 1)
    assert "Infinity" not in done.stdout
    return found


def needs(*arguments: str) -> dict[str, int]:
    plan = json.loads(teamplan("recommend", *arguments, "--format", "json").stdout)
    return {role["id"]: role["headcount"] for role in plan["roles"]}


def test_the_printed_numbers_are_the_last_that_the_team_carries(folder: Path) -> None:
    found = asked(folder, *SHOP)
    have = {role["role"]: role["have"] for role in found["roles"]}
    for option, limit in (("--orders", found["orders"]), ("--visitors", found["visitors"])):
        fits, above = (needs(option, repr(volume), "--conversion", "4.5%") for volume in (limit, nextafter(limit, inf)))
        assert all(people <= have.get(role, 0) for role, people in fits.items())
        assert any(people > have.get(role, 0) for role, people in above.items())


def test_the_keys_are_those_that_were_promised(folder: Path) -> None:
    found = asked(folder, *SHOP)
    assert {"visitors", "orders", "bottleneck", "roles", "from_orders", "today"} <= set(found)
    assert found["bottleneck"]["role"] == "pre-sale-service"
    keys = {"role", "have", "need_now", "carries_orders", "one_more_orders", "over_staffed"}
    assert all(keys <= set(role) for role in found["roles"])
    rows = {role["role"]: role for role in found["roles"]}
    assert rows["designer"]["over_staffed"] == 1
    assert rows["pre-sale-service"]["have"] == 5
    assert rows["warehouse-keeper"]["have"] == 4
    assert rows["store-manager"]["carries_orders"] > 2000  # leads take the agents and keepers over


def test_without_a_volume_there_is_no_today(folder: Path) -> None:
    for arguments in ((), ("--conversion", "4.5%")):
        found = asked(folder, *arguments)
        assert found["today"] is None
        assert (found["visitors"] is None) == (not arguments)
        assert all(role["need_now"] is None for role in found["roles"])


def test_no_volume_that_fits_is_told_with_the_mend_and_exit_code_1(folder: Path) -> None:
    (folder / "team.yaml").write_text("roles: {warehouse-keeper: 2}\n", encoding="utf-8")
    found = asked(folder, "--stage", "three-months", "--orders", "120")
    assert not found["fits"]
    assert found["orders"] is None
    assert found["bottleneck"]["role"] == "customer-service-agent"
    assert found["mend"]["hires"] == [{"role": "customer-service-agent", "people": 1}]
    assert found["today"]["short"] == [
        {"role": "operator", "people": 1},
        {"role": "customer-service-agent", "people": 2},
    ]
    done = teamplan("capacity", "--team", "team.yaml", "--stage", "three-months", cwd=folder)
    assert done.returncode == 1
    assert done.stderr == ""
    assert "The smallest mend: hire\n  - 1 × Customer service agent\n" in done.stdout


def test_the_team_may_stand_in_the_store_file(folder: Path) -> None:
    store = "visitors: 6000\nconversion: 4.5%\nteam: {roles: {warehouse-keeper: 2, keper: 1}}\n"
    (folder / "store.yaml").write_text(store, encoding="utf-8")
    done = teamplan("capacity", "--store", "store.yaml", cwd=folder)
    assert done.returncode == 2
    assert done.stderr.startswith("store.yaml:3:37: team > roles > keper: there is no role “keper”.")
    (folder / "store.yaml").write_text(store.replace(", keper: 1", ""), encoding="utf-8")
    assert teamplan("capacity", "--store", "store.yaml", cwd=folder).returncode == 0


@pytest.mark.parametrize("command", ["capacity", "recommend", "next"])
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("roles: {warehouse-keper: 2}", "team.yaml:1:9: roles > warehouse-keper: there is no role “warehouse-keper”."),
        ("roles: {operator: -0.5}", "team.yaml:1:19: roles > operator: “-0.5” is not a number of people."),
        ("roles: {operator: {people: -1}}", "team.yaml:1:28: roles > operator > people: “-1” is negative."),
        ("roles: {operator: {people: 0.5}}", "team.yaml:1:28: roles > operator > people: expected a whole number"),
        ("roles: {operator: {folk: 1}}", "team.yaml:1:20: roles > operator > folk: "),
        ("roles: {operator: 1, operator: 2}", "team.yaml:1:22: roles > operator: “operator” stands here a second time"),
        ("operator: 1", "team.yaml:1:1: operator: "),
        ("roles: [operator]", "team.yaml:1:8: roles: "),
        ("", "team.yaml: "),
    ],
)
def test_a_bad_team_file_gets_a_located_message(command: str, text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "team.yaml").write_text(text, encoding="utf-8")
    done = teamplan(command, "--orders", "270", "--team", "team.yaml", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert message in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "command", ["capacity", "next", "recommend", "hire", "explain operator", "sweep orders=1..9", "peak"]
)
def test_every_fault_of_a_team_file_is_told_at_once_with_its_place(command: str, tmp_path: Path) -> None:
    text = "roles:\n  keper: 2\n  designer: -0.5\n  operator: 1\n  operator: 2\n"
    (tmp_path / "team.yaml").write_text(text, encoding="utf-8")
    asked = {"hire": ["--growth", "8%/month", "--from", "2026-12-01"], "peak": ["--event", "double-11"]}
    shop = [] if command.startswith("sweep") else ["--orders", "270"]
    done = teamplan(*command.split(), *asked.get(command, []), *shop, "--team", "team.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    places = [line.partition(" >")[0] for line in done.stderr.splitlines()]
    assert sorted(places) == ["team.yaml:2:3: roles", "team.yaml:3:13: roles", "team.yaml:5:3: roles"]


def test_every_format_says_the_same(folder: Path) -> None:
    found = asked(folder, *SHOP)
    arguments = ("capacity", "--team", "team.yaml", *SHOP, "--format")
    assert yaml.safe_load(teamplan(*arguments, "yaml", cwd=folder).stdout) == found
    rows = list(csv.DictReader(io.StringIO(teamplan(*arguments, "csv", cwd=folder).stdout)))
    assert [row["role"] for row in rows] == [role["role"] for role in found["roles"]]
    assert float(rows[0]["carries_orders"]) == found["orders"]
    text = teamplan(*arguments, "markdown", "--lang", "zh", cwd=folder).stdout
    assert "## 这支团队每天最多承接 284.79 单（6,328 位访客）" in text
    assert repr(found["orders"]) in text


def test_a_rounded_limit_still_holds(folder: Path) -> None:
    """The short numbers are rounded down, so that they can be used as they are printed."""
    (folder / "team.yaml").write_text(TEAM.replace("people: 4, part_time: 2", "people: 9"), encoding="utf-8")
    title = teamplan("capacity", "--team", "team.yaml", *SHOP, cwd=folder).stdout.splitlines()[0]
    assert title == "This team carries 302.28 orders (6,717 visitors) a day"
    team = {role: people for role, people in needs("--orders", "199").items() if people}
    (folder / "team.yaml").write_text(yaml.safe_dump({"roles": team}), encoding="utf-8")
    title = teamplan("capacity", "--team", "team.yaml", cwd=folder).stdout.splitlines()[0]
    assert title == "This team carries just under 200 orders a day"


def test_a_limit_of_very_many_visitors_is_told(tmp_path: Path) -> None:
    (tmp_path / "team.yaml").write_text(
        "roles: {store-manager: 1, operator: 1, promoter: 1, designer: 2, pre-sale-service: 5, "
        "after-sale-service: 1, warehouse-keeper: 5}\n",
        encoding="utf-8",
    )
    asked = ("capacity", "--team", "team.yaml", "--visitors", "6000", "--conversion", "1e-30%")
    done = teamplan(*asked, cwd=tmp_path)
    assert done.returncode in (0, 1)
    assert "visitors" in done.stdout
