"""Owns whether every name in `sourcing.yaml` exists and fits."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from teamplan.engine.rules import Finding
from teamplan.playbook.duties import Duty
from teamplan.playbook.figures import Figure
from teamplan.playbook.playbook import Role
from teamplan.playbook.sourcing import MONTH, PER, POST_HOUR, SALES, SEAT, SEAT_DAY, SourcingOption
from teamplan.playbook.stages import Stage
from teamplan.reading.references import NUMBER, WANTED, BadReference, Kinds, Names, Path

FILE = "sourcing"
SHARES = (POST_HOUR, SALES)
SPANS = {MONTH: "month", SEAT: "month", SEAT_DAY: "day"}  # what is counted -> of what its price is; else of a unit


def sourcing_references(
    options: Mapping[str, SourcingOption],
    items: Mapping[str, Mapping[str, Any]],
    stages: Collection[Stage],
    names: Names,
) -> Iterator[BadReference]:
    """Dangling names, prices that are no prices, and roles that an option cannot stand for.

    Without any stages nothing is said of what their roles carry.
    """
    carried = {(role, duty) for stage in stages for role, post in stage.team.items() for duty in post.duties}
    for option_id, option in options.items():
        yield from _named(option_id, option, items["duties"], names)
        yield from _roles(option_id, option, items["roles"], carried, names)
        yield from _prices(option_id, option, names)
        for path, figure, kinds in _figures(option):
            yield from _figure(figure, kinds, (option_id, *path), names)


def _named(option_id: str, option: SourcingOption, duties: Mapping[str, Duty], names: Names) -> Iterator[BadReference]:
    yield from names.source(option.source, FILE, (option_id, "source"))
    for what, loss in option.lost.items():
        for place, reference in enumerate(loss.less):
            yield from names.amount(reference, NUMBER, FILE, (option_id, "lost", what, "less", str(place)))
    for place, remark in enumerate(option.risks):
        yield from names.source(remark.source, FILE, (option_id, "risks", str(place), "source"))
    for place, duty in enumerate(option.duties):
        yield from names.check("duty", duty, FILE, (option_id, "duties", str(place)))
    if option.brings is None:
        return
    yield from names.check("duty", option.brings, FILE, (option_id, "brings"))
    if option.brings in duties and not duties[option.brings].dormant:
        yield BadReference(Finding("brings-what-is-there", FILE, (option_id, "brings"), {"duty": option.brings}))


def _roles(
    option_id: str,
    option: SourcingOption,
    roles: Mapping[str, Role],
    carried: set[tuple[str, str]],
    names: Names,
) -> Iterator[BadReference]:
    for place, role in enumerate(option.roles):
        path = (option_id, "roles", str(place))
        yield from names.check("role", role, FILE, path)
        known = roles.get(role)
        if known is not None and option.kind not in known.sourcing:
            values = {"role": role, "given": option.kind, "known": ", ".join(known.sourcing)}
            yield BadReference(Finding("role-not-sourced-so", FILE, path, values))
        elif known and carried and option.duties and not any((role, duty) in carried for duty in option.duties):
            yield BadReference(Finding("role-without-duties", FILE, path, {"role": role}))


def _prices(option_id: str, option: SourcingOption, names: Names) -> Iterator[BadReference]:
    known = [*PER, *(each for each in names.known.get("driver", ()) if each != "visitors")]
    for currency, lines in option.prices.items():
        for place, line in enumerate(lines):
            path = (option_id, "prices", currency, str(place))
            if "driver" in names.known and line.per not in known:
                values = {"given": line.per, "known": ", ".join(known)}
                yield BadReference(Finding("unknown-price-unit", FILE, (*path, "per"), values), known)
                continue
            for at, reference in enumerate(line.less):
                yield from names.amount(reference, NUMBER, FILE, (*path, "less", str(at)))
            kinds = NUMBER if line.per in SHARES else (f"{currency} a {SPANS.get(line.per, 'unit')}",)
            for at, tier in enumerate(line.tiers):
                yield from _figure(tier.price, kinds, (*path, "tiers", str(at), "price"), names)
    for currency, figure in option.minimum.items():
        yield from _figure(figure, (f"{currency} a month",), (option_id, "minimum", currency), names)


def _figures(option: SourcingOption) -> Iterator[tuple[Path, Figure, Kinds]]:
    yield ("notice",), option.notice, ("days",)
    if option.peak is not None:
        yield ("peak",), option.peak, NUMBER
    if option.most_jobs is not None:
        yield ("most_jobs",), option.most_jobs, NUMBER
    if option.night is not None:
        yield ("night", "surcharge"), option.night.surcharge, NUMBER
    for what, figure in option.lost.items():
        yield ("lost", what), figure, NUMBER if what == "conversion" else ("days",)


def _figure(figure: Figure, kinds: Kinds, path: Path, names: Names) -> Iterator[BadReference]:
    yield from names.source(figure.source, FILE, (*path, "source"))
    if figure.value.kind not in kinds:
        values = {"name": path[-1], "given": str(figure.value), "wanted": WANTED[kinds]}
        yield BadReference(Finding("wrong-unit", FILE, (*path, "value"), values))
