"""`teamplan sweep INPUT=LOW..HIGH`: the team along one input."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any

import typer

from teamplan.errors import Location, Problem, TeamplanError
from teamplan.prompt.language import say
from teamplan.prompt.options import Number, OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import store_of
from teamplan.questions.sweep.steps import INPUTS

if TYPE_CHECKING:
    from teamplan.playbook.store import Store

MOST_STEPS = 1000


@grouped
def sweep(
    along: Annotated[str, typer.Argument(metavar="INPUT=LOW..HIGH", help=say("arg.along"))],
    shop: ShopOptions,
    stage: StageOption,
    playbook: PlaybookOption,
    out: OutputOptions,
    steps: Annotated[Number, typer.Option(help=say("opt.sweep-steps"))] = "20",
) -> int:
    from teamplan.questions.sweep.answer import sweep as ask
    from teamplan.questions.sweep.page import shown

    name, values = _values(along, steps or "")
    words = opened(playbook, out)
    roles = words.playbook.roles
    store_of(shop, roles, stage.stage)  # what is wrong with the shop is told, also of the input that moves
    value = next(values)
    first = store_of(_at(shop, name, value), roles, stage.stage)
    stores = chain([(value, first)], ((value, _moved(first, name, value)) for value in values))
    return emit(shown(ask(words.playbook, name, stores), words), out)


def _at(shop: ShopOptions, name: str, value: str) -> ShopOptions:
    """The shop with the input at a value; an input that is no option of its own is an assumption."""
    if name in INPUTS:
        return shop.with_(**{name: value})
    return shop.with_(set_=[*(shop.set_ or []), f"{name}={value}"])


def _moved(store: "Store", name: str, value: str) -> "Store":
    """The store with the input at another value. Raises a TeamplanError where it does not fit."""
    from teamplan.reading.inputs import read_store

    if name in INPUTS:
        return store.model_copy(update={name: getattr(read_store({name: value}, None, None, ()), name)})
    read = read_store({"assumptions": {name: value}}, None, None, ())
    return store.model_copy(update={"assumptions": store.assumptions | read.assumptions})


def _values(along: str, steps: str) -> tuple[str, Iterator[str]]:
    """The input and its values as they would be typed, evenly from the first to the last."""
    from teamplan.playbook.quantity import Quantity, parse_quantity, steps_up_to

    name, _, ends = along.partition("=")
    name = name.strip().replace("-", "_") if name.strip().replace("-", "_") in INPUTS else name.strip()
    parts = ends.split("..")
    count = _parsed(steps, steps_up_to(MOST_STEPS, 2, "not-steps-of-sweep"))
    problems = []
    quantities = [_parsed(part, parse_quantity) for part in parts]
    if not name or len(parts) != 2 or None in quantities or len({each.unit for each in quantities if each}) > 1:
        problems.append(Problem("not-a-sweep", {"given": along}, where=Location("INPUT")))
    if count is None:
        problems.append(Problem("not-steps-of-sweep", {"given": steps, "most": MOST_STEPS}, where=Location("--steps")))
    if problems:
        raise TeamplanError(problems)
    low, high = quantities
    span = [low.number + (high.number - low.number) * step / (count - 1) for step in range(count)]
    return name, (str(Quantity(value, low.unit)) for value in span)


def _parsed(text: str, parse: Any) -> Any:
    from pydantic_core import PydanticCustomError

    try:
        return parse(text.strip())
    except PydanticCustomError:
        return None
