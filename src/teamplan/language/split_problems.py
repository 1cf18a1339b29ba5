"""Owns the sentences of posts that split off or open late, and of what hangs on an input: duties, hours of a role."""

SPLIT_PROBLEMS: dict[str, tuple[str, str]] = {
    "splits-from-nobody": (
        "{role} splits from {lender}, which is no post of this stage that is always there",
        "{role} 从 {lender} 拆出，而本阶段没有始终在岗的 {lender}",
    ),
    "splits-with-volume": (
        "{role} has duties that hang on orders, visitors or people; a post splits off by an input alone",
        "{role} 的职责随订单、访客或人数变化；只有仅随输入变化的岗位才能这样拆出",
    ),
    "bound-by-growing": (
        "the input “{given}” grows with the orders, so that no fixed amount of it bounds anything",
        "输入 “{given}” 随订单增长，不能作为固定界限",
    ),
    "own-hours-above-shift": (
        "{hours:g} h of work a day are more than the {shift:g} h of a working day",
        "每天 {hours:g} 小时超过工作日的 {shift:g} 小时",
    ),
    "lent-to-leader": (
        "{role} opens late, and until then {lender}, who had its work in {before}, would carry it beside {duty}, which follows people: the two cannot be counted together",
        "{role} 较晚设岗，此前 {before} 中负责其工作的 {lender} 须与随人数变化的 {duty} 一并承担，无法合并计算",
    ),
}
SPLIT_MENDS: dict[str, tuple[str, str]] = {
    "splits-from-nobody": (
        "Name a post of the same stage that does not split off itself.",
        "请写同一阶段中自身不拆出的岗位。",
    ),
    "splits-with-volume": (
        "Take these duties out, or use opens_at: for orders.",
        "请移出这些职责；按订单设岗请用 opens_at:。",
    ),
    "bound-by-growing": ("Use an input without grows_with:.", "请改用没有 grows_with: 的输入。"),
    "own-hours-above-shift": ("Lower it, or plan a longer shift.", "请降低该值，或延长班次。"),
    "lent-to-leader": (
        "Take opens_at out of {role}, or give {duty} to another role.",
        "请去掉 {role} 的 opens_at，或把 {duty} 交给其他岗位。",
    ),
}
