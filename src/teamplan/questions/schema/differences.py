"""Owns the JSON Schema of a file of differences, from that of a whole file."""

from collections.abc import Mapping
from typing import Any

NAMED = ("properties", "patternProperties")  # parts by key
NOTHING = {"type": "null"}
OF_ITEMS = ("minItems", "maxItems", "prefixItems")


def differences_of(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Nothing must be there, `null` takes a key away, and a list may be changed; what stands in a list is not told."""
    loose: dict[str, Any] = {}
    for key, value in schema.items():
        if key in NAMED:
            loose[key] = {name: _part(part) for name, part in value.items()}
        elif key == "$defs":
            loose[key] = {name: differences_of(part) for name, part in value.items()}
        elif key == "additionalProperties" and isinstance(value, Mapping):
            loose[key] = _part(value)
        elif key in ("anyOf", "oneOf"):  # loose parts may fit more than one
            loose["anyOf"] = [differences_of(part) for part in value]
        elif key not in ("required", "discriminator"):
            loose[key] = value
    return loose


def _part(schema: Mapping[str, Any]) -> dict[str, Any]:
    ways = [differences_of(schema), NOTHING]
    lists = [each for each in (schema, *schema.get("anyOf", ())) if each.get("type") == "array"]
    for each in lists:
        some = {key: value for key, value in each.items() if key not in OF_ITEMS}
        changed = {"also": some, "without": some}
        ways.append({"type": "object", "properties": changed, "additionalProperties": False, "minProperties": 1})
    return {"anyOf": ways}
