"""Reads HTML documents of ours back: as XML, which they are but for the texts of their scripts and style."""

import re
from xml.etree import ElementTree

_PROGRAM = re.compile(r"(<(?:script|style)[^>]*>)(.*?)(</(?:script|style)>)", re.DOTALL)


def elements(document: str) -> list[ElementTree.Element]:
    """Every element of a document in its order. Raises where a tag is not closed or an attribute not quoted."""
    begin = "<!DOCTYPE html>\n"
    assert document.startswith(begin)
    return list(ElementTree.fromstring(_PROGRAM.sub(r"\1\3", document[len(begin) :])).iter())


def programs(document: str) -> list[tuple[str, str]]:
    """What stands in the scripts and the style, each with its tag."""
    return [(found[1], found[2]) for found in _PROGRAM.finditer(document)]


def said(document: str) -> str:
    """All texts of a document, one after the other."""
    return "".join(text for each in elements(document) for text in (each.text or "", each.tail or ""))
