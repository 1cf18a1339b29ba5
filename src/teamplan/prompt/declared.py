"""Owns which inputs a prompt offers: those of the playbook that it names, which are looked up before it is read."""

import os
from collections.abc import Sequence
from functools import cache

from teamplan.prompt.language import say


class Offered:
    """The inputs that a prompt offers, looked up once and only if some command asks for them."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self.playbook, self.overlays = playbook_in(arguments), overlays_in(arguments)
        self.strict = not {"--help", "-h"} & set(arguments)
        self.inputs = cache(self._inputs)

    def _inputs(self) -> dict[str, str]:
        """The help of each input. Raises a TeamplanError with every fault of a playbook that cannot say them.

        Help is given all the same, with the inputs of the built-in playbook.
        """
        from teamplan.reading.declared import declared_inputs
        from teamplan.reading.places import built_in, overlaid

        found = declared_inputs(overlaid(self.playbook, self.overlays))
        if found is None and self.strict and (self.playbook or self.overlays):
            _told(self.playbook, self.overlays)
        if found is None:
            found = declared_inputs(built_in()) or {}
        return {name: helps[say.language == "zh"] for name, helps in found.items()}


def _told(playbook: str | None, overlays: list[str]) -> None:
    from teamplan.prompt.options import PlaybookOption
    from teamplan.prompt.shop import playbook_of

    playbook_of(PlaybookOption(playbook, overlays))


def playbook_in(arguments: Sequence[str]) -> str | None:
    """What `--playbook` says in a prompt, last, else `TEAMPLAN_PLAYBOOK`."""
    return next(reversed(_values("--playbook", arguments)), os.environ.get("TEAMPLAN_PLAYBOOK")) or None


def overlays_in(arguments: Sequence[str]) -> list[str]:
    """What each `--with` says in a prompt."""
    return _values("--with", arguments)


def _values(option: str, arguments: Sequence[str]) -> list[str]:
    values: list[str] = []
    for place, argument in enumerate(arguments):
        name, joined, value = argument.partition("=")
        if name == option:
            values += [value] if joined else arguments[place + 1 : place + 2]
    return values
