"""Owns which playbook an answer comes from: its name, and a digest by which another state of its files is told."""

import os
from zlib import crc32

from teamplan.reading.compiled import texts_of
from teamplan.reading.places import Where, overlays_of, own_folder


def title_of(where: Where) -> str:
    """The folder of a playbook and those laid over it, each by its last name: `marketplace+live-stream`."""
    return "+".join(each.resolve().name for each in (own_folder(where), *overlays_of(where)))


def digest_of(where: Where) -> str | None:
    """CRC-32 of the names and texts of all YAML files, those of playbooks that it extends included: eight hex digits.

    The same on any machine, as a line may end either way. It tells age, not malice. None where the files are gone.
    """
    digest = 0
    try:
        for name, text in texts_of(where):
            digest = crc32(os.fsencode(name) + b"\0" + text.replace(b"\r\n", b"\n") + b"\0", digest)
    except OSError:
        return None
    return f"{digest:08x}"
