"""Reading YAML text: scalars as YAML 1.2 has them, faults with their places, and nothing that could bring us down."""

from math import inf, isnan
from pathlib import Path
from typing import Any

import pytest

from teamplan.errors import Location
from teamplan.reading.document import MOST_LEVELS, read_file, read_text
from teamplan.reading.text import MOST_BYTES

SHOP = """\
shop:
  name: {en: Tea, zh: 茶}
  duties: [pack, {answer: chats}, ship]
"""


def faults(text: str) -> list[tuple[str, str]]:
    """(key, place) of everything wrong with a text; such a text gives no data."""
    document, problems = read_text(text, "x.yaml")
    assert document.data is None
    assert document.node is None
    return [(problem.key, str(problem.where)) for problem in problems]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("09:30", "09:30"),
        ("9:00", "9:00"),
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("2024-01-01", "2024-01-01"),
        ("1_000", "1_000"),
        ("0x10", "0x10"),
        ("<<", "<<"),
        ("=", "="),
        ("010", 10),
        ("-5", -5),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("4.5%", "4.5%"),
        ("-.inf", -inf),
        ("1e999", "1e999"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ('"12"', "12"),
        ("!!str 12", "12"),
        ("!!int two", "two"),
        ('!!bool ""', False),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_scalars_are_those_of_yaml_1_2(written: str, read: Any) -> None:
    document, problems = read_text(f"key: {written}", "x.yaml")
    assert problems == []
    assert document.data == {"key": read}
    assert type(document.data["key"]) is type(read)


def test_not_a_number_is_read_as_such() -> None:
    document, _ = read_text("key: .nan", "x.yaml")
    assert isnan(document.data["key"])


def test_keys_stay_text() -> None:
    document, problems = read_text("on: 1\n010: 2\n2: 3\n? [a, b]\n: 4", "x.yaml")
    assert problems == []
    assert document.data == {"on": 1, "010": 2, "2": 3, "tag:yaml.org,2002:seq": 4}


def test_a_duplicate_key_keeps_the_first_and_is_located_in_its_path() -> None:
    document, problems = read_text("a:\n  - b: 1\n    c: 2\n    b: 3\n", "x.yaml")
    assert document.data == {"a": [{"b": 1, "c": 2}]}
    assert [(each.key, each.path, each.values, str(each.where)) for each in problems] == [
        ("duplicate-key", ("a", "#1", "b"), {"key": "b", "line": 2}, "x.yaml:4:5")
    ]


def test_keys_that_differ_only_in_quotes_are_duplicates() -> None:
    _, problems = read_text("1: a\n'1': b\n", "x.yaml")
    assert [problem.key for problem in problems] == ["duplicate-key"]


def test_every_alias_is_refused_where_it_stands() -> None:
    text = "a: &one 1\nb: *one\nc: [*one, *two]\n? *one\n: 4\n<<: *one\n"
    places = ["x.yaml:2:4", "x.yaml:3:5", "x.yaml:3:11", "x.yaml:4:3", "x.yaml:6:5"]
    assert faults(text) == [("alias", place) for place in places]


def test_an_anchor_without_alias_is_harmless() -> None:
    document, problems = read_text("a: &one 1\n", "x.yaml")
    assert (document.data, problems) == ({"a": 1}, [])


def test_a_billion_laughs_are_one_fault_each_alias() -> None:
    lines = ["a0: &a0 [lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    found = faults("\n".join(lines))
    assert len(found) == 29 * 10
    assert {key for key, _ in found} == {"alias"}


def test_a_structure_within_itself_is_refused() -> None:
    assert faults("a: &a [*a]") == [("alias", "x.yaml:1:8")]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_endless_nesting_is_refused_before_it_is_built(opening: str) -> None:
    column = MOST_LEVELS * len(opening) + 1
    assert faults(opening * 100_000) == [("too-deep", f"x.yaml:1:{column}")]


@pytest.mark.parametrize("opening", ["[", "{"])
def test_the_place_is_right_where_the_parser_has_a_limit_of_its_own(opening: str) -> None:
    """PyYAML 6.0.4 reads ahead and gives up at a thousand levels; characters count, not bytes."""
    assert faults("# 五十层\n店: " + opening * 100_000) == [("too-deep", f"x.yaml:2:{MOST_LEVELS - 1 + 4}")]
    assert faults(opening * 20 + "\t%") == [("not-yaml", "x.yaml:1:22")]


def test_nesting_up_to_the_limit_is_read() -> None:
    document, problems = read_text("[" * MOST_LEVELS + "]" * MOST_LEVELS, "x.yaml")
    assert problems == []
    assert str(document.data) == "[" * MOST_LEVELS + "]" * MOST_LEVELS


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: [1, 2", "x.yaml:2:1"),
        ("a: b: c", "x.yaml:1:5"),
        ("a:\n\tb: 1", "x.yaml:2:1"),
        ("a: 'b", "x.yaml:1:6"),
        ("a: 1\n---\nb: 2\n", "x.yaml:2:1"),
        ("a: @b", "x.yaml:1:4"),
    ],
)
def test_broken_text_is_one_located_fault(text: str, place: str) -> None:
    assert faults(text) == [("not-yaml", place)]


def test_a_control_character_is_located() -> None:
    document, [problem] = read_text("a: 1\nb: 茶\x1b[31m", "x.yaml")
    assert document.data is None
    assert (problem.key, problem.values, str(problem.where)) == (
        "control-character",
        {"given": "\x1b"},
        "x.yaml:2:5",
    )


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing but a comment\n", "\ufeff"])
def test_an_empty_file_says_so(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    document, problems = read_file(path)
    assert document.data is None
    assert [(problem.key, problem.where) for problem in problems] == [("empty-file", Location(str(path)))]


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    document, problems = read_file(path)
    assert (document.data, problems) == ({"a": 1}, [])
    assert document.locate(["a"], key=True) == Location(str(path), 1, 1)


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        ("a: 1\nb: 茶".encode() + b"\xff", 2, 5),
        (b"\x80\xfea\x00", 1, 1),
        (b"\xef\xbb\xbfa: \xff", 1, 4),
        ("名: 茶".encode("gbk"), 1, 1),
    ],
)
def test_bytes_that_are_not_utf8_are_located(raw: bytes, line: int, column: int, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(raw)
    document, [problem] = read_file(path)
    assert document.data is None
    assert (problem.key, problem.where) == ("not-utf8", Location(str(path), line, column))


def test_a_folder_or_nothing_at_all_cannot_be_read(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing.yaml"):
        document, [problem] = read_file(path)
        assert document.data is None
        assert (problem.key, problem.where) == ("unreadable", Location(str(path)))


def test_a_file_may_be_large_but_not_larger(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a: 1\n".ljust(MOST_BYTES, b"\n"))
    assert read_file(path)[1] == []
    path.write_bytes(b"a: 1\n".ljust(MOST_BYTES + 1, b"\n"))
    assert [problem.key for problem in read_file(path)[1]] == ["file-too-large"]


def test_a_list_at_the_top_is_data_as_well() -> None:
    document, problems = read_text("- a\n- b: 1\n", "x.yaml")
    assert (document.data, problems) == (["a", {"b": 1}], [])
    assert document.locate([1, "b"]) == Location("x.yaml", 2, 6)


@pytest.mark.parametrize(
    ("loc", "value", "key"),
    [
        ([], (1, 1), (1, 1)),
        (["shop"], (2, 3), (1, 1)),
        (["shop", "name", "zh"], (2, 23), (2, 19)),
        (["shop", "duties", 0], (3, 12), (3, 12)),
        (["shop", "duties", 1, "answer"], (3, 27), (3, 19)),
        (["shop", "duties", 9], (3, 11), (3, 11)),
        (["shop", "model", "name", "en"], (2, 14), (2, 10)),
    ],
)
def test_a_part_is_located_by_value_and_by_key(
    loc: list[str | int], value: tuple[int, int], key: tuple[int, int]
) -> None:
    document, _ = read_text(SHOP, "x.yaml")
    assert document.locate(loc) == Location("x.yaml", *value)
    assert document.locate(loc, key=True) == Location("x.yaml", *key)


def test_a_path_names_plain_items_by_their_text() -> None:
    document, _ = read_text(SHOP, "x.yaml")
    assert document.path(["shop", "duties", 0]) == ("shop", "duties", "pack")
    assert document.path(["shop", "duties", 1, "answer"]) == ("shop", "duties", "#2", "answer")
    assert document.path(["shop", "model", "name"]) == ("shop", "name")


def test_a_text_that_was_refused_is_located_as_a_file() -> None:
    document, _ = read_text("", "x.yaml")
    assert document.locate(["a"]) == Location("x.yaml")
    assert document.path(["a"]) == ()
