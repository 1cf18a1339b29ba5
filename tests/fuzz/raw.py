"""Owns what can happen to a file whatever it holds: cut, garbled, in another encoding, swapped, gone."""

from collections.abc import Callable
from random import Random

from tests.fuzz.case import FOLDER

Change = Callable[[bytes, Random], bytes | None]
CONTROLS = (b"\x00", b"\x1b[31m", b"\x07", b"\x7f", b"\xc2\x85", b"\xe2\x80\xae", b"\xff", b"\xed\xa0\x80", b"\xf0\x9f")


def _cut(raw: bytes, random: Random) -> bytes:
    return raw[: random.randrange(len(raw) + 1)]


def _beheaded(raw: bytes, random: Random) -> bytes:
    return raw[random.randrange(len(raw) + 1) :]


def _garbled(raw: bytes, random: Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(random.randint(1, 5)):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _pierced(raw: bytes, random: Random) -> bytes:
    place = random.randrange(len(raw) + 1)
    return raw[:place] + random.choice(CONTROLS) + raw[place:]


def _shuffled(raw: bytes, random: Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    random.shuffle(lines)
    return b"".join(lines)


def _lines_out(raw: bytes, random: Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    first = random.randrange(len(lines) + 1)
    return b"".join(lines[:first] + lines[first + random.randint(1, 5) :])


def _encoded(encoding: str) -> Change:
    return lambda raw, random: raw.decode("utf-8", "replace").encode(encoding, "replace")


RAW: dict[str, Change] = {
    "cut": _cut,
    "beheaded": _beheaded,
    "garbled": _garbled,
    "pierced": _pierced,
    "lines shuffled": _shuffled,
    "lines out": _lines_out,
    "empty": lambda raw, random: b"",
    "a folder": lambda raw, random: FOLDER,
    "BOM": lambda raw, random: b"\xef\xbb\xbf" + raw,
    "BOM twice": lambda raw, random: b"\xef\xbb\xbf" * 2 + raw,
    "UTF-16": _encoded("utf-16"),
    "UTF-32": _encoded("utf-32"),
    "GB18030": _encoded("gb18030"),
    "Latin-1": _encoded("latin-1"),
    "CRLF": lambda raw, random: raw.replace(b"\n", b"\r\n"),
    "CR": lambda raw, random: raw.replace(b"\n", b"\r"),
    "one line": lambda raw, random: raw.replace(b"\n", b" "),
    "tabs": lambda raw, random: raw.replace(b"  ", b"\t"),
    "spaces": lambda raw, random: b" " * 100_000 + raw,
    "twice": lambda raw, random: raw + raw,
    "two documents": lambda raw, random: raw + b"\n---\n" + raw,
    "brackets": lambda raw, random: b"[" * random.choice((50, 500, 20_000)),
    "keys": lambda raw, random: b"{a: " * random.choice((50, 500, 20_000)),
    "dashes": lambda raw, random: b"- " * random.choice((50, 500, 5_000)),
    "NULs": lambda raw, random: b"\x00" * 1000,
    "a scalar": lambda raw, random: b"42\n",
    "a list": lambda raw, random: b"[1, 2]\n",
    "a comment": lambda raw, random: b"# nothing\n",
}  # fmt: skip


def changed(raw: bytes, random: Random) -> tuple[bytes | None, str]:
    """A file after something happened to it, and what."""
    name = random.choice(list(RAW))
    return RAW[name](raw, random), name
