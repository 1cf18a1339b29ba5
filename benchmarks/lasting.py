"""What a need has to last for those hired for it to be needed a month later: real days, walked forward.

    python benchmarks/lasting.py FILE[:COLUMN] ...   # CSV files with `date` and a column a day, `orders` unless said
    python benchmarks/lasting.py                     # the file among the examples

Counts are pooled over the files at one, two, four and eight times their size: see `tests/walked.py` for what they mean.
"""

import sys
from math import fsum
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.walked import Foreseen, Walked, day_cv, pooled, series_of, shop_of  # noqa: E402 - found by the line above

EXAMPLE = ROOT / "examples" / "uci_online_retail_daily.csv"
LASTING = (1, 7, 14, 21, 28, 42)
PROMISED = 0.8  # of the hires are needed


def row(lasting: int, unseen: Walked, known: Foreseen) -> str:
    """A line of the table."""
    kept = "" if unseen.share >= PROMISED else "  below 80 %"
    walked = f"{unseen.hires:>5} {unseen.needed:>6} {unseen.share:>4.0%} {unseen.short / unseen.days:>6.0%}"
    return f"{lasting:>6}d | {walked} | {known.hires:>5} {known.slack:>5} {known.short / known.days:>6.0%}{kept}"


def main() -> None:
    shop, files = shop_of(), []
    for given in sys.argv[1:] or [str(EXAMPLE)]:
        name, _, column = given.partition(":")
        files.append(series_of(Path(name), column or "orders"))
        orders = files[-1].orders
        print(f"{name}: {len(orders)} days, mean {fsum(orders) / len(orders):.1f}, day CV {day_cv(orders):.0%}")
    print("        | walked forward           | all days known")
    print("lasting | hires needed      short  | hires slack  short")
    for lasting in LASTING:
        print(row(lasting, *pooled(shop, files, lasting)))


if __name__ == "__main__":
    main()
