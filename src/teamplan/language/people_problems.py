"""Owns what can be wrong with how people are led and with those of a team by name: sentence and mend of each problem."""

PEOPLE_PROBLEMS: dict[str, tuple[str, str]] = {
    "line-loop": ("somebody would report to himself: {chain}", "有人会向自己汇报：{chain}"),
    "in-two-units": ("“{given}” stands in unit {first} already", "“{given}” 已在部门 {first} 中"),
    "too-many-levels": ("more than {most} bosses stand above each other", "上下级超过 {most} 层"),
    "own-boss": ("would report to himself: {chain}", "会向自己汇报：{chain}"),
    "names-beyond-people": (
        "`roles` counts {people} in role {role}, and this is one name more",
        "`roles` 中岗位 {role} 为 {people} 人，此处多出一个名字",
    ),
    "lessons-out-of-order": (
        "lessons begin on day 1 and go on from there, not {given}",
        "带教从第 1 天起依次进行，而不是 {given}",
    ),
    "taught-too-late": (
        "taught on day {given:g}, when the role works at full speed from day {most:g}",
        "第 {given:g} 天才教，而该岗位第 {most:g} 天起已全速工作",
    ),
    "person-named-owner": ("“{given}” is who is not in the file: the owner", "“{given}” 指文件中未写明的店主"),
    "duty-of-two": (
        "{given} does `{duty}` as {first} in line {line} does",
        "{given} 与第 {line} 行的 {first} 都承担 `{duty}`",
    ),
    "duty-answered-twice": (
        "{given} answers for `{duty}` as {first} in line {line} does",
        "{given} 与第 {line} 行的 {first} 都负责 `{duty}`",
    ),
    "duty-of-nobody": (
        "nobody does `{duty}`, which the plan gives to `{role}`",
        "无人承担 `{duty}`，方案将其交给 `{role}`",
    ),
    "no-profile": ("the playbook does not say how “{given}” is hired", "方案没有写明如何招聘 “{given}”"),
    "role-or-management": (
        "a list is that of one role or that of leading, not both",
        "清单只能是某个岗位的，或管理事项的，二者选一",
    ),
    "no-management": ("this playbook does not say how its people are led", "此方案没有写明人员管理"),
    "no-organisation": ("this playbook has no reporting lines", "此方案没有汇报关系数据"),
    "unknown-template": ("there is no form of organisation “{given}”", "没有名为 “{given}” 的组织形式"),
}
PEOPLE_MENDS: dict[str, tuple[str, str]] = {
    "line-loop": ("Let one of them report to the owner.", "请让其中一个向店主汇报（`owner`）。"),
    "in-two-units": ("Take it out of one of the two.", "请从其中一处去掉。"),
    "too-many-levels": ("Let some of them report higher up.", "请让其中一些人向更上一级汇报。"),
    "own-boss": (
        "Let one of them report to somebody else, or to owner.",
        "请让其中一人改向他人或店主（`owner`）汇报。",
    ),
    "names-beyond-people": ("Count him in `roles`, or take the name out.", "请在 `roles` 中计入，或去掉这个名字。"),
    "lessons-out-of-order": ("Write the lessons in order of their days.", "请按天数顺序书写。"),
    "taught-too-late": ("Teach it earlier, or raise days_to_full_speed.", "请提前，或调高 days_to_full_speed。"),
    "person-named-owner": ("Write another name, or `role: owner`.", "请换一个名称，或写 `role: owner`。"),
    "duty-of-two": (
        "Leave it to one of them: write the duties of each under duties:.",
        "请只交给其中一人：在 duties: 下写明各自的职责。",
    ),
    "duty-answered-twice": (
        "One name stands behind each duty: take it out of one.",
        "每项职责只有一名负责人，请从其中一处去掉。",
    ),
    "duty-of-nobody": (
        "Give it to somebody under duties:, or add somebody in that role.",
        "请在 duties: 下交给某人，或添加该岗位的人员。",
    ),
    "no-profile": (
        "Add it under profiles: in management.yaml.",
        "请在 management.yaml 的 profiles: 下添加。",
    ),
    "role-or-management": ("Ask for one after the other.", "请分两次查看。"),
    "no-management": (
        "Copy management.yaml from a playbook that `teamplan stages new DIR` writes.",
        "请从 `teamplan stages new DIR` 写出的方案中复制 management.yaml。",
    ),
    "no-organisation": (
        "Copy organisation.yaml from a playbook that `teamplan stages new DIR` writes.",
        "请从 `teamplan stages new DIR` 写出的方案中复制 organisation.yaml。",
    ),
}
