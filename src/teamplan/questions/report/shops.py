"""Answers all of it for several shops of one owner: each shop as its own report tells it, and all of them together."""

from collections.abc import Callable

from teamplan.engine.together import together
from teamplan.playbook.organisation import Organisation
from teamplan.playbook.playbook import Playbook
from teamplan.questions.recommend.shops import ShopsPlan, plan_together
from teamplan.questions.report.answer import Report, report
from teamplan.questions.report.request import ReportRequest, ShopsAsked
from teamplan.record import Record


class ShopsReport(Record):
    """The plan of all shops, and the report of each by name: with people of its own and its share of the owner."""

    plan: ShopsPlan
    reports: dict[str, Report]


def shops_report(
    playbook: Playbook,
    organisation: Organisation | None,
    asked: ShopsAsked,
    advance: Callable[[], None] = lambda: None,
) -> ShopsReport:
    """The reports of shops; `advance` is called after each. Raises a TeamplanError for the first that is not sound."""
    found = together(playbook, asked.stores)
    reports = {}
    for shop in found.shops:
        store = shop.apart.store
        request = ReportRequest(store, store, asked.money, asked.schedule, None)
        reports[shop.name] = report(playbook, organisation, request)
        advance()
    return ShopsReport(plan_together(playbook, found), reports)
