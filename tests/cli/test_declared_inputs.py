"""An input, a driver, a duty and a role that a playbook adds in YAML alone, as they are seen at the prompt."""

import json
from pathlib import Path

import pytest
import typer

from teamplan.cli.app import app_for
from teamplan.engine.question import ask
from teamplan.playbook.reserved import RESERVED
from teamplan.playbook.store import Store, store_type
from teamplan.questions.recommend.ranges import ranges
from teamplan.reading.declared import declared_inputs
from teamplan.reading.load import load
from teamplan.reading.places import built_in
from tests.cli.prompt import process, teamplan

INPUTS = """\
  live-hours:
    name: {en: live streams, zh: 直播}
    help: {en: Hours on air a week., zh: 每周直播小时数。}
    unit: /week
    most: 168
  clip-share:
    name: {en: clips, zh: 切片}
    help: {en: Share of streams that are cut., zh: 直播切片占比。}
    sets: $clip_share
"""
DRIVER = """\
drivers:
  clips:
    name: {en: Clips, zh: 直播切片}
    from: [{driver: live-hours, times: [$clip_share]}]
"""
ASSUMPTIONS = """
live_hours:
  value: 6
  range: [0, 60]
  means: {en: Hours on air a week, zh: 每周直播小时数}
  grade: J
  reason: {en: Two evenings a week, zh: 每周两晚}
clip_share:
  value: 50%
  range: [10, 90]
  means: {en: Clips for each hour on air, zh: 每小时直播的切片数}
  grade: J
  reason: {en: Every other hour has one, zh: 每两小时一条}
hosting_minutes:
  value: 90 min
  range: [60, 120]
  means: {en: Work for each hour on air, zh: 每小时直播的工作量}
  grade: J
  reason: {en: Half an hour to prepare, zh: 另需半小时准备}
"""
DUTIES = """
hosting:
  name: {en: Host live streams, zh: 直播主持}
  function: marketing
  driver: live-hours
  minutes: $hosting_minutes
cutting:
  name: {en: Cut clips, zh: 剪辑切片}
  function: marketing
  driver: clips
  minutes: $hosting_minutes
"""
ROLE = """
host:
  name: {en: Live host, zh: 主播}
  function: marketing
  level: specialist
  hire_tier: 2
  pay: {cny: {value: 9000 CNY/month, range: [6000, 12000], grade: J, reason: {en: A guess, zh: 估计}}}
  days_to_hire: {value: 30 days, range: [10, 60], grade: J, reason: {en: A guess, zh: 估计}}
  days_to_full_speed: {value: 30 days, range: [10, 60], grade: J, reason: {en: A guess, zh: 估计}}
  start_efficiency: {value: 50%, range: [20, 80], grade: J, reason: {en: A guess, zh: 估计}}
  sourcing: [employ]
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A copy of the built-in playbook with live streams in it."""
    folder = tmp_path / "mine"
    teamplan("stages", "new", str(folder))
    for name, text in {
        "assumptions.yaml": ASSUMPTIONS, "duties.yaml": DUTIES, "roles.yaml": ROLE,
    }.items():  # fmt: skip
        _change(folder / name, "", text)
    _change(folder / "playbook.yaml", "drivers:\n", DRIVER)
    _change(folder / "playbook.yaml", "\n# The owner", f"{INPUTS}\n# The owner")
    for path in folder.glob("[0-9]-*.yaml"):
        _change(path, "inputs: {", "inputs: {live-hours: $live_hours, ")
        text = path.read_text(encoding="utf-8")
        path.write_text(text.partition("\nexamples:")[0] + "\n", encoding="utf-8")  # they hold without live streams
        if path.name[0] in "45":
            _change(path, "team:\n", "team:\n  host: {duties: [hosting, cutting]}\n")
    return folder


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")


def test_it_is_a_sound_playbook(mine: Path) -> None:
    done = teamplan("stages", "check", str(mine))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("language", "said", "role"),
    [("en", "live streams a week 6", "Live host"), ("zh", "每周直播 6", "主播")],
)
def test_the_prompt_takes_it_and_the_plan_counts_it(mine: Path, language: str, said: str, role: str) -> None:
    prompt = ("recommend", "--orders", "270", "--playbook", str(mine), "--lang", language)
    assert said in " ".join(teamplan(*prompt).stdout.split())
    page = teamplan(*prompt, "--live-hours", "150").stdout
    assert said.rpartition(" ")[0] not in page  # nothing is assumed that the shop says
    assert role in page
    plans = [json.loads(teamplan(*prompt, *more, "--format", "json").stdout) for more in ((), ("--live-hours", "150"))]
    assert [plan["store"]["live_hours"] for plan in plans] == [6, 150]
    hosts = [next(each for each in plan["roles"] if each["id"] == "host") for plan in plans]
    assert (hosts[0]["headcount"], hosts[0]["name"]) == (1, role)
    assert hosts[1]["headcount"] > 1
    assert plans[1]["drivers"]["clips"] == 75 / 7


def test_what_it_takes_is_told(mine: Path) -> None:
    prompt = ("recommend", "--orders", "270", "--playbook", str(mine))
    assert teamplan(*prompt, "--live-hours", "169").stderr == (
        "--live-hours: “169” is more than is planned for. Give 168 or less.\n"
    )
    assert "--clip-share: “3” is above 1" in teamplan(*prompt, "--clip-share", "3").stderr
    assert "Did you mean “--live-hours”?" in teamplan(*prompt, "--live-hour", "3").stderr
    assert "there is no option --live-hours." in teamplan("recommend", "--orders", "270", "--live-hours", "3").stderr


def test_a_store_file_takes_it(mine: Path, tmp_path: Path) -> None:
    store = tmp_path / "store.yaml"
    store.write_text("orders: 270\nlive_hours: 20\nclip_share: 10%\n", encoding="utf-8")
    plan = json.loads(teamplan("recommend", "--store", str(store), "--playbook", str(mine), "--format", "json").stdout)
    assert (plan["store"]["live_hours"], plan["drivers"]["clips"]) == (20, 2 / 7)
    assert "store.yaml:2:1: live_hours" in teamplan("recommend", "--store", str(store)).stderr


@pytest.mark.parametrize(("language", "told"), [("en", "Hours on air a week."), ("zh", "每周直播小时数。")])
def test_help_has_it(mine: Path, language: str, told: str) -> None:
    for named in (("--playbook", str(mine)), (f"--playbook={mine}",)):
        assert told in process("recommend", "--help", *named, "--lang", language).stdout
    assert told in process("sweep", "--help", TEAMPLAN_PLAYBOOK=str(mine), TEAMPLAN_LANG=language).stdout
    assert told not in process("recommend", "--help", "--lang", language).stdout


@pytest.mark.parametrize(
    ("subject", "english", "chinese"),
    [
        ("live-hours", "live streams: 6 a week", "直播：每周 6"),
        ("clips", "Clips: 0.43 a day", "直播切片：每天 0.43"),
        ("clip-share", "clip_share = 50%", "clip_share = 50%"),
        ("hosting", "Host live streams: 1.29 h a day = 0.86 live streams × 90 min", "直播主持：每天 1.29 小时"),
        ("host", "Live host: headcount 1", "主播：1"),
        ("ad-spend", "ad spend: 92,666.67 CNY a month", "推广费：每月 92,666.67 元"),
    ],
)
def test_explain_has_it(mine: Path, subject: str, english: str, chinese: str) -> None:
    for language, told in (("en", english), ("zh", chinese)):
        done = teamplan("explain", subject, "--orders", "270", "--playbook", str(mine), "--lang", language)
        assert done.stdout.startswith(told), done


@pytest.mark.parametrize("name", ["live-hours", "live_hours", "clip-share"])
def test_sweep_moves_it(mine: Path, name: str) -> None:
    ends = "10%..90%" if name == "clip-share" else "0..168"
    prompt = ("sweep", f"{name}={ends}", "--orders", "270", "--steps", "3", "--playbook", str(mine), "--format", "json")
    found = json.loads(teamplan(*prompt).stdout)
    assert found["input"] == name.replace("-", "_")
    hosts = [step["roles"].get("host", 0) for step in found["steps"]]
    assert hosts == sorted(hosts)
    assert name == "clip-share" or hosts[-1] > hosts[0]


def test_the_range_of_a_headcount_rests_on_it_unless_the_shop_gives_it(mine: Path) -> None:
    playbook = load(mine)
    for more, rests in (({}, True), ({"clip_share": "20%"}, False)):
        shop = store_type(playbook.frame.inputs).model_validate({"orders": 270} | more)
        roles = ranges(ask(playbook, shop), draws=1).roles
        host = next(each for each in roles if each.role == "host")
        movers = {each.name for each in host.movers}
        assert ("clip_share" in movers) is rests
        assert "live_hours" not in movers  # what the owner decides is not uncertain


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_schema_has_it(mine: Path, language: str) -> None:
    def schema(kind: str) -> dict[str, dict[str, object]]:
        done = teamplan("schema", kind, "--playbook", str(mine), "--lang", language)
        found: dict[str, dict[str, object]] = json.loads(done.stdout)["properties"]
        return found

    assert {"live_hours", "clip_share", "new_products"} <= schema("store").keys()
    assert schema("stage")["inputs"]["required"] == ["new-products", "ad-spend", "live-hours"]
    assert "live_hours" not in json.loads(teamplan("schema", "store").stdout)["properties"]


def test_a_broken_playbook_tells_its_faults_and_help_is_given(mine: Path) -> None:
    (mine / "playbook.yaml").write_text("inputs: [", encoding="utf-8")
    done = teamplan("recommend", "--orders", "3", "--live-hours", "3", "--playbook", str(mine))
    assert done.returncode == 2
    assert "playbook.yaml:2:1: is not valid YAML" in done.stderr
    assert "--live-hours" not in done.stderr
    shown = process("recommend", "--help", "--playbook", str(mine))
    assert (shown.returncode, "--ad-spend" in shown.stdout) == (0, True)


@pytest.mark.parametrize("inputs", ["5", "[live-hours]", "{Live Hours: {}}", "{orders: {}}"])
def test_a_declaration_that_is_none_is_told_before_its_options_are_missed(mine: Path, inputs: str) -> None:
    file = mine / "playbook.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("\ninputs:")] + f"\ninputs: {inputs}\n", encoding="utf-8")
    told = teamplan("recommend", "--orders", "3", "--live-hours", "3", "--playbook", str(mine)).stderr
    assert "playbook.yaml" in told
    assert "--live-hours" not in told


def test_a_shipped_playbook_has_a_name_and_a_folder_comes_first(mine: Path) -> None:
    prompt = ("recommend", "--orders", "270", "--format", "json")
    assert teamplan(*prompt, "--playbook", "marketplace").stdout == teamplan(*prompt).stdout
    mine.rename(mine.parent / "marketplace")
    plan = teamplan(*prompt, "--playbook", "marketplace", "--live-hours", "6", cwd=mine.parent)
    assert "live_hours" in json.loads(plan.stdout)["store"]


def test_no_input_takes_a_name_that_is_used() -> None:
    declared = {f"--{name}" for name in declared_inputs(built_in()) or {}}
    group = typer.main.get_command(app_for(["nothing"]))
    names = {name for each in group.commands.values() for param in each.params for name in param.opts}  # type: ignore[attr-defined]
    options = {name[2:] for name in names - declared if name.startswith("--")}
    assert options - RESERVED == set()
    assert {name.replace("_", "-") for name in Store.model_fields} - RESERVED == set()
