"""What is bought outside: bills worked out by hand, and the volumes at which own people or an option are cheaper."""

from decimal import Decimal
from fractions import Fraction
from functools import cache

import pytest

from teamplan.engine.load import Setting
from teamplan.engine.pay.flips import Flip, Sides, flips
from teamplan.engine.pay.outside import Around, Bill, bill_of, jobs, purchase_of
from teamplan.engine.pay.payroll import Payroll, payroll_of
from teamplan.engine.shop import Shop
from teamplan.engine.sourced import sourced
from teamplan.errors import TeamplanError
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import FOUNDER_SKILLS
from teamplan.reading.load import load
from teamplan.reading.places import built_in
from tests.shops import store

SETTING = Setting(frozenset(FOUNDER_SKILLS))
MONTH = Fraction(365, 12)  # days


@cache
def playbook() -> Playbook:
    return load(built_in(), sourcing=True)


@cache
def own() -> Shop:
    return Shop(playbook(), SETTING)


@cache
def payroll() -> Payroll:
    return payroll_of(playbook(), store(orders=1))


@cache
def sides(role: str, option: str) -> Sides:
    left = Shop(sourced(playbook(), {role: option}), SETTING)
    return Sides(purchase_of(playbook(), role, option), own(), left, payroll(), Fraction(80))


def around(given: Sides, orders: float, value: Fraction | None = None) -> Around:
    volume = {"orders": orders}
    stage = own().compiled(own().stage_of(orders))
    return Around(stage, own().headcounts(volume), given.left.headcounts(volume), payroll(), value)


def bill(role: str, option: str, orders: float, value: Fraction | None = None) -> Bill:
    given = sides(role, option)
    return bill_of(given.purchase, around(given, orders, value), {"orders": Fraction(orders)})


def more(given: Sides, orders: float) -> Decimal:
    """What buying costs more than employing: the bill and the people who are left, less those of the own team."""
    there = around(given, orders, given.order_value)
    cost = bill_of(given.purchase, there, {"orders": Fraction(orders)}).amount.likely
    return (cost + payroll().month(there.left).likely - payroll().month(there.own).likely).amount


def test_a_tier_holds_above_its_bound_for_all_units() -> None:
    chats = 270 * Fraction("0.5") / Fraction("0.45")  # of which half ask and 45 % of these order
    told = bill("pre-sale-service", "chats-by-consult", 270)
    assert told.unit == "chats"
    assert told.units == chats * MONTH
    assert [float(each.amount) for each in told.amount] == pytest.approx([float(chats * MONTH * p) for p in PRICES])
    at_bound = bill("pre-sale-service", "chats-by-consult", 180)  # 200 chats a day
    assert float(at_bound.amount.likely.amount) == pytest.approx(float(200 * MONTH * Fraction("1.75")))


PRICES = (Fraction("1.2"), Fraction("1.35"), Fraction("1.5"))


def test_a_bill_is_the_least_one_below_it() -> None:
    few = bill("customer-service-agent", "chats-by-consult", 12)
    assert str(few.amount.likely.amount) == "1500.00"
    assert few.grade == "J"


def test_a_seat_stands_for_each_person_who_goes() -> None:
    given = sides("pre-sale-service", "service-seats")
    there = around(given, 270)
    gone = there.own["pre-sale-service"]
    assert given.left.headcounts({"orders": 270}).get("pre-sale-service", 0) == 0
    assert bill("pre-sale-service", "service-seats", 270).amount.likely.amount == 5000 * gone


def test_a_share_of_sales_is_of_those_who_ask() -> None:
    told = bill("pre-sale-service", "service-commission", 270, Fraction(80))
    seats = around(sides("pre-sale-service", "service-commission"), 270).own["pre-sale-service"]
    sales = 270 * 80 * MONTH
    assert float(told.amount.likely.amount) == pytest.approx(float(2000 * seats + Fraction("0.02") * sales / 2))
    with pytest.raises(TeamplanError) as raised:
        bill("pre-sale-service", "service-commission", 270)
    assert [problem.key for problem in raised.value.problems] == ["share-of-unknown-sales"]


def test_an_option_has_no_bill_in_a_currency_without_a_price() -> None:
    given = sides("pre-sale-service", "chats-by-consult")
    in_dollars = payroll_of(playbook(), store(orders=1, currency="USD"))
    with pytest.raises(TeamplanError) as raised:
        bill_of(given.purchase, around(given, 270).with_(payroll=in_dollars), {"orders": Fraction(270)})
    assert [(problem.key, problem.values["currency"]) for problem in raised.value.problems] == [
        ("option-unpriced", "USD")
    ]


def test_a_warehouse_firm_is_paid_by_parcel_return_and_month() -> None:
    told = bill("warehouse-keeper", "third-party-warehouse", 270)
    amounts = own().amounts
    returns = 270 * amounts["$parcels_per_order"] * amounts["$return_rate"]
    expected = (270 * amounts["$parcels_per_order"] + returns) * MONTH * 2 + 1000
    assert float(told.amount.likely.amount) == pytest.approx(float(expected), abs=0.01)


def test_part_time_costs_the_hours_at_the_cost_of_the_post() -> None:
    told = bill("bookkeeper", "part-time", 270)
    given = sides("bookkeeper", "part-time")
    work = jobs(given.purchase, around(given, 270), {"orders": Fraction(270)})
    whole = payroll().costs.of("bookkeeper").total.likely.amount
    assert float(told.amount.likely.amount) == pytest.approx(float(whole) * float(work), abs=0.01)


def test_outside_the_hours_only_what_comes_there_is_paid_and_nobody_goes() -> None:
    told = bill("pre-sale-service", "chats-outside-hours", 270)
    whole = bill("pre-sale-service", "chats-by-consult", 270)
    assert told.units is not None
    assert whole.units is not None
    assert 0 < told.units < whole.units / 4
    there = around(sides("pre-sale-service", "chats-outside-hours"), 270)
    assert there.own == there.left
    assert told.amount.likely.amount > Decimal("1.75") * Decimal(float(told.units)), "the night costs more"


PAIRS = [
    ("pre-sale-service", "chats-by-consult"),
    ("warehouse-keeper", "third-party-warehouse"),
    ("designer", "design-by-hour"),
    ("promoter", "traffic-agency"),
    ("after-sale-service", "part-time"),
]


def found(role: str, option: str) -> tuple[Flip, ...]:
    return flips(sides(role, option), 240)


@pytest.mark.parametrize(("role", "option"), PAIRS)
def test_the_cheaper_one_is_that_of_every_whole_volume_one_by_one(role: str, option: str) -> None:
    changes, given = found(role, option), sides(role, option)
    most = given.purchase.option.most_jobs
    assert changes
    for orders in range(40, 240):
        passed = [each for each in changes if each.orders < orders]
        outside = bool(passed) and passed[-1].cheaper == "outside"
        work = jobs(given.purchase, around(given, orders), {"orders": Fraction(orders)})
        carried = most is None or work <= most.value.canonical
        assert outside is (carried and more(given, orders) < 0), orders


def test_at_a_crossing_both_cost_the_same_within_a_cent() -> None:
    crossings = [(pair, each.orders) for pair in PAIRS for each in found(*pair) if each.at == "crossing"]
    assert len(crossings) >= 2
    for pair, orders in crossings:
        assert abs(more(sides(*pair), orders)) <= Decimal("0.01"), (pair, orders)


def test_changes_alternate_and_ascend() -> None:
    for pair in PAIRS:
        changes = found(*pair)
        assert [each.cheaper for each in changes] == ["outside", "own"] * (len(changes) // 2) + ["outside"] * (
            len(changes) % 2
        )
        assert [each.orders for each in changes] == sorted(each.orders for each in changes)
