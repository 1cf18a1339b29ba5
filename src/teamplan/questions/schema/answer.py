"""Owns the JSON Schema of every file kind, from the models that read them."""

from typing import Any

from pydantic import BaseModel, TypeAdapter

from teamplan.errors import TeamplanError, unknown
from teamplan.playbook.advice import Advice
from teamplan.playbook.duties import Duty, Frame
from teamplan.playbook.events import Events
from teamplan.playbook.figures import Assumption
from teamplan.playbook.playbook import Role, Source
from teamplan.playbook.service import ServiceFrame
from teamplan.playbook.stages import Stage
from teamplan.playbook.store import Store, Team

KINDS: dict[str, tuple[type[BaseModel], bool]] = {  # kind -> the model, and whether the file is a mapping of many
    "playbook": (Frame, False),
    "service": (ServiceFrame, False),
    "sources": (Source, True),
    "assumptions": (Assumption, True),
    "duties": (Duty, True),
    "roles": (Role, True),
    "advice": (Advice, True),
    "events": (Events, False),
    "stage": (Stage, False),
    "store": (Store, False),
    "team": (Team, False),
}


def schema_of(kind: str) -> dict[str, Any]:
    """JSON Schema 2020-12 of a file kind. Raises a TeamplanError for a kind that does not exist."""
    if kind not in KINDS:
        raise TeamplanError([unknown("kind", kind, KINDS)])
    model, many = KINDS[kind]
    schema = TypeAdapter(dict[str, model]).json_schema() if many else model.model_json_schema()  # type: ignore[valid-type]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"teamplan {kind}", **schema}
