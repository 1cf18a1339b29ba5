"""Owns the table of a setting: every headcount of all stages and roles up to a volume, as plain tuples to look up."""

from collections.abc import Mapping, Sequence
from itertools import chain, groupby
from math import isinf

from teamplan.engine.breakpoints import people_at
from teamplan.engine.curve import Curve
from teamplan.engine.linear import ORDERS
from teamplan.engine.staffing import Staffed, StageCurves
from teamplan.errors import Problem, TeamplanError
from teamplan.record import Record

Row = tuple[int, ...]


class Steps(Record):
    """One curve up to a volume: `least` people, and one more above each breakpoint."""

    least: int  # what a floor asks for from 0 on
    breakpoints: tuple[float, ...]  # finite, ascending; a repeated one adds two

    def people(self, volume: float) -> int:
        return self.least + people_at(self.breakpoints, volume)


class PostSteps(Record):
    """The curves of a post that may bind, by name in the order in which they are said to."""

    fixed: bool  # the post has exactly so many people, whatever the curves ask for
    curves: Mapping[str, Steps]

    def binding(self, people: int, volume: float) -> str | None:
        """Which curve sets this headcount of the post at the volume; None where nobody is hired."""
        if people == 0:
            return None
        if self.fixed:
            return "floor"
        return next(name for name, each in self.curves.items() if each.people(volume) == people)


class HeadcountTable(Record):
    """Headcounts by orders a day, from 0 to the last cut: immutable, so any number of threads may share it.

    Row `i` and stage `i` hold on (cuts[i - 1], cuts[i]], the first from 0 on.
    """

    roles: tuple[str, ...]  # the columns: all roles of the playbook
    cuts: tuple[float, ...]  # strictly increasing; a stage enters as the float below its bound, the last is the end
    rows: tuple[Row, ...]  # people in each role, 0 where the stage does not have it
    stages: tuple[str, ...]
    posts: Mapping[str, Mapping[str, PostSteps]]  # by stage and role, as far as the stage reaches

    def at(self, orders: float) -> tuple[str, Row]:
        """The stage and the headcounts at a volume. Raises a ValueError outside the table."""
        if not 0 <= orders <= self.cuts[-1]:
            raise ValueError(f"{orders} orders: the table is from 0 to {self.cuts[-1]}")
        place = people_at(self.cuts, orders)
        return self.stages[place], self.rows[place]

    def binding(self, orders: float, role: str) -> str | None:
        """Which curve sets the headcount of a role at a volume; None where nobody is hired."""
        stage, row = self.at(orders)
        people = row[self.roles.index(role)]
        return self.posts[stage][role].binding(people, orders) if people else None


def table_of(roles: Sequence[str], spans: Sequence[tuple[StageCurves, float, float]]) -> HeadcountTable:
    """The table of stages, each from its first to its last orders a day. Learns no curve further than its stage.

    Raises a TeamplanError where a role depends on visitors: orders alone do not say how many people it needs.
    """
    pieces = [(stage.stage_id, *_piece(roles, stage, first, last)) for stage, first, last in spans]
    return HeadcountTable(
        tuple(roles),
        tuple(chain.from_iterable(cuts for _, cuts, _ in pieces)),
        tuple(chain.from_iterable(rows for _, _, rows in pieces)),
        tuple(chain.from_iterable([stage_id] * len(cuts) for stage_id, cuts, _ in pieces)),
        {stage.stage_id: {role: _post(post, last) for role, post in stage.posts.items()} for stage, _, last in spans},
    )


def _piece(roles: Sequence[str], stage: StageCurves, first: float, last: float) -> tuple[list[float], list[Row]]:
    """The cuts of a stage and the row up to each: people where it begins, and one more after each breakpoint."""
    by_visitors = next((role for role, post in stage.posts.items() if post.volume != ORDERS), None)
    if by_visitors is not None:
        raise TeamplanError([Problem("visitors-needed", {"role": by_visitors})])
    people = [stage.posts[role].headcount.people(first) if role in stage.posts else 0 for role in roles]
    columns = [(roles.index(role), post.headcount) for role, post in stage.posts.items()]
    hires = sorted((at, place) for place, curve in columns for at in _steps(curve, last).breakpoints if first <= at)
    cuts: list[float] = []
    rows: list[Row] = []
    for at, together in groupby(hires, key=lambda hire: hire[0]):
        cuts.append(at)
        rows.append(tuple(people))
        for _, place in together:
            people[place] += 1
    return [*cuts, last], [*rows, tuple(people)]


def _post(post: Staffed, last: float) -> PostSteps:
    fixed = post.post.exactly is not None
    return PostSteps(fixed, {name: _steps(curve, last) for name, curve in post.curves.items()})


def _steps(curve: Curve, last: float) -> Steps:
    """The breakpoints below a volume; those of a floor (-inf) are counted, those of a cap (inf) are never reached."""
    known = [curve.full_at(people) for people in range(curve.people(last))]
    finite = tuple(each for each in known if not isinf(each))
    return Steps(len(known) - len(finite), finite)
