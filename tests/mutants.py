"""Planted faults in the engine: `poe mutants` draws a hundred by a seed and tells which ones no test catches.

A fault is one small change of one expression or statement. All that are possible are listed, then drawn by a hash of
the seed and their own words, so that a draw stays much the same while other code changes. Each is planted in a copy in
a temporary folder and gets the tests that run its line, quick ones first, until one fails; a hang counts as caught.
`EQUIVALENT` names by hand those that change no answer. Exit code 1 below `--bar`.
"""

import argparse
import ast
import copy
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from itertools import accumulate
from operator import itemgetter
from pathlib import Path
from queue import Queue
from subprocess import DEVNULL
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
ENGINE = Path("src/teamplan/engine")
COPIED = ("src", "stages", "tests", "examples", "benchmarks", "pyproject.toml", "README.md", "README.zh.md", "docs")
TESTS = ("tests/engine", "tests/questions", "tests/test_cases.py", "tests/test_errors.py")
START, SLOWER = 30.0, 4.0  # seconds to start, and times as slow as without a fault, from where tests count as hanging
EQUIVALENT: dict[str, str] = {  # the words of a fault -> why no answer can change; ten at most
    "solve.py last_above: (middle - pulled) * side >= 0 -> (middle - pulled) * side > 0": (
        "where the two are one number, either is taken"
    ),
    "live.py Seats._likely: 1 -> 2 #2": "only where a search begins, and it reaches the same ten digits from anywhere",
    "queue/waiting.py Density._rise: self.height(middle) < peak - _NEGLIGIBLE -> "
    "self.height(middle) <= peak - _NEGLIGIBLE": "halves a stretch of which nothing counts; on the bound or beside it",
    "service.py _peak_factor: len(days) - later -> len(days) + later": (
        "a run longer than a week lies between the mean of the week, which is 1, and a run that is shorter by a week"
    ),
    "capacity.py Axis.full: people >= MANY_PEOPLE -> people > MANY_PEOPLE": (
        "a short cut to the same limit, from 501 people on"
    ),
}

COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
SWAPPED = {"min": "max", "any": "all", "ceil": "floor", "bisect_left": "bisect_right"}
SWAPPED |= {other: name for name, other in SWAPPED.items()}


class Fault(NamedTuple):
    """A small change: its file and line, the lines or the global name it stands in, its words, the source with it."""

    path: str
    line: int
    within: range | str
    words: str
    source: str


def variants(node: ast.AST) -> Iterator[ast.AST]:
    """What a node may be changed to."""
    yield from _operators(node)
    yield from _values(node)
    yield from _statements(node)


def _operators(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(ops=[operator, *rest]):
            for other in COMPARED[type(operator)]:
                yield ast.Compare(node.left, [other(), *rest], node.comparators)
        case ast.BinOp(op=operator) | ast.AugAssign(op=operator) if type(operator) in COUNTED:
            changed = copy.deepcopy(node)
            changed.op = COUNTED[type(operator)]()
            yield changed
        case ast.BoolOp(op=both, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(both, ast.And) else ast.And(), values)
            yield from values
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand


def _values(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Constant(value=bool(truth)):
            yield ast.Constant(not truth)
        case ast.Constant(value=int(number)):
            yield from (ast.Constant(number + 1), ast.Constant(number - 1))
        case ast.Constant(value=float(number)):
            yield ast.Constant(number + 1)
        case ast.Constant(value=str(text)) if text:
            yield ast.Constant(text + "x")
        case ast.Call(func=ast.Name(id=name)) if name in SWAPPED:
            yield ast.Call(ast.Name(SWAPPED[name]), node.args, node.keywords)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield ast.IfExp(test, orelse, body)
        case ast.comprehension(target=target, iter=iterated, ifs=[_, *rest], is_async=kind):
            yield ast.comprehension(target, iterated, rest, kind)


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.If(test=test, body=body, orelse=orelse):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.Return(value=value) if value and not (isinstance(value, ast.Constant) and value.value is None):
            yield ast.Return(ast.Constant(None))
        case ast.Raise() | ast.Expr(value=ast.Call()):
            yield ast.Pass()
        case ast.Continue():
            yield ast.Break()
        case ast.Break():
            yield ast.Continue()


def passed_over(parent: ast.AST, field: str, node: ast.AST) -> bool:
    """Types, decorators, names of slots, `strict` of a zip and texts of documentation: no answer hangs on them."""
    if field in ("annotation", "returns", "decorator_list") or isinstance(node, ast.Import | ast.ImportFrom):
        return True
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__slots__":
        return True
    if isinstance(node, ast.Assign) and isinstance(parent, ast.Module) and "|" in ast.unparse(node.value):
        return True  # another name for a type
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "TypeVar":
        return True
    if isinstance(node, ast.keyword) and node.arg == "strict":
        return True
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


class Place(NamedTuple):
    """A node, what holds it, and what it stands in: names for the words; lines of a definition, or a global name."""

    parent: ast.AST
    field: str
    at: int | None
    node: ast.AST
    names: str
    within: range | str


def places(parent: ast.AST, names: str = "", within: range | str = "") -> Iterator[Place]:
    """Every node below, from the top down."""
    for field, held in ast.iter_fields(parent):
        for at, node in enumerate(held) if isinstance(held, list) else [(None, held)]:
            if not isinstance(node, ast.AST) or passed_over(parent, field, node):
                continue
            inside = names, within
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                inside = f"{names}.{node.name}", range(node.lineno, (node.end_lineno or 0) + 1)
            elif isinstance(node, ast.Assign) and isinstance(parent, ast.Module):
                inside = names, ast.unparse(node.targets[0])
            yield Place(parent, field, at, node, *inside)
            yield from places(node, *inside)


def faults(root: Path) -> Iterator[Fault]:
    """All faults that can be planted, in the order of files and lines."""
    for path in sorted((root / ENGINE).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = path.relative_to(root / ENGINE).as_posix()
        known: dict[str, int] = {}
        line = 0
        for place in list(places(tree)):
            line = getattr(place.node, "lineno", line)
            for other in variants(place.node):
                words = f"{name} {place.names[1:]}: {_short(place.node)} -> {_short(other)}"
                known[words] = known.get(words, 0) + 1
                _put(place, other)
                source = ast.unparse(ast.fix_missing_locations(tree))
                _put(place, place.node)
                words += f" #{known[words]}" if known[words] > 1 else ""
                yield Fault(name, line, place.within, words, source)


def _put(place: Place, node: ast.AST) -> None:
    if place.at is None:
        setattr(place.parent, place.field, node)
    else:
        getattr(place.parent, place.field)[place.at] = node


def _short(node: ast.AST) -> str:
    text = " ".join(ast.unparse(ast.fix_missing_locations(copy.deepcopy(node))).split())
    return text if len(text) <= 90 else f"{text[:80]}...{len(text)}"


def drawn(seed: int, count: int, only: str = "") -> list[Fault]:
    """So many faults by a seed."""
    listed = (fault for fault in faults(ROOT) if only in fault.words)
    return sorted(listed, key=lambda fault: sha256(f"{seed} {fault.words}".encode()).digest())[:count]


class Bench:
    """Plants faults in copies of the project, a folder a worker, and runs the tests that may catch them."""

    def __init__(self, folder: Path, learnt: Path, enough: float) -> None:
        """`learnt` says which tests run which line, and how long; it is written by a run of all where there is none."""
        self.folder, self.enough, self.written = folder, enough, 0
        self.engine = {path.relative_to(ROOT / ENGINE).as_posix(): path for path in (ROOT / ENGINE).rglob("*.py")}
        if not learnt.exists():
            self.run(self.copy("whole"), 3600, *TESTS, REACHED=str(learnt))
        found = json.loads(learnt.read_text(encoding="utf-8"))
        self.tests: list[tuple[str, float]] = [(name, seconds) for name, seconds in found["tests"]]
        self.lines: dict[str, dict[str, list[int]]] = found["lines"]

    def copy(self, name: str) -> Path:
        """A copy of all that the tests need."""
        for each in COPIED:
            source, target = ROOT / each, self.folder / name / each
            if source.is_dir():
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, target)
        return self.folder / name

    def run(self, copy: Path, most: float, *arguments: str, **environment: str) -> int | None:
        """Exit code of the tests in a copy, None where they take longer than so many seconds."""
        environment = os.environ | environment | {"PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": ""}
        plugins = ("-p", "no:xdist", "-p", "no:cacheprovider", "-p", "tests.reached")
        command = [sys.executable, "-m", "pytest", "-q", "--tb=no", *plugins, "--hypothesis-seed=0", *arguments]
        try:
            done = subprocess.run(command, cwd=copy, env=environment, stdout=DEVNULL, stderr=DEVNULL, timeout=most)
        except subprocess.TimeoutExpired:
            return None
        return done.returncode

    def caught(self, fault: Fault, copy: Path) -> str:
        """How the tests caught a fault; nothing where they did not."""
        chosen = self.chosen(fault)
        if not chosen:
            return ""
        names = copy / "chosen.json"
        names.write_text(json.dumps([name for name, _ in chosen]), encoding="utf-8")
        target = copy / ENGINE / fault.path
        kept = target.read_text(encoding="utf-8")
        self._write(target, fault.source)
        most = START + SLOWER * sum(seconds for _, seconds in chosen)
        code = self.run(copy, most, "-x", *{name.split("::")[0] for name, _ in chosen}, CHOSEN=str(names))
        self._write(target, kept)
        return {0: "", None: "hangs"}.get(code, "fails")

    def _write(self, target: Path, source: str) -> None:
        """Each time as if a second later: bytecode that was kept of an earlier text is never taken for this one's."""
        target.write_text(source, encoding="utf-8")
        self.written += 1
        os.utime(target, (self.written, self.written))

    def chosen(self, fault: Fault) -> list[tuple[str, float]]:
        """The tests that run the line of a fault, else its function; of a global name, lines that use it."""
        if isinstance(fault.within, str):
            name = re.compile(rf"\b{fault.within}\b")
            files = {file: path.read_text(encoding="utf-8").splitlines() for file, path in self.engine.items()}
            used = {
                file: [at for at, text in enumerate(text, start=1) if name.search(text)] for file, text in files.items()
            }
            found = {test for file, lines in used.items() for test in self._running(file, lines)}
        else:
            found = self._running(fault.path, [fault.line]) or self._running(fault.path, fault.within)
        tests = in_turn(self.tests[each] for each in found)
        until = accumulate(seconds for _, seconds in tests)
        return [test for test, so_far in zip(tests, until, strict=True) if so_far <= self.enough or test is tests[0]]

    def _running(self, file: str, lines: Iterable[int]) -> set[int]:
        known = self.lines.get(file, {})
        return {test for line in lines for test in known.get(str(line), ())}


def in_turn(tests: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
    """Quick tests first, and of one function the second case as if it took twice as long, and so on."""
    cases: Counter[str] = Counter()
    ranked = []
    for name, seconds in sorted(tests, key=itemgetter(1)):
        function = name.partition("[")[0]
        cases[function] += 1
        ranked.append((cases[function] * seconds, name, seconds))
    return [(name, seconds) for _, name, seconds in sorted(ranked)]


def main() -> int:
    """Draws, plants, prints a table, and says whether enough was caught."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--bar", type=float, default=0.9, help="the share that has to be caught")
    parser.add_argument("--only", default="", help="only faults whose words hold this")
    parser.add_argument("--learnt", type=Path, help="a file that keeps which tests run which line")
    parser.add_argument("--enough", type=float, default=60.0, help="seconds of tests that a fault gets")
    asked = parser.parse_args()
    planted = drawn(asked.seed, asked.count, asked.only)
    free: Queue[Path] = Queue()
    with TemporaryDirectory() as folder, ThreadPoolExecutor(asked.workers) as pool:
        bench = Bench(Path(folder), asked.learnt or Path(folder) / "learnt.json", asked.enough)
        for worker in range(asked.workers):
            free.put(bench.copy(f"worker-{worker}"))

        def tried(fault: Fault) -> str:
            copy = free.get()
            how = bench.caught(fault, copy)
            free.put(copy)
            print(f"{how or 'MISSED':8} {fault.path}:{fault.line}: {fault.words}", file=sys.stderr)
            return how

        results = list(zip(planted, pool.map(tried, planted), strict=True))
    return told(results, asked.bar)


def told(results: Sequence[tuple[Fault, str]], bar: float) -> int:
    """Prints what was caught file by file, and what was not in full; 0 where it is enough."""
    counted = [(fault, how) for fault, how in results if fault.words not in EQUIVALENT]
    for file in sorted({fault.path for fault, _ in counted}):
        ways = Counter(how or "missed" for fault, how in counted if fault.path == file)
        print(f"{file:22} {ways.total():3} planted", *(f"{number:3} {way}" for way, number in sorted(ways.items())))
    for fault, how in results:
        if fault.words in EQUIVALENT:
            print(f"EQUIVALENT line {fault.line}, {fault.words}: {EQUIVALENT[fault.words]}")
        elif not how:
            print(f"MISSED line {fault.line}, {fault.words}")
    share = sum(bool(how) for _, how in counted) / len(counted)
    print(f"caught {share:.1%} of {len(counted)} faults, {len(results) - len(counted)} more change no answer")
    return int(share < bar or len(EQUIVALENT) > 10)


if __name__ == "__main__":
    sys.exit(main())
