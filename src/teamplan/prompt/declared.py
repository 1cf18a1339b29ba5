"""Owns which inputs a prompt offers: those of the playbook that it names, which are looked up before it is read."""

from collections.abc import Sequence
from functools import cache

from teamplan.prompt.language import say
from teamplan.prompt.settings import NONE, offered_by
from teamplan.reading.settings import Settings


class Offered:
    """The inputs that a prompt offers, looked up once and only if some command asks for them."""

    def __init__(self, arguments: Sequence[str], settings: Settings = NONE) -> None:
        self.playbook, self.overlays = offered_by(arguments, settings)
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
