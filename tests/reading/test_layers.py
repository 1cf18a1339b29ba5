"""A playbook as a folder of differences, and overlays: the same promises, and each fault where it was brought about."""

from pathlib import Path

import pytest

from teamplan.engine.amounts import with_worth
from teamplan.errors import Problem
from teamplan.playbook.playbook import Playbook
from teamplan.reading.compiled import copy_of, playbook_in, read_copy, state_of
from teamplan.reading.declared import declared_inputs
from teamplan.reading.load import inspect, load
from teamplan.reading.organisation import read_organisation
from teamplan.reading.pay_rules import read_pay_rules
from teamplan.reading.places import Overlaid, Where, built_in, folders_seen

NAMED = "extends: marketplace\nname: {en: Mine, zh: 我的}\n"
OVERLAY = {
    "overlay.yaml": "name: {en: Clips, zh: 切片}\nabout: {en: Clips of streams., zh: 直播切片。}\n",
    "playbook.yaml": """\
inputs:
  live-hours:
    name: {en: live streams, zh: 直播}
    help: {en: Hours on air a week., zh: 每周直播小时数。}
    unit: /week
    most: 168
""",
    "duties.yaml": """\
host:
  name: {en: Host, zh: 主播}
  function: marketing
  driver: live-hours
  minutes: $host_minutes
""",
    "every-stage.yaml": """\
inputs: {live-hours: $live_hours}
team: {host-post: {duties: [host]}}
""",
    "organisation.yaml": "serves_all: [marketing]\n",
}
FIGURE = "means: {en: A figure, zh: 数值}\n  grade: J\n  reason: {en: Assumed, zh: 假设}\n"
OVERLAY["assumptions.yaml"] = f"""\
live_hours:
  value: 0
  range: [0, 60]
  {FIGURE}host_minutes:
  value: 60 min
  range: [30, 90]
  {FIGURE}"""
AMOUNT = "range: [1, 99999], grade: J, reason: {en: Assumed, zh: 假设}"
OVERLAY["roles.yaml"] = f"""\
host-post:
  name: {{en: Anchor, zh: 主播岗}}
  function: marketing
  level: specialist
  hire_tier: 3
  pay: {{cny: {{value: 9000 CNY/month, {AMOUNT}}}}}
  days_to_hire: {{value: 30 days, {AMOUNT}}}
  days_to_full_speed: {{value: 30 days, {AMOUNT}}}
  start_efficiency: {{value: 50%, {AMOUNT}}}
  sourcing: [employ]
"""


def written(folder: Path, **files: str) -> Path:
    """A folder with these files, by their names without `.yaml` and with `_` for `-`."""
    folder.mkdir(exist_ok=True)
    for name, text in ({"playbook": NAMED} | files).items():
        (folder / f"{name.lstrip('_').replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return folder


def overlay(folder: Path, **changed: str) -> Path:
    folder.mkdir()
    for name, text in (OVERLAY | {f"{name}.yaml": text for name, text in changed.items()}).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def base() -> Playbook:
    return load(built_in())


def faults(where: Where, folder: Path) -> list[tuple[str, str, str]]:
    """The key of each fault, where it was brought about, and where it is seen."""
    problems = inspect(where)[1]
    return [(each.key, _near(each, folder), Path(each.seen.file).name if each.seen else "") for each in problems]


def _near(problem: Problem, folder: Path) -> str:
    assert problem.where is not None
    return str(problem.where).removeprefix(f"{folder}/")


def test_a_folder_without_differences_is_the_playbook_under_it(tmp_path: Path, base: Playbook) -> None:
    mine = load(written(tmp_path / "mine"))
    assert str(mine.frame.name) == "Mine"
    for part in ("service", "sources", "assumptions", "duties", "roles", "stages", "advice", "categories", "places"):
        assert getattr(mine, part) == getattr(base, part), part
    assert mine.frame.drivers == base.frame.drivers


def test_differences_are_laid_over_each_file(tmp_path: Path, base: Playbook) -> None:
    mine = load(
        written(
            tmp_path / "mine",
            assumptions="pack_minutes: {value: 2.7 min}\n",
            _5_one_year="name: {en: Steady}\nchanges: {also: [{say: {en: A, zh: 甲}, source: 000-S3}]}\n",
        )
    )
    figure, known = mine.assumptions["pack_minutes"], base.assumptions["pack_minutes"]
    assert (str(figure.value), figure.source, figure.ends) == ("2.7 min", known.source, known.ends)
    stage, under = mine.stages["one-year"], base.stages["one-year"]
    assert (stage.name.en, stage.name.zh) == ("Steady", under.name.zh)
    assert (stage.changes[:-1], stage.changes[-1].say.zh) == (under.changes, "甲")
    assert list(mine.stages) == list(base.stages)


def test_files_may_be_left_out(tmp_path: Path, base: Playbook) -> None:
    text = NAMED.replace("marketplace", "{playbook: marketplace, without: [advice, events, categories]}")
    mine = load(written(tmp_path / "mine", playbook=text + "departments: null\n", advice="{}\n"), events=True)
    assert (mine.advice, mine.events, mine.categories, mine.frame.departments) == ({}, None, {}, {})
    assert mine.stages == base.stages


def test_assumptions_that_nothing_names_are_not_taken_over(tmp_path: Path, base: Playbook) -> None:
    own = f"mine_minutes:\n  value: 1 min\n  range: [1, 2]\n  {FIGURE}"
    mine = load(
        written(tmp_path / "mine", duties="watch-competitors: {hours_per_week: $data_review_hours}\n", assumptions=own)
    )
    assert mine.assumptions.keys() == base.assumptions.keys() - {"competitor_hours"} | {"mine_minutes"}
    over = load(Overlaid(tmp_path / "mine", (overlay(tmp_path / "clips"),)))
    assert over.assumptions.keys() == mine.assumptions.keys() | {"live_hours", "host_minutes"}


@pytest.mark.parametrize(
    ("files", "found"),
    [
        (
            {"_3_three_months": "team:\n  warehouse-keeper: {at_least: 3}\n"},
            [("floor-shrinks", "3-three-months.yaml:2:32", "4-half-year.yaml")],
        ),
        (
            {"_4_half_year": "starts_at: {orders: 70}\n"},
            [("stages-out-of-order", "4-half-year.yaml:1:21", "")],
        ),
        (
            {"assumptions": "new_products_three_months: {value: 0}\n"},
            [("input-shrinks", "assumptions.yaml:1:36", "3-three-months.yaml")],
        ),
        (
            {"duties": "pack-parcels: {driver: visitors}\n"},
            [("two-axes", "duties.yaml:1:24", "2-promotion.yaml")],
        ),
        ({"duties": "pack-parcels: {driver: parcel}\n"}, [("unknown-driver", "duties.yaml:1:24", "")]),
        ({"assumptions": "pack_minuts: {value: 3 min}\n"}, [("missing-key", "assumptions.yaml:1:14", "")]),
    ],
)
def test_a_broken_promise_is_told_where_the_difference_is(
    tmp_path: Path, files: dict[str, str], found: list[tuple[str, str, str]]
) -> None:
    told = faults(written(tmp_path / "mine", **files), tmp_path / "mine")
    assert [each for each in told if each[0] == found[0][0]][: len(found)] == found
    assert all(not where.startswith("/") for _, where, _ in told)


def test_who_takes_a_role_away_is_told_so_for_every_stage_that_has_it(tmp_path: Path) -> None:
    told = faults(written(tmp_path / "mine", roles="designer: null\n"), tmp_path / "mine")
    assert {where for _, where, _ in told} == {"roles.yaml:1:11"}
    assert {"2-promotion.yaml", "5-one-year.yaml"} <= {seen for *_, seen in told}


def test_a_base_that_is_not_sound_by_itself_has_its_own_faults(tmp_path: Path) -> None:
    written(tmp_path / "base", assumptions="pack_minutes: {source: nowhere}\n")
    mine = written(tmp_path / "mine", playbook="extends: ../base\n", assumptions="return_rate: {value: x}\n")
    told = faults(mine, tmp_path)
    assert told[0] == ("unknown-source", "base/assumptions.yaml:1:24", "")
    assert {where.partition("/")[0] for _, where, _ in told} == {"base", "mine"}


@pytest.mark.parametrize(
    ("extends", "key", "place"),
    [
        ("../mine", "extends-loop", "1:10"),
        ("../other", "extends-loop", "1:10"),
        ("marketplaces", "unknown-playbook", "1:10"),
        ("overlays", "unknown-playbook", "1:10"),
        ("./nowhere", "unknown-playbook", "1:10"),
        ("{playbook: market, without: []}", "unknown-playbook", "1:21"),
        ("{without: [stages]}", "missing-key", "1:10"),
        ("[marketplace]", "not-a-mapping", "1:10"),
        ("{playbook: marketplace, without: [stage]}", "nothing-to-take-away", "1:44"),
    ],
)
def test_what_cannot_be_extended_is_told(tmp_path: Path, extends: str, key: str, place: str) -> None:
    written(tmp_path / "other", playbook="extends: ../mine\n")
    mine = written(tmp_path / "mine", playbook=f"extends: {extends}\n")
    told = [(found, where.partition("yaml:")[2]) for found, where, _ in faults(mine, tmp_path)]
    assert told == [(key, place)]


def test_a_loop_of_playbooks_is_told_with_all_of_them(tmp_path: Path) -> None:
    written(tmp_path / "b", playbook="extends: ../c\n")
    written(tmp_path / "c", playbook="extends: ../b\n")
    (problem,) = inspect(written(tmp_path / "a", playbook="extends: ../b\n"))[1]
    assert problem.values == {"chain": "a > b > c > b"}
    assert str(problem.where) == f"{tmp_path}/c/playbook.yaml:1:10"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A playbook over another one over the shipped one, with a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    written(tmp_path / "base")
    return written(tmp_path / "mine", playbook="extends: '../base'\n")


def test_a_copy_sees_a_change_in_every_folder_under_it(kept: Path) -> None:
    assert playbook_in(kept).assumptions["pack_minutes"].value.number
    place = copy_of(kept, events=False)
    assert place is not None
    assert read_copy(place, state_of(kept), events=False) == with_worth(load(kept))
    written(kept.parent / "base", assumptions="pack_minutes: {value: 2.8 min}\n")
    assert read_copy(place, state_of(kept), events=False) is None
    assert str(playbook_in(kept).assumptions["pack_minutes"].value) == "2.8 min"


def test_what_a_glance_does_not_see_is_never_kept(kept: Path) -> None:
    written(kept, playbook="{extends: ../base}\n")
    place = copy_of(kept, events=False)
    assert place is not None
    assert playbook_in(kept) == with_worth(load(kept))
    assert not place.exists()


def test_what_extends_nothing_is_looked_for_in_no_other_folder() -> None:
    looked: list[Path] = []

    def frame(folder: Path) -> bytes:
        looked.append(folder)
        return (folder / "playbook.yaml").read_bytes()

    assert folders_seen(built_in(), frame) == looked == [built_in()]


def test_an_overlay_adds_to_every_stage(tmp_path: Path, base: Playbook) -> None:
    where = Overlaid(built_in(), (overlay(tmp_path / "clips"),))
    playbook, problems = inspect(where)
    assert not problems
    assert playbook is not None
    assert all("host-post" in stage.team for stage in playbook.stages.values())
    assert list(playbook.roles) == [*base.roles, "host-post"]
    assert playbook.frame.name == base.frame.name
    assert declared_inputs(where) == (declared_inputs(built_in()) or {}) | {
        "live-hours": ("Hours on air a week.", "每周直播小时数。")
    }
    assert read_organisation(where, playbook).serves_all == ("marketing",)
    assert read_pay_rules(where, playbook) == read_pay_rules(built_in(), playbook)


def test_an_overlay_leaves_out_files_that_the_playbook_does_without(tmp_path: Path) -> None:
    mine = written(
        tmp_path / "mine", playbook=NAMED.replace("marketplace", "{playbook: marketplace, without: [organisation]}")
    )
    assert not inspect(Overlaid(mine, (overlay(tmp_path / "clips"),)))[1]


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"overlay": "name: {en: A, zh: 甲}\n"}, ("missing-key", "clips/overlay.yaml:1:1", "")),
        ({"playbook": "extends: marketplace\n"}, ("unknown-key", "clips/playbook.yaml:1:1", "")),
        ({"3-three-months": "{}\n"}, ("unknown-file", "clips/3-three-months.yaml", "")),
        (
            {"every-stage": "inputs: {live-hours: $live_hours}\nteam: {host-post: {duties: [host, bookkeeping]}}\n"},
            ("carried-twice", "clips/every-stage.yaml:2:35", "1-solo-launch.yaml"),
        ),
    ],
)
def test_a_fault_of_an_overlay_is_told_in_it(
    tmp_path: Path, changed: dict[str, str], found: tuple[str, str, str]
) -> None:
    told = faults(Overlaid(built_in(), (overlay(tmp_path / "clips", **changed),)), tmp_path)
    assert found in [(key, where, seen if "twice" in key else "") for key, where, seen in told]
    assert all(where.startswith("clips/") for _, where, _ in told)


def test_an_overlay_that_is_not_there_is_told(tmp_path: Path) -> None:
    (problem,) = inspect(Overlaid(built_in(), (tmp_path / "nowhere",)))[1]
    assert problem.key == "unknown-overlay"
