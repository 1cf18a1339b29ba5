"""A shop that streams: three people up to 20 hours a week, six or seven, then what the hours ask, and more returns."""

from collections.abc import Mapping
from functools import cache
from math import ceil

import pytest

from teamplan.engine.owner import hours_carried, owner_limit
from teamplan.engine.present import present_of
from teamplan.engine.question import Question, ask
from teamplan.language import Language, Speaker
from teamplan.page.formats import text_of
from teamplan.page.words import Words
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import store_type
from teamplan.questions.explain.answer import explain
from teamplan.questions.explain.page import shown
from teamplan.questions.recommend.answer import recommend
from teamplan.questions.stages.answer import stage_detail
from teamplan.questions.stages.page import detail_shown
from teamplan.reading.load import inspect, load
from teamplan.reading.places import Overlaid, built_in, overlay_folder, playbook_folder, shipped

STREAM = overlay_folder("live-stream")
THREE = ["live-anchor", "stream-assistant", "stream-operator"]
SIX = [*THREE, "control-desk", "stream-service"]


@cache
def streaming() -> Playbook:
    return load(Overlaid(built_in(), (STREAM,)))


def asked(orders: float, hours: float, before: Question | None = None, **values: object) -> Question:
    playbook = streaming()
    said = {"orders": orders, "live_hours": hours, **values}
    return ask(playbook, store_type(playbook.frame.inputs).model_validate(said), before)


def on_stream(heads: Mapping[str, int]) -> dict[str, int]:
    roles = streaming().roles
    return {role: people for role, people in heads.items() if people and roles[role].function == "live-stream"}


@pytest.mark.parametrize("orders", [4, 60, 150, 300, 700])
@pytest.mark.parametrize(
    ("hours", "team"),
    [
        (0, {}),
        (20, dict.fromkeys(THREE, 1)),
        (24, {**dict.fromkeys(SIX, 1), "live-anchor": 2}),
        (30, {**dict.fromkeys([*SIX, "stream-promoter"], 1), "live-anchor": 2}),
        (60, {**dict.fromkeys([*SIX, "stream-promoter"], 2), "live-anchor": 3}),
    ],
)
def test_the_team_follows_the_hours_whatever_the_orders(orders: int, hours: int, team: dict[str, int]) -> None:
    assert on_stream(asked(orders, hours).heads) == team


def test_up_to_five_hours_a_week_the_owner_streams() -> None:
    few, more = asked(4, 5), asked(4, 5.5)
    assert on_stream(few.heads) == {}
    assert {"go-on-air", "assist-stream", "run-control-desk"} <= {each.duty for each in few.owner() if each.hours}
    assert set(on_stream(more.heads)) == set(THREE)


@pytest.mark.parametrize("hours", [7, 20, 20.5, 39, 41, 60, 61, 84])
def test_an_anchor_is_on_air_for_four_hours_a_day_and_absence_hires_nobody(hours: float) -> None:
    for attendance in ("88%", "96%"):
        people = asked(300, hours, assumptions={"attendance": attendance}).heads["live-anchor"]
        assert people == ceil(hours / (4 * 5))


@pytest.mark.parametrize(("hours", "away"), [(20, "1.2"), (30, "1.8"), (60, "3.6")])
def test_absence_is_told_in_hours_a_week(hours: int, away: str) -> None:
    question = asked(300, hours)
    advice = {each.id: each for each in recommend(streaming(), question.store).advice}
    assert f"{away} hours a week" in advice["anchor-absent"].en
    assert f"每周约 {away} 小时" in advice["anchor-absent"].zh
    assert "anchor-absent" not in {each.id for each in recommend(streaming(), asked(300, 0).store).advice}


def test_who_does_the_work_of_a_post_that_has_not_split_off_is_told() -> None:
    reason = explain(streaming(), asked(300, 20).store, "control-desk")
    told = {each.what: each.values for each in reason.because}
    assert told["splits-above"]["role"] == "stream-operator"
    assert told["splits-above"]["amount"] == 20
    assert told["carried-by"] == {"duty": "run-control-desk", "by": "stream-operator"}
    assert explain(streaming(), asked(300, 20).store, "watch-stream-bids").what == "from-input"


def test_orders_from_streams_bring_a_wave_of_returns_to_service_and_warehouse() -> None:
    shelf, live = (asked(300, 30, live_share=share) for share in ("0%", "60%"))
    returns = [each.stage.loads.driver("returns").at(each.point) for each in (shelf, live)]
    assert [float(each) for each in returns] == pytest.approx([45, 45 + 300 * 0.6 * 0.15 * 0.85])
    for role in ("after-sale-service", "warehouse-keeper"):
        assert live.heads[role] == shelf.heads[role] + 1
    assert on_stream(live.heads) == on_stream(shelf.heads)


def test_womens_wear_comes_back_from_streams_as_often_as_its_source_says() -> None:
    """More than 80 % in streams, 50 to 60 % from the shelf, and never more than was sent."""
    all_live = asked(300, 30, live_share="100%", category="womens-wear")
    assert float(all_live.stage.loads.driver("returns").at(all_live.point)) / 300 == pytest.approx(0.7975)


@pytest.mark.parametrize("skills", [["operations", "marketing", "design"], []])
def test_growth_in_orders_and_in_hours_costs_nobody_and_nobody_is_over_the_limit(skills: list[str]) -> None:
    fewer: dict[float, int] = {}
    for hours in (4.0, 5.1, 20.0, 20.1, 30.0, 60.1):
        last, before = 0, None
        for orders in (3.0, 150.0, 270.0, 520.0):
            before = asked(orders, hours, before, founder_skills=skills)
            people = sum(before.heads.values())
            assert people >= max(last, fewer.get(orders, 0)), (hours, orders)
            last = fewer[orders] = people
            limit = owner_limit(before.playbook, before.shop.amounts, None)
            assert limit is not None
            assert hours_carried(before.owner()) <= limit, (hours, orders)
            for role, post in before.stage.posts.items():
                assert post.post.exactly is not None or before.fte(post) <= before.heads[role] or not before.heads[role]


def test_a_title_that_has_not_split_off_works_where_its_duties_are() -> None:
    team = {"roles": {"control-desk": 1, "stream-service": 1}}
    present = present_of(asked(4, 20, team=team))
    assert present is not None
    assert {(each.title, each.role) for each in present.reads} == {
        ("control-desk", "stream-operator"),
        ("stream-service", "stream-assistant"),
    }
    assert not present.spare


@pytest.mark.parametrize(
    ("lang", "rule", "told"),
    [
        ("en", "splits from Stream operator above 20 hours of streaming a week", "Nobody is hired for absence"),
        ("zh", "每周直播小时超过 20 后从直播运营拆出", "不为缺勤另配人"),
    ],
)
def test_the_pages_say_where_a_post_splits_off_and_what_absence_leaves(lang: Language, rule: str, told: str) -> None:
    words = Words(Speaker(lang), streaming())
    stage = detail_shown(stage_detail(streaming(), "half-year"), words)
    anchor = shown(explain(streaming(), asked(300, 30).store, "live-anchor"), words)
    assert rule in text_of(stage, "markdown")
    assert told in text_of(anchor, "markdown")


@pytest.mark.parametrize("name", shipped())
def test_it_lies_over_every_playbook(name: str) -> None:
    playbook, problems = inspect(Overlaid(playbook_folder(name), (STREAM,)))
    assert problems == []
    assert playbook is not None
    store = store_type(playbook.frame.inputs).model_validate({"visitors": 15000, "conversion": "2%", "live_hours": 30})
    heads = ask(playbook, store).heads
    assert sum(heads[role] for role in [*SIX, "stream-promoter"]) == 7
