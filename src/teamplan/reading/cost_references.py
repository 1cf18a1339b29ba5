"""Owns whether the names behind costs exist: sources of a place's contributions, places and amounts of the frame."""

from collections.abc import Iterator, Mapping

from teamplan.engine.rules import Finding
from teamplan.playbook.duties import CostFrame
from teamplan.playbook.figures import Figure
from teamplan.playbook.places import PayPlace
from teamplan.reading.references import NUMBER, BadReference, Names, Path


def place_references(places: Mapping[str, PayPlace], names: Names) -> Iterator[BadReference]:
    """Sources in `places.yaml` that do not exist, and figures that are no plain numbers or shares."""
    for place_id, place in places.items():
        yield from names.source(place.source, "places", (place_id, "source"))
        figures: dict[Path, Figure] = {("wages",): place.wages}
        figures |= {("contributions", name, "rate"): each.rate for name, each in place.contributions.items()}
        for path, figure in figures.items():
            yield from names.source(figure.source, "places", (place_id, *path, "source"))
            if figure.value.kind != "number":
                values = {"name": path[-1], "given": str(figure.value), "wanted": "0.8, 80%"}
                yield BadReference(Finding("wrong-unit", "places", (place_id, *path, "value"), values))
        if place.minimum_wage is not None:
            yield from _minimum_wage(place_id, place, place.minimum_wage, names)


def _minimum_wage(place_id: str, place: PayPlace, figure: Figure, names: Names) -> Iterator[BadReference]:
    """A minimum wage without a source that exists, or that is no sum a month in the currency of its place."""
    path = (place_id, "minimum_wage")
    yield from names.source(figure.source, "places", (*path, "source"))
    if figure.value.unit != f"{place.currency}/month":
        values = {"name": path[-1], "given": str(figure.value), "wanted": f"2500 {place.currency}/month"}
        yield BadReference(Finding("wrong-unit", "places", (*path, "value"), values))


def cost_references(frame: CostFrame | None, places: Mapping[str, PayPlace], names: Names) -> Iterator[BadReference]:
    """Places and assumptions of the frame's `cost` that do not exist, or are of another unit or currency."""
    if frame is None:
        return
    for key in ("recruiting", "training", "even"):
        yield from names.amount(getattr(frame, key), NUMBER, "playbook", ("cost", key))
    for currency, reference in frame.workplace.items():
        yield from names.amount(reference, (f"{currency} a month",), "playbook", ("cost", "workplace", currency))
    for currency, place in frame.places.items():
        path = ("cost", "places", currency)
        yield from names.check("place", place, "playbook", path)
        known = places.get(place)
        if known is not None and known.currency != currency:
            values = {"given": place, "currency": known.currency, "wanted": currency}
            yield BadReference(Finding("place-of-another-currency", "playbook", path, values))
