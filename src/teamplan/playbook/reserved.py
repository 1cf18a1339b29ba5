"""Owns the names that a playbook may not give: the prompt, a store file or a plan use them already."""

OF_A_SHOP = (
    "visitors", "conversion", "orders", "age-days", "owner-hours", "percentile", "founder-skills", "category", "ready",
    "city", "currency", "exchange", "hire-order",
    "campaign-ahead", "stock-counted",
    "stage", "team", "sourcing", "assumptions", "set", "store",
)  # fmt: skip
OF_A_COMMAND = (
    "actual", "agents", "baseline", "chart", "color", "compare", "courier", "date", "day-cv", "days", "definition",
    "details", "dialect", "differences", "done", "event", "exit-code", "forecast", "format", "from", "gaps",
    "gross-margin", "growth", "handle", "help", "ics", "json", "jump", "labels", "lang", "lasting", "man",
    "management", "max-occupancy", "mix", "model", "months", "most-orders", "most-visitors", "no-config", "open",
    "order-value", "orders-x", "origin", "output", "patience", "pay", "people", "per-hour", "platform-fee", "playbook",
    "plot", "quiet", "range", "role", "seed", "shops", "smooth", "steps", "table", "target", "template", "tick",
    "today", "version", "weeks", "with", "work",
)  # fmt: skip
RESERVED = frozenset((*OF_A_SHOP, *OF_A_COMMAND))
ALL_ORDERS = "all"  # hire orders: asks `recommend` to compare them
