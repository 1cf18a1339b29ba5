"""Owns whether every name in a playbook exists: assumptions (with a fitting unit), ids, sources."""

from collections.abc import Collection, Iterator, Mapping

from teamplan.engine.rules import Finding
from teamplan.errors import Problem
from teamplan.playbook.categories import Category
from teamplan.playbook.duties import BASE_DRIVERS, SHIPS_WITHIN, Duty, Frame, HeadcountOf, Term
from teamplan.playbook.figures import Assumption
from teamplan.playbook.money import CURRENCIES
from teamplan.playbook.playbook import Role, source_key
from teamplan.playbook.reserved import ALL_ORDERS, RESERVED
from teamplan.playbook.service import ServiceFrame
from teamplan.playbook.stages import Example, Post, Stage
from teamplan.playbook.store import key_of
from teamplan.reading.document import Document
from teamplan.record import Record, fresh

Path = tuple[str, ...]
Kinds = tuple[str, ...]
NUMBER, TIME, WEEKLY = ("number",), ("minutes", "rate"), ("hours a week",)
WORKING_TIME: dict[str, Kinds] = {
    "shift": ("hours a day", "minutes"),
    "productive": NUMBER,
    "attendance": NUMBER,
    "days_worked": ("days a week",),
    "days_open": ("days a week",),
    "legal_week": WEEKLY,
}
OWNER: dict[str, Kinds] = {"limit": NUMBER, "day": ("hours a day",), "relief": WEEKLY, "worth": NUMBER}
WANTED: dict[Kinds, str] = {  # kinds of quantity -> values of them as people write them
    NUMBER: "0.8, 80%",
    TIME: "2.6 min, 150/day",
    WEEKLY: "5 h/week",
    ("hours a day", "minutes"): "8 h",
    ("days a week",): "5 days/week",
    ("minutes",): "2 min",
    ("hours a day",): "8 h/day",
    ("hours a month",): "36 h/month",
    ("days",): "14 days",
    **{(f"{each} a day",): f"300 {each}/day" for each in CURRENCIES},
    **{(f"{each} a month",): f"300 {each}/month" for each in CURRENCIES},
    **{(f"{each} a unit",): f"1.5 {each}/unit" for each in CURRENCIES},
}
FIGURES = {  # figures of a role -> units, and a value as people write it
    **{each.lower(): ((f"{each}/month",), f"7000 {each}/month") for each in CURRENCIES},
    "days_to_hire": (("day", "days"), "30 days"),
    "days_to_full_speed": (("day", "days"), "60 days"),
    "start_efficiency": (("", "%"), "50%"),
}


class BadReference(Record):
    """A name that does not exist, or has the wrong unit."""

    finding: Finding
    among: Collection[str] = ()


def located(bad: BadReference, document: Document) -> Problem:
    """What is wrong with a name, at its place in its file."""
    finding = bad.finding
    path = [part for part in finding.path if part]
    among = (bad.among,) if bad.among else ()
    return Problem(finding.key, finding.values, document.path(path), document.locate(path), among)


class Names(Record):
    """All ids that the files declare, sound or not; a kind that could not be read at all is absent and not checked."""

    known: Mapping[str, Collection[str]]
    assumptions: Mapping[str, Assumption] = fresh(factory=dict)

    def check(self, kind: str, given: str, file: str, path: Path) -> Iterator[BadReference]:
        """Nothing if the id exists, else the problem with those that do."""
        known = self.known.get(kind)
        if known is not None and given not in known:
            values = {"given": given, "known": ", ".join(known)}
            yield BadReference(Finding(f"unknown-{kind}", file, path, values), known)

    def amount(self, reference: str, kinds: Kinds, file: str, path: Path) -> Iterator[BadReference]:
        """Nothing if `$name` exists and is of a fitting kind."""
        yield from self.check("assumption", reference[1:], file, path)
        figure = self.assumptions.get(reference[1:])
        if figure is not None and figure.value.kind not in kinds:
            values = {"name": reference[1:], "given": str(figure.value), "wanted": WANTED[kinds]}
            yield BadReference(Finding("wrong-unit", file, path, values))

    def source(self, given: str | None, file: str, path: Path) -> Iterator[BadReference]:
        """Nothing if every part of `000-S3, 000-S4` names a source, with or without a fact behind it."""
        for part in (given or "").split(","):
            if name := part.strip():
                yield from self.check("source", source_key(name), file, path)


def frame_references(frame: Frame, names: Names) -> Iterator[BadReference]:
    """Dangling names in `playbook.yaml`."""
    for item, kinds in WORKING_TIME.items():
        reference = getattr(frame.working_time, item)
        yield from names.amount(reference, kinds, "playbook", ("working_time", item))
    if frame.owner is not None:
        for item, kinds in OWNER.items():
            yield from names.amount(getattr(frame.owner, item), kinds, "playbook", ("owner", item))
    if frame.day_cv is not None:
        yield from names.amount(frame.day_cv, NUMBER, "playbook", ("day_cv",))
    for function, reference in frame.leavers.items():
        yield from names.check("function", function, "playbook", ("leavers", function))
        yield from names.amount(reference, NUMBER, "playbook", ("leavers", function))
    yield from _newcomers_and_holidays(frame, names)
    yield from _departments(frame, names)
    yield from _hire_orders(frame, names)
    yield from _driver_references(frame, names)


def _driver_references(frame: Frame, names: Names) -> Iterator[BadReference]:
    for name, driver in frame.drivers.items():
        if name in (*BASE_DRIVERS, *frame.amounts):
            yield BadReference(Finding("base-driver", "playbook", ("drivers", name), {"given": name}))
        for key, terms in (("from", driver.from_), ("measured", driver.measured)):
            for place, term in enumerate(terms):
                yield from _term(term, ("drivers", name, key, str(place)), names)


def _term(term: Term, path: Path, names: Names) -> Iterator[BadReference]:
    yield from names.check("driver", term.driver, "playbook", (*path, "driver"))
    for key in ("times", "less", "over"):
        for index, reference in enumerate(getattr(term, key)):
            yield from names.amount(reference, NUMBER, "playbook", (*path, key, str(index)))


def _departments(frame: Frame, names: Names) -> Iterator[BadReference]:
    for name, department in frame.departments.items():
        for place, function in enumerate(department.functions):
            yield from names.check("function", function, "playbook", ("departments", name, "functions", str(place)))
        for place, stage in enumerate(department.stages):
            yield from names.check("stage", stage, "playbook", ("departments", name, "stages", str(place)))
        yield from names.source(department.source, "playbook", ("departments", name, "source"))


def _hire_orders(frame: Frame, names: Names) -> Iterator[BadReference]:
    """A hire order that nobody could ask for by its name, and roles that do not exist or stand in one twice."""
    for name, order in frame.hire_orders.items():
        if name == ALL_ORDERS:
            yield BadReference(Finding("reserved-input", "playbook", ("hire_orders", name), {"given": name}))
        yield from names.source(order.source, "playbook", ("hire_orders", name, "source"))
        met: set[str] = set()
        for place, tier in enumerate(order.tiers):
            for index, role in enumerate(tier):
                path = ("hire_orders", name, "tiers", str(place), str(index))
                yield from names.check("role", role, "playbook", path)
                if role in met:
                    yield BadReference(Finding("role-twice", "playbook", path, {"given": role}))
                met.add(role)


def input_references(frame: Frame, names: Names) -> Iterator[BadReference]:
    """Inputs that set no share, or whose name is one that the prompt or a store file uses itself."""
    for name, declared in frame.inputs.items():
        if name in RESERVED:
            yield BadReference(Finding("reserved-input", "playbook", ("inputs", name), {"given": name}))
        if declared.measures is not None:
            yield from names.amount(declared.measures, NUMBER, "playbook", ("inputs", name, "measures"))
        if declared.sets is not None:
            path = ("inputs", name, "sets")
            yield from names.check("assumption", declared.sets[1:], "playbook", path)
            figure = names.assumptions.get(declared.sets[1:])
            if figure is not None and figure.value.unit != "%":
                values = {"name": declared.sets[1:], "given": str(figure.value), "wanted": "80%"}
                yield BadReference(Finding("wrong-unit", "playbook", path, values))


def _newcomers_and_holidays(frame: Frame, names: Names) -> Iterator[BadReference]:
    if frame.onboarding is not None:
        yield from names.amount(frame.onboarding.newcomers, NUMBER, "playbook", ("onboarding", "newcomers"))
        yield from names.amount(frame.onboarding.hours, WEEKLY, "playbook", ("onboarding", "hours"))
    if frame.lasting is not None:
        yield from names.amount(frame.lasting, ("days",), "playbook", ("lasting",))
    for name, holiday in frame.holidays.items():
        for place, days in enumerate(holiday.days):
            yield from names.source(days.source, "playbook", ("holidays", name, "days", str(place), "source"))


def service_references(frame: ServiceFrame, names: Names) -> Iterator[BadReference]:
    """Dangling names in `service.yaml`."""
    for profile_id, profile in frame.profiles.items():
        yield from names.source(profile.source, "service", ("profiles", profile_id, "source"))
    yield from names.source(frame.week.source, "service", ("week", "source"))
    yield from names.source(frame.counted.source, "service", ("counted", "source"))
    for pattern_id, pattern in frame.shifts.items():
        yield from names.amount(pattern.hours, ("minutes",), "service", ("shifts", pattern_id, "hours"))
    yield from names.amount(frame.law.day, ("minutes",), "service", ("law", "day"))
    yield from names.amount(frame.law.days_off, ("days a week",), "service", ("law", "days_off"))


def assumption_references(figures: Mapping[str, Assumption], names: Names) -> Iterator[BadReference]:
    """Sources of assumptions that do not exist."""
    for name, figure in figures.items():
        yield from names.source(figure.source, "assumptions", (name, "source"))


def category_references(categories: Mapping[str, Category], names: Names) -> Iterator[BadReference]:
    """Assumptions that a category sets and the playbook has not, or in another unit; sources that do not exist."""
    for category_id, category in categories.items():
        for name, figure in category.sets.items():
            path = (category_id, "sets", name)
            yield from names.check("assumption", name, "categories", path)
            yield from names.source(figure.source, "categories", (*path, "source"))
            known = names.assumptions.get(name)
            if known is not None and figure.value.unit != known.value.unit:
                values = {"name": name, "given": str(figure.value), "wanted": str(known.value)}
                yield BadReference(Finding("wrong-unit", "categories", (*path, "value"), values))
        if category.year is not None:
            yield from names.source(category.year.source, "categories", (category_id, "year", "source"))
        for name, figure in category.promotions.items():
            yield from names.check("multiplier", name, "categories", (category_id, "promotions", name))
            yield from names.source(figure.source, "categories", (category_id, "promotions", name, "source"))


def duty_references(duties: Mapping[str, Duty], names: Names) -> Iterator[BadReference]:
    """Dangling names in `duties.yaml`."""
    for duty_id, duty in duties.items():
        yield from names.check("function", duty.function, "duties", (duty_id, "function"))
        yield from names.source(duty.source, "duties", (duty_id, "source"))
        if duty.from_stage is not None:
            yield from names.check("stage", duty.from_stage, "duties", (duty_id, "from_stage"))
        if isinstance(duty.driver, str):
            yield from names.check("driver", duty.driver, "duties", (duty_id, "driver"))
        if isinstance(duty.driver, HeadcountOf):
            for place, role in enumerate(duty.driver.headcount_of):
                yield from names.check("role", role, "duties", (duty_id, "driver", "headcount_of", str(place)))
        yield from _duty_amounts(duty_id, duty, names)


def _duty_amounts(duty_id: str, duty: Duty, names: Names) -> Iterator[BadReference]:
    if duty.minutes is not None:
        yield from names.amount(duty.minutes, TIME, "duties", (duty_id, "minutes"))
    if duty.hours_per_week is not None:
        yield from names.amount(duty.hours_per_week, WEEKLY, "duties", (duty_id, "hours_per_week"))
    if duty.waits not in (None, SHIPS_WITHIN):
        yield from names.amount(duty.waits, ("days",), "duties", (duty_id, "waits"))
    if duty.live is not None:
        for place, reference in enumerate(duty.live.minutes):
            yield from names.amount(reference, TIME, "duties", (duty_id, "live", "minutes", str(place)))
        yield from names.amount(
            duty.live.patience_minutes, ("minutes",), "duties", (duty_id, "live", "patience_minutes")
        )
        yield from names.amount(duty.live.occupancy, NUMBER, "duties", (duty_id, "live", "occupancy"))


def role_references(roles: Mapping[str, Role], currency: str, names: Names) -> Iterator[BadReference]:
    """Dangling names in `roles.yaml`, and roles without a pay in the currency of the playbook."""
    known = [each.lower() for each in CURRENCIES]
    for role_id, role in roles.items():
        if currency.lower() not in role.pay:
            yield BadReference(Finding("missing-key", "roles", (role_id, "pay"), {"key": currency.lower()}))
        for each in role.pay:
            if each not in known:
                values = {"given": each, "known": ", ".join(known)}
                yield BadReference(Finding("unknown-currency", "roles", (role_id, "pay", each), values))
        yield from names.check("function", role.function, "roles", (role_id, "function"))
        yield from names.source(role.source, "roles", (role_id, "source"))
        figures = {("pay", each): figure for each, figure in role.pay.items() if each in known}
        for key in ("days_to_hire", "days_to_full_speed", "start_efficiency"):
            figures[(key,)] = getattr(role, key)  # type: ignore[index]
        for path, figure in figures.items():
            yield from names.source(figure.source, "roles", (role_id, *path, "source"))
            units, wanted = FIGURES[path[-1]]
            if figure.value.unit not in units:
                values = {"name": path[-1], "given": str(figure.value), "wanted": wanted}
                yield BadReference(Finding("wrong-unit", "roles", (role_id, *path, "value"), values))


def _post_references(stage_id: str, role: str, post: Post, names: Names) -> Iterator[BadReference]:
    yield from names.check("role", role, stage_id, ("team", role))
    for place, duty in enumerate(post.duties):
        yield from names.check("duty", duty, stage_id, ("team", role, "duties", str(place)))
    if post.unless_founder is not None:
        yield from names.check("function", post.unless_founder, stage_id, ("team", role, "unless_founder"))
    if post.opens_at is not None:
        yield from names.amount(post.opens_at, NUMBER, stage_id, ("team", role, "opens_at"))


def stage_references(stage_id: str, stage: Stage, names: Names) -> Iterator[BadReference]:
    """Dangling names in a stage file."""
    yield from names.source(stage.source, stage_id, ("source",))
    yield from _stage_inputs(stage_id, stage, names)
    for role, post in stage.team.items():
        yield from _post_references(stage_id, role, post, names)
    for place, wider in enumerate(stage.service.wider if stage.service else ()):
        yield from names.amount(wider.above, NUMBER, stage_id, ("service", "wider", str(place), "above"))
        yield from names.check("driver", wider.driver, stage_id, ("service", "wider", str(place), "driver"))
    for place, role in enumerate(stage.hand_over):
        yield from names.check("role", role, stage_id, ("hand_over", str(place)))
    for place, duty in enumerate(stage.owner):
        yield from names.check("duty", duty, stage_id, ("owner", str(place)))
    for key in ("changes", "watch", "prepare"):
        for place, remark in enumerate(getattr(stage, key)):
            yield from names.source(remark.source, stage_id, (key, str(place), "source"))
    if stage.money is not None:
        yield from names.source(stage.money.source, stage_id, ("money", "source"))
    for place, example in enumerate(stage.examples):
        yield from _example(stage_id, place, example, names)


def _example(stage_id: str, place: int, example: Example, names: Names) -> Iterator[BadReference]:
    path = ("examples", str(place))
    inputs, assumptions = ([key_of(each) for each in names.known.get(kind, ())] for kind in ("input", "assumption"))
    known = (*Example.model_fields, *inputs, *assumptions)
    for key in example.given:
        if assumptions and key not in known:
            yield BadReference(Finding("unknown-input", stage_id, (*path, key), {"given": key}), known)
    for key in example.expect.keys() - {"stage", "headcount"}:
        yield from names.check("role", key, stage_id, (*path, "expect", key))


def _stage_inputs(stage_id: str, stage: Stage, names: Names) -> Iterator[BadReference]:
    """Each amount that the playbook declares has what the stage takes for it, and nothing else has."""
    for name in names.known.get("amount", ()):
        if name not in stage.inputs:
            yield BadReference(Finding("missing-key", stage_id, ("inputs",), {"key": name}))
    for name, reference in stage.inputs.items():
        yield from names.check("amount", name, stage_id, ("inputs", name))
        yield from names.amount(reference, NUMBER, stage_id, ("inputs", name))


def clashes(names: Names) -> Iterator[tuple[str, str, str]]:
    """(id, first kind, second kind) for ids that two of inputs, roles, functions, duties and stages share."""
    first: dict[str, str] = {}
    for kind in ("input", "function", "role", "duty", "stage"):
        for each in names.known.get(kind, ()):
            if each in first:
                yield each, first[each], kind
            first.setdefault(each, kind)
