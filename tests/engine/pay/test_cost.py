"""What a post costs a month: worked out by hand, ranges carried to every line, and one currency throughout."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from teamplan.engine.pay.band import Band, free, summed, weakest
from teamplan.engine.pay.cost import PostCost
from teamplan.engine.pay.payroll import Payroll, payroll_of
from teamplan.errors import TeamplanError
from teamplan.playbook.money import Money, nothing
from teamplan.playbook.playbook import Playbook
from tests.shops import store

AGENT = "customer-service-agent"


def payroll(playbook: Playbook, **given: Any) -> Payroll:
    return payroll_of(playbook, store(**given))


def cny(amount: str) -> Money:
    return Money(Decimal(amount), "CNY")


def lines(post: PostCost) -> Iterator[tuple[str, Band]]:
    yield from ((name, getattr(post, name)) for name in ("pay", "recruiting", "training", "workplace", "total"))
    yield from ((each.name, each.amount) for each in post.contributions)
    yield from (("contributed", post.contributed), ("employer_cost", post.employer_cost))


def problems(playbook: Playbook, **given: Any) -> list[tuple[str, str]]:
    with pytest.raises(TeamplanError) as raised:
        payroll(playbook, **given)
    return [(problem.key, str(problem.where)) for problem in raised.value.problems]


def test_an_agent_in_another_city_costs_what_was_worked_out_by_hand(playbook: Playbook) -> None:
    post = payroll(playbook).costs.of(AGENT)
    assert post.pay == Band(cny("2975.00"), cny("4700.00"), cny("6627.50"))
    likely = {each.name: each.amount.likely for each in post.contributions}
    assert likely == {  # 16, 8.5, 0.5, 0.4 and 8 % of 4700
        "pension": cny("752.00"),
        "medical": cny("399.50"),
        "unemployment": cny("23.50"),
        "injury": cny("18.80"),
        "housing-fund": cny("376.00"),
    }
    assert post.recruiting.likely == cny(
        "47.00"
    )  # 0.3 months' pay, for the 40 % that leave in a year, in twelve months
    assert post.training.likely == cny("39.17")  # 0.25 of it
    assert post.workplace.likely == cny("450.00")
    assert post.total.likely == cny("6805.97")
    assert post.grade == "J"


def test_the_low_end_is_held_at_the_floor_as_well(playbook: Playbook) -> None:
    pension = payroll(playbook).costs.of(AGENT).contributions[0]
    assert pension.amount == Band(cny("720.00"), cny("752.00"), cny("1060.40"))  # 16 % of 4500, 4700 and 6627.50


def test_us_bases_are_of_a_year_and_paid_in_twelve_parts(playbook: Playbook) -> None:
    post = payroll(playbook, city="florida").costs.of(AGENT)  # 3569 x 0.95 a month
    assert post.pay.likely == Money(Decimal("3390.55"), "USD")
    assert {each.name: str(each.amount.likely.amount) for each in post.contributions} == {
        "social-security": "210.21",
        "medicare": "49.16",
        "federal-unemployment": "3.50",
        "state-unemployment": "15.75",
        "benefits": "745.92",
    }


def test_every_line_of_every_post_at_every_place_lies_between_its_ends(playbook: Playbook) -> None:
    seen = 0
    for city in playbook.places:
        costs = payroll(playbook, city=city).costs
        for role in playbook.roles:
            for name, band in lines(costs.of(role)):
                assert nothing(band.likely.currency) <= band.low <= band.likely <= band.high, (city, role, name)
                seen += 1
    assert seen > 1000


def test_a_month_is_the_sum_over_its_roles_in_any_part_of_people(playbook: Playbook) -> None:
    paid = payroll(playbook, city="shenzhen")
    heads: dict[str, int | Fraction] = {AGENT: 3, "warehouse-keeper": Fraction(5, 2), "promoter": 0}
    roles = paid.roles(heads)
    assert [each.role for each in roles] == [AGENT, "warehouse-keeper"]
    assert paid.month(heads) == summed((each.total for each in roles), "CNY")
    assert roles[0].pay + roles[0].employer_cost == roles[0].total == roles[0].each.total * 3


def test_a_city_that_pays_more_costs_more_and_the_rest_of_china_is_assumed_and_said(playbook: Playbook) -> None:
    assumed = payroll(playbook)
    assert (assumed.place_id, assumed.given, assumed.currency) == ("other", False, "CNY")
    named = payroll(playbook, city="other")
    assert (named.given, named.costs.of(AGENT)) == (True, assumed.costs.of(AGENT))
    dearer = payroll(playbook, city="beijing").costs.of(AGENT).total
    assert named.costs.of(AGENT).total.likely < dearer.likely
    assert payroll(playbook, currency="USD").place_id == "us"


def test_an_exchange_rate_tells_every_line_in_the_currency_of_the_shop(playbook: Playbook) -> None:
    here = payroll(playbook, city="hangzhou").costs.of(AGENT)
    paid = payroll(playbook, city="hangzhou", currency="EUR", exchange="7.8 CNY 2026-11-01")
    assert (paid.currency, paid.paid_in, paid.place_id) == ("EUR", "CNY", "hangzhou")
    there = paid.costs.of(AGENT)
    assert there.total.likely.currency == "EUR"
    for (name, mine), (_, its) in zip(lines(here), lines(there), strict=True):
        exact = Fraction(mine.likely.amount) / Fraction(78, 10)
        assert abs(Fraction(its.likely.amount) - exact) < Fraction(6, 100), name  # each line in whole cents


def test_an_exchange_rate_changes_nothing_where_the_currency_is_that_of_the_wages(playbook: Playbook) -> None:
    paid = payroll(playbook, currency="CNY", exchange="7.8 CNY 2026-11-01")
    assert paid.exchange is None
    assert paid.costs.of(AGENT) == payroll(playbook).costs.of(AGENT)


def test_two_currencies_never_meet(playbook: Playbook) -> None:
    yuan, dollars = (payroll(playbook, city=city).costs.of(AGENT).total for city in ("beijing", "texas"))
    with pytest.raises(TypeError, match="not of one currency"):
        _ = yuan + dollars
    with pytest.raises(TypeError, match="not of one currency"):
        _ = yuan - dollars
    with pytest.raises(TypeError, match="is not of CNY"):
        summed([dollars], "CNY")
    assert yuan - yuan == free("CNY") != free("USD")


def test_wages_of_a_place_and_spends_of_the_playbook_may_be_of_two_currencies(playbook: Playbook) -> None:
    here = payroll(playbook, city="texas", exchange="7.1 CNY 2026-11-01")
    assert (here.paid_in, here.currency, here.told(Fraction(7100))) == ("USD", "USD", Money(Decimal("1000.00"), "USD"))
    assert here.costs.of(AGENT) == payroll(playbook, city="texas").costs.of(AGENT)
    there = payroll(playbook, city="texas", currency="CNY", exchange="0.14 USD 2026-11-01")
    assert (there.paid_in, there.told(Fraction(7100))) == ("USD", cny("7100.00"))
    assert there.costs.of(AGENT).pay.likely == cny("24728.07")  # 3569 x 0.97 / 0.14


def test_what_does_not_fit_is_told_at_its_option(playbook: Playbook) -> None:
    assert problems(playbook, city="atlantis") == [("unknown-place", "--city")]
    assert problems(playbook, city="beijing", currency="USD") == [("exchange-needed", "--exchange")]
    assert problems(playbook, city="beijing", exchange="1 USD 2026-11-01") == [("place-of-another-currency", "--city")]
    given = {"city": "florida", "currency": "EUR", "exchange": "7.8 CNY 2026-11-01"}  # nothing tells dollars in euros
    assert problems(playbook, **given) == [("exchange-needed", "--exchange")]
    assert problems(playbook, currency="EUR") == [("no-pay-in-currency", "--currency")]


def test_a_sum_is_as_sure_as_the_weakest_figure_behind_it() -> None:
    assert [weakest(each) for each in ("A", "BA", "CAB", "DC", "AJD")] == ["A", "B", "C", "D", "J"]
