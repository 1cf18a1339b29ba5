"""What the documents hold: their pages in both languages, the examples and files in them, their headings and links."""

import hashlib
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.cli.prompt import process, teamplan

ROOT = Path(__file__).parents[1]
README = {"en": "README.md", "zh": "README.zh.md"}
YOUR_FILES = "docs/{language}/your-files.md"  # shows every file that an example of a help text reads
COLUMNS = "100"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
YAML = re.compile(r"^```yaml\n(# ([a-z-]+\.yaml)\b.*?)^```$", re.DOTALL | re.MULTILINE)  # named by its first line
CSV = re.compile(r"^```csv ([a-z-]+\.csv)\n(.*?)^```$", re.DOTALL | re.MULTILINE)  # named beside its kind
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
State = tuple[tuple[str, str], ...]
_told: dict[tuple[str, State], str] = {}


class Link(NamedTuple):
    """Where a link of a page leads: another page (or the page itself) and a heading there, both as they are written."""

    path: str
    anchor: str


def pages(language: str) -> list[str]:
    """The README of a language and all pages of its documents, as paths from the root."""
    return [
        README[language],
        *(each.relative_to(ROOT).as_posix() for each in sorted((ROOT / "docs" / language).rglob("*.md"))),
    ]


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def blocks(page: str) -> list[str]:
    return BLOCK.findall(text_of(page))


def prompts(block: str) -> list[str]:
    return [line[2:] for line in block.splitlines() if line.startswith("$ ")]


def prompts_of(page: str) -> list[str]:
    return [prompt for block in blocks(page) for prompt in prompts(block)]


def outputs(page: str) -> dict[str, str]:
    """What the page says that each prompt prints."""
    said = (part.partition("\n") for block in blocks(page) for part in re.split(r"^\$ ", block, flags=re.MULTILINE))
    return {prompt: output for prompt, _, output in said if prompt}


def page_of(command: tuple[str, ...], language: str) -> str:
    """The page of a command."""
    return f"docs/{language}/commands/{'-'.join(command)}.md"


def write_files(page: str, folder: Path) -> None:
    """The files that a page shows, and `examples/`, for its examples to read."""
    shutil.copytree(ROOT / "examples", folder / "examples", dirs_exist_ok=True)
    text = text_of(page)
    for shown, name in YAML.findall(text):
        (folder / name).write_text(shown, encoding="utf-8")
    for name, shown in CSV.findall(text):
        (folder / name).write_text(shown, encoding="utf-8")


def played(block: str, folder: Path) -> str:
    """The block as a terminal of 100 columns would show it, in a folder with the files of its page."""
    return "".join(f"$ {prompt}\n{_answer(prompt, folder)}" for prompt in prompts(block))


def _answer(prompt: str, folder: Path) -> str:
    """What a prompt prints; it runs once in equal folders where it leaves them as they were."""
    before = _state(folder)
    if (prompt, before) not in _told:
        run = process if "--help" in prompt or prompt.startswith("teamplan help") else teamplan
        done = run(*shlex.split(prompt)[1:], cwd=folder, COLUMNS=COLUMNS)
        assert done.returncode == 0, done.stderr
        if _state(folder) != before:
            return done.stdout
        _told[prompt, before] = done.stdout
    return _told[prompt, before]


def _state(folder: Path) -> State:
    """Which files are in a folder, and what they hold."""
    files = sorted(each for each in folder.rglob("*") if each.is_file())
    return tuple((str(each.relative_to(folder)), hashlib.sha256(each.read_bytes()).hexdigest()) for each in files)


def anchors(page: str) -> set[str]:
    """The headings of a page as a link names them."""
    return {slug(heading) for heading in HEADING.findall(FENCE.sub("", text_of(page)))}


def slug(heading: str) -> str:
    """A heading as forges write it behind `#`: small letters, spaces as hyphens, no other punctuation."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def links(page: str) -> Iterator[Link]:
    """The links of a page to files of the project; those to the net are left out."""
    for target in LINK.findall(FENCE.sub("", text_of(page))):
        if not target.startswith(("https://", "http://")):
            path, _, anchor = target.partition("#")
            yield Link(
                (ROOT / page).parent.joinpath(path).resolve().relative_to(ROOT).as_posix() if path else page, anchor
            )
