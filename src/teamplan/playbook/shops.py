"""Owns a file of shops of one owner: each as a store file has it, with a name."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, create_model
from pydantic_core import PydanticCustomError

from teamplan.playbook.base import Frozen, Line
from teamplan.playbook.duties import Input
from teamplan.playbook.quantity import refuse_above
from teamplan.playbook.store import Store, store_type

MOST_SHOPS = 50  # of one owner; with more his day has no ten minutes for each


def _not_too_many(shops: tuple[Any, ...]) -> tuple[Any, ...]:
    refuse_above(MOST_SHOPS, len(shops), len(shops))
    return shops


class ShopList(Frozen):
    """`shops.yaml` as it is read first: a list of shops, each read for itself."""

    shops: Annotated[tuple[Any, ...], Field(min_length=1), AfterValidator(_not_too_many)]


class _Named(Frozen):
    """A shop of several has a name, and neither a team nor suppliers of its own: people may be shared."""

    name: Line


def _no_team(given: Any) -> None:
    if given is not None:
        raise PydanticCustomError("team-of-a-shop", "team of a shop", {})


def _no_sourcing(given: Any) -> dict[str, str]:
    if given:
        raise PydanticCustomError("sourcing-of-a-shop", "sourcing of a shop", {})
    return {}


NoTeam = Annotated[None, BeforeValidator(_no_team)]
NoSourcing = Annotated[dict[str, str], BeforeValidator(_no_sourcing)]


def named_store_type(inputs: Mapping[str, Input]) -> type[Store]:
    """The store of one of several shops, of a playbook that declares these inputs; it has a `name`."""
    return _named(store_type(inputs))


@lru_cache(maxsize=16)
def _named(store: type[Store]) -> type[Store]:
    named: type[Store] = _made(
        "NamedStore", (_Named, store), _Named.__doc__, team=(NoTeam, None), sourcing=(NoSourcing, {})
    )
    named.declared, named.measuring = store.declared, store.measuring
    return named


def shops_type(inputs: Mapping[str, Input]) -> type[Frozen]:
    """The whole file, for its schema."""
    store: Any = named_store_type(inputs)
    shops = tuple[store, ...], Field(min_length=1, max_length=MOST_SHOPS)
    whole: type[Frozen] = _made("Shops", Frozen, "`shops.yaml`: the shops of one owner.", shops=shops)
    return whole


def _made(name: str, base: Any, doc: str | None, **fields: Any) -> Any:
    return create_model(name, __base__=base, __doc__=doc, **fields)
