"""Every sentence stands in both languages, is used, and names the same values in both."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from teamplan.language import CATALOGUE, Sentences, Speaker, language_of
from teamplan.language.problems import OF_PROBLEMS
from tests.conftest import ROOT

BINDINGS = ("work", "presence", "service", "occupancy", "floor", "None")
SOURCE = ROOT / "src" / "teamplan"
QUESTIONS = sorted(path.parent.name for path in (SOURCE / "questions").glob("*/words.py"))


def words_of(question: str) -> Sentences:
    words: Sentences = import_module(f"teamplan.questions.{question}.words").WORDS
    return words


SENTENCES = {
    **CATALOGUE,
    **OF_PROBLEMS,
    **{key: pair for question in QUESTIONS for key, pair in words_of(question).items()},
}
CHINESE = re.compile("[\u4e00-\u9fff]")
REASON = re.compile(r'Reason\(\s*"([a-z-]+)"')
TYPED = re.compile(
    r"\{.*?\}|`.*?`|--[a-z-]+|\$[a-z_]+|[\w-]+\.(?:yaml|json)|[a-z]+_[a-z_]+|[A-Z_]{4,}(?:=\S+)?|(?<![A-Za-z])[a-z_]+:"
)
SAME_IN_CHINESE = {
    "Ctrl",
    "Schema",
    "UTF",
    "CSV",
    "Excel",
    "SQL",
    "iCalendar",
    "teamplan",
    "explain",
    "shell",
    "json",
    "min",
    "true",
    "false",
    "none",
    "exactly",
    "live",
    "minutes",
    "operations",
    "marketing",
    "design",
    "playbook",
    "sources",
    "assumptions",
    "duties",
    "roles",
    "advice",
    "events",
    "pay",
    "people",
    "organisation",
    "management",
    "stage",
    "store",
    "shops",
    "team",
    "Erlang",
    "erlang",
    "chat",
    "inf",
    "sim",
    "exponential",
    "lognormal",
    "fixed",
    "offered",
    "answered",
    "left",
    "in",
    "time",
    "patient",
    "short",
    "waits",
    "virtual",
}
UNSPOKEN = {  # keys whose parts stand nowhere as texts -> where they come from
    "binding.None": "a role without a binding curve",
    "help.config-show": "`config show`, its blank written as a dash",
    "help.stages-list": "`stages list`, its blank written as a dash",
    "help.stages-show": "`stages show`",
    "help.stages-check": "`stages check`",
    "help.stages-new": "`stages new`",
    "pay-column.tenure_months": "a key of a person, by its name",
}


def literals() -> Iterator[tuple[Path, str]]:
    """Every text in the code outside the catalogue and outside docstrings."""
    for path in SOURCE.rglob("*.py"):
        if path.parent.name == "language" or (path.name == "words.py" and path.parent.parent.name == "questions"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
                yield path, node.value


def beginnings() -> Iterator[str]:
    """What a text that is put together while running begins with: `why.` of `f"why.{step}"` or of `"why." + step`."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.JoinedStr(values=[ast.Constant(value=str(first)), *_]):
                    yield first
                case ast.BinOp(left=ast.Constant(value=str(first)), op=ast.Add()):
                    yield first


def spoken(key: str, said: set[str], begun: set[str]) -> bool:
    """Whether the code says a key, as it stands or put together of a beginning and what it says."""
    if key in said:
        return True
    return any(spoken(key.removeprefix(each), said, begun) for each in begun if key.startswith(each))


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_both_languages_say_the_same_with_the_same_values(key: str) -> None:
    english, chinese = SENTENCES[key]
    assert fields(english) == fields(chinese) or key in ("problem.carried-twice",)
    assert not CHINESE.search(english)
    assert bool(english) == bool(chinese)
    words = re.sub(r"\{.*?\}|`.*?`|[^A-Za-z]", "", english)
    if len(words) > 12 and key not in ("problem.usage",):
        assert CHINESE.search(chinese), f"{key} is not translated"


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_no_english_word_is_left_in_a_chinese_sentence(key: str) -> None:
    """Placeholders, commands, options, file names and YAML keys stay as they are typed."""
    bare = TYPED.sub("", SENTENCES[key][1])
    assert set(re.findall("[A-Za-z]{3,}", bare)) <= SAME_IN_CHINESE


def test_every_sentence_is_said() -> None:
    said, begun = {text for _, text in literals()}, set(beginnings())
    assert {key for key in SENTENCES if not spoken(key, said, begun)} == set(UNSPOKEN)


def test_no_text_of_the_other_language_stands_in_the_code() -> None:
    headings, multiples = SOURCE / "libraries.py", SOURCE / "playbook" / "typed.py"
    allowed = {headings, multiples}  # what typer does not translate itself, and `万`, which is read in either language
    marks = set("。？（）、：")
    strays = [
        (path, text)
        for path, text in literals()
        if path not in allowed and CHINESE.search(text) and not set(text) <= marks
    ]
    assert strays == []


def test_every_assembled_key_exists() -> None:
    from teamplan.reading.validate import SENTENCES as VALIDATED

    files = (SOURCE / "questions" / "explain").glob("*.py")
    explained = {f"why.{key}" for file in files for key in REASON.findall(file.read_text(encoding="utf-8"))}
    assert len(explained) > 20
    explained -= {"why.service-delivered", "why.service-alone"}  # told in the words that every page has for them
    wanted = {f"binding.{name}" for name in BINDINGS} | {f"problem.{key}" for key in VALIDATED.values()} | explained
    assert wanted <= set(SENTENCES)


def test_every_problem_that_the_code_raises_has_a_sentence() -> None:
    raised: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        raised |= set(re.findall(r'(?:Problem|Finding|PydanticCustomError)\(\s*"([a-z0-9-]+)"', text))
    assert len(raised) > 40
    assert {f"problem.{key}" for key in raised} <= set(SENTENCES)


@pytest.mark.parametrize(
    ("given", "environment", "language"),
    [
        ("zh", {"LANG": "en_US.UTF-8"}, "zh"),
        (None, {"TEAMPLAN_LANG": "zh", "LANG": "en_US.UTF-8"}, "zh"),
        (None, {"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        (None, {"LANG": "zh_TW"}, "zh"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "en"),
        (None, {}, "en"),
    ],
)
def test_the_language_is_the_first_that_is_named(given: str | None, environment: dict[str, str], language: str) -> None:
    assert language_of(given, environment) == language


def test_a_sentence_that_nobody_wrote_is_an_error() -> None:
    with pytest.raises(KeyError):
        Speaker("en")("no.such.sentence")


def test_no_question_says_again_what_another_one_or_all_of_them_say() -> None:
    counted = Counter(key for words in (CATALOGUE, OF_PROBLEMS, *map(words_of, QUESTIONS)) for key in words)
    assert [key for key, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_says_only_its_own_sentences_and_those_of_all(question: str) -> None:
    others = {key for other in QUESTIONS if other != question for key in words_of(other)}
    said = {text for path, text in literals() if path.parent == SOURCE / "questions" / question}
    assert said & others == set()
