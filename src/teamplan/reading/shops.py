"""Owns the reading of `shops.yaml`: each shop for itself, what is wrong between them, every fault with its place."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from teamplan.engine.pay.payroll import payroll_of
from teamplan.engine.question import outside_range, sound
from teamplan.errors import Location, Problem, TeamplanError
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.shops import ShopList, named_store_type
from teamplan.playbook.store import Store
from teamplan.reading.document import Document, Loc, read_file
from teamplan.reading.validate import validate
from teamplan.record import as_tuple

KEYS = {"stage": "stage", "category": "category", "function": "founder_skills", "place": "city"}  # unknown-... -> key


def read_shops(path: Path, playbook: Playbook) -> tuple[dict[str, Store], list[Problem]]:
    """The shops by name, and remarks on them. Raises a TeamplanError with every fault in the file."""
    document, problems = read_file(path)
    listed, found = validate(ShopList, document)
    problems += found
    stores: dict[int, Store] = {}
    names: dict[str, int] = {}
    model = named_store_type(playbook.frame.inputs)
    for place in range(len(listed.shops) if listed else 0):
        store, found = validate(model, document, ("shops", place))
        problems += [_named(document, place, each) for each in found] + list(_twice(document, place, names))
        if store is not None and not found:
            stores[place] = store
    problems += _unsound(document, playbook, stores)
    if problems:
        raise TeamplanError(sorted(problems, key=lambda each: as_tuple(each.where or Location(""))))
    notes = [
        _placed(document, place, each) for place, store in stores.items() for each in outside_range(playbook, store)
    ]
    return {str(_name(document, place)): store for place, store in stores.items()}, notes


def _unsound(document: Document, playbook: Playbook, stores: Mapping[int, Store]) -> list[Problem]:
    """What is wrong with shops whose keys are all right: ids, overrides, volumes, places, and other currencies."""
    problems: list[Problem] = []
    first: tuple[str, str] | None = None
    for place, store in stores.items():
        try:
            changed, _ = sound(playbook, store)
            currency = payroll_of(changed, store).currency
        except TeamplanError as error:
            problems += [_placed(document, place, each) for each in error.problems]
            continue
        first = first or (currency, str(_name(document, place)))
        if currency != first[0]:
            values = {"given": currency, "currency": first[0], "first": first[1]}
            problems.append(_at(document, place, Problem("shops-two-currencies", values), _money_key(store)))
    return problems


def _money_key(store: Store) -> tuple[str, ...]:
    return ("currency",) if store.currency else ("city",) if store.city else ("exchange",) if store.exchange else ()


def _twice(document: Document, place: int, names: dict[str, int]) -> Iterator[Problem]:
    """A name that an earlier shop has."""
    name = _name(document, place)
    if name is None:
        return
    if name in names:
        first = document.locate(("shops", names[name], "name")).line
        yield _at(document, place, Problem("shop-twice", {"given": name, "line": first}), ("name",))
    names.setdefault(name, place)


def _name(document: Document, place: int) -> str | None:
    """The name of a shop as the file has it; None where it has none."""
    shop = document.data["shops"][place]
    name = shop.get("name") if isinstance(shop, dict) else None
    return name if isinstance(name, str) and name else None


def _named(document: Document, place: int, problem: Problem) -> Problem:
    """A fault of a shop, with the name of the shop in its path instead of its place in the list."""
    within = problem.path[2:] if problem.path[:1] == ("shops",) else problem.path
    return problem.with_(path=(_name(document, place) or f"#{place + 1}", *within))


def _placed(document: Document, place: int, problem: Problem) -> Problem:
    """A fault of a sound file's shop at the key that it is about."""
    option = problem.where.file if problem.where else ""
    kind = problem.key.removeprefix("unknown-")
    given = str(problem.values.get("given", ""))
    key: tuple[str, ...] = ()
    if problem.key == "unknown-assumption":
        key = ("assumptions", given)
    elif option.startswith("--"):
        key = (option[2:].replace("-", "_"),)
    elif problem.key.startswith("unknown-") and kind in KEYS:
        key = (KEYS[kind],)
    elif "option" in problem.values:
        key = (str(problem.values["option"]).replace("-", "_"),)
    elif name := problem.values.get("name", problem.path[-1] if problem.path else None):
        key = ("assumptions", str(name))
    return _at(document, place, problem, key)


def _at(document: Document, place: int, problem: Problem, key: tuple[str, ...]) -> Problem:
    loc: Loc = ("shops", place, *key)
    path = (_name(document, place) or f"#{place + 1}", *key)
    return problem.with_(path=path, where=document.locate(loc))
