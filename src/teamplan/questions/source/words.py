"""Owns the sentences of `source`: key -> (English, Chinese)."""

WORDS: dict[str, tuple[str, str]] = {
    "source.title": (
        "Own people or bought outside, {orders} orders a day, {stage}",
        "自营还是外包：日均 {orders} 单，{stage}",
    ),
    "source.now": (
        "With own people alone: a team of {people}, {total} a month; the owner works {hours} h a day on what is left to him",
        "全部自营：{people} 人，每月 {total}；其余工作店主每天 {hours} 小时",
    ),
    "source.role": ("{role}: own people {people}, {cost} a month", "{role}：自营 {people} 人，每月 {cost}"),
    "source.role-none": ("{role}: nobody so far", "{role}：目前无人"),
    "source.own": ("Own people", "自营"),
    "source.column.option": ("option", "方案"),
    "source.column.people": ("people", "人数"),
    "source.column.owner": ("owner h", "店主小时"),
    "source.column.bill": ("bill", "外包费"),
    "source.column.each": ("each", "单价"),
    "source.column.month": ("in all", "每月合计"),
    "source.month": (
        "In all: the people who are left and the bill, {currency} a month; owner h: his hours a day on what is left to him, unpaid",
        "每月合计（{currency}）= 留下人员的人力成本 + 外包费；店主小时为其每天承担的其余工作，不计工资",
    ),
    "source.units": ("Each of {units} a month", "单价按每月 {units}计"),
    "source.units-of": ("Each of {units} a month: {options}", "单价按每月 {units}计：{options}"),
    "source.outside-hours": (
        "{option}: some {amount} a day come outside {window} and wait today; nobody of the team goes",
        "{option}：每天约 {amount}在 {window} 之外，目前只能等待；团队不减人",
    ),
    "source.unpriced": ("{option}: no price in {currency} is known", "{option}：没有以 {currency} 计的价格"),
    "source.order-value": (
        "{option}: takes a share of sales; give --order-value",
        "{option}：按销售额抽成；请用 --order-value 给出客单价",
    ),
    "source.too-much-work": (
        "{option}: carries up to {most} full-time jobs, and here is the work of {jobs}",
        "{option}：最多承担 {most} 个全职岗的工作，此处为 {jobs} 个",
    ),
    "source.flips-title": (
        "From which volume on, looking up to {most} orders a day",
        "从多少单起更划算（查到每天 {most} 单）",
    ),
    "source.cheaper": (
        "{option}: cheaper than own people {spans} orders a day",
        "{option}：日均 {spans}时比自营便宜",
    ),
    "source.on-and-off": (
        "{option}: cheaper than own people first {first} orders a day, then on and off, {times} times in all, last {last}",
        "{option}：日均 {first}时首次比自营便宜，之后反复，共 {times} 段，最后一段为 {last}",
    ),
    "source.never": ("{option}: never cheaper than own people", "{option}：始终不比自营便宜"),
    "source.span": ("from {low} to {high}", "{low} 至 {high} 单"),
    "source.over": ("above {low}", "{low} 单以上"),
    "source.and": (", ", "、"),
    "source.same": ("both cost the same at {orders}", "日均 {orders} 单时两者相同"),
    "source.with-same": ("{said}; {same}", "{said}；{same}"),
    "source.terms-title": ("Terms (--sourcing takes the name)", "条件（名称可用于 --sourcing）"),
    "source.terms": (
        "{grade} prices, {low} to {high} a month; notice {notice}",
        "价格等级 {grade}，每月 {low} 至 {high}；提前 {notice}通知",
    ),
    "source.terms-short": ("notice {notice}", "提前 {notice}通知"),
    "source.at-peak": ("; at promotions +{share}", "；大促加价 {share}"),
    "source.at-night": ("; from {first} to {last} +{share}", "；{first} 至 {last} 加价 {share}"),
    "source.brings": ("; looking after it {hours}", "；对接 {hours}"),
    "source.lost-title": ("What is lost with own people", "失去自营意味着什么"),
    "source.lost": (
        "{means}: {value} ({low} to {high}, grade {grade})",
        "{means}：{value}（{low} 至 {high}，等级 {grade}）",
    ),
    "source.lost-orders": (
        "{means}: {value} ({low} to {high}, grade {grade}), here {orders} orders a day",
        "{means}：{value}（{low} 至 {high}，等级 {grade}），此处每天约 {orders} 单",
    ),
    "source.risks-title": ("Risks", "风险"),
    "source.risk": ("{say} ({source})", "{say}（{source}）"),
    "source.price-alone": (
        "Do not decide on the price alone: own people are justified by conversion, returns and control. The prices are weak "
        "(grades C and J): ask for quotes and put them into `sourcing.yaml`.",
        "不要只看价格：自营的价值在转化、退货处理与掌控。价格数据等级较低（C 与 J），请询价后填入 `sourcing.yaml`。",
    ),
    "source.more": (
        "From which volume on, what is lost, terms and risks: `teamplan source {role}` with the same shop",
        "从多少单起划算、失去什么、条件与风险：对同一店铺运行 `teamplan source {role}`",
    ),
    "source.nothing": ("The playbook knows nothing that can be bought outside", "此方案没有可外包的选项"),
}
