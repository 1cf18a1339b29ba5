"""A multiplier that a playbook adds in YAML alone, as `peak`, its page and the schema know it, in both languages."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from teamplan.language import LANGUAGES, Language, Speaker
from teamplan.page.terminal import text
from teamplan.page.words import Words
from teamplan.playbook.playbook import Playbook
from teamplan.questions.peak.answer import peak
from teamplan.questions.peak.page import shown
from teamplan.questions.peak.result import Peak, PeakRequest
from teamplan.questions.recommend.answer import recommend
from teamplan.reading.load import load
from teamplan.reading.places import built_in
from tests.cli.prompt import teamplan
from tests.shops import store

MULTIPLIERS = """\
multipliers:
  pictures:
    driver: images
    name: {en: Pictures, zh: 拍图}
    wave: {en: pictures, zh: 拍图}
"""
SALE = """
events:
  sale: {name: {en: Sale, zh: 特卖}, month_day: "05-05", level: A, window: [{days: 0, visitors: {JUDGED}}]}
"""
JUDGED = "value: 3, range: [2, 4], grade: J, reason: {en: A guess, zh: 估计}"


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the built-in playbook in which the first phase of Double 12 brings three times the images."""
    folder = tmp_path_factory.mktemp("multiplier") / "mine"
    copytree(built_in(), folder)
    _change(folder / "events.yaml", "multipliers:\n", MULTIPLIERS)
    _change(
        folder / "events.yaml", "      - days: [-3, -1]\n", f"      - days: [-3, -1]\n        pictures: {{{JUDGED}}}\n"
    )
    _change(folder / "events.yaml", "  receive-goods: $", "  product-images: $goods_wait_days\n  receive-goods: $")
    return folder


def _change(path: Path, old: str, new: str) -> None:
    text_ = path.read_text(encoding="utf-8")
    assert old in text_
    path.write_text(text_.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def playbook_of_mine(mine: Path) -> Playbook:
    return load(mine, events=True)


@pytest.fixture(scope="module")
def found(playbook_of_mine: Playbook) -> Peak:
    return peak(playbook_of_mine, store(orders=150), PeakRequest("double-12", mix="rule"))


def test_the_days_have_its_driver_and_the_work_that_comes_of_it(found: Peak) -> None:
    days = {day.day: day for day in found.days}
    assert list(days[0].times) == ["visitors", "conversion", "orders", "images", "chats", "returns"]
    assert [days[day].times["images"] for day in (-3, -1, 0, 4)] == [3, 3, 1, 1]  # new products hang on no orders
    assert days[-1].drivers["images"] == pytest.approx(3 * days[0].drivers["images"])
    assert days[-1].work["product-images"] == pytest.approx(3 * days[0].work["product-images"], abs=0.05)
    assert [(each.day, each.values.get("times")) for each in found.dates if each.what == "images-peak"] == [(-3, 3)]
    assert [each.day for each in found.dates if each.what == "images-end"] == [-1]


@pytest.mark.parametrize(
    ("language", "column", "told"),
    [
        ("en", "Pictures", "the most pictures, 3 times an ordinary day"),
        ("zh", "拍图", "拍图高峰，为平日的 3 倍"),
    ],
)
def test_the_page_names_it(playbook_of_mine: Playbook, found: Peak, language: Language, column: str, told: str) -> None:
    assert language in LANGUAGES
    answer = shown(found, Words(Speaker(language), playbook_of_mine))
    page = text(answer)
    assert column in page
    assert told in page


def test_the_schema_has_it_and_refuses_what_is_not_declared(mine: Path) -> None:
    phase = json.loads(teamplan("schema", "events", "--playbook", str(mine)).stdout)["$defs"]["Phase"]
    assert phase["additionalProperties"] is False
    assert {"days", "visitors", "chats", "pictures"} <= phase["properties"].keys()
    assert "pictures" not in json.loads(teamplan("schema", "events").stdout)["$defs"]["Phase"]["properties"]


def test_events_that_declare_none_follow_the_formulas(mine: Path, tmp_path: Path) -> None:
    folder = tmp_path / "bare"
    copytree(mine, folder)
    (folder / "categories.yaml").unlink()
    head = (folder / "events.yaml").read_text(encoding="utf-8").partition("\nmultipliers:")[0]
    (folder / "events.yaml").write_text(head + SALE.replace("JUDGED", JUDGED), encoding="utf-8")
    bare = load(folder, events=True)
    found = peak(bare, store(orders=30), PeakRequest("sale", mix="rule"))
    assert [(day.day, day.times) for day in found.days] == [(0, {"visitors": 3, "conversion": 1, "orders": 3})]
    usual = recommend(bare, store(orders=30)).drivers
    assert {
        name: found.days[0].drivers[name] / usual[name] for name in ("chats", "returns", "images")
    } == pytest.approx({"chats": 3, "returns": 3, "images": 1})
