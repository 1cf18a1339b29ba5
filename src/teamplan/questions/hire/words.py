"""Owns the sentences of a hiring calendar: key -> (English, Chinese)."""

WORDS: dict[str, tuple[str, str]] = {
    "hiring.title": (
        "Hiring calendar, {start} to {end}, places to fill: {people}",
        "招聘日历，{start} 至 {end}：需补充 {people} 人",
    ),
    "hiring.volume": (
        "Orders a day: {first} on the first day, {most} at most, {last} on the last",
        "每天订单：第一天 {first}，最多 {most}，最后一天 {last}",
    ),
    "hiring.people": (
        "People beside the owner: {first} on the first day, {last} on the last",
        "店主之外的人数：第一天 {first}，最后一天 {last}",
    ),
    "hiring.nobody": ("Nobody has to be hired for this volume.", "这一业务量无需新增人员。"),
    "hiring.nothing-late": (
        "Nothing is late; the first search begins on {search}.",
        "尚无延误；最早的招聘于 {search} 启动。",
    ),
    "hiring.late-title": ("Already late on {today}", "截至 {today} 已晚"),
    "hiring.late": (
        "{who}, needed on {need}: the search is {days} days late; begun today, at work on {start} and fully working "
        "on {ready}, a gap of {gap} days ({percent}% of the work done on the day of need)",
        "{who}（{need} 需要）：招聘已晚 {days} 天；今天开始，则 {start} 到岗、{ready} 独立上岗，"
        "缺口 {gap} 天（需要当日可承担 {percent}% 的工作）",
    ),
    "hiring.late-inside": (
        "{who}, needed on {need}: the promotion is {days} days late; begun on {start}, fully working on {ready}, "
        "a gap of {gap} days ({percent}% of the work done on the day of need)",
        "{who}（{need} 需要）：晋升已晚 {days} 天；{start} 开始，则 {ready} 独立上岗，"
        "缺口 {gap} 天（需要当日可承担 {percent}% 的工作）",
    ),
    "hiring.late-role": (
        "{who}, needed from {first} to {last}: begun today, the first at work on {start}, the last fully working on "
        "{ready}; gaps of {least} to {most} days",
        "{who}（{first} 至 {last} 陆续需要）：今天开始，则最早 {start} 到岗，最晚 {ready} 独立上岗；"
        "缺口 {least} 至 {most} 天",
    ),
    "hiring.gap": ("needed on {need}, a gap of {days} days", "{need} 需要，缺口 {days} 天"),
    "hiring.gap-most": (
        "{late} of them late: needed from {need} on, a gap of up to {days} days",
        "其中 {late} 人偏晚：{need} 起需要，缺口最长 {days} 天",
    ),
    "hiring.with-gap": ("{why}; {gap}", "{why}；{gap}"),
    "hiring.people-needed": (
        "Needed on the last day: {needed}; the others come later, or are not yet replaced",
        "最后一天需要 {needed} 人；其余届时尚未到岗或尚未补上",
    ),
    "hiring.today-taken": (
        "Today is taken to be {today}, the first day; `--today` says another",
        "以计划第一天 {today} 为今天；可用 `--today` 另行指定",
    ),
    "hiring.calendar-title": ("Whom to look for, and from when", "何时开始找谁"),
    "hiring.calendar-name": ("Hiring calendar", "招聘日历"),
    "hiring.chart-title": ("Chart", "进度图"),
    "hiring.chart-hires": ("For the growth:", "因增长新增："),
    "hiring.chart-backfills": ("Backfills:", "补缺："),
    "hiring.legend": (
        ". search, = ramp-up, # fully working; where needed already: ! nobody yet, + ramp-up",
        ". 招聘，= 上手，# 独立上岗；已经需要时：! 无人，+ 上手中",
    ),
    "hiring.moves-title": ("Present people who move with their duties (no hire)", "随职责调岗的现有人员（不需招聘）"),
    "hiring.move": ("{on}: {people} from {before} to {after}", "{on}：{people} 人从{before}转为{after}"),
    "hiring.backfills-title": ("Backfills: expected leavers and places of the promoted", "补缺：预计离职与晋升空缺"),
    "hiring.leap-title": ("The night of {on}: {times} times the volume", "{on} 之夜：业务量增至 {times} 倍"),
    "hiring.leap-orders": (
        "Orders a day: {before} without it, {after} with it; the stage was {stage}",
        "每天订单：若无突增 {before}，突增后 {after}；此前阶段：{stage}",
    ),
    "hiring.leap-stages": ("Stages passed in that night: {stages}", "一夜跨入的阶段：{stages}"),
    "hiring.leap-holds": (
        "Nobody breaks: those who are there or come in time are enough",
        "无岗位告急：现有及按时到岗的人员足够",
    ),
    "hiring.leap-uncovered": (
        "Nobody foresees it, so the searches begin on that day; until {until} up to {days} days of one person's work stay undone",
        "突增无法预见，招聘从当天开始；至 {until}，最多有 {days} 人日的工作无人承担",
    ),
    "hiring.leap-owner": (
        "You break on {on}: what nobody does of the work below comes, with your own, to {hours} h a week; your limit is {limit} h; within it again from {until} on",
        "您本人于 {on} 超负荷：下列岗位无人承担的工作加上您自己的，每周约 {hours} 小时，超过您的上限 {limit} 小时；{until} 起恢复",
    ),
    "hiring.leap-owner-most": (
        "You break on {on}: what nobody does of the work below comes, with your own, to {hours} h a week, later up to {most} h; your limit is {limit} h; within it again from {until} on",
        "您本人于 {on} 超负荷：下列岗位无人承担的工作加上您自己的，每周约 {hours} 小时，其后最多 {most} 小时，超过您的上限 {limit} 小时；{until} 起恢复",
    ),
    "hiring.leap-break": (
        "{role} breaks on {on}: {there} of {needed} are there{enough}, up to {most} missing; the first starts on "
        "{start}, all fully working on {until}; {days} days of one person undone",
        "{role}于 {on} 告急：需要 {needed} 人，在岗 {there} 人{enough}，最多缺 {most} 人；"
        "最早 {start} 到岗，{until} 全部独立上岗；缺 {days} 人日",
    ),
    "hiring.leap-hires": (
        "Until they work fully those who are hired cost {cost}, with finding and training them",
        "到全部独立上岗为止，新招人员成本 {cost}（含招聘与培训）",
    ),
    "hiring.leap-bridged": (
        "{days} of the days can be bridged for {cost}: {who}",
        "其中 {days} 人日可临时补足，费用 {cost}：{who}",
    ),
    "hiring.leap-bridge-temporary": (
        "{people} × {role} as temporary help from {first} on",
        "{role}自 {first} 起用临时工 {people} 人",
    ),
    "hiring.leap-bridge-overtime": ("{role} by overtime from {first} on", "{role}自 {first} 起加班"),
    "hiring.leap-unbridged": (
        "Nothing that has a price here bridges any of the days",
        "没有可计价的办法补足这些人日",
    ),
    "hiring.leap-enough": (", enough up to {orders} orders a day", "（可承担每天 {orders} 单）"),
    "hiring.waves-title": ("Waves: more than {most} people start within two weeks", "集中到岗：两周内超过 {most} 人"),
    "hiring.wave": (
        "{people} start from {first} to {last} ({who}): until {until} showing them the work takes up to {hours} h a week "
        "({trainers})",
        "{first} 至 {last} 有 {people} 人到岗（{who}）：至 {until}，带教每周最多占用 {hours} 小时（{trainers}）",
    ),
    "hiring.trainer": ("{role} {hours} h", "{role} {hours} 小时"),
    "hiring.rests-title": (
        "National holidays: nobody starts, and no search goes on",
        "法定节假日：期间无人到岗，招聘暂停",
    ),
    "hiring.rest": (
        "{name}, {first} to {last}: searches that take {days} days longer: {people}",
        "{name}（{first} 至 {last}）：{people} 人的招聘延长 {days} 天",
    ),
    "hiring.rest-day": (
        "{name}, {first}: searches that take a day longer: {people}",
        "{name}（{first}）：{people} 人的招聘延长 1 天",
    ),
    "hiring.rests-until": (
        "Later than {until} the playbook knows no holidays: add them to playbook.yaml once they are announced",
        "方案中没有 {until} 之后的节假日；公布后请补入 playbook.yaml",
    ),
    "hiring.short-title": ("Shorter needs: nobody is hired for them", "短期需要：不为此招人"),
    "hiring.short-note": (
        "Days are those of the weekly mean; missing at most, with the hours of work that are missing in all.",
        "日期按周均值计；人数为最多缺少的人数，工时为期间缺少的总工时。",
    ),
    "hiring.short-first": ("From", "自"),
    "hiring.short-last": ("To", "至"),
    "hiring.who-lacks": ("Missing", "缺少"),
    "hiring.short-hours": ("Hours", "工时"),
    "hiring.short-by": ("What helps", "应对办法"),
    "hiring.short-cost": ("Cost, {currency}", "费用（{currency}）"),
    "hiring.by-overtime": ("overtime", "加班"),
    "hiring.by-temporary": ("temporary people: {people}, search by {search}", "临时工 {people} 人，{search} 前开始找"),
    "hiring.by-wait": ("the work waits", "工作顺延"),
    "hiring.by-wait-live": ("a longer answer: buyers wait", "放宽响应：买家多等一会"),
    "hiring.event-short": ("Short of people, no hire: {who} ({by})", "短期缺人（不招聘）：{who}（{by}）"),
    "hiring.slack-title": ("Slack: not needed any more on any later day", "富余：此后各天都不再需要"),
    "hiring.slack": ("{who}, from {since} on", "{who}，自 {since} 起"),
    "hiring.cost-title": ("What time costs", "时间成本"),
    "hiring.cost-early": (
        "Early: {cost} from first days at work to the days of need, while newcomers come up to speed",
        "提前到岗：从到岗日到需要日的培养期，共 {cost}",
    ),
    "hiring.cost-late": (
        "Late: at least {cost}, what the days would have cost that nobody works meanwhile",
        "招聘延误：至少 {cost}，即空缺期间无人完成的工作日成本",
    ),
    "hiring.lost": (
        "Late: up to {orders} orders lost, which would have left {cost}: on each day the share of its work that nobody "
        "does in the role that lacks most, of those that answer buyers or ship, as far as you do not step in",
        "招聘延误：最多流失 {orders} 单，对应毛利贡献 {cost}；每天按接待与发货岗位中缺口最大者未完成的工作占比计，店主顶上的部分未扣除",
    ),
    "hiring.lost-nothing": (
        "Late: up to {orders} orders lost; an order leaves nothing, so that costs {cost}",
        "招聘延误：最多流失 {orders} 单；每单没有毛利贡献，损失为 {cost}",
    ),
    "hiring.lost-unknown": (
        "What lost orders would have left: give `--order-value` and `--gross-margin`",
        "流失订单的毛利贡献：请给出 `--order-value` 与 `--gross-margin`",
    ),
    "hiring.months-title": ("Stock and flow", "在职人数变动"),
    "hiring.search": ("Search by", "开始招聘"),
    "hiring.start": ("At work by", "到岗"),
    "hiring.working": ("Working by", "独立上岗"),
    "hiring.who": ("Who", "招聘谁"),
    "hiring.why": ("Why", "原因"),
    "hiring.steps": ("{places} places, the last working by {last}", "{places} 个名额，最后一个于 {last} 前独立上岗"),
    "hiring.folded": (
        "{places} places in {lines} lines, one a role and {period}, with the first date of each; "
        "all of them: `--format csv`.",
        "{places} 个名额合并为 {lines} 行（每岗位每{period}一行，日期取最早的）；全部明细：`--format csv`。",
    ),
    "hiring.more": ("and {count} more: `--format json`", "另有 {count} 项：`--format json`"),
    "hiring.a-month": ("month", "月"),
    "hiring.a-quarter": ("quarter", "季度"),
    "hiring.a-year": ("year", "年"),
    "hiring.month": ("Month", "月份"),
    "hiring.at-start": ("At start", "期初"),
    "hiring.hires": ("Hires", "新增"),
    "hiring.expected": ("Expected leavers", "预计离职"),
    "hiring.leave": ("Leave", "离职"),
    "hiring.replaced": ("Replaced", "补缺"),
    "hiring.at-end": ("At end", "期末"),
    "hiring.missing": ("Missing at most", "最多缺"),
    "hiring.why-missing": ("missing today; the bound is {volume} a day", "目前缺少；加人临界点为每天 {volume}"),
    "hiring.why-stage": ("{stage} begins at {volume} a day", "每天 {volume}起进入{stage}"),
    "hiring.why-more": ("one more above {volume} a day ({binding})", "每天超过 {volume}需加一人（{binding}）"),
    "hiring.why-leaver": ("one is expected to leave", "预计有一人离职"),
    "hiring.why-vacancy": ("one is promoted", "有一人晋升"),
    "hiring.why-promoted": ("{why}; promoted from {role}", "{why}；由{role}晋升"),
    "hiring.event-search": ("Begin the search: {who}", "开始招聘：{who}"),
    "hiring.event-start": ("First day at work: {who}", "到岗：{who}"),
    "hiring.event-work": ("Fully working: {who}", "独立上岗：{who}"),
    "hiring.written": ("The calendar is in {place}", "日历已写入 {place}"),
}
