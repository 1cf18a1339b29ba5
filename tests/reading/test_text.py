"""Reading what a prompt names: never for ever, never more than the bound, and every refusal located."""

import os
from pathlib import Path

import pytest

from teamplan.errors import Problem
from teamplan.reading.load import inspect
from teamplan.reading.text import MOST_BYTES, is_folder, is_missing, text_of_file
from tests.cli.prompt import teamplan

LONG = "x" * 300
SHOP = ("recommend", "--orders", "270")
NAMED: list[tuple[str, ...]] = [  # every way to name a file or folder that is read; `{}` is its name
    (*SHOP, "--playbook", "{}"),
    (*SHOP, "--store", "{}.yaml"),
    (*SHOP, "--team", "{}.yaml"),
    ("hire", "--forecast", "{}.csv"),
    ("peak", "--event", "double-11", "--baseline", "{}.csv"),
    ("checklist", "half-year", "--done", "{}.yaml"),
    ("diff", "{}.json", "{}.json"),
    ("diff", "{}.yaml", "{}.yaml"),
    ("stages", "check", "{}"),
]


@pytest.mark.parametrize("prompt", NAMED, ids=" ".join)
def test_a_name_that_no_file_can_have_is_told(prompt: tuple[str, ...], tmp_path: Path) -> None:
    asked = teamplan(*(word.format(LONG) for word in prompt), cwd=tmp_path)
    told = asked.stdout if prompt[0] == "stages" else asked.stderr
    assert asked.returncode == (1 if prompt[0] == "stages" else 2)
    assert f"{prompt[-1].format(LONG)}: cannot be read: File name too long" in told


@pytest.mark.parametrize("prompt", NAMED, ids=" ".join)
def test_bytes_that_are_no_utf_8_may_stand_in_the_name_of_a_file(prompt: tuple[str, ...], tmp_path: Path) -> None:
    asked = teamplan(*(word.format("shop-\udcff") for word in prompt), cwd=tmp_path)
    assert asked.returncode == (0 if prompt[0] == "checklist" else 1 if prompt[0] == "stages" else 2)
    assert r"shop-\udcff" in asked.stderr + asked.stdout + str(list(tmp_path.iterdir()))


@pytest.mark.parametrize("form", ["table", "json", "yaml", "csv", "markdown"])
def test_such_a_name_is_printed_with_escapes_in_every_format(form: str, tmp_path: Path) -> None:
    for name, people in (("\udcff.yaml", 1), ("b.yaml", 2)):
        (tmp_path / name).write_text(f"roles: {{operator: {people}}}\n", encoding="utf-8")
    asked = teamplan("diff", "\udcff.yaml", "b.yaml", "--format", form, cwd=tmp_path)
    assert asked.returncode == 0, asked.stderr
    assert r"\udcff.yaml" in asked.stdout.lower().replace("\\\\", "\\")


@pytest.mark.parametrize(
    "prompt",
    [
        ("recommend", "--orders"),
        ("recommend", "--orders", "270", "--set", "pack_minutes=\udcff", "--ad-spend"),
        ("recommend", "--orders", "270", "--set"),
        ("recommend", "--orders", "270", "--stage"),
        ("recommend", "--orders", "270", "--founder-skills"),
        ("recommend", "--orders", "270", "--format"),
        ("recommend", "--orders", "270", "--lang"),
        ("service", "--chats"),
        ("service", "--chats", "300", "--target"),
        ("service", "--chats", "300", "--open"),
        ("service", "--per-hour", "30", "--model"),
        ("service", "--per-hour", "30", "--definition"),
        ("simulate", "--orders", "270", "--work"),
        ("simulate", "--orders", "270", "--days"),
        ("hire", "--from", "2026-12-01", "--growth"),
        ("hire", "--growth", "8%/month", "--from"),
        ("peak", "--orders", "270", "--event"),
        ("peak", "--event", "double-11", "--orders", "270", "--date"),
        ("peak", "--event", "double-11", "--orders", "270", "--orders-x"),
        ("next", "--orders", "270", "--steps"),
        ("sweep", "orders=1..9", "--steps"),
        ("sweep",),
        ("explain", "--orders", "270"),
        ("schema",),
        ("stages", "show"),
        (),
    ],
    ids=" ".join,
)
def test_bytes_that_are_no_utf_8_are_no_value(prompt: tuple[str, ...]) -> None:
    asked = teamplan(*(ascii(word)[1:-1] if "\udcff" in word else word for word in prompt), "\udcff")
    assert asked.returncode == 2, asked.stderr
    assert r"\udcff" in asked.stderr


def test_a_pipe_that_nobody_fills_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    assert told(tmp_path / "fifo") == [("not-a-file", str(tmp_path / "fifo"))]


def test_a_device_without_end_is_refused_or_read_to_the_bound() -> None:
    assert told(Path("/dev/zero")) == [("not-a-file", "/dev/zero")]
    with Path("/dev/zero").open("rb") as endless:
        name = f"/dev/fd/{endless.fileno()}"
        assert told(Path(name)) == [("file-too-large", name)]


def test_a_pipe_in_a_playbook_is_a_fault_of_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "1-solo-launch.yaml")
    assert ("not-a-file", "1-solo-launch.yaml") in {
        (problem.key, Path(problem.where.file).name) for problem in inspect(tmp_path)[1] if problem.where
    }


def test_a_pipe_that_the_prompt_opened_is_read() -> None:
    reading, writing = os.pipe()
    os.write(writing, "orders: 270 # 单\n".encode())
    os.close(writing)
    try:
        assert text_of_file(Path(f"/dev/fd/{reading}")) == ("orders: 270 # 单\n", [])
    finally:
        os.close(reading)


def test_a_file_is_read_to_its_bound_and_no_further(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_bytes(b"x" * MOST_BYTES)
    assert text_of_file(file) == ("x" * MOST_BYTES, [])
    file.write_bytes(b"x" * (MOST_BYTES + 1))
    assert told(file) == [("file-too-large", str(file))]


def test_a_name_with_a_null_byte_is_a_fault_like_any_other() -> None:
    assert [key for key, _ in told(Path("a\0b"))] == ["unreadable"]
    assert [problem.key for problem in inspect(Path("a\0b"))[1]] == ["unreadable"]


def test_what_may_not_be_looked_at_is_neither_missing_nor_a_folder(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    (tmp_path / "loop").symlink_to("loop")
    assert is_missing(tmp_path / "nothing")
    assert not any(is_missing(path) for path in (file, file / "below", tmp_path / "loop", tmp_path / LONG, Path("\0")))
    assert is_folder(tmp_path)
    assert not any(is_folder(path) for path in (file, tmp_path / "loop", tmp_path / LONG, Path("\0")))


def test_events_behind_a_broken_link_are_a_fault_and_not_a_playbook_without(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    assert teamplan("stages", "new", str(folder)).returncode == 0
    (folder / "events.yaml").unlink()
    assert inspect(folder)[1] == []
    (folder / "events.yaml").symlink_to(tmp_path / "nowhere.yaml")
    assert [problem.key for problem in inspect(folder)[1]] == ["unreadable"]


def told(path: Path) -> list[tuple[str, str]]:
    """(key, place) of what is wrong with a file; such a file gives no text."""
    text, problems = text_of_file(path)
    assert text is None
    return [(problem.key, place(problem)) for problem in problems]


def place(problem: Problem) -> str:
    return str(problem.where)
