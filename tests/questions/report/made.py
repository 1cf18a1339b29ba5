"""Reports of shops for tests, of any playbook that ships."""

from functools import cache
from typing import Any

from teamplan.language import Language, Speaker
from teamplan.page.answer import Answer
from teamplan.page.words import Words
from teamplan.playbook.organisation import Organisation
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import store_type
from teamplan.questions.budget.question import BudgetQuestion
from teamplan.questions.hire.schedule import read_schedule
from teamplan.questions.report.answer import Report, report
from teamplan.questions.report.page import shown
from teamplan.questions.report.request import ReportRequest
from teamplan.reading.load import load
from teamplan.reading.organisation import organisation_of
from teamplan.reading.places import BUILT_IN, Overlaid, Where, built_in, overlay_folder, playbook_folder, shipped

PLAYBOOKS = (*shipped(), f"{BUILT_IN}+live-stream")
DAYS = {"growth": "8%/month", "from": "2026-12-01", "months": "6"}
TRADE: dict[str, Any] = {"order_value": 80, "gross_margin": "40%"}
SHOP: dict[str, Any] = {"visitors": 6000, "conversion": "4.5%"}


@cache
def of(name: str) -> tuple[Playbook, Organisation | None]:
    """A playbook, with an overlay behind a plus, and its organisation."""
    own, _, overlay = name.partition("+")
    folder = built_in() if own == BUILT_IN else playbook_folder(own)
    where: Where = Overlaid(folder, (overlay_folder(overlay),)) if overlay else folder
    playbook = load(where)
    return playbook, organisation_of(where, playbook)


def made(
    playbook: Playbook, organisation: Organisation | None, days: dict[str, str] | None = None, **given: Any
) -> Report:
    """The report of a shop; `trade` are the options of what an order is worth."""
    money = BudgetQuestion.model_validate(given.pop("trade", {}))
    store = store_type(playbook.frame.inputs).model_validate(given)
    schedule = None if days is None else read_schedule(days)[0]
    return report(playbook, organisation, ReportRequest(store, store, money, schedule, None))


def told(found: Report, organisation: Organisation | None, language: Language = "en") -> Answer:
    words = Words(Speaker(language), found.question.playbook)
    return shown(found, words, organisation)._replace(language=language)


@cache
def built(language: Language = "en", *, whole: bool = True) -> Answer:
    """The report of a usual shop of the built-in playbook; `whole` with its days and its money."""
    playbook, organisation = of(BUILT_IN)
    more: dict[str, Any] = {"days": DAYS, "trade": TRADE} if whole else {}
    return told(made(playbook, organisation, **more, **SHOP), organisation, language)
