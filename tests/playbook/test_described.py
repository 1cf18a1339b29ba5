"""A schema takes the numbers that the program reads, as numbers and as people type them, and no others."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import jsonschema
import pytest
from pydantic_core import PydanticCustomError

from teamplan.playbook.quantity import (
    AMOUNT_TEXT,
    NUMBER_TEXT,
    SHARE_TEXT,
    described_number,
    parse_amount,
    parse_number,
    parse_share,
)
from teamplan.questions.schema.answer import schema_of
from teamplan.reading.compiled import built_in_playbook

READ = [
    *("6000", "6,000", "1,234,567.5", "6k", "1.2k", "6 K", "1万", "1.5 万", "2千", "1亿"),
    *("0", "0.5", ".5", "1e3", "1.5E-2", " 30 ", "+7", "007", "６，０００", "１．５万", "６ｋ"),
]
NOT_READ = ["4,5", "1,00", "12,34,567", "0,500", "k", "万", "", "six", "6kk", "6 apples", "1_000", "1.2.3", "6,000e2"]
SHARES = ["4.5%", "4.5 %", "0.045", "８０％", "100%", "0", ".5", "5e-2"]
NO_SHARES = ["4,5%", "80%%", "%", "3 min"]


def fits(schema: dict[str, Any], value: Any) -> bool:
    return bool(jsonschema.Draft202012Validator(schema).is_valid(value))


def read(reader: Callable[[Any], Fraction], given: Any) -> bool:
    try:
        reader(given)
    except PydanticCustomError:
        return False
    return True


@pytest.mark.parametrize("given", [*READ, *NOT_READ, "-3", 6000, 4.5, -1, True, None])
def test_an_amount_fits_where_it_is_read(given: Any) -> None:
    assert read(parse_amount, given) == fits(described_number(AMOUNT_TEXT, minimum=0), given)
    assert read(parse_number, given) == fits(described_number(NUMBER_TEXT), given)
    assert read(parse_amount, given) == (given in READ or (given in (6000, 4.5) and given is not True))


@pytest.mark.parametrize("given", [*SHARES, *NO_SHARES, 0.045, 1, 1.5, -0.1])
def test_a_share_fits_where_it_is_read(given: Any) -> None:
    described = described_number(SHARE_TEXT, minimum=0, maximum=1)
    assert read(parse_share, given) == fits(described, given)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("store", {"visitors": 6000, "conversion": 0.045, "age_days": 200, "ad_spend": 3000}),
        ("store", {"visitors": "6,000", "conversion": "4.5%", "age_days": "２００", "ad_spend": "1.5万"}),
        ("shops", {"shops": [{"name": "one", "orders": "1.2k", "owner_hours": "6"}, {"name": "two", "orders": 80}]}),
        ("team", {"roles": {"warehouse-keeper": {"people": 1, "part_time": 1, "hours": "20"}}}),
        (
            "pay-people",
            {"people": {"Zhao": {"role": "operator", "base": "8,000", "tenure_months": "12", "sales": "3万"}}},
        ),
        ("pay-people", {"people": {"Zhao": {"role": "operator", "base": 8000, "tenure_months": 12, "result": "90"}}}),
    ],
)
def test_a_file_may_type_its_numbers(kind: str, data: dict[str, Any]) -> None:
    validator = jsonschema.Draft202012Validator(schema_of(kind, built_in_playbook()))
    assert [error.message for error in validator.iter_errors(data)] == []


@pytest.mark.parametrize("data", [{"visitors": "4,5"}, {"visitors": -1}, {"conversion": "4,5%"}, {"conversion": 4.5}])
def test_an_editor_marks_what_is_not_read(data: dict[str, Any]) -> None:
    assert not fits(schema_of("store", built_in_playbook()), data)
