"""Answers: which playbooks and overlays ship, and how large is each?"""

from collections.abc import Iterator

from teamplan.playbook.base import Text
from teamplan.reading.compiled import built_in_playbook, playbook_in
from teamplan.reading.layers import overlay_in
from teamplan.reading.places import Overlaid, built_in, overlay_folder, playbook_folder, shipped, shipped_overlays
from teamplan.record import Record


class Shipped(Record):
    """One that ships, `playbook` or `overlay`: what it extends, its stages, its roles (those that an overlay adds)."""

    id: str
    kind: str
    name: Text
    about: Text | None
    extends: str | None
    stages: tuple[str, ...]
    roles: int


def shipping() -> tuple[Shipped, ...]:
    """Every playbook that ships, the built-in one first, then every overlay."""
    names = sorted(shipped(), key=lambda name: (name != built_in().name, name))
    return (*map(_playbook, names), *_overlays())


def _playbook(name: str) -> Shipped:
    found = playbook_in(playbook_folder(name))
    frame = found.frame
    extends = frame.extends.playbook if frame.extends else None
    return Shipped(name, "playbook", frame.name, frame.about, extends, tuple(found.stages), len(found.roles))


def _overlays() -> Iterator[Shipped]:
    """What an overlay adds to the built-in playbook."""
    for name in shipped_overlays():
        said = overlay_in(overlay_folder(name))
        laid = playbook_in(Overlaid(built_in(), (overlay_folder(name),)))
        added = laid.roles.keys() - built_in_playbook().roles.keys()
        yield Shipped(name, "overlay", said.name, said.about, None, (), len(added))
