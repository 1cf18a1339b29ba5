"""Markdown: a parser of it reads every text back as it was, wherever it stands, and sees no markup in it."""

import pytest
from markdown_it import MarkdownIt

from teamplan.page.blocks import Block, Bullets, Labelled, Lines, Page, Title, Tree
from teamplan.page.markdown import markdown
from teamplan.page.table import Grid

HOSTILE = [
    "&lt;", "&amp;lt;", "R&D", "~~x~~", "1. x", "2) x", "- x", "+ x", "-", "# x", "> x", "*x*", "_x_", "`x`", "[x](y)",
    "![x](y)", "<b>x</b>", "<!-- x -->", "a|b", "\\&amp;", "\\", "-5", "1.5", "王芳 & 李娜",
]  # fmt: skip
TEXT = {"text", "text_special", "softbreak", "hardbreak", "strong_open", "strong_close"}


def read(block: Block) -> list[str]:
    """The texts of a block as a reader of its Markdown sees them; refuses what is no text."""
    found = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown(Page((block,)))):
        if token.type == "inline":
            assert {child.type for child in token.children or ()} <= TEXT
            found.append("".join(child.content for child in token.children or ()))
        else:
            assert not token.content
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_read_back_as_it_was(text: str) -> None:
    assert read(Title(text)) == [text]
    assert read(Lines((text,))) == [text]
    assert read(Bullets((text, "x"))) == [text, "x"]
    assert read(Labelled(((text, text),))) == [f"{text}: {text}"]
    assert read(Tree(text, (Tree(text),))) == [text, text]
    assert read(Grid((text, "x"), ((text, "x"),))) == [text, "x", text, "x"]
