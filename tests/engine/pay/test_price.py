"""The price of a team: the sum of its roles, its share of pay, and who is paid."""

from fractions import Fraction

import pytest

from teamplan.engine.pay.payroll import payroll_of
from teamplan.engine.pay.price import people_of, price_now, price_of
from teamplan.engine.question import ask
from teamplan.errors import TeamplanError
from teamplan.playbook.playbook import Playbook
from tests.shops import store


def test_a_price_is_the_sum_of_its_roles_to_the_cent(playbook: Playbook) -> None:
    price = price_now(ask(playbook, store(orders=270)))
    for end in ("low", "likely", "high"):
        assert getattr(price.total, end).amount == sum(getattr(each.total, end).amount for each in price.roles)
    pay = sum(each.pay.likely.amount for each in price.roles)
    assert price.pay_share == Fraction(pay) / Fraction(price.total.likely.amount)
    assert price.total.low < price.total.likely < price.total.high
    assert (price.place_id, price.given, price.grade) == ("other", False, "J")


def test_nobody_costs_nothing_and_pays_no_share(playbook: Playbook) -> None:
    payroll = payroll_of(playbook, store(orders=0))
    price = price_of(payroll, {"operator": 0})
    assert not price.roles
    assert (price.pay_share, float(price.total.likely), price.grade) == (None, 0, "A")


def test_a_team_that_is_given_is_paid_part_time_people_by_their_hours(playbook: Playbook) -> None:
    team = {"roles": {"operator": {"people": 1, "part_time": 1, "hours": 10}, "promoter": 2}}
    question = ask(playbook, store(orders=270, team=team))
    assert people_of(question) == {"operator": Fraction(5, 4), "promoter": 2}
    whole = payroll_of(playbook, question.store).month({"operator": Fraction(5, 4), "promoter": Fraction(2)})
    assert price_now(question).total == whole


def test_wages_of_a_place_move_the_price_and_an_unknown_one_is_refused(playbook: Playbook) -> None:
    here, there = (price_now(ask(playbook, store(orders=270, city=city))) for city in ("other", "beijing"))
    assert (there.given, there.place_id) == (True, "beijing")
    assert here.total.likely < there.total.likely
    with pytest.raises(TeamplanError) as refused:
        price_now(ask(playbook, store(orders=270, city="atlantis")))
    assert [each.key for each in refused.value.problems] == ["unknown-place"]
