"""Owns the steps of an explanation of payroll: from the month's sum to each role, each contribution, each figure."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from teamplan.engine.pay.cost import Contributed, PostCost, counted_pay, months_of
from teamplan.engine.pay.payroll import Payroll, RoleCost, payroll_of
from teamplan.engine.pay.price import bills_of, people_of, price_of
from teamplan.engine.question import Question
from teamplan.playbook.figures import Figure
from teamplan.playbook.places import Contribution, PayPlace
from teamplan.questions.explain.reasons import Reason, assumption_reason, both

if TYPE_CHECKING:
    from teamplan.engine.pay.outside import Bill, BillPart
    from teamplan.playbook.sourcing import SourcingOption


def payroll_reason(question: Question) -> Reason:
    """What the people of a shop cost a month, down to every figure behind it."""
    payroll = payroll_of(question.playbook, question.store)
    price = price_of(payroll, people_of(question), bills_of(question, payroll))
    values = {"total": price.total.likely, "least": price.total.low, "most": price.total.high, "grade": price.grade}
    because = [_role(question, payroll, each) for each in price.roles]
    because += [_bought(question, payroll, each) for each in price.bought]
    if payroll.exchange is not None:
        told = {"currency": payroll.currency, "exchange": str(payroll.exchange)}
        because.insert(0, Reason("pay-exchange", told))
    if payroll.place is not None:
        because.append(_place(question, payroll.place, given=payroll.given))
    people = sum(float(each.people) for each in price.roles)
    return Reason("payroll", {**values, "people": people}, tuple(because))


def _bought(question: Question, payroll: Payroll, bill: "Bill") -> Reason:
    """What is bought outside for a role: what is counted, at the price that holds, with night and the least bill."""
    option, amount = question.playbook.sourcing[bill.option], bill.amount
    values = {"role": bill.role, "name": both(option.name), "total": amount.likely, "grade": bill.grade}
    because = [_part(option, payroll, each) for each in bill.parts]
    if bill.least is not None:
        because.append(figure_reason(bill.least, "pay-least"))
    return Reason("pay-bought", values | {"least": amount.low, "most": amount.high}, tuple(because))


def _part(option: "SourcingOption", payroll: Payroll, part: "BillPart") -> Reason:
    priced = figure_reason(part.price, "pay-part", per=part.per, units=part.units, currency=payroll.currency)
    if option.night is None or not part.at_night:
        return priced
    night = figure_reason(option.night.surcharge, "pay-night", hours=str(option.night.hours), share=part.at_night)
    return Reason(priced.what, priced.values, (*priced.because, night))


def _role(question: Question, payroll: Payroll, role: RoleCost) -> Reason:
    each, total = role.each, role.total
    values = {"role": role.role, "people": role.people, "each": each.total.likely, "total": total.likely}
    because = (
        _gross(question, payroll, each),
        *(_contribution(question, payroll, each, paid) for paid in each.contributions),
        *_beside(question, payroll, each),
    )
    return Reason("pay-role", values | {"least": total.low, "most": total.high, "grade": each.grade}, because)


def _gross(question: Question, payroll: Payroll, each: PostCost) -> Reason:
    wage = question.playbook.roles[each.role].pay[payroll.paid_in.lower()]
    because = [figure_reason(wage, "pay-wage")]
    if payroll.place is not None:
        because.append(figure_reason(payroll.place.wages, "pay-wages", place=both(payroll.place.name)))
    return Reason("pay-gross", {"amount": each.pay.likely}, tuple(because))


def _contribution(question: Question, payroll: Payroll, each: PostCost, paid: Contributed) -> Reason:
    """What is paid under one name: its rate of the pay that counts, and whether floor or cap hold that."""
    place = payroll.place
    assert place is not None  # nobody contributes nowhere
    given, wage = place.contributions[paid.name], question.playbook.roles[each.role].pay[payroll.paid_in.lower()]
    pay = wage.value.canonical * place.wages.value.canonical
    counted = counted_pay(given, pay, months_of(place))
    values = {"name": both(given.name), "amount": paid.amount.likely, "rate": str(given.rate.value)}
    held = "floor" if counted > pay else "cap" if counted < pay else "all"
    values |= {"base": payroll.costs.told(counted), "held": held, "id": paid.name}
    return Reason("pay-contribution", values)


def _beside(question: Question, payroll: Payroll, each: PostCost) -> Iterator[Reason]:
    """Joining, spread over the time that people stay, and the workplace."""
    frame = question.playbook.frame
    if frame.cost is None:
        return
    leavers = frame.leavers.get(question.playbook.roles[each.role].function)
    for name in ("recruiting", "training"):
        if leavers is not None:
            because = tuple(assumption_reason(question, known) for known in (getattr(frame.cost, name), leavers))
            yield Reason(f"pay-{name}", {"amount": getattr(each, name).likely}, because)
    seat = assumption_reason(question, frame.cost.workplace[payroll.paid_in])
    yield Reason("pay-workplace", {"amount": each.workplace.likely}, (seat,))


def _place(question: Question, place: PayPlace, *, given: bool) -> Reason:
    """The place with its notice, and each rate with floor, cap, range, source and grade."""
    values = {"place": both(place.name), "notice": both(place.notice), "first": place.first, "last": place.last}
    sources = (
        Reason(
            "source",
            {"source": key, "title": {"en": source.title.en, "zh": source.title.zh}, "where": source.where},
        )
        for key, source in question.playbook.sources_of(place.source)
    )
    rates = (_rate(name, each, place) for name, each in place.contributions.items())
    return Reason("pay-place", values | {"given": given}, (*sources, *rates))


def _rate(name: str, given: Contribution, place: PayPlace) -> Reason:
    bases = {"floor": given.floor, "cap": given.cap, "bases": place.bases, "currency": place.currency}
    return figure_reason(given.rate, "pay-rate", name=both(given.name), id=name, **bases)


def figure_reason(figure: Figure, what: str, **values: Any) -> Reason:
    """A figure with its range, source and grade, and why it has this value where somebody judged."""
    low, high = figure.ends
    told: dict[str, Any] = {"value": str(figure.value), "low": str(low), "high": str(high)}
    told |= {"source": figure.source, "grade": figure.grade}
    why = figure.reason
    because = () if why is None else (Reason("reason", {"text": both(why)}),)
    return Reason(what, told | values, because)
