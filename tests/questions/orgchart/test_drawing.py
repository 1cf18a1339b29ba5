"""Drawings: each person in one box, vacancies dashed, and no name of a user becomes markup in any format."""

import re
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from teamplan.language import LANGUAGES, Language, Speaker
from teamplan.page import terminal
from teamplan.page.answer import Answer
from teamplan.page.blocks import Box
from teamplan.page.formats import DRAWINGS, FORMATS, text_of
from teamplan.page.words import Words
from teamplan.playbook.store import Team
from teamplan.questions.orgchart.page import shown
from teamplan.questions.orgchart.words import WORDS
from tests.page.charts import (
    needs_browser,
    needs_dot,
    needs_mermaid,
    outside_of_boxes,
    read_dot,
    read_mermaid,
    shown_by_mermaid,
)
from tests.questions.orgchart.test_answer import charted, organisation

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    '<script>alert(1)</script>', 'a"]; click n1 "x', "b\\n\\N\\G", "<b>&lt;c&gt;&amp;</b>", "=1+1", "#quot;#35;x;",
    "`d` **e** [f](g)", "n1 --> n2", "1. h", "- i", "%% j", "]]> -- }", "end", "王芳 & 李娜", "{k}", "$l$",
    "'m'", "n|o",
]  # fmt: skip


def answer(language: Language = "en", **given: Any) -> Answer:
    playbook, known = organisation()
    template = given.pop("template", None)
    return shown(charted(template, **given), Words(Speaker(language), playbook), known)


def boxes(box: Box) -> list[Box]:
    return [box, *(each for below in box.below for each in boxes(below))]


def chart(given: Answer) -> list[Box]:
    assert given.chart is not None
    return boxes(given.chart())


@cache
def hostile() -> Answer:
    people = {name: {"name": name, "role": "designer", "reports_to": "end"} for name in HOSTILE if name != "end"}
    end = {"name": "end", "role": "store-manager"}
    return answer(orders=270, team=Team.model_validate({"people": people | {"end": end}}))


@pytest.mark.parametrize("template", [None, "four-departments", "nine-roles"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_person_is_in_one_box(language: Language, template: str | None) -> None:
    drawn = chart(answer(language, orders=650, template=template, founder_skills=()))
    counted = 0
    words = Words(Speaker(language), organisation()[0])
    roles = {words.role(role) for role in organisation()[0].roles}
    for box in drawn:
        many = re.fullmatch(r"(\d+) × (.*)|(.*) (\d+) 人", box.title)
        if many and (many[2] or many[3]) in roles:
            counted += int(many[1] or many[4])
        else:
            counted += box.title in roles and not box.frame
    assert counted == len(charted(orders=650, founder_skills=()).people)


def test_vacancies_alone_are_dashed() -> None:
    drawn = chart(answer(orders=270, team=Team.model_validate({"roles": {"designer": 1}})))
    assert [box.title for box in drawn if not box.dashed and not box.listed] == ["Owner", "Designer"]
    assert not any(box.dashed for box in chart(answer(orders=270)))


@pytest.mark.parametrize("format_", [*FORMATS, *DRAWINGS])
def test_no_name_is_lost_in_a_format(format_: str) -> None:
    text = text_of(hostile(), format_)
    assert "王芳" in text
    assert "\x1b" not in text


def test_names_are_texts_in_svg() -> None:
    written = text_of(hostile(), "svg")
    root = ElementTree.fromstring(written)
    assert {element.tag for element in root.iter()} == {SVG + name for name in ("svg", "style", "rect", "path", "text")}
    told = "".join("".join(element.itertext()) for element in root.iter(SVG + "text"))
    assert all(name.replace(" ", "") in told.replace(" ", "") for name in HOSTILE)


def test_a_box_of_svg_is_inside_the_image_and_no_two_overlap() -> None:
    corner = ("x", "y", "width", "height")
    for given in (answer("zh", orders=650), answer(orders=2000), hostile()):
        root = ElementTree.fromstring(text_of(given, "svg"))
        rects = [tuple(float(rect.attrib[name]) for name in corner) for rect in root.iter(SVG + "rect")]
        for place, (x, y, width, height) in enumerate(rects):
            assert 0 <= x <= x + width <= float(root.attrib["width"])
            assert 0 <= y <= y + height <= float(root.attrib["height"])
            for left, top, other, tall in rects[:place]:
                apart = x >= left + other or left >= x + width or y >= top + tall or top >= y + height
                assert apart, "two boxes lie over each other"


def test_csv_and_markdown_keep_names_texts() -> None:
    assert "\n'=1+1" not in text_of(hostile(), "csv")
    assert ",'=1+1," in text_of(hostile(), "csv")
    assert "<script>" not in text_of(hostile(), "markdown").replace("\\<", "")


@needs_dot
@pytest.mark.parametrize("language", LANGUAGES)
def test_graphviz_reads_every_box_and_line(language: Language) -> None:
    given = answer(language, orders=650, template="four-departments")
    drawn = chart(given)
    labels, lines = read_dot(text_of(given, "dot"))
    assert sorted(labels) == sorted(f"n{number}" for number in range(1, len(drawn) + 1))
    assert len({head for _, head in lines}) == len(lines) == len(drawn) - 1
    assert [labels[f"n{number}"] for number in range(1, len(drawn) + 1)] == [
        "\\n".join((box.title, *box.lines)) for box in drawn
    ]


@needs_dot
def test_names_are_labels_in_dot() -> None:
    labels, lines = read_dot(text_of(hostile(), "dot"))
    assert len(lines) == len(labels) - 1
    told = unescape(" ".join(labels.values()).replace("\\\\", "\\"))
    assert all(name in told for name in HOSTILE)


@needs_mermaid
def test_mermaid_reads_every_box_and_line_and_names_are_texts() -> None:
    answers = [answer("zh", orders=650, template="four-departments"), answer(orders=270), hostile()]
    for given, read in zip(answers, read_mermaid([text_of(each, "mermaid") for each in answers]), strict=True):
        drawn = chart(given)
        assert [each["id"] for each in read["boxes"]] == [f"n{number}" for number in range(1, len(drawn) + 1)]
        assert [shown_by_mermaid(each["text"]) for each in read["boxes"]] == [[box.title, *box.lines] for box in drawn]
        assert [each["classes"] == ["vacant"] for each in read["boxes"]] == [box.dashed for box in drawn]
        assert len({end for _, end in read["lines"]}) == len(read["lines"]) == len(drawn) - 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_compared_fit_a_terminal_without_a_word_broken(language: Language) -> None:
    playbook, known = organisation()
    found = shown(charted(compare=True, orders=250), Words(Speaker(language), playbook), known)
    head = terminal.drawn(found.page(), 80, plain=True).split("─")[0]
    names = [names[LANGUAGES.index(language)] for key, names in WORDS.items() if key.startswith("chart.column.")]
    assert all(word in head for name in names for word in name.split())


def test_whoever_asks_another_question_for_a_drawing_is_told() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        text_of(answer(orders=5)._replace(chart=None), "svg")


@needs_browser
def test_a_browser_shows_every_text_within_a_box(tmp_path: Path) -> None:
    shops = [answer(language, orders=orders) for language in LANGUAGES for orders in (120, 650)]
    drawings = [text_of(each, "svg") for each in (*shops, hostile())]
    assert outside_of_boxes(drawings, tmp_path) == []
    astray = drawings[0].replace('y="34.5"', 'y="3000"', 1)
    assert astray != drawings[0]
    assert outside_of_boxes([astray], tmp_path) == ["Owner"]
