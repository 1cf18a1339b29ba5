"""The frozen record: what a frozen dataclass does, and how it tells of itself."""

import copy
import inspect
import pickle
from fractions import Fraction
from typing import Any

import pytest

from teamplan.record import Record, as_dict, as_tuple, fields, fresh


class Shelf(Record):
    """A record with every kind of field."""

    goods: str
    pieces: int = 1
    marks: dict[str, int] = fresh(factory=dict)

    @property
    def full(self) -> bool:
        return self.pieces > 9


class Cupboard(Shelf):
    """A record with one more field than its parent."""

    doors: int = 2


SHELF = Shelf("tea", 12, {"a": 1})


def test_fields_are_given_in_order_or_by_name_and_else_have_their_default() -> None:
    assert fields(Shelf) == ("goods", "pieces", "marks")
    assert as_tuple(Shelf("tea", pieces=12)) == ("tea", 12, {})
    assert as_dict(Shelf(goods="tea")) == {"goods": "tea", "pieces": 1, "marks": {}}
    assert SHELF.full
    assert as_tuple(Cupboard("tea", 12, {}, 3)) == ("tea", 12, {}, 3)


def test_a_fresh_default_is_never_shared() -> None:
    assert Shelf("tea").marks is not Shelf("tea").marks


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("tea", 1, {}, 2), {}), (("tea",), {"goods": "rice"}), (("tea",), {"colour": "red"})],
)
def test_what_does_not_fit_is_refused(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        Shelf(*values, **named)


def test_records_never_change() -> None:
    for name in ("goods", "colour"):
        with pytest.raises(AttributeError, match="never changes"):
            setattr(SHELF, name, "rice")
        with pytest.raises(AttributeError, match="never changes"):
            delattr(SHELF, name)
    assert not hasattr(SHELF, "__dict__")


def test_a_changed_copy_leaves_the_record_as_it_was() -> None:
    assert SHELF.with_(pieces=3) == Shelf("tea", 3, {"a": 1})
    assert SHELF.pieces == 12
    with pytest.raises(TypeError):
        SHELF.with_(colour="red")


def test_records_are_equal_by_class_and_fields() -> None:
    assert Shelf("tea", 1) == Shelf("tea")
    assert Shelf("tea", 1) != Shelf("tea", 2)
    assert Shelf("tea") != Cupboard("tea")
    assert Shelf("tea") != ("tea", 1, {})


def test_records_are_hashed_by_their_fields() -> None:
    assert len({Pair(Fraction(1, 2), 1), Pair(Fraction(1, 2), 1), Pair(Fraction(1, 2), 2)}) == 2
    with pytest.raises(TypeError):
        hash(SHELF)


class Pair(Record):
    """A record that can be hashed."""

    one: Fraction
    two: int


def test_records_survive_copies_and_pickles() -> None:
    assert pickle.loads(pickle.dumps(SHELF)) == copy.deepcopy(SHELF) == copy.copy(SHELF) == SHELF
    assert copy.deepcopy(SHELF).marks is not SHELF.marks


def test_records_tell_what_they_are() -> None:
    assert repr(SHELF) == "Shelf(goods='tea', pieces=12, marks={'a': 1})"
    assert str(inspect.signature(Shelf)).startswith("(goods: str, pieces: int = 1, marks: dict[str, int] = <")
    match SHELF:
        case Shelf(goods, pieces):
            assert (goods, pieces) == ("tea", 12)
