"""Drivers and duties worked out on paper: 8 productive hours a day, 5 days a week, a shop open 5 days."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamplan.engine.amounts import WEEKS_A_MONTH, resolve
from teamplan.engine.linear import ORDERS, VISITORS, Linear
from teamplan.engine.live import agent_minutes
from teamplan.engine.load import Setting
from tests.engine.small import loads, small

SMALL = small({"packer": {"duties": ["packing"]}})
POINT = {ORDERS: Fraction(300), VISITORS: Fraction(6000), "packer": Fraction(3), "agent": Fraction(2)}
shares = st.fractions(min_value=0, max_value=1, max_denominator=100)


@pytest.mark.parametrize(
    ("driver", "units"),
    [
        ("orders", 300),
        ("visitors", 6000),
        ("chats", 600),  # half of 300 ask, one chat in four ends in an order
        ("returns", 30),
        ("both", 30 + 600 * Fraction(1, 20)),
        ("new-products", 1),  # 5 a week
        ("ad-spend", Fraction(36500) / (Fraction(365, 84) * 5)),
    ],
)
def test_units_a_day(driver: str, units: Fraction | int) -> None:
    assert loads(SMALL).driver(driver).at(POINT) == units


@pytest.mark.parametrize(
    ("duty", "hours"),
    [
        ("packing", 20),
        ("returning", Fraction(1, 2)),
        ("watching", 100),
        ("planning", 2),  # 10 a week
        ("leading", 5),  # 5 heads at 5 hours a week
        ("paging", 4),  # one product a day at two a day
        ("buying", Fraction(4, 5)),  # a tenth of what fills one person
        ("chatting", 40),  # two at once take 8 minutes, 4 minutes of the agent each
    ],
)
def test_hours_a_day(duty: str, hours: Fraction | int) -> None:
    assert loads(SMALL).duty(SMALL.duties[duty]).at(POINT) == hours


@pytest.mark.parametrize("duty", ["paging", "buying"])
def test_given_inputs_replace_those_of_the_stage(duty: str) -> None:
    plain = loads(SMALL).duty(SMALL.duties[duty]).at(POINT)
    double = Setting(inputs={"new-products": Fraction(10), "ad-spend": Fraction(73000)})
    assert loads(SMALL, double).duty(SMALL.duties[duty]).at(POINT) == 2 * plain
    nothing = Setting(inputs={"new-products": Fraction(0), "ad-spend": Fraction(0)})
    assert loads(SMALL, nothing).duty(SMALL.duties[duty]).at(POINT) == 0


def test_what_one_person_gives() -> None:
    time = resolve(small({}, attendance="90%", productive="75%", days_open="6 days/week")).time
    assert time.productive_day == 6
    assert time.productive_week == 30
    assert time.presence == Fraction(9, 10) * Fraction(5, 6)


@pytest.mark.parametrize(
    ("rate", "minutes"),
    [("60/h", 1), ("120/day", 4), ("2400/week", 1), ("1000/month", Fraction(2400, 1000) * WEEKS_A_MONTH)],
)
def test_a_rate_is_minutes_of_productive_time(rate: str, minutes: Fraction | int) -> None:
    assert resolve(small({}, pack=rate))["$pack"] == minutes


def test_150_a_day_of_six_and_a_half_hours_is_2_6_minutes() -> None:
    assert resolve(small({}, productive="81.25%", pack="150/day"))["$pack"] == Fraction("2.6")


@pytest.mark.parametrize(
    ("lengths", "minutes"),
    [(("6 min", "13 min", "30 min"), 6), (("6 min", "8 min", "15 min"), 4), (("6 min", "9 min", "9 min"), 3)],
)
def test_agents_hold_as_many_chats_as_finish_the_most(lengths: tuple[str, str, str], minutes: int) -> None:
    playbook = small({}, chat_1=lengths[0], chat_2=lengths[1], chat_3=lengths[2])
    live = playbook.duties["chatting"].live
    assert live is not None
    assert agent_minutes(live, resolve(playbook)) == minutes


@settings(derandomize=True, max_examples=50, deadline=None)
@given(orders=st.fractions(0, 10**6, max_denominator=1000), more=st.fractions(0, 10**6, max_denominator=1000))
def test_load_is_linear(orders: Fraction, more: Fraction) -> None:
    for duty in SMALL.duties.values():
        load = loads(SMALL).duty(duty)
        nothing, first, second, both = (
            load.at({ORDERS: each, VISITORS: 20 * each}) for each in (Fraction(0), orders, more, orders + more)
        )
        assert both + nothing == first + second


@settings(derandomize=True, max_examples=100, deadline=None)
@given(constant=shares, slope=shares, other=shares, factor=shares, point=shares)
def test_linear_functions_add_and_stretch(
    constant: Fraction, slope: Fraction, other: Fraction, factor: Fraction, point: Fraction
) -> None:
    first, second = Linear(constant, {"a": slope}), Linear(other, {"a": other, "b": slope})
    at = {"a": point, "b": factor}
    assert (first + second).at(at) == first.at(at) + second.at(at)
    assert first.times(factor).at(at) == factor * first.at(at)


def test_an_axis_that_moves_nothing_is_none() -> None:
    assert Linear(Fraction(1), {"a": Fraction(0), "b": Fraction(2)}).axes == {"b"}
    assert Linear(Fraction(1), {"b": Fraction(2)}).at({}) == 1
