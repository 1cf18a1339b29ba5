"""A sweep answers each step as `recommend` would, though it compiles only what its input moves."""

from collections.abc import Iterator
from typing import Any

import pytest

from teamplan.engine import shop as engine_shop
from teamplan.engine.compiling import compile_stage
from teamplan.engine.pay.price import price_now
from teamplan.engine.question import ask
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.recommend.answer import recommend
from teamplan.questions.sweep.answer import sweep
from tests.shops import store

ALONG: dict[str, tuple[dict[str, Any], tuple[Any, ...]]] = {  # input -> the rest of the store, and its values
    "orders": ({"conversion": "4%"}, (0, 4, 45, 270, 801, 99_999)),
    "visitors": ({"conversion": "4.5%"}, (100, 6_000, 500_000)),
    "conversion": ({"visitors": 6_000}, ("0.5%", "4.5%", "9%")),
    "new_products": ({"orders": 270}, (0, 3, 40)),
    "return_rate": ({"orders": 900}, ("2%", "15%", "40%")),
    "pack_minutes": ({"orders": 270, "assumptions": {"attendance": "90%"}}, ("2 min", "4 min", "100/day")),
    "attendance": ({"orders": 900}, ("85%", "97%")),
    "chat_patience": ({"orders": 900}, ("1 min", "5 min")),
    "bookkeeping_minutes": ({"orders": 900, "stage": "half-year"}, ("1 min", "3 min")),
}


def stores(name: str) -> Iterator[tuple[str, Store]]:
    given, values = ALONG[name]
    for value in values:
        at = {name: value} if name in ("orders", "visitors", "conversion", "new_products", "return_rate") else {}
        changed = given.get("assumptions", {}) | ({} if at else {name: value})
        yield str(value), store(**given | at | {"assumptions": changed})


@pytest.mark.parametrize("name", ALONG)
def test_each_step_is_that_of_a_plan_of_its_own(playbook: Playbook, name: str) -> None:
    found = sweep(playbook, name, stores(name))
    steps = found.steps
    assert found.currency == "CNY"
    for step, (_, each) in zip(steps, stores(name), strict=True):
        assert step.cost == price_now(ask(playbook, each)).total
    for step, (value, shop) in zip(steps, stores(name), strict=True):
        plan = recommend(playbook, shop)
        assert (step.value, step.orders, step.stage) == (value, plan.store.orders, plan.stage.id)
        assert step.roles == {role.id: role.headcount for role in plan.roles if role.headcount}


def test_one_shop_is_compiled_for_all_volumes(playbook: Playbook, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    really = compile_stage

    def counted(playbook: Playbook, amounts: Any, stage_id: str, *more: Any) -> Any:
        compiled.append(stage_id)
        return really(playbook, amounts, stage_id, *more)

    monkeypatch.setattr(engine_shop, "compile_stage", counted)
    sweep(playbook, "orders", ((str(orders), Store.model_validate({"orders": orders})) for orders in range(0, 900, 10)))
    assert sorted(compiled) == sorted(playbook.stages)


def test_an_input_that_moves_one_post_leaves_the_others_as_they_are(playbook: Playbook) -> None:
    first = ask(playbook, Store.model_validate({"orders": 270}))
    second = ask(playbook, Store.model_validate({"orders": 270, "assumptions": {"pack_minutes": "4 min"}}), first)
    kept = {role for role, base in second.stage.bases.items() if base is first.stage.bases[role]}
    assert "warehouse-keeper" not in kept
    assert {"pre-sale-service", "designer", "promoter"} <= kept
    assert second.heads["warehouse-keeper"] > first.heads["warehouse-keeper"]
