"""Names of people make names of files that stay in their folder, once each, on every system."""

import pytest

from teamplan.page.file_names import file_names

HOSTILE = (
    "../../etc/passwd",
    "</script><img src=x onerror=alert(1)>",
    "..",
    "\\\\server\\share",
    "a:b|c?d*e",
    "．．／绝对",
    "x" * 300,
    "𠀀" * 300,
    "\udcff",
    "\u202egnp.exe",
)


def test_names_become_letters_digits_and_hyphens() -> None:
    names = file_names(["Green tea & more", "茶叶 一店", "Tea.html", "Ａ１"], ".html")
    assert list(names.values()) == ["Green-tea-more.html", "茶叶-一店.html", "Tea-html.html", "A1.html"]


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_is_a_path_or_markup(name: str) -> None:
    (file,) = file_names([name], ".html").values()
    stem = file.removesuffix(".html")
    assert stem.replace("-", "").isalnum()
    assert not stem.startswith("-")
    assert len(f"{stem}-50.html".encode()) <= 255


def test_each_stands_once_whatever_its_capitals() -> None:
    names = file_names(["tea", "Tea", "tea 2", "TEA", "?", "!", "con", "index", "Index"], ".html", taken=("index",))
    assert list(names.values()) == [
        "tea.html", "Tea-2.html", "tea-2-2.html", "TEA-3.html", "shop.html", "shop-2.html", "con-2.html",
        "index-2.html", "Index-3.html",
    ]  # fmt: skip
