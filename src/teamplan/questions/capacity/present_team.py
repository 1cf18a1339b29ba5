"""Owns the case of a present team in a shop: its people, the stages it may be in, and how a volume may be given."""

from fractions import Fraction
from math import inf, isfinite

from teamplan.engine.capacity import Axis, Span, largest, spans_of
from teamplan.engine.linear import ORDERS, VISITORS
from teamplan.engine.present import People, Present, counted, read_team
from teamplan.engine.question import Question, ask
from teamplan.engine.staffing import refuse_uncounted
from teamplan.errors import Problem, TeamplanError
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store, Team
from teamplan.record import Record


class Crew(Record):
    """A team in a shop, its full-time people by title; `today` says whether the store gives a volume.

    The heads of `question` are none without it.
    """

    question: Question
    team: Team
    people: dict[str, Fraction]
    spans: tuple[Span, ...]
    conversion: float | None
    today: bool

    @property
    def orders(self) -> Axis:
        return Axis(ORDERS, self.conversion)

    @property
    def visitors(self) -> Axis:
        return Axis(VISITORS, self.conversion)

    def limits(self, people: People) -> tuple[float, float | None]:
        """The largest orders and visitors that people carry: -inf where no volume fits, inf without a limit."""
        visitors = largest(self.spans, people, self.visitors) if self.conversion else None
        return largest(self.spans, people, self.orders), visitors

    def at(self, orders: float) -> dict[str, float]:
        """The volume by axis at so many orders."""
        return self.question.volume.at_orders(orders).at

    def need(self, span: Span, orders: float) -> dict[str, int]:
        return span.stage.headcounts(self.at(orders))

    def read(self, span: Span, orders: float) -> Present:
        """The team as the stage reads it at so many orders."""
        return read_team(span.stage.seen_at(orders), self.at(orders), self.need(span, orders), self.people)

    def now(self) -> Present:
        """The team as it is read today, where the store gives a volume."""
        question = self.question
        return read_team(question.stage, question.volume.at, question.heads, self.people)


def crew_of(playbook: Playbook, store: Store) -> Crew:
    """The team of the store in its shop.

    Raises a TeamplanError without a team, with everything wrong with the store, or where a role depends on visitors
    and the conversion is not known. A store without a volume is compiled at none.
    """
    problems = [] if store.team else [Problem("team-missing")]
    today = store.orders is not None or store.visitors is not None
    try:
        question = ask(playbook, store if today else store.model_copy(update={"orders": Fraction(0)}))
    except TeamplanError as error:
        raise TeamplanError([*error.problems, *problems]) from None
    if store.team is None:
        raise TeamplanError(problems)
    conversion = question.volume.conversion or None
    spans = spans_of(question.shop, store.stage)
    if not conversion:
        refuse_uncounted([role for span in spans for role in span.stage.uncounted({ORDERS})])
    people = counted(store.team, question.shop.amounts.time)
    return Crew(question, store.team, people, spans, conversion, today)


def told_volume(amount: float | None) -> float | None:
    """A volume as it is told: None without a limit, 0 where nothing is carried."""
    return None if amount is None or amount == inf else amount if isfinite(amount) else 0.0
