"""`teamplan stages` and `teamplan schema`."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from teamplan.reading.places import built_in
from tests.cli.prompt import teamplan
from tests.reading.test_load import TEN_FAULTS, edit

KINDS = (
    "playbook", "sources", "assumptions", "duties", "roles", "advice", "categories", "events", "sourcing", "management",
    "stage", "store", "team", "pay-people",
)  # fmt: skip


def test_the_list_shows_every_stage_with_its_bound() -> None:
    listed = json.loads(teamplan("stages", "list", "--format", "json").stdout)["items"]
    assert [(stage["id"], stage["starts_at_orders"]) for stage in listed] == [
        ("solo-launch", 0), ("promotion", 10), ("three-months", 80), ("half-year", 200), ("one-year", 500),
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("stage", ["solo-launch", "promotion", "three-months", "half-year", "one-year"])
def test_a_stage_is_shown_with_its_posts(stage: str, language: str) -> None:
    shown = json.loads(teamplan("stages", "show", stage, "--format", "json").stdout)
    text = teamplan("stages", "show", stage, "--lang", language).stdout
    assert stage in text
    assert len(shown["posts"]) == shown["summary"]["posts"]


def test_the_built_in_playbook_is_sound_and_its_examples_hold() -> None:
    done = teamplan("stages", "check")
    assert done.returncode == 0
    assert "sound; 5 stages" in done.stdout


def test_a_new_playbook_is_a_whole_copy_and_never_overwrites(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    assert teamplan("stages", "new", str(folder)).returncode == 0
    assert {path.name for path in folder.rglob("*")} == {path.name for path in built_in().rglob("*")}
    assert teamplan("stages", "check", str(folder)).returncode == 0
    again = teamplan("stages", "new", str(folder))
    assert again.returncode == 2
    assert "is there already and not empty" in again.stderr
    assert list(tmp_path.iterdir()) == [folder]


def test_ten_faults_are_all_told_by_check_with_1_and_by_recommend_with_2(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    teamplan("stages", "new", str(folder))
    edit(folder, TEN_FAULTS)
    check = teamplan("stages", "check", str(folder))
    told = teamplan("recommend", "--orders", "270", "--playbook", str(folder))
    assert (check.returncode, told.returncode) == (1, 2)
    lines = check.stdout.splitlines()
    assert len(lines) == 10 + 1
    assert all(line.startswith(str(folder)) for line in lines[:-1])
    assert told.stderr.splitlines() == lines[:-1]
    as_json = json.loads(teamplan("stages", "check", str(folder), "--format", "json").stdout)
    assert [problem["message"] for problem in as_json["problems"]] == lines[:-1]


@pytest.mark.parametrize(
    ("shop", "told"),
    [
        ("visitors: 1e30, conversion: 4%", "Give 1,000,000,000 or less"),
        ("orders: 3000000", "3,000,000 orders a day are above 1,000,000"),
        ("founder_skills: [desing], orders: 30", "Did you mean “design”?"),
    ],
)
def test_an_example_that_cannot_be_asked_is_a_finding_with_its_place(shop: str, told: str, tmp_path: Path) -> None:
    shutil.copytree(built_in(), tmp_path / "mine")
    file = tmp_path / "mine" / "2-promotion.yaml"
    file.write_text(
        f"{file.read_text(encoding='utf-8')}  - {{{shop}, expect: {{stage: promotion}}}}\n", encoding="utf-8"
    )
    done = teamplan("stages", "check", "mine", cwd=tmp_path)
    assert done.returncode == 1
    assert told in done.stdout
    assert f"2-promotion.yaml:{len(file.read_text(encoding='utf-8').splitlines())}:" in done.stdout


def test_an_example_that_does_not_hold_is_a_finding(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    teamplan("stages", "new", str(folder))
    file = folder / "4-half-year.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("store-manager: 1", "store-manager: 7", 1), encoding="utf-8")
    done = teamplan("stages", "check", str(folder))
    assert done.returncode == 1
    assert "example says store-manager = 7, the plan says 1" in done.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_shipped_schemas_are_fresh_and_the_shipped_yaml_names_them(kind: str) -> None:
    schema = json.loads(teamplan("schema", kind).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert json.loads((built_in() / "schema" / f"{kind}.json").read_text(encoding="utf-8")) == schema
    for path in built_in().glob({"stage": "[0-9]-*.yaml"}.get(kind, f"{kind}.yaml")):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema=schema/{kind}.json"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("store", "team", "pay-people")])
def test_shipped_files_fit_their_schema(kind: str) -> None:
    from teamplan.reading.document import read_file

    validator = jsonschema.Draft202012Validator(json.loads(teamplan("schema", kind).stdout))
    for path in built_in().glob({"stage": "[0-9]-*.yaml"}.get(kind, f"{kind}.yaml")):
        document, problems = read_file(path)
        assert problems == []
        assert [error.message for error in validator.iter_errors(document.data)] == []
