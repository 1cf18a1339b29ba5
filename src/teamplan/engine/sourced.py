"""Owns what a playbook becomes where something is bought outside: duties leave the team, a supplier is looked after."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from teamplan.engine.posts import posts_of
from teamplan.errors import Problem, unknown
from teamplan.playbook.duties import Duty
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.stages import Post, Stage


class Bringing(NamedTuple):
    """A duty that an option brings, the role that had it in the stage before, and that role's duties there."""

    duty: str
    role: str | None = None
    beside: tuple[str, ...] = ()


def bought_duties(playbook: Playbook, role: str, option_id: str) -> tuple[str, ...]:
    """The duties of a role, in any stage, that leave the team with an option; none where it works outside its hours."""
    option = playbook.sourcing[option_id]
    if option.outside_hours:
        return ()
    own = {duty for stage in playbook.stages.values() if role in stage.team for duty in stage.team[role].duties}
    return tuple(each for each in playbook.duties if each in own and (not option.duties or each in option.duties))


def choice_problems(playbook: Playbook, choices: Mapping[str, str]) -> list[Problem]:
    """Roles and options that do not exist or do not fit, and duties that would be bought twice."""
    problems = []
    first: dict[str, str] = {}
    for role, option_id in choices.items():
        found = _unfit(playbook, role, option_id)
        if found is not None:
            problems.append(found)
            continue
        twice = [duty for duty in bought_duties(playbook, role, option_id) if duty in first]
        if twice:
            values = {"role": role, "first": first[twice[0]], "duty": twice[0]}
            problems.append(Problem("bought-twice", values, ("sourcing", role)))
        first |= dict.fromkeys(bought_duties(playbook, role, option_id), role)
    return problems


def no_options(playbook: Playbook, role: str) -> Problem:
    """That nothing can be bought instead of a role, with the roles for which something can."""
    known = dict.fromkeys(each for option in playbook.sourcing.values() for each in option.roles)
    return Problem("no-options", {"role": role, "known": ", ".join(known) or "-"})


def _unfit(playbook: Playbook, role: str, option_id: str) -> Problem | None:
    path = ("sourcing", role)
    if role not in playbook.roles:
        return unknown("role", role, playbook.roles).with_(path=("sourcing",))
    fitting = [each for each, option in playbook.sourcing.items() if role in option.roles]
    if not fitting:
        return no_options(playbook, role).with_(path=path)
    if option_id not in playbook.sourcing:
        return unknown("option", option_id, fitting).with_(path=path)
    if role not in playbook.sourcing[option_id].roles:
        values = {"given": option_id, "role": role, "known": ", ".join(fitting)}
        return Problem("option-unfit", values, path, among=(fitting,))
    return None


def sourced(playbook: Playbook, choices: Mapping[str, str]) -> Playbook:
    """The playbook in which these options (by role) are bought; the choices are sound.

    A bought duty arises nowhere any more. A post that has none left goes; one that has keeps its floor, as the rest is
    somebody's work still. What an option brings is carried by a post of its function, else by the owner.
    """
    if not choices:
        return playbook
    bought = {duty for role, option in choices.items() for duty in bought_duties(playbook, role, option)}
    brings = {playbook.sourcing[option].brings for option in choices.values()}
    duties = dict(playbook.duties)
    duties |= {each: _with(duties[each], dormant=True) for each in bought}
    duties |= {each: _with(duties[each], dormant=False) for each in brings if each is not None}
    changed = playbook.with_(duties=duties, own=playbook, choices=dict(choices))
    brought = [Bringing(each) for each in duties if each in brings]
    stages: dict[str, Stage] = {}
    for stage_id, stage in playbook.stages.items():
        team = dict(_left(changed, stage_id, stage, bought))
        brought = [_carried(changed, stage, team, each) for each in brought]
        for each in brought:
            if each.role is not None:
                post = team[each.role]
                team[each.role] = post.model_copy(update={"duties": (*post.duties, each.duty)})
        owner = tuple(duty for duty in stage.owner if duty not in bought)
        stages[stage_id] = stage.model_copy(update={"team": team, "owner": owner})
    return changed.with_(stages=dict(_handing_over(stages, duties)))


def _with(duty: Duty, *, dormant: bool) -> Duty:
    return duty.model_copy(update={"dormant": dormant})


def _left(playbook: Playbook, stage_id: str, stage: Stage, bought: Collection[str]) -> Iterator[tuple[str, Post]]:
    """The posts of a stage with the duties that nobody bought; one without any that arises goes."""
    for role, post in stage.team.items():
        left = tuple(duty for duty in post.duties if duty not in bought)
        if left == post.duties:
            yield role, post
        elif any(playbook.arises(duty, stage_id) for duty in left):
            yield role, post.model_copy(update={"duties": left})


def _carried(playbook: Playbook, stage: Stage, team: Mapping[str, Post], brought: Bringing) -> Bringing:
    """Who carries in a stage what an option brings: who had it, who took over from him, or a post of the function.

    A post for which nothing was bought goes before the rest of one, and a lead comes last.
    """
    function = playbook.duties[brought.duty].function
    heirs = [role for role in team if set(team[role].duties) & set(brought.beside)]
    able = [role for role in team if playbook.roles[role].function == function]
    whole = [role for role in able if team[role] == stage.team[role]]
    no_lead = [role for role in whole if playbook.roles[role].level != "lead"]
    same = [role for role in team if role == brought.role]
    role = next(iter([*same, *heirs, *no_lead, *whole, *able]), None)
    return Bringing(brought.duty, role, team[role].duties if role is not None else ())


def _handing_over(stages: Mapping[str, Stage], duties: Mapping[str, Duty]) -> Iterator[tuple[str, Stage]]:
    """The stages, handing work over to none but roles that can take some."""
    for stage_id, stage in stages.items():
        able = posts_of(stages, duties, stage_id)
        yield (
            stage_id,
            stage.model_copy(update={"hand_over": tuple(role for role in stage.hand_over if role in able)}),
        )
