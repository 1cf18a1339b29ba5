"""Owns the folders that a playbook is made of: its own, those that it extends, and the overlays over it."""

from collections.abc import Iterable, Iterator, Mapping
from os.path import lexists
from pathlib import Path
from re import compile as pattern

from teamplan.errors import Location, Problem, TeamplanError, nearest, unknown
from teamplan.playbook.duties import Extends
from teamplan.playbook.overlay import Overlay
from teamplan.reading.differences import laid_over
from teamplan.reading.document import Document, read_file
from teamplan.reading.places import (
    Overlaid,
    Where,
    base_folder,
    folders_seen,
    overlays_of,
    own_folder,
    shipped,
    shipped_overlays,
    stages_folder,
)
from teamplan.reading.text import is_folder
from teamplan.reading.validate import validate
from teamplan.record import Record, fresh

FRAME, ASSUMPTIONS = "playbook", "assumptions"
NEEDED = (FRAME, "service", "sources", ASSUMPTIONS, "duties", "roles", "advice")
APART = ("events", "sourcing")  # read only where they are asked for; a playbook may have none
ELSEWHERE = ("organisation", "management", "pay")  # read by the questions about them, and by a whole check
OPTIONAL = ("categories", "places")  # what a playbook may do without beside them
KINDS = (*NEEDED, *OPTIONAL, *APART, *ELSEWHERE)
STAGES = "stages"  # all stage files
OVERLAY, EVERY_STAGE = "overlay", "every-stage"  # files that only an overlay has
STAGE_FILE = pattern(r"([0-9]{1,9})-([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml")
Read = tuple[Document, list[Problem]]


class Layer(Record):
    """One folder. Of what is under it, it begins `without` some files, by their kind or the id of a stage."""

    folder: Path
    without: Mapping[str, Location] = fresh(factory=dict)
    overlay: bool = False

    @property
    def own_kinds(self) -> tuple[str, ...]:
        """The kinds of files that it may have beside those of stages."""
        return (*KINDS, OVERLAY, EVERY_STAGE) if self.overlay else KINDS


class Stack(Record):
    """The folders of a playbook, the lowest first, and what was read of them so far."""

    layers: tuple[Layer, ...]
    known: dict[Path, Read]

    @property
    def own(self) -> Path:
        """The folder of the playbook itself."""
        return next(each.folder for each in reversed(self.layers) if not each.overlay)

    @property
    def upper(self) -> set[Path]:
        """The folder of the playbook itself, and those of overlays."""
        return {each.folder for each in self.layers if each.overlay} | {self.own}

    @property
    def folders(self) -> set[Path]:
        """All of them."""
        return {each.folder for each in self.layers}

    def paths(self, kind: str) -> list[Path]:
        """The files of a kind, the lowest first; where a playbook does without it, so does what is laid over it."""
        found: list[Path] = []
        for layer in self.layers:
            found = [] if kind in layer.without else found
            path = layer.folder / f"{kind}.yaml"
            if lexists(path) and (found or not layer.overlay or kind in NEEDED):  # a link that leads nowhere is a fault
                found.append(path)
        return found

    def document(self, paths: list[Path]) -> Read:
        """Files laid over each other, the lowest first, and what is wrong with the text of them."""
        document, problems = self._read(paths[0])
        overlays = {each.folder for each in self.layers if each.overlay}
        for path in paths[1:]:
            over, found = self._read(path)
            document, unfit = laid_over(document, over, over_any=path.parent in overlays)
            problems = [*problems, *found, *unfit]
        return document, problems

    def _read(self, path: Path) -> Read:
        if path not in self.known:
            self.known[path] = read_file(path)
        return self.known[path]

    def stage_files(self) -> tuple[dict[str, list[Path]], list[Problem]]:
        """The files of each stage, the lowest first, in the order of stages; and files that are none of a playbook's.

        Raises an OSError for a folder that cannot be looked into.
        """
        numbered: dict[str, tuple[int, list[Path]]] = {}
        problems: list[Problem] = []
        for layer in self.layers:
            files, strays = _stage_files(layer)
            problems += strays + list(_left_out(layer, numbered))
            numbered = {} if STAGES in layer.without else numbered
            numbered = {stage_id: each for stage_id, each in numbered.items() if stage_id not in layer.without}
            for stage_id, (number, path) in files.items():
                numbered[stage_id] = number, [*numbered.get(stage_id, (0, []))[1], path]
            if layer.overlay and lexists(every := layer.folder / f"{EVERY_STAGE}.yaml"):
                numbered = {stage_id: (number, [*under, every]) for stage_id, (number, under) in numbered.items()}
        in_order = sorted((number, stage_id) for stage_id, (number, _) in numbered.items())
        return {stage_id: numbered[stage_id][1] for _, stage_id in in_order}, problems


def stacked(where: Where) -> tuple[Stack | None, list[Problem]]:
    """The folders of a playbook; None where one of them cannot be told or is not there, and why."""
    known: dict[Path, Read] = {}
    layers: list[Layer] = []
    met: list[Path] = []
    folder: Path | None = own_folder(where)
    while folder is not None:
        known[folder / f"{FRAME}.yaml"] = document, _ = read_file(folder / f"{FRAME}.yaml")
        layer, folder, problems = _based(folder, document)
        met.append(layer.folder.resolve())
        layers.insert(0, layer)
        if folder is not None and folder.resolve() in met:
            chain = " > ".join(each.name for each in (*met, folder.resolve()))
            problems = [Problem("extends-loop", {"chain": chain}, ("extends",), document.locate(("extends",)))]
        if problems:
            return None, problems
    problems = [problem for each in overlays_of(where) for problem in _of_overlay(each)]
    layers += [Layer(each, overlay=True) for each in overlays_of(where)]
    return (None if problems else Stack(tuple(layers), known)), problems


def beneath(where: Where) -> Where | None:
    """What the last overlay is laid over, else what the playbook extends; None where nothing is under it."""
    if isinstance(where, Overlaid):
        return Overlaid(where.folder, where.overlays[:-1]) if where.overlays[1:] else where.folder
    return _based(where, read_file(where / f"{FRAME}.yaml")[0])[1]


def document_of(where: Where, kind: str) -> tuple[Document | None, list[Problem]]:
    """The one file of a kind that a question reads by itself; None where the playbook has none."""
    stack, problems = stacked(where)
    paths = stack.paths(kind) if stack is not None else []
    return stack.document(paths) if stack is not None and paths else (None, problems)


def seen_at_a_glance(where: Where) -> bool:
    """Whether a glance at the files tells all folders of a playbook."""
    stack, _ = stacked(where)
    seen = folders_seen(where, lambda folder: (folder / f"{FRAME}.yaml").read_bytes())
    return stack is not None and stack.folders == set(seen)


def _based(folder: Path, document: Document) -> tuple[Layer, Path | None, list[Problem]]:
    """A folder as a layer, what it extends, and why that cannot be told."""
    given = document.data.get("extends") if isinstance(document.data, dict) else None
    if given is None:
        return Layer(folder), None, []
    extends, problems = (Extends(playbook=given), []) if isinstance(given, str) else _extends(document)
    if extends is None or problems:
        return Layer(folder), None, problems
    base = base_folder(folder, extends.playbook)
    if not is_folder(base) or (base.parent == stages_folder() and base.name not in shipped()):
        at = ("extends",) if isinstance(given, str) else ("extends", "playbook")
        missing = unknown("playbook", extends.playbook, shipped())
        return Layer(folder), None, [missing.with_(path=at, where=document.locate(at))]
    without = {name: document.locate(("extends", "without", place)) for place, name in enumerate(extends.without)}
    return Layer(folder, without), base, []


def _extends(document: Document) -> tuple[Extends | None, list[Problem]]:
    return validate(Extends, document, ("extends",))


def overlay_in(folder: Path) -> Overlay:
    """What an overlay says of itself. Raises a TeamplanError with every fault in that."""
    overlay, problems = _overlay(folder)
    if overlay is None or problems:
        raise TeamplanError(problems)
    return overlay


def _overlay(folder: Path) -> tuple[Overlay | None, list[Problem]]:
    document, problems = read_file(folder / f"{OVERLAY}.yaml")
    overlay, found = validate(Overlay, document)
    return overlay, [*problems, *found]


def _of_overlay(folder: Path) -> list[Problem]:
    """What keeps a folder from being laid over a playbook."""
    if not is_folder(folder):
        return [unknown("overlay", str(folder), shipped_overlays())]
    path = folder / f"{FRAME}.yaml"
    frame = read_file(path)[0] if lexists(path) else None
    problems = _overlay(folder)[1]
    if frame is not None and isinstance(frame.data, dict) and "extends" in frame.data:
        where = frame.locate(("extends",), key=True)
        problems.append(Problem("unknown-key", {"given": "extends"}, ("extends",), where))
    return problems


def _stage_files(layer: Layer) -> tuple[dict[str, tuple[int, Path]], list[Problem]]:
    """Stage files `<n>-<id>.yaml` of a folder by id, with n; and files that are none of a playbook's."""
    numbered: list[tuple[int, str, Path]] = []
    problems = []
    kinds = layer.own_kinds
    for path in sorted(layer.folder.iterdir()):
        named = None if layer.overlay else STAGE_FILE.fullmatch(path.name)
        if named and named[2] not in kinds:
            numbered.append((int(named[1]), named[2], path))
        elif path.suffix.lower() in (".yaml", ".yml") and path.name not in [f"{kind}.yaml" for kind in kinds]:
            near = nearest(path.stem, kinds)
            among = ((f"{near}.yaml",),) if near else ()
            problems.append(Problem("unknown-file", {"given": path.name}, where=Location(str(path)), among=among))
    files: dict[str, tuple[int, Path]] = {}
    for number, stage_id, path in sorted(numbered):
        if files.setdefault(stage_id, (number, path))[1] != path:
            values = {"given": stage_id, "first": files[stage_id][1].name}
            problems.append(Problem("id-clash", values, where=Location(str(path))))
    return files, problems


def _left_out(layer: Layer, stages: Iterable[str]) -> Iterator[Problem]:
    """Files that a layer begins without and that are not there anyway."""
    known = (*KINDS, STAGES, *stages)
    for name, where in layer.without.items():
        if name not in known:
            yield Problem("nothing-to-take-away", {"given": name}, ("extends", "without", name), where, (known,))
