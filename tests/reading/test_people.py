"""People by name in a team file: counted by role, and told with their place wherever the team stands."""

from pathlib import Path

import pytest

from teamplan.errors import TeamplanError
from teamplan.playbook.store import Team
from teamplan.reading.inputs import read_store
from teamplan.reading.load import load
from teamplan.reading.places import built_in


def test_who_is_named_counts_where_the_roles_say_nothing() -> None:
    people = {"Li Na": "designer", "Wang Fang": {"role": "designer"}, "Chen Hao": "operator"}
    team = Team.model_validate({"people": people, "roles": {"operator": 3}})
    assert {role: staff.people for role, staff in team.roles.items()} == {"designer": 2, "operator": 3}
    assert team.names("designer") == ["Li Na", "Wang Fang"]
    assert Team.model_validate({"roles": {"designer": 2}}).names("designer") == []


def test_a_team_in_a_store_file_is_told_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "store.yaml"
    file.write_text("orders: 270\nteam:\n  people:\n    Li Na: {role: desiner, reports_to: Wang}\n", encoding="utf-8")
    with pytest.raises(TeamplanError) as caught:
        read_store({}, file, None, load(built_in()))
    told = {(each.key, each.path, each.where.line if each.where else 0) for each in caught.value.problems}
    assert told == {
        ("unknown-role", ("team", "people", "Li Na", "role"), 4),
        ("unknown-person", ("team", "people", "Li Na", "reports_to"), 4),
    }


def test_an_empty_team_still_wants_its_roles(tmp_path: Path) -> None:
    file = tmp_path / "team.yaml"
    file.write_text("{}\n", encoding="utf-8")
    with pytest.raises(TeamplanError) as caught:
        read_store({"orders": "270"}, None, file, load(built_in()))
    assert [(each.key, each.path) for each in caught.value.problems] == [("missing-key", ("roles",))]
