"""Owns which assumptions a playbook takes over from what it extends: those that something of it uses.

Others would let a shop set what moves nothing. Of a folder's own assumptions none is left out.
"""

from collections.abc import Iterator
from typing import Any

from teamplan.playbook.figures import ASKED_BY_NAME
from teamplan.reading.document import Document
from teamplan.reading.layers import ASSUMPTIONS, KINDS, Stack


def taken_over(stack: Stack, assumptions: Document) -> Document:
    """The assumptions without those of a playbook under it that are named nowhere."""
    if not isinstance(assumptions.data, dict) or assumptions.node is None:
        return assumptions
    below = {str(path) for path in stack.paths(ASSUMPTIONS) if path.parent not in stack.upper}
    named = {*_named(stack), *ASKED_BY_NAME}
    kept = {}
    for name, value in assumptions.data.items():
        part = assumptions.node.child(name)
        inherited = part is not None and part[1].file in below
        if name in named or not inherited:
            kept[name] = value
    return assumptions.with_(data=kept)


def _named(stack: Stack) -> Iterator[str]:
    """Every key and every text of all files but that of the assumptions, whether a question asked for them or not."""
    paths = [stack.paths(kind) for kind in KINDS if kind != ASSUMPTIONS]
    waiting: list[Any] = [
        stack.document(files)[0].data for files in (*paths, *stack.stage_files()[0].values()) if files
    ]
    while waiting:
        data = waiting.pop()
        if isinstance(data, dict):
            yield from data
            waiting += data.values()
        elif isinstance(data, list):
            waiting += data
        elif isinstance(data, str):
            yield data.removeprefix("$")
