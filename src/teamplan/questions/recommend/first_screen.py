"""Owns the first screen of a plan: how many people, of which roles, what to do now, in at most fifteen lines."""

from collections.abc import Iterable, Iterator
from math import fsum

from teamplan.engine.hires import Hire
from teamplan.page.blocks import Labelled, Page, Title
from teamplan.page.cells import cells
from teamplan.page.kept import level
from teamplan.page.price import bought_line, cost_line
from teamplan.page.words import Words, number
from teamplan.playbook.store import id_of
from teamplan.questions.recommend.advice import at_next_order, percent, whole
from teamplan.questions.recommend.plan import Assumed, FunctionPlan, OwnerPlan, Plan, RolePlan

COLUMNS, TEXT = 80, 71  # of the terminal that the screen is made for, and of a text beside its label there
MOST_LINES = 15
MOST_DUTIES = 3  # of the owner
MOST_ROLES = 4  # that a list of hires names
LONG_TEAM, FEW_ROLES = 8, 3  # lines of a team beside which there is room for fewer of these
MOST_WATCHED = 2
MANY_POSTS = 2  # part-time ones that may be one person's
HOURS_SHOWN = 0.5  # a week; less rounds to none
HIRES = ("hire_within", "hires_within")  # conditions of advice on the next hires
TENTH = 0.1  # an amount that is told with one decimal
ORDER = ("team", "cost", "owner", "range", "now", "watch", "stage", "assumed", "more")


def first_screen(plan: Plan, words: Words) -> Page:
    """The page that an owner reads first."""
    title = _title(plan, words)
    kept = _kept(plan, words, MOST_LINES - lines(title, COLUMNS))
    named = [(words.say(f"first.{key}"), "\n".join(kept[key])) for key in ORDER if kept.get(key)]
    return Page((Title(title), Labelled(tuple(named))))


def _kept(plan: Plan, words: Words, room: int) -> dict[str, list[str]]:
    """The texts by label: those that must be told, then of the others what there are lines for."""
    kept: dict[str, list[str]] = {}
    for key, text, must in _texts(plan, words):
        needed = lines(text, TEXT)
        if text and (must or (needed <= room and len(kept.get(key, ())) < MOST_WATCHED)):
            kept.setdefault(key, []).append(text)
            room -= needed
    return kept


def _texts(plan: Plan, words: Words) -> Iterator[tuple[str, str, bool]]:
    """Label, text and whether it must be told, the most important first."""
    watched, team = _watched(plan, words), _team(plan, words)
    named = MOST_ROLES if lines(team, TEXT) <= LONG_TEAM else FEW_ROLES
    yield "team", team, True
    yield "owner", _owner(plan.owner, words), True
    yield from (("now", text, True) for text in _now(plan, words, named))
    yield "stage", _bounds(plan, words), True
    yield "cost", _cost(plan, words), True
    yield "more", words.say("first.further", role=_first_role(plan)), False
    yield from (("watch", text, False) for text in _missed(plan, words))
    yield "range", _range(plan, words), False
    yield "assumed", packed(_all_assumed(plan, words), words), False
    yield from (("watch", text, False) for text in watched[:1])
    yield "stage", _summary(plan, words), False
    yield from (("watch", text, False) for text in watched[1:])


def lines(text: str, width: int) -> int:
    """The lines that a text takes at so many columns."""
    count = 0
    for line in text.split("\n"):
        room = 0
        for word in line.split(" "):
            room -= cells(word) + 1
            if room < 0:
                more = max(1, -(-cells(word) // width))
                count, room = count + more, more * width - cells(word)
    return count


def packed(parts: Iterable[str], words: Words, *, lead: str = "") -> str:
    """A list behind what leads to it, as this language writes it, broken between its parts alone."""
    stop = words.say.join(("", ""))
    return _filled(_ended(parts, stop.rstrip()), stop[len(stop.rstrip()) :], lead)


def _ended(parts: Iterable[str], stop: str) -> list[str]:
    """The parts, each but the last with its stop."""
    kept = list(parts)
    return [part + stop for part in kept[:-1]] + kept[-1:]


def _filled(parts: list[str], gap: str, lead: str = "") -> str:
    told = [lead] if lead else []
    for part in parts:
        if told and cells(told[-1] + gap + part) <= TEXT:
            told[-1] += gap + part
        else:
            told.append(part)
    return "\n".join(told)


def _title(plan: Plan, words: Words) -> str:
    say, people = words.say, plan.headcount
    total = plan.range.total if plan.range else None
    few, many = (total.p10, total.p90) if total else (people, people)
    key = "first.likely" if few < many else "first.likely-one"
    likely = say(key, low=few, high=many) if (few, many) != (people, people) else ""
    key = "first.title-none" if people == 0 else "first.title-one" if people == 1 else "first.title"
    orders = number(plan.store.orders, 1 if plan.store.orders >= 1 else 2)
    days = "" if plan.percentile is None else say("first.percentile", percentile=number(plan.percentile))
    return say(key, orders=orders, people=people) + days + likely


def _team(plan: Plan, words: Words) -> str:
    """The functions with their people and roles, broken between roles alone."""
    stop = words.say("first.between")
    named = [_function(function, plan, words) for function in plan.functions if function.headcount]
    hours = [(role.id, role.bought_in) for role in plan.roles if role.bought_in]
    if hours:
        told = (words.say("first.hours", role=words.role(role), hours=number(each, 1)) for role, each in hours)
        named.append([words.say("first.bought-in", roles=words.say.join(told))])
    named += [[bought_line(each, words)] for each in (plan.cost.bought if plan.cost else ())]
    ended = [[*parts[:-1], parts[-1] + stop.rstrip()] for parts in named[:-1]] + named[-1:]
    return _filled([part for parts in ended for part in parts], stop[len(stop.rstrip()) :])


def _cost(plan: Plan, words: Words) -> str:
    """The cost of the people of the plan; nobody has no line."""
    return cost_line(plan.cost, words) if plan.cost and (plan.cost.roles or plan.cost.bought) else ""


def _function(function: FunctionPlan, plan: Plan, words: Words) -> list[str]:
    """The function with its first role, then the other roles."""
    roles = [role for role in plan.roles if role.function == function.id and role.headcount]
    counted = 1 < len(roles) < function.headcount
    named = _ended((_people(role, words, counted=counted) for role in roles), words.say.join(("", "")).rstrip())
    values = {"function": words.function(function.id), "people": function.headcount}
    return [words.say("first.function", **values, roles=named[0]), *named[1:]]


def _people(role: RolePlan, words: Words, *, counted: bool) -> str:
    name = words.role(role.id)
    told = words.say("hire", people=role.headcount, role=name) if counted else name
    hours = role.part_time_hours
    return told if hours is None else words.say("first.part-time", role=told, hours=number(hours, 0))


def _owner(owner: OwnerPlan, words: Words) -> str:
    """The owner's week on the clock, and what fills most of it as far as one line goes."""
    work = fsum(duty.hours_per_week for duty in owner.duties)
    each: dict[str, float] = {}
    for duty in owner.duties:
        each[duty.id] = each.get(duty.id, 0.0) + duty.hours_per_week * owner.hours_per_week / (work or 1)
    most = sorted((duty for duty in each if each[duty] >= HOURS_SHOWN), key=lambda duty: -each[duty])[:MOST_DUTIES]
    told = [words.say("first.owner-duty", duty=words.duty(duty), hours=number(each[duty], 0)) for duty in most]
    jobs = number(owner.fte, 1)
    key = "first.owner-week-one" if jobs == "1" else "first.owner-week"
    week = words.say(key, hours=number(owner.hours_per_week, 0), jobs=jobs)
    lead = words.say("first.owner-most", week=week)
    fitting = [packed(told[:count], words, lead=lead) for count in range(len(told), 0, -1)]
    return next((text for text in fitting if "\n" not in text), week)


def _missed(plan: Plan, words: Words) -> Iterator[str]:
    """Who keeps less than was promised, and what one more would."""
    for role in plan.roles:
        kept = role.delivered
        if kept is not None and kept.missed and kept.one_more is not None:
            shares = {"level": level(kept.level), "promised": level(kept.promised), "one_more": level(kept.one_more)}
            people = {"people": kept.people, "more": kept.people + 1}
            yield words.say("first.missed", role=words.role(role.id), **shares, **people)


def _range(plan: Plan, words: Words) -> str:
    """What moves the whole team most, where the range was asked for."""
    if plan.range is None:
        return ""
    total = plan.range.total
    if total.low == total.high and total.p10 == total.p90:
        return words.say("first.range-stays")
    sample = plan.range.sample
    drawn = {"people": total.central, "enough": sample.enough, "draws": sample.draws}
    within = total.p10 <= total.central <= total.p90
    lead = words.say("first.range-moves") if within else words.say("first.range-leans", **drawn)
    return packed((mover.name for mover in total.movers), words, lead=lead)


def _now(plan: Plan, words: Words, named: int) -> Iterator[str]:
    """Whom to move, whom to hire, so many roles by name, or who comes next."""
    say = words.say
    if plan.to_spare:
        yield packed(_listed(plan.to_spare, words, named), words, lead=say("first.move"))
    if plan.to_hire:
        *told, last = _listed(plan.to_hire, words, named)
        last = say("first.hire-last", hire=last, days=_days(plan, words))
        yield packed([*told, last], words, lead=say("first.hire"))
    if not plan.to_spare and not plan.to_hire:
        yield from [_said(plan, place, words) for place in _hires(plan, words)] or [_next(plan, words)]


def _days(plan: Plan, words: Words) -> str:
    """Days to find and train the first of those to hire."""
    role = words.playbook.roles[plan.to_hire[0].role]
    return number(role.days_to_hire.value.number + role.days_to_full_speed.value.number, 0)


def _listed(hires: tuple[Hire, ...], words: Words, named: int) -> list[str]:
    told = [words.say("hire", people=hire.people, role=words.role(hire.role)) for hire in hires[:named]]
    more = sum(hire.people for hire in hires[named:])
    return [*told, words.say("first.others", people=more)] if more else told


def _next(plan: Plan, words: Words) -> str:
    """The next hire where it is far away, or the stage that brings it."""
    say, following, orders = words.say, plan.stage.next, plan.store.orders
    coming = [(role.next_at.orders, role.id) for role in plan.roles if role.next_at]
    if coming and orders > 0:
        limit, role = min(coming)
        values = {"role": words.role(role), "orders": whole(limit, orders)}
        if at_next_order(limit, orders):
            return say("first.next-role-at-once", **values)
        return say("first.next-role", **values, percent=percent(limit / orders - 1))
    if following is not None:
        return say("first.next-stage", stage=words.stage(following.id), orders=number(following.orders))
    return say("first.next-none")


def _hires(plan: Plan, words: Words) -> list[int]:
    """The places of the advice on the next hires."""
    known = words.playbook.advice
    asked = [known[each.id].when.model_fields_set if each.id in known else set() for each in plan.advice]
    return [place for place, keys in enumerate(asked) if not keys.isdisjoint(HIRES)]


def _said(plan: Plan, place: int, words: Words) -> str:
    return plan.advice[place].zh if words.say.language == "zh" else plan.advice[place].en


def _watched(plan: Plan, words: Words) -> list[str]:
    """The advice beside that on hires, part-time posts before mere notes; what the stage tells where there is none."""
    hires, together = _hires(plan, words), _together(plan, words)
    others = [place for place in range(len(plan.advice)) if place not in hires]
    warnings = [place for place in others if plan.advice[place].severity == "warning"]
    told = [_said(plan, place, words) for place in others]
    told[len(warnings) : len(warnings)] = [together] if together else []
    stage = words.playbook.stages.get(plan.stage.id)
    return told or [words.say.text(each.say) for each in (stage.watch if stage else ())][:1]


def _together(plan: Plan, words: Words) -> str:
    """Part-time posts of a plan that one person could fill together."""
    posts = [role for role in plan.roles if role.part_time_hours and role.have is None]
    if len(posts) < MANY_POSTS or fsum(role.fte for role in posts) > 1:
        return ""
    hours = fsum(role.part_time_hours or 0.0 for role in posts)
    return words.say("first.part-time-together", hours=number(hours, 0))


def _bounds(plan: Plan, words: Words) -> str:
    """The stage with the orders that bound it, and the next one."""
    stage, say = plan.stage, words.say
    values = {"stage": words.stage(stage.id), "start": number(stage.starts_at_orders)}
    if stage.next is None:
        bounds = say("first.stage-last", **values)
    else:
        bounds = say("first.stage-bounds", **values, end=number(stage.next.orders), next=words.stage(stage.next.id))
    if stage.held_at is not None:
        return say("first.stage-held", stage=words.stage(stage.held_at), bounds=bounds)
    return say("first.stage-given", bounds=bounds) if stage.by == "given" else bounds


def _summary(plan: Plan, words: Words) -> str:
    stage = words.playbook.stages.get(plan.stage.id)
    return words.say.text(stage.summary) if stage else ""


def _all_assumed(plan: Plan, words: Words) -> Iterator[str]:
    """The category whose preset was taken, and what it or the playbook says where the shop does not."""
    if plan.category is not None:
        name = words.say.text(words.playbook.categories[plan.category.id].name)
        yield words.say("first.category", category=name)
    yield from (_assumed(each, words) for each in plan.assumed)


def _assumed(each: Assumed, words: Words) -> str:
    """A default in words."""
    if each.value is None:
        return words.say(f"assumed.{each.name}")
    return words.told(id_of(each.name), each.value, 1 if each.value >= TENTH else 2)


def _first_role(plan: Plan) -> str:
    return next((role.id for role in plan.roles if role.headcount), "owner")
