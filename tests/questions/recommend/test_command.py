"""`teamplan recommend` as a user sees it."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.prompt import teamplan

SHOP = ("--visitors", "6000", "--conversion", "0.045")


def test_three_numbers_give_the_whole_team_as_json() -> None:
    done = teamplan("recommend", *SHOP, "--format", "json")
    plan = json.loads(done.stdout)
    assert done.returncode == 0
    assert done.stderr == ""
    assert plan["store"]["orders"] == 270
    assert plan["stage"]["id"] == "half-year"
    roles = {role["id"]: role for role in plan["roles"]}
    assert {name: role["headcount"] for name, role in roles.items()} == {
        "store-manager": 1, "operator": 1, "promoter": 1, "designer": 1, "pre-sale-service": 5, "after-sale-service": 1,
        "warehouse-keeper": 4, "warehouse-lead": 0, "bookkeeper": 0, "purchaser": 0, "hr-specialist": 0,
    }  # fmt: skip
    assert {function["id"]: function["headcount"] for function in plan["functions"]} == {
        "operations": 2, "marketing": 1, "design": 1, "customer-service": 6, "warehouse": 4, "finance": 0,
        "people": 0, "supply": 0,
    }  # fmt: skip
    assert plan["headcount"] == sum(role["headcount"] for role in plan["roles"])
    assert not {role["id"] for role in plan["roles"]} & {function["id"] for function in plan["functions"]}
    assert roles["store-manager"]["next_at"] is None
    assert set(roles["promoter"]) >= {"id", "function", "headcount", "fte", "binding", "duties", "next_at"}
    assert set(roles["warehouse-keeper"]["next_at"]) == {"orders", "visitors"}
    assert {"fte", "duties"} <= set(plan["owner"])
    assert all({"id", "text"} <= set(item) for item in plan["advice"])


def test_percent_and_fraction_are_the_same_shop() -> None:
    percent = teamplan("recommend", "--visitors", "6000", "--conversion", "4.5%", "--format", "json")
    fraction = teamplan("recommend", *SHOP, "--format", "json")
    assert percent.stdout == fraction.stdout


def test_yaml_says_what_json_says() -> None:
    as_json = json.loads(teamplan("recommend", *SHOP, "--format", "json").stdout)
    as_yaml = yaml.safe_load(teamplan("recommend", *SHOP, "--format", "yaml").stdout)
    assert as_yaml == as_json


def test_csv_has_a_row_for_each_role() -> None:
    plan = json.loads(teamplan("recommend", *SHOP, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(teamplan("recommend", *SHOP, "--format", "csv").stdout)))
    assert [(row["role"], int(row["headcount"])) for row in rows] == [
        (role["id"], role["headcount"]) for role in plan["roles"]
    ]


@pytest.mark.parametrize("columns", ["80", "120"])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("details", [[], ["--details"]])
def test_no_line_is_wider_than_the_terminal(columns: str, language: str, details: list[str]) -> None:
    from rich.cells import cell_len

    done = teamplan("recommend", *SHOP, *details, "--lang", language, COLUMNS=columns)
    assert max(cell_len(line) for line in done.stdout.splitlines()) <= int(columns)


def test_columns_stay_aligned_with_wide_characters() -> None:
    from rich.cells import cell_len

    lines = teamplan("recommend", *SHOP, "--details", "--lang", "zh").stdout.splitlines()
    header = next(line for line in lines if line.startswith("岗位"))
    people = cell_len(header[: header.index("人数") + 2])
    keeper = next(line for line in lines if line.strip().startswith("库管"))
    assert keeper.split()[1] == "4"
    assert cell_len(keeper[: keeper.index("4") + 1]) == people


@pytest.mark.parametrize(
    ("environment", "first"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "每天 270 单"),
        ({"TEAMPLAN_LANG": "zh", "LANG": "en_US.UTF-8"}, "每天 270 单"),
        ({}, "For 270 orders"),
    ],
)
def test_the_language_follows_the_environment(environment: dict[str, Any], first: str) -> None:
    assert teamplan("recommend", *SHOP, **environment).stdout.startswith(first)


def test_no_terminal_codes_in_a_pipe() -> None:
    assert "\x1b" not in teamplan("recommend", *SHOP, TERM="xterm-256color").stdout


def test_a_store_file_is_read_and_options_win(tmp_path: Path) -> None:
    store = tmp_path / "store.yaml"
    store.write_text("visitors: 6000\nconversion: 4.5%\nassumptions: {pack_minutes: 4 min}\n", encoding="utf-8")
    file_only = json.loads(teamplan("recommend", "--store", str(store), "--format", "json").stdout)
    overridden = json.loads(
        teamplan("recommend", "--store", str(store), "--visitors", "3000", "--format", "json").stdout
    )
    assert file_only["store"]["orders"] == 270
    assert overridden["store"]["orders"] == 135
    plain = json.loads(teamplan("recommend", *SHOP, "--format", "json").stdout)
    assert file_only["headcount"] > plain["headcount"]


def test_a_team_file_shows_whom_to_hire_first(tmp_path: Path) -> None:
    team = tmp_path / "team.yaml"
    team.write_text("roles: {warehouse-keeper: 2, pre-sale-service: {people: 3, part_time: 1}}\n", encoding="utf-8")
    plan = json.loads(teamplan("recommend", *SHOP, "--team", str(team), "--format", "json").stdout)
    keeper = next(role for role in plan["roles"] if role["id"] == "warehouse-keeper")
    missing = {hire["role"]: hire["people"] for hire in plan["to_hire"]}
    assert keeper["have"] == 2
    assert missing["warehouse-keeper"] == keeper["headcount"] - 2
    assert plan["to_hire"][0]["role"] == "store-manager"


def test_people_to_spare_are_moved_before_others_are_hired(tmp_path: Path) -> None:
    team = tmp_path / "team.yaml"
    team.write_text("roles: {customer-service-agent: 2, warehouse-keeper: 9}\n", encoding="utf-8")
    plan = json.loads(teamplan("recommend", *SHOP, "--team", str(team), "--format", "json").stdout)
    keeper = next(role for role in plan["roles"] if role["id"] == "warehouse-keeper")
    spare = {each["role"]: each["people"] for each in plan["to_spare"]}
    assert spare == {"warehouse-keeper": 9 - keeper["headcount"]}  # agents work in service, whatever they are called
    assert "move them before you hire" in teamplan("recommend", *SHOP, "--team", str(team), "--details").stdout
    assert "Move first those to spare" in teamplan("recommend", *SHOP, "--team", str(team)).stdout


def test_a_small_load_is_called_part_time() -> None:
    done = teamplan("recommend", "--orders", "30", "--founder-skills", "operations,design", "--details")
    assert "part-time, 0.1 " in done.stdout


def test_a_dedicated_post_is_never_called_part_time() -> None:
    done = teamplan("recommend", "--orders", "500", "--ad-spend", "0", "--details")
    shared = [line.split("  ")[1] for line in done.stdout.splitlines() if "part-time" in line]
    assert shared == ["Warehouse lead", "Bookkeeper"]


def test_an_edited_playbook_changes_the_plan(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    assert teamplan("stages", "new", str(folder)).returncode == 0
    file = folder / "assumptions.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count("value: 2.6 min") == 1
    file.write_text(text.replace("value: 2.6 min", "value: 5.2 min"), encoding="utf-8")
    by_option = teamplan("recommend", *SHOP, "--playbook", str(folder), "--format", "json")
    by_environment = teamplan("recommend", *SHOP, "--format", "json", TEAMPLAN_PLAYBOOK=str(folder))
    assert by_option.stdout == by_environment.stdout
    edited = json.loads(by_option.stdout)
    overridden = json.loads(teamplan("recommend", *SHOP, "--set", "pack_minutes=5.2", "--format", "json").stdout)
    differ = {key for key in edited if edited[key] != overridden[key]}
    assert differ == {"playbook", "playbook_digest"}
    built_in = json.loads(teamplan("recommend", *SHOP, "--format", "json").stdout)
    assert edited["headcount"] > built_in["headcount"]
    assert overridden["playbook_digest"] == built_in["playbook_digest"]


def test_a_rate_and_minutes_are_the_same_assumption() -> None:
    rate = teamplan("recommend", *SHOP, "--set", "pack_minutes=150/day", "--format", "json")
    minutes = teamplan("recommend", *SHOP, "--set", "pack_minutes=2.6 min", "--format", "json")
    assert rate.stdout == minutes.stdout


def test_the_sizes_of_an_article_stand_beside_the_plan_and_bound_nothing() -> None:
    plan = json.loads(teamplan("recommend", *SHOP, "--format", "json").stdout)
    sizes = {each["id"]: (each["people"], each["low"], each["high"]) for each in plan["departments"]}
    functions = {each["id"]: each["headcount"] for each in plan["functions"]}
    assert sizes["service-department"] == (functions["customer-service"], 1, 3)
    assert sizes["operations-department"] == (functions["operations"] + functions["marketing"], 3, 6)
    assert sizes["service-department"][0] > 3
    assert "客服部：1 至 3 人" in teamplan("recommend", *SHOP, "--details", "--lang", "zh").stdout
    assert json.loads(teamplan("recommend", "--orders", "650", "--format", "json").stdout)["departments"] == []
