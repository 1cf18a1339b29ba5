"""Owns which inputs a prompt offers: those of the playbook that it names, which are looked up before it is read."""

import os
from collections.abc import Sequence
from functools import cache

from teamplan.prompt.language import say


class Offered:
    """The inputs that a prompt offers, looked up once and only if some command asks for them."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self.playbook = playbook_in(arguments)
        self.strict = not {"--help", "-h"} & set(arguments)
        self.inputs = cache(self._inputs)

    def _inputs(self) -> dict[str, str]:
        """The help of each input. Raises a TeamplanError with every fault of a playbook that cannot say them.

        Help is given all the same, with the inputs of the built-in playbook.
        """
        from teamplan.reading.declared import declared_inputs
        from teamplan.reading.places import built_in, playbook_folder

        folder = playbook_folder(self.playbook)
        found = declared_inputs(folder)
        if found is None and self.strict and self.playbook:
            _told(self.playbook)
        if found is None:
            found = declared_inputs(built_in()) or {}
        return {name: helps[say.language == "zh"] for name, helps in found.items()}


def _told(playbook: str) -> None:
    from teamplan.prompt.options import PlaybookOption
    from teamplan.prompt.shop import playbook_of

    playbook_of(PlaybookOption(playbook))


def playbook_in(arguments: Sequence[str]) -> str | None:
    """What `--playbook` says in a prompt, last, else `TEAMPLAN_PLAYBOOK`."""
    given = os.environ.get("TEAMPLAN_PLAYBOOK")
    for place, argument in enumerate(arguments):
        name, joined, value = argument.partition("=")
        if name == "--playbook":
            given = value if joined else next(iter(arguments[place + 1 :]), given)
    return given or None
