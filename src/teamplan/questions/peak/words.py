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
    "peak.team-given": ("Permanent team: yours, the owner + {people}.", "固定团队：您现有的团队，店主 + {people} 人。"),
    "peak.mix-least-cost": ("Covered at least cost.", "按最低费用安排。"),
    "peak.mix-rule": (
        "Covered by the rule: own people, all hands, overtime, then outsourcing, then temporary people. For the cheapest mix: `pip install 'teamplan[optimize]'`.",
        "按固定规则安排：先自己人与全员上阵，再加班，再外包，后临时工。最省方案需安装：`pip install 'teamplan[optimize]'`。",
    ),
    "peak.mix-rule-asked": (
        "Covered by the rule, as you asked: own people, all hands, overtime, then outsourcing, then temporary people.",
        "按您的要求使用固定规则：先自己人与全员上阵，再加班，再外包，后临时工。",
    ),
    "peak.day": ("Day", "日期"),
    "peak.times-title": ("The event by day, times an ordinary day", "活动各日，为平日的倍数（D 为活动当天）"),
    "peak.times-visitors": ("Visitors", "访客"),
    "peak.times-conversion": ("Conversion", "转化率"),
    "peak.times-orders": ("Orders", "订单"),
    "peak.ask-why": (
        "Why? The multipliers stand in events.yaml, each with range, source and grade; for the prices: `teamplan explain temp_efficiency`, overtime_pay, outsourced_chat_price ...",
        "想知道原因？倍数见 events.yaml，各附范围、来源与等级；价格见 `teamplan explain temp_efficiency`、overtime_pay、outsourced_chat_price 等。",
    ),
    "peak.cover-title": (
        "Who does the work, in hours (agency: units)",
        "谁来做（小时；外包按次）",
    ),
    "peak.cover-else": (
        "Help is that of colleagues and the owner. All else is done by those who always do it; what can wait is put off.",
        "帮忙指同事与店主。其余工作由原岗人员完成；可以延后的延后。",
    ),
    "peak.owner": (
        "The owner: up to {hours} hours a day for the event ({day}).",
        "店主：活动工作最多每天 {hours} 小时（{day}）。",
    ),
    "peak.alone": (
        "Your own people carry up to {times} times the ordinary orders, with days off moved, all hands and overtime.",
        "仅靠自己人（调休、全员上阵加加班）最多可承接平日 {times} 倍的订单。",
    ),
    "peak.alone-enough": (
        "Your own people carry {times} times the ordinary orders and more.",
        "仅靠自己人就能承接平日 {times} 倍以上的订单。",
    ),
    "peak.alone-not": (
        "Your own people alone do not carry the days of this event, even at once the ordinary orders.",
        "即使订单与平日相同，仅靠自己人也应付不了这些日子。",
    ),
    "peak.owner-alone": (
        "Nobody is employed on ordinary days, and an event opens no post: the owner carries it all.",
        "平日没有雇员，活动也不新设岗位：全部由店主承担。",
    ),
    "peak.nothing": (
        "The permanent team covers every day in ordinary time, with days off moved.",
        "固定团队调休后在正常工时内即可应对每一天。",
    ),
    "peak.cover-day": ("Duty", "职责"),
    "peak.cover-need": ("Arises", "工作量"),
    "peak.cover-own": ("Own", "本岗"),
    "peak.cover-help": ("Help", "帮忙"),
    "peak.cover-temporary": ("Temps", "临时工"),
    "peak.cover-outsourced": ("Agency", "外包"),
    "peak.cover-missing": ("Uncovered", "无人承担"),
    "peak.hands-title": ("How long people work", "每人工时"),
    "peak.hands-people": ("People", "人数"),
    "peak.hands-present": ("There\non D", "活动当天\n到岗"),
    "peak.hands-hours": ("Hours each\non D", "活动当天\n每人小时"),
    "peak.hands-longest": ("Hours each\non the longest", "最长一天\n每人小时"),
    "peak.hands-overtime": ("Overtime h\nin all", "加班合计\n小时"),
    "peak.temporary-who": ("Temporary: {who}", "{who}"),
    "peak.temporary": ("Temporary", "临时工"),
    "peak.outsourced": ("Outsourced", "外包"),
    "peak.function": ("Function", "职能"),
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
    "peak.date.hire-temporary": (
        "start looking for {people} temporary: {helpers}",
        "开始招募{helpers} {people} 人",
    ),
    "peak.date.train-temporary": (
        "training starts: {people} temporary, {helpers}",
        "开始培训{helpers} {people} 人",
    ),
    "peak.date.temporary-on": (
        "the only day of the {people} temporary people: {helpers}",
        "{helpers} {people} 人仅当天上岗",
    ),
    "peak.date.temporary-from": (
        "first day of the temporary people: {helpers}",
        "{helpers}首日上岗",
    ),
    "peak.date.temporary-to": (
        "last day of the temporary people: {helpers}; back to the permanent team",
        "{helpers}最后一天，此后恢复固定团队",
    ),
    "peak.date.book-outsourcing": ("book an agency for {units}: {duty}", "预订外包 {units}：{duty}"),
    "peak.date.event": ("the event", "活动开始"),
    "peak.date.wave-peak": ("the most {wave}, {times} times an ordinary day", "{wave}高峰，为平日的 {times} 倍"),
    "peak.date.wave-end": ("last day of the {wave} wave", "{wave}潮结束"),
    "peak.advice.uncovered": (
        "{hours} hours of work have nobody ({duties}), and nothing that can still be had covers even the ordinary orders: let work wait or take fewer orders.",
        "有 {hours} 小时的工作无人承担（{duties}），来得及的办法连平日的订单也应付不了：请延后工作或少接订单。",
    ),
    "peak.advice.contractor": (
        "The peak relies on people from outside ({functions}); contractors are not always there when needed most: sign early, train one or two more than planned.",
        "大促依赖外部人员（{functions}）；最需要时他们未必能到岗：请尽早签约，并多培训一两人备用。",
    ),
    "peak.advice.stock-unknown": (
        "The stock is not counted, and about {orders} orders more than usual are coming; count it before you promise anything.",
        "库存未盘点，而订单将比平时多约 {orders} 单；请先盘点再承诺。",
    ),
    "peak.advice.uncovered-above": (
        "{hours} hours of work have nobody ({duties}): with what can still be had, {times} times the ordinary orders can be carried; take no more, or begin earlier.",
        "有 {hours} 小时的工作无人承担（{duties}）：以来得及的办法最多承接平日 {times} 倍的订单；请控制接单或更早准备。",
    ),
    "peak.advice.late-goods": (
        "It is too late to order goods for some {orders} orders more than usual: sell what is there, or ask for express delivery.",
        "约 {orders} 单的备货已来不及下单：请售完现货，或请供应商加急。",
    ),
    "peak.advice.late-people": (
        "Temporary people can no longer be found and trained for the day itself: {functions}.",
        "已来不及为活动当天招募并培训临时人员：{functions}。",
    ),
    "peak.advice.late-agencies": (
        "It is too late to book an agency for the day itself: {duties}.",
        "已来不及为活动当天预订外包：{duties}。",
    ),
    "peak.advice.put-off": (
        "Some {hours} hours of the owner's own work (books, buying, hiring) do not fit beside the event and wait until after it.",
        "店主约 {hours} 小时的其他工作（记账、采购、招聘）排不进活动期间，需顺延到活动之后。",
    ),
    "peak.advice.longer-overtime": (
        "The law knows up to {most} h of overtime a day for special reasons; if they hold, ask for it: --set {name}={most}.",
        "法律在有特殊原因时允许每天最多加班 {most} 小时；确有原因时可用 --set {name}={most}。",
    ),
    "peak.advice.range": (
        "{times} times is the middle of a wide range, {low} to {high}; founders guess too low, so run it again with --orders-x {high}.",
        "{times} 倍只是 {low} 至 {high} 宽泛范围的中间值；创始人往往估低，请用 --orders-x {high} 再算一次。",
    ),
    "peak.advice.overtime": (
        "Overtime is kept within {day} h a person a day and {month} h a month, if they agree and did no other this month.",
        "加班不超过每人每天 {day} 小时、每月 {month} 小时，前提是本人同意且当月没有其他加班。",
    ),
    "peak.advice.senior-time": (
        "Training {people} temporary people takes the time of your most experienced; train in groups, and spare them overtime meanwhile.",
        "培训 {people} 名临时人员会占用骨干时间；请分批培训，期间少安排他们加班。",
    ),
    "peak.advice.price-is-not-all": (
        "Outsourced for its price ({duties}); strangers sell less and know less, so weigh conversion and control, too.",
        "外包（{duties}）是按价格选的；外部人员不熟悉商品、转化较低，请一并权衡转化与可控性。",
    ),
    "peak.advice.all-hands": (
        "All hands: {roles} leave their own work on the days of all hands; show them the scripts and the packing table before.",
        "全员上阵：{roles}在这些日子放下本岗工作；请提前教会话术与打包。",
    ),
    "peak.baseline": (
        "From {file}: {days} days with orders, ordinary day {median} (median of {first} to {last}), best day {date} with {most}, {times} times the {before} before its event.",
        "取自 {file}：{days} 天有订单，平日 {median} 单（{first} 至 {last} 的中位数），最高日 {date} 为 {most} 单，是该次活动前平日 {before} 单的 {times} 倍。",
    ),
    "peak.own-title": ("Weekdays and hours from your own days", "本店的星期与时段分布"),
    "peak.own-week": (
        "Weekdays by {counted}, {weeks} whole weeks within {first} to {last}, as multiples of a mean day: {days}",
        "按{counted}统计星期分布（{first} 至 {last} 间 {weeks} 个完整周），以日均为 1：{days}",
    ),
    "peak.own-weekday": ("{day} {times}", "{day} {times}"),
    "peak.own-closed": (
        "Nothing in most weeks on {days}: where the plan opens then, it counts as a mean day",
        "{days}多数周没有数据：若当天营业，按日均计",
    ),
    "peak.own-hours": (
        "Hours of {profile} by {counted}, {days} days: most from {start} to {end}, {share} of the day (in the playbook {usual} then)",
        "{profile}的时段按{counted}统计（{days} 天）：{start} 至 {end} 最多，占全天 {share}（方案为 {usual}）",
    ),
    "peak.own-week.few-weeks": (
        "Weekdays are those of the playbook: the file holds {weeks} whole weeks, and four are needed",
        "星期分布取自方案：文件只有 {weeks} 个完整周，至少需要四周",
    ),
    "peak.own-week.seldom": (
        "Weekdays are those of the playbook: most days of the file have no {counted}",
        "星期分布取自方案：文件中多数日子没有{counted}",
    ),
    "peak.own-hours.by-days": (
        "Hours are those of the playbook: the file has no column `hour`",
        "时段分布取自方案：文件没有 `hour` 列",
    ),
    "peak.own-hours.few-weeks": (
        "Hours are those of the playbook: the file holds {weeks} whole weeks, and four are needed",
        "时段分布取自方案：文件只有 {weeks} 个完整周，至少需要四周",
    ),
    "peak.own-hours.few-days": (
        "Hours of {profile} are those of the playbook: the file holds {days} such days, and four are needed",
        "{profile}的时段取自方案：文件只有 {days} 个这样的日子，至少需要四天",
    ),
    "peak.own-hours.half-a-day": (
        "Hours are those of the playbook: the file has {counted} in {seen} hours of the day, and twelve are needed",
        "时段分布取自方案：文件一天中只有 {seen} 个小时有{counted}，至少需要十二个小时",
    ),
    "peak.counted-chats": ("chats", "咨询"),
    "peak.counted-orders": ("orders", "订单"),
    "peak.baseline-few": (
        "note: fewer than 7 days with orders in the four weeks before the event; the median of the whole file stands for them",
        "提示：活动前四周有订单的不足 7 天，改用整个文件的中位数",
    ),
    "peak.baseline-old": (
        "note: the file ends {days} days before the event begins; its last four weeks stand for those before it",
        "提示：文件在活动开始前 {days} 天就已结束，以其最后四周代替活动前的水平",
    ),
}
