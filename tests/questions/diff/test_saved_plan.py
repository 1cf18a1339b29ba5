"""Plans that were saved: what `diff` compares is checked first, all faults at once, each with its path."""

import json
from pathlib import Path
from typing import Any

import pytest

from teamplan.errors import TeamplanError
from teamplan.language import LANGUAGES, Speaker
from teamplan.page.answer import FORMAT_VERSION, document
from teamplan.page.json_text import to_json
from teamplan.page.problems import tell
from teamplan.page.words import Words
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.diff.saved_plan import read_saved
from teamplan.questions.recommend.answer import recommend
from teamplan.questions.recommend.page import shown
from teamplan.reading.text import MOST_BYTES
from tests.cli.prompt import teamplan

PLAN = '{"format_version": 2, "stage": {"id": "s"}, "store": {"orders": 2.5}, "roles": [{"id": "r", "headcount": 1}]}'
NO_PLAN = (
    "is not a plan or chart saved with --format json. "
    "Save one with `teamplan recommend ... --format json > plan.json`, a chart with `teamplan orgchart`."
)
FAULTS = [
    ('"headcount": 1', '"headcount": "3"', "roles > r > headcount: expected a whole number, found 3"),
    ('"headcount": 1', '"headcount": -3', "roles > r > headcount: “-3” is negative. Give zero or more."),
    ('"headcount": 1', '"headcount": 1.5', "roles > r > headcount: expected a whole number, found 1.5"),
    ('"headcount": 1', '"headcount": NaN', "roles > r > headcount: expected a whole number, found nan"),
    ('"headcount": 1', '"headcount": {}', "roles > r > headcount: expected a whole number, found {}"),
    ('"headcount": 1', '"headcount": true', "roles > r > headcount: expected a whole number, found true"),
    (
        '"headcount": 1',
        '"headcount": 1e9',
        "roles > r > headcount: expected a whole number, found 1000000000.0",
    ),
    ('"headcount": 1', '"more": 1', "roles > r > headcount: “headcount” is missing. Add it."),
    ('"id": "r"', '"id": 3', "roles > #1 > id: expected a text, found 3. Put it in quotes."),
    ('{"id": "r", "headcount": 1}', "7", "roles > #1: expected names with values, found 7"),
    ("[{", '[{"id": "r", "headcount": 2}, {', "roles > r: role “r” stands here a second time. Keep one of the two."),
    ("2.5", '"x"', 'store > orders: “"x"” is not a number. Write it like 270 or 2.6.'),
    ("2.5", "null", "store > orders: “null” is not a number. Write it like 270 or 2.6."),
    ("2.5", "NaN", "store > orders: “nan” is not a finite number. Give a plain number."),
    ("2.5", "-2", "store > orders: “-2” is negative. Give zero or more."),
    ("2.5", "1e7", "store > orders: “10000000.0” is more than is planned for. Give 1,000,000 or less."),
    ('"id": "s"', '"id": "\\u001b[31m"', "stage > id: holds a control character: “\\x1b[31m”. Take it out."),
    (
        '"format_version": 2',
        '"format_version": 3',
        "format_version: the plan was saved in format 3; this teamplan compares format 2. "
        "Save it anew with this teamplan.",
    ),
]
NONE = [
    "",
    "{",
    "[]",
    "{}",
    "null",
    '"text"',
    PLAN.replace("2,", "true,", 1),
    PLAN.replace('[{"id": "r", "headcount": 1}]', "3"),
]


def refused(path: Path) -> list[str]:
    with pytest.raises(TeamplanError) as caught:
        read_saved(path, FORMAT_VERSION)
    assert all(tell(caught.value.problems, Speaker(language)) for language in LANGUAGES)
    return tell(caught.value.problems, Speaker("en")).replace(f"{path}: ", "").split("\n")


def written(folder: Path, text: str) -> Path:
    (folder / "plan.json").write_text(text, encoding="utf-8")
    return folder / "plan.json"


def test_a_plan_of_ours_is_read_and_new_keys_are_passed_over(playbook: Playbook, tmp_path: Path) -> None:
    assert read_saved(written(tmp_path, PLAN), FORMAT_VERSION) == ("plan", json.loads(PLAN))
    plan = recommend(playbook, Store.model_validate({"orders": 1_000_000}))
    data: dict[str, Any] = document(shown(plan, Words(Speaker("zh"), playbook)))
    assert read_saved(written(tmp_path, to_json(data)), FORMAT_VERSION) == ("plan", json.loads(to_json(data)))


@pytest.mark.parametrize(("good", "bad", "told"), FAULTS, ids=[bad for _, bad, _ in FAULTS])
def test_a_fault_is_told_with_its_path(good: str, bad: str, told: str, tmp_path: Path) -> None:
    assert PLAN.count(good) == 1
    assert refused(written(tmp_path, PLAN.replace(good, bad))) == [told]


@pytest.mark.parametrize("text", NONE)
def test_a_file_that_is_no_plan_is_told_once(text: str, tmp_path: Path) -> None:
    (told,) = refused(written(tmp_path, text))
    assert told.endswith(NO_PLAN)


def test_broken_json_is_located(tmp_path: Path) -> None:
    path = written(tmp_path, PLAN.replace(', "store"', '\n "store"'))
    assert refused(path) == [f"{path}:2:2: {NO_PLAN}"]


def test_what_json_can_do_to_a_reader_is_refused(tmp_path: Path) -> None:
    assert refused(written(tmp_path, "[" * 100_000)) == [NO_PLAN]
    assert refused(written(tmp_path, PLAN.replace("2.5", "9" * 5000))) == [NO_PLAN]
    assert refused(written(tmp_path, " " * (MOST_BYTES + 1))) == [f"is larger than {MOST_BYTES:,} bytes"]


def test_all_faults_of_both_plans_are_told_at_once_with_2(tmp_path: Path) -> None:
    faulty = PLAN.replace('"headcount": 1', '"headcount": "3"').replace("2.5", '"x"')
    for name in ("a.json", "b.json"):
        (tmp_path / name).write_text(faulty, encoding="utf-8")
    done = teamplan("diff", "a.json", "b.json", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    places = [
        line.rpartition(" > ")[0] + " > " + line.rpartition(" > ")[2].partition(":")[0]
        for line in done.stderr.splitlines()
    ]
    assert places == [f"{name}.json: {path}" for name in "ab" for path in ("store > orders", "roles > r > headcount")]
