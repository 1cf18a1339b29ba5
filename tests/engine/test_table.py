"""The table of a setting says what the shop says, at, below and above each cut."""

from itertools import pairwise
from math import inf, nextafter

import pytest

from teamplan.engine.load import Setting
from teamplan.engine.shop import Shop
from teamplan.engine.table import HeadcountTable
from teamplan.errors import TeamplanError
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import FOUNDER_SKILLS
from tests.engine.small import small

SKILLS: list[tuple[str, ...]] = [FOUNDER_SKILLS, (), ("marketing",)]
CONVERSIONS = [0.01, 0.03, 0.045, 0.1]


def shop_of(playbook: Playbook, skills: tuple[str, ...] = FOUNDER_SKILLS) -> Shop:
    return Shop(playbook, Setting(frozenset(skills)))


def near(cut: float, most: float) -> list[float]:
    """At a cut, a float below and one above it; and by four conversions, the visitors about there."""
    close = [nextafter(cut, -inf), cut, nextafter(cut, inf)]
    visitors = [(conversion, cut / conversion) for conversion in CONVERSIONS]
    by_visitors = [near * share for share, at in visitors for near in (nextafter(at, -inf), at, nextafter(at, inf))]
    return [each for each in close + by_visitors if 0 <= each <= most]


def said_alike(table: HeadcountTable, shop: Shop, orders: float) -> bool:
    stage, row = table.at(orders)
    heads = shop.headcounts({"orders": orders})
    return (stage, {role: people for role, people in zip(table.roles, row, strict=True) if people}) == (
        shop.stage_of(orders),
        {role: people for role, people in heads.items() if people},
    )


def agrees(playbook: Playbook, skills: tuple[str, ...], most: float, every: int) -> None:
    table, shop = shop_of(playbook, skills).table(most), shop_of(playbook, skills)
    bounds = {nextafter(shop.starts_at(stage), -inf) for stage in playbook.stages} & set(table.cuts)
    assert all(low < high for low, high in pairwise(table.cuts))
    assert list(dict.fromkeys(table.stages)) == list(playbook.stages)
    cuts = {*table.cuts[::every], *bounds, table.cuts[-1]}
    assert [at for cut in sorted(cuts) for at in near(cut, most) if not said_alike(table, shop, at)] == []
    for cut in sorted(cuts):
        stage = shop.compiled(table.at(cut)[0])
        assert all(table.binding(cut, role) == post.binding(cut) for role, post in stage.posts.items()), cut


@pytest.mark.parametrize("skills", SKILLS)
def test_a_table_says_what_the_shop_says(playbook: Playbook, skills: tuple[str, ...]) -> None:
    agrees(playbook, skills, 3000.0, 17)


@pytest.mark.slow
@pytest.mark.parametrize("skills", SKILLS)
def test_a_table_says_what_the_shop_says_at_every_cut(playbook: Playbook, skills: tuple[str, ...]) -> None:
    agrees(playbook, skills, 100_000.0, 1)


@pytest.mark.parametrize("most", [0.0, 9.0, 10.0, nextafter(10.0, -inf)])
def test_a_table_ends_where_it_was_asked_to(playbook: Playbook, most: float) -> None:
    table = shop_of(playbook).table(most)
    assert (table.cuts[-1], said_alike(table, shop_of(playbook), most)) == (most, True)
    with pytest.raises(ValueError, match="from 0 to"):
        table.at(nextafter(most, inf))


@pytest.mark.parametrize("most", [-1.0, inf])
def test_a_table_has_an_end(playbook: Playbook, most: float) -> None:
    with pytest.raises(ValueError, match="no end"):
        shop_of(playbook).table(most)


def test_a_role_that_depends_on_visitors_is_refused() -> None:
    shop = shop_of(small({"watcher": {"duties": ["watching"]}}))
    with pytest.raises(TeamplanError) as raised:
        shop.table(100.0)
    assert [(each.key, each.values) for each in raised.value.problems] == [("visitors-needed", {"role": "watcher"})]
