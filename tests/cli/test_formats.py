"""Every command in every format: stdout holds the answer and nothing else, and machines can read it."""

import csv
import io
import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from teamplan.cli.app import COMMANDS, GROUPS
from teamplan.cli.run import run
from teamplan.page.formats import FORMATS
from teamplan.questions.hire.page import HEADER as HIRE
from teamplan.questions.next.page import HEADER as NEXT
from teamplan.reading.write import copy_built_in
from tests.cli.prompt import bare
from tests.documents import write_files

PROMPTS = {name: f"{name} {entry.example}".replace(" --format markdown", "") for name, entry in COMMANDS.items()} | {
    f"{group} {name}": f"{group} {name} {entry.example}"
    for group, all_ in GROUPS.items()
    for name, entry in all_.items()
}
PROMPTS["stages check"] = "stages check"
PROMPTS["simulate"] = "simulate --orders 270 --days 3"
PROMPTS["curves"] = "curves --most-orders 300"
PROMPTS["report"] = "report --orders 60"
PROMPTS["peak"] = "peak --event double-11 --orders 80"
PROMPTS["source"] = "source customer-service-agent --orders 60"
SPOKEN = {"stages new"}  # commands that say something on stderr when all is well
PYTHON = re.compile(r"\bNone\b|\bTrue\b|\bFalse\b|[\[{]'|Fraction\(|datetime")
CODES = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
Answer = Callable[..., str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_files("docs/en/your-files.md", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """The stdout of a prompt that is run in this process, read as UTF-8 whatever the stream would encode."""

    def run_here(prompt: str, encoding: str = "ascii", code: int = 0) -> str:
        raw = io.BytesIO()
        stdout = io.TextIOWrapper(raw, encoding=encoding, errors="replace", newline="")
        with monkeypatch.context() as here:
            here.setattr(sys, "stdout", stdout)
            assert run(shlex.split(prompt)) == code
        stdout.flush()
        return raw.getvalue().decode("utf-8")

    return run_here


@pytest.mark.parametrize("name", PROMPTS)
def test_stdout_of_a_process_holds_the_answer_and_nothing_else(name: str, folder: Path, answer: Answer) -> None:
    """With every library that is installed, also those that print themselves: the bytes are those of the renderer."""
    prompt = f"{PROMPTS[name]} --format json --lang zh"
    done = subprocess.run(
        [sys.executable, "-m", "teamplan", *shlex.split(prompt)],
        cwd=folder,
        env=bare(PYTHONIOENCODING="gbk"),
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0
    assert bool(done.stderr) == (name in SPOKEN)
    told = done.stdout.decode("utf-8")
    assert json.loads(told)
    assert told == answer(prompt.replace("my-playbook", "mine-too")).replace("mine-too", "my-playbook")


@pytest.mark.parametrize("form", ["json", "yaml", "csv", "markdown"])
@pytest.mark.parametrize("name", ["recommend", "stages check", "schema"])
def test_machine_formats_are_utf8_whatever_the_locale(name: str, form: str, folder: Path, answer: Answer) -> None:
    prompt = f"{PROMPTS[name]} --format {form} --lang zh"
    assert answer(prompt, "ascii") == answer(prompt, "gbk") == answer(prompt, "utf-8")


def test_faults_of_a_check_are_told_in_every_format(tmp_path: Path, answer: Answer) -> None:
    folder = tmp_path / "店铺"
    copy_built_in(folder)
    (folder / "advice.yaml").write_text("店长: 3\n员工: 4\n", encoding="utf-8")
    told = {each: answer(f"stages check {folder} --format {each}", "utf-8", 1) for each in FORMATS}
    lines = told["table"].splitlines()
    assert len(lines) > 2
    problems = json.loads(told["json"])["problems"]
    assert [each["message"] for each in problems] == lines[:-1]
    assert yaml.safe_load(told["yaml"])["problems"] == problems
    rows = rows_of(told["csv"])
    assert [row["message"] for row in rows] == lines[:-1]
    assert [row["path"] for row in rows] == [" > ".join(each["path"]) for each in problems]
    assert told["markdown"].count("\n- ") == len(problems) - 1


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_difference_is_a_row_a_change(answer: Answer) -> None:
    changes = json.loads(answer("diff three-months half-year --format json"))["changes"]
    rows = rows_of(answer("diff three-months half-year --format csv"))
    assert [row["what"] for row in rows] == [change["what"] for change in changes]
    assert {(row["a"], row["b"], row["kind"]) for row in rows} == {("three-months", "half-year", "stage")}
    split = next(row for row in rows if row["what"] == "split")
    assert (split["role"], split["roles"]) == ("customer-service-agent", "pre-sale-service after-sale-service")
    assert answer("diff promotion promotion --format csv") == "a,b,kind,what\n"


def test_the_range_is_in_the_rows(answer: Answer) -> None:
    data = json.loads(answer("recommend --orders 60 --range --format json"))["range"]["roles"]
    rows = rows_of(answer("recommend --orders 60 --range --format csv"))
    ends = ("low", "high", "p10", "p90")
    assert [[int(row[end]) for end in ends] for row in rows] == [[role[end] for end in ends] for role in data]
    assert [row["movers"].split() for row in rows] == [[each["name"] for each in role["movers"]] for role in data]
    assert "low" not in rows_of(answer("recommend --orders 270 --format csv"))[0]


def test_a_stage_is_a_row_a_post_and_an_open_end_an_empty_cell(answer: Answer) -> None:
    last = rows_of(answer("stages list --format csv"))[-1]
    assert (last["id"], last["typical_age_days_from"], last["typical_age_days_to"]) == ("one-year", "365.0", "")
    shown = json.loads(answer("stages show half-year --format json"))
    rows = rows_of(answer("stages show half-year --format csv"))
    posts = [row for row in rows if row["part"] == "post"]
    assert [row["role"] for row in posts] == [post["role"] for post in shown["posts"]]
    assert [row["duties"].split() for row in posts] == [post["duties"] for post in shown["posts"]]
    assert {row["exactly"] for row in posts} == {"", "1"}


def test_an_answer_without_rows_has_the_header_of_one_with_rows(answer: Answer) -> None:
    growing = "hire --orders 270 --growth 8%/month --from 2026-12-01 --format csv"
    assert tuple(answer(growing).splitlines()[0].split(",")) == HIRE
    following = answer("next --orders 270 --format csv").splitlines()[0]
    assert following.startswith(",".join(NEXT))


def test_a_role_that_the_founder_spares_has_a_range_from_nobody(answer: Answer) -> None:
    rows = {row["role"]: row for row in rows_of(answer("recommend --orders 28 --range --format csv"))}
    assert (rows["designer"]["headcount"], rows["designer"]["low"], rows["designer"]["p10"]) == ("0", "0", "0")
    assert rows["designer"]["p90"] > "0"  # in more than one draw of ten the founder is full, and the post opens
    assert "page_minutes" in rows["designer"]["movers"]
    assert (rows["customer-service-agent"]["low"], rows["customer-service-agent"]["high"]) == ("1", "1")
