"""The README tells the truth: its examples are run and compared, every command is in it, every help has an example.

`python -m tests.test_readme` writes the outputs anew; a reviewer reads them as a diff.
"""

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.cli.prompt import process, teamplan

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh.md")
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
FILE = re.compile(r"```yaml\n(# ([a-z]+\.yaml)\b.*?)```", re.DOTALL)  # a file that the examples read, by its first line
COLUMNS = "100"
COMMANDS = (
    ("recommend",),
    ("explain",),
    ("checklist",),
    ("orgchart",),
    ("duties",),
    ("diff",),
    ("service",),
    ("sweep",),
    ("curves",),
    ("simulate",),
    ("capacity",),
    ("next",),
    ("budget",),
    ("source",),
    ("hire",),
    ("peak",),
    ("stages", "list"),
    ("stages", "show"),
    ("stages", "check"),
    ("stages", "new"),
    ("pay", "phase"),
    ("pay", "template"),
    ("pay", "check"),
    ("pay", "sheet"),
    ("pay", "explain"),
    ("playbooks",),
    ("schema",),
)


def prompts(block: str) -> list[str]:
    return [line[2:] for line in block.splitlines() if line.startswith("$ ")]


def write_files(readme: str, folder: Path) -> None:
    """The files that a README shows or names, for its examples to read."""
    shutil.copytree(ROOT / "examples", folder / "examples", dirs_exist_ok=True)
    for text, name in FILE.findall((ROOT / readme).read_text(encoding="utf-8")):
        (folder / name).write_text(text, encoding="utf-8")


def played(block: str, folder: Path) -> str:
    """The block as a terminal of 100 columns would show it, in a folder with the files of the README."""
    shown = []
    for prompt in prompts(block):
        done = teamplan(*shlex.split(prompt)[1:], cwd=folder, COLUMNS=COLUMNS)
        assert done.returncode == 0, done.stderr
        shown.append(f"$ {prompt}\n{done.stdout}")
    return "".join(shown)


@pytest.mark.parametrize("readme", READMES)
def test_every_example_prints_what_it_says(readme: str, tmp_path: Path) -> None:
    write_files(readme, tmp_path)
    blocks = BLOCK.findall((ROOT / readme).read_text(encoding="utf-8"))
    assert blocks
    for block in blocks:
        assert played(block, tmp_path) == block


def test_the_list_of_commands_is_that_of_the_program() -> None:
    from teamplan.cli import app

    grouped = {(group, name) for group, entries in app.GROUPS.items() for name in entries}
    assert {(name,) for name in app.COMMANDS} | grouped == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_is_documented_and_its_help_has_a_real_example(command: tuple[str, ...], tmp_path: Path) -> None:
    assert f"teamplan {' '.join(command)}" in (ROOT / "README.md").read_text(encoding="utf-8")
    for language, word in (("en", "Example:"), ("zh", "示例：")):
        told = process(*command, "--help", "--lang", language)
        assert told.returncode == 0
        example = " ".join(told.stdout.partition(word)[2].split())
        assert example.startswith("teamplan " + " ".join(command))
    write_files("README.md", tmp_path)
    if command == ("stages", "check"):
        teamplan("stages", "new", "my-playbook", cwd=tmp_path)
    assert teamplan(*shlex.split(example)[1:], cwd=tmp_path).returncode == 0


def test_the_ci_script_runs_the_two_commands_of_the_readme() -> None:
    commands = re.findall(r"```bash\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert "teamplan recommend --visitors 6000 --conversion 0.045" in commands[0]
    assert "poe check" in commands[1]


def main() -> None:
    """Write the outputs of all examples anew."""
    for readme in READMES:
        path = ROOT / readme
        with TemporaryDirectory() as name:
            folder = Path(name)
            write_files(readme, folder)
            text = BLOCK.sub(_played_in(folder), path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")


def _played_in(folder: Path) -> Callable[[re.Match[str]], str]:
    return lambda match: f"```console\n{played(match[1], folder)}```"


if __name__ == "__main__":
    main()
