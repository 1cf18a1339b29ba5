"""One file over another: what comes out, where each part of it stands, and what finds nothing to change."""

import pytest

from teamplan.reading.differences import laid_over
from teamplan.reading.document import Document, read_text

UNDER = """\
pack:
  value: 2.6 min
  range: [1.6, 6.5]
  name: {en: Pack, zh: 打包}
team: [a, b, c]
plain: 1
"""


def laid(text: str, under: str = UNDER) -> tuple[Document, list[tuple[str, str]]]:
    """The text over the other, and the key and place of each fault."""
    document, problems = laid_over(read_text(under, "under")[0], read_text(text, "over")[0])
    return document, [(each.key, str(each.where)) for each in problems]


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (
            "pack: {value: 3 min}",
            {"pack": {"value": "3 min", "range": [1.6, 6.5], "name": {"en": "Pack", "zh": "打包"}}},
        ),
        ("pack: {name: {en: Wrap}, range: null}", {"pack": {"value": "2.6 min", "name": {"en": "Wrap", "zh": "打包"}}}),
        ("pack: 3", {"pack": 3}),
        ("plain: {deep: 1}", {"plain": {"deep": 1}}),
        ("plain: null", {"plain": None}),
        ("team: [d]", {"team": ["d"]}),
        ("team: {also: [d]}", {"team": ["a", "b", "c", "d"]}),
        ("team: {without: [b]}", {"team": ["a", "c"]}),
        ("team: {also: [e, d], without: [a, c]}", {"team": ["b", "e", "d"]}),
        ("new: {value: 1}", {"new": {"value": 1}}),
    ],
)
def test_what_comes_out(text: str, changed: dict[str, object]) -> None:
    document, faults = laid(text)
    before = read_text(UNDER, "under")[0].data
    assert not faults
    assert document.data == {key: value for key, value in (before | changed).items() if value is not None}


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("new: {also: [x]}", {"new": ["x"]}),
        ("pack: {new: {also: [x]}}", {"pack": {"value": "2.6 min", "range": [1.6, 6.5], "new": ["x"]}}),
        ("new: {deep: {also: [x]}}", {}),
        ("new: {deep: {one: {also: [x]}}, two: {also: [y]}}", {}),
        ("new: {deep: {also: [x]}, value: 1}", {"new": {"deep": ["x"], "value": 1}}),
        ("new: {}", {"new": {}}),
    ],
)
def test_what_lies_over_any_playbook_begins_lists_and_leaves_out_what_only_changes_some(
    text: str, added: dict[str, object]
) -> None:
    under = UNDER.replace("  name: {en: Pack, zh: 打包}\n", "")
    below = read_text(under, "under")[0]
    document, problems = laid_over(below, read_text(text, "over")[0], over_any=True)
    assert problems == []
    assert document.data == below.data | added


def test_a_list_that_was_begun_may_be_changed_again() -> None:
    first, second = (read_text(text, text)[0] for text in ("new: {also: [x]}", "new: {also: [z], without: [x]}"))
    begun, _ = laid_over(read_text(UNDER, "under")[0], first, over_any=True)
    changed, problems = laid_over(begun, second, over_any=True)
    assert (changed.data["new"], problems) == (["z"], [])
    _, problems = laid_over(read_text(UNDER, "under")[0], second, over_any=True)
    assert [each.key for each in problems] == ["not-in-list"]


def test_known_keys_keep_their_place_and_new_ones_stand_behind() -> None:
    document, _ = laid("new: 1\nplain: 2\npack: {grade: J, value: 3 min}")
    assert list(document.data) == ["pack", "team", "plain", "new"]
    assert list(document.data["pack"]) == ["value", "range", "name", "grade"]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("pack", "value"), "over:1:15"),
        (("pack", "range", 1), "under:3:16"),
        (("pack", "name", "zh"), "under:4:24"),
        (("pack", "missing"), "over:1:7"),
        (("team", 0), "under:5:8"),
        (("team", 3), "over:2:15"),
        (("plain",), "under:6:8"),
        ((), "over:1:1"),
    ],
)
def test_each_part_has_the_place_where_it_stands(path: tuple[str | int, ...], place: str) -> None:
    document, _ = laid("pack: {value: 3 min}\nteam: {also: [d]}")
    assert str(document.locate(path)) == place
    assert document.files == ("over", "under")


def test_over_two_files_each_part_has_its_own_place() -> None:
    middle, _ = laid("pack: {value: 3 min}")
    document, problems = laid_over(middle, read_text("pack: {range: [1, 9]}", "top")[0])
    assert not problems
    places = [str(document.locate(("pack", key))) for key in ("value", "range", "name")]
    assert places == ["over:1:15", "top:1:15", "under:4:9"]
    assert document.files == ("top", "over", "under")


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("pak: null", [("nothing-to-take-away", "over:1:1")]),
        ("pack: {sorce: null}\nplain: null", [("nothing-to-take-away", "over:1:8")]),
        ("new: {old: null}", [("nothing-to-take-away", "over:1:7")]),
        ("pack: {value: {also: [1]}}", [("no-list-under-it", "over:1:15")]),
        ("new: {list: {also: [1]}}", [("no-list-under-it", "over:1:13")]),
        ("team: {without: [b, x, y]}", [("not-in-list", "over:1:21"), ("not-in-list", "over:1:24")]),
    ],
)
def test_what_finds_nothing_to_change_is_told(text: str, faults: list[tuple[str, str]]) -> None:
    assert laid(text)[1] == faults


@pytest.mark.parametrize(("text", "under"), [("a: [", UNDER), ("a: 1", "a: ["), ("[]", UNDER), ("a: 1", "[]")])
def test_what_is_no_mapping_is_not_laid_over(text: str, under: str) -> None:
    document, faults = laid(text, under)
    assert not faults
    assert not isinstance(document.data, dict)
