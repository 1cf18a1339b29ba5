"""Owns the way from shop options to a playbook and a store."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from teamplan.errors import Location, Problem, TeamplanError
from teamplan.prompt.channels import note_problems
from teamplan.prompt.options import PlaybookOption, ShopOptions
from teamplan.record import as_dict

if TYPE_CHECKING:
    from teamplan.engine.leading import Led
    from teamplan.page.words import Words
    from teamplan.playbook.playbook import Playbook
    from teamplan.playbook.store import Store
    from teamplan.reading.places import Where

APART = ("team", "store", "set_", "inputs", "sourcing")


def playbook_of(option: PlaybookOption, *, events: bool = False, sourcing: bool = False) -> "Playbook":
    """The playbook that was asked for. Raises a TeamplanError with every fault in it."""
    from teamplan.reading.compiled import playbook_in

    return playbook_in(place_of(option), events=events, sourcing=sourcing)


def place_of(option: PlaybookOption) -> "Where":
    """Where the playbook that was asked for is. Raises a TeamplanError for names that neither ship nor are there."""
    from teamplan.reading.places import place_named

    return place_named(option.playbook, option.overlays or [])


def origin_of(option: PlaybookOption) -> dict[str, str | None]:
    """Which playbook was asked for, and the digest of its files, as data say it."""
    from teamplan.reading.origin import digest_of, title_of

    where = place_of(option)
    return {"playbook": title_of(where), "playbook_digest": digest_of(where)}


def led_of(option: PlaybookOption, playbook: "Playbook") -> "Led":
    """How the people of the playbook that was asked for are led. Raises a TeamplanError with every fault in it."""
    from teamplan.engine.leading import Led
    from teamplan.reading.management import read_management
    from teamplan.reading.organisation import read_organisation

    where = place_of(option)
    return Led(read_management(where, playbook), read_organisation(where, playbook).lines)


def shop_of(words: "Words", shop: ShopOptions, stage: str | None = None) -> "Store":
    """The store of the options; overrides outside their range are noted on stderr.

    Raises a TeamplanError with every fault in the options and the files they name.
    """
    from teamplan.engine.question import outside_range

    store = store_of(shop, words.playbook, stage)
    note_problems(outside_range(words.playbook, store), words.say)
    return store


def store_of(shop: ShopOptions, playbook: "Playbook", stage: str | None = None) -> "Store":
    """The store of the options, for a playbook.

    Raises a TeamplanError with every fault in the options and the files they name.
    """
    from teamplan.reading.inputs import read_store

    given: dict[str, Any] = {name: value for name, value in as_dict(shop).items() if name not in APART}
    given |= {name.replace("-", "_"): value for name, value in shop.inputs.items()}
    options = {name: value for name, value in given.items() if value is not None and value is not False}
    if stage is not None:
        options["stage"] = stage
    changes, problems = _assignments(shop.set_ or [])
    choices, found = _choices(shop.sourcing or [])
    if problems or found:
        raise TeamplanError([*problems, *found])
    if changes:
        options["assumptions"] = changes
    if choices:
        options["sourcing"] = choices
    return read_store(options, file_of(shop.store), file_of(shop.team), playbook)


def file_of(given: str | None) -> Path | None:
    """The file of an option that names one."""
    from teamplan.reading.text import named_file

    return None if given is None else named_file(given)


def may_buy(shop: ShopOptions) -> bool:
    """Whether the shop may buy something outside: it says so, or its store file may."""
    return bool(shop.sourcing or shop.store)


def gives_volume(shop: ShopOptions) -> bool:
    """Whether the prompt says anything of a shop's volume."""
    return any(each is not None for each in (shop.visitors, shop.conversion, shop.orders, shop.store))


def _assignments(given: list[str]) -> tuple[dict[str, str], list[Problem]]:
    changes: dict[str, str] = {}
    problems = []
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or not name.strip() or not value.strip():
            problems.append(Problem("set-without-value", {"given": text}, where=Location("--set")))
        changes[name.strip()] = value.strip()
    return changes, problems


def _choices(given: list[str]) -> tuple[dict[str, str], list[Problem]]:
    """The options that are bought by role; a role is bought once."""
    choices: dict[str, str] = {}
    problems = []
    for text in given:
        role, equals, option = (part.strip() for part in text.partition("="))
        if not equals or not role or not option:
            problems.append(Problem("sourcing-without-option", {"given": text}, where=Location("--sourcing")))
        elif role in choices:
            problems.append(Problem("sourced-twice", {"role": role}, where=Location("--sourcing")))
        choices.setdefault(role, option)
    return choices, problems
