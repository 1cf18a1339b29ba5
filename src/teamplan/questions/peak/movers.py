"""Owns which drivers an event moves in a shop: the multipliers of the playbook with their days, as its goods ask."""

from fractions import Fraction

from teamplan.engine.amounts import Amounts
from teamplan.engine.moved_drivers import in_order, moved_terms
from teamplan.engine.question import Question
from teamplan.playbook.events import Events, Lag
from teamplan.questions.peak.days import ON_THE_DAY, EventMover


def movers_of(ordinary: Question, events: Events) -> tuple[EventMover, ...]:
    """The multipliers that move something, each behind those that its driver comes of."""
    frame, amounts = ordinary.playbook.frame, ordinary.shop.amounts
    category = ordinary.playbook.categories.get(ordinary.store.category or "")
    further = category.promotions if category is not None else {}
    named = {multiplier.driver: name for name, multiplier in events.multipliers.items()}
    found = []
    for driver in in_order(frame, list(named)):
        name, declared = named[driver], events.multipliers[named[driver]]
        moves = moved_terms(frame, driver, named)
        assert moves is not None  # the rules of events refuse anything else
        rises = further[name].value.number if name in further else Fraction(1)
        found.append(
            EventMover(name, driver, moves, declared.multiplies == "rate", _lag(declared.after, amounts), rises)
        )
    return tuple(found)


def _lag(after: Lag | None, amounts: Amounts) -> tuple[int, int]:
    return ON_THE_DAY if after is None else (int(amounts[after.first_day]), int(amounts[after.last_day]))
