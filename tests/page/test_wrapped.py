"""Tables in narrow terminals: words and numbers are not torn as long as they have room."""

import pytest

from teamplan.page.blocks import Page
from teamplan.page.table import Column, table
from teamplan.page.terminal import drawn

COLUMNS = (Column("duty", "duty"), Column("does", "does (R)"), Column("answers", "answers (A)"))
ROWS = [{"duty": "Keep the contact with the platform", "does": "Warehouse keeper", "answers": "Store manager"}]


@pytest.mark.parametrize("width", [30, 40, 50])
def test_the_first_column_is_wrapped_before_a_word_is_torn(width: int) -> None:
    told = drawn(Page((table(COLUMNS, ROWS),)), width, plain=True)
    assert max(map(len, told.splitlines())) <= width
    for cell in (*ROWS[0].values(), "answers"):
        assert set(cell.split()) <= set(told.split())


def test_a_first_column_that_has_room_stays_in_one_line() -> None:
    assert ROWS[0]["duty"] in drawn(Page((table(COLUMNS, ROWS),)), 62, plain=True)
