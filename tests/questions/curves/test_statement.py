"""The statement of every dialect is SQL, and data bases give the engine's team for it, to the last float."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from math import inf, nextafter
from random import Random
from typing import Any

import pytest
from pydantic import ValidationError

from teamplan.engine.breakpoints import people_at
from teamplan.engine.load import Setting
from teamplan.engine.shop import Shop
from teamplan.engine.thresholds import Thresholds, thresholds_of
from teamplan.page.sql import DIALECTS
from teamplan.playbook.store import FOUNDER_SKILLS
from teamplan.questions.curves.question import CurvesQuestion
from teamplan.questions.curves.statement import column_of, statement
from teamplan.reading.load import load
from teamplan.reading.places import built_in
from tests.engine.small import small
from tests.engine.test_thresholds import PACKER, WATCHER, around, by, said
from tests.questions.curves.databases import (
    duckdb_says,
    needs_duckdb,
    needs_postgres,
    needs_sqlglot,
    postgres,
    postgres_says,
)

MOST, ROWS = 6000.0, 100_000
SPOKEN = {"maxcompute": "hive"}  # the dialect that its parser calls so
Says = Callable[[str, str, str, str], str]
Case = tuple[Thresholds, str, str, str, str]  # with the columns of a table, its rows, what is looked at, and the answer


@cache
def built_in_shop() -> Shop:
    return Shop(load(built_in()), Setting(frozenset(FOUNDER_SKILLS)))


@cache
def found_in_built_in() -> Thresholds:
    return thresholds_of(built_in_shop(), MOST)


@cache
def by_orders() -> Case:
    """Every step of the built-in playbook with its neighbours, and random volumes; as its table says."""
    found, table, random = found_in_built_in(), built_in_shop().table(MOST), Random(17)
    volumes = around(set(table.cuts) | {0.0}, MOST)
    volumes += [random.uniform(0, MOST) for _ in range(ROWS - len(volumes))]
    roles = list(table.roles)
    lines = {
        place: ",".join(map(str, (stage, *row, sum(row))))
        for place, (stage, row) in enumerate(zip(table.stages, table.rows, strict=True))
    }
    rows = "".join(f"{place},{orders!r}\n" for place, orders in enumerate(volumes))
    told = "".join(f"{lines[people_at(table.cuts, orders)]}\n" for orders in volumes)
    return found, "id integer, orders double precision", rows, looked_at(roles), told


def in_decimals() -> Case:
    """The steps again in a column of exact decimals: one that is a step as a float may lie below its shortest text."""
    found, _, _, picked, _ = by_orders()
    table = built_in_shop().table(MOST)
    volumes = [at for cut in table.cuts[:-1] for at in (cut, nextafter(cut, inf))]
    rows = "".join(f"{place},{Decimal(orders)}\n" for place, orders in enumerate(volumes))
    told = [(stage, *row, sum(row)) for stage, row in map(table.at, volumes)]
    lines = "".join(f"{','.join(map(str, each))}\n" for each in told)
    return found, "id integer, orders numeric", rows, picked, lines


@cache
def by_visitors() -> Case:
    """A shop whose roles come and go, one by orders and one by visitors; as its curves say."""
    shop = Shop(small({"packer": PACKER}, {"packer": PACKER, "watcher": WATCHER}, {"watcher": WATCHER}), Setting())
    found = thresholds_of(shop, 250.0, 3000.0)
    orders = around({0.0, 100.0, 150.0, 200.0, 250.0, *by(found, "orders")}, 250.0)
    visitors = around({0.0, 3000.0, *by(found, "visitors")}, 3000.0)
    volumes = [(each, other) for each in orders for other in visitors]
    rows, told = [], []
    for place, (each, other) in enumerate(volumes):
        stage, heads = said(shop, each, other)
        people = [heads.get(role, 0) for role in found.roles]
        rows.append(f"{place},{each!r},{other!r}\n")
        told.append(",".join(map(str, (stage, *people, sum(people)))) + "\n")
    columns = "id integer, orders double precision, visitors double precision"
    return found, columns, "".join(rows), looked_at(found.roles), "".join(told)


def looked_at(roles: Any) -> str:
    return f"stage, {', '.join(map(column_of, roles))}, total ORDER BY id"


def agrees(says: Says, case: Case, dialect: str) -> None:
    found, columns, rows, picked, told = case
    answer = says(statement(found, DIALECTS[dialect], "shops", ["a comment"]), columns, rows, picked)
    assert answer.count("\n") == rows.count("\n")
    different = [pair for pair in zip(answer.splitlines(), told.splitlines(), strict=True) if pair[0] != pair[1]]
    assert different[:3] == []


@needs_duckdb
@pytest.mark.parametrize("case", [by_orders, by_visitors])
def test_duckdb_gives_the_team_of_the_engine(case: Callable[[], Case]) -> None:
    agrees(duckdb_says, case(), "duckdb")


@needs_postgres
def test_postgres_gives_the_team_of_the_engine() -> None:
    with postgres() as folder:
        for case in (by_orders(), by_visitors()):
            agrees(lambda *asked: postgres_says(folder, *asked), case, "postgres")
        outside_is_unknown(lambda *asked: postgres_says(folder, *asked), "postgres")
        agrees(lambda *asked: postgres_says(folder, *asked), in_decimals(), "postgres")


@needs_duckdb
def test_duckdb_knows_nobody_outside_of_the_steps() -> None:
    outside_is_unknown(duckdb_says, "duckdb")


def outside_is_unknown(says: Says, dialect: str) -> None:
    found, columns, _, picked, _ = by_visitors()
    inside, outside = 50.0, ("", "NaN", "Infinity", "-Infinity", "-1.0", repr(nextafter(250.0, inf)))
    beyond = ("", "NaN", "-1.0", repr(nextafter(3000.0, inf)))
    text = statement(found, DIALECTS[dialect], "shops", [])
    rows = [f"{place},{each},10.0" for place, each in enumerate(outside)]
    answer = says(text, columns, "".join(f"{row}\n" for row in rows), picked)
    assert answer.splitlines() == [",,,"] * len(outside)
    rows = [f"{place},{150.0 if place else inside},{each}" for place, each in enumerate(("", *beyond))]
    answer = says(text, columns, "".join(f"{row}\n" for row in rows), picked)
    assert answer.splitlines() == ["stage-1,1,0,1", *(["stage-2,2,,"] * len(beyond))]


@needs_sqlglot
@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_dialect_is_parsed_and_says_the_same(dialect: str) -> None:
    """Each number is read back as the same float, each column keeps its steps, and names stay in their quotes."""
    import sqlglot
    from sqlglot import exp

    found = thresholds_of(built_in_shop(), 700.0)
    text = statement(found, DIALECTS[dialect], "My-sales.shops", ["Läden", "店铺"])
    (tree,) = sqlglot.parse(text, read=SPOKEN.get(dialect, dialect))
    assert isinstance(tree, exp.Select)
    (inner,) = (each.this for each in tree.find_all(exp.CTE))
    told = {each.alias: each.this for each in inner.expressions if isinstance(each, exp.Alias)}
    assert list(told) == ["stage", *map(column_of, found.roles)]
    assert [(table.db, table.name) for table in inner.find_all(exp.Table)] == [("My-sales", "shops")]
    for role in found.roles:
        whens = told[column_of(role)].args["ifs"]
        steps = [(float(each.this.expression.find(exp.Literal).this), each.args["true"].name) for each in whens]
        assert steps[0][0] == 700.0
        assert isinstance(whens[0].this, exp.GT)
        assert all(isinstance(each.this, exp.GTE) for each in whens[1:])
        assert steps[:0:-1] == steps_of(found, role)
    assert len(list(tree.expressions[1].find_all(exp.Column))) == len(found.roles)


def steps_of(found: Thresholds, role: str) -> list[tuple[float, str]]:
    """The volumes at which a role changes, each with the people from there on."""
    steps: list[tuple[float, str]] = []
    for stage in found.stages:
        known = stage.roles.get(role)
        people = known.people if known else 0
        volumes = (stage.from_orders, *(known.one_more_from if known else ()))
        steps += [(at, str(people + place)) for place, at in enumerate(volumes)]
    return [step for place, step in enumerate(steps) if not place or steps[place - 1][1] != step[1]]


@needs_sqlglot
@needs_duckdb
@pytest.mark.parametrize("dialect", ["bigquery", "spark", "maxcompute"])
def test_a_dialect_that_is_not_run_says_the_same_in_another(dialect: str) -> None:
    import sqlglot

    found, columns, rows, picked, told = by_visitors()
    text = statement(found, DIALECTS[dialect], "shops", [])
    (translated,) = sqlglot.transpile(text, read=SPOKEN.get(dialect, dialect), write="duckdb")
    assert duckdb_says(translated, columns, rows, picked) == told


@pytest.mark.parametrize(
    ("dialect", "name", "written"),
    [
        ("postgres", "shops", '"shops"'),
        ("postgres", "Sales.shops", 'Sales."shops"'),
        ("postgres", "order", '"order"'),
        ("bigquery", "my-project.sales.Shops", "`my-project`.`sales`.Shops"),
        ("duckdb", "2026-Shops", '"2026-Shops"'),
        ("spark", "店铺", "`店铺`"),
    ],
)
def test_a_table_is_the_one_that_the_data_base_knows_by_this_name(dialect: str, name: str, written: str) -> None:
    assert DIALECTS[dialect].table(name) == written


@pytest.mark.parametrize("name", ["shops; drop table x", 'a"b', "a`b", "", ".", "a..b", "a.b.c.d.e", "a b", "a\nb"])
def test_what_is_no_name_of_a_table_never_reaches_a_statement(name: str) -> None:
    with pytest.raises(ValidationError, match="not a table"):
        CurvesQuestion.model_validate({"table": name})
