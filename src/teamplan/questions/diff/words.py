"""Owns the sentences of a difference: key -> (English, Chinese)."""

WORDS: dict[str, tuple[str, str]] = {
    "diff.title": ("{a} -> {b}", "{a} → {b}"),
    "diff.same": ("No difference.", "没有差异。"),
    "diff.stage": ("stage: {before} -> {after}", "阶段：{before} → {after}"),
    "diff.orders": ("orders a day: {before} -> {after}", "每天订单：{before} → {after}"),
    "diff.stage-added": ("new stage: {stage}", "新增阶段：{stage}"),
    "diff.stage-gone": ("stage is gone: {stage}", "取消阶段：{stage}"),
    "diff.duty-added": ("new duty: {duty}", "新增职责：{duty}"),
    "diff.duty-gone": ("duty is gone: {duty}", "取消职责：{duty}"),
    "diff.starts-at": (
        "starts at {after} orders a day instead of {before}",
        "起点从每天 {before} 单变为 {after} 单",
    ),
    "diff.hours": ("opening hours: {before} -> {after}", "营业时间：{before} → {after}"),
    "diff.promise": ("answered in time: {before} -> {after}", "及时应答：{before} → {after}"),
    "diff.split": ("{role} splits into {roles}", "{role}拆分为{roles}"),
    "diff.merged": ("{roles} merge into {role}", "{roles}合并为{role}"),
    "diff.role-added": ("new role: {role}", "新增岗位：{role}"),
    "diff.not-yet": (
        "nobody yet at this volume: {roles}; the owner keeps their work until there is enough of it",
        "目前业务量下暂不设人：{roles}；工作量足够之前由店主承担",
    ),
    "diff.role-gone": ("role ends: {role}", "取消岗位：{role}"),
    "diff.floor": ("{role}: at least {after} instead of {before}", "{role}：最低配置从 {before} 人变为 {after} 人"),
    "diff.dedicated": (
        "{role}: dedicated, whatever the founder knows",
        "{role}：必须专职，无论创始人是否具备该技能",
    ),
    "diff.relief-ends": (
        "{role}: shifts cover days off instead of the owner",
        "{role}：休息日改由轮班覆盖，不再由店主替班",
    ),
    "diff.duty-arises": ("new duty: {duty} ({after})", "新增职责：{duty}（{after}）"),
    "diff.duty-ends": ("duty ends: {duty} ({before})", "职责结束：{duty}（{before}）"),
    "diff.duty-moves": ("{duty}: from {before} to {after}", "{duty}：从{before}移交{after}"),
    "diff.people": ("{role}: {before} -> {after}", "{role}：{before} → {after} 人"),
    "diff.total": ("total: {before} -> {after}", "合计：{before} → {after} 人"),
    "diff.reports": ("{role}: reports to {bosses}", "{role}：向{bosses}汇报"),
    "diff.reports-else": (
        "{role}: reports to {after} instead of {before}",
        "{role}：改为向{after}汇报，原向{before}汇报",
    ),
    "diff.person-moves": (
        "{name}: reports to {after} instead of {before}",
        "{name}：改为向{after}汇报，原向{before}汇报",
    ),
    "diff.leads": ("{role}: leads {after} instead of {before}", "{role}：直接下属从 {before} 人变为 {after} 人"),
    "diff.cost": (
        "cost a month: {before} -> {after} ({difference})",
        "每月人力成本：{before} → {after}（{difference}）",
    ),
    "diff.costs": ("cost a month: {before} -> {after}", "每月人力成本：{before} → {after}"),
    "diff.assumption": ("{name}: {before} -> {after}", "{name}：{before} → {after}"),
    "diff.assumption-reasons": (
        "{name}: {after}, with another range, source or reason",
        "{name}：{after}，范围、来源或理由有变",
    ),
    "diff.assumption-added": ("new assumption {name}: {after}", "新增参数 {name}：{after}"),
    "diff.assumption-gone": (
        "assumption {name} is gone (was {before})",
        "参数 {name} 已删除（原为 {before}）",
    ),
}
