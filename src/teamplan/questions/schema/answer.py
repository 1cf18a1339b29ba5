"""Owns the JSON Schema of every file kind, from the models that read them."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, TypeAdapter

from teamplan.errors import TeamplanError, unknown
from teamplan.playbook.advice import Advice
from teamplan.playbook.categories import Category
from teamplan.playbook.duties import Duty, Frame, Input
from teamplan.playbook.events import Events
from teamplan.playbook.figures import Assumption
from teamplan.playbook.management import Management
from teamplan.playbook.organisation import Organisation
from teamplan.playbook.overlay import Overlay
from teamplan.playbook.pay_people import PayFile
from teamplan.playbook.pay_rules import PayRules
from teamplan.playbook.places import PayPlace
from teamplan.playbook.playbook import Playbook, Role, Source
from teamplan.playbook.service import ServiceFrame
from teamplan.playbook.shops import ShopList, shops_type
from teamplan.playbook.sourcing import SourcingOption
from teamplan.playbook.stages import Stage
from teamplan.playbook.store import Store, Team, store_type

KINDS: dict[str, tuple[type[BaseModel], bool]] = {  # kind -> the model, and whether the file is a mapping of many
    "playbook": (Frame, False),
    "service": (ServiceFrame, False),
    "sources": (Source, True),
    "assumptions": (Assumption, True),
    "duties": (Duty, True),
    "roles": (Role, True),
    "advice": (Advice, True),
    "categories": (Category, True),
    "places": (PayPlace, True),
    "events": (Events, False),
    "sourcing": (SourcingOption, True),
    "organisation": (Organisation, False),
    "pay": (PayRules, False),
    "management": (Management, False),
    "stage": (Stage, False),
    "overlay": (Overlay, False),
    "store": (Store, False),
    "shops": (ShopList, False),
    "team": (Team, False),
    "pay-people": (PayFile, False),
}

DECLARED = ("stage", "store", "shops", "events")  # kinds of which a playbook declares keys: its inputs, its multipliers


def schema_of(kind: str, playbook: Playbook | None = None) -> dict[str, Any]:
    """JSON Schema 2020-12 of a file kind, of a playbook with what it declares.

    Raises a TeamplanError for a kind that does not exist.
    """
    if kind not in KINDS:
        raise TeamplanError([unknown("kind", kind, KINDS)])
    inputs = playbook.frame.inputs if playbook else {}
    model, many = KINDS[kind]
    model = {"store": store_type, "shops": shops_type}[kind](inputs) if kind in ("store", "shops") else model
    schema = TypeAdapter(dict[str, model]).json_schema() if many else model.model_json_schema()  # type: ignore[valid-type]
    if kind == "stage":
        schema["properties"]["inputs"] = _stage_inputs(schema["properties"]["inputs"], inputs)
        schema["required"] = [key for key in schema["properties"] if key in (*schema["required"], "inputs")]
    if kind == "events" and playbook is not None and playbook.events is not None:
        schema["$defs"]["Phase"] = _phase(schema["$defs"]["Phase"], playbook.events)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"teamplan {kind}", **schema}


def _phase(schema: dict[str, Any], events: Events) -> dict[str, Any]:
    """Each multiplier that is declared, and nothing else."""
    declared = dict.fromkeys(events.multipliers, schema["additionalProperties"])
    return schema | {"additionalProperties": False, "properties": schema["properties"] | declared}


def _stage_inputs(schema: dict[str, Any], inputs: Mapping[str, Input]) -> dict[str, Any]:
    """A reference for each amount, and nothing else."""
    amounts = [name for name, declared in inputs.items() if declared.sets is None and declared.measures is None]
    reference = next(iter(schema["patternProperties"].values()))
    return {
        "additionalProperties": False,
        "description": schema["description"],
        "properties": dict.fromkeys(amounts, reference),
        "required": amounts,
        "title": "Inputs",
        "type": "object",
    }
