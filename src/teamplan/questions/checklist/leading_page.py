"""Owns the page of what leading takes: the hours of each leader, then the practices and the set-up as boxes."""

from typing import Any

from teamplan.page.answer import Answer, as_data
from teamplan.page.blocks import Block, Bullets, Lines, Page, Title
from teamplan.page.table import Column, Shown, Table, plain_table, table
from teamplan.page.words import Words, number
from teamplan.playbook.management import Management
from teamplan.questions.checklist.leading import LeadingList, PracticeList
from teamplan.questions.checklist.words import WORDS

LEAST = 2  # minutes; less is told as the playbook writes it


def leading_shown(result: LeadingList, management: Management, words: Words) -> Answer:
    """What `checklist --management` prints."""
    words = words.of(WORDS)
    hours = _hours(result, words)
    return Answer(
        lambda: _page(result, management, hours, words),
        lambda: _data(result, management, words),
        lambda: (_all_boxes(result, management, words), hours),
    )


def _all_boxes(result: LeadingList, management: Management, words: Words) -> Table:
    return plain_table(
        {
            "stage": result.stage, "practice": each.practice, "kind": each.kind, "who": each.who, "every": each.every,
            "minutes": each.minutes, "per": each.per, "id": box.id, "say": text, "done": box.done,
        }
        for each in result.practices
        for box, text in zip(each.boxes, _steps(each, management, words), strict=True)
    )  # fmt: skip


def _data(result: LeadingList, management: Management, words: Words) -> dict[str, Any]:
    """The result with the sentences of its boxes."""
    data: dict[str, Any] = as_data(result)
    for practice, each in zip(data["practices"], result.practices, strict=True):
        steps = _steps(each, management, words)
        practice["boxes"] = [
            {"id": box.id, "say": text, "done": box.done} for box, text in zip(each.boxes, steps, strict=True)
        ]
    return data


def _steps(practice: PracticeList, management: Management, words: Words) -> list[str]:
    return [words.say.text(step) for step in management.practices[practice.practice].steps]


def _hours(result: LeadingList, words: Words) -> Table:
    say = words.say
    columns = (
        Column("leader", say("leading.leader")),
        Column("led", say("leading.led"), "people", right=True),
        Column("hours_per_week", say("leading.hours"), "hours", digits=1, right=True),
        Column("counted_per_week", say("leading.counted"), "hours", digits=1, right=True),
    )
    rows = (as_data(each) | {"leader": Shown(each.leader, words.role(each.leader))} for each in result.leaders)
    return table(columns, rows)


def _page(result: LeadingList, management: Management, hours: Table, words: Words) -> Page:
    say = words.say
    title = say(
        "leading.title", stage=words.stage(result.stage), orders=number(result.orders), people=number(result.people)
    )
    blocks: list[Block] = [Title(title), hours, Lines((say("leading.in-working-time"), *_beyond(result, words)))]
    for kind in ("practice", "set-up"):
        for each in result.practices:
            if each.kind == kind:
                blocks.append(Title(_told(each, management, words)))
                boxes = tuple(box.done for box in each.boxes)
                blocks.append(Bullets(tuple(_steps(each, management, words)), boxes))
    return Page(tuple(blocks))


def _beyond(result: LeadingList, words: Words) -> list[str]:
    """Whether the hours are within those of the plan, and whose are not."""
    over = [each for each in result.leaders if each.beyond > 0]
    if not over:
        return [words.say("leading.within")]
    return [
        words.say("leading.beyond", who=words.role(each.leader), hours=number(each.beyond, 1), led=number(each.led))
        for each in over
    ]


def _told(practice: PracticeList, management: Management, words: Words) -> str:
    """A practice with who does it, how often and how long, and who said it."""
    say, declared = words.say, management.practices[practice.practice]
    told = say(
        f"leading.each.{practice.per}",
        name=say.text(declared.name),
        who=say(f"leading.who.{practice.who}"),
        every=say(f"leading.every.{practice.every}"),
        minutes=words.time(practice.minutes) if practice.minutes >= LEAST else words.quantity(declared.takes.value),
    )
    return say("leading.said", told=told, source=declared.source) if declared.source else told
