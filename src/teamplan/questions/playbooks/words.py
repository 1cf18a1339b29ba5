"""Owns the sentences of what ships: key -> (English, Chinese)."""

WORDS: dict[str, tuple[str, str]] = {
    "playbooks.playbook": ("Playbooks, for --playbook NAME", "方案（--playbook 名称）"),
    "playbooks.overlay": ("Overlays, for --with NAME, on any of them", "叠加方案（--with 名称），可叠加在任一方案上"),
    "playbooks.said": ("{name}: {about}", "{name}：{about}"),
    "playbooks.size": ("{said}; {stages} stages, {roles} roles", "{said}；{stages} 个阶段，{roles} 个岗位"),
    "playbooks.one-stage": ("{said}; one stage, {roles} roles", "{said}；1 个阶段，{roles} 个岗位"),
    "playbooks.adds": ("{said}; adds roles: {roles}", "{said}；增加 {roles} 个岗位"),
}
