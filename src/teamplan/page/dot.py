"""Owns Graphviz DOT output of a chart. Texts are data: quotes, backslashes and entities of theirs are escaped."""

from collections.abc import Iterator, Sequence

from teamplan.page.answer import Answer
from teamplan.page.drawn import Numbered, chart_of, numbered
from teamplan.page.problems import printable


def text(answer: Answer) -> str:
    """The chart of an answer as a directed graph."""
    return "".join(f"{line}\n" for line in _lines([*numbered(chart_of(answer))]))


def _lines(boxes: Sequence[Numbered]) -> Iterator[str]:
    yield "digraph organisation {"
    yield '  graph [charset="UTF-8"]'
    yield '  node [shape=box, fontname="sans-serif"]'
    yield "  edge [dir=none]"
    for number, _, box in boxes:
        label = "\\n".join(escaped(line) for line in (box.title, *box.lines))
        styles = [style for style, on in (("dashed", box.dashed), ("rounded", box.frame)) if on]
        style = f', style="{",".join(styles)}"' if styles else ""
        yield f'  n{number} [label="{label}"{style}]'
    for number, above, box in boxes:
        if above is not None:
            yield f"  n{above} -> n{number}{' [style=dashed]' if box.dashed else ''}"
    yield "}"


def escaped(line: str) -> str:
    """A text within quotes: Graphviz reads entities like `&lt;` there, and escapes after a backslash."""
    return printable(line).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
