"""Owns what can be wrong with an organisation and the people of a team by name: sentence and mend of each problem."""

PEOPLE_PROBLEMS: dict[str, tuple[str, str]] = {
    "line-loop": ("somebody would report to himself: {chain}", "有人会向自己汇报：{chain}"),
    "in-two-units": ("“{given}” stands in unit {first} already", "“{given}” 已在部门 {first} 中"),
    "too-many-levels": ("more than {most} bosses stand above each other", "上下级超过 {most} 层"),
    "own-boss": ("would report to himself: {chain}", "会向自己汇报：{chain}"),
    "names-beyond-people": (
        "`roles` counts {people} in role {role}, and this is one name more",
        "`roles` 中岗位 {role} 为 {people} 人，此处多出一个名字",
    ),
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
    "no-organisation": (
        "Copy organisation.yaml from a playbook that `teamplan stages new DIR` writes.",
        "请从 `teamplan stages new DIR` 写出的方案中复制 organisation.yaml。",
    ),
}
