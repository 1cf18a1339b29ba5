"""Workbooks: numbers, dates, sums and shares as such, texts as texts, the same bytes twice, and words for ids."""

import io
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from teamplan.language import LANGUAGES
from teamplan.language.labels import ENDS, LABELS, VALUES
from teamplan.page.answer import Answer
from teamplan.page.blocks import Page
from teamplan.page.csv_text import text as csv_text
from teamplan.page.labels import labels_of
from teamplan.page.table import Column, Shown, Table
from teamplan.page.words import Words
from teamplan.page.xlsx import book
from teamplan.playbook.money import Money
from teamplan.playbook.playbook import Playbook
from tests.cli.prompt import teamplan

EVIL = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("http://x")',
    "{=1}",
    "http://x.example",
    "1.50",
    "007",
)
COLUMNS = (
    Column("name"),
    Column("count", kind="people"),
    Column("share", kind="share"),
    Column("cost", kind="money"),
    Column("day", kind="date"),
    Column("ok"),
    Column("nothing"),
)


def answer(*rows: tuple[object, ...]) -> Answer:
    return Answer(lambda: Page(()), dict, lambda: (Table(COLUMNS, rows),))


def sheet(written: bytes) -> list[list[object]]:
    return [list(row) for row in CalamineWorkbook.from_filelike(io.BytesIO(written)).get_sheet_by_index(0).to_python()]


def part(written: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(written)).read(name).decode()


def test_texts_of_users_stay_texts() -> None:
    written = book(answer(*((evil, 1, None, None, None, None, None) for evil in EVIL)))
    assert "<f>" not in part(written, "xl/worksheets/sheet1.xml")
    assert "hyperlink" not in part(written, "xl/worksheets/sheet1.xml").lower()
    names = [row[0] for row in sheet(written)[1:]]
    assert names == [evil.replace("\t", r"\t").replace("\r", r"\r") for evil in EVIL]


def test_in_csv_no_text_begins_as_a_formula_and_numbers_stay_numbers() -> None:
    lines = csv_text(answer(*((evil, -1, -0.5, None, None, True, None) for evil in EVIL))).splitlines()[1:]
    assert len(lines) == len(EVIL)
    assert not [line for line in lines if line.lstrip('"').startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert all(line.endswith(",-1,-0.5,,,true,") for line in lines)


def test_numbers_dates_shares_and_sums_are_what_they_are() -> None:
    row = ("Li", 3, Shown(0.805, "80.5%"), Shown("1234.50", "1,235"), "2026-12-01", False, None)
    written = book(answer(row, ("Wang", 0, 0.0, Money(Decimal("0.00"), "CNY"), date(2027, 1, 5), True, None)))
    assert sheet(written) == [
        ["name", "count", "share", "cost", "day", "ok"],  # what is empty in every row is left out
        ["Li", 3, 0.805, 1234.5, date(2026, 12, 1), False],
        ["Wang", 0, 0, 0, date(2027, 1, 5), True],
    ]
    styles = part(written, "xl/styles.xml")
    assert all(f'formatCode="{code}"' in styles for code in ("yyyy-mm-dd", "0.0%"))
    shown = part(written, "xl/worksheets/sheet1.xml")
    assert 'state="frozen"' in shown
    assert 'orientation="landscape"' in shown


def test_the_same_answer_has_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = book(answer(("Li", 1, 0.5, None, None, True, None)))
    assert first == book(answer(("Li", 1, 0.5, None, None, True, None)))
    assert "2000-01-01T00:00:00Z" in part(first, "docProps/core.xml")


@pytest.mark.parametrize(("lang", "head", "cell"), [("en", "Set by", "Pre-sale agent"), ("zh", "决定因素", "售前客服")])
def test_labels_are_words_in_csv_and_in_a_workbook(lang: str, head: str, cell: str, tmp_path: Path) -> None:
    shop = ("recommend", "--orders", "270", "--lang", lang)
    lines = teamplan(*shop, "--format", "csv", "--labels").stdout.splitlines()
    assert head in lines[0]
    assert "next_at" not in lines[0]
    row = next(line for line in lines if f",{cell}," in line)
    assert "pre-sale-service" not in row
    assert "pre-sale-chat" not in row
    assert teamplan(*shop, "-o", str(tmp_path / "plan.xlsx")).returncode == 0
    rows = sheet((tmp_path / "plan.xlsx").read_bytes())
    assert head in rows[0]
    assert cell in [each for row in rows for each in row]
    assert "pre-sale-service" in teamplan(*shop, "--format", "csv").stdout


def test_what_may_stand_for_several_is_told_apart(playbook: Playbook) -> None:
    labels = labels_of("en", Words(labels_of("en", None).say, playbook))
    told = labels.table(
        Table(
            (Column("role"), Column("roles", "Role"), Column("roles_operator")), (("operator", "operator designer", 1),)
        )
    )
    assert [column.key for column in told.columns] == ["Role", "Role (roles)", "Roles, Operator"]
    assert told.rows == (("Operator", "Operator, Designer", 1),)
    assert labels.label("next_at_visitors") == "One more above, visitors a day"
    assert labels.label("never_heard_of") == "never heard of"


def test_all_labels_are_said_in_both_languages() -> None:
    for pairs in (LABELS, ENDS, VALUES):
        assert all(len(pair) == len(LANGUAGES) and all(pair) for pair in pairs.values())
    assert [key for key, (_, zh) in LABELS.items() if zh.isascii() and key not in ("p10", "p90")] == []


def test_without_the_library_a_workbook_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("teamplan.prompt.files.find_spec", lambda _: None)
    done = teamplan("recommend", "--orders", "270", "-o", "plan.xlsx", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "plan.xlsx: needs the library xlsxwriter, which is not installed. "
        "Install it with `pip install 'teamplan[excel]'`.\n"
    )
    assert list(tmp_path.iterdir()) == []
