"""Shops for tests: a store by its fields, and the heads that `recommend` gives it, of one compiled shop a setting."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from teamplan.engine.present import missing_in
from teamplan.engine.question import Question, ask
from teamplan.engine.shop import Shop
from teamplan.engine.volume import volume_of
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store, store_type
from teamplan.reading.load import load
from teamplan.reading.places import built_in

VOLUME = ("orders", "visitors", "conversion", "stage", "team")  # what a compiled shop does not hang on
_compiled: dict[tuple[int, str], tuple[Playbook, Shop]] = {}


def sampled(cases: Sequence[Any], every: int) -> list[Any]:
    """Every so many of the cases are always tried; the others in the slow target."""
    return [
        case
        if place % every == 0
        else pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=pytest.mark.slow)
        for place, case in enumerate(cases)
    ]


@cache
def of_built_in() -> type[Store]:
    """The store with the inputs of the built-in playbook."""
    return store_type(load(built_in()).frame.inputs)


def store(**given: Any) -> Store:
    return of_built_in().model_validate(given)


def asked(playbook: Playbook, **given: Any) -> Question:
    """The shop compiled anew, as every command does."""
    return ask(playbook, store(**given))


def heads(playbook: Playbook, **given: Any) -> dict[str, int]:
    """People in each role, as `asked` says; `test_promises` holds that both say the same."""
    wanted = store(**given)
    volume, shop = volume_of(wanted), _shop(playbook, given)
    return shop.curves(wanted.stage, volume.orders).headcounts(volume.at)


def total(playbook: Playbook, **given: Any) -> int:
    return sum(heads(playbook, **given).values())


def hired(playbook: Playbook, **given: Any) -> dict[str, int]:
    """The roles that have anybody."""
    return {role: people for role, people in heads(playbook, **given).items() if people}


def short(playbook: Playbook, team: dict[str, int], **given: Any) -> dict[str, int]:
    """Whom `recommend` asks for beyond a team of whole people."""
    wanted = store(**given)
    volume, shop = volume_of(wanted), _shop(playbook, given)
    stage = shop.curves(wanted.stage, volume.orders)
    people = {role: Fraction(there) for role, there in team.items()}
    return missing_in(stage, volume.at, stage.headcounts(volume.at), people)


def _shop(playbook: Playbook, given: dict[str, Any]) -> Shop:
    setting = {name: value for name, value in given.items() if name not in VOLUME}
    key = id(playbook), repr(sorted(setting.items()))
    if key not in _compiled:
        if len(_compiled) > 50:
            _compiled.clear()
        _compiled[key] = playbook, asked(playbook, **setting, visitors=0, conversion="100%").shop
    return _compiled[key][1]
