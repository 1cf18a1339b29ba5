"""Owns what the program says of texts that cannot be read or have another shape, in English and Chinese."""

TEXT_PROBLEMS: dict[str, tuple[str, str]] = {
    "unreadable": ("cannot be read: {reason}", "无法读取：{reason}"),
    "not-a-file": ("is a pipe or a device, not a file", "是管道或设备，不是文件"),
    "not-utf8": ("is not UTF-8 text from here on", "从这里起不是 UTF-8 文本"),
    "csv-not-utf8": ("is not UTF-8 text from here on", "从这里起不是 UTF-8 文本"),
    "file-too-large": ("is larger than {most:,} bytes", "超过 {most:,} 字节"),
    "not-yaml": ("is not valid YAML: {reason}", "不是有效的 YAML：{reason}"),
    "empty-file": ("is empty", "文件为空"),
    "too-deep": ("is nested more than {most} levels deep", "嵌套超过 {most} 层"),
    "alias": ("aliases like *{given} are not supported", "不支持 *{given} 这样的别名"),
    "duplicate-key": (
        "“{key}” stands here a second time (first in line {line})",
        "“{key}” 重复出现（首次在第 {line} 行）",
    ),
    "no-such-folder": ("is not a folder", "不是一个文件夹"),
    "unknown-file": ("is not a file of a playbook", "不是方案中的文件"),
    "no-stages": ("has no stage files", "没有阶段文件"),
    "not-a-mapping": ("expected names with values, found {given}", "应为“名称: 值”，实际为 {given}"),
    "not-a-list": ("expected a list, found {given}", "应为列表，实际为 {given}"),
    "not-a-text": ("expected a text, found {given}", "应为文本，实际为 {given}"),
    "not-a-bool": ("expected true or false, found {given}", "应为 true 或 false，实际为 {given}"),
    "not-whole": ("expected a whole number, found {given}", "应为整数，实际为 {given}"),
    "not-an-id": ("“{given}” is not a name; names look like {like}", "“{given}” 不是可用的名称；名称形如 {like}"),
    "not-a-reference": ("expected the name of an assumption, found {given}", "应为参数名，实际为 {given}"),
    "not-one-of": ("expected one of: {known}; found {given}", "应为 {known} 之一，实际为 {given}"),
    "empty": ("must not be empty", "不能为空"),
    "text-too-long": ("is longer than 500 characters", "超过 500 个字符"),
    "control-character": ("holds a control character: “{given}”", "含有控制字符：“{given}”"),
    "unknown-key": ("“{given}” is not known here", "这里不认识 “{given}”"),
    "missing-key": ("“{key}” is missing", "缺少 “{key}”"),
}

TEXT_MENDS: dict[str, tuple[str, str]] = {
    "not-a-file": ("Save what it holds in a file, or use `/dev/stdin`.", "请将其内容存为文件，或使用 `/dev/stdin`。"),
    "not-utf8": ("Save the file as UTF-8.", "请将文件另存为 UTF-8。"),
    "csv-not-utf8": (
        "Save it as UTF-8; in Excel choose “CSV UTF-8” as the file type.",
        "请存为 UTF-8；在 Excel 中另存时，文件类型选择“CSV UTF-8（逗号分隔）”。",
    ),
    "not-yaml": ("Check quotes, colons and indentation here.", "请检查此处的引号、冒号和缩进。"),
    "alias": ("Write the value out.", "请把值完整写出。"),
    "duplicate-key": ("Keep one of the two.", "请只保留一个。"),
    "no-such-folder": (
        "`teamplan stages new DIR` writes a copy to start from.",
        "可用 `teamplan stages new DIR` 写出一份副本。",
    ),
    "unknown-file": ("Stage files are named like 4-half-year.yaml.", "阶段文件的命名形如 4-half-year.yaml。"),
    "unknown-key": ("Remove it, or see `teamplan schema`.", "请删除，或参见 `teamplan schema`。"),
    "missing-key": ("Add it.", "请补上。"),
    "control-character": ("Take it out.", "请去掉它。"),
    "not-a-text": ("Put it in quotes.", "请加引号。"),
    "not-a-reference": (
        "Write it like $pack_minutes and define it in assumptions.yaml.",
        "请写成 $pack_minutes 并在 assumptions.yaml 中定义。",
    ),
}
