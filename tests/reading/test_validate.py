"""From plain data to a model: every fault once, nothing that only follows from another fault, the sound part kept."""

import pytest

from teamplan.playbook.base import Frozen
from teamplan.playbook.duties import Duty, Term
from teamplan.playbook.playbook import Role
from teamplan.playbook.service import Profile
from teamplan.playbook.stages import Stage
from teamplan.playbook.store import Store
from teamplan.reading.document import read_text
from teamplan.reading.validate import validate

STAGE = """\
name: {en: Solo, zh: 单人}
summary: {en: Alone, zh: 独自}
typical_age_days: [0, 20]
starts_at: {orders: 0}
typical_orders: [0, 9]
source: "000"
inputs: {new-products: $new, ad-spend: $ads}
team: {}
"""


def faults(model: type[Frozen], text: str) -> list[tuple[str, str]]:
    """(key, path) of every fault that a text has as a model."""
    document, problems = read_text(text, "x.yaml")
    assert problems == []
    return [(problem.key, " > ".join(problem.path)) for problem in validate(model, document)[1]]


def test_every_missing_key_is_told() -> None:
    assert faults(Duty, "minutes: $pack_minutes\ndriver: parcels\n") == [
        ("missing-key", "name"),
        ("missing-key", "function"),
    ]


def test_a_missing_key_does_not_hide_what_comes_after_it() -> None:
    text = STAGE.replace('source: "000"\n', "").replace("typical_orders: [0, 9]", "typical_orders: many")
    text = text.replace("team: {}", "team: {packer: {at_least: one}}")
    assert faults(Stage, text) == [
        ("not-a-range", "typical_orders"),
        ("missing-key", "source"),
        ("missing-key", "team > packer > duties"),
        ("not-whole", "team > packer > at_least"),
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("driver: parcels\nminutes: 2.6\n", ("not-a-text", "minutes")),
        ("driver: Parcels!\nminutes: $pack_minutes\n", ("not-an-id", "driver")),
        ("driver: {headcount_of: []}\nhours_per_week: $hours\n", ("empty", "driver > headcount_of")),
        ("driver: {heads: [a]}\nhours_per_week: $hours\n", ("missing-key", "driver > headcount_of")),
        ("driver: 5\nminutes: $pack_minutes\n", ("not-a-mapping", "driver")),
    ],
)
def test_a_faulty_part_does_not_breed_faults_of_the_whole(text: str, fault: tuple[str, str]) -> None:
    found = faults(Duty, "name: {en: Pack, zh: 打包}\nfunction: warehouse\n" + text)
    assert found[0] == fault
    assert {key for key, _ in found[1:]} <= {"unknown-key"}


def test_faults_of_fields_and_of_whole_parts_are_told_together() -> None:
    text = STAGE.replace("team: {}", "team: {packer: {duties: [pack], exactly: 1, at_least: 1}}") + "owner: [7]\n"
    assert faults(Stage, text) == [
        ("exactly-alone", "team > packer"),
        ("not-a-text", "owner > 7"),
    ]


def test_a_list_is_not_called_empty_for_its_faulty_items() -> None:
    stated = STAGE.replace("team: {}", "team: {packer: {duties: [7]}}")
    assert faults(Stage, stated) == [("not-a-text", "team > packer > duties > 7")]
    assert faults(Stage, stated.replace("[7]", "[]")) == [("empty", "team > packer > duties")]


def test_one_faulty_end_of_a_pair_is_one_fault() -> None:
    assert faults(Stage, STAGE.replace("typical_age_days: [0, 20]", "typical_age_days: [-1, 20]")) == [
        ("negative", "typical_age_days > -1")
    ]


@pytest.mark.parametrize("pair", ["[1]", "[1, 2, 3]", "7", "{low: 1, high: 2}", "null"])
def test_a_pair_has_two_ends(pair: str) -> None:
    assert faults(Stage, STAGE.replace("typical_orders: [0, 9]", f"typical_orders: {pair}")) == [
        ("not-a-range", "typical_orders")
    ]


def test_what_is_sound_is_kept() -> None:
    text = STAGE.replace("team: {}", "team: {packer: {duties: [pack, 7], colour: red, at_least: 1}}")
    document, _ = read_text(text, "x.yaml")
    stage, problems = validate(Stage, document)
    assert [problem.key for problem in problems] == ["not-a-text", "unknown-key"]
    assert stage is not None
    assert stage.team["packer"].duties == ("pack",)
    assert stage.team["packer"].floor == 1


def test_a_slip_of_a_key_is_first_compared_with_what_is_missing_there() -> None:
    document, _ = read_text("name: {en: a, zh: b}\ndayz: [sat]\nhours: []\ngrade: J\n", "x.yaml")
    assert [each.near for each in validate(Profile, document)[1] if each.key == "unknown-key"] == ["days"]  # not `day`


def test_a_part_of_a_document_is_located_within_the_whole() -> None:
    document, _ = read_text("a:\n  driver: orders\n  times: $x\n", "x.yaml")
    term, [problem] = validate(Term, document, ("a",))
    assert term is not None
    assert (problem.key, problem.path, str(problem.where)) == ("not-a-list", ("a", "times"), "x.yaml:3:10")


@pytest.mark.parametrize("text", ["- a\n", "just words\n", "~\n", "7\n"])
def test_a_file_that_is_no_mapping_is_one_fault(text: str) -> None:
    assert faults(Store, text) == [("not-a-mapping", "")]


def test_a_deep_value_in_the_wrong_place_is_one_fault() -> None:
    found = faults(Role, "name: " + "[" * 40 + "]" * 40)
    assert ("not-a-mapping", "name") in found
    assert {key for key, _ in found} == {"not-a-mapping", "missing-key"}


def test_a_misspelt_key_suggests_one_that_exists() -> None:
    document, _ = read_text("mean: 1\nvisitor: 2\n", "x.yaml")
    assert [problem.near for problem in validate(Store, document)[1]] == ["means", "visitors"]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("null", "null"),
        ("true", "true"),
        ("[a, 1]", '["a", 1]'),
        ("{茶: 1}", '{"茶": 1}'),
        ("x" * 50, "x" * 37 + "..."),
    ],
)
def test_what_was_found_is_shown_as_yaml_and_short(given: str, shown: str) -> None:
    document, _ = read_text(f"campaign_ahead: {given}\nteam: {{roles: {{packer: {given}}}}}\n", "x.yaml")
    found = {problem.values["given"] for problem in validate(Store, document)[1] if problem.key != "unknown-key"}
    assert shown in found
