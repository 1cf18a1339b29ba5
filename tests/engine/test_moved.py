"""A shop with another value for an assumption: what is kept of the first shop is what it would have compiled anew."""

from collections.abc import Sequence
from random import Random

import pytest

from teamplan.engine.load import Setting
from teamplan.engine.rules import check_amounts
from teamplan.engine.shop import Shop
from teamplan.errors import TeamplanError
from teamplan.playbook.playbook import Playbook
from teamplan.record import as_dict

VOLUMES = (4.0, 60.0, 190.0, 270.0, 650.0, 3000.0)


def agrees(playbook: Playbook, names: Sequence[str]) -> int:
    """How many of these assumptions, each at both ends of its range, were compared over the volumes and alone."""
    first, compared = Shop(playbook, Setting()), 0
    for name in names:
        figure = playbook.assumptions[name]
        for end in figure.ends:
            changed = playbook.with_values({name: figure.model_copy(update={"value": end})})
            if (
                next(check_amounts(changed, {name}), None) is not None
                or changed.frame.drivers != playbook.frame.drivers
            ):
                continue  # not sound; or who measured a driver, and asks for another shop
            moved, anew = first.moved(changed, {name}), Shop(changed, Setting())
            assert told(moved) == told(anew), (name, end)
            compared += 1
    return compared


def told(shop: Shop) -> list[object]:
    """The people and the openings on the way and alone, and the amounts that a stage tells."""
    found: list[object] = []
    for orders in VOLUMES:
        for stage in (shop.compiled(shop.stage_of(orders)), shop.alone("half-year")):
            try:
                found.append(stage.headcounts({"orders": orders}))
            except TeamplanError as error:  # too many to plan, of both shops
                found.append(str(error))
            found.append([as_dict(each) for each in stage.openings.upto(orders)] if stage.openings else [])
            found.append(stage.loads.amounts.values)
    return found


def test_a_sample_of_assumptions(playbook: Playbook) -> None:
    names = Random(5).sample(sorted(playbook.assumptions), 6)
    assert agrees(playbook, [*names, "bookkeeping_minutes", "store_manager_opens_at"]) > 8


@pytest.mark.slow
def test_every_assumption(playbook: Playbook) -> None:
    assert agrees(playbook, sorted(playbook.assumptions)) > 200
