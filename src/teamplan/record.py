"""Owns the frozen record: the annotations of a class are its fields. To define one costs a fraction of a dataclass.

Type checkers and editors know it by `dataclass_transform`, as they know frozen dataclasses.
"""

import sys
from collections.abc import Callable
from typing import Any, Self, TypeVar, cast, dataclass_transform

Value = TypeVar("Value")


class _Fresh:
    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


def fresh(*, factory: Callable[[], Value]) -> Value:
    """The default of a field that is made anew for each record, as a dict must be."""
    return cast(Value, _Fresh(factory))


@dataclass_transform(frozen_default=True, field_specifiers=(fresh,))
class RecordType(type):
    """The type of record classes: makes the annotations slots, and keeps the defaults."""

    _fields: tuple[str, ...]
    _defaults: dict[str, Any]
    _setters: tuple[Callable[[Any, Any], None], ...]

    def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> "RecordType":
        own = _annotated(space)
        defaults = {field: space.pop(field) for field in own if field in space}
        parent: Any = bases[0] if bases else None
        fields = (*parent._fields, *own) if parent else own
        made = super().__new__(cls, name, bases, space | {"__slots__": own, "__match_args__": fields})
        made._fields, made._defaults = fields, (parent._defaults if parent else {}) | defaults
        made._setters = (*(parent._setters if parent else ()), *(made.__dict__[field].__set__ for field in own))
        return made

    @property
    def __signature__(cls) -> Any:
        """What `inspect.signature` tells of the class; its default of a fresh value is the maker."""
        from inspect import Parameter, Signature, get_annotations

        hints = {field: hint for each in reversed(cls.__mro__) for field, hint in get_annotations(each).items()}
        kind, defaults = Parameter.POSITIONAL_OR_KEYWORD, cls._defaults
        return Signature(
            [
                Parameter(field, kind, default=defaults.get(field, Parameter.empty), annotation=hints[field])
                for field in cls._fields
            ]
        )


def _annotated(space: dict[str, Any]) -> tuple[str, ...]:
    """The annotated names of a class body."""
    if sys.version_info >= (3, 14):
        from annotationlib import Format, call_annotate_function, get_annotate_from_class_namespace

        annotate = get_annotate_from_class_namespace(space)
        return tuple(call_annotate_function(annotate, Format.FORWARDREF)) if annotate else ()
    return tuple(space.get("__annotations__", ()))


class Record(metaclass=RecordType):
    """A value that never changes, equal to one of the same class with equal fields. Subclasses annotate the fields."""

    def __init__(self, *values: Any, **named: Any) -> None:
        kind = type(self)
        if named or len(values) != len(kind._setters):
            values += _rest(kind, len(values), named)
        for set_, value in zip(kind._setters, values, strict=True):
            set_(self, value)

    def with_(self, **changed: Any) -> Self:
        """The same record with some fields changed. Raises TypeError for a field that it does not have."""
        return type(self)(**(as_dict(self) | changed))

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"a record never changes: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a record never changes: {name}")

    def __eq__(self, other: object) -> bool:
        return as_tuple(self) == as_tuple(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(as_tuple(self))

    def __repr__(self) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{field}={value!r}' for field, value in as_dict(self).items())})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), as_tuple(self)


def fields(kind: RecordType) -> tuple[str, ...]:
    """The names of the fields of a class, in order."""
    return kind._fields


def as_dict(record: Record) -> dict[str, Any]:
    """The fields by name, their values as they are."""
    return {field: getattr(record, field) for field in type(record)._fields}


def as_tuple(record: Record) -> tuple[Any, ...]:
    """The values of the fields, in order."""
    return tuple([getattr(record, field) for field in type(record)._fields])


def _rest(kind: RecordType, placed: int, named: dict[str, Any]) -> tuple[Any, ...]:
    """The values after those `placed` in order: as named, else the defaults. Raises TypeError for what does not fit."""
    after = kind._fields[placed:]
    if named and named.keys() == set(after):
        return tuple([named[field] for field in after])
    left = dict(named)
    values = []
    for field in after:
        if field in left:
            values.append(left.pop(field))
        elif field in kind._defaults:
            default = kind._defaults[field]
            values.append(default.make() if type(default) is _Fresh else default)
        else:
            raise TypeError(f"{kind.__name__} needs {field}")
    if left or placed > len(kind._fields):
        raise TypeError(f"{kind.__name__} takes {', '.join(kind._fields)}, each once")
    return tuple(values)
