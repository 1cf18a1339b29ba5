"""Whether unseen days get the service that is computed, and are missed as often as is said: real days, simulated.

    python benchmarks/days.py FILE[:COLUMN] ...   # CSV files with `date` and a column a day, `orders` unless said
    python benchmarks/days.py                     # the file among the examples

The last two fifths of each file are planned month by month with the days before, and once for all, as `tests/unseen.py`
says. Months whose level stayed stand apart from those that moved, of which the move is taken out. Missed days are those
below target; `said` is what `service` says of them with the variation of the days before.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.unseen import PERCENTILES, SEEDS, Period, Tried, at_once, months, summed, tried  # noqa: E402 - found there
from tests.walked import AFTER, Series, day_cv, series_of  # noqa: E402 - the same

from teamplan.playbook.playbook import Playbook  # noqa: E402 - an import all the same
from teamplan.reading.load import load  # noqa: E402 - the same
from teamplan.reading.places import built_in  # noqa: E402 - the same

EXAMPLE = ROOT / "examples" / "uci_online_retail_daily.csv"
CHATS = (200, 400, 800)  # a day, in the four weeks before the unseen days
NEAR, AS_SAID = 3.0, 10.0  # percentage points: of the mean service, of the days missed
ABOVE = 100 - PERCENTILES[-1]  # percent of days with more demand than was planned for

Row = tuple[str, int, Tried]  # how it was planned, for which percentile, and what came out


def rows(playbook: Playbook, series: Series) -> Iterator[Row]:
    """What came out for a shop, by how it was planned."""
    ways: dict[str, list[Period]] = {"stayed": [], "moved": [], "once": at_once(series)}
    for month in months(series):
        ways["moved" if month.moved else "stayed"].append(month)
    for way, periods in ways.items():
        for percentile in PERCENTILES if periods else ():
            yield way, percentile, summed(tried(playbook, period, percentile) for period in periods)


def line(name: str, chats: str, row: Row) -> str:
    """A line of the table."""
    way, percentile, found = row
    days, people = found.days // len(SEEDS), found.people / found.days
    level = f"{found.computed / found.chats:>7.1%} {found.in_time / found.chats:>9.1%} {found.gap:>+5.1f}"
    missed = f"{found.missed / found.days:>6.1%} {found.said / found.days:>6.1%} {found.more_missed:>+6.1f}"
    return f"{name:<17} {chats:>5} {way:<6} {percentile:>3} | {days:>4} {people:>6.1f} | {level} | {missed}"


def counts(found: Sequence[Row]) -> Iterator[str]:
    """How many rows are as they should be, and what all of them come to, by the way they were planned."""
    for way, percentile in dict.fromkeys((way, percentile) for way, percentile, _ in found):
        some = [each for known, size, each in found if (known, size) == (way, percentile)]
        parts = {f"service within {NEAR:g} points": [abs(each.gap) <= NEAR for each in some]}
        parts[f"missed within {AS_SAID:g}"] = [abs(each.more_missed) <= AS_SAID for each in some]
        if percentile == PERCENTILES[-1]:
            apart = [100 * each.missed / each.days - ABOVE for each in some]
            parts[f"within {AS_SAID:g} of {ABOVE} %"] = [abs(each) <= AS_SAID for each in apart]
            parts[f"at most {ABOVE + AS_SAID:g} %"] = [each <= AS_SAID for each in apart]
        told = ", ".join(f"{what} {sum(kept)} of {len(kept)}" for what, kept in parts.items())
        yield line("all", "", (way, percentile, summed(some))) + f"\n    {told}"


def main() -> None:
    playbook, found = load(built_in()), list[Row]()
    print("series         CV chats level   pc | days people | computed simulated gap | missed   said   more")
    for given in sys.argv[1:] or [str(EXAMPLE)]:
        path, _, column = given.partition(":")
        series = series_of(Path(path), column or "orders")
        level = fmean(series.orders[: series.unseen.start][-AFTER:])
        for chats in CHATS:
            shop = series.times(chats / level)
            variation = day_cv(shop.orders[: shop.unseen.start])
            name = f"{Path(path).stem.split('_')[0]:<12} {variation:>4.0%}"
            for row in rows(playbook, shop):
                found.append(row)
                print(line(name, str(chats), row), flush=True)
    print(*counts(found), sep="\n")


if __name__ == "__main__":
    main()
