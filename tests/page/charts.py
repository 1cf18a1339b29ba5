"""Reads drawings back by other programs: Graphviz, and the parser of Mermaid in node, each where it is there."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
MERMAID = HERE / "mermaid.min.js"  # put there by `.ci/run`, see CONTRIBUTING.md
DOT, NODE = shutil.which("dot"), shutil.which("node")
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
OVERLAPPING = """
const outside = [], near = 0.5;
for (const svg of document.querySelectorAll("svg")) {
  const boxes = [...svg.querySelectorAll("rect")].map(each => each.getBBox());
  for (const text of svg.querySelectorAll("text")) {
    const at = text.getBBox();
    if (!boxes.some(box => box.x <= at.x + near && at.x + at.width <= box.x + box.width + near
                        && box.y <= at.y + near && at.y + at.height <= box.y + box.height + near))
      outside.push(text.textContent);
  }
}
document.body.innerHTML = "<pre></pre>";
document.querySelector("pre").textContent = "found:" + JSON.stringify(outside) + ":found";
"""


def has_letters() -> bool:
    """Whether the font of the drawings is here that has the letters of both languages; others may be wider."""
    fonts = shutil.which("fc-list")
    named = subprocess.run([fonts, ":", "family"], capture_output=True, check=False).stdout.decode() if fonts else ""
    return "Noto Sans CJK SC" in named


needs_dot = pytest.mark.skipif(DOT is None, reason="Graphviz is not installed: nothing here reads DOT")
needs_browser = pytest.mark.skipif(
    BROWSER is None or not has_letters(),
    reason="Chromium or the font Noto Sans CJK SC is missing: nothing here shows SVG as it is meant",
)
needs_mermaid = pytest.mark.skipif(
    NODE is None or not MERMAID.is_file(),
    reason="node or tests/page/mermaid.min.js is missing: nothing here reads Mermaid",
)


def read_dot(text: str) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Labels by box, and the lines between boxes, as Graphviz reads them."""
    assert DOT is not None
    done = subprocess.run([DOT, "-Tdot_json"], input=text.encode(), capture_output=True, check=True)
    assert not done.stderr, done.stderr.decode()
    graph: dict[str, Any] = json.loads(done.stdout)
    names = {each["_gvid"]: each["name"] for each in graph["objects"]}
    labels = {each["name"]: each["label"] for each in graph["objects"]}
    return labels, [(names[each["tail"]], names[each["head"]]) for each in graph.get("edges", [])]


def read_mermaid(texts: list[str]) -> list[dict[str, Any]]:
    """Boxes (id, text, classes) and lines of each chart, as Mermaid reads them."""
    assert NODE is not None
    done = subprocess.run(
        [NODE, str(HERE / "parse_mermaid.cjs"), str(MERMAID)],
        input=json.dumps(texts).encode(),
        capture_output=True,
        check=False,
    )
    assert not done.returncode, done.stderr.decode()[-2000:]
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def shown_by_mermaid(text: str) -> list[str]:
    """The lines of a box as a reader sees them: Mermaid keeps a character by its number in marks of its own."""
    import re

    return [re.sub(r"ﬂ°°(\d+)¶ß", lambda found: chr(int(found[1])), line) for line in re.split("<br ?/?>", text)]


def outside_of_boxes(drawings: list[str], folder: Path) -> list[str]:
    """The texts of SVG drawings that a browser shows outside of every box, with the letters that it has."""
    import re
    from html import unescape

    assert BROWSER is not None
    page = folder / "page.html"
    shown = "".join(drawings)
    page.write_text(f"<!doctype html><meta charset=utf-8><body>{shown}<script>{OVERLAPPING}</script>", encoding="utf-8")
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}", "--dump-dom"]
    done = subprocess.run([*command, page.as_uri()], capture_output=True, encoding="utf-8", check=True, timeout=60)
    found = re.search("found:(.*):found", unescape(done.stdout), re.DOTALL)
    assert found, done.stdout[-500:]
    texts: list[str] = json.loads(found[1])
    return texts
