"""What is joined without rich is what rich draws, to the byte: for pages of commands, and for blocks of any text."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from teamplan.cli.run import run
from teamplan.page import terminal
from teamplan.page.blocks import Bar, Block, Bullets, Gantt, Labelled, Lines, Page, Title, Tree
from teamplan.page.cells import SURE, cells, sure
from teamplan.page.joined import joined
from teamplan.page.table import Grid
from teamplan.page.terminal import UNWRAPPED, drawn
from teamplan.page.wrapped import wrapped

WORDS = (
    *("a", "team", "  x", "y  ", "", "8 %", "→ ≤ 12", "a\nb", "\n", "x\n", "long word here", "a" * 30, "[bold]m[/]"),
    *("仓库管理员", "“引号”，。", "한국어", "é", "½", "─│", "…", "①", "★"),
    *("\ttab", "\x1b[31mred", "\u3000", "\u200b", "e\u0301", "👍", "👩\u200d👧", "\u2764\ufe0f", "☎"),
)
WIDTHS = (10, 20, 40, 60, 80, 100, 120, 160, UNWRAPPED)
texts = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
lists = st.lists(texts, max_size=4).map(tuple)
labels = texts.map(lambda text: text.replace("\n", " "))
bars = st.builds(
    Bar, labels, st.just(date(2026, 2, 3)), st.just(date(2026, 4, 5)), st.dates(date(2026, 6, 1)), st.dates()
)
trees = st.recursive(
    st.builds(Tree, texts), lambda inner: st.builds(Tree, texts, st.lists(inner, max_size=3).map(tuple)), max_leaves=8
)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    columns, rows = draw(st.integers(1, 5)), draw(st.integers(0, 4))
    row = st.tuples(*[texts] * columns)
    right, strong = draw(st.frozensets(st.integers(0, 4))), draw(st.frozensets(st.integers(0, 4)))
    return Grid(draw(row), tuple(draw(row) for _ in range(rows)), right, strong)


@st.composite
def bullets(draw: st.DrawFn) -> Bullets:
    items = draw(lists)
    return Bullets(items, draw(st.none() | st.tuples(*[st.booleans()] * len(items))))


blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Title, texts),
    st.builds(Lines, lists),
    bullets(),
    st.builds(Labelled, st.lists(st.tuples(texts, texts), max_size=4).map(tuple)),
    grids(),
    grids(),
    trees,
    st.builds(Gantt, st.just(date(2026, 1, 1)), st.just(date(2026, 12, 31)), st.tuples(labels, bars, bars)),
)


@given(block=blocks, width=st.sampled_from(WIDTHS))
@settings(derandomize=True, max_examples=1500, deadline=None)
def test_a_block_is_joined_as_rich_draws_it(block: Block, width: int) -> None:
    lines = joined(block, width)
    if lines is not None:
        drawn_by_rich = wrapped(block, width, plain=True)
        assert [line.rstrip() for line in lines] == [line.rstrip() for line in drawn_by_rich.split("\n")][:-1]


PAGES = {
    "recommend": ["recommend", "--orders", "270"],
    "details": ["recommend", "--orders", "270", "--details"],
    "explain": ["explain", "warehouse-keeper", "--orders", "270"],
    "checklist": ["checklist", "half-year"],
    "diff": ["diff", "three-months", "half-year"],
    "next": ["next", "--orders", "270", "--steps", "12"],
    "hire": ["hire", "--orders", "270", "--growth", "10%/month", "--from", "2026-12-01", "--today", "2026-11-01"],
    "service": ["service", "--chats", "300", "--open", "09:00-23:00"],
    "stages": ["stages", "show", "half-year"],
}


@pytest.fixture(scope="module")
def pages() -> dict[tuple[str, str], Page]:
    """The page of each command in each language, as it came to the printer."""
    found: dict[tuple[str, str], Page] = {}
    with pytest.MonkeyPatch.context() as patch:
        for name, arguments in PAGES.items():
            for language in ("en", "zh"):
                key = (name, language)
                patch.setattr(terminal, "text", lambda answer, key=key: found.update({key: answer.page()}) or "")
                assert run([*arguments, "--lang", language]) == 0
    return found


@pytest.mark.parametrize("width", [*range(40, 161, 10), UNWRAPPED])
def test_pages_are_printed_as_rich_draws_them(
    width: int, pages: dict[tuple[str, str], Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    mixed = {key: drawn(page, width, plain=True) for key, page in pages.items()}
    if width == UNWRAPPED:
        assert all(joined(block, width) is not None for page in pages.values() for block in page.blocks)
    monkeypatch.setattr(terminal, "joined", lambda *_: None)
    assert mixed == {key: drawn(page, width, plain=True) for key, page in pages.items()}


def test_colours_are_left_to_rich(pages: dict[tuple[str, str], Page], monkeypatch: pytest.MonkeyPatch) -> None:
    page = pages["recommend", "en"]
    coloured = drawn(page, 100, plain=False)
    assert re.search(r"\x1b\[1m", coloured)
    monkeypatch.setattr(terminal, "joined", lambda *_: pytest.fail("joined on a terminal with colours"))
    assert drawn(page, 100, plain=False) == coloured


def test_sure_characters_are_as_wide_as_rich_says() -> None:
    for first, last in SURE:
        for char in map(chr, range(first, last + 1)):
            assert cells(char) == cell_len(char) or not char.isprintable(), hex(ord(char))
    assert not any(map(sure, ("e\u0301", "👍", "❤️", "a\u200bb", "\u00ad")))
