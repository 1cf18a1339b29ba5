"""The documents show a report: pictures that `tests/questions/report/pictures.py` makes, small, and one a language."""

import struct
import zlib

import pytest

from teamplan.language import LANGUAGES, Language
from tests.conftest import ROOT
from tests.questions.report.pictures import HEIGHT, SIGNATURE, WIDTH, parts, picture, smaller

KILOBYTES = 120
README = {"en": "README.md", "zh": "README.zh.md"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_shows_its_picture(language: Language) -> None:
    image = picture(language).read_bytes()
    assert image.startswith(SIGNATURE)
    assert len(image) < 1000 * KILOBYTES
    assert struct.unpack_from(">II", dict(parts(image))[b"IHDR"]) == (WIDTH, HEIGHT)
    name = picture(language).name
    assert f"(docs/pictures/{name})" in (ROOT / README[language]).read_text(encoding="utf-8")
    page = ROOT / "docs" / language / "commands" / "report.md"
    assert f"(../../pictures/{name})" in page.read_text(encoding="utf-8")


def test_a_picture_of_few_colours_stays_as_it_is() -> None:
    red, blue = b"\xff\x00\x00", b"\x00\x00\xff"
    raw = b"\x00" + red + blue + b"\x02" + bytes(6)  # the second line differs from the first by nothing
    header = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)
    given = ((b"IHDR", header), (b"IDAT", zlib.compress(raw)))
    image = SIGNATURE + b"".join(struct.pack(">I", len(data)) + name + data + bytes(4) for name, data in given)
    made = dict(parts(smaller(image)))
    assert made[b"PLTE"] == red + blue
    assert zlib.decompress(made[b"IDAT"]) == bytes((0, 0, 1, 0, 0, 1))
