"""The documents tell the truth: their examples are run and compared, their links lead somewhere, nothing is left out.

`python -m tests.test_readme` writes the outputs anew; a reviewer reads them as a diff.
"""

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from teamplan.cli import app
from tests.cli.prompt import teamplan
from tests.documents import (
    BLOCK,
    README,
    ROOT,
    YOUR_FILES,
    anchors,
    blocks,
    links,
    page_of,
    pages,
    played,
    prompts_of,
    slug,
    text_of,
    write_files,
)

COMMANDS = [(name,) for name in app.COMMANDS | app.OF_ITSELF] + [
    (group, name) for group, all_ in app.OF_ALL_GROUPS.items() for name in all_
]
PAGES = [*pages("en"), *pages("zh")]
OTHERS = ["CHANGELOG.md", "CONTRIBUTING.md", "DECISIONS.md", "docs/coverage.md", "examples/README.md"]
EXAMPLE = {"en": "Example:", "zh": "示例："}
PART = re.compile(r"`((?:tests|src|stages|benchmarks|examples)/[\w/.-]*)(?:::(\w+))?`")
README_LINES = 160


def shape(prompt: str) -> list[str]:
    """A prompt without what differs between languages: its command and the names of its options."""
    words = shlex.split(prompt)
    options = [word for word in words if word.startswith("--") and word != "--lang"]
    return [*words[:2], *options]


@pytest.mark.parametrize("page", PAGES)
def test_every_example_prints_what_it_says(page: str, tmp_path: Path) -> None:
    write_files(page, tmp_path)
    for block in blocks(page):
        assert played(block, tmp_path) == block
        assert str(ROOT) not in block  # what it says is the same on any machine


@pytest.mark.parametrize("page", [*PAGES, *OTHERS])
def test_every_link_leads_somewhere(page: str) -> None:
    for path, anchor in links(page):
        assert (ROOT / path).exists(), path
        assert not anchor or anchor in anchors(path), f"{path}#{anchor}"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_first_what_it_is_about(page: str) -> None:
    title, blank, first = text_of(page).splitlines()[:3]
    assert title.startswith("# ")
    assert not blank
    assert not first.startswith(("```", "#", "|", "* "))


def test_headings_are_named_as_forges_name_them() -> None:
    assert slug("Why: `explain`, and then?") == "why-explain-and-then"
    assert slug("钱：划算吗") == "钱划算吗"


@pytest.mark.parametrize("page", PAGES)
def test_every_part_of_the_program_that_a_page_names_is_there(page: str) -> None:
    for path, test in PART.findall(text_of(page)):
        assert (ROOT / path).exists(), path
        assert not test or f"def {test}(" in (ROOT / path).read_text(encoding="utf-8"), test


@pytest.mark.parametrize("language", README)
def test_a_reader_finds_every_page_within_two_links(language: str) -> None:
    near = {README[language], *(link.path for link in links(README[language]))}
    found = near | {link.path for page in near if page.endswith(".md") for link in links(page)}
    assert set(pages(language)) - found == set()


def test_both_languages_have_the_same_pages_and_examples() -> None:
    english, chinese = ([page.removeprefix(f"docs/{each}/") for page in pages(each)[1:]] for each in README)
    assert english == chinese
    for one, other in zip(pages("en"), pages("zh"), strict=True):
        assert [shape(prompt) for prompt in prompts_of(one)] == [shape(prompt) for prompt in prompts_of(other)], one


def test_a_chinese_page_asks_in_chinese() -> None:
    for page in pages("zh"):
        for prompt in prompts_of(page):
            assert prompt.endswith(" --lang zh"), f"{page}: {prompt}"


@pytest.mark.parametrize("readme", README.values())
def test_the_readme_is_short(readme: str) -> None:
    assert len(text_of(readme).splitlines()) <= README_LINES


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_a_page_with_its_help_and_an_example(command: tuple[str, ...], tmp_path: Path) -> None:
    name = f"teamplan {' '.join(command)}"
    for language, word in EXAMPLE.items():
        page = page_of(command, language)
        help_, *others = [prompt for prompt in reversed(prompts_of(page)) if prompt.startswith(name)]
        assert help_.split(" --lang")[0] == f"{name} --help"
        assert others
        example = " ".join(blocks(page)[-1].partition(word)[2].split())
        assert example.startswith(name)
    if example not in prompts_of(page_of(command, "en")):
        write_files(YOUR_FILES.format(language="en"), tmp_path)
        assert teamplan(*shlex.split(example)[1:], cwd=tmp_path).returncode == 0


def test_the_ci_script_runs_the_two_commands_of_the_readme() -> None:
    commands = re.findall(r"```bash\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert "teamplan recommend --visitors 6000 --conversion 0.045" in commands[0]
    assert "poe check" in commands[1]


def main() -> None:
    """Write the outputs of all examples anew."""
    for page in PAGES:
        with TemporaryDirectory() as name:
            folder = Path(name)
            write_files(page, folder)
            text = BLOCK.sub(_played_in(folder), text_of(page))
        (ROOT / page).write_text(text, encoding="utf-8")


def _played_in(folder: Path) -> Callable[[re.Match[str]], str]:
    return lambda match: f"```console\n{played(match[1], folder)}```"


if __name__ == "__main__":
    main()
