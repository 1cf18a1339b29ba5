"""One word has one meaning: who reads a name need not know the file it stands in."""

import ast
from collections import defaultdict
from pathlib import Path

import teamplan

SOURCE = Path(teamplan.__file__).parent
MEANT = {"Team"}  # the people of `team.yaml`, and those who serve a simulated day: both are the team to their readers


def test_no_two_public_classes_have_one_name() -> None:
    files: dict[str, list[str]] = defaultdict(list)
    for file in sorted(SOURCE.rglob("*.py")):
        for each in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(each, ast.ClassDef) and not each.name.startswith("_"):
                files[each.name].append(str(file.relative_to(SOURCE)))
    assert {"Quantity", "Shop", "Plan", *MEANT} <= files.keys()
    assert {name: places for name, places in files.items() if len(places) > 1 and name not in MEANT} == {}
