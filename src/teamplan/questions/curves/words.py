"""Owns the sentences of the steps of a team: key -> (English, Chinese)."""

WORDS: dict[str, tuple[str, str]] = {
    "curves.title": ("Every step of the team, {range}", "团队人数的全部分界点（{range}）"),
    "curves.range": ("from 0 to {orders} orders a day", "每天 0 至 {orders} 单"),
    "curves.range-both": (
        "from 0 to {orders} orders and {visitors} visitors a day",
        "每天 0 至 {orders} 单、0 至 {visitors} 位访客",
    ),
    "curves.stage": ("{stage}, from {orders} orders a day", "{stage}，每天 {orders} 单起"),
    "curves.column.people": ("At first", "起始人数"),
    "curves.column.enough": ("Enough up to (orders a day), then one more", "够用至（单/天），再多则增 1 人"),
    "curves.visitors": ("visitors: {enough}", "按访客数：{enough}"),
    "curves.next": (", ", "、"),
    "curves.exact": (
        "Rounded down here. Exact, as the first number with one more: --format json, csv or sql.",
        "此处向下舍入。精确值（从该数起增 1 人）见 `--format json`、`csv` 或 `sql`。",
    ),
    "curves.comment": ("The team by orders a day: {playbook}", "按每天订单数计的团队人数：{playbook}"),
    "curves.comment-range": (
        "People {range}; in any other row they are NULL.",
        "适用范围：{range}；范围以外的行为 NULL。",
    ),
}
