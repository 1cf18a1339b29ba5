"""The computed level of a week against the simulation, and the people that days of a given variation take.

A small fixed sample; the whole table is slow.
"""

import pytest

from tests.questions.simulate.delivered import MISSED, SHOPS, Shop, fewest, gap, missed

NEAR = 1.5  # points
SAMPLE = [Shop(75), Shop(150), Shop(300)]


@pytest.mark.parametrize(
    "shop", [pytest.param(shop, marks=() if shop in SAMPLE else pytest.mark.slow, id=str(shop)) for shop in SHOPS]
)
def test_the_computed_level_is_near_the_simulation(shop: Shop) -> None:
    found = gap(shop, 20 if shop in SAMPLE else 52)
    level = found.seen.service_level
    sure = 100 * ((level.high or 1.0) - level.value)  # of the simulation itself
    assert abs(found.points) < NEAR + sure


def test_days_that_differ_take_more_people() -> None:
    """Nobody fewer keeps the days, and the days with them are as few as asked for."""
    shop = Shop(300)
    calm, wild = (fewest(shop, day_cv, 12) for day_cv in (0.0, 0.4))
    assert calm < wild
    assert missed(shop, wild, 0.4, 12) <= MISSED < missed(shop, wild - 1, 0.4, 12)
