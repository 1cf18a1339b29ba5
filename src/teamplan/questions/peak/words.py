"""Owns the sentences of a promotion: key -> (English, Chinese)."""

WORDS: dict[str, tuple[str, str]] = {
    "peak.title": (
        "{event} ({level} level{date}): {orders} orders a day become {most}, {times} times as many",
        "{event}（{level} 级{date}）：平日每天 {orders} 单，最高 {most} 单，为平日的 {times} 倍",
    ),
    "peak.on": (", {date}", "，{date}"),
    "peak.team": (
        "Permanent team: the ordinary one of {stage}, the owner + {people}.",
        "固定团队：{stage}的平日团队，店主 + {people} 人。",
    ),
    "peak.mix-least-cost": ("Covered at least cost.", "按最低费用安排。"),
    "peak.mix-rule": (
        "Covered by the rule: overtime, then outsourcing, then temporary people. For the cheapest mix: `pip install 'teamplan[optimize]'`.",
        "按固定规则安排：先加班，再外包，后临时工。最省方案需安装：`pip install 'teamplan[optimize]'`。",
    ),
    "peak.mix-rule-asked": (
        "Covered by the rule, as you asked: overtime, then outsourcing, then temporary people.",
        "按您的要求使用固定规则：先加班，再外包，后临时工。",
    ),
    "peak.people-title": ("People needed by day, as on the books", "每天需要的人数（按在职人数计）"),
    "peak.day": ("Day", "日期"),
    "peak.ordinary": ("Ordinary", "平日"),
    "peak.orders": ("Orders", "订单"),
    "peak.all": ("All", "合计"),
    "peak.times-title": ("The event by day, times an ordinary day", "活动各日，为平日的倍数（D 为活动当天）"),
    "peak.times-visitors": ("Visitors", "访客"),
    "peak.times-conversion": ("Conversion", "转化率"),
    "peak.times-orders": ("Orders", "订单"),
    "peak.times-chats": ("Chats", "咨询"),
    "peak.times-returns": ("Returns", "退货"),
    "peak.ask-why": (
        "Why? The multipliers stand in events.yaml, each with range, source and grade; for the prices: `teamplan explain temp_efficiency`, overtime_pay, outsourced_chat_price ...",
        "想知道原因？倍数见 events.yaml，各附范围、来源与等级；价格见 `teamplan explain temp_efficiency`、overtime_pay、outsourced_chat_price 等。",
    ),
    "peak.cover-title": ("How each day is covered", "每天如何承担"),
    "peak.owner": (
        "The owner: {hours} hours on the hardest day ({day}).",
        "店主：最忙的一天（{day}）需 {hours} 小时。",
    ),
    "peak.owner-alone": (
        "Nobody is employed on ordinary days, and an event opens no post: the owner carries it all.",
        "平日没有雇员，活动也不新设岗位：全部由店主承担。",
    ),
    "peak.nothing": ("The permanent team covers every day in ordinary time.", "固定团队在正常工时内即可应对每一天。"),
    "peak.cover-need": ("Load", "工作量"),
    "peak.cover-overtime": ("Overtime\nh (each)", "加班小时\n（人均）"),
    "peak.cover-day": ("Role: permanent", "岗位：固定人数"),
    "peak.cover-temporary": ("Temporary", "临时工"),
    "peak.cover-outsourced": ("Outsourced", "外包"),
    "peak.temporary": ("Temporary", "临时工"),
    "peak.outsourced": ("Outsourced", "外包"),
    "peak.cover-uncovered": ("Missing", "缺口"),
    "peak.role-permanent": ("{role}: {people}", "{role}：{people}"),
    "peak.hours-each": ("{hours} ({each})", "{hours}（{each}）"),
    "peak.cost-title": (
        "Cost in {currency} beyond the pay of ordinary time: {total}",
        "正常工资以外的费用（{currency}）：{total}",
    ),
    "peak.training": ("Training", "培训"),
    "peak.overtime-pay": ("Overtime", "加班"),
    "peak.dates-title": ("What begins when", "时间安排"),
    "peak.day-before": ("D-{days}", "提前 {days} 天"),
    "peak.day-itself": ("D", "活动当天"),
    "peak.day-after": ("D+{days}", "活动后第 {days} 天"),
    "peak.dated": ("{day}: {what}", "{day}：{what}"),
    "peak.date-and-day": ("{date} ({day})", "{date}（{day}）"),
    "peak.date.stock-check": ("start the stock check", "开始全面盘点"),
    "peak.date.order-goods": (
        "last day to order goods, for some {orders} orders above the ordinary",
        "补货下单的最后期限，约需多备 {orders} 单的货",
    ),
    "peak.date.hire-temporary": ("start looking for {people} temporary: {role}", "开始招募临时{role} {people} 人"),
    "peak.date.train-temporary": ("training starts: {people} temporary, {role}", "开始培训临时{role} {people} 人"),
    "peak.date.temporary-on": (
        "the only day of the {people} temporary people: {role}; then back to the permanent team",
        "临时{role} {people} 人仅当天上岗，之后恢复固定团队",
    ),
    "peak.date.temporary-from": ("first day of the temporary people: {role}", "临时{role}首日上岗"),
    "peak.date.temporary-to": (
        "last day of the temporary people: {role}; back to the permanent team",
        "临时{role}最后一天，此后恢复固定团队",
    ),
    "peak.date.book-outsourcing": ("book an agency for {units}: {duty}", "预订外包 {units}：{duty}"),
    "peak.date.event": ("the event", "活动开始"),
    "peak.date.returns-peak": ("the most returns, {times} times an ordinary day", "退货高峰，为平日的 {times} 倍"),
    "peak.date.returns-end": ("last day of the returns wave", "退货潮结束"),
    "peak.advice.uncovered": (
        "{role}: {people} people missing on the hardest day, and no temporary people can do it; appoint a deputy from the team or let work wait.",
        "{role}：最忙一天缺 {people} 人，且临时工无法胜任；请从团队中指定副手，或让部分工作延后。",
    ),
    "peak.advice.contractor": (
        "The peak relies on people from outside ({roles}); contractors are not always there when needed most: sign early, train one or two more than planned.",
        "大促依赖外部人员（{roles}）；最需要时他们未必能到岗：请尽早签约，并多培训一两人备用。",
    ),
    "peak.advice.stock-unknown": (
        "The stock is not counted, and about {orders} orders more than usual are coming; count it before you promise anything.",
        "库存未盘点，而订单将比平时多约 {orders} 单；请先盘点再承诺。",
    ),
    "peak.advice.owner": (
        "The owner carries {hours} hours on {day}; let the books and the buying wait that day.",
        "{day}，店主需承担 {hours} 小时；当天可把记账与补货延后。",
    ),
    "peak.advice.range": (
        "{times} times is the middle of a wide range, {low} to {high}; founders guess too low, so run it again with --orders-x {high}.",
        "{times} 倍只是 {low} 至 {high} 宽泛范围的中间值；创始人往往估低，请用 --orders-x {high} 再算一次。",
    ),
    "peak.advice.overtime": (
        "Overtime of up to {most} h a person a day is within the law ({day} h a day, {month} h a month) if they agree and did no other this month.",
        "每人每天最多加班 {most} 小时，在法定上限内（每天 {day} 小时、每月 {month} 小时），前提是本人同意且当月没有其他加班。",
    ),
    "peak.advice.senior-time": (
        "Training {people} temporary people takes the time of your most experienced; train in groups, and spare them overtime meanwhile.",
        "培训 {people} 名临时人员会占用骨干时间；请分批培训，期间少安排他们加班。",
    ),
    "peak.advice.price-is-not-all": (
        "Outsourced for its price ({duties}); strangers sell less and know less, so weigh conversion and control, too.",
        "外包（{duties}）是按价格选的；外部人员不熟悉商品、转化较低，请一并权衡转化与可控性。",
    ),
    "peak.advice.capped": (
        "{role} carries {jobs} full-time jobs on the hardest day and stays one post: prepare, delegate, decide fast.",
        "{role}最忙一天相当于 {jobs} 个全职，但仍只设一岗：请提前准备、授权并快速决断。",
    ),
    "peak.baseline": (
        "From {file}: {days} days with orders, ordinary day {median} (median), best day {date} with {most}, {times} times.",
        "取自 {file}：{days} 天有订单，平日 {median} 单（中位数），最高日 {date} 为 {most} 单，{times} 倍。",
    ),
}
