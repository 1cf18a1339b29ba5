"""Whoever writes a number, a holiday, a year or a profile says who said so, or why it is judged so."""

from typing import Any

import pytest
from pydantic import ValidationError

from teamplan.playbook.categories import Year
from teamplan.playbook.days import DaysOff
from teamplan.playbook.figures import Figure
from teamplan.playbook.service import Observed

Defended = Figure | DaysOff | Year | Observed
GIVEN: list[tuple[type[Defended], dict[str, Any]]] = [
    (Figure, {"value": "3 min", "range": [1, 5]}),
    (DaysOff, {"first": "2026-10-01", "last": "2026-10-07"}),
    (Year, {"index": [1] * 12}),
    (Observed, {}),
]
BECAUSE = {"en": "our estimate", "zh": "我们估计"}


@pytest.mark.parametrize(("kind", "given"), GIVEN, ids=[kind.__name__ for kind, _ in GIVEN])
@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"grade": "J"}, "judgement-without-reason"),
        ({"grade": "J", "source": "000-S1"}, "judgement-without-reason"),
        ({"grade": "C"}, "grade-without-source"),
        ({"grade": "C", "reason": BECAUSE}, "grade-without-source"),
    ],
    ids=["a judgement", "a judgement with a source", "a grade", "a grade with a reason"],
)
def test_all_that_a_plan_rests_on_is_defended_alike(
    kind: type[Defended], given: dict[str, Any], said: dict[str, Any], fault: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        kind(**given, **said)
    assert [each["type"] for each in caught.value.errors()] == [fault]
    assert kind(**given, grade="J", reason=BECAUSE).grade == "J"
    assert kind(**given, grade="C", source="000-S1").source == "000-S1"
