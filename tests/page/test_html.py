"""HTML: well formed, closed in itself, and no text of a user is anything but a text."""

import re
from base64 import b64encode
from collections.abc import Callable
from datetime import date
from hashlib import sha256

import pytest

from teamplan.language import LANGUAGES, Speaker
from teamplan.page.answer import Answer
from teamplan.page.blocks import Bar, Block, Box, Bullets, Gantt, Labelled, Lines, Page, Title, Tree
from teamplan.page.formats import text_of
from teamplan.page.table import Column, Grid, Shown, table
from teamplan.questions.hire.words import WORDS as HIRING
from tests.page.documents import elements, programs, said
from tests.questions.orgchart.test_drawing import HOSTILE, hostile

ATTACKS = ["</script><img src=x onerror=alert(1)>", '"><svg onload="x">', "' autofocus onfocus='x", "<!--", "]]>"]
DAYS = (date(2026, 12, 1), date(2026, 12, 20), date(2027, 1, 15), date(2027, 2, 1))
TEXTS: dict[str, Callable[[str], Block]] = {
    "title": Title,
    "lines": lambda text: Lines((text, "a\nb")),
    "bullets": lambda text: Bullets((text,)),
    "boxes": lambda text: Bullets((text, "done"), (False, True)),
    "labelled": lambda text: Labelled(((text, text + "\n" + text),)),
    "tree": lambda text: Tree(text, (Tree(text, (Tree("leaf"),)),)),
    "gantt": lambda text: Gantt(date(2026, 11, 5), date(2027, 5, 31), (text, Bar(text, *DAYS[:3], DAYS[1]))),
    "grid": lambda text: Grid((text, ""), ((text, text),), frozenset({1}), frozenset({0})),
    "table": lambda text: table((Column("a", text, "date"), Column("b", text)), ({"a": Shown(1, text), "b": text},)),
}


def answer(*blocks: Block, chart: Box | None = None) -> Answer:
    return Answer(lambda: Page(blocks), dict, tuple, chart=None if chart is None else lambda: chart)


def html(*blocks: Block) -> str:
    return text_of(answer(*blocks), "html")


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("text", [*ATTACKS, *HOSTILE])
def test_a_text_stays_a_text_in_every_block(kind: str, text: str) -> None:
    block, safe = TEXTS[kind](text), TEXTS[kind]("safe")
    written, usual = html(Title("t"), block), html(Title("t"), safe)
    assert [each.tag for each in elements(written) if each.tag != "code"] == [each.tag for each in elements(usual)]
    names = [sorted(each.attrib) for each in elements(usual)]
    assert [sorted(each.attrib) for each in elements(written) if each.tag != "code"] == names
    assert text.replace("`", "") in said(written).replace("`", "")


def test_names_are_texts_in_a_chart_and_in_the_tree_that_is_heard() -> None:
    written = text_of(hostile(), "html")
    assert {each.tag for each in elements(written)}.isdisjoint({"img", "b", "script"})
    assert said(written).replace(" ", "").count("<script>alert(1)</script>") == 2
    assert [each.attrib["aria-hidden"] for each in elements(written) if each.tag == "svg"] == ["true"]


def test_control_codes_are_spelled_out() -> None:
    written = html(Title("a\x1b[31m\u202e"), Lines(("b\x00\x07",)))
    assert "\\x1b[31m\\u202e" in said(written)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", written)


def test_the_policy_allows_what_is_inside_and_nothing_else() -> None:
    for written in (html(Title("t")), html(Title("t"), TEXTS["boxes"]("x"))):
        policies = [each.attrib["content"] for each in elements(written) if "http-equiv" in each.attrib]
        assert len(policies) == 1
        assert policies[0].startswith("default-src 'none'; ")
        inside = [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for _, text in programs(written)]
        assert re.findall("'sha256-[^']*'", policies[0]) == inside
        assert "unsafe" not in policies[0]
        assert not re.search(r"(?:src|href|action)=\"(?!data:,)", written)
        assert not re.search(r"https?:|url\(|@import|\son[a-z]+=| style=", written)


def test_boxes_alone_bring_a_script() -> None:
    assert len(programs(html(Title("t"), Bullets(("a",))))) == 1
    written = html(Title("List"), Bullets(("a & b", "c"), (False, True)))
    assert len(programs(written)) == 2
    boxes = [each.attrib for each in elements(written) if each.tag == "input"]
    assert [(each["data-tick"], "checked" in each) for each in boxes] == [("List/a & b", False), ("List/c", True)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_says_its_language_and_its_title(language: str) -> None:
    given = answer(Title("团队 & more"))._replace(language="zh" if language == "zh" else "en")
    written = text_of(given, "html")
    assert elements(written)[0].attrib["lang"] == {"en": "en", "zh": "zh-Hans"}[language]
    assert [each.text for each in elements(written) if each.tag in ("title", "h1")] == ["团队 & more"] * 2


def test_headings_go_down_one_by_one_and_a_tree_alone_has_one() -> None:
    page = html(Title("a"), Title("b"), Lines(("x",)), Title("c"))
    assert [each.tag for each in elements(page) if re.fullmatch("h[1-6]", each.tag)] == ["h1", "h2", "h2"]
    alone = html(Tree("why", (Tree("because"),)))
    assert [each.text for each in elements(alone) if each.tag in ("h1", "title")] == ["why", "why"]


def test_a_table_has_heads_a_caption_and_a_box_that_the_keyboard_reaches() -> None:
    columns = (Column("role", "Role"), Column("people", "People", right=True), Column("bar", ""))
    rows = [{"role": "Sum", "people": 3}, {"role": Shown("a", "  Agent"), "people": 3}]
    written = html(Title("Team"), table(columns, rows, sums=frozenset({0})))
    found = elements(written)
    assert [each.attrib.get("scope") for each in found if each.tag == "th"] == ["col", "col", "row", "row"]
    assert [each.text for each in found if each.tag == "caption"] == ["Team"]
    assert [each.attrib["tabindex"] for each in found if each.attrib.get("class") == "wide"] == ["0"]
    assert [each.attrib.get("class") for each in found if each.tag == "tr"] == [None, "strong", None]
    assert [each.text for each in found if each.attrib.get("class") == "indent"] == ["Agent"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_legend_of_a_chart_shows_each_mark_as_it_is_drawn(language: str) -> None:
    legend = Speaker("zh" if language == "zh" else "en").with_own(HIRING)("hiring.legend")
    found = elements(html(Title("t"), TEXTS["gantt"]("Packer"), Lines((legend,))))
    marks = [each.attrib["class"] for each in found if each.attrib.get("class", "").startswith("swatch")]
    assert marks == [f"swatch {each}" for each in ("search", "ramp", "work", "nobody", "partly")]
    drawn = [each.attrib["class"] for each in found if each.tag == "rect"]
    assert drawn == ["search", "ramp", "partly", "work"] or drawn == ["search", "partly", "work"]


def test_a_bar_of_dates_is_as_long_as_its_days() -> None:
    bar = Bar("Packer", date(2027, 1, 1), date(2027, 1, 21), date(2027, 2, 10), date(2027, 1, 11))
    found = elements(html(Title("t"), Gantt(date(2027, 1, 1), date(2027, 3, 11), (bar,))))
    rects = [each.attrib for each in found if each.tag == "rect"]
    assert [each["class"] for each in rects] == ["search", "nobody", "partly", "work"]
    widths = [float(each["width"]) for each in rects]
    assert widths == pytest.approx([620 * days / 70 for days in (10, 10, 20, 29)], abs=0.11)
    ends = [float(each["x"]) + float(each["width"]) for each in rects]
    assert ends[:-1] == pytest.approx([float(each["x"]) for each in rects[1:]], abs=0.11)


def test_what_is_to_be_typed_is_set_apart() -> None:
    found = elements(html(Title("t"), Lines(("give `--order-value` and <b>", "`"))))
    assert [each.text for each in found if each.tag == "code"] == ["--order-value"]


def test_the_same_answer_is_the_same_bytes() -> None:
    blocks = [make("x & y") for make in TEXTS.values()]
    assert html(Title("t"), *blocks) == html(Title("t"), *blocks)
