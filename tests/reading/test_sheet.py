"""Rows of a workbook of Excel: read as people would have typed them, and told where they cannot be read."""

import datetime
import sys
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZipFile

import pytest

from teamplan.reading.people_file import people_file
from teamplan.reading.sheet import Cell, sheet_rows, typed

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def workbook(path: Path, rows: list[list[str | float | None]]) -> Path:
    """The least that is a workbook: one sheet, texts within their cells."""
    cells = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/>'
        f'<Override PartName="/xl/sheet.xml" ContentType="{types}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        '<sheets><sheet name="People" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="sheet.xml"/></Relationships>',
        "xl/sheet.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>',
    }
    with ZipFile(path, "w") as file:
        for name, text in files.items():
            file.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return path


def _cell(value: str | float | None) -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f"<c><v>{value}</v></c>"


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (4000.0, "4000"),
        (0.1, "0.1"),
        (1.25, "1.25"),
        (-3.0, "-3"),
        (True, "True"),
        ("  李娜 ", "  李娜 "),
        (datetime.date(2026, 11, 29), "2026-11-29"),
        (datetime.datetime(2026, 11, 29), "2026-11-29"),
        (datetime.time(9, 30), "09:30:00"),
    ],
)
def test_a_cell_is_written_as_people_type_it(cell: Cell, told: str) -> None:
    assert typed(cell) == told


def test_a_workbook_is_read_as_the_csv_file_of_the_same_rows(tmp_path: Path) -> None:
    rows: list[list[str | float | None]] = [
        ["姓名", "岗位", "底薪", "绩效系数"],
        ["李娜", "美工", 4000, 1.1],
        [None, None, None, None],
        ["Wang & <Bo>", "operator", 5250.5, 0.9],
    ]
    text = "\n".join(",".join("" if cell is None else str(cell) for cell in row) for row in rows)
    (tmp_path / "people.csv").write_text(text, encoding="utf-8")
    (sheet, of_sheet), (csv, of_csv) = (
        people_file(path) for path in (workbook(tmp_path / "people.xlsx", rows), tmp_path / "people.csv")
    )
    assert of_sheet == of_csv == []
    assert sheet.data == csv.data
    assert list(sheet.data["people"]) == ["李娜", "Wang & <Bo>"]


def test_a_fault_is_told_in_its_row(tmp_path: Path) -> None:
    path = workbook(tmp_path / "people.xlsx", [["name", "role", "bse"], ["Li", "designer", 1]])
    [problem] = people_file(path)[1]
    assert (problem.key, problem.values["given"]) == ("unknown-key", "bse")
    assert problem.where is not None
    assert (problem.where.file, problem.where.line) == (str(path), 1)


@pytest.mark.parametrize("raw", [b"", b"name,role\n", b"PK\x03\x04 cut off"])
def test_what_is_no_workbook_is_told(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    path.write_bytes(raw)
    rows, [problem] = sheet_rows(path)
    assert (rows, problem.key) == (None, "not-excel")


def test_a_workbook_that_is_not_there_is_told(tmp_path: Path) -> None:
    rows, [problem] = sheet_rows(tmp_path / "no.xlsx")
    assert (rows, problem.key) == (None, "unreadable")


def test_without_the_extra_it_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    rows, [problem] = sheet_rows(workbook(tmp_path / "people.xlsx", [["name", "role"]]))
    assert (rows, problem.key, problem.values["extra"]) == (None, "extra-missing", "excel")
