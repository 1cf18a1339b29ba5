"""Owns who works in a shop by name, as every file of people has them: in a list, or in a mapping by name."""

from typing import Annotated, Any

from pydantic import BeforeValidator, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from teamplan.playbook.base import Frozen, Line
from teamplan.playbook.duties import Id

NUMBERED = "#"
OWNER = "owner"  # the role of whom everybody reports to in the end


def _split(given: Any) -> Any:
    """Ids in one cell of a table, set apart as our own tables do."""
    return [each.strip() for each in given.split(";") if each.strip()] if isinstance(given, str) else given


Duties = Annotated[tuple[Id, ...], BeforeValidator(_split)]


class Person(Frozen):
    """Somebody by name: a role (or `owner`), and a boss where it is not that of the role's line.

    `duties` are those he does, without it those of his role; `answers` and `covers` are duties that he answers for and
    covers whatever the playbook says. What he is paid by is `PaidPerson`'s.
    """

    name: Line
    role: Line
    reports_to: Line | None = None
    duties: Duties | None = None
    answers: Duties = ()
    covers: Duties = ()


def by_name(given: Any) -> Any:
    """People of a list or a mapping by their names, each with it; what is neither is left as it is.

    In a list who has no name, or that of somebody before him, stands under his number: `#3`.
    """
    if isinstance(given, dict):
        return {name: _with_name(name, each) for name, each in given.items()}
    if not isinstance(given, list):
        return given
    people: dict[str, Any] = {}
    for number, each in enumerate(given, start=1):
        name = each.get("name") if isinstance(each, dict) else None
        people[name if isinstance(name, str) and name and name not in people else f"{NUMBERED}{number}"] = each
    return people


def _with_name(name: str, given: Any) -> Any:
    """What a mapping says of somebody: a role alone, or more; who stands under a number has no name."""
    if name.startswith(NUMBERED):
        return given
    if isinstance(given, dict):
        return {"name": name} | given
    return {"name": name, "role": given} if isinstance(given, str) else given


def unpaid(people: Any) -> Any:
    """People by name without what only their pay needs."""
    if not isinstance(people, dict):
        return people
    return {name: _unpaid(each) for name, each in people.items()}


def _unpaid(given: Any) -> Any:
    if not isinstance(given, dict) or given.keys() <= Person.model_fields.keys():
        return given
    from teamplan.playbook.pay_people import PaidPerson

    only_pay = PaidPerson.model_fields.keys() - Person.model_fields.keys()
    return {key: each for key, each in given.items() if key not in only_pay}


class PeopleSchema:
    """The JSON Schema of people in a file: both ways to list them, with every key that a person may have."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        from teamplan.playbook.pay_people import PaidPerson

        item = PaidPerson.model_json_schema()
        keys = {key: each for key, each in item["properties"].items() if key != "name"}
        named = {"type": "object", "properties": keys, "required": ["role"], "additionalProperties": False}
        of_list = {"type": "array", "items": item | {"required": ["name", "role"]}, "minItems": 1}
        by_name = {"type": "object", "additionalProperties": {"anyOf": [{"type": "string"}, named]}}
        return {"anyOf": [by_name, of_list]}
