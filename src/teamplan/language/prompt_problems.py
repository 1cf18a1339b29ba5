"""Owns what the program says of the prompt itself and of `teamplan.yaml`, in English and Chinese."""

PROMPT_PROBLEMS: dict[str, tuple[str, str]] = {
    "unknown-topic": ("there is no command and no topic “{given}”", "没有名为 “{given}” 的命令或主题"),
    "unknown-shell": ("“{given}” is not one of {known}", "“{given}” 不是 {known} 之一"),
    "unknown-color": ("“{given}” is not one of {known}", "“{given}” 不是 {known} 之一"),
    "unknown-setting": ("“{given}” is not an option", "“{given}” 不是选项"),
    "not-a-setting": ("“{given}” is for the prompt alone", "“{given}” 只能在命令行中给出"),
    "not-a-value": (
        "expected a value, or a list of values, found {given}",
        "应为一个值或值的列表，实际为 {given}",
    ),
    "not-a-switch": ("expected true or false, found {given}", "应为 true 或 false，实际为 {given}"),
}

PROMPT_MENDS: dict[str, tuple[str, str]] = {
    "unknown-setting": (
        "Keys are options without their dashes, like visitors or age-days: see `teamplan help config`.",
        "键为去掉横线的选项名，如 `visitors`、`age-days`，参见 `teamplan help config`。",
    ),
    "not-a-setting": ("Remove it here.", "请从此处删除。"),
    "not-a-value": ("Write it as at the prompt.", "请按命令行中的写法填写。"),
}
