"""`-o FILE`: what every command writes in every format, and that a file is the old one or the new one, whole."""

import csv
import io
import json
import os
import resource
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from teamplan.errors import TeamplanError
from teamplan.language import Speaker
from teamplan.page.answer import Answer
from teamplan.page.formats import FORMATS, SUFFIXES, WORKBOOKS, bytes_of, file_of, text_of
from teamplan.page.labels import labels_of
from teamplan.page.words import Words
from teamplan.playbook.playbook import Playbook
from teamplan.prompt import files
from teamplan.prompt.options import OutputOptions
from teamplan.prompt.output import Output
from teamplan.reading import write
from tests.cli.prompt import teamplan
from tests.cli.test_formats import CODES, PROMPTS, PYTHON
from tests.documents import write_files
from tests.page.documents import elements

EVERY = FORMATS | WORKBOOKS
SHOP = "recommend --orders 270"
ENOSPC, EACCES = 28, 13
NOBODY = 65534
ROOM = 64  # bytes that a full disk still takes


told = cache(bytes_of)  # an answer is drawn once, however often it is written


@pytest.fixture(autouse=True)
def drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "bytes_of", told)


class Made(NamedTuple):
    """The answer of a command, made once for all formats and faults."""

    name: str
    answer: Answer

    def files(self, folder: Path) -> Iterator[tuple[Callable[[], None], Path, bytes]]:
        """For every format: what saves the answer, in which file, and what that file should hold."""
        for format_ in EVERY:
            file = folder / f"answer.{format_}"
            out = OutputOptions(format=format_, output=str(file))
            mark = b"\xef\xbb\xbf" if format_ == "csv" else b""
            yield partial(files.save, self.answer, out, format_), file, mark + told(self.answer, format_)


@pytest.fixture(scope="module", params=[pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in PROMPTS])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    caught: list[Answer] = []
    folder = tmp_path_factory.mktemp("asked")
    write_files("docs/en/your-files.md", folder)
    with pytest.MonkeyPatch.context() as here:
        here.setattr(files, "save", lambda answer, *_: caught.append(answer))
        done = teamplan(*shlex.split(f"{PROMPTS[request.param]} --lang zh --output answer.json"), cwd=folder)
    assert done.returncode == 0
    return Made(request.param, caught[0])


def test_every_format_of_a_command_can_be_read(made: Made) -> None:
    texts = {each: text_of(made.answer, each) for each in FORMATS}
    data = json.loads(texts["json"])
    assert yaml.safe_load(texts["yaml"]) == data
    rows = list(csv.reader(io.StringIO(texts["csv"], newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows[0]) == len(set(rows[0])) >= 2
    assert not [cell for row in rows for cell in row if PYTHON.search(cell)]
    assert texts["markdown"].strip()
    assert {"main", "h1"} <= {each.tag for each in elements(texts["html"])}
    assert bool(texts["table"]) == (made.name != "stages new")
    for text in texts.values():
        assert not CODES.search(text)


def test_a_file_holds_what_stdout_has(made: Made, tmp_path: Path) -> None:
    """But for the mark by which Excel knows that CSV is UTF-8: no pipe has it."""
    for save, file, held in made.files(tmp_path):
        save()
        assert file.read_bytes() == held
    assert len(list(tmp_path.iterdir())) == len(EVERY)


def test_no_pipe_has_the_mark() -> None:
    piped = teamplan(*SHOP.split(), "--format", "csv", "-o", "-").stdout
    assert piped == teamplan(*SHOP.split(), "--format", "csv").stdout
    assert piped.startswith("stage,")


def stopping(error: BaseException) -> Callable[..., None]:
    def stop(*_: object, **__: object) -> None:
        raise error

    return stop


def signalled(number: int) -> Callable[..., None]:
    def stop(*_: object, **__: object) -> None:
        os.kill(os.getpid(), number)

    return stop


FAULTS: dict[str, tuple[str, Callable[..., None], type[BaseException]]] = {
    "full at the end": ("os.fsync", stopping(OSError(ENOSPC, os.strerror(ENOSPC))), Exception),
    "full at the rename": ("pathlib.Path.replace", stopping(OSError(ENOSPC, os.strerror(ENOSPC))), Exception),
    "no more files": ("os.open", stopping(OSError(EACCES, os.strerror(EACCES))), Exception),
    "Ctrl-C while it writes": ("os.fsync", stopping(KeyboardInterrupt()), KeyboardInterrupt),
    "Ctrl-C before the rename": ("pathlib.Path.replace", stopping(KeyboardInterrupt()), KeyboardInterrupt),
    "ended while it writes": ("os.fsync", signalled(signal.SIGTERM), SystemExit),
    "hung up before the rename": ("pathlib.Path.replace", signalled(signal.SIGHUP), SystemExit),
}


def test_what_goes_wrong_leaves_the_old_file_whole_and_nothing_beside_it(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = list(made.files(tmp_path))
    for _, file, _ in cases[::2]:  # the others are not there yet
        file.write_text("old", encoding="utf-8")
    there = sorted(tmp_path.iterdir())
    for where, stop, raised in FAULTS.values():
        with monkeypatch.context() as here:
            here.setattr(where, stop)
            for save, _, _ in cases:
                with pytest.raises(raised):
                    save()
        assert sorted(tmp_path.iterdir()) == there
        assert {file.read_text(encoding="utf-8") for file in there} == {"old"}
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


@contextmanager
def little_room() -> Iterator[None]:
    """The system itself takes no more than the first bytes of a file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_file_that_the_system_cuts_short_is_never_the_file(made: Made, tmp_path: Path) -> None:
    for save, file, held in made.files(tmp_path):
        file.write_text("old", encoding="utf-8")
        if len(held) > ROOM:
            with little_room(), pytest.raises(TeamplanError):
                save()
            assert file.read_text(encoding="utf-8") == "old"
    assert len(list(tmp_path.iterdir())) == len(EVERY)


def test_a_full_disk_is_one_message_and_exit_code_2(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4k", "none", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only an administrator may put a small disk here")
    try:
        (disk / "plan.json").write_text("old", encoding="utf-8")
        done = teamplan(*SHOP.split(), "-o", "plan.json", cwd=disk)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "plan.json: cannot be written: No space left on device\n"
        assert [(each.name, each.read_text(encoding="utf-8")) for each in disk.iterdir()] == [("plan.json", "old")]
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_folder_that_must_not_be_written_is_said_before_the_work() -> None:
    folder = Path(tempfile.mkdtemp())  # not in that of pytest, which others may not enter
    (folder / "plan.json").write_text("old", encoding="utf-8")
    folder.chmod(0o555)
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(NOBODY)
        done = teamplan(*SHOP.split(), "-o", str(folder / "new.json"))
        again = teamplan(*SHOP.split(), "-o", str(folder / "plan.json"))
    finally:
        os.seteuid(user)
        folder.chmod(0o755)
    for name, refused in (("new", done), ("plan", again)):
        assert (refused.returncode, refused.stdout) == (2, "")
        assert refused.stderr == f"{folder}/{name}.json: cannot be written: Permission denied\n"
    assert [(each.name, each.read_text(encoding="utf-8")) for each in folder.iterdir()] == [("plan.json", "old")]
    shutil.rmtree(folder)


def test_a_file_that_its_owner_has_locked_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "plan.json"
    file.write_text("old", encoding="utf-8")
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: path != file and allowed(path, mode))  # root may do anything
    done = teamplan(*SHOP.split(), "-o", str(file))
    assert (done.returncode, done.stderr) == (2, f"{file}: cannot be written: Permission denied\n")
    assert file.read_text(encoding="utf-8") == "old"


def test_a_process_that_is_killed_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text("old", encoding="utf-8")
    for where in ("os.fsync", "pathlib.Path.replace"):
        child = os.fork()
        if not child:
            with pytest.MonkeyPatch.context() as here:
                here.setattr(where, signalled(signal.SIGKILL))
                write.write_file(file, "new" * 1000)
            os._exit(0)
        assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
        assert file.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (".", ".: is no regular file, and is not written over. Name a file, or one that is not there yet."),
        ("/dev/full", "/dev/full: is no regular file, and is not written over."),
        ("no/such.json", "no/such.json: cannot be written: No such file or directory\n"),
        ("old.csv/x.json", "old.csv/x.json: cannot be written: Not a directory\n"),
        (
            "plan",
            "“plan” ends like no format of this command. End it in .txt, .json, .yaml, .yml, .md, .csv, ",
        ),
        ("plan.svg", "--output: “plan.svg” ends like no format of this command."),
        ("", "is no regular file"),
    ],
)
def test_what_cannot_be_written_is_one_problem(name: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text("old", encoding="utf-8")
    done = teamplan(*SHOP.split(), "-o", name, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert [each.name for each in tmp_path.iterdir()] == ["old.csv"]


def test_the_suffix_says_the_format_and_an_option_says_it_louder(tmp_path: Path) -> None:
    stdout = {each: teamplan(*SHOP.split(), "--format", each).stdout for each in FORMATS}
    asked = {"a.YML": "yaml", "b.md": "markdown", "c.txt": "table"}
    louder = {"d.csv -f json": "json", "e --json": "json", "f.json --format markdown": "markdown"}
    for words, format_ in (asked | louder).items():
        done = teamplan(*SHOP.split(), "-o", *words.split(), cwd=tmp_path)
        name = words.split()[0]
        assert (done.returncode, done.stdout, done.stderr) == (0, "", f"{name}: written as {format_}\n")
        assert (tmp_path / name).read_text(encoding="utf-8") == stdout[format_]
    assert teamplan(*SHOP.split(), "--json").stdout == stdout["json"]
    assert teamplan("orgchart", *SHOP.split()[1:], "-o", "o.svg", cwd=tmp_path).returncode == 0
    assert (tmp_path / "o.svg").read_text(encoding="utf-8").startswith("<svg")
    done = teamplan("curves", "--most-orders", "90", "--table", "shops", "-o", "o.sql", "--lang", "zh", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "o.sql：已写入（sql）\n")


def test_every_suffix_is_of_a_format() -> None:
    assert all(file_of(format_) for format_ in SUFFIXES.values())
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in SUFFIXES)


def test_a_check_that_says_no_says_so_when_it_writes_a_file(tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    done = teamplan("stages", "check", "bare", "-o", "faults.json", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "faults.json: written as json\n")
    assert '"no-stages"' in (tmp_path / "faults.json").read_text(encoding="utf-8")


def test_a_link_is_followed_and_a_mode_is_kept(tmp_path: Path) -> None:
    (tmp_path / "plan.json").symlink_to("real.txt")
    (tmp_path / "real.txt").write_text("old", encoding="utf-8")
    (tmp_path / "real.txt").chmod(0o640)
    assert teamplan(*SHOP.split(), "-o", "plan.json", cwd=tmp_path).returncode == 0
    assert (tmp_path / "plan.json").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8").startswith("{")
    assert (tmp_path / "real.txt").stat().st_mode & 0o777 == 0o640


def test_an_output_is_any_group_of_options() -> None:
    out: Output = OutputOptions(format=None, output="x.csv")
    assert files.faults_of(out) == []


def test_every_column_has_words_in_chinese(made: Made, playbook: Playbook) -> None:
    labels = labels_of("zh", Words(Speaker("zh"), playbook))
    columns = [each for table in made.answer.tables() for each in table.columns if not each.page_only]
    titles = map(labels.title, columns)
    assert [title for title in titles if title.isascii() and title not in ("P10", "P90")] == []
