"""Forecasts as spreadsheets write them: what is not CSV is told by what it is."""

from pathlib import Path

import pytest

from teamplan.language import Speaker
from teamplan.page.problems import tell
from teamplan.reading.forecast import read_forecast

DAYS = "date,orders\n2026-12-01,270\n2026-12-02,271\n"
AS_CSV = "is not UTF-8 text from here on. Save it as UTF-8; in Excel choose “CSV UTF-8” as the file type."
BY_COMMAS = "Replace it by commas; in Excel choose “CSV UTF-8” as the file type."
OPEN = "this quote is never closed. Close it, or take it out."


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (DAYS.replace(",", ";").encode(), f":1:1: “;” separates the columns, not a comma. {BY_COMMAS}"),
        (DAYS.replace(",", "\t").encode(), f":1:1: “\\t” separates the columns, not a comma. {BY_COMMAS}"),
        (DAYS.replace(",", "，").encode(), f":1:1: “，” separates the columns, not a comma. {BY_COMMAS}"),
        (
            b"note;more,other;x\n1,2\n",
            ":1:1: needs a column date, and a column visitors or orders; found note;more, other;x",
        ),
        (DAYS.encode("utf-16-le"), f":1:2: {AS_CSV}"),
        (DAYS.replace("271", "今天").encode("gb18030"), ":3:1: orders: “今天” is not a number."),
        (DAYS.replace("270", '"270').encode(), f":2:12: {OPEN}"),
        (
            DAYS.replace("270", '"270" "').encode(),
            ":2:1: is not valid CSV: ',' expected after '\"'. Check the quotes here.",
        ),
        (DAYS.replace("270", '"27""0').encode() + b"x" * 200_000, f":2:12: {OPEN}"),
        (
            b'\xef\xbb\xbf"date",orders,"no\xe2\x80\xa8te"\r\n"2026-12-01",270,"a ""b"" c"\r\n2026-12-02,271,"d',
            f":3:16: {OPEN}",
        ),
        (
            DAYS.replace("-", "/").encode(),
            ":2:1: date: “2026/12/01” is not a date between 1900 and 2199. Write it like",
        ),
    ],
)
def test_a_file_that_a_spreadsheet_wrote_is_told_by_what_it_is(written: bytes, message: str, tmp_path: Path) -> None:
    file = tmp_path / "f.csv"
    file.write_bytes(written)
    forecast, problems, _ = read_forecast(file)
    assert forecast is None
    assert tell(problems, Speaker("en")).splitlines()[0].startswith(f"{file}{message}")


@pytest.mark.parametrize(
    ("header", "named"),
    [
        ("date,orders,", "#3"),
        ("date,orders, ,note", "#3, note"),
        (
            "date,orders," + ",".join(f"c{each}" for each in range(12)),
            ", ".join(f"c{each}" for each in range(10)) + ", ...",
        ),
    ],
)
def test_columns_that_are_not_read_are_named(header: str, named: str, tmp_path: Path) -> None:
    file = tmp_path / "f.csv"
    file.write_text(header + "\n2026-12-01,270" + "," * (header.count(",") - 1) + "\n", encoding="utf-8")
    forecast, problems, notes = read_forecast(file)
    assert (forecast is not None, problems) == (True, [])
    assert [note.values["names"] for note in notes] == [named]
