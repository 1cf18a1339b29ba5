"""The digest of a playbook is that of its texts: of any of them, and of no place or machine."""

import shutil
from pathlib import Path

import pytest
import yaml

from teamplan.reading.origin import digest_of, title_of
from teamplan.reading.places import Overlaid, built_in, overlay_folder, playbook_folder
from tests.cli.prompt import teamplan


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(built_in(), tmp_path / "mine")
    return tmp_path / "mine"


def test_a_copy_elsewhere_has_the_same_digest(copied: Path) -> None:
    assert digest_of(copied) == digest_of(built_in())
    assert digest_of(copied) != digest_of(playbook_folder("own-site"))
    assert title_of(copied) == "mine"


def test_lines_may_end_either_way(copied: Path) -> None:
    roles = copied / "roles.yaml"
    roles.write_bytes(roles.read_bytes().replace(b"\n", b"\r\n"))
    assert digest_of(copied) == digest_of(built_in())


@pytest.mark.parametrize("name", sorted(path.name for path in built_in().glob("*.yaml")))
def test_every_file_counts(copied: Path, name: str) -> None:
    before = digest_of(copied)
    path = copied / name
    path.write_text(path.read_text(encoding="utf-8") + "# said anew\n", encoding="utf-8")
    changed = digest_of(copied)
    assert changed != before
    path.rename(copied / f"a-{name}")
    assert digest_of(copied) not in (before, changed)


def test_what_is_laid_over_counts(copied: Path) -> None:
    where = Overlaid(built_in(), (overlay_folder("live-stream"),))
    assert title_of(where) == "marketplace+live-stream"
    assert digest_of(where) != digest_of(built_in())


def test_what_is_extended_counts(tmp_path: Path, copied: Path) -> None:
    above = tmp_path / "above"
    above.mkdir()
    (above / "playbook.yaml").write_text("extends: ../mine\n", encoding="utf-8")
    before = digest_of(above)
    (copied / "roles.yaml").write_text("{}\n", encoding="utf-8")
    assert digest_of(above) != before


def test_a_folder_that_is_gone_has_none(tmp_path: Path) -> None:
    assert digest_of(tmp_path / "gone") is None


def test_the_folder_one_stands_in_has_its_name(copied: Path) -> None:
    printed = teamplan("stages", "list", "--playbook", ".", "--format", "yaml", cwd=copied).stdout
    found = yaml.safe_load(printed)
    assert (found["playbook"], found["playbook_digest"]) == ("mine", digest_of(copied))
