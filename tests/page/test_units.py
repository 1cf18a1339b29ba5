"""Units and amounts stand in the language of the page; what is written in a file stays as it is."""

import pytest

from teamplan.language import Speaker
from teamplan.page.words import Words
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import UNITS, parse_quantity


@pytest.mark.parametrize("unit", UNITS)
def test_an_english_page_shows_a_quantity_as_it_is_written(unit: str, playbook: Playbook) -> None:
    quantity = parse_quantity(f"1.5{unit}")
    assert Words(Speaker("en"), playbook).quantity(quantity) == ("1.5 days" if unit == "day" else str(quantity))


@pytest.mark.parametrize(("written", "shown"), [("1 days", "1 day"), ("1 day", "1 day"), ("0.5 day", "0.5 days")])
def test_one_day_is_a_day_and_all_else_are_days(written: str, shown: str, playbook: Playbook) -> None:
    assert Words(Speaker("en"), playbook).quantity(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("2.6 min", "2.6 分钟"),
        ("5 days/week", "5 天/周"),
        ("60/day", "60/天"),
        ("200000/month", "200000/月"),
        ("7000 CNY/month", "7000 元/月"),
        ("2.5 CNY/unit", "2.5 元/件"),
        ("81.25%", "81.25%"),
        ("1", "1"),
    ],
)
def test_a_chinese_page_shows_the_unit_in_chinese(written: str, shown: str, playbook: Playbook) -> None:
    assert Words(Speaker("zh"), playbook).quantity(written) == shown


@pytest.mark.parametrize(
    ("driver", "english", "chinese"),
    [
        ("orders", "270 orders", "270 单"),
        ("chats", "270 chats", "270 次咨询"),
        ("parcels", "270 parcels", "270 个包裹"),
    ],
)
def test_a_driver_is_counted_in_its_own_words(driver: str, english: str, chinese: str, playbook: Playbook) -> None:
    assert Words(Speaker("en"), playbook).counted(driver, "270") == english
    assert Words(Speaker("zh"), playbook).counted(driver, "270") == chinese
