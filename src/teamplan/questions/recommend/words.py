"""Owns the sentences of a plan: key -> (English, Chinese)."""

WORDS: dict[str, tuple[str, str]] = {
    "plan.title": ("{stage}: the owner + {people}", "{stage}：店主 + {people} 人"),
    "plan.from-visitors": (
        "{visitors} visitors a day × {conversion} conversion = {orders} orders a day",
        "每天 {visitors} 位访客 × 转化率 {conversion} = 每天 {orders} 单",
    ),
    "plan.from-orders": ("{orders} orders a day", "每天 {orders} 单"),
    "plan.inputs": (
        "New products a week {products}, ad spend a month {spend} CNY",
        "每周上新 {products} 款，每月推广费 {spend} 元",
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
    "range.column.all": ("all at once", "同时"),
    "range.column.movers": ("moved most by", "影响最大的参数"),
    "range.how": (
        "Low and high: one assumption at an end of its range, whichever moves the number most. All at once: every one at such an end, which is rare.",
        "低与高：只改一个参数，取其范围内影响最大的一端。同时：所有参数都取这样的一端，实际少见。",
    ),
    "range.held": (
        "Left as they are, as the playbook would not be sound or the team too large to plan: {ends}.",
        "保持原值（否则方案不成立或人数过多无法规划）：{ends}。",
    ),
    "range.bent": (
        "These move some number both ways, so that their ends do not bound it: {names}.",
        "这些参数对某些人数并非单向影响，两端不足以界定：{names}。",
    ),
}
