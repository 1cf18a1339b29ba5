"""Examples of a stage: whatever a store file says of inputs and assumptions may stand there."""

from collections.abc import Sequence
from pathlib import Path
from shutil import copytree

import pytest

from teamplan.errors import Problem
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.stages import Example
from teamplan.questions.stages.answer import failed_examples
from teamplan.reading.compiled import read_copy, write_copy
from teamplan.reading.load import at_example, inspect
from teamplan.reading.places import built_in
from tests.cli.prompt import teamplan

STAGE = "three-months"
BELOW = {  # what each says, the fault that it is, and where it is told when the playbook is loaded
    "return_rates: 9%": ("unknown-input", "return_rates"),
    "order: 5": ("unknown-input", "order"),
    "attendance: lots": ("not-a-number", "attendance"),
    "attendance: [80%]": ("unknown-key", "attendance"),
}
ASKED = {  # and where when its example is asked
    "robot_share: 150%": ("above-one", "robot_share"),
    "new_products: 20000000": ("above-most", "new_products"),
    "attendance: 300%": ("above-one", "attendance"),
}


def with_only(playbook: Playbook, *examples: Example) -> Playbook:
    """The playbook with these examples in one stage, and no others."""
    bare = {name: stage.model_copy(update={"examples": ()}) for name, stage in playbook.stages.items()}
    return playbook.with_(stages=bare | {STAGE: bare[STAGE].model_copy(update={"examples": examples})})


@pytest.mark.parametrize(
    ("said", "keepers"),
    [
        ({}, 1),
        ({"new_products": 3, "return_rate": "9%"}, 1),  # inputs, by their keys in a store file
        ({"pack_minutes": "9 min"}, 4),  # an assumption
        ({"pack_minutes": "9 min", "attendance": "50%"}, 7),
    ],
)
def test_any_input_and_any_assumption_may_be_said(playbook: Playbook, said: dict[str, object], keepers: int) -> None:
    example = Example.model_validate({"orders": 100, "expect": {"warehouse-keeper": keepers}} | said)
    assert list(failed_examples(with_only(playbook, example))) == []
    wrong = example.model_copy(update={"expect": {"warehouse-keeper": keepers + 1}})
    assert [problem.key for _, _, problem in failed_examples(with_only(playbook, wrong))] == ["example-failed"]


def written(folder: Path, said: Sequence[str]) -> Path:
    """A copy of the built-in playbook whose third stage has these examples alone."""
    copytree(built_in(), folder)
    for file in folder.glob("[0-9]-*.yaml"):
        text = file.read_text(encoding="utf-8").partition("examples:")[0]
        lines = [f"  - {{orders: 100, {each}, expect: {{stage: {STAGE}}}}}" for each in said]
        file.write_text(text + "\n".join(["examples:", *lines, ""] if STAGE in file.name else []), encoding="utf-8")
    return folder


def told(problems: Sequence[Problem]) -> list[tuple[str, tuple[str, ...]]]:
    assert all(problem.where and Path(problem.where.file).stem == f"3-{STAGE}" for problem in problems)
    return [(problem.key, problem.path) for problem in problems]


def at(faults: dict[str, tuple[str, str]]) -> list[tuple[str, tuple[str, ...]]]:
    return [(key, ("examples", f"#{place}", name)) for place, (key, name) in enumerate(faults.values(), start=1)]


def test_what_is_no_value_of_anything_is_told_at_its_key(tmp_path: Path) -> None:
    _, problems = inspect(written(tmp_path / "mine", tuple(BELOW)))
    assert told(problems) == at(BELOW)


def test_what_no_shop_can_say_is_told_at_its_key_and_a_copy_keeps_what_is_said(tmp_path: Path) -> None:
    folder = written(tmp_path / "mine", tuple(ASKED))
    playbook, _ = inspect(folder)
    assert playbook is not None
    assert told([at_example(folder, *each) for each in failed_examples(playbook)]) == at(ASKED)
    write_copy(tmp_path / "copy", "state", playbook)
    assert read_copy(tmp_path / "copy", "state", events=True) == playbook


def test_a_playbook_of_differences_is_held_to_its_own_examples_alone(tmp_path: Path) -> None:
    """Other minutes of packing than those of the playbook under it make its examples false, and prove nothing."""
    (tmp_path / "playbook.yaml").write_text("extends: marketplace\n", encoding="utf-8")
    (tmp_path / "assumptions.yaml").write_text("pack_minutes: {value: 3 min}\n", encoding="utf-8")
    done = teamplan("stages", "check", str(tmp_path))
    assert (done.returncode, done.stdout.split(": ")[-1]) == (0, "sound; 5 stages, 0 examples hold.\n")
    stage = tmp_path / "3-three-months.yaml"
    stage.write_text("examples: [{orders: 100, expect: {warehouse-keeper: 1}}]\n", encoding="utf-8")
    done = teamplan("stages", "check", str(tmp_path))
    assert done.returncode == 1
    assert done.stdout.startswith(f"{stage}:1:53: examples > #1 > expect > warehouse-keeper: ")
    assert done.stdout.endswith("\n1 problem\n")
