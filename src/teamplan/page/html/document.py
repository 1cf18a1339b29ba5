"""Owns HTML output: one document with its style and scripts inside, which may ask for nothing and run nothing else."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from teamplan.page.answer import Answer
from teamplan.page.blocks import Bullets
from teamplan.page.html.blocks import drawn, title_of
from teamplan.page.html.markup import Markup, plain, tag
from teamplan.record import Record

HERE = Path(__file__).parent
STYLE, TICKS = "page.css", "ticks.js"  # files beside this one
NOTHING = Markup()
TAGS = {"en": "en", "zh": "zh-Hans"}  # languages as HTML names them


class Head(Record):
    """What a document says of itself: its title, its language, and the names of the scripts that it runs."""

    title: str
    language: str
    scripts: tuple[str, ...] = ()


def text(answer: Answer) -> str:
    """The page of an answer as an HTML document, or the document that it has of its own."""
    if answer.html is not None:
        return answer.html()
    blocks = answer.page().blocks
    chart = None if answer.chart is None else answer.chart()
    ticked = any(isinstance(block, Bullets) and block.ticks is not None for block in blocks)
    head = Head(title_of(blocks), answer.language, (TICKS,) if ticked else ())
    return document(head, tag("main", drawn(blocks, chart=chart)))


def document(head: Head, body: Markup, data: Markup = NOTHING) -> str:
    """The whole document; `data` is what its scripts read. Its policy allows its style and scripts by their hashes."""
    style, scripts = _file(STYLE), [_file(each) for each in head.scripts]
    allowed = " ".join(map(_hash, scripts)) or "'none'"
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {allowed}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    inside = [
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name_="color-scheme", content="light dark"),
        tag("meta", name_="generator", content="teamplan"),
        tag("title", " ".join(head.title.split("\n"))),
        tag("link", rel="icon", href="data:,"),
        Markup(f"<style>{style}</style>"),
    ]
    running = [Markup(f"<script>{each}</script>") for each in scripts]
    parts = [Markup("<head>"), *inside, Markup("</head>"), Markup("<body>"), body, data, *running, Markup("</body>")]
    return (
        f'<!DOCTYPE html>\n<html lang="{plain(TAGS[head.language])}">\n'
        + "\n".join(filter(None, parts))
        + "\n</html>\n"
    )


def _file(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _hash(text_: str) -> str:
    return f"'sha256-{b64encode(sha256(text_.encode()).digest()).decode()}'"
