"""A browser of the machine, driven by Playwright, for documents of ours; and axe, which asks who cannot read them."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.page.charts import BROWSER, has_letters

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

AXE = Path(__file__).parent / "axe.min.js"  # put there by `.ci/run`, see CONTRIBUTING.md
needs_playwright = pytest.mark.skipif(
    BROWSER is None or find_spec("playwright") is None or not has_letters(),
    reason="Chromium, the font Noto Sans CJK SC or Playwright is missing: nothing here opens a report",
)
needs_axe = pytest.mark.skipif(
    not AXE.is_file(), reason="tests/page/axe.min.js is missing: nothing here says who cannot read a report"
)


@contextmanager
def launched() -> "Iterator[Browser]":
    """The browser of the distribution, without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield browser
        finally:
            browser.close()


class Visit:
    """A document that is open in a window of its own, off the net, with all that it asked for and complained of."""

    def __init__(self, browser: "Browser", file: Path, **context: Any) -> None:
        self.context = browser.new_context(**context)
        self.context.set_offline(True)
        self.page: Page = self.context.new_page()
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._refuse)
        self.address = file.as_uri()
        self.page.goto(self.address)

    def _refuse(self, dialog: "Dialog") -> None:
        self.complaints.append(dialog.message)
        dialog.dismiss()

    def close(self) -> None:
        """Every page has asked for itself and nothing else, and has nothing to complain of."""
        assert set(self.asked) == {self.address}
        assert self.complaints == []
        self.context.close()


@contextmanager
def visited(browser: "Browser", file: Path, **context: Any) -> "Iterator[Page]":
    visit = Visit(browser, file, **context)
    yield visit.page
    visit.close()


def violations(page: "Page", *rules: str) -> list[str]:
    """What axe finds against all its rules, or those that are named, with the elements."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    options = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [f"{each['id']}: {[node['html'][:100] for node in each['nodes'][:3]]}" for each in found["violations"]]
