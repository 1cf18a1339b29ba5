"""Owns the page of a checklist: boxes to tick, in hire order."""

from teamplan.page.blocks import Block, Bullets, Lines, Page, Title
from teamplan.page.words import Words, number
from teamplan.questions.checklist.answer import Checklist, Tick


def checklist_page(result: Checklist, words: Words) -> Page:
    """What `checklist` prints."""
    say = words.say
    blocks: list[Block] = [Title(say("list.title", stage=words.stage(result.stage), orders=number(result.orders)))]
    for entry in result.entries:
        blocks.append(Title(say("list.role", people=entry.people, role=words.role(entry.role))))
        blocks.append(_boxes(entry.duties, [words.duty(box.item) for box in entry.duties]))
    blocks.append(Title(say("list.owner")))
    blocks.append(_boxes(result.cover, [words.duty(box.item) for box in result.cover]))
    if result.not_hired:
        blocks.append(Lines((say("list.not-hired", roles=say.join(map(words.role, result.not_hired))),)))
    if result.prepare:
        remarks = words.playbook.stages[result.stage].prepare
        title = say("list.prepare", stage=words.stage(result.next)) if result.next else say("list.keep")
        blocks += [Title(title), _boxes(result.prepare, [say.text(remark.say) for remark in remarks])]
    return Page(tuple(blocks))


def _boxes(boxes: tuple[Tick, ...], texts: list[str]) -> Bullets:
    return Bullets(tuple(texts), tuple(box.done for box in boxes))
