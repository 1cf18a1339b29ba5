"""Answers: from which volume on is one more needed, in every role and stage?"""

from fractions import Fraction

from teamplan.engine.capacity import Axis
from teamplan.engine.linear import VISITORS
from teamplan.engine.question import Question, ask
from teamplan.engine.staffing import refuse_uncounted
from teamplan.engine.thresholds import Thresholds, by_visitors, thresholds_of
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import MOST_ORDERS, MOST_VISITORS, Store
from teamplan.questions.curves.question import CurvesQuestion

LEAST = 6000.0  # orders a day that are always looked at where nothing else is asked for
AHEAD = 3  # times the orders of the shop
LAST_STAGE = 2  # times the orders with which the last stage begins


def curves(playbook: Playbook, store: Store, asked: CurvesQuestion) -> Thresholds:
    """Every step of the shop up to a volume.

    Raises a TeamplanError with everything wrong with the store, or where a role depends on visitors and neither the
    conversion nor the most visitors are known, or from 100,000 people in a role on.
    """
    return steps_of(ask(playbook, _at_some_volume(store)), asked)


def steps_of(question: Question, asked: CurvesQuestion) -> Thresholds:
    """The same of a shop that is compiled."""
    given = question.store.stage
    most_orders = _most_orders(question) if asked.most_orders is None else float(asked.most_orders)
    watching = by_visitors(question.shop, most_orders, given)
    most_visitors = _most_visitors(question, most_orders, asked) if watching else None
    if watching and most_visitors is None:
        refuse_uncounted(watching)
    return thresholds_of(question.shop, most_orders, most_visitors, given)


def _at_some_volume(store: Store) -> Store:
    """The store with a volume of none where it gives none: no step depends on the volume."""
    changes = {}
    if store.orders is None and store.visitors is None:
        changes["orders"] = Fraction(0)
    if store.visitors is None and store.conversion is None:
        changes["visitors"] = Fraction(0)
    return store.model_copy(update=changes)


def _most_orders(question: Question) -> float:
    shop = question.shop
    last = max(shop.starts_at(stage) for stage in shop.playbook.stages)
    return min(max(LEAST, AHEAD * question.volume.orders, LAST_STAGE * last), float(MOST_ORDERS))


def _most_visitors(question: Question, most_orders: float, asked: CurvesQuestion) -> float | None:
    """As asked, else the visitors of so many orders, however one becomes the other; None without a conversion."""
    if asked.most_visitors is not None:
        return float(asked.most_visitors)
    conversion = question.volume.conversion
    if not conversion:
        return None
    most = max(Axis(VISITORS, conversion).largest(most_orders), most_orders / conversion)
    return min(most, float(MOST_VISITORS))
