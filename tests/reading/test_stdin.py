"""What comes by standard input, and files as a Windows shell or Excel in China writes them: read like any other."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from teamplan.errors import Location
from teamplan.reading.document import read_file
from teamplan.reading.rows import rows_of
from teamplan.reading.text import STDIN, named_file, suffix_of, text_of_file
from tests.cli.prompt import teamplan

Give = Callable[[bytes], None]
STORE = "visitors: 6,000\nconversion: 4.5%\n"
TEAM = "roles: {operator: 1, promoter: 1}\n"
NAMES = "name,role\n李喆,operator\n王芳,designer\n"


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch) -> Give:
    """Puts bytes behind standard input."""
    return lambda raw: monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))


def test_a_dash_is_standard_input_and_a_file_of_that_name_is_not() -> None:
    assert (named_file("-"), named_file("./-")) == (STDIN, Path("-"))


@pytest.mark.parametrize(
    ("prompt", "given"),
    [
        (("recommend", "--store", "-"), STORE),
        (("recommend", "--orders", "270", "--team", "-"), TEAM),
        (("duties", "--orders", "270", "--team", "-"), NAMES),
        (("hire", "--forecast", "-", "--today", "2026-11-01"), "date,orders\n2026-12-01,270\n2026-12-02,300\n"),
        (("diff", "-", "team.yaml"), TEAM),
        (("pay", "check", "-"), "people:\n  - {name: Zhao, role: operator}\n"),
    ],
)
def test_a_dash_is_read_wherever_a_file_is_taken(
    prompt: tuple[str, ...], given: str, give: Give, tmp_path: Path
) -> None:
    suffix = ".csv" if given[:4] in ("name", "date") else ".yaml"
    for name in (f"given{suffix}", "team.yaml"):
        (tmp_path / name).write_text(given, encoding="utf-8")
    give(given.encode())
    by_pipe = teamplan(*prompt, "--format", "json", cwd=tmp_path)
    by_name = teamplan(
        *(f"given{suffix}" if each == "-" else each for each in prompt), "--format", "json", cwd=tmp_path
    )
    assert by_pipe.returncode == by_name.returncode
    assert by_pipe.stdout.replace("/dev/stdin", "-") == by_name.stdout.replace(f"given{suffix}", "-")


def test_a_saved_plan_is_compared_as_it_comes(give: Give, tmp_path: Path) -> None:
    plan = teamplan("recommend", "--orders", "270", "--format", "json").stdout
    (tmp_path / "plan.json").write_bytes(plan.encode("utf-16"))
    give(b"\xef\xbb\xbf" + plan.encode())
    found = teamplan("diff", "plan.json", "-", "--format", "json", cwd=tmp_path)
    assert (found.returncode, json.loads(found.stdout)["changes"]) == (0, [])


def test_a_fault_in_it_has_its_line(give: Give) -> None:
    give(b"orders: 270\nvisitors: many\n")
    assert teamplan("recommend", "--store", "-").stderr.startswith("/dev/stdin:2:11: visitors: ")


def test_two_files_by_standard_input_are_one_clear_problem(give: Give) -> None:
    give(STORE.encode())
    found = teamplan("diff", "-", "-")
    assert (found.returncode, found.stdout, found.stderr.count("\n")) == (2, "", 1)
    assert "A, B" in found.stderr


@pytest.mark.parametrize(
    ("given", "suffix"),
    [
        (NAMES, ".csv"),
        (TEAM, ".yaml"),
        ("people: [a, b]", ".yaml"),
        (' {"roles": {}}', ".json"),
        ("PK\x03\x04", ".xlsx"),
        ("", ".yaml"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_standard_input_is_told_by_its_look(given: str, suffix: str, encoding: str, give: Give) -> None:
    give(given.encode("utf-8" if suffix == ".xlsx" else encoding))
    assert suffix_of(STDIN) == suffix


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_marked_file_is_read_whatever_wrote_it(encoding: str, tmp_path: Path) -> None:
    mark = "\ufeff" if encoding[-2:] in ("le", "be") else ""
    path = tmp_path / "x"
    path.write_bytes((mark + STORE + "# 茶\n").encode(encoding))
    assert text_of_file(path) == (STORE + "# 茶\n", [])
    assert read_file(path)[0].data == {"visitors": "6,000", "conversion": "4.5%"}


@pytest.mark.parametrize("raw", [b"\xff\xfea", b"\xfe\xff\xd8\x00\x00a"])
def test_half_a_character_of_utf_16_is_told(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(raw)
    text, [problem] = text_of_file(path)
    assert (text, problem.key, problem.where) == (None, "not-utf8", Location(str(path)))


def test_rows_may_be_in_gb18030_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(NAMES.encode("gb18030"))
    rows, problems = rows_of(path)
    assert ([row.cells for row in rows or ()], problems) == ([each.split(",") for each in NAMES.split()], [])
    for raw in (
        "name,role\nMüller,operator\nJosé,operator\n".encode("cp1252"),
        "name,role\nMüller,Führer\n".encode("latin-1"),
        "name,role\n佐藤,operator\nミュラー,operator\n".encode("shift_jis"),
        "name,role\n李喆,operator\n".encode()[:-20] + b"\xff",
    ):
        path.write_bytes(raw)
        rows, [problem] = rows_of(path)
        assert (rows, problem.key) == (None, "csv-not-utf8")
