"""Owns what every type read from a file has in common: frozen, no unknown keys, texts in two languages."""

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

MOST_PEOPLE = 100_000  # in one role; more is a slip in the figures, and counting them would take for ever


class Frozen(BaseModel):
    """A value that never changes; a key it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)


class Apart(Frozen):
    """A value whose fields say nothing of one another: each may be read alone, without a check of the whole."""


class Asked(BaseModel, frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True):
    """What the prompt asks beside the shop. Its names are options: none is proposed for a key of a file."""


def all_models() -> list[type[Frozen]]:
    """Every model that was imported, whatever it is a part of."""
    models = Frozen.__subclasses__()
    for model in models:
        models += model.__subclasses__()
    return models


def _printable(text: str) -> str:
    if not text.isprintable():
        raise PydanticCustomError("control-character", "control character", {"given": text})
    return text


def _text_only(given: Any) -> Any:
    if not isinstance(given, str):
        raise PydanticCustomError("not-a-text", "not a text", {"given": str(given)})
    return given


def _whole(given: Any) -> Any:
    if isinstance(given, bool) or not isinstance(given, int):
        raise PydanticCustomError("not-whole", "not a whole number", {"given": str(given)})
    if given < 0:
        raise PydanticCustomError("negative", "negative", {"given": str(given)})
    if given > MOST_PEOPLE:
        raise PydanticCustomError("above-most", "above the most", {"given": str(given), "most": float(MOST_PEOPLE)})
    return given


def one_of(key: str, known: tuple[str, ...]) -> Callable[[Any], Any]:
    """A validator that refuses anything but `known`, with the sentence `key`."""

    def check(given: Any) -> Any:
        if given not in known:
            raise PydanticCustomError(key, "unknown", {"given": str(given), "known": list(known)})
        return given

    return check


Line = Annotated[str, BeforeValidator(_text_only), AfterValidator(_printable), Field(min_length=1, max_length=500)]
Whole = Annotated[int, BeforeValidator(_whole)]


class Text(Frozen):
    """One sentence or title in the two languages; both must be there."""

    en: Line
    zh: Line

    def __str__(self) -> str:
        return self.en


class Remark(Frozen):
    """A sentence with its source."""

    say: Text
    source: Line
