"""Answers: what does the shop need for an event, day by day, who covers it, and what has to begin when?"""

from fractions import Fraction

from teamplan.engine.highs import solver_installed
from teamplan.engine.owner import RELIEF, hours_carried, owner_duties
from teamplan.engine.pay.price import price_now
from teamplan.engine.present import plain
from teamplan.playbook.money import nothing
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.peak.advice import advice_of
from teamplan.questions.peak.carried import largest_multiple
from teamplan.questions.peak.cover import costs, duties, hands, owner_minutes, temporary
from teamplan.questions.peak.dates import dates_of
from teamplan.questions.peak.hands import event_work, own_people_only
from teamplan.questions.peak.least_cost import least_cost
from teamplan.questions.peak.question import DayLoad, PeakQuestion, ask_peak
from teamplan.questions.peak.result import Peak, PeakDay, PeakRequest, no_cost
from teamplan.questions.peak.rule import by_rule
from teamplan.questions.peak.work import HOUR, OWNER, EventCover, Work, uncovered

VOLUME = ("visitors", "conversion", "orders")


def peak(playbook: Playbook, store: Store, request: PeakRequest) -> Peak:
    """The plan for an event. Raises a TeamplanError that carries everything wrong with store and request."""
    question = ask_peak(playbook, store, request)
    mix = "rule-asked" if request.mix == "rule" else "least-cost" if solver_installed() else "rule"
    work = event_work(question)
    chosen = least_cost(work, nothing(question.currency)) if mix == "least-cost" else by_rule(work)
    undone = uncovered(work, chosen)
    needed = bool(undone) or any(load.day.rush for load in question.days)
    by_function = costs(question, work, chosen)
    ordinary = question.ordinary
    result = Peak(
        event=request.event,
        level=question.event.level,
        date=question.on(0),
        today=request.today.isoformat() if request.today else None,
        stage=ordinary.stage.stage_id,
        orders=ordinary.volume.orders,
        orders_x=float(max(load.day.orders for load in question.days)),
        ordinary=dict(ordinary.heads),
        team={role: plain(people) for role, people in question.people.items()} if ordinary.store.team else None,
        mix=mix,
        days=tuple(_day(question, work, chosen, load) for load in question.days),
        cover=duties(question, work, chosen) if needed else (),
        hands=hands(question, work, chosen) if needed else (),
        temporary=temporary(work, chosen),
        costs=by_function,
        cost=sum(by_function.values(), no_cost(question.currency)),
        missing_hours=float(undone / HOUR),
        alone_x=largest_multiple(question, own_people_only),
        carried_x=largest_multiple(question, lambda each: each) if undone else None,
        put_off_hours=float(_put_off(question, work, chosen) / HOUR) if needed else 0.0,
        extra_orders=_extra_orders(question),
        dates=(),
        advice=(),
        team_cost=price_now(ordinary),
        own_week=request.own_week,
    )
    dated = result.with_(dates=dates_of(question, result))
    return dated.with_(advice=advice_of(question, dated))


def _day(question: PeakQuestion, work: Work, cover: EventCover, load: DayLoad) -> PeakDay:
    playbook = question.ordinary.playbook
    exact = {axis: Fraction(amount) for axis, amount in load.volume.items()}
    return PeakDay(
        day=load.day.day,
        date=question.on(load.day.day),
        orders=load.volume["orders"],
        times=_times(question, load),
        visitors=load.volume.get("visitors"),
        drivers={name: float(load.stage.loads.driver(name).at(exact)) for name in playbook.frame.drivers},
        all_hands=load.day.all_hands,
        work={task.duty: task.need[load.day.day] / HOUR for task in work.tasks},
        owner_hours=float(owner_minutes(cover, load.day.day) / HOUR),
    )


def _times(question: PeakQuestion, load: DayLoad) -> dict[str, float]:
    """The multiples of an ordinary day: of the volume, and of what the playbook has a name for."""
    drivers = [each.driver for each in question.events.multipliers.values() if each.name is not None]
    volume = {name: getattr(load.day, name) for name in VOLUME}
    return {name: float(times) for name, times in (volume | {each: load.day.times[each] for each in drivers}).items()}


def _put_off(question: PeakQuestion, work: Work, cover: EventCover) -> Fraction:
    """Minutes of the owner's other work that do not fit into his days beside the event."""
    counted, productive = {task.duty for task in work.tasks}, question.ordinary.shop.amounts.time.productive
    shift = next((hand.shift for hand in work.hands if hand.who == OWNER), 0)
    found = Fraction(0)
    for load in question.days:
        exact = {axis: Fraction(amount) for axis, amount in load.volume.items()}
        carried = owner_duties(load.stage, exact, question.ordinary.heads)
        other = (each for each in carried if each.why != RELIEF and each.duty not in counted)
        minutes = hours_carried(other) * HOUR / productive
        over = owner_minutes(cover, load.day.day) + minutes - shift
        found += min(max(over, Fraction(0)), minutes)
    return found


def _extra_orders(question: PeakQuestion) -> float:
    """Orders above the ordinary on the days that rise: what goods have to be there for beyond the usual."""
    rise = sum((max(load.day.orders - 1, Fraction(0)) for load in question.days), Fraction(0))
    return float(rise * Fraction(question.ordinary.volume.orders))
