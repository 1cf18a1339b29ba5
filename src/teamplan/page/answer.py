"""Owns what a question hands over: a page to read, plain data for machines, and tables of raw cells."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from teamplan.language import Language
from teamplan.page.blocks import Box, Page
from teamplan.page.table import Table
from teamplan.playbook.base import Frozen
from teamplan.playbook.money import Money
from teamplan.record import Record, as_dict
from teamplan.version import __version__

FORMAT_VERSION = 2  # grows when a key changes its meaning or goes; new keys do not change it
CURRENCY_KEYS = ("currency", "currency_after")


class Answer(NamedTuple):
    """One answer in three forms, each made only when a format asks for it.

    The first of the tables is the one that a format of one table writes. `text` is what a terminal gets instead of the
    page, never wrapped; None where it gets the page. `versioned` data begin with their format version. `chart` is what
    formats of drawings draw, `statement` what data bases run; None where there is no such thing. `html` is the document
    that a browser gets instead of the page; None where it gets the page, in the `language` that it says it is in.
    `workbook` is one made for the answer; None where a workbook holds its tables. `origin` tells the playbook that the
    answer comes from; None where it comes from none.
    """

    page: Callable[[], Page]
    data: Callable[[], dict[str, Any]]
    tables: Callable[[], tuple[Table, ...]]
    text: Callable[[], str] | None = None
    versioned: bool = True
    chart: Callable[[], Box] | None = None
    statement: Callable[[], str] | None = None
    html: Callable[[], str] | None = None
    language: Language = "en"
    workbook: Callable[[], bytes] | None = None
    origin: Callable[[], dict[str, str | None]] | None = None


def document(answer: Answer) -> dict[str, Any]:
    """The data of an answer as one mapping: its format version first, then where it comes from.

    The release, the playbook, the language of its sentences, and the currency where its sums are all of one.
    """
    data = answer.data()
    if not answer.versioned:
        return data
    head = {"format_version": FORMAT_VERSION, "teamplan": __version__, **(answer.origin() if answer.origin else {})}
    currencies = set(_currencies(data))
    told = {"currency": currencies.pop()} if len(currencies) == 1 else {}
    return {**head, "language": answer.language, **told, **data}


def _currencies(data: Any) -> Iterator[str]:
    """The currencies that data name, at any depth."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in CURRENCY_KEYS and isinstance(value, str):
                yield value
            elif isinstance(value, dict | list):
                yield from _currencies(value)
    elif isinstance(data, list):
        for value in data:
            yield from _currencies(value)


def as_data(value: Any, money: Callable[[Money], Any] = float) -> Any:
    """Mappings, lists, texts and numbers of a frozen result; exact numbers as floats, sums as `money` makes them."""
    if isinstance(value, Money | Fraction):
        return money(value) if isinstance(value, Money) else float(value)
    if isinstance(value, Record):
        return {field: as_data(item, money) for field, item in as_dict(value).items()}
    if isinstance(value, dict):
        return {key: as_data(item, money) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_data(item, money) for item in value]
    if isinstance(value, Frozen):
        return value.model_dump(mode="json")
    return value.isoformat() if isinstance(value, date) else value


def cells_of(result: Any) -> dict[str, Any]:
    """The fields of a frozen result as cells of a row."""
    cells: dict[str, Any] = as_data(result)
    return cells


def flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """A mapping for one row of a table: nested mappings as `outer_inner` columns."""
    flattened: dict[str, Any] = {}
    for key, value in row.items():
        if isinstance(value, dict):
            flattened |= {f"{key}_{inner}": item for inner, item in flat(value).items()}
        else:
            flattened[key] = value
    return flattened


def flat_rows(items: Iterable[Any]) -> list[dict[str, Any]]:
    """Frozen results as rows."""
    return [flat(as_data(item)) for item in items]
