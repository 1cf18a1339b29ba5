"""`sourcing.yaml`: read only where it is asked for, every price defended, and every role able to be had so."""

from pathlib import Path

import pytest

from teamplan.engine.shop import with_handed_on
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.sourcing import PER
from teamplan.reading import compiled
from teamplan.reading.compiled import built_in_playbook, copy_of, read_copy, state_of
from teamplan.reading.load import load
from teamplan.reading.places import built_in


@pytest.fixture(scope="module")
def bought() -> Playbook:
    return load(built_in(), sourcing=True)


def test_what_can_be_bought_is_read_where_it_is_asked_for(bought: Playbook, playbook: Playbook) -> None:
    assert not playbook.sourcing
    assert len(bought.sourcing) == 13
    assert bought.with_(sourcing={}) == playbook.with_(events=None)


def test_a_copy_with_what_can_be_bought_is_the_playbook_itself(
    bought: Playbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setattr(compiled, "built_in", built_in)
    whole = with_handed_on(bought)
    assert built_in_playbook(sourcing=True) == whole
    place = copy_of(built_in(), events=False, sourcing=True)
    assert place is not None
    kept = read_copy(place, state_of(built_in()), events=False, sourcing=True)
    assert kept == whole
    assert repr(kept) == repr(whole)
    assert place != copy_of(built_in(), events=False)


def test_every_option_names_what_is_lost_and_a_risk_of_the_articles(bought: Playbook) -> None:
    for option_id, option in bought.sourcing.items():
        assert option.lost, option_id
        assert any(remark.source[:3] in ("000", "001", "003") for remark in option.risks), option_id


def test_a_price_is_for_a_driver_or_for_time_people_or_sales(bought: Playbook) -> None:
    units = {line.per for option in bought.sourcing.values() for lines in option.prices.values() for line in lines}
    assert units & {*PER} == {"month", "seat", "seat-day", "seat-hour", "hour", "post-hour", "sales"}
    assert units - {*PER} == {"chats", "parcels", "returns", "images", "new-products", "ad-spend"}


def test_a_dormant_duty_arises_in_no_stage_and_is_brought_by_an_option(bought: Playbook) -> None:
    dormant = {duty_id for duty_id, duty in bought.duties.items() if duty.dormant}
    assert dormant == {option.brings for option in bought.sourcing.values() if option.brings}
    assert not any(bought.arises(duty, stage) for duty in dormant for stage in bought.stages)
