"""One is told as one, in both languages, wherever people or hires are counted in a sentence."""

import pytest

from teamplan.language import Speaker
from teamplan.page.words import Words
from teamplan.reading.compiled import built_in_playbook
from tests.cli.prompt import teamplan


@pytest.mark.parametrize(
    ("language", "what", "count", "told"),
    [
        ("en", "people", 1, "1 person"),
        ("en", "people", 0, "0 people"),
        ("en", "people", 1.5, "1.5 people"),
        ("en", "people", 1200, "1,200 people"),
        ("en", "hires", 1, "1 hire"),
        ("en", "hires", 2, "2 hires"),
        ("zh", "people", 1, "1 人"),
        ("zh", "hires", 3, "3 人"),
    ],
)
def test_how_many(language: str, what: str, count: float, told: str) -> None:
    speaker = Speaker("zh" if language == "zh" else "en")
    assert Words(speaker, built_in_playbook()).plural(what, count) == told


def test_a_shop_of_one() -> None:
    budget, coming = (teamplan(command, "--orders", "11").stdout for command in ("budget", "next"))
    assert budget.startswith("6,806 CNY a month for 1 person at 11 orders a day\n")
    assert coming.startswith("Promotion: 1 person at 11 orders a day\n")
    assert "Three months begins, 1 hire " in coming
    assert "back to Solo launch: 1 person " in coming
