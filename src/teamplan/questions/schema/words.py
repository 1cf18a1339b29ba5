"""Owns the sentences of a schema: key -> (English, Chinese)."""

WORDS: dict[str, tuple[str, str]] = {
    "schema.part": ("part", "部分"),
    "schema.key": ("key", "键"),
    "schema.required": ("required", "必填"),
    "schema.type": ("type", "类型"),
}
