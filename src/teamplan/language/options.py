"""Owns what `--help` says of arguments and options, in English and Chinese."""

OPTIONS: dict[str, tuple[str, str]] = {
    # arguments
    "arg.subject": (
        "A role, function, duty, input, driver or assumption, `owner`, or `payroll`.",
        "岗位、部门、职责、输入、驱动量或参数的标识，或 `owner`、`payroll`。",
    ),
    "arg.stage": ("A stage id; without it, the stage of the shop.", "阶段标识；不写则取店铺所处阶段。"),
    "arg.a": (
        "A stage, a plan.json or chart.json, a team.yaml, or a playbook by folder or name.",
        "阶段、plan.json 或 chart.json、team.yaml，或方案（文件夹或名称）。",
    ),
    "arg.people": ("A file of people to be paid: YAML, CSV or Excel.", "人员文件，YAML、CSV 或 Excel。"),
    "arg.person": ("A person of the file, by name.", "文件中某人的姓名。"),
    "arg.folder": ("A playbook folder.", "方案文件夹。"),
    "arg.new-folder": ("A new folder.", "新文件夹。"),
    "arg.kind": (
        "playbook, sources, assumptions, duties, roles, advice, events, organisation, management, pay, stage, store, shops, "
        "team or pay-people.",
        "playbook、sources、assumptions、duties、roles、advice、events、organisation、management、pay、stage、store、shops、team 或 pay-people。",
    ),
    "arg.along": (
        "An option of the shop or an assumption, and its first and last value: visitors=1000..20000.",
        "店铺选项或参数的标识，及其起止值：`visitors=1000..20000`。",
    ),
    "arg.source-role": (
        "Role to look at closely; without it all roles are told in short.",
        "要细看的岗位；不填则简列所有岗位。",
    ),
    # options
    "opt.pay": (
        "A file of people to be paid (YAML or CSV): the pay sheet's total beside the plan.",
        "人员文件（YAML 或 CSV）：将工资表合计列入预算。",
    ),
    "opt.visitors": ("Visitors a day.", "每天访客数。"),
    "opt.conversion": ("Orders per visitor, like 4.5% or 0.045.", "转化率，如 4.5% 或 0.045。"),
    "opt.orders": (
        "Orders a day; they decide before visitors and conversion.",
        "每天订单数；优先于访客与转化率。",
    ),
    "opt.age-days": ("Age of the shop in days.", "店龄（天）。"),
    "opt.owner-hours": ("Hours a day that the owner gives.", "店主每天投入的小时数。"),
    "opt.percentile": (
        "Percentile of days that the team is enough for, 50 (the mean day) to 99.9.",
        "人手须满足多少百分比的日子：50（平均日）至 99.9。",
    ),
    "opt.day-cv": (
        "How far days differ around their weekday and month, for --percentile.",
        "单日需求偏离同星期、同月水平的程度，供 --percentile 使用。",
    ),
    "opt.stage": (
        "Plan for this stage instead of the one of the orders.",
        "按此阶段规划，而不是按订单所处阶段。",
    ),
    "opt.founder-skills": (
        "Functions the founder knows, like operations,marketing,design (the default), or none.",
        "创始人会做哪些部门的工作，如 operations,marketing,design（默认），或 none。",
    ),
    "opt.city": (
        "Place whose wages and employer's contributions count: beijing, florida.",
        "按哪个城市（或州）的工资与单位缴费计算，如 `beijing`。",
    ),
    "opt.currency": (
        "Currency of all costs: CNY, USD, or another with --exchange.",
        "成本所用货币：`CNY`、`USD`，其他货币需 --exchange。",
    ),
    "opt.exchange": (
        "What one unit of --currency costs, and on which day: '7.8 CNY 2026-11-01'.",
        "一单位 --currency 的价格及日期，如 `'7.8 CNY 2026-11-01'`。",
    ),
    "opt.order-value": ("What one order pays, in the currency of the costs.", "客单价，与成本同一货币。"),
    "opt.gross-margin": ("Share of the order value left after the goods: 40%.", "毛利率（扣除货品成本后），如 40%。"),
    "opt.platform-fee": ("Share of the order value that the platform takes: 5%.", "平台扣点，如 5%。"),
    "opt.courier": ("Courier and packing material of one order.", "每单快递与包材费用。"),
    "opt.actual": (
        "A CSV file with `month`, `role` and `people`, `gross` or `total`: what was paid, against the budget by month.",
        "实际发薪的 CSV 文件，含“月份”“岗位”及“人数”“工资”或“合计”列，与按月预算对比。",
    ),
    "opt.budget-date": (
        "Date of the event, like 2026-11-11 (its next usual day).",
        "活动日期，如 2026-11-11（默认下一次惯常日期）。",
    ),
    "opt.chart": (
        "Draw the month's result over the orders of a day, with the hires.",
        "绘制月盈亏随日单量的变化，并标出新增人手。",
    ),
    "opt.budget-details": ("By month: every role of every month.", "按月预算：列出每月每个岗位。"),
    "opt.most-orders": (
        "Orders a day up to which break-even is looked for (2000).",
        "查找盈亏平衡点的日单量上限（默认 2000）。",
    ),
    "opt.plot": ("What the bars are of: people or cost.", "条形图显示人数（`people`）或成本（`cost`）。"),
    "opt.category": ("Kind of goods whose preset is taken.", "商品类目，采用其预设值。"),
    "opt.campaign-ahead": ("A campaign is coming.", "近期有大促活动。"),
    "opt.stock-counted": ("The stock has been counted.", "库存已盘点。"),
    "opt.team": ("The present team, a YAML file.", "现有团队（YAML 文件）。"),
    "opt.template": (
        "Put this shop's people into a form of organisation of the playbook, like four-departments.",
        "把本店人员放进方案中的某种组织形式，如 `four-departments`。",
    ),
    "opt.compare": (
        "Compare all forms of organisation at this size.",
        "按当前规模比较所有组织形式。",
    ),
    "opt.hire-order": (
        "Who is hired first of those who are needed alike: source000.",
        "需求相同时先招谁，如 `source000`。",
    ),
    "opt.set": (
        "Override an assumption for this run, like pack_minutes=4.",
        "本次运行改用某参数值，如 pack_minutes=4。",
    ),
    "opt.store": ("Read the shop from a YAML file; options win over it.", "从 YAML 文件读取店铺；选项优先。"),
    "opt.shops": (
        "Several shops of one owner together, a YAML file like `examples/shops.yaml`.",
        "同一店主的多家店铺合并计算，YAML 文件，如 `examples/shops.yaml`。",
    ),
    "opt.playbook": (
        "A playbook instead of the built-in one: its folder or name.",
        "使用此方案（文件夹或名称）而非内置方案。",
    ),
    "opt.differences": (
        "The schema of a file of differences (`extends`, overlays): nothing must be there.",
        "差异文件（`extends` 与叠加方案）的格式：各键均可省略。",
    ),
    "opt.with": (
        "An overlay on the playbook, by folder or name (again for each).",
        "在方案上叠加的内容（文件夹或名称，可多次给出）。",
    ),
    "opt.format": (
        "{formats}; else by the suffix of --output, else a table.",
        "{formats}；不写则按 --output 的后缀，再则为表格。",
    ),
    "opt.json": ("Short for --format json.", "等同于 --format json。"),
    "opt.labels": (
        "CSV in words: titles instead of keys, names instead of ids.",
        "CSV 用文字：以标题代替键名，以名称代替标识。",
    ),
    "opt.output": (
        "Write the answer to this file, whole or not at all; - is stdout.",
        "将结果写入此文件（要么完整写入，要么不改动）；- 为标准输出。",
    ),
    "opt.lang": (
        "en or zh; else TEAMPLAN_LANG, else the locale.",
        "en 或 zh；否则取 TEAMPLAN_LANG，再取系统区域。",
    ),
    "opt.role": (
        "How this role is hired: where and at what pay, what to require, ask and teach.",
        "此岗位如何招聘：地点与薪酬、必备条件、面试提问与带教内容。",
    ),
    "opt.management": (
        "What leading takes at this stage and team size: practices and set-up steps with their hours.",
        "本阶段、此团队规模下的管理事项与组建步骤，及所需工时。",
    ),
    "opt.done": ("A small YAML file that keeps the ticks.", "保存勾选状态的小 YAML 文件。"),
    "opt.tick": ("Tick this box and save it in the --done file.", "勾选此项并存入 --done 文件。"),
    "opt.exit-code": ("Exit with 1 when there are differences.", "有差异时以 1 退出。"),
    "opt.chats": ("Chats of a mean day.", "日均咨询量。"),
    "opt.per-hour": ("Chats in one hour, instead of a day.", "一小时的咨询量（代替全天）。"),
    "opt.handle": (
        "Length of a chat; several by the chats an agent holds: 6,7,8.5.",
        "会话时长；可按同时接待人数依次给出：6,7,8.5。",
    ),
    "opt.patience": ("How long a buyer waits; inf for ever.", "买家愿等的时间；inf 为一直等。"),
    "opt.target": ("Share answered within a time, like 80%/30s.", "时限内应答比例，如 80%/30s。"),
    "opt.open": ("Opening hours; 18:00-02:00 crosses midnight.", "营业时间；18:00-02:00 跨越午夜。"),
    "opt.model": ("erlang-b, erlang-c, erlang-a or chat.", "erlang-b、erlang-c、erlang-a 或 chat。"),
    "opt.definition": (
        "Who counts as answered: offered, answered, left-in-time, patient, short-waits, virtual.",
        "应答率口径：offered、answered、left-in-time、patient、short-waits、virtual。",
    ),
    "opt.agents": ("Judge so many agents instead of the fewest.", "评估指定客服数，而非求最少人数。"),
    "opt.max-occupancy": ("Highest share of chat slots taken.", "接待饱和度上限。"),
    "opt.range": (
        "Also show how far each number may be off, and why.",
        "并显示每个人数的可能范围及原因。",
    ),
    "opt.range-seed": (
        "Start of the random numbers of --range.",
        "`--range` 抽样的随机数种子。",
    ),
    "opt.details": (
        "The whole page: duties, loads, limits, the next stage.",
        "显示完整页面：分工、工作量、临界点、下一阶段。",
    ),
    "opt.sweep-steps": ("How many values, the ends included.", "取值个数（含两端）。"),
    "opt.curves-most-orders": (
        "Orders a day up to which steps are told (6000, or three times those of the shop).",
        "分界点查到多大的日单量（默认 6000，或本店的三倍）。",
    ),
    "opt.most-visitors": (
        "Visitors a day up to which steps are told, where a role depends on them (those of the most orders).",
        "有岗位按访客数计算时，分界点查到多少访客（默认按转化率由日单量上限折算）。",
    ),
    "opt.dialect": (
        "The data base of --format sql: duckdb (the default), postgres, bigquery, spark or maxcompute.",
        "`--format sql` 所用的数据库：`duckdb`（默认）、`postgres`、`bigquery`、`spark` 或 `maxcompute`。",
    ),
    "opt.table": (
        "The table of --format sql with a row a shop, and its orders (and visitors) in columns of these names (shops).",
        "`--format sql` 所用的表（默认 `shops`）：每店一行，含 `orders` 列（及 `visitors` 列）。",
    ),
    "opt.weeks": ("Weeks to simulate (52).", "模拟周数（默认 52）。"),
    "opt.days": ("Days to simulate instead, rounded up to whole weeks.", "改按天数模拟，进位到整周。"),
    "opt.simulated-day-cv": (
        "How much days differ: the coefficient of variation of their level, like 20% (0).",
        "日间波动：每天业务量水平的变异系数，如 20%（默认 0）。",
    ),
    "opt.people": (
        "So many people on the books, instead of the plan's or the team's; by role: pre-sale-service=5.",
        "按指定的在职人数模拟，代替计划或团队人数；可按岗位给出：`pre-sale-service=5`。",
    ),
    "opt.seed": ("Start of the random numbers.", "随机数种子。"),
    "opt.work": (
        "How chat lengths vary: exponential, lognormal, fixed.",
        "会话时长分布：exponential、lognormal、fixed。",
    ),
    "opt.help": ("Show this message and exit.", "显示本说明并退出。"),
    "opt.man": (
        "Print the manual page: teamplan help --man | man -l -",
        "打印手册页：`teamplan help --man | man -l -`。",
    ),
    "arg.topic": ("A command or a topic; without one, both are listed.", "命令或主题；不填则列出全部。"),
    "arg.member": ("A command of a group: stages show.", "一组命令中的一个，如 `stages show`。"),
    "arg.shell": ("bash, zsh, fish or powershell.", "`bash`、`zsh`、`fish` 或 `powershell`。"),
    "opt.origin": ("Say where each value comes from.", "同时说明每个值的来源。"),
    "opt.quiet": ("No notes on stderr, only problems.", "不输出提示，只报告错误。"),
    "opt.color": ("When the answer has colour; auto: on a terminal.", "何时使用颜色；`auto` 为仅在终端。"),
    "opt.no-config": ("Leave teamplan.yaml aside.", "不读取 teamplan.yaml。"),
    "opt.version": ("Print the version.", "打印版本号。"),
    "opt.steps": ("How many coming triggers to list.", "列出多少个后续节点。"),
    "opt.sourcing": (
        "Buy the work of a role outside (see `teamplan source`); repeatable.",
        "将某岗位的工作外包（方案见 `teamplan source`），可重复。",
    ),
    "opt.source-most-orders": (
        "Orders a day up to which it is looked where the cheaper one changes (1000).",
        "查找划算与否变化点的日单量上限（默认 1000）。",
    ),
    "opt.growth": (
        "Growth of the volume, like 8%/month (day, week, year as well).",
        "业务量增长率，如 `8%/month`（也可用 `day`、`week`、`year`）。",
    ),
    "opt.from": (
        "First day of the plan, like 2026-12-01 (today; a forecast: its first day).",
        "计划的第一天，如 2026-12-01（默认今天；有预测文件时为其第一天）。",
    ),
    "opt.months": (
        "Months to plan, 1 to 60 (12; a forecast: all of it).",
        "计划月数，1 至 60（默认 12；有预测文件时为其全部）。",
    ),
    "opt.today": (
        "The day on which you plan, like 2026-11-25 (the first day): nothing is planned before it.",
        "制定计划的日期，如 2026-11-25（默认计划第一天）；任何安排都不早于它。",
    ),
    "opt.jump": (
        "The volume becomes so many times overnight, like 3x@2027-03-01, and nobody foresees it.",
        "某夜业务量突增且无人预见，如 3x@2027-03-01（该日起为原来的 3 倍）。",
    ),
    "opt.forecast": (
        "A CSV file with date and visitors or orders of each day, instead of --growth.",
        "每天一行的 CSV 文件，含 `date` 以及 `visitors` 或 `orders` 列；代替 --growth。",
    ),
    "opt.smooth": (
        "Days of the mean that the forecast is read as (7; 1 for none).",
        "预测按多少天的均值读取（默认 7；1 表示不平滑）。",
    ),
    "opt.lasting": (
        "Hire for needs that hold so long, like 28d or 4 weeks (the playbook's).",
        "只为持续这么久的需要招人，如 `28d` 或 `4w`（默认取方案中的天数）。",
    ),
    "opt.gaps": (
        "Missing days of the forecast: refuse (the default), or zero for closed days.",
        "预测中缺少的日期：`refuse` 报错（默认），或 `zero` 视为歇业。",
    ),
    "opt.ics": ("Write the calendar to an iCalendar file as well.", "同时写出 iCalendar 日历文件。"),
    "opt.event": ("An event of the playbook, like `double-11`.", "方案中的活动，如 `double-11`。"),
    "opt.date": (
        "Date of the event, like 2026-11-11; without it days are counted from the event (D).",
        "活动日期，如 2026-11-11；不写则以活动日（D）计数。",
    ),
    "opt.peak-today": (
        "Today: only what can still be had is planned; without it all begins early enough.",
        "今天的日期：只安排仍来得及的办法；不写则视为一切都能及早开始。",
    ),
    "opt.orders-x": (
        "Orders of the day as a multiple of an ordinary day, instead of the event's own.",
        "活动当天订单为平日的倍数，替代活动自带的倍数。",
    ),
    "opt.mix": (
        "`least-cost` (needs the extra `optimize`) or `rule`; without it, the cheaper one that can be had.",
        "`least-cost`（需要 `optimize` 附加组件）或 `rule`；不写则取可用的较省方案。",
    ),
    "opt.baseline": (
        "A CSV file with `date` and `orders` by day, or by `hour` too: its four weeks before the event are the ordinary day, its best day the peak, its weekdays and hours those of the plan.",
        "含 `date` 与 `orders` 列的每日数据文件，也可加 `hour` 列按小时给出：活动前四周的中位数作为平日，最高日作为峰值，并取其星期与时段分布。",
    ),
}
