"""Options that each a field reads for itself are the store that the check of the whole gives."""

from typing import Any

import pytest
from pydantic import BaseModel, model_validator

from teamplan.playbook.base import Apart
from teamplan.playbook.store import Visitors
from teamplan.questions.recommend.question import RangeQuestion
from teamplan.reading.inputs import each_alone, read_options
from tests.shops import of_built_in

READ = [  # what a prompt says, with text as it is typed
    {},
    {"visitors": "6000", "conversion": "0.045"},
    {"visitors": "1e6", "conversion": "4.5 %", "age_days": "70"},
    {"orders": "270", "owner_hours": "7.5", "percentile": "80%"},
    {"orders": 270, "exchange": "7.8 CNY 2026-11-01"},
    {"new_products": "12", "ad_spend": "80000", "orders": "0"},
]
CHECKED = [  # what is wrong, and what is no parsed number
    {"visitors": "-1"},
    {"visitors": "6000", "conversion": "4.5"},
    {"orders": "1e400"},
    {"orders": "\udcff"},
    {"stage": "takeoff"},
    {"campaign_ahead": True},
    {"founder_skills": "none"},
    {"assumptions": {"shift": "9 h"}},
    {"input_new_products": "12"},
    {"strange": "1"},
]


def everyone(model: type[BaseModel]) -> list[type[BaseModel]]:
    return [model, *(each for below in model.__subclasses__() for each in everyone(below))]


@pytest.mark.parametrize("options", READ, ids=str)
def test_options_read_alone_are_those_of_the_whole(options: dict[str, Any]) -> None:
    model = of_built_in()
    assert each_alone(options, model) == model.model_validate(options)


@pytest.mark.parametrize("options", CHECKED, ids=str)
def test_all_else_is_left_to_the_check_of_the_whole(options: dict[str, Any]) -> None:
    assert each_alone(options, of_built_in()) is None


def test_a_model_that_needs_more_than_it_is_given_is_checked() -> None:
    assert each_alone({}, RangeQuestion) is None
    assert read_options({"seed": "12.0"}, RangeQuestion) == RangeQuestion.model_validate({"seed": "12.0"})


def test_a_model_whose_fields_may_depend_on_one_another_is_checked() -> None:
    class Together(BaseModel):
        visitors: Visitors | None = None

    assert each_alone({"visitors": "1"}, Together) is None


def test_no_field_that_is_read_alone_hangs_on_another() -> None:
    class Joint(Apart):
        @model_validator(mode="after")
        def _checked(self) -> "Joint":
            return self

    def whole(model: type[BaseModel]) -> bool:
        made = model.__pydantic_decorators__
        return bool(made.model_validators or made.field_validators or made.root_validators)

    assert [model for model in everyone(Apart) if whole(model)] == [Joint]
