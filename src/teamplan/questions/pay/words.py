"""Owns the sentences of pay: key -> (English, Chinese)."""

from teamplan.language.pay_words import PAY_WORDS

WORDS: dict[str, tuple[str, str]] = PAY_WORDS | {
    # which phase fits
    "pay.phase-title": (
        "{name}: the phase of pay that fits a team of {people}",
        "{name}：适合 {people} 人团队的薪酬阶段",
    ),
    "pay.why.few": (
        "A team of {people}, you among them, in {stage} at {orders} orders a day: this phase is for up to {most} people",
        "含店主共 {people} 人，处于{stage}，日均 {orders} 单：本阶段适合 {most} 人及以下",
    ),
    "pay.why.many": (
        "A team of {people}, you among them, is more than {most}, and a shop in {stage} is not yet mature",
        "含店主共 {people} 人，已超过 {most} 人；店铺处于{stage}，尚未成熟",
    ),
    "pay.why.stage": (
        "A team of {people}, you among them, is more than {most}, and a shop in {stage} is mature",
        "含店主共 {people} 人，已超过 {most} 人；店铺处于{stage}，已属成熟",
    ),
    "pay.why.gaining": (
        "A team of {people}, you among them, is more than {most}, and a month leaves {result}",
        "含店主共 {people} 人，已超过 {most} 人，且每月盈余 {result}",
    ),
    "pay.no-result": (
        "With --order-value and --gross-margin it is also asked whether a month already gains",
        "加上 --order-value 与 --gross-margin 可一并判断是否已盈利",
    ),
    "pay.no-gain": (
        "A month leaves {result} after everything, so that the shop does not gain yet",
        "每月盈亏为 {result}，尚未盈利",
    ),
    "pay.unit": ("Measured by", "考核单位"),
    "pay.main": ("At its core", "核心指标"),
    "pay.related": ("Beside it", "相关指标"),
    "pay.incentive": ("On top", "激励"),
    "pay.source": ("Source", "来源"),
    "pay.formula-title": ("How it becomes pay", "如何计薪"),
    "pay.formula.salary": (
        "Pay = base × grade + base × {floating} × performance + bonus + commission + overtime + incentive + other; performance lies between {low} and {high}",
        "薪酬 = 底薪 × 职级系数 + 底薪 × {floating} × 绩效系数 + 奖金 + 提成 + 加班费 + 奖励 + 其他；绩效系数在 {low} 至 {high} 之间",
    ),
    "pay.formula.score": (
        "Score = {parts}; a score of {par} is a performance of 1",
        "得分 = {parts}；{par} 分对应绩效系数 1",
    ),
    "pay.formula.part": ("{share} {name} ({items})", "{share} {name}（{items}）"),
    "pay.formula.target": (
        "Target of inquiries = planned cost / accepted cost of an inquiry; never the cost of the same month's",
        "询盘目标 = 计划成本 ÷ 认可的单个询盘成本；不得用同期的成本",
    ),
    "pay.formula.bonus": (
        "Bonus, {kind}, of the base times the attainment: {tiers}",
        "奖金（{kind}），以底薪 × 完成率为基数：{tiers}",
    ),
    "pay.formula.commission": ("Commission, {kind}, of sales: {tiers}", "提成（{kind}），以销售额为基数：{tiers}"),
    "pay.formula.tenure": ("Factor of tenure on the commission: {steps}", "提成的司龄系数：{steps}"),
    "pay.tier": ("{rate} from {at} of the target", "完成率 {at} 起 {rate}"),
    "pay.step": ("{factor} from {months} months", "满 {months} 个月 {factor}"),
    "pay.kind.stepped": ("stepped", "按达到的档位全额计"),
    "pay.kind.marginal": ("marginal", "分段计"),
    "pay.genuine": (
        "Only genuine orders and inquiries count; bought ones are unlawful, and nothing is paid on them",
        "只计真实订单与询盘；刷单违法，一律不计薪",
    ),
    "pay.use-template": (
        "`teamplan pay template` writes a file of these people to fill in",
        "`teamplan pay template` 可写出本店人员的待填文件",
    ),
    # the file to fill in
    "pay.file.head": (
        "{name}. Fill in, then: `teamplan pay check FILE`, `teamplan pay sheet FILE`. Sums are of a month, in {currency}.",
        "{name}。填好后运行：`teamplan pay check FILE`，再 `teamplan pay sheet FILE`。金额按月，单位为{currency}。",
    ),
    "pay.file.as-planned": (
        "As it stands, everybody earns what the plan pays: base x (grade + floating x performance).",
        "现值等于计划薪酬：底薪 ×（职级系数 + 浮动系数 × 绩效系数）。",
    ),
    "pay.file.benchmark": (
        "accepted cost of an inquiry, as that of last month; then give people an `inquiry_share` in place of `performance`",
        "认可的单个询盘成本，如上月数；之后可用 `inquiry_share` 代替 `performance`",
    ),
    "pay.file.more": ("More keys of a person, where they apply:", "每人可选的其他键："),
    # the sheet
    "pay.sheet-title": (
        "{gross} gross for a team of {people}, {total} with contributions",
        "{people} 人应发合计 {gross}，含单位缴费 {total}",
    ),
    "pay.column.name": ("person", "姓名"),
    "pay.column.role": ("role", "岗位"),
    "pay.column.fixed": ("fixed", "固定"),
    "pay.column.variable": ("by results", "绩效"),
    "pay.column.more": ("other", "其他"),
    "pay.column.gross": ("gross", "应发"),
    "pay.column.total": ("cost", "含缴费"),
    "pay.sum": ("Total", "合计"),
    "pay.place": (
        "{place}: minimum wage {least} a month, employer's contributions as of {first}",
        "{place}：最低工资每月 {least}，单位缴费标准自 {first} 起",
    ),
    "pay.place-assumed": (
        "No city was named: {place}, minimum wage {least} a month, employer's contributions as of {first}; --city takes another",
        "未指定城市：按{place}计，最低工资每月 {least}，单位缴费标准自 {first} 起；可用 --city 指定",
    ),
    "pay.no-place": (
        "This playbook knows no place: neither minimum wage nor contributions",
        "此方案没有城市数据：未计最低工资与单位缴费",
    ),
    "pay.inquiry-target": (
        "Target of the team: {planned} planned over {benchmark} an inquiry = {target} inquiries",
        "团队目标：计划成本 {planned} ÷ 每个询盘 {benchmark} = {target} 个询盘",
    ),
    "pay.inquiry-no-target": (
        "No benchmark, so no target of the team: an accepted cost of an inquiry is needed",
        "没有基准成本，无法得出团队目标：需给出认可的单个询盘成本",
    ),
    "pay.inquiry-cost": ("An inquiry costs {each}", "单个询盘成本 {each}"),
    "pay.inquiry-closed": ("A closed inquiry costs {closed}", "成交询盘成本 {closed}"),
    "pay.range": (
        "With the ranges of the rates the total lies between {low} and {high}",
        "按费率区间，合计为 {low} 至 {high}",
    ),
    "pay.left-out": ("Left out as not genuine: {names}", "已剔除虚假部分：{names}"),
    "pay.sound": ("{place}: sound, headcount {people}", "{place}：{people} 人，没有问题"),
    "pay.one-problem": ("1 problem", "1 个问题"),
    "pay.problems": ("{count} problems", "{count} 个问题"),
    # a slip
    "pay.slip-title": ("{name}, {role}: {gross} gross", "{name}（{role}）：应发 {gross}"),
    "pay.slip.fixed": ("Fixed {sum} = base {base} × grade {grade}", "固定 {sum} = 底薪 {base} × 职级系数 {grade}"),
    "pay.slip.floating": (
        "Floating {sum} = base {base} × {floating} × performance {performance}",
        "浮动 {sum} = 底薪 {base} × {floating} × 绩效系数 {performance}",
    ),
    "pay.slip.given": ("Performance as the file gives it", "绩效系数由文件给出"),
    "pay.slip.scores": (
        "Performance {performance} = score {score} over {par}, at most {most}",
        "绩效系数 {performance} = 得分 {score} ÷ {par}，最高 {most}",
    ),
    "pay.slip.part": ("{share} of {name} {rating}", "{name} {rating}，占 {share}"),
    "pay.slip.item": ("{name} {rating}", "{name} {rating}"),
    "pay.slip.inquiries": (
        "Performance {performance}: the attainment of inquiries, at most {most}",
        "绩效系数 {performance}：即询盘完成率，最高 {most}",
    ),
    "pay.slip.sales": (
        "Performance {performance}: the attainment of sales, at most {most}",
        "绩效系数 {performance}：即销售完成率，最高 {most}",
    ),
    "pay.slip.measured-inquiries": (
        "{counted} genuine inquiries of a target of {target}: {attainment}{left_out}",
        "真实询盘 {counted}，目标 {target}：完成率 {attainment}{left_out}",
    ),
    "pay.slip.measured-sales": (
        "Genuine sales of {counted} of a target of {target}: {attainment}{left_out}",
        "真实销售额 {counted}，目标 {target}：完成率 {attainment}{left_out}",
    ),
    "pay.slip.count": ("{count}", "{count} 个"),
    "pay.slip.left-out": ("; {amount} not genuine left out", "；已剔除虚假 {amount}"),
    "pay.slip.bonus": ("Bonus {sum}, {kind}: {parts}", "奖金 {sum}（{kind}）：{parts}"),
    "pay.slip.commission": (
        "Commission {sum}, {kind}: {parts}, × tenure {tenure}",
        "提成 {sum}（{kind}）：{parts}，× 司龄系数 {tenure}",
    ),
    "pay.slip.rate": ("{rate} of {amount}", "{amount} 的 {rate}"),
    "pay.slip.shared": (
        "of {whole}, {share} goes to {name}: {given}",
        "全额 {whole}，其中 {share} 分给{name}：{given}",
    ),
    "pay.slip.received": ("Received {sum} from shared commissions of {names}", "分得提成 {sum}，来自{names}"),
    "pay.slip.overtime": ("Overtime {sum}: {parts}, at {hour} an hour", "加班费 {sum}：{parts}，每小时 {hour}"),
    "pay.slip.hours": ("{hours} h × {rate} on {day}", "{day} {hours} 小时 × {rate}"),
    "pay.day.working_day": ("working days", "工作日"),
    "pay.day.rest_day": ("days of rest", "休息日"),
    "pay.day.holiday": ("public holidays", "法定节假日"),
    "pay.slip.incentive": ("Incentive {sum}", "奖励 {sum}"),
    "pay.slip.other": ("Other {sum}", "其他 {sum}"),
    "pay.slip.gross": ("Gross {sum}", "应发 {sum}"),
    "pay.slip.least": (
        "{sum} for ordinary work, minimum wage for these hours {least}",
        "正常劳动所得 {sum}，按其工时的最低工资 {least}",
    ),
    "pay.slip.contributed": ("The employer pays {sum} beside it at {place}", "单位另缴 {sum}（{place}）"),
    "pay.slip.contribution": ("{name} {sum}", "{name} {sum}"),
    "pay.slip.total": ("Together {sum}", "合计 {sum}"),
}
