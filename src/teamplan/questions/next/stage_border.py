"""Owns the path across a stage border: whose people follow their duties, who is hired first, what a gap costs."""

from collections.abc import Mapping
from fractions import Fraction

from teamplan.engine.hires import Hire, in_hire_order
from teamplan.engine.owner import jobs_carried, owner_duties
from teamplan.engine.present import Present, plain, read_team, with_hires
from teamplan.engine.question import Question
from teamplan.engine.staffing import Staffed, StageCurves
from teamplan.playbook.playbook import Playbook
from teamplan.questions.diff.answer import diff_stages
from teamplan.questions.next.outlook import Crossing, Move, Step

ASKS_NOTHING = ("floor", "owner", "kept")  # curves of which neither buyers nor work ask for somebody
Splits = dict[str, tuple[str, ...]]  # role -> the posts of the next stage that take its duties over
People = dict[str, Fraction]


def splits(playbook: Playbook, before: str, after: StageCurves, staff: Mapping[str, Fraction]) -> Splits:
    """The filled roles whose duties go to several posts that the next stage fills."""
    found = {}
    for change in diff_stages(playbook, before, after.stage_id):
        if change.what == "split" and staff.get(change.values["role"]):
            heirs = tuple(role for role in change.values["roles"] if role in after.posts)
            if len(heirs) > 1:
                found[str(change.values["role"])] = heirs
    return found


def way_across(
    question: Question, stages: tuple[StageCurves, StageCurves], at: Mapping[str, float], state: tuple[People, float]
) -> tuple[Crossing, People]:
    """The way from one of two stages into the other at its bound, and the people there after it.

    Who has no post after it is told, and stays: a later hire may be one of them. `state` are the people before, and
    the full-time jobs that the owner can carry for a while. Hires stand in hire order; each is charged with what its
    absence costs by the load of the stage itself.
    """
    (before, stage), (staff, owner_limit) = stages, state
    need, stage = stage.headcounts(at), stage.seen_at(at["orders"])
    there = read_team(stage, at, need, staff, planned=question.store.team is None)
    border = _Border(stage, dict(at), need, there)
    hires = there.to_hire(question.playbook)
    path = tuple(border.step(hires, place, there.people, owner_limit) for place in range(len(hires)))
    ended = before.posts.keys() - stage.posts.keys()
    gone = {role: int(people) for role, people in there.spare.items() if role in ended}
    moves = tuple(Move(each.title, each.role, plain(each.people)) for each in there.reads)
    way = Crossing(moves, path, in_hire_order(question.playbook, gone), border.owner_jobs(need))
    return way, with_hires(there.people, there.missing)


class _Border:
    """A stage at the volume of its bound: what the people who are there carry, and what falls to the owner."""

    def __init__(self, stage: StageCurves, at: dict[str, float], need: dict[str, int], there: Present) -> None:
        self._stage, self._at, self._need, self._there = stage, at, need, there
        self._exact = {axis: Fraction(amount) for axis, amount in at.items()}

    def owner_jobs(self, heads: Mapping[str, int]) -> float:
        """The owner's load in full-time jobs with so many people in each role."""
        carried = self._there.left(owner_duties(self._stage, self._exact, heads))
        return float(jobs_carried(carried, self._stage.loads.amounts.time))

    def step(self, hires: tuple[Hire, ...], place: int, moved: People, owner_limit: float) -> Step:
        """One hire: what it costs when it alone is missing, and whether it and all later ones may wait."""
        role, people = hires[place].role, hires[place].people
        there, post = moved.get(role, Fraction(0)), self._stage.posts[role]
        open_ = {hire.role: int(moved.get(hire.role, 0)) for hire in hires[place:]}
        owner_jobs = self.owner_jobs(self._need | open_)
        fit = all(self._bearable(self._stage.posts[each], heads) for each, heads in open_.items())
        return Step(
            role=role,
            people=people,
            there=plain(there),
            gap_jobs=max(self.owner_jobs(self._need | {role: int(there)}) - self.owner_jobs(self._need), 0.0),
            load_percent=float(100 * self._fte(post) / there) if there else None,
            binding=post.binding(self._at[post.volume]),
            owner_jobs=owner_jobs,
            may_wait=fit and owner_jobs <= owner_limit,
        )

    def _fte(self, post: Staffed) -> Fraction:
        point = self._exact | {role: Fraction(people) for role, people in self._need.items()}
        return post.load.at(point) / post.capacity

    def _bearable(self, post: Staffed, there: int) -> bool:
        """Whether buyers and the people who are there stand it: only a floor asks for more, or work the owner can do.

        Somebody has to be there when buyers wait; the owner steps in for work alone.
        """
        volume = self._at[post.volume]
        asked = {name: curve.people(volume) for name, curve in post.curves.items() if name not in ASKS_NOTHING}
        if not there:
            asked.pop("work", None)
        return all(people <= there for people in asked.values())
