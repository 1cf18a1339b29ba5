"""Owns the lists of formats, in the order of `--help`: name -> the file here whose `text` writes it."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from teamplan.page.answer import Answer

FORMATS = {
    "table": "terminal",
    "json": "json_text",
    "yaml": "yaml_text",
    "markdown": "markdown",
    "csv": "csv_text",
    "html": "html.document",
}
WORKBOOKS = {"xlsx": "xlsx"}  # bytes, for files alone; in words, as people read them
STATEMENTS = {"sql": "sql"}  # of an answer that data bases can work out
DRAWINGS = {"tree": "terminal", "mermaid": "mermaid", "dot": "dot", "svg": "svg"}  # of an answer that is a chart
SUFFIXES = {  # of files -> the format that they are written in
    ".txt": "table",
    ".json": "json",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".md": "markdown",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
    ".xlsx": "xlsx",
    ".sql": "sql",
    ".mmd": "mermaid",
    ".dot": "dot",
    ".svg": "svg",
}


def text_of(answer: "Answer", format_: str) -> str:
    """An answer written in a format of texts of the lists; the other formats are not imported."""
    written: str = import_module(f"teamplan.page.{file_of(format_)}").text(answer)
    return written


def bytes_of(answer: "Answer", format_: str) -> bytes:
    """The same, of any format: texts in UTF-8, what no UTF-8 can hold (a file name of other bytes) as escapes."""
    if format_ not in WORKBOOKS:
        return text_of(answer, format_).encode(errors="backslashreplace")
    written: bytes = import_module(f"teamplan.page.{file_of(format_)}").book(answer)
    return written


def file_of(format_: str) -> str:
    """The file that writes a format of the lists."""
    return (FORMATS | WORKBOOKS | STATEMENTS | DRAWINGS)[format_]
