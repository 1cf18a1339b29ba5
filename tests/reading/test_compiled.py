"""The compiled copy of the built-in playbook: it is what the YAML gives, and it never outlives a byte of it."""

import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from teamplan.engine.amounts import resolve
from teamplan.engine.load import Setting
from teamplan.engine.shop import USUAL, Shop, with_handed_on
from teamplan.errors import TeamplanError
from teamplan.reading import compiled
from teamplan.reading.compiled import built_in_playbook, copy_of, read_copy, state_of, write_copy
from teamplan.reading.load import load
from teamplan.reading.places import built_in

FILES = sorted(path.name for path in built_in().glob("*.yaml"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the built-in playbook in its place, with a cache of its own."""
    shutil.copytree(built_in(), tmp_path / "marketplace")
    monkeypatch.setattr(compiled, "built_in", lambda: tmp_path / "marketplace")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    return tmp_path / "marketplace"


def place_of(folder: Path, *, events: bool = False) -> Path:
    place = copy_of(folder, events=events)
    assert place is not None
    return place


@pytest.mark.parametrize("events", [False, True])
def test_a_copy_is_the_playbook_itself(folder: Path, events: bool) -> None:
    loaded = built_in_playbook(events=events)
    kept = read_copy(place_of(folder, events=events), state_of(folder), events=events)
    assert kept == loaded == with_handed_on(load(built_in(), events=events))
    assert kept.worth == resolve(load(built_in())).values
    assert repr(kept) == repr(loaded)
    assert list(kept.handed_on) == list(loaded.stages)[:-1]
    for name, advice in loaded.advice.items():
        assert kept.advice[name].when.model_fields_set == advice.when.model_fields_set
    assert (kept.events is not None) is events


@pytest.mark.parametrize("setting", [USUAL, Setting(), USUAL.with_(percentile=Fraction(80))])
def test_a_shop_goes_on_with_what_was_worked_out_as_with_what_it_works_out(setting: Setting) -> None:
    plain = load(built_in())
    known, anew = Shop(with_handed_on(plain), setting), Shop(plain, setting)
    assert (known._handed_on == {}) == (setting != USUAL)
    for orders in (4.0, 79.0, 190.0, 270.0, 480.0, 650.0, 3000.0):
        assert known.headcounts({"orders": orders}) == anew.headcounts({"orders": orders})
        stages = [shop.compiled(shop.stage_of(orders)) for shop in (known, anew)]
        assert stages[0].inherited == stages[1].inherited
        assert stages[0].kept == stages[1].kept


def test_another_playbook_knows_nothing_of_what_was_worked_out() -> None:
    known = with_handed_on(load(built_in()))
    figure = known.assumptions["pack_minutes"]
    moved = known.with_values({"pack_minutes": figure.model_copy(update={"value": figure.ends[1]})})
    assert known.handed_on
    assert known.with_values({}) is known
    assert not moved.handed_on
    assert not moved.worth
    assert Shop(known, USUAL).moved(moved, {"pack_minutes"}).amounts == resolve(moved) != resolve(known)


def test_the_yaml_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = built_in_playbook()
    monkeypatch.setattr("teamplan.reading.load.load", lambda *_, **__: pytest.fail("read again"))
    assert built_in_playbook() == first


@pytest.mark.parametrize("name", FILES)
def test_a_flipped_byte_is_seen_on_the_next_run(folder: Path, name: str) -> None:
    built_in_playbook()
    place, file = place_of(folder), folder / name
    text = file.read_bytes()
    for at in {0, len(text) // 2, len(text) - 1}:
        file.write_bytes(text[:at] + bytes([text[at] ^ 1]) + text[at + 1 :])
        assert read_copy(place, state_of(folder), events=False) is None
    file.write_bytes(text)
    assert read_copy(place, state_of(folder), events=False) is not None


def test_an_edited_number_counts_at_once(folder: Path) -> None:
    before = built_in_playbook().assumptions["pack_minutes"].value
    file = folder / "assumptions.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("value: 2.6 min", "value: 2.7 min", 1), encoding="utf-8")
    after = built_in_playbook().assumptions["pack_minutes"].value
    assert (str(before), str(after)) == ("2.6 min", "2.7 min")
    file.write_text("pack_minutes: [", encoding="utf-8")
    with pytest.raises(TeamplanError):
        built_in_playbook()


@pytest.mark.parametrize("change", ["added", "renamed", "gone", "release", "code"])
def test_a_copy_of_another_state_is_not_used(folder: Path, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    built_in_playbook()
    if change == "added":
        (folder / "stray.yml").write_text("", encoding="utf-8")
    elif change == "renamed":
        (folder / FILES[0]).rename(folder / f"9{FILES[0]}")
    elif change == "gone":
        (folder / "events.yaml").unlink()
    elif change == "release":
        monkeypatch.setattr(compiled, "__version__", "9.9")
    else:
        (folder / "model.py").write_text("", encoding="utf-8")
        monkeypatch.setattr(compiled, "CODE", folder)
    assert read_copy(place_of(folder), state_of(folder), events=False) is None


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "no text", "a folder"])
def test_a_damaged_copy_is_made_anew(folder: Path, damage: str) -> None:
    loaded = built_in_playbook()
    place = place_of(folder)
    text = place.read_bytes()
    at = text.index(b'"numerator":') + len(b'"numerator":')
    flipped = text[:at] + (b"7" if text[at : at + 1] != b"7" else b"8") + text[at + 1 :]
    texts = {"cut": text[:-9], "flipped": flipped, "empty": b"", "no text": b"\xff\xfe\n"}
    place.unlink()
    if damage == "a folder":
        place.mkdir()
    else:
        place.write_bytes(texts[damage])
    assert built_in_playbook() == loaded
    assert damage == "a folder" or place.read_bytes() == text


def test_without_a_place_the_yaml_is_read(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = with_handed_on(load(folder))
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "file"))
    assert built_in_playbook() == loaded
    monkeypatch.setattr(compiled, "copy_of", lambda *_, **__: None)
    assert built_in_playbook() == loaded


def test_a_playbook_edited_while_it_was_read_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def load_and_edit(folder: Path, *, events: bool, sourcing: bool) -> object:
        playbook = load(folder, events=events, sourcing=sourcing)
        (folder / "stray.yaml").write_text("", encoding="utf-8")
        return playbook

    monkeypatch.setattr("teamplan.reading.load.load", load_and_edit)
    built_in_playbook()
    assert not place_of(folder).exists()


def test_each_folder_has_a_copy_of_its_own(folder: Path, tmp_path: Path) -> None:
    write_copy(place_of(folder), state_of(folder), load(folder))
    shutil.copytree(folder, tmp_path / "other" / "marketplace")
    assert not place_of(tmp_path / "other" / "marketplace").exists()
