"""People by name in a team file: counted by role, and told with their place wherever the team stands."""

from fractions import Fraction
from pathlib import Path

import pytest

from teamplan.errors import TeamplanError
from teamplan.playbook.store import Team
from teamplan.reading.duties import read_duties
from teamplan.reading.inputs import read_store, read_team_file
from teamplan.reading.load import load
from teamplan.reading.pay_people import read_people
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


LISTED = """people:
- {name: Li Na, role: store-manager, base: 6000, performance: 1}
- {name: Chen Hao, role: operator, reports_to: Li Na, covers: [data-review], base: 4000, performance: 1.1}
- {name: Zhang Min, role: owner}
inquiries: {promotion_cost: 1, labour_cost: 1, management_cost: 1}
roles: {operator: 2}
"""
BY_NAME = """people:
  Li Na: {role: store-manager, base: 6000, performance: 1}
  Chen Hao: {role: operator, reports_to: Li Na, covers: [data-review], base: 4000, performance: 1.1}
  Zhang Min: owner
"""
ROWS = """name,role,reports_to,covers,base,performance
Li Na,store-manager,,,6000,1
Chen Hao,operator,Li Na,data-review,4000,1.1
Zhang Min,owner,,,,
"""


@pytest.mark.parametrize(("name", "text"), [("a.yaml", LISTED), ("b.yaml", BY_NAME), ("c.csv", ROWS)])
def test_one_file_of_people_serves_a_team_its_duties_and_its_pay(name: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    playbook = load(built_in())
    team, problems = read_team_file(file, playbook.roles)
    assert team is not None
    assert problems == []
    assert list(team.people) == ["Li Na", "Chen Hao", "Zhang Min"]
    assert (team.people["Chen Hao"].reports_to, team.people["Chen Hao"].covers) == ("Li Na", ("data-review",))
    assert {role: staff.people for role, staff in team.roles.items()}.keys() == {"store-manager", "operator"}
    assert read_duties(team, file, None, playbook) is not None
    paid = read_people(file)
    assert paid.problems == []
    bases = [(each.name, each.person.base if each.person else None) for each in paid.entries]
    assert bases == [("Li Na", Fraction(6000)), ("Chen Hao", Fraction(4000))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("people:\n- {name: Li, role: designer, bases: 1}\n", {("unknown-key", ("people", "Li", "bases"), 2)}),
        ("people:\n- {role: designer}\n", {("missing-key", ("people", "#1", "name"), 2)}),
        ("people:\n- designer\n", {("not-a-mapping", ("people", "designer"), 2)}),
        ("people:\n  Li: {name: Na, role: designer}\n", {("unknown-key", ("people", "Li", "name"), 2)}),
        (
            "people:\n- {name: Li, role: designer}\n- {name: Li, role: operator}\n",
            {("person-twice", ("people", "Li", "name"), 3)},
        ),
    ],
)
def test_a_fault_in_a_list_of_people_is_told_with_its_place(text: str, told: set[object], tmp_path: Path) -> None:
    file = tmp_path / "team.yaml"
    file.write_text(text, encoding="utf-8")
    problems = read_team_file(file, load(built_in()).roles)[1]
    assert {(each.key, each.path, each.where.line if each.where else 0) for each in problems} == told
