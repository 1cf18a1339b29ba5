"""Owns the sentences of a responsibility table: key -> (English, Chinese)."""

WORDS: dict[str, tuple[str, str]] = {
    "duties.title": ("Duties: {stage} ({orders} orders a day)", "职责分工：{stage}，每天 {orders} 单"),
    "duties.duty": ("duty", "职责"),
    "duties.does": ("does (R)", "执行（R）"),
    "duties.answers": ("answers (A)", "负责（A）"),
    "duties.covers": ("covers (C)", "替补（C）"),
    "duties.told": ("is told (I)", "知会（I）"),
    "duties.nobody": ("nobody", "无人"),
    "duties.by-the-hour": ("{role}, by the hour", "{role}（按小时外聘）"),
    "duties.each-other": ("each other", "互相替补"),
    "duties.interfaces": ("Interfaces: {hub}", "对接事项：{hub}"),
    "duties.interface": ("what", "事项"),
    "duties.about": ("about", "内容"),
    "duties.with": ("with", "对接人"),
    "duties.how": (
        "One name answers for each duty; who covers does it while the others are away.",
        "每项职责只有一名负责人；替补在其不在岗时接手。",
    ),
    "duties.to-mend": ("To be settled", "待明确"),
    "duties.settled": ("Each duty is carried once.", "每项职责均有且只有一处承担。"),
}
