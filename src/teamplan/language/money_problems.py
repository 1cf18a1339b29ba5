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
    "value-and-margin": (
        "--order-value and --gross-margin say something only together",
        "--order-value 与 --gross-margin 单独给出没有意义",
    ),
}

MONEY_MENDS: dict[str, tuple[str, str]] = {
    "unknown-place": ("Places: {known}.", "可用城市：{known}。"),
    "place-of-another-currency": ("Name a place that pays in {wanted}.", "请换成以 {wanted} 发薪的城市。"),
    "no-pay-in-currency": (
        "Add pay in it to every role, or give --exchange, such as '7.8 CNY 2026-11-01'.",
        "请在每个岗位补充该货币的薪资，或给出 --exchange，例如 `'7.8 CNY 2026-11-01'`。",
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
    "value-and-margin": ("Give both, or neither.", "请同时给出，或都不给。"),
}
