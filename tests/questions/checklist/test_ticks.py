"""The file of ticks: what several processes add is kept, with a lock where the system has one."""

import errno
import os
import re
import threading
from pathlib import Path
from typing import Any

import pytest

from teamplan.errors import TeamplanError
from teamplan.language import Speaker
from teamplan.page.problems import tell
from teamplan.questions.checklist import ticks
from teamplan.questions.checklist.ticks import kept_ticks
from teamplan.reading import lock
from teamplan.reading.lock import locked
from teamplan.reading.write import write_file

KNOWN = [f"owner/{number}" for number in range(8)]
fcntl = pytest.importorskip("fcntl", reason="this system has no locks of its own")


def test_ticks_that_are_added_at_once_are_merged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody reads and waits before anybody writes; without the lock the last one would win."""
    everybody, nobody = threading.Barrier(len(KNOWN)), threading.Event()

    def slow(path: Path, text: str) -> None:
        nobody.wait(0.05)  # time for the others to read what is about to change
        write_file(path, text)

    def tick(box: str) -> None:
        everybody.wait(10)
        kept_ticks(tmp_path / "t.yaml", [box], KNOWN)

    monkeypatch.setattr(ticks, "write_file", slow)
    threads = [threading.Thread(target=tick, args=(box,)) for box in KNOWN]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert kept_ticks(tmp_path / "t.yaml", [], KNOWN) == frozenset(KNOWN)
    assert [path.name for path in tmp_path.iterdir()] == ["t.yaml"]


def test_two_links_to_one_file_share_its_lock(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "t.yaml").symlink_to("far/t.yaml")
    with locked(tmp_path / "t.yaml"):
        folder = os.open(tmp_path / "far", os.O_RDONLY)
        with pytest.raises(BlockingIOError):
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.close(folder)


def test_a_lock_that_another_program_keeps_is_said_and_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.0)
    with locked(tmp_path / "t.yaml"), pytest.raises(TeamplanError) as caught:
        kept_ticks(tmp_path / "t.yaml", [KNOWN[0]], KNOWN)
    told = tell(caught.value.problems, Speaker("en"))
    assert told == f"{tmp_path}/t.yaml: is held by another program. Try again when it has ended."


class Without:
    """Locks as a folder of the network may have them: none."""

    LOCK_EX = LOCK_NB = 0

    @staticmethod
    def flock(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))


@pytest.mark.parametrize("locks", [None, Without], ids=["no fcntl", "no locks"])
def test_ticks_are_kept_where_there_are_no_locks(locks: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "fcntl", locks)
    file = tmp_path / "t.yaml"
    assert kept_ticks(file, [], KNOWN) == frozenset()
    assert file.read_text(encoding="utf-8") == "done: []\n"
    assert kept_ticks(file, KNOWN[:1], KNOWN) == frozenset(KNOWN[:1])
    assert kept_ticks(file, [KNOWN[1]], KNOWN) == frozenset(KNOWN[:2])


@pytest.mark.parametrize("name", ["loop", "gone/t.yaml", "file/t.yaml"])
def test_ticks_that_cannot_be_kept_are_a_located_problem(name: str, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(TeamplanError) as caught:
        kept_ticks(tmp_path / name, [KNOWN[0]], KNOWN)
    assert re.match(f"{tmp_path}/{name}: cannot be (read|written): ", tell(caught.value.problems, Speaker("en")))


def test_a_folder_that_nobody_may_enter_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may be allowed everything, so the refusal is played."""

    def refused(path: Path) -> os.stat_result:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "stat", refused)
    with pytest.raises(TeamplanError) as caught:
        kept_ticks(Path("unread/t.yaml"), [], KNOWN)
    assert tell(caught.value.problems, Speaker("en")) == "unread/t.yaml: cannot be read: Permission denied"
