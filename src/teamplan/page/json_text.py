"""Owns JSON output."""

import json
import re
from typing import Any

from teamplan.page.answer import Answer, document

CODES = re.compile(r"[\x7f-\x9f]")  # control characters that JSON does not escape by itself


def text(answer: Answer) -> str:
    """The data of an answer as JSON."""
    return to_json(document(answer))


def to_json(data: dict[str, Any]) -> str:
    """JSON text, readable, with every character as it is but those that a terminal would obey."""
    written = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return CODES.sub(lambda code: f"\\u{ord(code[0]):04x}", written) + "\n"
