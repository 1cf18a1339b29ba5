"""Owns the sentences of a sweep: key -> (English, Chinese)."""

WORDS: dict[str, tuple[str, str]] = {
    "sweep.title": ("The team along {name}, from {low} to {high}", "按参数试算：{name}，从 {low} 到 {high}"),
    "sweep.meaning": ("{name} ({means})", "{name}（{means}）"),
    "sweep.column.orders": ("orders", "订单"),
    "sweep.column.people": ("people", "人数"),
    "sweep.column.cost": ("{currency} a month", "每月成本（{currency}）"),
    "sweep.column.stage": ("stage", "阶段"),
    "sweep.begins": ("{stage} begins", "进入{stage}"),
    "sweep.legend": (
        "People beside the owner; a role each: --format json or csv.",
        "人数不含店主；各岗位见 `--format json` 或 `--format csv`。",
    ),
}
