"""Owns the sentences of a checklist: key -> (English, Chinese)."""

WORDS: dict[str, tuple[str, str]] = {
    "list.title": ("Checklist: {stage} ({orders} orders a day)", "清单：{stage}，每天 {orders} 单"),
    "list.role": ("{people} × {role}", "{role} {people} 人"),
    "list.owner": ("Covered by the owner", "由店主承担"),
    "list.bought": ("Bought outside", "外包"),
    "list.bought-for": ("{option}, for {role}", "{role}：{option}"),
    "list.bought-duties": ("{said}: {duties}", "{said}，负责{duties}"),
    "list.not-hired": ("Not hired: {roles}", "未设岗：{roles}"),
    "list.prepare": ("Prepare for {stage}", "为{stage}做准备"),
    "list.keep": ("Prepare", "准备"),
}
