"""Owns whether what shops may share exists: roles, duties and sources of the frame's `pools` and `once`."""

from collections.abc import Iterator

from teamplan.engine.rules import Finding
from teamplan.playbook.duties import Frame
from teamplan.reading.references import BadReference, Names


def pool_references(frame: Frame, names: Names) -> Iterator[BadReference]:
    """Roles, duties and sources that do not exist, and roles that two pools claim."""
    pool_of: dict[str, str] = {}
    for pool_id, pool in frame.pools.items():
        yield from names.source(pool.source, "playbook", ("pools", pool_id, "source"))
        for place, role in enumerate(pool.roles):
            path = ("pools", pool_id, "roles", str(place))
            yield from names.check("role", role, "playbook", path)
            if role in pool_of:
                values = {"given": role, "first": pool_of[role]}
                yield BadReference(Finding("pooled-twice", "playbook", path, values))
            pool_of.setdefault(role, pool_id)
    if frame.once is not None:
        yield from names.source(frame.once.source, "playbook", ("once", "source"))
        for place, duty in enumerate(frame.once.duties):
            yield from names.check("duty", duty, "playbook", ("once", "duties", str(place)))
