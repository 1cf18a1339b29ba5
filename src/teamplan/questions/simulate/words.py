"""Owns the sentences of a simulation: key -> (English, Chinese)."""

WORDS: dict[str, tuple[str, str]] = {
    "trial.title": ("{role}: {people} on the books, {weeks} weeks", "{role}：在职 {people} 人，模拟 {weeks} 周"),
    "trial.target": ("Promised: {target} within {within}", "承诺：{within}内应答 {target}"),
    "trial.computed": (
        "Computed for these people: {level} over the week, with breaks, absence and days off",
        "按这些人计算：全周 {level}，已计休息、缺勤与轮休",
    ),
    "trial.simulated": (
        "Simulated: {share} (95% confidence {low} to {high})",
        "模拟结果：{share}（95% 置信区间 {low} 至 {high}）",
    ),
    "trial.below": (
        "Days below {target}: {share} ({low} to {high})",
        "未达 {target} 的天数：{share}（{low} 至 {high}）",
    ),
    "trial.abandoned": ("Left unanswered: {share} ({low} to {high})", "未获应答离开：{share}（{low} 至 {high}）"),
    "trial.turns": ("On shift: {turns}", "上班人数：{turns}"),
    "trial.turns-day": ("{turns} on {start}", "{start} {turns} 人"),
    "trial.turns-days": ("{turns} from {start} to {end}", "{start}至{end} {turns} 人"),
    "trial.occupancy": (
        "While people are there, {slots} of the chat slots are taken, and {share} of their time is worked ({low} to {high})",
        "在岗期间接待饱和度 {slots}，工时利用率 {share}（{low} 至 {high}）",
    ),
    "trial.overtime": (
        "Overtime: {hours} h a week ({low} to {high}): {late} h after the end of shifts, {left} h of other work left over",
        "加班：每周 {hours} 小时（{low} 至 {high}），其中下班后收尾 {late} 小时，未做完的其他工作 {left} 小时",
    ),
    "trial.overtime-once": (
        "Overtime: {hours} h in the week: {late} h after the end of shifts, {left} h of other work left over",
        "加班：当周 {hours} 小时，其中下班后收尾 {late} 小时，未做完的其他工作 {left} 小时",
    ),
    "trial.how": (
        "A day brings {chats} chats and {hours} h of other work; {absent} of the shifts are missed, the level of days varies by {cv}",
        "每天 {chats} 次咨询、{hours} 小时其他工作；缺勤 {absent}，日间波动 {cv}",
    ),
    "trial.chance": (
        "{days} days, lengths of chats {work}, seed {seed}",
        "共 {days} 天，会话时长{work}，随机种子 {seed}",
    ),
    "work.exponential": ("exponential", "呈指数分布"),
    "work.lognormal": ("lognormal", "呈对数正态分布"),
    "work.fixed": ("fixed", "固定"),
    "progress.simulating": ("Simulating", "模拟中"),
}
