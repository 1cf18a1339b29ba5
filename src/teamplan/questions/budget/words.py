"""Owns the sentences of a budget: key -> (English, Chinese)."""

WORDS: dict[str, tuple[str, str]] = {
    "budget.title": (
        "{total} a month for {people} people at {orders} orders a day",
        "日均 {orders} 单，{people} 人，每月人力成本 {total}",
    ),
    "budget.column.role": ("role", "岗位"),
    "budget.column.people": ("people", "人数"),
    "budget.column.pay": ("pay", "工资"),
    "budget.column.employer": ("beside pay", "工资外成本"),
    "budget.column.total": ("total", "合计"),
    "budget.column.low": ("at least", "最低"),
    "budget.column.high": ("at most", "最高"),
    "budget.column.grade": ("grade", "等级"),
    "budget.total": ("Total", "合计"),
    "budget.range": (
        "Between {low} and {high}, all ranges at their ends together; the weakest figure behind it is of grade {grade}",
        "各项参数同取区间端点时为 {low} 至 {high}；所依据数据的最低等级为 {grade}",
    ),
    "budget.place": (
        "{place}: employer's contributions as of {first}{until}",
        "{place}：单位缴费标准自 {first} 起{until}",
    ),
    "budget.place-assumed": (
        "No city was named: {place}, employer's contributions as of {first}{until}; --city takes another",
        "未指定城市：按{place}计，单位缴费标准自 {first} 起{until}；可用 --city 指定",
    ),
    "budget.until": (" until {last}", "，至 {last} 止"),
    "budget.no-place": (
        "Wages alone: this playbook knows no costs beside them",
        "仅含工资：此方案没有工资外成本数据",
    ),
    "budget.exchange": ("1 {currency} = {exchange}", "1 {currency} = {exchange}"),
    "budget.an-order": ("{amount} an order", "每单 {amount}"),
    "budget.a-visitor": ("{amount} a visitor", "每位访客 {amount}"),
    "budget.a-head": ("Sales of {amount} a month for each of the team", "人均每月销售额 {amount}"),
    "budget.of-sales": ("{share} of sales", "占销售额 {share}"),
    "budget.month-title": ("A month at these orders", "按此订单量的一个月"),
    "budget.sales": (
        "Sales {amount}, of which {contribution} stay after goods, platform and courier",
        "销售额 {amount}，扣除货品、平台与快递后余 {contribution}",
    ),
    "budget.spend": ("Less {name}: {amount}", "减{name}：{amount}"),
    "budget.team": ("Less the team: {amount}", "减人力成本：{amount}"),
    "budget.gain": ("Left for the owner: {amount}", "店主所得：{amount}"),
    "budget.loss": (
        "Missing: {amount}; the owner earns nothing and pays this in",
        "亏损 {amount}：店主没有收入，还需垫付",
    ),
    "budget.turns-title": ("From how many orders a day it pays", "每天多少单开始盈利"),
    "budget.gains-from": ("Gains from {orders} orders a day on", "每天 {orders} 单起盈利"),
    "budget.loses-from": ("Loses from {orders} on: the next hires come first", "{orders} 单起转亏：新增人手先于订单"),
    "budget.never": ("Never, up to {most} orders a day", "每天 {most} 单以内都不盈利"),
    "budget.needed": (
        "An order leaves {now}; it pays nowhere below {needed}, which is at {orders} orders a day",
        "每单余 {now}；至少需 {needed}（在每天 {orders} 单时）才能盈利",
    ),
    "budget.needed-margin": ("Enough alone: a gross margin of {margin}", "单独提高毛利率至 {margin} 即可"),
    "budget.needed-value": ("Enough alone: an order value of {amount}", "单独提高客单价至 {amount} 即可"),
}
