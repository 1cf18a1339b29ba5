"""`teamplan checklist [STAGE]`: who must be in place, how a role is hired, or what leading takes, as boxes to tick."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol, TypeVar

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, ShopOptions, grouped
from teamplan.prompt.output import emit, opened
from teamplan.prompt.shop import led_of, may_buy, shop_of
from teamplan.record import Record

if TYPE_CHECKING:
    from teamplan.engine.leading import Led
    from teamplan.page.answer import Answer
    from teamplan.page.words import Words
    from teamplan.playbook.store import Store


class AboutOptions(Record):
    """What the list is about, where not a stage."""

    role: Annotated[str | None, typer.Option(metavar="ROLE", help=say("opt.role"))] = None
    management: Annotated[bool, typer.Option("--management", help=say("opt.management"))] = False


class TickOptions(Record):
    """The file of ticks, and those to add."""

    done: Annotated[str | None, typer.Option(metavar="FILE", help=say("opt.done"))] = None
    tick: Annotated[list[str] | None, typer.Option(metavar="ID", help=say("opt.tick"))] = None


class _Boxes(Protocol):
    @property
    def ids(self) -> tuple[str, ...]: ...


Boxes = TypeVar("Boxes", bound=_Boxes)


@grouped
def checklist(
    about: AboutOptions,
    ticks: TickOptions,
    shop: ShopOptions,
    playbook: PlaybookOption,
    out: OutputOptions,
    stage: Annotated[str | None, typer.Argument(help=say("arg.stage"))] = None,
) -> int:
    from teamplan.errors import Location, Problem, TeamplanError
    from teamplan.questions.checklist.answer import checklist as ask
    from teamplan.questions.checklist.page import shown

    if about.role is not None and about.management:
        raise TeamplanError([Problem("role-or-management", where=Location("--management"))])
    words = opened(playbook, out, sourcing=may_buy(shop))
    store = shop_of(words, shop, stage)
    if about.role is None and not about.management:
        return emit(shown(_ticked(lambda done: ask(words.playbook, store, done), ticks), words), out, words)
    led = led_of(playbook, words.playbook)
    if about.role is not None:
        return emit(_of_role(words, led, store, about.role, ticks), out, words)
    return emit(_of_leading(words, led, store, ticks), out, words)


def _of_role(words: "Words", led: "Led", store: "Store", role: str, ticks: TickOptions) -> "Answer":
    from teamplan.questions.checklist.profile import hiring_list
    from teamplan.questions.checklist.profile_page import profile_shown

    found = _ticked(lambda done: hiring_list(words.playbook, led.management, store, role, done), ticks)
    return profile_shown(found, led.management, words)


def _of_leading(words: "Words", led: "Led", store: "Store", ticks: TickOptions) -> "Answer":
    from teamplan.questions.checklist.leading import leading_list
    from teamplan.questions.checklist.leading_page import leading_shown

    found = _ticked(lambda done: leading_list(words.playbook, led, store, done), ticks)
    return leading_shown(found, led.management, words)


def _ticked(ask: Callable[[frozenset[str]], Boxes], ticks: TickOptions) -> Boxes:
    """A list with the ticks of the file and of the prompt."""
    if ticks.done is None and not ticks.tick:
        return ask(frozenset())
    from teamplan.questions.checklist.ticks import kept_ticks

    path = None if ticks.done is None else Path(ticks.done)
    return ask(kept_ticks(path, ticks.tick or [], ask(frozenset()).ids))
