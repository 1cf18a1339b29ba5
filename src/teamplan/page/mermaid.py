"""Owns Mermaid output of a chart: a flowchart to paste into Markdown. Texts are data: no character is syntax."""

import re
from collections.abc import Iterator, Sequence

from teamplan.page.answer import Answer
from teamplan.page.drawn import Numbered, chart_of, numbered
from teamplan.page.problems import printable

PLAIN = " ,:()×、：，；（）"  # what stands as it is, beside letters and digits
MARKS = re.compile(r"[.-](?! )")  # these as well, unless they might begin an item of a list
BREAK = "<br/>"


def text(answer: Answer) -> str:
    """The chart of an answer as a Mermaid flowchart."""
    return "".join(f"{line}\n" for line in _lines([*numbered(chart_of(answer))]))


def _lines(boxes: Sequence[Numbered]) -> Iterator[str]:
    yield "flowchart TB"
    for number, _, box in boxes:
        label = BREAK.join(escaped(line) for line in (box.title, *box.lines))
        opening, closing = ("([", "])") if box.frame else ("[", "]")
        yield f'  n{number}{opening}"{label}"{closing}{":::vacant" if box.dashed else ""}'
    for number, above, box in boxes:
        if above is not None:
            yield f"  n{above} {'-.-' if box.dashed else '---'} n{number}"
    yield "  classDef vacant stroke-dasharray:5 5"


def escaped(line: str) -> str:
    """A text in which every character that might be syntax is its number: Mermaid shows the character itself."""
    shown = printable(line)
    return "".join(char if _plain(shown, place) else f"#{ord(char)};" for place, char in enumerate(shown))


def _plain(line: str, place: int) -> bool:
    return line[place].isalnum() or line[place] in PLAIN or MARKS.match(line, place) is not None
