"""Owns the sentences of what a team carries: key -> (English, Chinese)."""

WORDS: dict[str, tuple[str, str]] = {
    "capacity.title": (
        "This team carries {orders} orders{visitors} a day",
        "这支团队每天最多承接 {orders} 单{visitors}",
    ),
    "capacity.title-below": (
        "This team carries just under {orders} orders{visitors} a day",
        "这支团队每天最多承接略少于 {orders} 单{visitors}",
    ),
    "capacity.title-endless": ("No volume is too much for this team", "业务量再大，这支团队也无需增员"),
    "capacity.title-none": ("No volume fits this team", "没有任何业务量与这支团队相配"),
    "capacity.exactly": (
        "Exactly {orders} orders{visitors}: there `recommend` asks for nobody more, at the next larger number it does.",
        "精确值：{orders} 单{visitors}；到此为止 `recommend` 不要求增员，再大一点就要求增员。",
    ),
    "capacity.or-exactly": (" or {visitors} visitors", "，即 {visitors} 位访客"),
    "capacity.stage": (
        "{stage}. The team fits from {orders} orders{visitors} a day on.",
        "{stage}。这支团队从每天 {orders} 单{visitors}起适用。",
    ),
    "capacity.other-range": (
        "It also fits {from_orders} to {to_orders} orders a day ({stage}), but not what lies between.",
        "它也适用于每天 {from_orders} 至 {to_orders} 单（属{stage}），但不适用于两者之间的业务量。",
    ),
    "capacity.breaks": (
        "First to break: {role}. It has {have} and needs {needs} above that, set by {binding}.",
        "最先撑不住的是{role}：现有 {have} 人，超过上限即需 {needs} 人，由{binding}决定。",
    ),
    "capacity.breaks-stage": (
        "It ends where {stage} begins, which needs {hires} more. The first of them: {role}.",
        "上限在{stage}开始之处，该阶段还需增加：{hires}。其中首先要招{role}。",
    ),
    "capacity.owner": (
        "At that volume you, the owner, carry {jobs} full-time jobs.",
        "届时您（店主）每周工作量约 {jobs} 个全职。",
    ),
    "capacity.today-fits": (
        "Today's {orders} orders are carried{growth}.",
        "目前每天 {orders} 单可以承接{growth}。",
    ),
    "capacity.delivered": ("{role}: {told}", "{role}：{told}"),
    "capacity.growth": (", and {percent}% more", "，还可增长 {percent}%"),
    "capacity.today-short": (
        "Today's {orders} orders are not carried: {hires} missing.",
        "目前每天 {orders} 单承接不了，还缺：{hires}。",
    ),
    "capacity.reason": (
        "{stage} asks for the fewest hires. It lacks {role} first: {needs} needed, {have} there.",
        "所需招聘最少的是{stage}。首先缺{role}：需 {needs} 人，现有 {have} 人。",
    ),
    "capacity.mend-title": ("The smallest mend: hire", "最少的补救办法：招聘"),
    "capacity.mended": ("With them the team carries {limit}.", "招齐后，这支团队可承接{limit}。"),
    "capacity.limit": ("{orders} orders{visitors} a day", "每天 {orders} 单{visitors}"),
    "capacity.no-limit": ("any volume", "任何业务量"),
    "capacity.slack-title": ("Slack, the scarcest role first", "各岗位余量（最紧的在前）"),
    "capacity.spare-title": ("Over-staffed now", "目前富余"),
    "capacity.spare-limit-title": ("Not needed even at the limit", "即使达到上限也用不上"),
    "capacity.slack-cost": ("They cost {cost} a month", "合计每月成本 {cost}"),
    "capacity.counted": (
        "Part-time people count by their hours, without hours half a week; temporary ones are among the people.",
        "兼职人员按工时折算，未写工时按半周计；临时工已包含在人数之内。",
    ),
    "column.need-now": ("Need now", "目前需要"),
    "column.need-at-limit": ("Need at the limit", "上限时需要"),
    "column.carries": ("Alone carries (orders)", "单独可承接（单）"),
    "column.carries-both": ("Alone carries (orders / visitors)", "单独可承接（单 / 访客）"),
    "column.one-more": ("Limit with one more", "多一人后的上限"),
}
