"""A seeded sample of the fuzzer, and proofs that it sees what it looks for. `poe fuzz` runs all of it."""

import json
import os
import time
from functools import partial
from pathlib import Path
from random import Random

import pytest

from tests.fuzz.apart import is_apart
from tests.fuzz.case import KINDS, Case, Files, Key, Prompt, Report, typed, write
from tests.fuzz.judging import Outcome, faults_of, growth_faults, placed
from tests.fuzz.options import slots
from tests.fuzz.playbooks import sound
from tests.fuzz.running import captured, make, run_key
from tests.fuzz.spots import OPERATIONS, spoiled, spots
from tests.fuzz.workers import run_all

SAMPLE = 45  # cases of each kind
HANGS = 100.0  # seconds of CPU time that no prompt takes; five are for `poe fuzz`, as machines differ
SEEDS = {"playbooks": 4, "options": 30, "files": 30}
RECOMMEND: Prompt = ("recommend", "--orders", "30")
AS_JSON: Prompt = (*RECOMMEND, "--format", "json")
AS_CSV: Prompt = (*RECOMMEND, "--format", "csv")


@pytest.mark.parametrize("kind", KINDS)
def test_a_sample_keeps_every_promise(kind: str) -> None:
    keys = [Key(SEEDS[kind], kind, number) for number in range(SAMPLE)]
    reports = list(run_all(keys, partial(run_key, limit=HANGS), workers=1, patience=5 * HANGS))
    broken = [f"{report.key} ({report.what}): {fault}" for report in reports for fault in report.faults]
    assert broken == []
    assert len(reports) == SAMPLE
    assert sum(report.codes[0] for report in reports) > SAMPLE / 20  # not everything is refused at the door
    assert any(report.loaded for report in reports) == (kind == "playbooks")


@pytest.mark.parametrize("kind", KINDS)
def test_a_key_is_a_case(kind: str) -> None:
    keys = [Key(1, kind, number) for number in range(20)]
    assert [make(key) for key in keys] == [make(key) for key in keys]
    assert make(Key(1, kind, 3)) != make(Key(2, kind, 3))


def test_every_command_has_places_for_hostile_values() -> None:
    found = {(slot.command, slot.option) for slot in slots()}
    assert {("recommend", "--set"), ("explain", "0"), ("stages new", "0"), ("peak", "--baseline")} <= found
    assert not {option for _, option in found} & {"--help", "--install-completion"}


# What a prompt must not do.

WRONG = [
    (Outcome(RECOMMEND, None, b"", "", raised=ZeroDivisionError()), "traceback: ZeroDivisionError"),
    (Outcome(RECOMMEND, 101, b"", "a bug"), "recommend: exit code 101"),
    (Outcome(RECOMMEND, 1, b"x\n", ""), "recommend: exit code 1"),
    (Outcome(RECOMMEND, 2, b"", ""), "recommend: refused without a word"),
    (Outcome(RECOMMEND, 2, b"x\n", "no"), "recommend: refused with an answer"),
    (Outcome(RECOMMEND, 0, b"", ""), "recommend: no answer"),
    (Outcome(RECOMMEND, 0, b"x\n", "", beside=b"Running"), "stdout: written past Python"),
    (Outcome(RECOMMEND, 0, b"\x1b[1mx\n", ""), "recommend: control characters on stdout"),
    (Outcome(RECOMMEND, 2, b"", "\x07\n"), "recommend: control characters on stderr"),
    (Outcome(RECOMMEND, 2, b"", "one\n\ntwo\n"), "recommend: an empty line on stderr"),
    (Outcome(AS_JSON, 0, b'{"a": NaN}', ""), "recommend --orders: json does not parse"),
    (Outcome(AS_JSON, 0, b"banner\n{}", ""), "recommend --orders: json does not parse"),
    (Outcome(AS_JSON, 0, b'{"a": "\xff"}', ""), "recommend --orders: json does not parse"),
    (Outcome((*RECOMMEND, "--format=yaml"), 0, b"a: [", ""), "recommend --orders: yaml does not parse"),
    (Outcome(AS_CSV, 0, b"a,b\n1\n", ""), "recommend --orders: csv does not parse"),
    (Outcome(AS_CSV, 0, b"a,b\n1,None\n", ""), "recommend --orders: csv does not parse"),
    (Outcome(AS_CSV, 0, b"a,b\n1,\"['x']\"\n", ""), "recommend --orders: csv does not parse"),
    (Outcome(AS_CSV, 0, b"a,b\n1,=cmd()\n", ""), "recommend --orders: csv does not parse"),
]


@pytest.mark.parametrize(("outcome", "group"), WRONG, ids=[group for _, group in WRONG])
def test_a_broken_promise_is_seen(outcome: Outcome, group: str) -> None:
    assert [fault.group[: len(group)] for fault in faults_of(outcome)] == [group]


def test_a_sound_answer_is_none() -> None:
    for format_ in ("table", "json", "yaml", "markdown", "csv"):
        outcome = captured((*RECOMMEND, "--format", format_), 60)
        assert outcome.code == 0
        assert list(faults_of(outcome)) == []


def test_a_problem_without_a_place_is_seen() -> None:
    def told(**problem: object) -> list[str]:
        at = {"file": "mine/a.yaml", "line": 2, "key": "unknown-key", "message": ""} | problem
        outcome = Outcome((), 1, json.dumps({"problems": [at]}).encode(), "")
        return [fault.group for fault in placed(outcome, {"mine/a.yaml": 5})[1]]

    assert told() == []
    assert told(line=0) == told(line=9) == told(file=None) == told(file="elsewhere.yaml") == ["no place: unknown-key"]
    assert told(line=0, key="empty-file") == []
    refused = placed(Outcome(("stages", "check"), 2, b"", "orders are too many"), {})
    assert [fault.group for fault in refused[1]] == ["no place: the check has no list of problems"]


def test_people_who_go_as_the_shop_grows_are_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Answer:
        def __init__(self, orders: float) -> None:
            self.heads = {"operator": 1 if orders > 100 else 2}

    write({name: text.encode() for name, text in sound().items()}, tmp_path)
    assert list(growth_faults(tmp_path)) == []
    monkeypatch.setattr("tests.fuzz.judging.ask", lambda _, store: Answer(float(store.orders)))
    assert {fault.group for fault in growth_faults(tmp_path)} == {"growth costs people"}


@pytest.mark.parametrize(
    ("prompt", "apart"),
    [
        ("recommend --orders 99999", False),
        ("recommend --orders=100000", True),
        ("recommend --visitors 500000 --conversion 4.5%", False),
        ("recommend --visitors 5000000 --conversion 4.5%", True),
        ("service --chats 1e30", True),
        ("sweep orders=1..200000", True),
        ("sweep orders=1..20000 --steps 1000", False),
        ("simulate --orders 3", True),
        ("hire --orders 270 --growth 10%/month --from 2026-12-01", False),
        ("hire --orders 270 --growth 10%/month --from 2026-12-01 --months 60", True),
        ("hire --orders 20000 --growth 1%/day --from 2026-12-01", True),
    ],
)
def test_only_large_shops_long_runs_and_simulations_may_take_long(prompt: str, apart: bool) -> None:
    assert is_apart(tuple(prompt.split())) == apart


# What a worker must not do.


def _planted(key: Key) -> Report:
    """Some cases go wrong in ways that a process cannot tell of itself."""
    if key.number == 1:
        time.sleep(3600)
    if key.number == 2:
        os._exit(3)
    if key.number == 3:
        raise ZeroDivisionError
    Path("rest.txt").write_text("x", encoding="utf-8")
    return Report(key)


def test_a_case_that_hangs_or_ends_its_process_is_told_and_the_rest_goes_on() -> None:
    keys = [Key(1, "options", number) for number in range(6)]
    reports = {report.key: report for report in run_all(keys, _planted, workers=2, patience=10)}
    assert sorted(reports) == keys
    told = [" ".join(fault.group for fault in reports[key].faults) for key in keys]
    assert [group[:28].rstrip() for group in told] == [
        "", "hangs for 10 s, in ?", "the process died: exit code", "the fuzzer itself: ZeroDivis", "", "",
    ]  # fmt: skip


def test_nothing_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = Path.cwd(), sorted(Path.cwd().iterdir())
    list(run_all([Key(1, "options", 0), Key(1, "options", 2)], _planted, workers=1, patience=30))
    assert list(tmp_path.iterdir()) == []
    assert (Path.cwd(), sorted(Path.cwd().iterdir())) == before


# What an edit of YAML does.

TEXT = "a: {b: 1, c: 2.5 min}\nd:\n- x\n- y: 3\n  z: [4, 8]\n"
EDITS = {
    ("removed", "a > b"): "a: {c: 2.5 min}\nd:\n- x\n- y: 3\n  z: [4, 8]\n",
    ("removed", "a > c"): "a: {b: 1}\nd:\n- x\n- y: 3\n  z: [4, 8]\n",
    ("removed", "d > #1"): "a: {b: 1, c: 2.5 min}\nd:\n\n- y: 3\n  z: [4, 8]\n",
    ("doubled", "a > b"): "a: {b: 1, b: 1, c: 2.5 min}\nd:\n- x\n- y: 3\n  z: [4, 8]\n",
    ("doubled", "d > #2 > y"): "a: {b: 1, c: 2.5 min}\nd:\n- x\n- y: 3\n  y: 3\n  z: [4, 8]\n",
    ("doubled", "d > #1"): "a: {b: 1, c: 2.5 min}\nd:\n- x\n- x\n- y: 3\n  z: [4, 8]\n",
}


@pytest.mark.parametrize(("operation", "name"), EDITS)
def test_an_edit_touches_its_spot_alone(operation: str, name: str) -> None:
    spot = next(each for each in spots(TEXT) if each.name == name)
    assert spoiled(TEXT, spot, operation, Random(1))[0] == EDITS[operation, name]


def test_every_operation_changes_the_file() -> None:
    for operation in OPERATIONS:
        changed = {spoiled(TEXT, spot, operation, Random(number))[0] for number, spot in enumerate(spots(TEXT))}
        assert changed - {TEXT}


def test_a_prompt_is_told_as_a_shell_takes_it() -> None:
    assert typed(("recommend", "--orders", "a b", "\udcff\x1b")) == "teamplan recommend --orders 'a b' $'\\xff\\x1b'"


def test_the_files_of_a_case_are_written(tmp_path: Path) -> None:
    files: Files = {"mine/a.yaml": b"a", "folder": None}
    write(Case(Key(1, "files", 1), "", files, ()).files, tmp_path)
    assert (tmp_path / "mine" / "a.yaml").read_bytes() == b"a"
    assert (tmp_path / "folder").is_dir()
