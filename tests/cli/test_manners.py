"""Exit codes, messages, help and start-up manners of every command."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.prompt import process as teamplan
from tests.cli.prompt import teamplan as called

MODULES = """
import sys
sys.argv = {argv!r}
from teamplan.__main__ import main
main()
print(*sorted(sys.modules), file=sys.stderr)
"""

WRONG = [
    (("recommend",), "the volume of the shop is missing"),
    (("recommend", "--visitors", "6000"), "--visitors needs --conversion or --orders"),
    (("recommend", "--conversion", "4.5%"), "--conversion needs --visitors or --orders"),
    (("recommend", "--visitors", "6000", "--conversion", "4.5"), "did you mean 4.5%?"),
    (("recommend", "--orders", "-1"), "--orders: “-1” is negative"),
    (("recommend", "--orders", "nan"), "--orders: “nan” is not a finite number"),
    (("recommend", "--orders", "inf"), "--orders: “inf” is not a finite number"),
    (("recommend", "--orders", "many"), "--orders: “many” is not a number"),
    (("recommend", "--orders", "1e400"), "--orders: “1e400” has too many digits"),
    (("recommend", "--visitors", "1e9", "--conversion", "4.5%"), "45,000,000 orders a day are above 1,000,000"),
    (("recommend", "--orders", "3", "--set", "pack_minutes"), "is not NAME=VALUE"),
    (("recommend", "--orders", "3", "--set", "pak_minutes=3"), "Did you mean “pack_minutes”?"),
    (("recommend", "--orders", "3", "--set", "shift_hours=12"), "above the legal 40"),
    (("recommend", "--orders", "3", "--set", "return_minutes=4"), "Write it with its unit"),
    (("recommend", "--orders", "3", "--set", "attendance=0"), "must be above zero"),
    (("recommend", "--orders", "3", "--founder-skills", "desing"), "Did you mean “design”?"),
    (("recommend", "--orders", "3", "--stage", "half-yea"), "Did you mean “half-year”?"),
    (("recommend", "--orders", "3", "--format", "jsn"), "Did you mean “json”?"),
    (("recommend", "--orders", "3", "--lang", "fr"), "“fr” is not a language"),
    (("recommend", "--orders", "3", "--store", "nope.yaml"), "nope.yaml: cannot be read"),
    (("recommend", "--orders", "3", "--team", "nope.yaml"), "nope.yaml: cannot be read"),
    (("recommend", "--orders", "3", "--playbook", "nope"), "there is no folder and no shipped playbook “nope”"),
    (("recommend", "--visitor", "6000"), "Did you mean “--visitors”?"),
    (("recommend", "--orders"), "option --orders needs a value"),
    (("recommend", "--orders", "3", "--campaign-ahead=yes"), "option --campaign-ahead takes no value"),
    (("recommend", "--orders", "3", "--set", "silent_share=150%"), "“150%” is more than the whole"),
    (("recommend", "more", "--orders", "3"), "“more” is one word too many"),
    (("recomend",), "Did you mean “recommend”?"),
    (("explain",), "ROLE is missing"),
    (("explain", "storemanager", "--orders", "3"), "Did you mean “store-manager”?"),
    (("checklist", "half-yer"), "Did you mean “half-year”?"),
    (("checklist", "half-year", "--done", "x.yaml", "--tick", "owner/ster"), "Did you mean “owner/steer”?"),
    (("diff", "three-months", "x.json"), "x.json: cannot be read"),
    (("diff", "three-months", "half-yaer"), "Did you mean “half-year”?"),
    (("stages", "show", "x"), "there is no stage “x”"),
    (("stages", "shw"), "Did you mean “show”?"),
    (("schema", "dutie"), "Did you mean “duties”?"),
    (("stages", "new", "/dev/null/x"), "cannot be written"),
    (("sweep", "visitors", "--conversion", "4%"), "“visitors” is not an input with its first and last value"),
    (("sweep", "pack_minuets=1..9", "--orders", "40"), "Did you mean “pack_minutes”?"),
    (("service", "--chats", "300", "--target", "120%/30s"), "--target: “120%” is more than the whole"),
    (("service", "--chats", "300", "--handle", "0"), "--handle: must be above zero"),
    (("service", "--chats", "300", "--open", "09:00-09:00"), "--open: “09:00-09:00” does not read as opening hours"),
    (("service", "--chats", "-5"), "--chats: “-5” is negative"),
    (("service", "--per-hour", "30", "--agents", "2.5"), "--agents: expected a whole number, found 2.5"),
    (("simulate", "--orders", "270", "--days", "0"), "--days: must be above zero"),
    (("simulate", "--orders", "270", "--day-cv", "-1"), "--day-cv: “-1” is negative"),
    (("simulate", "--orders", "270", "--day-cv", "20"), "--day-cv: “20” is above 1; did you mean 20%?"),
    (("simulate", "--orders", "270", "--people", "0"), "--people: must be above zero"),
    (("simulate", "--orders", "270", "--people", "some"), "--people: “some” is not a number"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG, ids=[" ".join(prompt) for prompt, _ in WRONG])
def test_wrong_input_exits_2_with_one_clear_message(arguments: tuple[str, ...], message: str, tmp_path: Path) -> None:
    done = called(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    chinese = called(*arguments, cwd=tmp_path, LANG="zh_CN.UTF-8")
    assert chinese.returncode == 2
    assert any("一" <= char <= "鿿" for char in chinese.stderr)


@pytest.mark.parametrize(("language", "word"), [("en_US", "Usage:"), ("zh_CN", "用法：")])
def test_no_command_at_all_shows_the_help_and_exits_2(language: str, word: str) -> None:
    done = teamplan(LANG=f"{language}.UTF-8")
    assert (done.returncode, done.stdout) == (2, "")
    assert word in done.stderr


def test_all_faults_of_the_options_are_told_at_once() -> None:
    done = teamplan("recommend", "--visitors", "-3", "--conversion", "4.5", "--orders", "nan", "--age-days", "old")
    places = [line.partition(":")[0] for line in done.stderr.splitlines()]
    assert places == ["--visitors", "--conversion", "--orders", "--age-days"]


def test_an_override_outside_its_range_is_noted_and_used() -> None:
    done = teamplan("recommend", "--orders", "270", "--set", "pack_minutes=9", "--format", "json")
    assert done.returncode == 0
    assert done.stderr == "pack_minutes: note: 9 min is outside the range 1.6 min to 6.5 min that is known for it\n"
    assert json.loads(done.stdout)["headcount"] > 13
    assert teamplan("recommend", "--orders", "270", "--set", "pack_minutes=4").stderr == ""


def test_control_codes_of_a_user_are_shown_and_never_sent() -> None:
    for arguments in (
        ("recommend", "--stage", "\x1b[31mred", "--orders", "3"),
        ("explain", "[bold]x\x07", "--orders", "3"),
    ):
        done = teamplan(*arguments)
        assert done.returncode == 2
        assert "\x1b" not in done.stderr
        assert "\x07" not in done.stderr


def test_markup_in_a_name_stays_text(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    teamplan("stages", "new", str(folder))
    roles = folder / "roles.yaml"
    text = roles.read_text(encoding="utf-8")
    assert text.count("en: Promoter,") == 1
    roles.write_text(text.replace("en: Promoter,", 'en: "[red]=1+1[/red]|<b>",'), encoding="utf-8")
    shop = ("recommend", "--orders", "270", "--playbook", str(folder))
    assert "[red]=1+1[/red]|<b>" in teamplan(*shop).stdout
    assert r"\[red\]=1+1\[/red\]\|\<b\>" in teamplan(*shop, "--format", "markdown").stdout


@pytest.mark.parametrize("columns", ["²", "١٠", "-5", "0", "9" * 5000, "1e3", "wide"])
def test_a_width_that_is_none_is_passed_over(columns: str) -> None:
    bare = teamplan("recommend", "--orders", "270")
    assert teamplan("recommend", "--orders", "270", COLUMNS=columns).stdout == bare.stdout


def test_a_formula_in_a_name_stays_text_in_csv(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    teamplan("stages", "new", str(folder))
    roles = folder / "roles.yaml"
    roles.write_text(roles.read_text(encoding="utf-8").replace("en: Promoter,", 'en: "=1+1",'), encoding="utf-8")
    done = teamplan("recommend", "--orders", "270", "--playbook", str(folder), "--format", "csv")
    assert ",'=1+1," in done.stdout


@pytest.mark.parametrize(
    "prompt",
    ["--help --lang zh", "--lang=zh --help", "stages --lang zh -h", "stages show -h --lang=zh", "next -h --lang zh"],
)
def test_help_speaks_the_language_that_is_asked_for(prompt: str) -> None:
    done = teamplan(*prompt.split())
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("用法：")


def test_a_bug_is_one_line_and_exit_code_101(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from teamplan.cli import run as exit_

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("oops")

    monkeypatch.setattr(exit_, "app_for", broken)
    assert exit_.run(["recommend"]) == 101
    told = capsys.readouterr().err
    assert "RuntimeError: oops" in told
    assert "Traceback" not in told
    monkeypatch.setenv("TEAMPLAN_DEBUG", "1")
    with pytest.raises(RuntimeError):
        exit_.run(["recommend"])


def test_a_complaint_of_typer_that_we_do_not_know_is_passed_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import typer

    from teamplan.cli import run as exit_

    def complaining(*_: object, **__: object) -> None:
        raise typer.BadParameter("strange")

    monkeypatch.setattr(exit_, "app_for", complaining)
    assert exit_.run(["recommend"]) == 2
    assert "strange" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("prompt", "told"),
    [
        (("it's",), "there is no command it's"),
        (('say "so"',), 'there is no command say "so"'),
        (("stages", "it's"), "there is no command it's"),
        (("recommend", "--orders"), "option --orders needs a value\nSee `teamplan recommend --help`."),
        (("stages", "show", "--lang"), "option --lang needs a value\nSee `teamplan stages show --help`."),
        (("sweep", "orders=1..9", "--orders", "nan"), "--orders: “nan” is not a finite number. Give a plain number."),
        (
            ("recommend", "--orders", "270", "--set", "ad_spend_solo=20000"),
            "Inputs may only grow from stage to stage: raise ad_spend_promotion, or lower ad_spend_solo.",
        ),
    ],
)
def test_a_slip_is_told_in_words_that_lead_on(prompt: tuple[str, ...], told: str) -> None:
    done = teamplan(*prompt)
    assert done.returncode == 2
    assert told in done.stderr


@pytest.mark.parametrize("language", ["fr", "fr_FR.UTF-8", "C", "english"])
def test_a_language_of_the_environment_that_nobody_speaks_is_told(language: str) -> None:
    done = teamplan("recommend", "--orders", "270", TEAMPLAN_LANG=language)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"TEAMPLAN_LANG: “{language}” is not a language. Known: en, zh.\n"
    assert teamplan("recommend", "--orders", "270", "--lang", "en", TEAMPLAN_LANG=language).returncode == 0


@pytest.mark.parametrize("value", ["", "0"])
def test_a_traceback_that_is_switched_off_is_not_shown(
    value: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from teamplan.cli import run as exit_

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("oops")

    monkeypatch.setenv("TEAMPLAN_DEBUG", value)
    monkeypatch.setattr(exit_, "app_for", broken)
    assert exit_.run(["recommend"]) == 101
    assert "Traceback" not in capsys.readouterr().err


def test_one_problem_is_counted_as_one(tmp_path: Path) -> None:
    assert teamplan("stages", "check", str(tmp_path / "none")).stdout.splitlines()[-1] == "1 problem"


def test_ctrl_c_exits_130(monkeypatch: pytest.MonkeyPatch) -> None:
    from teamplan.cli import run as exit_

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(exit_, "app_for", interrupted)
    assert exit_.run(["recommend"]) == 130


def test_a_closed_pipe_is_no_error() -> None:
    command = f"{sys.executable} -m teamplan recommend --orders 270 --format json | head -c 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, check=False)
    assert done.stderr == b""
    assert done.returncode in (0, 128 + signal.SIGPIPE)


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["--version"], {"typer", "pydantic", "yaml", "rich", "teamplan.cli"}),
        (["--help"], {"pydantic", "yaml", "rich", "teamplan.playbook", "teamplan.engine"}),
        (["recommend", "--orders", "270", "--format", "json"], {"rich"}),
        (["recommend", "--orders", "270", "--format", "csv"], {"rich"}),
        (
            ["hire", "--orders", "270", "--growth", "8%/month", "--from", "2026-12-01", "--format", "json"],
            {"rich", "icalendar"},
        ),
    ],
    ids=["version", "help", "json", "csv", "hire"],
)
def test_nothing_is_imported_that_the_answer_does_without(arguments: list[str], absent: set[str]) -> None:
    code = MODULES.format(argv=["teamplan", *arguments])
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0
    assert not set(done.stderr.split()) & absent


def test_version_is_that_of_the_package() -> None:
    import tomllib

    from tests.conftest import ROOT

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert teamplan("--version").stdout == f"teamplan {project['version']}\n"
    assert teamplan("--version", "--help").returncode == 0


def test_a_million_orders_are_answered_and_more_are_refused() -> None:
    assert json.loads(teamplan("recommend", "--orders", "1e6", "--format", "json").stdout)["headcount"] > 10_000
    assert teamplan("recommend", "--orders", "1000000.01").returncode == 2


def test_nothing_is_written_but_what_was_asked_for(tmp_path: Path) -> None:
    teamplan("recommend", "--orders", "270", cwd=tmp_path)
    assert list(tmp_path.iterdir()) == []
