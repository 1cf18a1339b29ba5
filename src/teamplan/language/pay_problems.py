"""Owns what the program says of rules of pay and of people to be paid that are wrong, and how to mend them."""

PAY_PROBLEMS: dict[str, tuple[str, str]] = {
    "no-pay-rules": ("this playbook has no rules of pay", "此方案没有薪酬规则"),
    "sheet-in-calendar": (
        "a pay sheet is of one month, and has no place in a calendar",
        "工资表只对应一个月，不能放入按月预算",
    ),
    "tiers-do-not-rise": (
        "the tier at {given} is not above the one before it, in attainment and rate",
        "{given} 这一档的完成率与比例没有高于前一档",
    ),
    "first-tier-not-at-zero": ("the first tier begins at {given}, not at 0%", "第一档始于 {given}，而非 0%"),
    "part-of-a-coin": ("{given} is no sum of whole cents", "{given} 不是精确到分的金额"),
    "people-columns": (
        "needs the columns name and role; found {given}",
        "需要“姓名”“岗位”列；实际为 {given}",
    ),
    "nobody-to-pay": ("holds nobody", "没有任何人员行"),
    "not-excel": ("cannot be read as a workbook of Excel", "无法按 Excel 工作簿读取"),
    "person-twice": ("“{given}” stands in line {first} already", "“{given}” 已在第 {first} 行出现"),
    "out-of-bounds": (
        "{given} is not between {low} and {high}, the bounds of this coefficient",
        "{given} 超出该系数的范围 {low} 至 {high}",
    ),
    "performance-twice": (
        "gives a coefficient of performance and ratings, which make one themselves",
        "既给出绩效系数，又给出可换算成系数的评分",
    ),
    "performance-needed": ("nothing says how this person performed", "没有任何依据可算绩效系数"),
    "score-incomplete": ("a score needs {missing} as well", "得分还缺 {missing}"),
    "unknown-item": ("there is no item “{given}” in this rating", "该评分中没有 “{given}” 一项"),
    "score-items-missing": ("the rating lacks {missing}", "该评分还缺 {missing}"),
    "target-and-done": (
        "{one} says something only together with {other}",
        "{one} 须与 {other} 一同给出",
    ),
    "more-not-genuine": (
        "{given} not genuine is more than the {done} that there are",
        "虚假部分 {given} 超过总数 {done}",
    ),
    "benchmark-missing": (
        "planned cost over the cost of the same inquiries only gives their number back",
        "用同期询盘成本去除计划成本，只会得回原来的询盘数",
    ),
    "shares-above-whole": (
        "the shares of the team's target add up to {sum}, more than the whole",
        "团队目标的各人占比合计 {sum}，超过 100%",
    ),
    "unknown-person": ("there is no “{given}” among the people", "名单中没有 “{given}”"),
    "own-collaborator": ("nobody shares a commission with himself", "不能与本人分成"),
    "overtime-above-month": (
        "{given} hours of overtime in a month, and the law allows {most}",
        "月加班 {given} 小时，法律上限为 {most} 小时",
    ),
    "below-minimum-wage": (
        "{given} for ordinary work is below the minimum wage of {place}, {least} for these hours",
        "正常劳动所得 {given}，低于{place}最低工资（按其工时为 {least}）",
    ),
}
PAY_MENDS: dict[str, tuple[str, str]] = {
    "no-pay-rules": (
        "Copy pay.yaml from a playbook that `teamplan stages new DIR` writes.",
        "请从 `teamplan stages new DIR` 写出的方案中复制 pay.yaml。",
    ),
    "sheet-in-calendar": (
        "Leave it away, or compare what was paid with --actual.",
        "请去掉此选项，或用 --actual 对比实发。",
    ),
    "tiers-do-not-rise": ("Let both rise from tier to tier.", "请让各档的完成率与比例逐档上升。"),
    "first-tier-not-at-zero": (
        "Begin at 0%, with a rate of 0% where nothing is paid.",
        "请从 0% 开始；不发则比例写 0%。",
    ),
    "part-of-a-coin": ("Round it to two decimals.", "请保留两位小数。"),
    "people-columns": (
        "Take the header that `teamplan pay template --format csv` writes.",
        "请使用 `teamplan pay template --format csv` 写出的表头。",
    ),
    "nobody-to-pay": ("Add a row for each person.", "请为每人写一行。"),
    "not-excel": ("Save it anew as .xlsx without a password, or as CSV.", "请另存为不带密码的 Excel 工作簿，或 CSV。"),
    "person-twice": ("Give everybody a name of their own.", "请让每人的姓名各不相同。"),
    "out-of-bounds": ("Give one within them, or change pay.yaml.", "请填范围内的值，或修改 pay.yaml。"),
    "performance-twice": ("Keep one of the two.", "请只保留一种。"),
    "performance-needed": (
        "Give `performance`, the three ratings, or a target of inquiries or sales with what was done.",
        "请给出 `performance`、三项评分，或询盘（销售）目标及完成数。",
    ),
    "score-incomplete": ("Give all three parts, from 0 to 100.", "请给出全部三项，0 至 100 分。"),
    "unknown-item": ("Known are {known}.", "可用：{known}。"),
    "score-items-missing": ("Rate every item, or give one number.", "请逐项打分，或只给一个总分。"),
    "target-and-done": ("Give both, or neither.", "请同时给出，或都不给。"),
    "more-not-genuine": ("Correct one of the two.", "请修正其中之一。"),
    "benchmark-missing": (
        "Give `benchmark` under `inquiries`, the accepted cost of one, as that of last month; or each person's inquiry_target.",
        "请在 `inquiries` 下给出 `benchmark`（认可的单个询盘成本，如上月数），或给每人写 inquiry_target。",
    ),
    "shares-above-whole": ("Let them add up to 100% or less.", "请让合计不超过 100%。"),
    "own-collaborator": ("Name somebody else, or nobody.", "请改为他人，或不填。"),
    "overtime-above-month": (
        "Correct the hours; more must not be planned or worked.",
        "请更正时数；不得安排更多加班。",
    ),
    "below-minimum-wage": (
        "Raise the base, or give the hours a week of part-time work.",
        "请提高底薪；若为非全日工作，请填周工时。",
    ),
}
