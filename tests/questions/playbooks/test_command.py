"""`teamplan playbooks`."""

import csv
import json
from io import StringIO
from pathlib import Path

import jsonschema
import pytest
import yaml

from teamplan.language import LANGUAGES, Language, Speaker
from teamplan.page.formats import FORMATS, text_of
from teamplan.questions.playbooks.answer import Shipped, shipping
from teamplan.questions.playbooks.page import shown
from teamplan.questions.schema.answer import schema_of
from teamplan.questions.schema.differences import differences_of
from teamplan.reading.document import read_file, read_text
from teamplan.reading.load import inspect
from teamplan.reading.places import (
    BUILT_IN,
    Overlaid,
    built_in,
    overlay_folder,
    playbook_folder,
    shipped,
    shipped_overlays,
    stages_folder,
)


@pytest.fixture(scope="module")
def found() -> tuple[Shipped, ...]:
    return shipping()


def test_every_playbook_and_overlay_that_ships_is_there_once(found: tuple[Shipped, ...]) -> None:
    assert [each.id for each in found if each.kind == "playbook"] == sorted(
        shipped(), key=lambda name: name != "marketplace"
    )
    assert found[0].id == built_in().name
    assert all(each.about for each in found)


@pytest.mark.parametrize("name", shipped())
def test_what_ships_is_sound_with_all_that_a_question_reads_by_itself(name: str) -> None:
    assert inspect(playbook_folder(name))[1] == []


@pytest.mark.parametrize("name", shipped())
@pytest.mark.parametrize("overlay", shipped_overlays())
def test_every_overlay_fits_over_every_playbook(name: str, overlay: str) -> None:
    assert inspect(Overlaid(playbook_folder(name), (overlay_folder(overlay),)))[1] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_says_the_same_of_each(found: tuple[Shipped, ...], format_: str, language: Language) -> None:
    say = Speaker(language)
    text = text_of(shown(found, say), format_)
    for each in found:
        assert each.id in text
        assert say.text(each.name) in text
    if format_ == "csv":
        rows = list(csv.DictReader(StringIO(text)))
        assert [(row["id"], row["stages"], row["roles"]) for row in rows] == [
            (each.id, str(len(each.stages)), str(each.roles)) for each in found
        ]
    if format_ in ("json", "yaml"):
        items = (json.loads if format_ == "json" else yaml.safe_load)(text)["items"]
        assert [item["stages"] for item in items] == [list(each.stages) for each in found]


DIFFERENCES = [path for path in sorted(stages_folder().rglob("*.yaml")) if path.parent.name != BUILT_IN]
KIND = {"every-stage": "stage"}


@pytest.mark.parametrize("path", DIFFERENCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_shipped_file_of_differences_fits_its_schema(path: Path) -> None:
    name = "stage" if path.name[0].isdecimal() else path.stem
    schema = differences_of(schema_of(KIND.get(name, name)))
    jsonschema.Draft202012Validator.check_schema(schema)
    if KIND.get(name, name) == "stage":
        schema["properties"]["inputs"] = {}  # those of its own playbook
    errors = jsonschema.Draft202012Validator(schema).iter_errors(read_file(path)[0].data)
    assert [error.message for error in errors] == []


@pytest.mark.parametrize("wrong", ["a: {nam: x}", "a: {function: 3}", "a: {live: {minutes: {als: [x]}}}", "a: 3"])
def test_a_slip_in_a_file_of_differences_does_not_fit(wrong: str) -> None:
    schema = differences_of(schema_of("duties"))
    data = read_text(wrong, "duties.yaml")[0].data
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(data))
