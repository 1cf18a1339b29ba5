"""Owns the sentences of options and where their values come from: key -> (English, Chinese)."""

WORDS: dict[str, tuple[str, str]] = {
    "config.option": ("Option", "选项"),
    "config.value": ("Value", "值"),
    "config.origin": ("From", "来源"),
    "config.place": ("Where", "位置"),
    "config.by-option": ("option", "命令行选项"),
    "config.by-environment": ("environment", "环境变量"),
    "config.by-file": ("file", "配置文件"),
    "config.by-default": ("default", "默认值"),
}
