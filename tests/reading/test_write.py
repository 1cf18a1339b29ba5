"""Files and folders that are written: links, modes, what is no file, and nothing half done."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from teamplan.errors import TeamplanError
from teamplan.language import Speaker
from teamplan.page.problems import tell
from teamplan.reading import write
from teamplan.reading.places import built_in
from teamplan.reading.write import copy_built_in, refuse_unwritable_folder, write_file, write_folder
from tests.cli.prompt import teamplan


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def refused(write: Callable[[], object]) -> str:
    with pytest.raises(TeamplanError) as caught:
        write()
    return tell(caught.value.problems, Speaker("en"))


def test_a_link_is_followed_also_to_a_file_that_is_not_there_yet(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    for name in ("old.ics", "new.ics"):
        (tmp_path / name).symlink_to(f"far/{name}")
    (tmp_path / "far" / "old.ics").write_text("old", encoding="utf-8")
    for name in ("old.ics", "new.ics"):
        write_file(tmp_path / name, "new")
        assert (tmp_path / name).is_symlink()
        assert (tmp_path / "far" / name).read_text(encoding="utf-8") == "new"
    assert sorted(path.name for path in (tmp_path / "far").iterdir()) == ["new.ics", "old.ics"]


def test_a_file_keeps_its_mode_and_a_new_one_has_the_usual_one(tmp_path: Path) -> None:
    old, new, group = (tmp_path / name for name in ("old", "new", "group"))
    old.write_text("", encoding="utf-8")
    old.chmod(0o640)
    with umask(0o022):
        write_file(old, "text")
        write_file(new, "text")
    with umask(0o002):
        write_file(group, "text")
    assert [mode(path) for path in (old, new, group)] == [0o640, 0o644, 0o664]


def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    fifo, folder, link, loop = (tmp_path / name for name in ("fifo", "folder", "link", "loop"))
    os.mkfifo(fifo)
    folder.mkdir()
    link.symlink_to(fifo)
    loop.symlink_to(loop)
    for path in (fifo, folder, link):
        told = refused(lambda path=path: write_file(path, "text"))  # type: ignore[misc]
        assert (
            told == f"{path}: is no regular file, and is not written over. Name a file, or one that is not there yet."
        )
    assert refused(lambda: write_file(loop, "text")) == f"{loop}: cannot be written: {os.strerror(errno.ELOOP)}"
    assert stat.S_ISFIFO(fifo.lstat().st_mode)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fifo", "folder", "link", "loop"]


def test_the_longest_name_that_a_folder_takes_is_written(tmp_path: Path) -> None:
    write_file(tmp_path / ("x" * 255), "text")
    assert refused(lambda: write_file(tmp_path / ("x" * 256), "text")).endswith("cannot be written: File name too long")


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "ticks.yaml"
    file.write_text("old", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "replace", full)
    assert refused(lambda: write_file(file, "new")) == f"{file}: cannot be written: No space left on device"
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("ticks.yaml", "old")]


def test_an_empty_folder_is_filled_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to("empty")
    (tmp_path / "ahead").symlink_to("later")
    number = (tmp_path / "empty").stat().st_ino
    assert teamplan("stages", "new", ".", cwd=tmp_path / "empty").returncode == 0
    assert (tmp_path / "empty").stat().st_ino == number
    wanted = sorted(str(path.relative_to(built_in())) for path in built_in().rglob("*"))
    for name in ("empty", "link", "ahead"):
        if name == "link":
            (tmp_path / "empty").rename(tmp_path / "full")
            (tmp_path / "empty").mkdir()
        if name != "empty":
            copy_built_in(tmp_path / name)
        folder = (tmp_path / name).resolve()
        assert sorted(str(path.relative_to(folder)) for path in folder.rglob("*")) == wanted


def test_a_full_disk_leaves_no_folder_and_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    calls = iter(range(100))

    def full(path: Path, data: bytes) -> None:
        if next(calls) % 6 == 5:
            raise OSError(28, os.strerror(28), str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    for name in ("empty", "new"):
        told = refused(lambda name=name: copy_built_in(tmp_path / name))  # type: ignore[misc]
        assert told == f"{tmp_path / name}: cannot be written: No space left on device"
    assert [path.name for path in tmp_path.rglob("*")] == ["empty"]


def test_a_file_that_cannot_be_moved_into_place_takes_the_others_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls, rename = iter(range(100)), Path.rename

    def failing(path: Path, target: Path) -> Path:
        if next(calls) == 3:
            raise OSError(5, os.strerror(5))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    assert refused(lambda: copy_built_in(tmp_path)) == f"{tmp_path}: cannot be written: Input/output error"
    assert list(tmp_path.iterdir()) == []


def test_a_copy_of_a_playbook_that_nobody_may_write_is_its_owners(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with umask(0o022):
        copy_built_in(tmp_path / "source")
        for path in (tmp_path / "source" / "schema", tmp_path / "source"):
            path.chmod(0o555)
        monkeypatch.setattr(write, "built_in", lambda: tmp_path / "source")
        copy_built_in(tmp_path / "mine")
    assert [mode(tmp_path / "mine"), mode(tmp_path / "mine" / "schema")] == [0o755, 0o755]


def test_a_place_that_nobody_may_enter_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may be allowed everything, so the refusal is played."""
    denied = tmp_path / "denied"
    real = Path.stat

    def played(path: Path, **more: bool) -> os.stat_result:
        if denied in path.parents:
            raise PermissionError(13, os.strerror(13), str(path))
        return real(path, **more)

    monkeypatch.setattr(Path, "stat", played)
    assert refused(lambda: copy_built_in(denied / "x")) == f"{denied}/x: cannot be written: Permission denied"
    assert (
        refused(lambda: write_file(denied / "t.yaml", "")) == f"{denied}/t.yaml: cannot be written: Permission denied"
    )


def test_a_new_folder_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "pages"

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        assert "No space left" in refused(lambda: write_folder(folder, {"a": b"1", "index": b"2"}))
    assert list(tmp_path.iterdir()) == []
    write_folder(folder, {"a": b"1", "index": b"2"})
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a": b"1", "index": b"2"}
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


def test_in_a_folder_that_is_there_each_file_is_whole(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "a").write_text("old", encoding="utf-8")
    assert "no regular file" in refused(lambda: write_folder(tmp_path, {"a": b"new", "b": b"2", "index": b"3"}))
    assert (tmp_path / "a").read_bytes() == b"new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_a_folder_that_cannot_be_is_refused_beforehand(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert "Not a directory" in refused(lambda: refuse_unwritable_folder(tmp_path / "file"))
    assert "No such file" in refused(lambda: refuse_unwritable_folder(tmp_path / "none" / "pages"))
    refuse_unwritable_folder(tmp_path / "pages")
