"""Owns what `teamplan simulate` can be asked at the prompt beside the shop."""

from typing import Annotated

from pydantic import BeforeValidator

from teamplan.playbook.base import Frozen, one_of
from teamplan.playbook.quantity import whole_up_to

MOST_DAYS = 10_000
MOST_SEED = 10**12
WORKS = ("exponential", "lognormal", "fixed")


class TrialQuestion(Frozen):
    """How many days are simulated, from which seed, with which lengths of chats."""

    days: Annotated[int, BeforeValidator(whole_up_to(MOST_DAYS, least=1))]
    seed: Annotated[int, BeforeValidator(whole_up_to(MOST_SEED))]
    work: Annotated[str, BeforeValidator(one_of("unknown-work", WORKS))]
