"""In a browser: the slider says what the engine says at every float; everybody can read, steer and print a report."""

from collections.abc import Iterator
from math import inf, nextafter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from teamplan.engine.linear import ORDERS
from teamplan.engine.pay.payroll import payroll_of
from teamplan.engine.question import Question
from teamplan.engine.volume import Volume, volume_of
from teamplan.language import LANGUAGES, Language, Speaker
from teamplan.page.formats import text_of
from teamplan.page.words import Words
from teamplan.playbook.store import Store, Team
from teamplan.questions.recommend.next_hire import next_at
from teamplan.questions.report.answer import Report
from teamplan.questions.report.moving import moving_markup
from teamplan.questions.report.words import WORDS
from teamplan.reading.places import BUILT_IN
from tests.page.browser import launched, needs_axe, needs_playwright, violations, visited
from tests.page.documents import elements
from tests.questions.report.made import DAYS, PLAYBOOKS, SHOP, TRADE, built, made, of, told
from tests.questions.report.test_report import ATTACK, hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [needs_playwright, pytest.mark.xdist_group("browser")]
RANDOM = 10_000
NEXT = 400  # volumes, beside every breakpoint, at which the next hire is asked of the engine
ASK = """shops => shops.map(function ([visitors, percent, orders]) {
  const empty = { visitors: null, conversion: null, orders: null };
  let volume = orders === null ? empty : { visitors: null, conversion: null, orders: orders };
  if (orders === null) {
    const v = teamplan.amount(visitors), c = teamplan.share(percent);
    volume = { visitors: v, conversion: c, orders: v * c };
  } else if (percent !== null) {
    volume = teamplan.moved({ visitors: 1, conversion: teamplan.share(percent), orders: 0 }, "orders", orders);
  }
  const found = teamplan.team(volume);
  if (found === null) return null;
  const next = found.next === null ? null : [found.next, found.posts[found.next].enough];
  return [volume.orders, found.stage, found.posts.map(each => each.people), found.costs, next];
})"""
Asked = tuple[str | None, str | None, float | None]  # visitors and conversion as typed, orders


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    with launched() as browser:
        yield browser


def written(folder: Path, text: str) -> Path:
    file = folder / "report.html"
    file.write_text(text, encoding="utf-8")
    return file


def edges(found: Report) -> list[float]:
    """Every breakpoint in orders a day that the page knows, with the floats beside it, and the ends."""
    assert found.moving is not None
    steps = found.moving.steps
    points = {
        at for stage in steps.stages for each in stage.roles.values() if each.by == ORDERS for at in each.one_more_from
    }
    points |= {stage.from_orders for stage in steps.stages} | {steps.most_orders}
    around = {side for at in points for side in (nextafter(at, -inf), at, nextafter(at, inf))}
    return sorted(each for each in around if 0 <= each <= steps.most_orders)


def shops(found: Report) -> list[Asked]:
    """The shops that a page is asked about: at every edge, and at volumes by chance, each as somebody types it."""
    assert found.moving is not None
    conversion = "4.5" if found.plan.store.conversion is not None else None
    random = Random(7)
    most = found.moving.steps.most_orders
    typed: list[Asked] = []
    while len(typed) < RANDOM:
        visitors, percent = (
            str(round(random.uniform(0, 40_000), random.choice((0, 0, 1)))),
            f"{random.uniform(0.1, 12):.2f}",
        )
        if float(visitors) * float(percent) / 100 < most:
            typed.append((visitors, percent, None))
    return [*((None, conversion, orders) for orders in edges(found)), *typed]


def volume_at(shop: Asked, kind: type[Store]) -> Volume:
    """The volume of a shop as the engine reads it; orders alone go with the visitors of their conversion."""
    visitors, percent, orders = shop
    if percent is None:
        return Volume(orders or 0.0)
    volume = volume_of(kind.model_validate({"visitors": visitors or 1, "conversion": f"{percent}%"}))
    return volume if orders is None else volume.at_orders(orders)


def answered(question: Question, volume: Volume) -> tuple[str, dict[str, int]]:
    """The stage and the people that the engine asks for."""
    stage = question.shop.curves(None, volume.orders)
    return stage.stage_id, {role: people for role, people in stage.headcounts(volume.at).items() if people}


def following(question: Question, volume: Volume, most: float) -> tuple[str, float] | None:
    """The next hire by the curves of the roles, as `recommend` tells it."""
    stage = question.shop.curves(None, volume.orders).seen_at(volume.orders)
    here = question.with_(volume=volume, stage=stage, heads=stage.headcounts(volume.at))
    found = ((role, next_at(here, post, here.heads[role])) for role, post in stage.posts.items())
    coming = [(at.orders, role) for role, at in found if at is not None and nextafter(at.orders, inf) <= most]
    return (min(coming)[1], min(coming)[0]) if coming else None


@pytest.mark.parametrize("name", PLAYBOOKS)
def test_the_slider_is_the_engine(name: str, browser: "Browser", tmp_path: Path) -> None:
    """Stage, people and cost at every breakpoint, both floats beside it, and 10,000 shops; the next hire at many."""
    playbook, organisation = of(name)
    found = made(playbook, organisation, **SHOP)
    assert found.moving is not None
    asked_for = shops(found)
    with visited(browser, written(tmp_path, text_of(told(found, organisation), "html"))) as page:
        answers = page.evaluate(ASK, asked_for)
    question, moving, kind = found.question, found.moving, type(found.question.store)
    payroll, roles, most = payroll_of(question.playbook, question.store), list(moving.each), moving.steps.most_orders
    stages = [each.stage for each in moving.steps.stages]
    costs: dict[tuple[int, ...], list[int]] = {}
    asked_next = {*range(len(asked_for) - RANDOM), *Random(8).sample(range(len(asked_for)), NEXT)}
    for place, (shop, told_) in enumerate(zip(asked_for, answers, strict=True)):
        volume = volume_at(shop, kind)
        orders, stage, people, cost, coming = told_
        assert orders == volume.orders, shop
        heads = {role: count for role, count in zip(roles, people, strict=True) if count}
        assert (stages[stage], heads) == answered(question, volume), shop
        if tuple(people) not in costs:
            costs[tuple(people)] = [end.coins for end in payroll.month(heads)]
        assert cost == costs[tuple(people)], shop
        if place in asked_next:
            expected = following(question, volume, most)
            assert (None if coming is None else (roles[coming[0]], coming[1])) == expected, shop


def told_parts(markup: str) -> dict[str, str]:
    """What stands in a part that moves: its sentences and the visible rows of its table."""
    found = elements(f"<!DOCTYPE html>\n<html>{markup}</html>")
    texts = {each.attrib["id"]: each.text or "" for each in found if each.attrib.get("id", "").startswith("move-")}
    kept = ("move-summary", "move-cost", "move-next", "move-people", "move-total")
    rows = [each for each in found if "data-role" in each.attrib and "hidden" not in each.attrib]
    lines = {each.attrib["data-role"]: " | ".join("".join(cell.itertext()) for cell in each) for each in rows}
    return {name: texts[name] for name in kept} | lines


READ = """() => Object.fromEntries([
  ...["summary", "cost", "next", "people", "total"].map(id => "move-" + id)
    .map(id => [id, document.getElementById(id).textContent]),
  ...[...document.querySelectorAll("tr[data-role]")].filter(row => !row.hidden)
    .map(row => [row.dataset.role, [...row.cells].map(cell => cell.textContent).join(" | ")]),
])"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_moved_page_reads_as_the_report_of_that_shop(language: Language, browser: "Browser", tmp_path: Path) -> None:
    playbook, organisation = of(BUILT_IN)
    words = Words(Speaker(language), playbook).of(WORDS)
    with visited(browser, written(tmp_path, text_of(built(language), "html"))) as page:
        for visitors, percent in (
            ("6000", "4.5"),
            ("150", "2"),
            ("1,777.5", "4.5"),
            ("20000", "7.3"),
            ("11111", "4.4999"),
        ):
            page.fill("#move-visitors", visitors)
            page.fill("#move-conversion", f"{percent} %" if language == "zh" else percent)
            shop = made(playbook, organisation, visitors=visitors.replace(",", ""), conversion=f"{percent}%")
            assert shop.moving is not None
            assert page.evaluate(READ) == told_parts(moving_markup(shop.moving, shop, words))
        for orders in ("199.99", "200", "0", "1990", "350", "12.5"):
            page.fill("#move-orders", orders)
            shop = made(playbook, organisation, orders=orders, conversion="4.4999%")
            assert shop.moving is not None
            assert page.evaluate(READ) == told_parts(moving_markup(shop.moving, shop, words))
        page.click("#move-reset")
        assert page.evaluate(READ)["move-people"] == "14"


def test_what_cannot_be_read_or_is_not_known_is_said(browser: "Browser", tmp_path: Path) -> None:
    with visited(browser, written(tmp_path, text_of(built(), "html"))) as page:
        before = page.evaluate(READ)
        for field, given in (
            ("orders", "many"),
            ("conversion", "140"),
            ("visitors", "-5"),
            ("orders", "1e3"),
            ("orders", ""),
        ):
            page.fill(f"#move-{field}", given)
            assert given in page.inner_text("#move-unreadable")
            assert page.get_attribute(f"#move-{field}", "aria-invalid") == "true"
            assert page.evaluate(READ) == before
        page.fill("#move-orders", "6001")
        assert "6,000 orders a day" in page.inner_text("#move-outside")
        page.fill("#move-orders", "300")
        assert page.is_hidden("#move-outside")
        assert page.is_hidden("#move-unreadable")
        assert page.inner_text("#move-moved") == "Moved: this part shows 300 orders a day, all others 270."
        page.click("#move-reset")
        assert page.is_hidden("#move-moved")
        assert page.evaluate(READ) == before


def test_a_name_that_attacks_stays_a_text_also_when_it_moves(browser: "Browser", tmp_path: Path) -> None:
    playbook, organisation = of(BUILT_IN)
    team = Team.model_validate({"people": {"boss": {"name": ATTACK, "role": "designer"}}})
    found = made(hostile(playbook), organisation, DAYS, trade=TRADE, team=team, **SHOP)
    with visited(browser, written(tmp_path, text_of(told(found, organisation), "html"))) as page:
        for _ in range(2):
            assert page.locator("img").count() == 0
            assert ATTACK in page.inner_text("#move-summary")
            page.fill("#move-orders", "450")


@needs_axe
@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_kept_out(language: Language, browser: "Browser", tmp_path: Path) -> None:
    file = written(tmp_path, text_of(built(language), "html"))
    for scheme, width in (("light", 375), ("dark", 1280)):
        with visited(browser, file, color_scheme=scheme, viewport={"width": width, "height": 800}) as page:
            page.fill("#move-orders", "350")
            page.evaluate(
                "document.querySelectorAll('#money details, #reasons details').forEach(each => each.open = true)"
            )
            assert page.evaluate("document.documentElement.scrollWidth") == width
            page.evaluate("document.querySelectorAll('#reasons > ul + ul details').forEach(each => each.open = false)")
            assert violations(page) == []


@needs_axe
def test_axe_finds_what_is_wrong(browser: "Browser", tmp_path: Path) -> None:
    spoiled = text_of(built(), "html").replace('lang="en"', "").replace('<label for="move-orders">', "<label>")
    visit = browser.new_context().new_page()
    visit.goto(written(tmp_path, spoiled).as_uri())
    assert [each.split(":")[0] for each in violations(visit, "html-has-lang", "label")] == ["html-has-lang", "label"]
    visit.context.close()


def test_the_keyboard_is_enough(browser: "Browser", tmp_path: Path) -> None:
    def reach(page: "Page", wanted: str) -> None:
        for _ in range(200):
            page.keyboard.press("Tab")
            if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
                return
        raise AssertionError(f"Tab never reaches {wanted}")

    with visited(browser, written(tmp_path, text_of(built(), "html"))) as page:
        reach(page, "#move-slider")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        for _ in range(15):
            page.keyboard.press("ArrowRight")
        assert page.input_value("#move-orders") == "285"
        assert page.evaluate(READ)["move-people"] == "15"
        reach(page, "#move-reset")
        page.keyboard.press("Enter")
        assert page.evaluate(READ)["move-people"] == "14"
        reach(page, "#reasons summary")
        page.keyboard.press("Enter")
        assert page.locator("#reasons details[open]").count() == 1
        reach(page, "#checklist input")
        page.keyboard.press("Space")
        name = page.evaluate("document.activeElement.dataset.tick")
        page.reload()
        assert page.evaluate("[...document.querySelectorAll('input:checked')].map(each => each.dataset.tick)") == [name]


def test_it_prints_what_it_shows(browser: "Browser", tmp_path: Path) -> None:
    with visited(browser, written(tmp_path, text_of(built(), "html"))) as page:
        page.fill("#move-orders", "350")
        page.emulate_media(media="print")
        assert page.is_hidden("#move-slider")
        assert page.is_hidden("nav")
        assert page.is_visible("#move-moved")
        assert page.is_hidden("#reasons details li >> nth=0")
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert page.is_visible("#reasons details li >> nth=0")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        printed = page.pdf(prefer_css_page_size=True)
        assert printed.startswith(b"%PDF-")
        assert len(printed) > 50_000


def test_without_scripts_every_table_stands(browser: "Browser", tmp_path: Path) -> None:
    text = text_of(built(), "html")
    with visited(browser, written(tmp_path, text), java_script_enabled=False) as page:
        assert page.is_hidden("#move-slider")
        assert page.inner_text("#move-people") == "14"
        tables = len([each for each in elements(text) if each.tag == "table"])
        assert page.locator("table").count() == tables
        assert page.locator("section > .wide table").count() > 5
