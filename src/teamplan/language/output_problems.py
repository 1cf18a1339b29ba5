"""Owns what the program says of answers that cannot be written as asked for, in English and Chinese."""

OUTPUT_PROBLEMS: dict[str, tuple[str, str]] = {
    "json-or-format": (
        "is short for --format json, and --format says {given}",
        "等同于 --format json，而 --format 为 {given}",
    ),
    "file-needed": ("a workbook ({format}) is no text for a terminal", "工作簿（{format}）不能显示在终端"),
    "folder-needed": (
        "a report of several shops is a folder of pages",
        "多家店铺的报告是一个文件夹，每店一页",
    ),
    "unknown-suffix": ("“{given}” ends like no format of this command", "“{given}” 的后缀不是此命令的格式"),
    "not-written-over": ("is no regular file, and is not written over", "不是普通文件，不会覆盖"),
    "cannot-write": ("cannot be written: {reason}", "无法写入：{reason}"),
}

OUTPUT_MENDS: dict[str, tuple[str, str]] = {
    "json-or-format": ("Give one of the two.", "请只给其中一个。"),
    "file-needed": ("Name a file: -o plan.xlsx.", "请用 `-o plan.xlsx` 指定文件。"),
    "folder-needed": ("Name one, with / at its end: -o shops/.", "请指定文件夹，以 / 结尾：`-o shops/`。"),
    "unknown-suffix": (
        "End it in {known}, or say its format with --format.",
        "请以 {known} 结尾，或用 --format 指定格式。",
    ),
    "not-written-over": ("Name a file, or one that is not there yet.", "请指定普通文件，或尚不存在的文件。"),
}
