"""Owns the hostile values: what nobody means and somebody types."""

import json

NUMBERS = (
    "0", "-0", "-1", "1", "0.5", "1.5", "1e-9", "1e-30", "1e-41", "1e5", "1e6", "1000001", "1e26", "1e30", "1e39",
    "1e40", "1e308", "1e400", "1e999999999", "9" * 39, "9" * 41, "9" * 5000, "nan", "inf", "-inf", "Infinity",
    "1_000", "1,000", "1.000,5", "٣", "²", "１２", "½", "0x10", "010", "+5", "1e", ".5", "5.", ".", "2", "7", "200000",
)  # fmt: skip
AMOUNTS = (
    "%", "0%", "50%", "100%", "99.99999999%", "101%", "-5%", "1e-30%", "1 %", "10%/month", "-50%/year", "1e9%/day",
    "5 min", "5min", "-5 min", "0 min", "1e30 min", "1e-9 min", "30 s", "150/day", "0/day", "1e39/day", "1e-39/day",
    "1 h", "8 h/week", "0.4 days/week", "1000000 days", "5 CNY/month", "80%/30s", "100%/30s", "80%/0s", "80%/",
    "80%/1e30s", "0%/30s", "6,7,8.5", "8,7", ",", "6,,7",
)  # fmt: skip
TIMES = (
    "09:00-23:00", "23:00-09:00", "00:00-24:00", "24:00-24:00", "9:00", "25:00-26:00", "2026-12-01", "2026-02-30",
    "0001-01-01", "9999-12-31", "2026-1-1", "today", "2999-12-31",
)  # fmt: skip
TEXTS = (
    "", " ", "-", "--", "true", "null", "~", "[]", "{}", "none", "a=b", "pack_minutes=3 min", "x" * 300,
    "x" * 50_000, "\udcff", "\x1b[31mred", "[red]x[/red]", "=cmd()", "名前", "\u202eabc", "a\nb", "a\tb", "a\rb",
    "\x85", "é", "e\u0301", "it's", '"', "{0}", "{orders}", "%s", "$(x)", "\\", "*", "<b>", "|", "😀",
)  # fmt: skip
NAMES = (
    "half-year", "double-11", "operations,design", "orders=1..400", "orders=1..", "visitors=0..1e30",
    "warehouse-keeper", "team.yaml", "store.yaml", "days.csv", "past.csv", "plan.json", "ticks.yaml", "folder",
    "folder/x", "nope.yaml", "nope.json", "no/such", ".", "owner/steer", "json", "zh", "erlang-a", "exponential",
    "duties", "least-cost",
)  # fmt: skip
OPTION_VALUES = NUMBERS + AMOUNTS + TIMES + TEXTS + NAMES  # none is an absolute path: nothing outside is ever named

FACTORS = (0.0, 0.1, 0.5, 0.9, 1.1, 2.0, 10.0, 1e3, 1e6, 1e12, 1e30, 1e39, 1e-3, 1e-9, -1.0)
SCALARS = (
    "null", "~", "", "true", "NO", "0", "-1", "1.5", "1e30", "1e39", "1e400", ".nan", ".inf", "-.inf", "9" * 5000,
    "010", "0o17", "0x1F", "1:30", "2026-01-01", "100%", "0%", "-5%", "5 min", "0 min", "1e-9 min", "150/day",
    "0/day", "0.4 days/week", "1000000 days", "$no_such", "$shift_hours", "$", "half-year", "store-manager",
    "operations", "pack-parcels", "orders", "visitors", "chats", "09:00-23:00", "24:00-24:00", "23:30", "30s", "J",
    "S", "11-31", "02-29",
)  # fmt: skip
STRUCTURES = (
    "[]", "{}", "[null]", "[[]]", "{a: 1}", '{"": ""}', "{en: x}", "{en: x, zh: y}", "{? [a]: b}", "[0, 1]",
    "[1, 0]", "[-3, 3]", "[1e30, 1e39]", "{driver: orders}", "[{driver: chats, times: [$shift_hours]}]",
    "{headcount_of: [operator]}", "&a [*a]", "*a", "&a x", "{<<: {a: 1}}", "!!python/object/apply:os.getcwd []",
    "!!binary aGk=", "!!int two", "!!set {a}", "[" * 40 + "]" * 40, "[" * 3000, "{a: " * 300 + "1" + "}" * 300,
    "[" + "x, " * 2000 + "x]", "|\n  a\n  b", "'open",
)  # fmt: skip
HARD_TEXTS = tuple(
    json.dumps(text, ensure_ascii=False) for text in (*TEXTS, "a" * 5000, "{role} {orders} {nope}") if text != "\udcff"
)
NODES = SCALARS + STRUCTURES + HARD_TEXTS  # YAML text, to stand where a value stood
