"""Owns the sentences of a plan: key -> (English, Chinese)."""

WORDS: dict[str, tuple[str, str]] = {
    "plan.delivered": ("{role}: {told}", "{role}：{told}"),
    "first.missed": (
        "{role}: breaks and absence counted, {level} answered in time by {people}, not {promised}; {one_more} by {more}",
        "{role}：计入休息与缺勤，{people} 人及时应答 {level}，未达 {promised}；{more} 人可达 {one_more}",
    ),
    "first.title-none": (
        "For {orders} orders a day you need nobody besides yourself",
        "每天 {orders} 单：除您之外暂不需要其他人",
    ),
    "first.title-one": (
        "For {orders} orders a day you need {people} person besides yourself",
        "每天 {orders} 单：除您之外需要 {people} 人",
    ),
    "first.title": (
        "For {orders} orders a day you need {people} people besides yourself",
        "每天 {orders} 单：除您之外需要 {people} 人",
    ),
    "first.likely": (" (likely {low} to {high})", "（可能 {low} 至 {high} 人）"),
    "first.likely-one": (" (likely {low})", "（可能 {low} 人）"),
    "first.percentile": (", enough on {percentile} % of days", "，够 {percentile}% 的日子用"),
    "first.team": ("Team", "团队"),
    "first.function": ("{function} {people}: {roles}", "{function} {people} 人：{roles}"),
    "first.part-time": ("{role} ({hours} h/week)", "{role}（兼职，{hours} 小时/周）"),
    "first.part-time-together": (
        "One person who can do it all may hold the part-time posts: {hours} h/week",
        "兼职岗位合计每周约 {hours} 小时；若有人都能胜任，可由一人兼任",
    ),
    "first.between": ("; ", "；"),
    "first.cost": ("Cost", "成本"),
    "first.owner": ("You", "您"),
    "first.owner-week": (
        "{hours} hours a week at work ({jobs} full-time jobs)",
        "每周约 {hours} 小时（约 {jobs} 个全职）",
    ),
    "first.owner-week-one": (
        "{hours} hours a week at work ({jobs} full-time job)",
        "每周约 {hours} 小时（约 {jobs} 个全职）",
    ),
    "first.owner-most": ("{week}:", "{week}："),
    "first.owner-duty": ("{duty} {hours} h", "{duty} {hours} 小时"),
    "first.range": ("Range", "范围"),
    "first.range-moves": ("moved most by", "影响最大的是："),
    "first.range-leans": (
        "{people} suffice in {enough} of {draws} draws, so measure first:",
        "{draws} 次抽样中 {people} 人足够的有 {enough} 次，请先实测：",
    ),
    "first.range-stays": (
        "no uncertain number alone would change the people",
        "任何一个不确定的参数单独变化，人数都不变",
    ),
    "first.now": ("Now", "现在"),
    "first.move": (
        "Move first those to spare, or without a post here:",
        "先调岗（多出的人，或本阶段没有其岗位）：",
    ),
    "first.hire": ("Hire in this order:", "按此顺序招聘："),
    "first.hire-last": ("{hire}; the first takes {days} days", "{hire}；第一个从招聘到独立上岗约 {days} 天"),
    "first.others": ("{people} more", "其他 {people} 人"),
    "first.next-role": (
        "No hire now; next: {role} above {orders} orders a day (+{percent}%)",
        "近期无需招聘；下一个是{role}，日均超过 {orders} 单时（+{percent}%）",
    ),
    "first.next-role-at-once": (
        "No hire now; next: {role} from the next order a day on (above {orders})",
        "近期无需招聘；下一个是{role}，日均再多 1 单（超过 {orders} 单）就需要",
    ),
    "first.next-stage": (
        "No hire now; {stage} brings the next, from {orders} orders a day",
        "近期无需招聘；进入{stage}（每天 {orders} 单起）才需加人",
    ),
    "first.next-none": ("No hire is in sight", "暂无需要招聘的岗位"),
    "first.watch": ("Watch", "留意"),
    "first.stage": ("Stage", "阶段"),
    "first.stage-bounds": (
        "{stage}, from {start} to {end} orders a day; then {next}",
        "{stage}：每天 {start} 至 {end} 单；之后是{next}",
    ),
    "first.stage-last": ("{stage}, from {start} orders a day", "{stage}：每天 {start} 单起"),
    "first.stage-held": (
        "{stage}, as it is not ready; by its orders {bounds}",
        "{stage}（尚未就绪）；按订单量为{bounds}",
    ),
    "first.category": ("preset of {category}", "{category}类目预设"),
    "first.stage-given": ("As you asked: {bounds}", "按您的指定：{bounds}"),
    "first.bought-in": ("bought in: {roles}", "按小时外购：{roles}"),
    "first.hours": ("{role} {hours} h a week", "{role}每周 {hours} 小时"),
    "first.assumed": ("Assumed", "假设"),
    "assumed.founder_skills": (
        "you run the shop, promote and design yourself",
        "运营、推广与设计您自己都会",
    ),
    "first.more": ("More", "更多"),
    "first.further": (
        "--details | teamplan explain {role} | next | hire",
        "详情 --details；原因 `explain {role}`；`next`、`hire`",
    ),
    "plan.title": ("{stage}: the owner + {people}", "{stage}：店主 + {people} 人"),
    "plan.from-visitors": (
        "{visitors} visitors a day × {conversion} conversion = {orders} orders a day",
        "每天 {visitors} 位访客 × 转化率 {conversion} = 每天 {orders} 单",
    ),
    "plan.from-orders": ("{orders} orders a day", "每天 {orders} 单"),
    "plan.and": (", ", "，"),
    "category.title": (
        "Set by the category: {category} (anything you give goes before it)",
        "类目预设：{category}（您给出的数值优先）",
    ),
    "category.value": (
        "{means}: {name} = {value} (grade {grade}, {source})",
        "{means}：{name} = {value}（等级 {grade}，{source}）",
    ),
    "category.given": (
        "{means}: {name} = {given}, as you gave it; the category says {value}",
        "{means}：{name} = {given}，以您给出的为准；类目预设为 {value}",
    ),
    "category.ours": ("our judgement", "我们估计"),
    "category.busiest": (
        "Busiest: month {month} of the year, {times} times the mean: {orders} orders a day, {people} people",
        "最忙月份：{month} 月，为全年均值的 {times} 倍：每天 {orders} 单，需 {people} 人",
    ),
    "category.quietest": (
        "Quietest: month {month} of the year, {times} times the mean: {orders} orders a day, {people} people",
        "最淡月份：{month} 月，为全年均值的 {times} 倍：每天 {orders} 单，需 {people} 人",
    ),
    "plan.held": (
        "Not ready yet: page style, main products or first reviews are missing, so hold to the work of {stage} before you grow; the team below "
        "is what the orders ask for all the same.",
        "尚未就绪：页面调性、主推商品或基础评价未定，先完成{stage}的工作再扩张；下列团队仍按订单量配置。",
    ),
    "plan.cost-title": ("What it costs", "人力成本"),
    "plan.cost-now": ("The people who are there today: {told}", "现有团队：{told}"),
    "plan.cost-how": (
        "teamplan budget tells it by role, teamplan explain payroll down to every rate.",
        "各岗位见 `teamplan budget`；逐项费率见 `teamplan explain payroll`。",
    ),
    "plan.stage-title": ("Stage", "阶段"),
    "plan.stage-by-orders": (
        "{stage}: it starts at {orders} orders a day, and orders decide.",
        "{stage}：从每天 {orders} 单开始，以订单量为准。",
    ),
    "plan.stage-by-given": (
        "{stage}, as you asked; by its orders the shop is in: {by_orders}.",
        "按您的指定：{stage}；按订单量属于：{by_orders}。",
    ),
    "plan.transition": (
        "The orders lie between the written ranges of this stage and the next: prepare the next stage now.",
        "订单量处于本阶段与下一阶段的书面范围之间：现在就为下一阶段做准备。",
    ),
    "plan.uncounted": (
        "Not counted there, as it hangs on visitors, which are not given: {roles}.",
        "下一阶段中取决于访客数（未提供）、因而未计入的岗位：{roles}。",
    ),
    "plan.next-stage": (
        "Next: {stage} from {orders} orders{visitors} a day{growth}; it brings {hires}.",
        "下一阶段：{stage}，每天 {orders} 单{visitors}起{growth}；将新增{hires}。",
    ),
    "plan.growth": (", {percent}% above today", "，比现在高 {percent}%"),
    "plan.second-opinion": ("Second opinion: {opinions}.", "参考意见：{opinions}。"),
    "plan.by-age": ("by its age the shop would be in {stage}", "按店龄应处于{stage}"),
    "plan.by-visitors": ("by its visitors in {stage}", "按访客数应处于{stage}"),
    "plan.team-title": ("Team", "团队"),
    "plan.departments-title": (
        "What the articles give a department (no bound on the plan)",
        "文章给出的部门规模（仅供对照，不作上限）",
    ),
    "plan.department": (
        "{name}: {low} to {high}, here {people} ({source})",
        "{name}：{low} 至 {high} 人，此处 {people} 人（{source}）",
    ),
    "plan.duties-title": ("Who does what", "分工"),
    "plan.role-duties": ("{role}: {duties}", "{role}：{duties}"),
    "plan.nobody": ("nobody", "无"),
    "plan.owner-title": ("You, the owner, carry {jobs} full-time jobs", "您（店主）的工作量约 {jobs} 个全职"),
    "plan.owner-duty": ("{duty}: {hours} h a week{why}", "{duty}：每周 {hours} 小时{why}"),
    "plan.owner-small": ("and smaller things: {hours} h a week", "其他零星事务：每周 {hours} 小时"),
    "owner-why.own": ("", ""),
    "owner-why.not-hired": (" ({role} is not hired)", "（未设{role}）"),
    "owner-why.relief": (" (days off of {role})", "（替{role}的休息日）"),
    "plan.hours": (
        "Open {open}: {share} of the chats come outside these hours and wait.",
        "营业时间 {open}：{share} 的咨询在此之外，需等待。",
    ),
    "plan.hire-title": ("Hire first, in this order", "优先招聘（按顺序）"),
    "plan.spare-title": (
        "To spare, or without a post in this stage: move them before you hire",
        "多出的人，或本阶段没有其岗位：先调岗再招聘",
    ),
    "plan.unfilled": ("Nobody is hired as: {roles}.", "未设岗位：{roles}。"),
    "plan.unfilled-role": ("{role} ({why})", "{role}（{why}）"),
    "plan.ask-why": (
        "Why? teamplan explain {role} with the same options.",
        "想知道原因？用相同选项运行 teamplan explain {role}。",
    ),
    "plan.part-time": ("part-time, {load}", "兼职，折合 {load}"),
    "plan.have-short": ("{have}, hire {missing}", "{have}，缺 {missing}"),
    "column.load": ("Load", "折合人数"),
    "column.binding": ("Set by", "决定因素"),
    "column.next": ("One more above (orders)", "加人临界点（单）"),
    "column.next-both": ("One more above (orders / visitors)", "加人临界点（单 / 访客）"),
    "range.title": ("How far each number may be off", "各人数的可能范围"),
    "range.column.role": ("Role", "岗位"),
    "range.column.low": ("low", "低"),
    "range.column.central": ("central", "中"),
    "range.column.high": ("high", "高"),
    "range.column.drawn": ("8 of 10 draws", "八成抽样"),
    "range.column.movers": ("moved most by", "影响最大的参数"),
    "range.column.choice": ("Choice", "可自行决定的项"),
    "range.column.name": ("name", "标识"),
    "range.column.value": ("now", "现值"),
    "range.column.people_at_low": ("people at", "取下限时"),
    "range.column.people_at_high": ("people at", "取上限时"),
    "range.people-at": ("{end}: {people}", "{end}：{people} 人"),
    "plan.percentiles-how": (
        "50 % is the mean day; `teamplan explain day_cv` says how far days differ",
        "50% 即平均日；单日需求的波动见 `teamplan explain day_cv`",
    ),
    "range.how": (
        "Low and high: one assumption at an end of its range, whichever moves the number most.",
        "低与高：只改一个参数，取其范围内影响最大的一端。",
    ),
    "range.drawn": (
        "8 of 10 draws: {draws} shops (seed {seed}) with every unknown drawn by itself, as often below its value as above and nearer ones more likely; "
        "so few draws tell {p10} to within {low} to {low_to}, and {p90} to within {high} to {high_to} (95 % sure).",
        "八成抽样：抽取 {draws} 家店（种子 {seed}），每个未知参数各自取值，高于与低于现值的机会各半，越近越可能；"
        "抽样次数有限：{p10} 的真值在 {low} 至 {low_to} 之间，{p90} 的真值在 {high} 至 {high_to} 之间（把握 95%）。",
    ),
    "range.leans": (
        "The plan's {people} people are enough in {enough} of {draws} draws: most ranges reach further to the side of more work, and each role is "
        "rounded up. Measure the three below before you count on {people}.",
        "{draws} 次抽样中，按方案的 {people} 人足够的有 {enough} 次：多数参数的范围偏向工作量更大的一侧，且各岗位向上取整。"
        "请先实测下列三项，再以 {people} 人为准。",
    ),
    "range.measure-title": ("Measure first", "优先实测"),
    "range.measure": (
        "{name}, {low} to {high}, {people_at_low} to {people_at_high} people ({means})",
        "{name}：{low} 至 {high}，{people_at_low} 至 {people_at_high} 人（{means}）",
    ),
    "range.measure-how": ("{told}: {how}", "{told}：{how}"),
    "range.choices-title": ("What you choose, and what it does to the number", "由您决定的项及其对人数的影响"),
    "range.held": (
        "Left as they are, as the playbook would not be sound or the team too large to plan: {ends}.",
        "保持原值（否则方案不成立或人数过多无法规划）：{ends}。",
    ),
    "range.bent": (
        "These move some number both ways, so that their ends do not bound it: {names}.",
        "这些参数对某些人数并非单向影响，两端不足以界定：{names}。",
    ),
}
