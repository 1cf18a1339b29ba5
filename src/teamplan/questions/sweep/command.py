"""`teamplan sweep INPUT=LOW..HIGH`: the team along one input."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import Number, OutputOptions, PlaybookOption, ShopOptions, StageOption, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import may_buy, store_of
from teamplan.questions.sweep.steps import VOLUME

if TYPE_CHECKING:
    from teamplan.playbook.playbook import Playbook
    from teamplan.playbook.store import Store


@grouped
def sweep(  # noqa: PLR0913 - options of a prompt, by name
    along: Annotated[str, typer.Argument(metavar="INPUT=LOW..HIGH", help=say("arg.along"))],
    shop: ShopOptions,
    stage: StageOption,
    playbook: PlaybookOption,
    out: OutputOptions,
    steps: Annotated[Number, typer.Option(help=say("opt.sweep-steps"))] = "20",
    plot: Annotated[str, typer.Option(help=say("opt.plot"))] = "people",
) -> int:
    from teamplan.page.progress import progress
    from teamplan.questions.sweep.answer import sweep as ask
    from teamplan.questions.sweep.page import shown
    from teamplan.questions.sweep.question import SweepQuestion
    from teamplan.reading.inputs import read_options

    question = read_options({"along": along, "steps": steps or "", "plot": plot}, SweepQuestion)
    words = opened(playbook, out, sourcing=may_buy(shop))
    known = words.playbook
    name, values = _key(question.along.name, known), question.values()
    store_of(shop, known, stage.stage)  # what is wrong with the shop is told, also of the input that moves
    value = next(values)
    first = store_of(_at(shop, name, value, known), known, stage.stage)
    stores = chain([(value, first)], ((value, _moved(first, name, value, known)) for value in values))
    with progress(words.say("progress.sweeping"), question.steps) as advance:
        found = ask(words.playbook, name, _counted(stores, advance))
    return emit(shown(found, words, question.plot), out, words)


def _counted(stores: Iterable[tuple[str, "Store"]], advance: Callable[[], None]) -> Iterator[tuple[str, "Store"]]:
    """The stores as they are, each told to a bar when it is done."""
    for each in stores:
        yield each
        advance()


def _declared(playbook: "Playbook") -> dict[str, str]:
    """The inputs of the playbook, by the key of each."""
    return {name.replace("-", "_"): name for name in playbook.frame.inputs}


def _key(name: str, playbook: "Playbook") -> str:
    """An input as a store file writes it, however it was typed; the name of an assumption as it is."""
    key = name.replace("-", "_")
    return key if key in (*VOLUME, *_declared(playbook)) else name


def _at(shop: ShopOptions, name: str, value: str, playbook: "Playbook") -> ShopOptions:
    """The shop with the input at a value; an input that is no option of its own is an assumption."""
    if name in VOLUME:
        return shop.with_(**{name: value})
    declared = _declared(playbook)
    if name in declared:
        return shop.with_(inputs={**shop.inputs, declared[name]: value})
    return shop.with_(set_=[*(shop.set_ or []), f"{name}={value}"])


def _moved(store: "Store", name: str, value: str, playbook: "Playbook") -> "Store":
    """The store with the input at another value. Raises a TeamplanError where it does not fit."""
    from teamplan.playbook.store import field_of
    from teamplan.reading.inputs import read_store

    declared = _declared(playbook)
    if name in VOLUME or name in declared:
        field = field_of(declared[name]) if name in declared else name
        return store.model_copy(update={field: getattr(read_store({name: value}, None, None, playbook), field)})
    read = read_store({"assumptions": {name: value}}, None, None, playbook)
    return store.model_copy(update={"assumptions": store.assumptions | read.assumptions})
