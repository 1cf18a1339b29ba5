"""Owns the list of formats, in the order of `--help`: name -> the file here whose `text` writes it."""

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
}


def text_of(answer: "Answer", format_: str) -> str:
    """An answer written in a format of the list; the other formats are not imported."""
    written: str = import_module(f"teamplan.page.{FORMATS[format_]}").text(answer)
    return written
