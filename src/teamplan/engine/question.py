"""Owns the shop that every question is about: the playbook with its overrides, compiled, at its volume."""

from fractions import Fraction
from itertools import pairwise

from teamplan.engine.load import Setting
from teamplan.engine.owner import Carried, owner_duties
from teamplan.engine.rules import check_amounts, check_inputs
from teamplan.engine.settled import bounds_of, settled
from teamplan.engine.shop import Shop
from teamplan.engine.staffing import Staffed, StageCurves
from teamplan.engine.volume import Volume, volume_of
from teamplan.errors import Location, Problem, TeamplanError, unknown
from teamplan.playbook.figures import Assumption
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Quantity
from teamplan.playbook.reserved import ALL_ORDERS
from teamplan.playbook.store import MEAN_DAY, Store
from teamplan.record import Record


class Question(Record):
    """A shop at its volume in its stage; everything that an answer looks up."""

    playbook: Playbook
    store: Store
    shop: Shop
    volume: Volume
    stage: StageCurves
    heads: dict[str, int]

    @property
    def point(self) -> dict[str, Fraction]:
        """Volumes and headcounts, exact, for loads."""
        return self.volume.exact | {role: Fraction(people) for role, people in self.heads.items()}

    def fte(self, post: Staffed) -> Fraction:
        """The load of a post in people."""
        return post.load.at(self.point) / post.capacity

    def owner(self) -> tuple[Carried, ...]:
        return owner_duties(self.stage, self.volume.exact, self.heads)


def ask(playbook: Playbook, store: Store, before: Question | None = None) -> Question:
    """Compile the playbook for the store and look its headcounts up.

    What was compiled for a question `before` about the same playbook is used again, as far as it holds.

    Raises a TeamplanError with every unknown id and unfit override, or when the volume is missing or too large,
    or where a role depends on visitors that are not known.
    """
    changed, volume = sound(playbook, store)
    setting = Setting(store.skills, store.amounts, store.owner_hours, store.percentile or MEAN_DAY)
    shop = _moved(before.shop, changed) if before and _alike(before, changed, setting) else Shop(changed, setting)
    stage = shop.curves(store.stage, volume.orders).seen_at(volume.orders)
    return Question(stage.loads.playbook, store, shop, volume, stage, stage.headcounts(volume.at))


def sound(playbook: Playbook, store: Store) -> tuple[Playbook, Volume]:
    """The playbook with the store's values, and its volume. Raises a TeamplanError with everything wrong with it."""
    changed, problems = overridden(playbook, store)
    changed = settled(changed, store.amounts)
    if store.sourcing:
        changed, found = _bought(changed, store)
        problems += found
    problems += unknown_ids(playbook, store) + no_variation(playbook, store.percentile)
    problems += unfit_order(playbook, store.hire_order)
    try:
        volume = volume_of(store)
    except TeamplanError as error:
        raise TeamplanError([*problems, *error.problems]) from None
    if problems:
        raise TeamplanError(problems)
    return changed, volume


def _bought(playbook: Playbook, store: Store) -> tuple[Playbook, list[Problem]]:
    """The playbook with what the store buys outside, and what is wrong with its choices."""
    from teamplan.engine.sourced import choice_problems, sourced

    problems = choice_problems(playbook, store.sourcing)
    return (playbook if problems else sourced(playbook, store.sourcing)), problems


def _alike(before: Question, playbook: Playbook, setting: Setting) -> bool:
    """Whether only assumptions differ: the same setting, hire order, choices and posts, no driver that one measured."""
    ours, frame = before.shop.playbook, playbook.frame
    same = before.shop.setting == setting and (ours.hire_order, ours.choices) == (playbook.hire_order, playbook.choices)
    return same and ours.frame.drivers == frame.drivers and ours.stages == playbook.stages


def _moved(shop: Shop, playbook: Playbook) -> Shop:
    """The shop of the same playbook with other values for some assumptions."""
    known = shop.playbook.assumptions
    names = {name for name, figure in playbook.assumptions.items() if figure.value != known[name].value}
    return shop.moved(playbook, names) if names else shop


def with_figures(shop: Shop, figures: dict[str, Assumption]) -> Shop:
    """The shop with other figures for some assumptions; what they do not move is compiled already.

    Where they decide which posts have split off, all of it is compiled anew.
    """
    known, inputs = shop.playbook, shop.setting.inputs
    if bounds_of(known, inputs.keys()).isdisjoint(figures):
        return shop.moved(known.with_values(figures), figures.keys())
    own = known.own or known
    changed = settled((own.whole or own).with_values(figures), inputs)
    if known.choices:
        from teamplan.engine.sourced import sourced

        changed = sourced(changed.with_(sourcing=known.sourcing), known.choices)
    return Shop(changed, shop.setting)


def overridden(playbook: Playbook, store: Store) -> tuple[Playbook, list[Problem]]:
    """The playbook with the store's values for assumptions and its hire order, and what is wrong with the values."""
    changed = of_category(playbook, store)
    values, problems = given_values(store)
    for name, given in values.items():
        known = playbook.assumptions.get(name)
        if known is None:
            problems.append(unknown("assumption", name, playbook.assumptions))
        elif known.value.unit == "%" and given.kind == "number" and given.canonical > 1:
            key = "percent-or-share" if given.unit == "" else "above-one"
            problems.append(Problem(key, {"given": str(given)}, (name,)))
        elif (value := _fitting(given, known.value)) is None:
            problems.append(Problem("override-unit", {"name": name, "given": str(given), "now": str(known.value)}))
        elif value.number == 0 and value.kind == "rate":
            problems.append(Problem("must-be-positive", {"name": name}, (name,)))
        else:
            changed[name] = known.model_copy(update={"value": value})
    changed_playbook = playbook.with_values(changed).with_(hire_order=store.hire_order)
    if not problems:
        found = check_amounts(changed_playbook, changed.keys())
        problems = [Problem(finding.key, finding.values, finding.path) for finding in found]
        problems += _shrinking_inputs(changed_playbook, store)
    return changed_playbook, problems


def of_category(playbook: Playbook, store: Store) -> dict[str, Assumption]:
    """The assumptions that the store's category sets and the store does not give itself, with their own sources."""
    category = playbook.categories.get(store.category or "")
    given = given_values(store)[0]
    sets = category.sets.items() if category else ()
    return {
        name: playbook.assumptions[name].model_copy(update=dict(figure)) for name, figure in sets if name not in given
    }


def given_values(store: Store) -> tuple[dict[str, Quantity], list[Problem]]:
    """The assumptions that the store gives: by its inputs, by what it counts a day, one by one; the last one counts.

    What is counted a day is a ratio to the orders, so that it grows with them; without orders it says nothing.
    """
    ratios: dict[str, Quantity] = {}
    if store.measured:
        try:
            orders = Fraction(volume_of(store).orders)
        except TeamplanError:
            orders = Fraction(0)
        if not orders:
            return {}, [Problem("count-without-orders", {"option": name}) for name, _ in store.measured.values()]
        ratios = {sets: Quantity(amount / orders) for sets, (_, amount) in store.measured.items()}
    return store.changed_shares | ratios | store.assumptions, []


def _shrinking_inputs(playbook: Playbook, store: Store) -> list[Problem]:
    """Overrides that make a stage's input smaller than the previous stage's; ignored where the store gives it."""
    found = [
        finding
        for (_, before), (after_id, after) in pairwise(playbook.stages.items())
        for finding in check_inputs(playbook.assumptions, before, after_id, after)
    ]
    return [
        Problem(finding.key, finding.values, (finding.kind, *finding.path))
        for finding in found
        if finding.path[-1] not in store.amounts
    ]


def outside_range(playbook: Playbook, store: Store) -> list[Problem]:
    """Overrides that lie outside the range of their assumption: allowed, and worth a word."""
    found = []
    for name, given in given_values(store)[0].items():
        known = playbook.assumptions.get(name)
        value = _fitting(given, known.value) if known else None
        if known is None or value is None or value.kind != known.value.kind:
            continue
        low, high = known.ends
        if not low.canonical <= value.canonical <= high.canonical:
            values = {"given": str(value), "low": str(low), "high": str(high)}
            found.append(Problem("override-outside-range", values, (name,)))
    return found


def unknown_ids(playbook: Playbook, store: Store) -> list[Problem]:
    """Ids in the store that the playbook does not have."""
    problems = []
    if store.stage is not None and store.stage not in playbook.stages:
        problems.append(unknown("stage", store.stage, playbook.stages))
    if store.category is not None and store.category not in playbook.categories:
        problems.append(unknown("category", store.category, playbook.categories))
    functions = playbook.frame.functions
    skills = sorted(set(store.founder_skills or ()))
    problems += [unknown("function", skill, functions) for skill in skills if skill not in functions]
    roles = store.team.roles if store.team else {}
    problems += [unknown("role", role, playbook.roles) for role in roles if role not in playbook.roles]
    return problems


def no_variation(playbook: Playbook, percentile: Fraction | None) -> list[Problem]:
    """A percentile other than the mean day, where the playbook does not say how days differ."""
    told = playbook.frame.day_cv is not None or percentile in (None, MEAN_DAY)
    return [] if told else [Problem("no-day-variation", {"percentile": float(percentile or MEAN_DAY)})]


def unfit_order(playbook: Playbook, given: str | None) -> list[Problem]:
    """A hire order that the playbook does not offer."""
    offered = playbook.frame.offered_orders
    if given is None or given in offered:
        return []
    if given == ALL_ORDERS and offered:
        return [Problem("all-hire-orders", {"given": given}, where=Location("--hire-order"))]
    known = playbook.frame.hire_orders.get(given)
    if known is not None and known.not_offered is not None:
        values = {"given": given, "reason": known.not_offered, "known": ", ".join(offered)}
        return [Problem("hire-order-not-offered", values, where=Location("--hire-order"))]
    return [unknown("hire-order", given, offered).with_(where=Location("--hire-order"))]


def _fitting(given: Quantity, known: Quantity) -> Quantity | None:
    """The override in a unit that the assumption understands; None where the unit does not fit or is ambiguous."""
    if given.number < 0:
        return None
    if given.unit == "" and known.kind not in ("number", "rate"):
        return Quantity(given.number, known.unit)
    same = given.kind == known.kind or {given.kind, known.kind} == {"minutes", "rate"}
    return given if same else None
