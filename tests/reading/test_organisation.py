"""`organisation.yaml`: names, units, loops and amounts are checked; a playbook without one is sound."""

import shutil
from pathlib import Path

import pytest

from teamplan.errors import TeamplanError
from teamplan.reading.load import inspect, load
from teamplan.reading.organisation import read_organisation
from teamplan.reading.places import built_in


def copied(folder: Path, find: str, replace: str) -> Path:
    shutil.copytree(built_in(), folder / "mine")
    file = folder / "mine" / "organisation.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(find) == 1
    file.write_text(text.replace(find, replace), encoding="utf-8")
    return folder / "mine"


@pytest.mark.parametrize(
    ("find", "replace", "wrong"),
    [
        ("    operations:\n      to: store-manager", "    operation:\n      to: store-manager", ["unknown-function"]),
        ("to: design-lead", "to: lead-designer", ["unknown-role"]),
        ("most: $span_most", "most: $shift_hours", ["wrong-unit"]),
        ("few: $span_few", "few: $span_low", ["unknown-assumption"]),
        ("{service-lead: $span_same_work", "{service-boss: $span_same_work", ["unknown-role"]),
        ("serves_all: [design]", "serves_all: [designs]", ["unknown-function"]),
        ("source: 002-P2", "source: 022-P2", ["unknown-source"]),
        ("roles: [channel-specialist]", "roles: [channel]", ["unknown-role"]),
        ("to: design-lead", "to: service-lead\n      boss: owner", ["unknown-key"]),
    ],
)
def test_every_fault_is_told_with_its_place(find: str, replace: str, wrong: list[str], tmp_path: Path) -> None:
    folder = copied(tmp_path, find, replace)
    _, problems = inspect(folder)
    assert [each.key for each in problems] == wrong
    assert all(each.where and each.where.file.endswith("organisation.yaml") and each.where.line for each in problems)
    playbook = load(folder)  # other questions do not read the file
    with pytest.raises(TeamplanError) as caught:
        read_organisation(folder, playbook)
    assert [each.key for each in caught.value.problems] == wrong


def test_a_playbook_without_the_file_is_sound(tmp_path: Path) -> None:
    shutil.copytree(built_in(), tmp_path / "mine")
    (tmp_path / "mine" / "organisation.yaml").unlink()
    assert inspect(tmp_path / "mine")[1] == []
