"""Owns the page of a checklist: boxes to tick, in hire order."""

from typing import Any

from teamplan.page.answer import Answer, as_data
from teamplan.page.blocks import Block, Bullets, Lines, Page, Title
from teamplan.page.table import Table, plain_table
from teamplan.page.words import Words, number
from teamplan.questions.checklist.answer import BoughtEntry, Checklist, Tick
from teamplan.questions.checklist.words import WORDS


def shown(result: Checklist, words: Words) -> Answer:
    """What `checklist` prints."""
    words = words.of(WORDS)
    return Answer(lambda: _page(result, words), lambda: _data(result), lambda: (_all_boxes(result),))


def _data(result: Checklist) -> dict[str, Any]:
    data: dict[str, Any] = as_data(result)
    return data if result.bought else {key: value for key, value in data.items() if key != "bought"}


def _all_boxes(result: Checklist) -> Table:
    """A row for each box."""
    groups = [(entry.role, entry.people, entry.duties) for entry in result.entries]
    groups += [("owner", 1, result.cover), ("prepare", 0, result.prepare)]
    return plain_table(
        {"stage": result.stage, "who": who, "people": people, "item": box.item, "done": box.done}
        for who, people, boxes in groups
        for box in boxes
    )


def _page(result: Checklist, words: Words) -> Page:
    say = words.say
    blocks: list[Block] = [Title(say("list.title", stage=words.stage(result.stage), orders=number(result.orders)))]
    for entry in result.entries:
        blocks.append(Title(say("list.role", people=entry.people, role=words.role(entry.role))))
        blocks.append(_boxes(entry.duties, [words.duty(box.item) for box in entry.duties]))
    blocks.append(Title(say("list.owner")))
    blocks.append(_boxes(result.cover, [words.duty(box.item) for box in result.cover]))
    if result.bought:
        blocks += [Title(say("list.bought")), Bullets(tuple(_bought(each, words) for each in result.bought))]
    if result.not_hired:
        blocks.append(Lines((say("list.not-hired", roles=say.join(map(words.role, result.not_hired))),)))
    if result.prepare:
        remarks = words.playbook.stages[result.stage].prepare
        title = say("list.prepare", stage=words.stage(result.next)) if result.next else say("list.keep")
        blocks += [Title(title), _boxes(result.prepare, [say.text(remark.say) for remark in remarks])]
    return Page(tuple(blocks))


def _bought(entry: BoughtEntry, words: Words) -> str:
    """The option and the role; the duties that arise in the stage, where there are any."""
    name = words.say.text(words.playbook.sourcing[entry.option].name)
    said = words.say("list.bought-for", option=name, role=words.role(entry.role))
    if not entry.duties:
        return said
    return words.say("list.bought-duties", said=said, duties=words.say.join(map(words.duty, entry.duties)))


def _boxes(boxes: tuple[Tick, ...], texts: list[str]) -> Bullets:
    return Bullets(tuple(texts), tuple(box.done for box in boxes), tuple(box.id for box in boxes))
