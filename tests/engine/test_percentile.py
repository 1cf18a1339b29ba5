"""A percentile of days: never fewer people than a lower one, and the mean day where days do not differ."""

from fractions import Fraction
from math import inf, isfinite, nextafter
from random import Random
from statistics import NormalDist

import pytest

from teamplan.engine.linear import ORDERS
from teamplan.engine.percentile import percentile_plans, rise
from teamplan.engine.shop import Shop
from teamplan.errors import TeamplanError
from teamplan.playbook.events import AFTER_IT
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import MEAN_DAY
from tests.shops import asked

LADDER = ("50", "62.5", "80", "90", "95", "99.9")
SKILLS: list[tuple[str, ...]] = [(), ("operations", "marketing", "design"), ("operations", "design"), ("marketing",)]
CV = Fraction(1, 5)


def volumes(count: int, seed: int) -> list[float]:
    """Orders up to 1,000, and the bounds of the stages from both sides."""
    drawn = Random(seed)
    bounds = [side for bound in (10.0, 80.0, 200.0, 500.0) for side in (nextafter(bound, 0.0), bound)]
    return sorted([*(drawn.uniform(0, 1000) for _ in range(count)), *bounds])


def shop(playbook: Playbook, percentile: str, skills: tuple[str, ...] = (), **given: str) -> Shop:
    assumptions = {"day_cv": given.pop("day_cv")} if "day_cv" in given else {}
    return asked(
        playbook, orders=0, percentile=percentile, founder_skills=skills, assumptions=assumptions, **given
    ).shop


def team(shop: Shop, orders: float) -> dict[str, int]:
    return shop.headcounts({ORDERS: orders})


@pytest.mark.parametrize(("percentile", "days"), [(80, 1), (95, 1), (80, 3), ("99.9", 6)])
def test_the_rise_is_the_normal_quantile_of_the_mean_of_the_days(percentile: int | str, days: int) -> None:
    exact = NormalDist(1.0, float(CV) / days**0.5).inv_cdf(float(percentile) / 100)
    assert float(rise(Fraction(percentile), CV, days)) == pytest.approx(exact, rel=1e-9)
    assert rise(MEAN_DAY, CV, days) == rise(Fraction(percentile), Fraction(0), days) == 1


@pytest.mark.parametrize("day_cv", ["10%", "30%"])
@pytest.mark.parametrize("skills", SKILLS, ids=lambda skills: "+".join(skills) or "none")
def test_a_higher_percentile_never_needs_fewer_people_in_any_role(
    playbook: Playbook, skills: tuple[str, ...], day_cv: str
) -> None:
    shops = [shop(playbook, each, skills, day_cv=day_cv) for each in LADDER]
    for orders in volumes(30, seed=len(skills)):
        teams = [team(each, orders) for each in shops]
        assert all(team.keys() == teams[0].keys() for team in teams)
        for role in teams[0]:
            people = [each[role] for each in teams]
            assert people == sorted(people), (role, orders)
        assert sum(teams[-1].values()) > sum(teams[0].values()) or orders < 200


@pytest.mark.parametrize("owner_hours", ["3", "8"])
def test_with_little_time_of_the_owner_as_well(playbook: Playbook, owner_hours: str) -> None:
    shops = [shop(playbook, each, SKILLS[1], owner_hours=owner_hours) for each in LADDER]
    for orders in volumes(30, seed=7):
        teams = [team(each, orders) for each in shops]
        assert all([each[role] for each in teams] == sorted(each[role] for each in teams) for role in teams[0]), orders


@pytest.mark.parametrize("percentile", LADDER[1:])
def test_growth_never_costs_people_at_a_percentile(playbook: Playbook, percentile: str) -> None:
    for skills in SKILLS[:2]:
        grown = shop(playbook, percentile, skills)
        totals = [sum(team(grown, orders).values()) for orders in volumes(100, seed=3)]
        assert totals == sorted(totals)


def test_days_that_do_not_differ_leave_the_plan_of_the_mean_day(playbook: Playbook) -> None:
    alike, usual = shop(playbook, "95", day_cv="0%"), asked(playbook, orders=0, founder_skills=()).shop
    mean = shop(playbook, "50", day_cv="30%")
    for orders in volumes(80, seed=5):
        assert team(alike, orders) == team(usual, orders) == team(mean, orders)


@pytest.mark.parametrize("stage", ["promotion", "three-months", "half-year", "one-year"])
@pytest.mark.parametrize("percentile", ["80", "97"])
def test_breakpoints_are_exact_at_a_percentile(playbook: Playbook, stage: str, percentile: str) -> None:
    curves = shop(playbook, percentile, SKILLS[1]).compiled(stage)
    low, high = curves.ends[0], min(curves.ends[1], 900.0)
    told = 0
    for role, post in curves.posts.items():
        people = post.headcount.people(low)
        for count in range(people, people + 4):
            full = post.headcount.full_at(count)
            if post.volume == ORDERS and isfinite(full) and low <= full < high:
                assert post.headcount.people(full) == count, role
                assert post.headcount.people(nextafter(full, inf)) > count, role
                told += 1
    assert told > 1


def test_only_what_is_promised_is_raised(playbook: Playbook) -> None:
    """Live work by the whole day, what may wait by the days it may wait, the rest and the owner's not at all."""
    question = asked(playbook, orders=270, percentile="80")
    loads, duties = question.stage.loads, playbook.duties
    times = {each: float(loads.planned(duty).at(question.point) / loads.duty(duty).at(question.point))
             for each, duty in duties.items() if playbook.arises(each, "half-year")
             if loads.duty(duty).at(question.point)}  # fmt: skip
    assert times["pre-sale-chat"] == pytest.approx(1 + 0.8416 * 0.2, abs=1e-4)
    assert times["pack-parcels"] == pytest.approx(1 + 0.8416 * 0.2 / 3**0.5, abs=1e-4)  # 48 h after the day itself
    assert times["after-sale-tickets"] == times["pack-parcels"]
    assert times["handle-returns"] == pytest.approx(1 + 0.8416 * 0.2 / 6**0.5, abs=1e-4)
    raised = {each for each, factor in times.items() if factor != 1}
    assert raised == {each for each in times if duties[each].live or duties[each].waits}
    assert {"daily-operations", "product-images", "steer", "tend-products"}.isdisjoint(raised)


def test_a_duty_waits_as_long_as_at_a_promotion(playbook: Playbook) -> None:
    assert playbook.events is not None
    promised = {each: wait for each, wait in playbook.events.waits.items() if wait != AFTER_IT}
    assert promised == {each: duty.waits for each, duty in playbook.duties.items() if duty.waits}


def test_the_owner_keeps_his_mean_day(playbook: Playbook) -> None:
    """What he carries himself is not raised, and for others on their days off he does no more than on that day."""
    for orders in (45.0, 70.0):
        mean, high = (asked(playbook, orders=orders, percentile=each) for each in ("50", "95"))
        hours = [{(each.duty, each.why): each.hours for each in question.owner()} for question in (mean, high)]
        own = [{key: amount for key, amount in each.items() if key[1] == "own"} for each in hours]
        assert own[0] == own[1]
        relief = [sum(amount for key, amount in each.items() if key[1] == "relief") for each in hours]
        assert relief[0] >= relief[1]


def test_the_shop_and_its_mean_day_move_together(playbook: Playbook) -> None:
    """A shop that is compiled from one that differs in an assumption is the one that is compiled anew."""
    before = asked(playbook, orders=270, percentile="90")
    figure = playbook.assumptions["attendance"]
    changed = figure.model_copy(update={"value": figure.value.with_(number=Fraction(90))})
    moved = before.shop.moved(playbook.with_values({"attendance": changed}), {"attendance"})
    anew = asked(playbook, orders=270, percentile="90", assumptions={"attendance": "90%"}).shop
    for orders in volumes(40, seed=11):
        assert team(moved, orders) == team(anew, orders)


def test_a_playbook_that_does_not_say_how_days_differ(playbook: Playbook) -> None:
    silent = playbook.with_(frame=playbook.frame.model_copy(update={"day_cv": None}))
    assert asked(silent, orders=270, percentile="50").heads == asked(playbook, orders=270).heads
    with pytest.raises(TeamplanError) as told:
        asked(silent, orders=270, percentile="80")
    assert [problem.key for problem in told.value.problems] == ["no-day-variation"]


def test_what_percentiles_cost_and_buy() -> None:
    plans = percentile_plans(lambda percentile: int(percentile // 10), Fraction(85))
    assert [each.percentile for each in plans] == [50.0, 80.0, 85.0, 90.0, 95.0]
    assert [each.more for each in plans] == [0, 3, 3, 4, 4]
    assert [each.days_above for each in plans] == [15.0, 6.0, 4.5, 3.0, 1.5]
