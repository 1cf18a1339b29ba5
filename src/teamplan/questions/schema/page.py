"""Owns the page of a schema: its keys, those of its parts behind them."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from teamplan.language import Speaker
from teamplan.page.answer import Answer
from teamplan.page.blocks import Page, Title
from teamplan.page.json_text import to_json
from teamplan.page.table import Column, Shown, Table, table
from teamplan.questions.schema.words import WORDS


def shown(schema: dict[str, Any], say: Speaker) -> Answer:
    """What `schema` answers: the schema itself, in rows and on a page one key of a part each."""
    say = say.with_own(WORDS)
    keys = _table(schema, say)
    return Answer(
        lambda: Page((Title(schema["title"]), keys)), lambda: schema, lambda: (keys,), lambda: to_json(schema), False
    )


def _table(schema: dict[str, Any], say: Speaker) -> Table:
    columns = (
        Column("part", say("schema.part")),
        Column("key", say("schema.key")),
        Column("required", say("schema.required")),
        Column("type", say("schema.type")),
    )
    rows = (row | {"required": Shown(row["required"], "x" if row["required"] else "")} for row in _keys(schema))
    return table(columns, rows)


def _keys(schema: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Every key of a schema and of its parts; `*` where a file names its items itself."""
    for name, part in ((schema["title"], schema), *schema.get("$defs", {}).items()):
        if isinstance(part.get("additionalProperties"), dict):
            yield {"part": name, "key": "*", "required": False, "type": _kind(part["additionalProperties"])}
        for key, inner in part.get("properties", {}).items():
            yield {"part": name, "key": key, "required": key in part.get("required", ()), "type": _kind(inner)}


def _kind(part: Mapping[str, Any]) -> str:
    """What a part may be, in a few words."""
    if "$ref" in part:
        return str(part["$ref"]).rpartition("/")[2]
    for several in ("anyOf", "oneOf"):
        if several in part:
            return " or ".join(dict.fromkeys(_kind(each) for each in part[several]))
    if "const" in part or "enum" in part:
        return " or ".join(json.dumps(each) for each in part.get("enum", [part.get("const")]))
    if part.get("type") == "array":
        return f"list of {_kind(part.get('items', {}))}"
    if part.get("type") == "object":
        return f"names with {_kind(part.get('additionalProperties') or {})}"
    kind = part.get("type", "anything")
    return str(kind) if isinstance(kind, str) else " or ".join(kind)
