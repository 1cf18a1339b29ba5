"""Owns the loading of a playbook folder: read, validate, check the relations, and report everything at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

from teamplan.engine import checks
from teamplan.engine.checks import Finding
from teamplan.errors import Location, Problem, TeamplanError
from teamplan.model.base import Frozen
from teamplan.model.figures import Assumption
from teamplan.model.playbook import BASE_DRIVERS, Advice, Duty, Frame, Playbook, Role, Source, Stage
from teamplan.playbook import references
from teamplan.playbook.document import Document, read_file
from teamplan.playbook.references import Missing, Names
from teamplan.playbook.validate import validate

ITEMS: dict[str, type[Frozen]] = {  # file of many items -> the type of one
    "sources": Source,
    "assumptions": Assumption,
    "duties": Duty,
    "roles": Role,
    "advice": Advice,
}
KINDS = {"sources": "source", "assumptions": "assumption", "duties": "duty", "roles": "role"}


def load(folder: Path) -> Playbook:
    """The playbook in a folder. Raises a TeamplanError with every fault, located."""
    playbook, problems = inspect(folder)
    if problems or playbook is None:
        raise TeamplanError(problems)
    return playbook


def inspect(folder: Path) -> tuple[Playbook | None, list[Problem]]:
    """The playbook in a folder, None unless it is sound, and every fault, in order of file and line."""
    if not folder.is_dir():
        return None, [Problem("no-such-folder", where=Location(str(folder)))]
    parts = _read(folder)
    problems = parts.problems + [_located(parts, each) for each in _relations(parts)]
    playbook = parts.playbook() if not problems else None
    if playbook is not None:
        problems = [_located(parts, Missing(finding)) for finding in checks.check_amounts(playbook)]
    problems.sort(key=lambda problem: (problem.where or Location("")).file)
    return (None if problems else playbook), problems


@dataclass(frozen=True, slots=True)
class _Parts:
    """What could be read: documents by kind (stages by id), and the sound items of each."""

    documents: Mapping[str, Document]
    frame: Frame | None
    items: Mapping[str, Mapping[str, Any]]
    stages: Mapping[str, Stage]
    stage_ids: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)

    def playbook(self) -> Playbook | None:
        if self.frame is None:
            return None
        fields: dict[str, Any] = {"frame": self.frame, "stages": dict(self.stages), **self.items}
        return Playbook.model_construct(**fields)

    def names(self) -> Names:
        """Every declared id, also of items that are not sound, so that one fault does not breed others."""
        known: dict[str, Iterable[str]] = {"stage": self.stage_ids}
        for file, kind in KINDS.items():
            data = self.documents[file].data
            if isinstance(data, dict):
                known[kind] = list(data)
        frame = self.documents["playbook"].data
        if isinstance(frame, dict) and isinstance(frame.get("functions"), dict):
            known["function"] = list(frame["functions"])
        if isinstance(frame, dict) and isinstance(frame.get("drivers"), dict):
            known["driver"] = [*BASE_DRIVERS, *frame["drivers"]]
        return Names({kind: list(ids) for kind, ids in known.items()}, self.items["assumptions"])


def _read(folder: Path) -> _Parts:
    problems: list[Problem] = []
    documents: dict[str, Document] = {}
    stage_files, strays = _stage_files(folder)
    problems += strays
    wanted = {kind: folder / f"{kind}.yaml" for kind in ("playbook", *ITEMS)} | stage_files
    for kind, path in wanted.items():
        documents[kind], found = read_file(path)
        problems += found
    frame, found = validate(Frame, documents["playbook"])
    problems += found
    items: dict[str, dict[str, Any]] = {}
    for kind, model in ITEMS.items():
        items[kind], found = _items(model, documents[kind])
        problems += found
    stages: dict[str, Stage] = {}
    for stage_id in stage_files:
        stage, found = validate(Stage, documents[stage_id])
        problems += found
        stages |= {stage_id: stage} if stage else {}
    if not stage_files:
        problems.append(Problem("no-stages", where=Location(str(folder))))
    return _Parts(documents, frame, items, stages, tuple(stage_files), problems)


def _stage_files(folder: Path) -> tuple[dict[str, Path], list[Problem]]:
    """Stage files `<n>-<id>.yaml` in order of n, and files that are none of the playbook's."""
    numbered: list[tuple[int, str, Path]] = []
    problems = []
    kinds = ["playbook", *ITEMS]
    for path in sorted(folder.iterdir()):
        number, _, stage_id = path.stem.partition("-")
        if path.suffix == ".yml" or (path.suffix == ".yaml" and path.stem not in kinds and not number.isdigit()):
            near = next(iter(get_close_matches(path.stem, kinds, n=1)), None)
            near = f"{near}.yaml" if near else None
            problems.append(Problem("unknown-file", {"given": path.name}, where=Location(str(path)), near=near))
        elif path.suffix == ".yaml" and number.isdigit() and stage_id:
            numbered.append((int(number), stage_id, path))
    return {stage_id: path for _, stage_id, path in sorted(numbered)}, problems


def _items(model: type[Frozen], document: Document) -> tuple[dict[str, Any], list[Problem]]:
    """The sound items of a file of many, and every fault in it."""
    if not isinstance(document.data, dict):
        _, problems = validate(model, document)
        return {}, problems
    sound: dict[str, Any] = {}
    problems = []
    for name in document.data:
        item, found = validate(model, document, (name,))
        problems += found
        if item is not None:
            sound[name] = item
    return sound, problems


def _relations(parts: _Parts) -> Iterator[Missing]:
    """Dangling names, clashes, loops, axes, order and refinement over all that is sound."""
    names, items = parts.names(), parts.items
    yield from references.assumption_references(items["assumptions"], names)
    yield from references.duty_references(items["duties"], names)
    yield from references.role_references(items["roles"], names)
    yield from references.advice_references(items["advice"], names)
    for stage_id, stage in parts.stages.items():
        yield from references.stage_references(stage_id, stage, names)
    if parts.frame is not None:
        yield from references.frame_references(parts.frame, names)
    for given, first, second in references.clashes(names):
        yield _clash(parts, given, first, second)
    yield from map(Missing, _structure(parts))


def _structure(parts: _Parts) -> Iterator[Finding]:
    drivers = parts.frame.drivers if parts.frame else {}
    duties, stages = parts.items["duties"], parts.stages
    yield from checks.check_loops(drivers)
    yield from chain.from_iterable(checks.check_stage(duties, drivers, each, stages[each]) for each in stages)
    yield from checks.check_order(stages)
    for (before_id, before), (after_id, after) in pairwise(stages.items()):
        yield from checks.check_refinement(duties, (before_id, before), (after_id, after))
        yield from checks.check_inputs(parts.items["assumptions"], before, after_id, after)


def _clash(parts: _Parts, given: str, first: str, second: str) -> Missing:
    files = {"role": "roles", "duty": "duties", "stage": given}
    path = () if second == "stage" else (given,)
    return Missing(Finding("id-clash", files[second], path, {"given": given, "first": first, "second": second}))


def _located(parts: _Parts, missing: Missing) -> Problem:
    finding = missing.finding
    document = parts.documents[finding.kind]
    loc = [part for part in finding.path if part]
    named = document.path(loc)
    return Problem(finding.key, finding.values, named, document.locate(loc), missing.near)


def at_example(folder: Path, stage_id: str, place: int, problem: Problem) -> Problem:
    """A failed example with its place in the stage file."""
    document, _ = read_file(_stage_files(folder)[0][stage_id])
    loc = ("examples", place, "expect", str(problem.values["subject"]))
    return Problem(problem.key, problem.values, document.path(loc), document.locate(loc))
