"""Makes the pictures of a report in the documents, from the real one: `python -m tests.questions.report.pictures`."""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from teamplan.language import LANGUAGES, Language
from teamplan.page.formats import bytes_of
from tests.conftest import ROOT
from tests.page.browser import launched
from tests.questions.report.made import built

FOLDER = ROOT / "docs" / "pictures"
WIDTH, HEIGHT = 940, 1240  # pixels: the first screen, the contents, the slider and the first roles
SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST_COLOURS = 256  # of a picture with a byte a pixel
RGB = 3  # bytes of a pixel as a browser writes it
Pixel = tuple[int, int, int]


def picture(language: Language) -> Path:
    """The file of the picture in a language."""
    return FOLDER / f"report-{language}.png"


def parts(image: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a PNG file by their names."""
    at = len(SIGNATURE)
    while at < len(image):
        (length,) = struct.unpack_from(">I", image, at)
        yield image[at + 4 : at + 8], image[at + 8 : at + 8 + length]
        at += length + 12


def smaller(image: bytes) -> bytes:
    """A picture of the colours that most of it has, a byte a pixel: less than half of what the browser writes."""
    width, height, depth, colour = struct.unpack_from(">IIBB", dict(parts(image))[b"IHDR"])
    assert (depth, colour) == (8, 2)
    raw = zlib.decompress(b"".join(part for name, part in parts(image) if name == b"IDAT"))
    lines = [list(zip(each[::3], each[1::3], each[2::3], strict=True)) for each in _lines(raw, width * RGB, height)]
    counted = Counter(pixel for line in lines for pixel in line)
    palette = [pixel for pixel, _ in counted.most_common(MOST_COLOURS)]
    nearest = {pixel: min(range(len(palette)), key=lambda at: _apart(pixel, palette[at])) for pixel in counted}
    pixels = b"".join(b"\0" + bytes(nearest[pixel] for pixel in line) for line in lines)
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    shades = bytes(shade for pixel in palette for shade in pixel)
    written = ((b"IHDR", header), (b"PLTE", shades), (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b""))
    return SIGNATURE + b"".join(_part(*each) for each in written)


def _apart(one: Pixel, other: Pixel) -> int:
    return sum((left - right) ** 2 for left, right in zip(one, other, strict=True))


def _part(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _lines(raw: bytes, length: int, height: int) -> Iterator[bytearray]:
    """The lines of an image, each worked out of what it differs by from the one above or the pixel before."""
    above = bytearray(length)
    for start in range(0, height * (length + 1), length + 1):
        line, kind = bytearray(raw[start + 1 : start + 1 + length]), raw[start]
        for at in range(length):
            left, corner = (line[at - RGB], above[at - RGB]) if at >= RGB else (0, 0)
            line[at] = (line[at] + _guess(kind, left, above[at], corner)) & 255
        yield line
        above = line


def _guess(kind: int, left: int, up: int, corner: int) -> int:
    """What a byte differs from, by the five kinds of lines of the PNG specification."""
    if kind < 4:
        return (0, left, up, (left + up) // 2)[kind]
    return min((left, up, corner), key=lambda each: abs(left + up - corner - each))


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with launched() as browser, TemporaryDirectory() as folder:
        for language in LANGUAGES:
            file = Path(folder) / f"{language}.html"
            file.write_bytes(bytes_of(built(language), "html"))
            context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
            page = context.new_page()
            page.goto(file.as_uri())
            picture(language).write_bytes(smaller(page.screenshot()))
            context.close()


if __name__ == "__main__":
    main()
