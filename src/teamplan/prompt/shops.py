"""Owns the way from `--shops` to the shops of one owner, of which all stands in the file."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from teamplan.errors import Location, Problem, TeamplanError
from teamplan.prompt.channels import note_problems
from teamplan.prompt.language import say
from teamplan.prompt.options import ShopOptions
from teamplan.record import Record, as_dict

if TYPE_CHECKING:
    from teamplan.page.words import Words
    from teamplan.playbook.store import Store


class ShopsOption(Record):
    """The file of several shops of one owner."""

    shops: Annotated[str | None, typer.Option(metavar="FILE", help=say("opt.shops"))] = None


def shops_of(words: "Words", file: str, shop: ShopOptions, others: Mapping[str, Any]) -> dict[str, "Store"]:
    """The shops of the file by name; overrides outside their range are noted on stderr.

    Raises a TeamplanError with every fault in the file and every other option that was given: `others` beside `shop`.
    """
    from teamplan.reading.shops import read_shops
    from teamplan.reading.text import named_file

    problems = [Problem("beside-shops", where=Location(f"--{name}")) for name in _given(shop, others)]
    try:
        stores, notes = read_shops(named_file(file), words.playbook)
    except TeamplanError as error:
        raise TeamplanError([*problems, *error.problems]) from None
    if problems:
        raise TeamplanError(problems)
    note_problems(notes, words.say)
    return stores


def _given(shop: ShopOptions, others: Mapping[str, Any]) -> Iterable[str]:
    """The options that were given, as they are typed."""
    given = as_dict(shop) | dict(others)
    given |= given.pop("inputs")
    return [name.strip("_").replace("_", "-") for name, value in given.items() if value not in (None, False, [], ())]
