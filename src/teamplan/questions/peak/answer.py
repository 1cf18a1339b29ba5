"""Answers: what does the shop need for an event, day by day, who covers it, and what has to begin when?"""

from fractions import Fraction

from teamplan.engine.highs import solver_installed
from teamplan.engine.owner import owner_duties
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.peak.advice import advice_of
from teamplan.questions.peak.dates import dates_of
from teamplan.questions.peak.means import covers
from teamplan.questions.peak.question import DayLoad, PeakQuestion, ask_peak
from teamplan.questions.peak.result import Peak, PeakDay, PeakRequest, no_cost

TIMES = ("visitors", "conversion", "orders", "chats", "returns")


def peak(playbook: Playbook, store: Store, request: PeakRequest) -> Peak:
    """The plan for an event. Raises a TeamplanError that carries everything wrong with store and request."""
    question = ask_peak(playbook, store, request)
    mix = "rule-asked" if request.mix == "rule" else "least-cost" if solver_installed() else "rule"
    found = covers(question, by_rule=mix != "least-cost")
    ordinary = question.ordinary
    result = Peak(
        event=request.event,
        level=question.event.level,
        date=question.on(0),
        stage=ordinary.stage.stage_id,
        orders=ordinary.volume.orders,
        orders_x=float(max(load.day.orders for load in question.days)),
        ordinary=dict(ordinary.heads),
        mix=mix,
        days=tuple(_day(question, load) for load in question.days),
        cover=found,
        cost=sum((each.cost for each in found), no_cost(question.currency)),
        extra_orders=_extra_orders(question),
        dates=(),
        advice=(),
    )
    dated = result.with_(dates=dates_of(question, result))
    return dated.with_(advice=advice_of(question, dated))


def _day(question: PeakQuestion, load: DayLoad) -> PeakDay:
    playbook = question.ordinary.playbook
    exact = {axis: Fraction(amount) for axis, amount in load.volume.items()}
    functions = {
        function: sum(people for role, people in load.heads.items() if playbook.roles[role].function == function)
        for function in playbook.frame.functions
    }
    carried = owner_duties(load.stage, exact, question.ordinary.heads)
    return PeakDay(
        day=load.day.day,
        date=question.on(load.day.day),
        orders=load.volume["orders"],
        times={name: float(getattr(load.day, name)) for name in TIMES},
        visitors=load.volume.get("visitors"),
        drivers={name: float(load.stage.loads.driver(name).at(exact)) for name in playbook.frame.drivers},
        roles=dict(load.heads),
        functions=functions,
        headcount=sum(load.heads.values()),
        owner_hours=float(sum((each.hours for each in carried), Fraction(0))),
    )


def _extra_orders(question: PeakQuestion) -> float:
    """Orders above the ordinary on the days that rise: what goods have to be there for beyond the usual."""
    rise = sum((max(load.day.orders - 1, Fraction(0)) for load in question.days), Fraction(0))
    return float(rise * Fraction(question.ordinary.volume.orders))
