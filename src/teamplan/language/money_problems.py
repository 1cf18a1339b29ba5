"""Owns what the program says of places, currencies and rates that are wrong, and how to mend them."""

MONEY_PROBLEMS: dict[str, tuple[str, str]] = {
    "unknown-place": ("there is no place “{given}”", "没有名为 “{given}” 的城市"),
    "place-of-another-currency": (
        "“{given}” pays in {currency}, and the wages here are in {wanted}",
        "“{given}” 以 {currency} 发薪，而此处工资以 {wanted} 计",
    ),
    "no-pay-in-currency": ("no wages are known in {given}", "没有以 {given} 计的工资数据"),
    "exchange-needed": ("no wages are known in {given}, only in {of}", "没有以 {given} 计的工资数据，只有 {of}"),
    "not-an-exchange": (
        "expected a price, a currency and a day, found {given}",
        "应为价格、货币与日期，实际为 {given}",
    ),
    "not-a-currency": ("expected three capitals, found {given}", "应为三个大写字母，实际为 {given}"),
    "two-currencies": (
        "the shop spends in {given}, and the costs are in {currency}: they do not add",
        "店铺的花费以 {given} 计，而成本以 {currency} 计，不能相加",
    ),
    "shops-two-currencies": (
        "costs are in {given}, and those of “{first}” in {currency}: they make no budget together",
        "成本以 {given} 计，而“{first}”以 {currency} 计，不能合为一份预算",
    ),
    "value-and-margin": (
        "--order-value and --gross-margin say something only together",
        "--order-value 与 --gross-margin 单独给出没有意义",
    ),
    "payroll-columns": (
        "needs the columns month, role, and one of people, gross, total; found {given}",
        "需要“月份”“岗位”列，以及“人数”“工资”“合计”之一；实际为 {given}",
    ),
    "no-payroll-rows": ("tells of no month", "没有任何数据行"),
    "not-a-month": ("“{given}” is not a month", "“{given}” 不是月份"),
    "month-outside": (
        "{given} is not within the plan, which runs from {low} to {high}",
        "{given} 不在计划期内（{low} 至 {high}）",
    ),
    "paid-twice": ("“{given}” of {month} stands in line {first} already", "{month} 的 “{given}” 已在第 {first} 行出现"),
    "currency-mixed": (
        "pays in {given}, and line {first} in {other}: they do not add",
        "以 {given} 计，而第 {first} 行以 {other} 计，不能相加",
    ),
    "currency-of-budget": (
        "pays in {given}, and the budget is in {wanted}",
        "以 {given} 计，而预算以 {wanted} 计",
    ),
    "tiers-not-ascending": (
        "the tiers of a price must begin at 0 and ascend",
        "价格档位须从 0 开始并递增",
    ),
    "outside-one-duty": (
        "what is bought outside opening hours is exactly one duty",
        "下班时段外包必须且只能对应一项职责",
    ),
    "unknown-price-unit": (
        "no price is for “{given}”; known are {known}",
        "没有按 “{given}” 计价的方式；可用：{known}",
    ),
    "role-not-sourced-so": (
        "{role} is not sourced as {given}; its `sourcing` in roles.yaml has {known}",
        "岗位 {role} 没有 {given} 这种用工方式；roles.yaml 的 `sourcing` 有 {known}",
    ),
    "role-without-duties": (
        "{role} has none of these duties in any stage",
        "岗位 {role} 在任何阶段都不承担这些职责",
    ),
    "brings-what-is-there": (
        "{duty} arises anyway, so that nothing brings it",
        "职责 {duty} 本来就会产生，不能由外包带来",
    ),
    "no-options": (
        "nothing can be bought instead of {role}",
        "岗位 {role} 没有可替代的外包或兼职方案",
    ),
    "unknown-option": ("there is no option “{given}”", "没有名为 “{given}” 的方案"),
    "option-unfit": ("“{given}” does not stand for {role}", "“{given}” 不能替代岗位 {role}"),
    "bought-twice": (
        "{duty} is bought for {first} already",
        "职责 {duty} 已随岗位 {first} 外包",
    ),
    "option-unpriced": (
        "“{given}” has no price in {currency}",
        "“{given}” 没有以 {currency} 计的价格",
    ),
    "share-of-unknown-sales": (
        "“{given}” takes a share of sales, and nobody says what an order pays",
        "“{given}” 按销售额抽成，而客单价未知",
    ),
    "sourcing-without-option": ("expected ROLE=OPTION, found {given}", "应写成 岗位=方案，实际为 {given}"),
    "sourced-twice": ("{role} is bought twice", "岗位 {role} 重复外包"),
    "option-too-small": (
        "“{given}” carries up to {most} full-time jobs, and {role} has the work of {jobs}",
        "“{given}” 最多承担 {most} 个全职岗的工作，而岗位 {role} 有 {jobs} 个",
    ),
}

MONEY_MENDS: dict[str, tuple[str, str]] = {
    "unknown-place": ("Places: {known}.", "可用城市：{known}。"),
    "place-of-another-currency": ("Name a place that pays in {wanted}.", "请换成以 {wanted} 发薪的城市。"),
    "no-pay-in-currency": (
        "Add pay in it to every role, or give --exchange, such as '7.8 {of} 2026-11-01': what one {given} costs.",
        "请在每个岗位补充该货币的薪资，或给出 --exchange，例如 `'7.8 {of} 2026-11-01'`：一单位 {given} 的价格。",
    ),
    "exchange-needed": (
        "Give --exchange, such as '7.8 {of} 2026-11-01': what one {given} costs, and when.",
        "请给出 --exchange，例如 `'7.8 {of} 2026-11-01'`：一单位 {given} 的价格与日期。",
    ),
    "not-an-exchange": ("Write it like 7.8 CNY 2026-11-01.", "写法如 `7.8 CNY 2026-11-01`。"),
    "not-a-currency": ("Write it like CNY or EUR.", "写法如 `CNY` 或 `EUR`。"),
    "two-currencies": (
        "Add --exchange, such as '7.1 {given} 2026-11-01', and name the --city.",
        "请加上 --exchange，例如 `'7.1 {given} 2026-11-01'`，并用 --city 指定城市。",
    ),
    "shops-two-currencies": (
        "Give each shop the same `currency`, with an `exchange` where its wages are in another.",
        "请给各店写相同的 `currency`；工资以其他货币计的店，请再写 `exchange`。",
    ),
    "value-and-margin": ("Give both, or neither.", "请同时给出，或都不给。"),
    "payroll-columns": (
        "Write a header like month,role,people,gross.",
        "请写出表头，如 月份,岗位,人数,工资。",
    ),
    "no-payroll-rows": (
        "Add a row for each month and role, like 2026-12,designer,1,6000.",
        "请为每月每个岗位写一行，如 2026-12,美工,1,6000。",
    ),
    "not-a-month": ("Write it like 2026-12.", "请写成 2026-12 这样。"),
    "month-outside": (
        "Take the row out, or plan that month with --from and --months.",
        "请删去该行，或用 --from 与 --months 将该月纳入计划。",
    ),
    "paid-twice": ("Keep one of the two.", "请只保留一行。"),
    "currency-mixed": ("Give a file for each currency.", "请按币种分成不同文件。"),
    "currency-of-budget": (
        "Give --currency, or a file in {wanted}.",
        "请使用 --currency，或改用以 {wanted} 计的文件。",
    ),
    "tiers-not-ascending": (
        "Give the first tier no `above`, and each next one a higher one.",
        "第一档不写 `above`，其后逐档写更高的值。",
    ),
    "outside-one-duty": ("Name the one duty in `duties`.", "请在 `duties` 中写出这一项职责。"),
    "unknown-price-unit": (
        "Take one of them, or declare the driver in playbook.yaml.",
        "请改用其中之一，或在 playbook.yaml 中声明该驱动量。",
    ),
    "role-not-sourced-so": (
        "Take the role out, or add {given} to its `sourcing`.",
        "请删去该岗位，或在其 `sourcing` 中补上 {given}。",
    ),
    "role-without-duties": (
        "Take the role out, or name duties that it has.",
        "请删去该岗位，或写它承担的职责。",
    ),
    "brings-what-is-there": (
        "Write `dormant: true` in that duty.",
        "请在该职责中写 `dormant: true`。",
    ),
    "no-options": ("Roles with options: {known}.", "有方案的岗位：{known}。"),
    "unknown-option": ("Options: {known}.", "可用方案：{known}。"),
    "option-unfit": ("Options of {role}: {known}.", "岗位 {role} 的方案：{known}。"),
    "bought-twice": ("Keep one of the two.", "请只保留一项。"),
    "option-unpriced": (
        "Add its price in {currency} to sourcing.yaml, or take another option.",
        "请在 sourcing.yaml 中补充 {currency} 价格，或改用其他方案。",
    ),
    "share-of-unknown-sales": (
        "Ask `source` or `budget` with --order-value, or take another option.",
        "请在 `source` 或 `budget` 中加上 --order-value，或改用其他方案。",
    ),
    "sourcing-without-option": (
        "Write it like pre-sale-service=chats-by-consult.",
        "写法如 `pre-sale-service=chats-by-consult`。",
    ),
    "sourced-twice": ("Keep one option.", "请只保留一个方案。"),
    "option-too-small": ("Employ somebody, or take another option.", "请自聘全职，或改用其他方案。"),
}
