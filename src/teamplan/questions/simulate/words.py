"""Owns the sentences of a simulation: key -> (English, Chinese)."""

WORDS: dict[str, tuple[str, str]] = {
    "trial.title": ("{role}, {days} times {weekday}", "{role}：{weekday} × {days} 天"),
    "trial.shifts": ("On shift: {shifts}", "班次：{shifts}"),
    "trial.target": ("Target: {target} within {within}", "目标：{within}内应答 {target}"),
    "trial.promised": ("Promised: {level}", "按排班应达到：{level}"),
    "trial.simulated": (
        "Simulated: {level} (95% confidence {low} to {high})",
        "模拟结果：{level}（95% 置信区间 {low} 至 {high}）",
    ),
    "trial.abandoned": ("Left unanswered: {share}", "未获应答离开：{share}"),
    "trial.how": (
        "{chats} chats a day, lengths {work}, seed {seed}; breaks are not simulated",
        "每天 {chats} 次咨询，时长{work}，随机种子 {seed}；未模拟休息",
    ),
    "work.exponential": ("exponential", "呈指数分布"),
    "work.lognormal": ("lognormal", "呈对数正态分布"),
    "work.fixed": ("fixed", "固定"),
    "progress.simulating": ("Simulating", "模拟中"),
}
