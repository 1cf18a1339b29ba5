"""Owns the input files of a shop: sound ones, and their mutants with the prompts that read them."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from random import Random

from teamplan.language import Speaker
from teamplan.page.json_text import text
from teamplan.page.words import Words
from teamplan.playbook.store import store_type
from teamplan.questions.recommend.answer import recommend
from teamplan.questions.recommend.page import shown
from teamplan.reading.load import load
from teamplan.reading.places import built_in
from tests.fuzz.case import FOLDER, Case, Files, Key
from tests.fuzz.raw import changed
from tests.fuzz.spots import OPERATIONS, spoiled, spoiled_often, spots
from tests.fuzz.values import OPTION_VALUES

STORE = """\
visitors: 6000
conversion: 4.5%
new_products: 6
ad_spend: 60000
age_days: 200
owner_hours: 6
founder_skills: [operations, design]
silent_share: 45%
inquiry_conversion: 55%
return_rate: 9%
campaign_ahead: true
stock_counted: false
team: {roles: {operator: 1, designer: 2}}
assumptions: {pack_minutes: 150/day, attendance: 95%}
"""
TEAM = """\
roles:
  store-manager: 1
  operator: 1
  promoter: 1
  designer: 2
  pre-sale-service: {people: 4, part_time: 1}
  after-sale-service: 1
  warehouse-keeper: {people: 4, temporary: 1, contract: 1}
"""
SHOPS = """\
shops:
- {name: Tea, orders: 40, owner_hours: 2}
- {name: Toys, visitors: 2000, conversion: 5%, city: beijing, assumptions: {pack_minutes: 4 min}}
"""
PAY = """\
inquiries: {promotion_cost: 30000, labour_cost: 14000, management_cost: 4000, benchmark: 8, closed: 3100}
people:
- {name: Li, role: pre-sale-service, base: 4000, grade: 1.1, inquiry_share: 50%, inquiries: 3300, tenure_months: 14}
- {name: Wang, role: promoter, base: 3800, sales_target: 90000, sales: 9e4, collaborator: Li, collaborator_share: 20%}
- {name: Zhao, role: warehouse-keeper, base: 3600, result: {completion: 90, quality: 80}, supervisor: 80, peers: 70}
"""
PEOPLE = "name,role,base,performance,sales_target,sales\nLi,designer,4000,1.2,,\nWang,promoter,3800,,90000,95000.50\n"
TICKS = "done:\n- owner/steer\n- operator/daily-operations\n"
READ_BY: dict[str, tuple[str, ...]] = {  # which prompts read which file
    "store.yaml": (
        "recommend --store store.yaml",
        "next --store store.yaml --team team.yaml",
        "hire --store store.yaml --growth 10%/month --from 2026-12-01 --months 3",
        "explain warehouse-keeper --store store.yaml",
        "recommend --store store.yaml --orders 40",
        "peak --store store.yaml --event campaign --mix rule",
        "diff three-months half-year --store store.yaml",
    ),
    "team.yaml": (
        "recommend --orders 270 --team team.yaml",
        "capacity --orders 270 --team team.yaml",
        "next --orders 270 --team team.yaml",
        "hire --orders 270 --growth 10%/month --from 2026-12-01 --months 3 --team team.yaml",
        "diff team.yaml other.yaml",
        "diff plan.json team.yaml",
    ),
    "shops.yaml": ("recommend --shops shops.yaml", "budget --shops shops.yaml"),
    "pay.yaml": (
        "pay check pay.yaml",
        "pay sheet pay.yaml",
        "pay explain Zhao pay.yaml",
        "budget --orders 90 --pay pay.yaml",
    ),
    "people.csv": ("pay check people.csv", "pay sheet people.csv", "budget --orders 90 --pay people.csv"),
    "ticks.yaml": (
        "checklist half-year --done ticks.yaml",
        "checklist half-year --done ticks.yaml --tick owner/steer",
        "checklist --orders 30 --done ticks.yaml",
    ),
    "days.csv": (
        "hire --forecast days.csv --conversion 4.5%",
        "hire --forecast days.csv --gaps zero --smooth 1",
        "hire --forecast days.csv --from 2026-12-10 --ics new.ics",
    ),
    "past.csv": (
        "peak --event double-11 --baseline past.csv --mix rule",
        "peak --event campaign --baseline past.csv --orders 100 --mix rule",
    ),
    "plan.json": (
        "diff plan.json half-year.json",
        "diff half-year.json plan.json --exit-code",
        "diff plan.json team.yaml",
        "diff team.yaml plan.json",
    ),
}
MANY: dict[str, Callable[[int], str]] = {  # files of thousands of faults
    "store.yaml": lambda count: "".join(f"key_{each}: {each}\n" for each in range(count)),
    "team.yaml": lambda count: "roles:\n" + "".join(f"  role-{each}: 1\n" for each in range(count)),
    "shops.yaml": lambda count: "shops:\n" + "- {orders: x}\n" * count,
    "pay.yaml": lambda count: "people:\n" + "- {name: x}\n" * count,
    "people.csv": lambda count: "name,role,base\n" + "x,y,z\n" * count,
    "ticks.yaml": lambda count: "done:\n" + "- [x]\n" * count,
    "days.csv": lambda count: "date,orders\n" + "2026-13-01,-1\n" * count,
    "past.csv": lambda count: "date,orders\n" + "x,y,z\n" * count,
    "plan.json": lambda count: "[" + "{}," * count + "{}]",
}


@cache
def _sound() -> Files:
    playbook = load(built_in())
    words = Words(Speaker("en"), playbook)

    def plan(**given: object) -> bytes:
        return text(shown(recommend(playbook, store_type(playbook.frame.inputs).model_validate(given)), words)).encode()

    return {
        "store.yaml": STORE.encode(),
        "team.yaml": TEAM.encode(),
        "other.yaml": b"roles: {operator: 2}\n",
        "shops.yaml": SHOPS.encode(),
        "ticks.yaml": TICKS.encode(),
        "pay.yaml": PAY.encode(),
        "people.csv": PEOPLE.encode(),
        "days.csv": _days("visitors", "orders").encode(),
        "past.csv": _days("orders").encode(),
        "plan.json": plan(orders=270, team={"roles": {"operator": 1}}),
        "half-year.json": plan(visitors=6000, conversion="4.5%"),
        "folder": FOLDER,
    }


def shelf() -> Files:
    """All input files of a shop, sound."""
    return dict(_sound())


def _days(*columns: str) -> str:
    """Forty days; orders are a twentieth of the visitors, with a best day."""
    first = date(2026, 12, 1)
    lines = [",".join(("date", *columns))]
    for place in range(40):
        visitors = 6000 + 40 * place + (9000 if place == 20 else 0)
        values = [str(visitors if column == "visitors" else visitors // 20) for column in columns]
        lines.append(",".join(((first + timedelta(place)).isoformat(), *values)))
    return "\n".join(lines) + "\n"


def file_case(key: Key) -> Case:
    """The mutant of a number, and the prompts that read it."""
    random = Random(f"{key.seed}/{key}")
    files = shelf()
    name = list(READ_BY)[key.number % len(READ_BY)]
    files[name], what = _mutant(name, files[name] or b"", random)
    prompts = random.sample(READ_BY[name], min(2, len(READ_BY[name])))
    ends = (
        "--format",
        random.choice(("table", "json", "yaml", "markdown", "csv")),
        "--lang",
        random.choice(("en", "zh")),
    )
    return Case(key, f"{name}: {what}", files, tuple((*prompt.split(), *ends) for prompt in prompts))


def _mutant(name: str, raw: bytes, random: Random) -> tuple[bytes | None, str]:
    chance = random.random()
    if chance < 0.01:
        count = random.choice((100, 1000, 5000))
        return MANY[name](count).encode(), f"{count} faults"
    if chance < 0.3:
        return changed(raw, random)
    text = raw.decode()
    if name.endswith(".csv"):
        text, what = _cells(text, random)
    elif chance < 0.75:
        text, what = spoiled(text, random.choice(spots(text)), random.choice(OPERATIONS), random)
    else:
        text, what = spoiled_often(text, random.randint(2, 6), random)
    return text.encode("utf-8", "surrogatepass"), what


def _cells(text: str, random: Random) -> tuple[str, str]:
    """A CSV file with another separator, header, row or cell."""
    rows = [line.split(",") for line in text.splitlines()]
    what = random.choice(
        ("cell", "cell", "cell", "header", "row out", "row twice", "rows swapped", "separator", "quote", "column")
    )
    place = random.randrange(1, len(rows))
    if what == "cell":
        rows[place][random.randrange(len(rows[place]))] = value = random.choice(OPTION_VALUES)
        what = f"line {place + 1}: {value[:40]!r}"
    elif what == "header":
        rows[0][random.randrange(len(rows[0]))] = value = random.choice(
            ("Date", "visitor", "orders", "date", "", "日期", "x\ty", "'=a")
        )
        what = f"header {value!r}"
    elif what == "row out":
        del rows[place]
    elif what == "row twice":
        rows.insert(place, rows[place])
    elif what == "rows swapped":
        rows[place], rows[1] = rows[1], rows[place]
    elif what == "quote":
        rows[place][0] = random.choice(('"', '""', '"a"b', '"a\nb"')) + rows[place][0]
    elif what == "column":
        rows = [
            [*row, "" if number else random.choice(("", "note", "orders", "=x"))] for number, row in enumerate(rows)
        ]
    separator = random.choice((";", "\t", "|", ", ", " ")) if what == "separator" else ","
    return "\n".join(separator.join(row) for row in rows) + random.choice(("\n", "", "\n\n", "\n,\n")), what
