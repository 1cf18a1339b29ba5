"""Owns the page of a role's hiring list: where and at what pay, then boxes part by part."""

from teamplan.page.answer import Answer, as_data
from teamplan.page.blocks import Block, Bullets, Labelled, Lines, Page, Title
from teamplan.page.table import Column, Shown, Table, plain_table, table
from teamplan.page.words import Words, number
from teamplan.playbook.management import Management
from teamplan.questions.checklist.profile import HiringList, PayThere
from teamplan.questions.checklist.words import WORDS


def profile_shown(result: HiringList, management: Management, words: Words) -> Answer:
    """What `checklist --role` prints."""
    words = words.of(WORDS)
    texts = _texts(result, management, words)
    pay = _pay(result, words)
    return Answer(
        lambda: _page(result, texts, pay, words),
        lambda: _data(result, texts),
        lambda: (_all_boxes(result, texts), pay),
    )


def _texts(result: HiringList, management: Management, words: Words) -> dict[str, list[str]]:
    """The sentences of the boxes, part by part."""
    say, profile = words.say, management.profiles[result.role]
    inside = management.promotion.criteria if result.promoted_from else ()
    return {
        "from-inside": [say.text(each) for each in inside],
        "must": [say.text(each) for each in profile.must],
        "ask": [say.text(each) for each in profile.ask],
        "teach": [say("profile.day", day=each.day, what=say.text(each.say)) for each in profile.teach],
    }


def _data(result: HiringList, texts: dict[str, list[str]]) -> dict[str, object]:
    data: dict[str, object] = as_data(result)
    boxes = {
        part: [{"id": box.id, "say": text, "done": box.done} for box, text in zip(ticks, texts[part], strict=True)]
        for part, ticks in result.boxes.items()
    }
    return data | {"boxes": boxes, "pay": [_plain(each) for each in result.pay]}


def _plain(each: PayThere) -> dict[str, object]:
    """What a role is paid and costs at a place, each with its range."""
    sums = {"monthly_pay": each.pay, "monthly_cost": each.total}
    found: dict[str, object] = {"place": each.place, "here": each.here, "currency": each.pay.likely.currency}
    for name, band in sums.items():
        ends = {"": band.likely, "_low": band.low, "_high": band.high}
        found |= {name + end: float(amount) for end, amount in ends.items()}
    return found


def _all_boxes(result: HiringList, texts: dict[str, list[str]]) -> Table:
    return plain_table(
        {"role": result.role, "part": part, "id": box.id, "say": text, "done": box.done}
        for part, ticks in result.boxes.items()
        for box, text in zip(ticks, texts[part], strict=True)
    )


def _page(result: HiringList, texts: dict[str, list[str]], pay: Table, words: Words) -> Page:
    say = words.say
    blocks: list[Block] = [
        Title(say("profile.title", role=words.role(result.role))),
        Labelled(
            (
                (say("profile.where"), say.join(say(f"profile.at.{each}") for each in result.place)),
                (say("profile.experience"), say(f"profile.experience.{result.experience}")),
                (
                    say("profile.days"),
                    say(
                        "profile.days-told",
                        search=number(result.search_days),
                        full=number(result.full_speed_days),
                    ),
                ),
            )
        ),
        pay,
    ]
    if result.promoted_from:
        roles = say.join(map(words.role, result.promoted_from))
        blocks += [Title(say("profile.from-inside")), Lines((say("profile.look-first", roles=roles),))]
        blocks.append(_boxes(result, "from-inside", texts))
    for part in ("must", "ask", "teach"):
        blocks += [Title(say(f"profile.{part}")), _boxes(result, part, texts)]
    return Page(tuple(blocks))


def _boxes(result: HiringList, part: str, texts: dict[str, list[str]]) -> Bullets:
    boxes = result.boxes[part]
    return Bullets(tuple(texts[part]), tuple(box.done for box in boxes), tuple(box.id for box in boxes))


def _pay(result: HiringList, words: Words) -> Table:
    say = words.say
    currency = words.currency(result.pay[0].pay.likely.currency)
    columns = (
        Column("place", say("profile.place")),
        Column("here"),
        Column("pay", say("profile.pay", currency=currency), "money", digits=0, right=True),
        Column("cost", say("profile.cost", currency=currency), "money", digits=0, right=True),
    )
    rows = (
        {"place": Shown(each.place, _place(each.place, words)), "here": each.here,
         "pay": each.pay.likely, "cost": each.total.likely}
        for each in result.pay
    )  # fmt: skip
    return table(columns, rows, strong=frozenset({0}))


def _place(place: str | None, words: Words) -> str:
    known = words.playbook.places.get(place or "")
    return words.say.text(known.name) if known else ""
