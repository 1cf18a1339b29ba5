"""Owns the volume of a shop: orders, visitors, conversion, and the way from one to the other in both directions."""

from fractions import Fraction

from teamplan.engine.breakpoints import largest_input
from teamplan.engine.linear import ORDERS, VISITORS
from teamplan.errors import Problem, TeamplanError
from teamplan.playbook.store import MOST_ORDERS, MOST_VISITORS, Store
from teamplan.record import Record


class Volume(Record):
    """Orders a day; visitors a day and conversion where known; `stated_orders` are visitors x conversion."""

    orders: float
    visitors: float | None = None
    conversion: float | None = None
    stated_orders: float | None = None

    @property
    def at(self) -> dict[str, float]:
        """The volume by axis; visitors only where they are known."""
        return {ORDERS: self.orders} | ({} if self.visitors is None else {VISITORS: self.visitors})

    @property
    def exact(self) -> dict[str, Fraction]:
        return {axis: Fraction(value) for axis, value in self.at.items()}

    def at_orders(self, orders: float) -> "Volume":
        """This shop at so many orders a day: visitors follow at its conversion, and stay where none of them order."""
        visitors = orders / self.conversion if self.conversion else self.visitors
        return Volume(orders, visitors, self.conversion)

    def times(self, orders: Fraction, visitors: Fraction) -> "Volume":
        """A day with so many times the orders and so many times the visitors, known where they are known today."""
        more = None if self.visitors is None else float(Fraction(self.visitors) * visitors)
        return Volume(float(Fraction(self.orders) * orders), more)


def volume_of(store: Store) -> Volume:
    """Orders as given, else visitors x conversion in one binary multiplication, as any spreadsheet does it.

    Raises a TeamplanError when neither is complete, or above 1,000,000 orders or 1,000,000,000 visitors a day.
    """
    visitors, conversion, orders = (
        None if given is None else float(given) for given in (store.visitors, store.conversion, store.orders)
    )
    stated = None if visitors is None or conversion is None else visitors * conversion
    if orders is None:
        orders = _required(stated, store)
    if orders > MOST_ORDERS:
        raise TeamplanError([Problem("too-many-orders", {"orders": orders, "most": MOST_ORDERS})])
    if conversion is None and visitors:
        conversion = orders / visitors
    elif visitors is None and conversion:
        visitors = orders / conversion
    if visitors is not None and visitors > MOST_VISITORS:
        raise TeamplanError([Problem("too-many-visitors", {"visitors": visitors, "most": MOST_VISITORS})])
    return Volume(orders, visitors, conversion, stated)


def both_ways(axis: str, full: float, conversion: float | None) -> tuple[float, float | None]:
    """A breakpoint over `axis` as the largest orders and the largest visitors a day that do not cross it."""
    if not conversion:
        return full, None
    if axis == ORDERS:
        return full, largest_input(lambda visitors: visitors * conversion, full, full / conversion)
    return largest_input(lambda orders: orders / conversion, full, full * conversion), full


def _required(stated: float | None, store: Store) -> float:
    if stated is not None:
        return stated
    if store.visitors is not None:
        raise TeamplanError([Problem("conversion-missing")])
    if store.conversion is not None:
        raise TeamplanError([Problem("visitors-missing")])
    raise TeamplanError([Problem("volume-missing")])
