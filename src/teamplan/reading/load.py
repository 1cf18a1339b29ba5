"""Owns the loading of a playbook folder: read, validate, check the relations, and report everything at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from pathlib import Path
from re import Pattern
from re import compile as pattern
from typing import TYPE_CHECKING, Any

from teamplan.engine import opening_rules, rules
from teamplan.engine.rules import Finding
from teamplan.errors import Location, Problem, TeamplanError
from teamplan.playbook.advice import Advice
from teamplan.playbook.base import Frozen
from teamplan.playbook.categories import Category
from teamplan.playbook.duties import BASE_DRIVERS, Duty, Frame
from teamplan.playbook.figures import Assumption
from teamplan.playbook.money import CURRENCIES
from teamplan.playbook.places import PayPlace
from teamplan.playbook.playbook import Playbook, Role, Source
from teamplan.playbook.service import ServiceFrame
from teamplan.playbook.stages import Stage
from teamplan.reading import cost_references, pool_references, references
from teamplan.reading.advice_references import advice_references
from teamplan.reading.document import Document
from teamplan.reading.layers import APART, ASSUMPTIONS, NEEDED, Stack, stacked
from teamplan.reading.places import Where, own_folder
from teamplan.reading.references import BadReference, Names, located
from teamplan.reading.split_references import split_references
from teamplan.reading.text import unreadable
from teamplan.reading.validate import validate
from teamplan.record import Record, as_tuple, fresh

if TYPE_CHECKING:
    from teamplan.playbook.events import Events
    from teamplan.playbook.sourcing import SourcingOption

WHOLE: dict[str, type[Frozen]] = {"playbook": Frame, "service": ServiceFrame}  # file -> the type of all of it
ITEMS: dict[str, type[Frozen]] = {  # file of many items -> the type of one
    "sources": Source,
    "assumptions": Assumption,
    "duties": Duty,
    "roles": Role,
    "advice": Advice,
    "categories": Category,
    "places": PayPlace,
}
EVENTS, SOURCING = APART
NAMES = {"assumptions": (pattern(r"[a-z][a-z0-9_]*"), "pack_minutes")}  # how items of a file are named, and an example
NAME = (pattern(r"[a-z0-9]+(-[a-z0-9]+)*"), "pack-parcels")
KINDS = {"sources": "source", "assumptions": "assumption", "duties": "duty", "roles": "role", "places": "place"}


def load(where: Where, *, events: bool = False, sourcing: bool = False) -> Playbook:
    """The playbook in a folder; its events, and what can be bought outside, only where they are asked for.

    Raises a TeamplanError with every fault.
    """
    playbook, problems = inspect(where, events=events, sourcing=sourcing, elsewhere=False)
    if problems or playbook is None:
        raise TeamplanError(problems)
    return playbook


def inspect(
    where: Where, *, events: bool = True, sourcing: bool = True, elsewhere: bool = True
) -> tuple[Playbook | None, list[Problem]]:
    """The playbook in a folder, None unless it is sound, and every fault, in order of file and line.

    What is read `elsewhere`, its organisation, its rules of pay and its management, is no part of the playbook.
    """
    try:
        stack, problems = stacked(where)
        if stack is None:
            return None, problems
        parts = _read(stack, [name for name, asked in zip(APART, (events, sourcing), strict=True) if asked])
    except (FileNotFoundError, NotADirectoryError):
        return None, [Problem("no-such-folder", where=Location(str(own_folder(where))))]
    except (OSError, ValueError) as error:  # ValueError: no folder can be named so
        return None, [unreadable(own_folder(where), error)]
    playbook, problems = _checked(parts)
    if elsewhere:
        problems += _of_elsewhere(where, playbook, parts)
    if problems and stack.layers[1:]:
        from teamplan.reading.blame import blamed

        problems = blamed(where, stack, problems)
    problems.sort(key=lambda problem: as_tuple(problem.where or Location("")))
    return (None if problems else playbook), problems


def _checked(parts: "_Parts") -> tuple[Playbook | None, list[Problem]]:
    """The playbook of what could be read, None where its parts do not fit together, and every fault so far."""
    problems = parts.problems + [_located(parts, each) for each in _names(parts)]
    faulty = {problem.where.file for problem in problems if problem.where}
    problems += [_located(parts, BadReference(each)) for each in _structure(parts, faulty)]
    playbook = parts.playbook() if not problems else None
    if playbook is not None:
        problems = [_located(parts, BadReference(finding)) for finding in rules.check_amounts(playbook)]
        problems += [_located(parts, BadReference(finding)) for finding in _of_events(playbook)]
    return playbook, problems


class _Parts(Record):
    """What could be read: documents by kind (stages by id), and the sound items of each."""

    documents: Mapping[str, Document]
    frame: Frame | None
    service: ServiceFrame | None
    items: Mapping[str, dict[str, Any]]
    stages: Mapping[str, Stage]
    stage_ids: tuple[str, ...]
    problems: list[Problem] = fresh(factory=list)
    events: "Events | None" = None
    sourcing: "Mapping[str, SourcingOption]" = fresh(factory=dict)

    def playbook(self) -> Playbook | None:
        if self.frame is None or self.service is None:
            return None
        items: dict[str, Any] = {**self.items, "stages": dict(self.stages), "sourcing": dict(self.sourcing)}
        return Playbook(frame=self.frame, service=self.service, events=self.events, **items)

    def names(self) -> Names:
        """Every declared id, also of items that are not sound, so that one fault does not breed others."""
        known: dict[str, Iterable[str]] = {"stage": self.stage_ids} if self.stage_ids else {}
        for file, kind in KINDS.items():
            data = self.documents[file].data if file in self.documents else {}
            if isinstance(data, dict):
                known[kind] = list(data)
        frame = self.documents["playbook"].data
        if isinstance(frame, dict) and isinstance(frame.get("functions"), dict):
            known["function"] = list(frame["functions"])
        if isinstance(frame, dict) and isinstance(frame.get("drivers"), dict):
            known["driver"] = [*BASE_DRIVERS, *_inputs(frame), *frame["drivers"]]
            known["formula"] = list(frame["drivers"])
        if isinstance(frame, dict):
            known["amount"] = _inputs(frame)
            known["input"] = list(frame["inputs"]) if isinstance(frame.get("inputs"), dict) else []
        if EVENTS in self.documents:
            known |= _multipliers(self.documents[EVENTS].data)
        return Names({kind: list(ids) for kind, ids in known.items()}, self.items["assumptions"])


def _inputs(frame: Mapping[str, Any]) -> list[str]:
    """The inputs that cause work, also those that are not sound."""
    declared = frame.get("inputs")
    items = declared.items() if isinstance(declared, dict) else ()
    return [name for name, each in items if not (isinstance(each, dict) and each.keys() & {"sets", "measures"})]


def _multipliers(events: Any) -> dict[str, list[str]]:
    """What a phase may multiply, also where its declaration is not sound; nothing where no event can be read."""
    declared = events.get("multipliers", {}) if isinstance(events, dict) else None
    return {"multiplier": ["visitors", "conversion", *declared]} if isinstance(declared, dict) else {}


def _read(stack: Stack, asked: Sequence[str]) -> _Parts:
    documents: dict[str, Document] = {}
    stage_files, problems = stack.stage_files()
    paths = {kind: stack.paths(kind) for kind in (*WHOLE, *ITEMS, *asked)}
    paths |= {kind: [stack.own / f"{kind}.yaml"] for kind in NEEDED if not paths[kind]}
    for kind, files in (paths | stage_files).items():
        if files:
            documents[kind], found = stack.document(files)
            problems += found
    if stack.folders != stack.upper:
        from teamplan.reading.inherited import taken_over

        documents[ASSUMPTIONS] = taken_over(stack, documents[ASSUMPTIONS])
    frame, found = validate(Frame, documents["playbook"])
    problems += found
    service, found = validate(ServiceFrame, documents["service"])
    problems += found
    items: dict[str, dict[str, Any]] = {}
    for kind, model in ITEMS.items():
        items[kind], found = _items(kind, model, documents[kind]) if kind in documents else ({}, [])
        problems += found
    stages: dict[str, Stage] = {}
    for stage_id in stage_files:
        stage, found = validate(Stage, documents[stage_id])
        problems += found
        stages |= {stage_id: stage} if stage else {}
    if not stage_files:
        problems.append(Problem("no-stages", where=Location(str(stack.own))))
    planned, found = _events(documents)
    problems += found
    bought, found = _sourcing(documents)
    problems += found
    return _Parts(documents, frame, service, items, stages, tuple(stage_files), problems, planned, bought)


def _items(file: str, model: type[Frozen], document: Document) -> tuple[dict[str, Any], list[Problem]]:
    """The sound items of a file of many, and every fault in it."""
    if not isinstance(document.data, dict):
        _, problems = validate(model, document)
        return {}, problems
    sound: dict[str, Any] = {}
    problems = []
    for name in document.data:
        item, found = validate(model, document, (name,))
        problems += _misnamed(document, name, *NAMES.get(file, NAME)) + found
        if item is not None:
            sound[name] = item
    return sound, problems


def _events(documents: Mapping[str, Document]) -> tuple["Events | None", list[Problem]]:
    """The events, where they were asked for and the folder has any."""
    if EVENTS not in documents:
        return None, []
    from teamplan.playbook.events import Events

    document = documents[EVENTS]
    events, problems = validate(Events, document)
    return events, [_as_multiplier(document, each) for each in problems]


def _as_multiplier(document: Document, problem: Problem) -> Problem:
    """A lag at the top of a file was that of the driver of its name, before multipliers were declared."""
    name = problem.path[0] if len(problem.path) == 1 else ""
    lag = document.data.get(name) if problem.key == "unknown-key" else None
    return problem.with_(key="lag-of-multiplier", among=()) if isinstance(lag, dict) and "first_day" in lag else problem


def _sourcing(documents: dict[str, Document]) -> tuple[dict[str, "SourcingOption"], list[Problem]]:
    """What can be bought outside, where it was asked for and the folder tells of any."""
    if SOURCING not in documents:
        return {}, []
    from teamplan.playbook.sourcing import SourcingOption

    return _items(SOURCING, SourcingOption, documents[SOURCING])


def _of_events(playbook: Playbook) -> Iterable[Finding]:
    if playbook.events is None:
        return ()
    from teamplan.engine.event_rules import event_findings

    return event_findings(playbook)


def _of_elsewhere(where: Where, playbook: Playbook | None, parts: _Parts) -> list[Problem]:
    """What is wrong with files that are no part of the playbook; of its organisation only where that is sound."""
    from teamplan.reading.management import management_problems
    from teamplan.reading.organisation import organisation_problems
    from teamplan.reading.pay_rules import inspect_pay_rules

    names = parts.names()
    found = organisation_problems(where, playbook) if playbook is not None else []
    found += management_problems(where, names, parts.items["roles"])
    return [*found, *inspect_pay_rules(where, names)[1]]


def _misnamed(document: Document, name: str, names: Pattern[str], like: str) -> list[Problem]:
    if names.fullmatch(name):
        return []
    return [Problem("not-an-id", {"given": name, "like": like}, (name,), document.locate((name,), key=True))]


def _names(parts: _Parts) -> Iterator[BadReference]:
    """Dangling names and clashes over all that is sound."""
    names, items = parts.names(), parts.items
    yield from references.assumption_references(items["assumptions"], names)
    yield from references.duty_references(items["duties"], names)
    currency = parts.frame.currency if parts.frame else CURRENCIES[0]
    yield from references.role_references(items["roles"], currency, names)
    files = parts.documents["advice"].files
    faulty = {each.path[0] for each in parts.problems if each.where and each.where.file in files and each.path}
    yield from advice_references(items["advice"], names, faulty)
    for stage_id, stage in parts.stages.items():
        yield from references.stage_references(stage_id, stage, names)
    if parts.frame is not None:
        yield from references.frame_references(parts.frame, names)
        yield from references.input_references(parts.frame, names)
        yield from cost_references.cost_references(parts.frame.cost, items["places"], names)
        yield from pool_references.pool_references(parts.frame, names)
        yield from split_references(parts.frame, items["roles"], items["duties"], parts.stages, names)
    yield from references.category_references(items["categories"], names)
    yield from cost_references.place_references(items["places"], names)
    if parts.service is not None:
        yield from references.service_references(parts.service, names)
    if parts.events is not None:
        from teamplan.reading.event_references import event_references

        yield from event_references(parts.events, currency, names)
    if parts.sourcing:
        from teamplan.reading.sourcing_references import sourcing_references

        stages = list(parts.stages.values()) if len(parts.stages) == len(parts.stage_ids) else []
        yield from sourcing_references(parts.sourcing, items, stages, names)
    for given, first, second in references.clashes(names):
        yield _clash(parts, given, first, second)


def _structure(parts: _Parts, faulty: Set[str]) -> Iterator[Finding]:
    """Loops, axes, order and refinement; what a stage lost to a fault of its own file is not held against it."""
    drivers = parts.frame.caused_by if parts.frame else {}
    duties, stages = parts.items["duties"], parts.stages
    yield from rules.check_loops(drivers)
    findings = [each for stage_id in stages for each in rules.check_stage(duties, drivers, stage_id, stages[stage_id])]
    yield from findings
    for stage_id in stages if not faulty else ():  # what opens a post may stand in a part that was lost
        yield from opening_rules.check_openings(stages, duties, stage_id)
    yield from rules.check_order(stages, next(iter(parts.stage_ids), None))
    unclear = {finding.kind for finding in findings if finding.key == "carried-twice"}
    unclear |= {stage_id for stage_id in parts.stage_ids if not faulty.isdisjoint(parts.documents[stage_id].files)}
    for before, after in pairwise(parts.stage_ids):
        if not unclear & {before, after}:
            early = {each: opening_rules.with_early_posts(stages, duties, each) for each in (before, after)}
            opened = early[before].team.keys() - stages[before].team.keys()
            yield from rules.check_refinement(duties, (before, early[before]), (after, early[after]), opened)
            yield from rules.check_inputs(parts.items["assumptions"], stages[before], after, stages[after])


def _clash(parts: _Parts, given: str, first: str, second: str) -> BadReference:
    files = {"input": "playbook", "function": "playbook", "role": "roles", "duty": "duties", "stage": given}
    path = {"stage": (), "function": ("functions", given)}.get(second, (given,))
    return BadReference(Finding("id-clash", files[second], path, {"given": given, "first": f"{files[first]}.yaml"}))


def _located(parts: _Parts, missing: BadReference) -> Problem:
    return located(missing, parts.documents[missing.finding.kind])


def own_examples(where: Where, playbook: Playbook) -> dict[str, tuple[int, ...]]:
    """By stage the places of the examples that the playbook itself carries, or an overlay.

    Those of a playbook that it extends are of other numbers, and prove nothing of its own.
    """
    stack, _ = stacked(where)
    assert stack is not None, "the examples of a playbook that is sound"
    own = {str(each) for each in stack.upper}
    found = {}
    for stage_id, paths in stack.stage_files()[0].items():
        document, _ = stack.document(paths)
        count = len(playbook.stages[stage_id].examples)
        files = [document.locate(("examples", place)).file for place in range(count)]
        found[stage_id] = tuple(place for place, file in enumerate(files) if str(Path(file).parent) in own)
    return found


def at_example(where: Where, stage_id: str, place: int, problem: Problem) -> Problem:
    """What is wrong with an example, with its place in the stage file: of what it expects or says, if it is one."""
    stack, _ = stacked(where)
    assert stack is not None, "an example of a playbook that is sound"
    document, _ = stack.document(stack.stage_files()[0][stage_id])
    part = ("expect", str(problem.values["subject"])) if problem.key == "example-failed" else problem.path
    loc: tuple[str | int, ...] = ("examples", place, *part)
    return problem.with_(path=document.path(loc), where=document.locate(loc))
