"""Owns the sentences of an explanation: key -> (English, Chinese)."""

WORDS: dict[str, tuple[str, str]] = {
    "why.role": (
        "{role}: headcount {people}, set by {binding}; load {fte}",
        "{role}：{people} 人，由{binding}决定；工作量折合 {fte} 人",
    ),
    "why.function": ("{function}: headcount {people}, load {fte}", "{function}：{people} 人，工作量折合 {fte} 人"),
    "why.curve-work": (
        "Work: {hours} h a day / {capacity} h per person = {exact}, so headcount {people}{binds}",
        "工作量：每天 {hours} 小时 ÷ 每人 {capacity} 小时 = {exact}，需 {people} 人{binds}",
    ),
    "why.curve-service": (
        "Service: {chats} chats a day answered as promised: {exact} before rounding, so headcount {people}{binds}",
        "服务水平：每天 {chats} 次咨询按目标应答需 {exact} 人，取 {people} 人{binds}",
    ),
    "why.curve-presence": (
        "Presence: one seat in every open hour ({open}): {exact} before rounding, so headcount {people}{binds}",
        "在岗：营业时间 {open} 始终有一人在线需 {exact} 人，取 {people} 人{binds}",
    ),
    "why.service-promise": (
        "{answered} answered within {within}, open {open}; the queue of chats says how many agents that takes",
        "{within}内应答 {answered}，营业 {open}；所需客服数由咨询排队模型得出",
    ),
    "why.percentile-chats": (
        "For {percentile} % of days {times} times the chats of the mean day, {chats}: 1 + normal quantile × how far days differ",
        "按 {percentile}% 的日子配人：咨询为平均日的 {times} 倍，即 {chats} 次；倍数 = 1 + 正态分位数 × 单日波动",
    ),
    "why.percentile-day": (
        "For {percentile} % of days {times} times that, {hours} h: 1 + normal quantile × how far days differ",
        "按 {percentile}% 的日子配人：为上述的 {times} 倍，即 {hours} 小时；倍数 = 1 + 正态分位数 × 单日波动",
    ),
    "why.percentile-days": (
        "For {percentile} % of days {times} times that, {hours} h: 1 + normal quantile × how far days differ / √{days}, the days it may be spread over",
        "按 {percentile}% 的日子配人：为上述的 {times} 倍，即 {hours} 小时；倍数 = 1 + 正态分位数 × 单日波动 ÷ √{days}（可分摊的天数）",
    ),
    "why.service-profile": (
        "{weekday}, the busiest day, has {factor} times the chats of a mean day: {chats} in opening hours, {busiest} of them in the half hour from {at}",
        "最忙的{weekday}为日均的 {factor} 倍：营业时间内 {chats} 次，其中 {at} 起的半小时 {busiest} 次",
    ),
    "why.profile-hours": (
        "Hours of the day: grade {grade}, {source}. {text}",
        "小时分布：等级 {grade}，{source}。{text}",
    ),
    "why.profile-week": (
        "Days of the week: grade {grade}, {source}. {text}",
        "星期分布：等级 {grade}，{source}。{text}",
    ),
    "why.service-shifts": (
        "Fewest shifts that cover that day: {relaxed} in fractions, {whole} whole ones",
        "覆盖当天的最少班次：可拆开排为 {relaxed} 个，只排整班为 {whole} 个",
    ),
    "why.service-breaks-in-share": (
        "{share} of a shift is worked; breaks are in that share, not in the shift pattern",
        "班内有效时间占 {share}；休息已计入该比例，班次中不再扣除",
    ),
    "why.service-breaks-in-shift": (
        "Breaks stand in the shift pattern; of the covered time {share} is worked, so that they count once",
        "休息写在班次中；覆盖时段内有效时间占 {share}，休息只计一次",
    ),
    "why.service-delivered-how": (
        "Over the stretches of the week in which nobody comes, goes or rests: chats × the mean level of the queue over those who come, / all chats in opening hours",
        "把一周切成无人到岗、离岗、休息变动的各段：咨询数 × 按实际到岗人数平均的排队及时率，再除以营业时间内全部咨询",
    ),
    "why.service-days-below": (
        "Days below the promise: the chance that a day's level is below it, over how far days differ (gamma), how many shifts are missed (binomial) and chance among a day's buyers (gamma, of the variance level × (1 - level) / chats × (1 + 2 × chats at once))",
        "低于承诺的天数：综合单日需求波动（伽马分布）、缺勤班次数（二项分布）与当天买家的偶然差异（伽马分布，方差 = 及时率 ×（1 - 及时率）÷ 咨询数 ×（1 + 2 × 同时进行的会话数）），求当天及时率低于承诺的概率",
    ),
    "why.service-breaks-lie": (
        "A meal of {meal} begins between {earliest} and {latest} of a shift; the rest of the breaks are pauses of about {pause}, each where it costs least",
        "用餐 {meal}，在上班后 {earliest} 至 {latest} 之间开始；其余为每次约 {pause} 的小休，均排在影响最小的时段",
    ),
    "why.breaks": ("Breaks: grade {grade}, {source}. {text}", "休息安排：等级 {grade}，{source}。{text}"),
    "why.service-relief": (
        "Relief factor {relief_factor}: people on the books for one shift on every open day",
        "轮班系数 {relief_factor}：营业日每天排满一个班次所需的在职人数",
    ),
    "why.service-relief-owner": ("On days off the owner answers", "休息日由店主接待"),
    "why.service-outside-bought": (
        "{share} of all chats come outside opening hours; {name} answers them",
        "营业时间外的咨询占 {share}，由{name}接待",
    ),
    "why.service-longer": (
        "Answering from {counted} as well would take {people} more people, {pay} a month",
        "若 {counted} 均应答，需增 {people} 人，每月 {pay}",
    ),
    "why.service-longer-free": (
        "The same people could answer from {counted} as well",
        "现有人数也可覆盖 {counted}",
    ),
    "why.service-pooling": (
        "Split between {roles}: headcount {apart}; one undivided post would take {together}, so the split costs {loss}",
        "拆分为{roles}共 {apart} 人；若不拆分需 {together} 人，拆分多用 {loss} 人",
    ),
    "why.curve-floor": ("Floor: headcount {people}{binds}", "最低配置：{people} 人{binds}"),
    "why.curve-owner": (
        "Your own limit: above {above} orders a day your work passes the {limit} h a week that you can do "
        "({clock} h on the clock), so headcount {people}{binds}",
        "店主工时上限：每天超过 {above} 单后，店主的工作超过每周可承担的 {limit} 小时（在岗 {clock} 小时），"
        "因此设 {people} 人{binds}",
    ),
    "why.curve-kept": (
        "People who are there: the stage before had {people}, and nobody is given up{binds}",
        "原有人员留任：上一阶段已有 {people} 人，不因进入本阶段减人{binds}",
    ),
    "why.bought-in": (
        "{hours} h a week are too little for a head and are bought in by the hour",
        "每周 {hours} 小时不足以招一人，按小时外购",
    ),
    "why.at-orders": ("At {orders} orders a day", "日均 {orders} 单时"),
    "why.opens-at": (
        "It opens above {orders} orders a day, or earlier when you are full",
        "日均超过 {orders} 单时设岗；店主工时已满则提前",
    ),
    "why.opens-when-full": (
        "A post of a later stage: it opens early when you are full",
        "属于后续阶段的岗位；店主工时已满时提前设岗",
    ),
    "why.binds": (" <- this decides", " ← 由此决定"),
    "why.capacity": (
        "One person gives {hours} h a day: shift × productive share × attendance × days worked / days open",
        "每人每天 {hours} 小时：班次 × 有效工时占比 × 出勤率 × 工作天数 ÷ 营业天数",
    ),
    "why.capacity-relieved": (
        "One person gives {hours} h a day: shift × productive share; the owner stands in on days off",
        "每人每天 {hours} 小时：班次 × 有效工时占比；休息日由店主替班",
    ),
    "why.capacity-own": (
        "One person gives {hours} h a day: hours of this work on a day × days worked / days open",
        "每人每天 {hours} 小时：每天可承担的该项工时 × 工作天数 ÷ 营业天数",
    ),
    "why.absence": (
        "Nobody is hired for absence: of {hours} h a week {left} h have nobody, or somebody who stands in",
        "不为缺勤另配人：每周 {hours} 小时中约 {left} 小时缺人，需停播或由他人顶替",
    ),
    "why.splits-above": (
        "{role} does this work; it is a post of its own above {amount} {name} a {span}",
        "由{role}兼任；每{span}{name}超过 {amount} 后单独设岗",
    ),
    "why.from-input": (
        "{duty}: arises above {amount} {name} a {span}",
        "{duty}：每{span}{name}超过 {amount} 后才有",
    ),
    "why.duty-units": (
        "{duty}: {hours} h a day = {units} × {minutes} min",
        "{duty}：每天 {hours} 小时 = {units} × {minutes} 分钟",
    ),
    "why.duty-hours": ("{duty}: {hours} h a day", "{duty}：每天 {hours} 小时"),
    "why.duty-heads": ("{duty}: {hours} h a day for headcount {people}", "{duty}：{people} 人，每天 {hours} 小时"),
    "why.duty-dormant": (
        "{duty}: arises only where something is bought outside that brings it (--sourcing)",
        "{duty}：仅在外包（--sourcing）带来时才有",
    ),
    "why.duty-bought": ("{duty}: bought outside: {name}", "{duty}：已外包：{name}"),
    "why.pay-bought": (
        "Bought outside for {role}: {name}, {total}, between {least} and {most}, grade {grade}",
        "{role}外购：{name}，{total}，{least} 至 {most}，等级 {grade}",
    ),
    "why.pay-part": (
        "A month: {units} × {value} [{low} to {high}], grade {grade}, {source}",
        "每月：{units} × {value} [{low} 至 {high}]，等级 {grade}，{source}",
    ),
    "why.pay-night": (
        "+ {value} [{low} to {high}] for the {share} of them that come at {hours}, grade {grade}, {source}",
        "其中 {share} 在 {hours}，加价 {value} [{low} 至 {high}]，等级 {grade}，{source}",
    ),
    "why.pay-least": (
        "At least {value} [{low} to {high}], grade {grade}, {source}",
        "最低 {value} [{low} 至 {high}]，等级 {grade}，{source}",
    ),
    "why.bill-month": ("1", "1"),
    "why.bill-seat": ("{amount} seats", "{amount} 个坐席"),
    "why.bill-seat-day": ("{amount} days of a seat", "{amount} 个坐席日"),
    "why.bill-seat-hour": ("{amount} hours of a seat", "{amount} 个坐席小时"),
    "why.bill-hour": ("{amount} hours", "{amount} 小时"),
    "why.bill-post-hour": ("{amount} hours at the cost of the post", "{amount} 小时（按岗位每小时成本）"),
    "why.bill-sales": ("sales of {amount} {currency}", "销售额 {amount} {currency}"),
    "why.duty-later": ("{duty}: arises from {stage} on", "{duty}：从{stage}起才有"),
    "why.driver": ("{driver}: {units} a day", "{driver}：每天 {units}"),
    "why.given": ("{driver}: {units} a day, given", "{driver}：每天 {units}（已给出）"),
    "why.orders-from-visitors": (
        "orders: {units} a day = {visitors} visitors × {conversion}",
        "订单：每天 {units} 单 = {visitors} 位访客 × {conversion}",
    ),
    "why.input": ("{name}: {amount} a {span}", "{name}：每{span} {amount}"),
    "why.assumption": (
        "{use}{name} = {value} [{low} to {high}], grade {grade}, {source}: {means}",
        "{use}{name} = {value} [{low} 至 {high}]，等级 {grade}，{source}：{means}",
    ),
    "why.our-judgement": ("our judgement", "我们估计"),
    "use.is": ("", ""),
    "use.times": ("× ", "× "),
    "use.less": ("× (1 - share) ", "×（1 - 比例）"),
    "use.over": ("/ ", "÷ "),
    "why.next": (
        "Full at {orders} orders{visitors} a day{slack}; one more person above that",
        "满负荷：每天 {orders} 单{visitors}{slack}；超过即需加一人",
    ),
    "why.slack": (", {percent}% above today", "，比现在高 {percent}%"),
    "why.next-none": ("No volume changes this number", "业务量不改变这一人数"),
    "why.next-other-stage": ("The next change comes with the next stage", "下一次变化随下一阶段而来"),
    "why.from-fte": ("Hired only above a load of {fte}", "工作量折合超过 {fte} 人才设岗"),
    "why.not-hired": ("{role}: nobody is hired", "{role}：未设岗"),
    "why.founder-covers": ("The founder knows {function} and carries it", "创始人能做{function}的工作，由其承担"),
    "why.below-from-fte": (
        "Load {fte}; worth a post above {from_fte}",
        "工作量折合 {fte} 人；超过 {from_fte} 人才值得设岗",
    ),
    "why.no-load": ("There is no work for it yet", "暂无工作"),
    "why.not-in-stage": ("{stage} has no such post", "{stage}没有这一岗位"),
    "why.pays-from": (
        "It pays {relation} {volume} a day ({stage})",
        "进入{stage}后，每天{relation} {volume}时值得设岗",
    ),
    "why.above": ("above", "超过"),
    "why.from": ("from", "达到"),
    "why.never-hired": ("No stage hires it for this founder", "对这位创始人，各阶段都不设此岗"),
    "why.carried-by": ("{duty}: carried by {by}", "{duty}：由{by}承担"),
    "why.not-yet": ("{duty}: carried by nobody yet, it arises later", "{duty}：现阶段尚未产生，以后才有"),
    "why.owner": (
        "Owner: {hours_per_week} h a week = {jobs} full-time jobs of {full_time} productive hours",
        "店主：每周 {hours_per_week} 小时 = 约 {jobs} 个全职（每个全职 {full_time} 有效小时）",
    ),
    "why.owner-own": ("{duty}: {hours_per_week} h a week", "{duty}：每周 {hours_per_week} 小时"),
    "why.owner-not-hired": (
        "{duty}: {hours_per_week} h a week, as {role} is not hired",
        "{duty}：每周 {hours_per_week} 小时，因未设{role}",
    ),
    "why.owner-relief": (
        "{duty}: {hours_per_week} h a week on days off of {role}",
        "{duty}：每周 {hours_per_week} 小时，替{role}的休息日",
    ),
    "why.full-time": (
        "A full-time job: {hours} productive hours a week",
        "一个全职：每周 {hours} 有效小时",
    ),
    "why.subject": (
        "{use}{name} = {value} [{low} to {high}], grade {grade}: {means}",
        "{use}{name} = {value} [{low} 至 {high}]，等级 {grade}：{means}",
    ),
    "why.changed": ("Changed for this run; the playbook says {value}", "本次运行已改；方案中为 {value}"),
    "why.reason": ("Why this value: {text}", "取值理由：{text}"),
    "why.source": ("Source {source}: {title} ({where})", "来源 {source}：{title}（{where}）"),
    "why.source-unplaced": (
        "Source {source}: {title}; no address was kept",
        "来源 {source}：{title}；未留存网址",
    ),
    "why.payroll": (
        "Payroll: {total} a month, people: {people}; between {least} and {most}; the weakest figure is of grade {grade}",
        "人力成本：{people} 人每月 {total}，{least} 至 {most}；所依据数据的最低等级为 {grade}",
    ),
    "why.pay-exchange": ("1 {currency} = {exchange}", "1 {currency} = {exchange}（汇率）"),
    "why.pay-role": (
        "{role}: {people} × {each} = {total}, between {least} and {most}, grade {grade}",
        "{role}：{people} 人 × {each} = {total}，{least} 至 {most}，等级 {grade}",
    ),
    "why.pay-gross": ("Pay: {amount}", "工资：{amount}"),
    "why.pay-wage": (
        "{value} [{low} to {high}], grade {grade}, {source}",
        "{value} [{low} 至 {high}]，等级 {grade}，{source}",
    ),
    "why.pay-wages": (
        "× {value} [{low} to {high}], wages of {place}, grade {grade}, {source}",
        "× {value} [{low} 至 {high}]，{place}的薪资水平，等级 {grade}，{source}",
    ),
    "why.pay-contribution": ("{name}: {amount} = {rate} × {base}{held}", "{name}：{amount} = {rate} × {base}{held}"),
    "why.pay-held-all": ("", ""),
    "why.pay-held-floor": (", the least that counts", "（按缴费基数下限）"),
    "why.pay-held-cap": (", the most that counts", "（按缴费基数上限）"),
    "why.pay-recruiting": (
        "Recruiting: {amount} a month = months' pay × share that leaves in a year / 12 × pay",
        "招聘费用：每月 {amount} = 折合月薪数 × 年离职率 ÷ 12 × 工资",
    ),
    "why.pay-training": (
        "Training: {amount} a month = months' pay × share that leaves in a year / 12 × pay",
        "培训费用：每月 {amount} = 折合月薪数 × 年离职率 ÷ 12 × 工资",
    ),
    "why.pay-workplace": ("Workplace: {amount} a month", "工位与设备：每月 {amount}"),
    "why.pay-place": (
        "{place}{assumed}: {notice}, from {first}{until}",
        "{place}{assumed}：{notice}，自 {first} 起{until}",
    ),
    "why.pay-until": (" until {last}", "，至 {last} 止"),
    "why.pay-assumed": (" (no city was named)", "（未指定城市）"),
    "why.pay-rate": (
        "{name}: {value} [{low} to {high}]{bounds}, grade {grade}, {source}",
        "{name}：{value} [{low} 至 {high}]{bounds}，等级 {grade}，{source}",
    ),
    "why.pay-floor": (", of {amount} {span} at least", "，{span}基数下限 {amount}"),
    "why.pay-cap": (", of {amount} {span} at most", "，{span}基数上限 {amount}"),
    "why.pay-a-month": ("a month", "每月"),
    "why.pay-a-year": ("a year", "每年"),
    "why.used-by": ("Used by duty: {duty}", "用于职责：{duty}"),
}
