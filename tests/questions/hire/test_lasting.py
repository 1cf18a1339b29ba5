"""Those hired for a need that lasts are needed a month later: a year of a real shop, walked forward day by day."""

from datetime import timedelta

import pytest

from teamplan.engine.question import Question
from teamplan.playbook.growth import Forecast
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Team
from teamplan.questions.hire.answer import hire, lasting_days
from teamplan.questions.hire.calendar import Schedule
from tests.conftest import ROOT
from tests.shops import store
from tests.walked import AFTER, SIZES, drawn, lasting_level, people, pooled, series_of, shop_of

UCI = series_of(ROOT / "examples" / "uci_online_retail_daily.csv")


@pytest.fixture(scope="module")
def shop() -> Question:
    return shop_of()


def test_four_of_five_hires_of_unseen_days_are_needed_a_month_later(shop: Question) -> None:
    files = [UCI, drawn(1), drawn(2)]
    lasting = lasting_days(shop, Schedule(UCI.first, 1, UCI.first, None, None, 7))
    unseen, known = pooled(shop, files, lasting)
    once, all_at_once = pooled(shop, files, 1)
    assert unseen.days == len(SIZES) * sum(len(file.unseen) - AFTER for file in files)
    assert unseen.hires >= 50
    assert unseen.share >= 0.8 > 0.6 > once.share
    assert known.slack < all_at_once.slack
    assert known.short > all_at_once.short == 0  # the price, as shorter needs hire nobody


@pytest.mark.parametrize("day", [260, 320, 345])
def test_the_walk_hires_as_the_calendar_does_that_knows_the_days_up_to_one(
    shop: Question, playbook: Playbook, day: int
) -> None:
    orders = UCI.times(4).orders[: day + 1]
    today = UCI.first + timedelta(day)
    schedule = Schedule(today, 1, today, None, Forecast(UCI.first, None, orders), 7, lasting=28)
    calendar = hire(playbook, store(team=Team(roles={})), schedule)
    wanted = {role: count for role, count in people(shop, float(lasting_level(orders, 28)[-1])).items() if count}
    found = {role: sum(place.people for place in calendar.hires if place.role == role) for role in wanted}
    assert (found, {place.role for place in calendar.hires}) == (wanted, set(wanted))
