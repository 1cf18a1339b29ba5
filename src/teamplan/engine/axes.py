"""Owns what the load of a post hangs on, before anything is compiled: volumes, and roles that it looks after."""

from collections.abc import Mapping

from teamplan.engine.linear import VOLUMES
from teamplan.playbook.duties import BASE_DRIVERS, Driver, Duty, HeadcountOf
from teamplan.playbook.stages import Post, Stage


def axes_of(post: Post, duties: Mapping[str, Duty], drivers: Mapping[str, Driver], stage: Stage) -> set[str]:
    """What a post depends on directly: volumes, and roles of the stage that it looks after."""
    axes: set[str] = set()
    for duty_id in post.duties:
        duty = duties.get(duty_id)
        if duty is not None and isinstance(duty.driver, HeadcountOf):
            axes |= set(duty.driver.headcount_of) & set(stage.team)
        elif duty is not None and isinstance(duty.driver, str):
            axes |= _roots(duty.driver, drivers, frozenset())
    return axes


def _roots(driver: str, drivers: Mapping[str, Driver], seen: frozenset[str]) -> set[str]:
    if driver in BASE_DRIVERS:
        return {driver} & set(VOLUMES)
    if driver in seen or driver not in drivers:
        return set()
    return set().union(*(_roots(term.driver, drivers, seen | {driver}) for term in drivers[driver].from_))


def volumes_of(role: str, axes: Mapping[str, set[str]]) -> set[str]:
    """The volumes that a role depends on, directly or through those it looks after."""
    seen, found, waiting = {role}, set[str](), [role]
    while waiting:
        for axis in axes[waiting.pop()]:
            if axis in VOLUMES:
                found.add(axis)
            elif axis not in seen:
                seen.add(axis)
                waiting.append(axis)
    return found


def in_loops(uses: Mapping[str, set[str]]) -> list[str]:
    """The names that reach themselves."""

    def reach(start: str) -> bool:
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            for name in uses.get(waiting.pop(), set()) - seen:
                if name == start:
                    return True
                seen.add(name)
                waiting.append(name)
        return False

    return [name for name in uses if reach(name)]
