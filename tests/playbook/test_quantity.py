"""Numbers as people write them: read exactly, refused clearly, never guessed."""

from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from teamplan.playbook.quantity import (
    MOST,
    UNITS,
    Quantity,
    Window,
    parse_amount,
    parse_duration,
    parse_number,
    parse_quantity,
    parse_share,
    parse_window,
)

exactly = settings(derandomize=True, max_examples=200, deadline=None)
decimals = st.decimals(min_value=0, max_value=10**9, allow_nan=False, allow_infinity=False, places=3)
minutes = st.integers(min_value=0, max_value=1440)
windows = (
    st.tuples(minutes, minutes)
    .filter(lambda ends: ends[0] != ends[1] and ends[0] != 1440)
    .map(lambda ends: Window(*ends))
)


def refusal(read: Any, given: Any) -> str:
    """The key of the sentence with which a reader refuses a text."""
    with pytest.raises(PydanticCustomError) as raised:
        read(given)
    return raised.value.type


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("2.6 min", Fraction(13, 5), "min"),
        ("2.6min", Fraction(13, 5), "min"),
        ("  30 s ", Fraction(30), "s"),
        ("150/day", Fraction(150), "/day"),
        ("150 / day", Fraction(150), "/day"),
        ("80 %", Fraction(80), "%"),
        ("4.1%", Fraction(41, 10), "%"),
        ("5 days/week", Fraction(5), "days/week"),
        ("12000 CNY/month", Fraction(12000), "CNY/month"),
        ("1e3 h", Fraction(1000), "h"),
        ("0.8", Fraction(4, 5), ""),
        (".5", Fraction(1, 2), ""),
        ("+7", Fraction(7), ""),
        (0.1, Fraction(1, 10), ""),
        (7, Fraction(7), ""),
        (0, Fraction(0), ""),
    ],
)
def test_a_quantity_is_read_exactly(text: Any, number: Fraction, unit: str) -> None:
    assert parse_quantity(text) == Quantity(number, unit)


@pytest.mark.parametrize(
    ("text", "kind", "canonical"),
    [
        ("30s", "minutes", Fraction(1, 2)),
        ("1.5 h", "minutes", Fraction(90)),
        ("4.1%", "number", Fraction(41, 1000)),
        ("150/day", "rate", Fraction(150)),
        ("8 h/day", "hours a day", Fraction(8)),
        ("40 h/week", "hours a week", Fraction(40)),
        ("30 days", "days", Fraction(30)),
    ],
)
def test_a_quantity_knows_its_kind_and_its_canonical_number(text: str, kind: str, canonical: Fraction) -> None:
    quantity = parse_quantity(text)
    assert (quantity.kind, quantity.canonical) == (kind, canonical)


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ("", "not-a-number"),
        ("some", "not-a-number"),
        ("min 5", "not-a-number"),
        (".", "not-a-number"),
        ("1.2.3", "not-a-number"),
        ("--5", "not-a-number"),
        ("1,00", "comma-in-number"),
        ("4,5%", "comma-in-number"),
        ("0,500", "comma-in-number"),
        ("12,34,567", "comma-in-number"),
        ("1,5万", "comma-in-number"),
        ("6 000", "unknown-unit"),
        ("5 kg", "unknown-unit"),
        ("1万2", "unknown-unit"),
        ("1_000", "unknown-unit"),
        ("5 minutes", "unknown-unit"),
        ("5 MIN", "unknown-unit"),
        ("5%%", "unknown-unit"),
        ("5 /", "unknown-unit"),
        ("-5", "negative"),
        ("-5 min", "negative"),
        (-5, "negative"),
        (-0.1, "negative"),
        ("nan", "not-finite"),
        ("Infinity", "not-finite"),
        (float("nan"), "not-finite"),
        (float("-inf"), "not-finite"),
        (None, "not-a-number"),
        (True, "not-a-number"),
        ([5], "not-a-number"),
        ({"value": 5}, "not-a-number"),
    ],
)
def test_what_is_no_quantity_is_refused(given: Any, key: str) -> None:
    assert refusal(parse_quantity, given) == key


@pytest.mark.parametrize(
    "given",
    ["1e999999999", "1e-999999999", "9" * 41, "0." + "0" * 40 + "1", "9" * 5000, 10**41, 1e300],
)
def test_numbers_beyond_all_use_are_refused_before_they_are_computed(given: Any) -> None:
    assert refusal(parse_quantity, given) == "too-long"
    assert refusal(parse_amount, given) == "too-long"


def test_forty_digits_are_still_a_number() -> None:
    assert parse_number("9" * 40) == 10**40 - 1


@exactly
@given(number=decimals, unit=st.sampled_from(sorted(UNITS)), gap=st.sampled_from(["", " "]))
@example(number=Decimal("0.000"), unit="%", gap="")
def test_a_quantity_survives_being_written_and_read(number: Decimal, unit: str, gap: str) -> None:
    number %= int(MOST[UNITS[unit][0]] / UNITS[unit][1])
    quantity = parse_quantity(f"{number}{gap}{unit}")
    assert quantity == Quantity(Fraction(number), unit)
    short = Quantity(Fraction(f"{float(number):.10g}"), unit)
    assert parse_quantity(str(quantity)) == short
    assert parse_quantity(str(short)) == short


@exactly
@given(number=st.floats(min_value=1e-9, max_value=1e9))
def test_a_float_is_the_decimal_that_it_is_written_as(number: float) -> None:
    assert parse_quantity(number).number == Fraction(repr(number))


@exactly
@given(text=st.text(max_size=20))
def test_any_text_is_read_or_refused_and_nothing_else_is_raised(text: str) -> None:
    for read in (parse_quantity, parse_share, parse_amount, parse_duration, parse_window):
        with suppress(PydanticCustomError):
            read(text)


@pytest.mark.parametrize(
    ("given", "share"),
    [
        ("4.5%", Fraction(45, 1000)),
        ("0.045", Fraction(45, 1000)),
        (0.045, Fraction(45, 1000)),
        ("4.1 %", Fraction(41, 1000)),
        (0, Fraction(0)),
        ("0%", Fraction(0)),
        (1, Fraction(1)),
        ("100%", Fraction(1)),
    ],
)
def test_a_share_is_a_percentage_or_a_part_of_one(given: Any, share: Fraction) -> None:
    assert parse_share(given) == share


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ("4.5", "percent-or-share"),
        (4.5, "percent-or-share"),
        ("1.001", "percent-or-share"),
        (100, "percent-or-share"),
        (101, "above-one"),
        ("100.1%", "above-one"),
        ("-1%", "negative"),
        (-0.5, "negative"),
        ("4.5 min", "not-a-share"),
        ("4/day", "not-a-share"),
        ("half", "not-a-number"),
    ],
)
def test_a_share_that_may_mean_two_things_is_refused(given: Any, key: str) -> None:
    assert refusal(parse_share, given) == key


@pytest.mark.parametrize(("given", "key"), [("30%", "not-a-number"), (-1, "negative"), ("5 min", "not-a-number")])
def test_an_amount_is_a_plain_number_of_zero_or_more(given: Any, key: str) -> None:
    assert parse_amount("270") == parse_amount(270) == parse_amount(Fraction(270)) == 270
    assert refusal(parse_amount, given) == key


def test_a_duration_has_its_unit() -> None:
    assert [parse_duration(text).canonical * 60 for text in ("30s", "2 min", "1 h")] == [30, 120, 3600]
    assert [refusal(parse_duration, given) for given in (30, "30", "30%", "30/h", "2 days")] == ["not-a-duration"] * 5


@pytest.mark.parametrize(
    ("text", "start", "end", "hours"),
    [
        ("09:00-23:00", 540, 1380, Fraction(14)),
        ("09:00 - 23:00", 540, 1380, Fraction(14)),
        ("00:00-24:00", 0, 1440, Fraction(24)),
        ("22:00-02:00", 1320, 120, Fraction(4)),
        ("14:00-24:00", 840, 1440, Fraction(10)),
        ("14:00-00:00", 840, 0, Fraction(10)),
        ("08:15-08:16", 495, 496, Fraction(1, 60)),
    ],
)
def test_opening_hours_may_cross_midnight(text: str, start: int, end: int, hours: Fraction) -> None:
    window = parse_window(text)
    assert (window, window.hours) == (Window(start, end), hours)
    assert parse_window(window) == window


@pytest.mark.parametrize(
    "given",
    [
        "9:00-23:00",
        "09:00",
        "09:00-09:00",
        "24:00-08:00",
        "09:00-24:30",
        "09:60-10:00",
        "25:00-26:00",
        "9 to 11",
        "",
        540,
        None,
    ],
)
def test_what_does_not_read_as_opening_hours_is_refused(given: Any) -> None:
    assert refusal(parse_window, given) == "not-a-window"


@exactly
@given(window=windows)
def test_opening_hours_survive_being_written_and_read(window: Window) -> None:
    assert parse_window(str(window)) == window


def minutes_of(window: Window) -> set[int]:
    """The minutes of the day that a window covers, counted one by one."""
    return {(window.start + minute) % 1440 for minute in range(int(window.hours * 60))}


@exactly
@given(inner=windows, outer=windows)
@example(inner=Window(1380, 60), outer=Window(0, 1440))
@example(inner=Window(0, 1440), outer=Window(1, 0))
@example(inner=Window(0, 1440), outer=Window(0, 1440))
@example(inner=Window(1380, 1440), outer=Window(1320, 120))
@example(inner=Window(0, 60), outer=Window(1320, 120))
@example(inner=Window(1320, 120), outer=Window(1320, 60))
def test_a_window_lies_within_another_if_every_minute_does(inner: Window, outer: Window) -> None:
    assert inner.within(outer) == (minutes_of(inner) <= minutes_of(outer))
