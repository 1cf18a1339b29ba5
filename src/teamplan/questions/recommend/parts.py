"""Owns the parts of a plan's page that a report tells apart: the first screen, the team, and the owner's week."""

from collections.abc import Iterator, Sequence

from teamplan.page.blocks import Block, Labelled, Title
from teamplan.page.words import Words
from teamplan.questions.recommend.first_screen import first_screen
from teamplan.questions.recommend.page import owner_title, shown
from teamplan.questions.recommend.plan import Plan
from teamplan.questions.recommend.words import WORDS


def overview_of(plan: Plan, words: Words) -> Iterator[Block]:
    """The first screen without what is to be typed next."""
    words = words.of(WORDS)
    more = words.say("first.more")
    for block in first_screen(plan, words).blocks:
        if isinstance(block, Labelled):
            yield Labelled(tuple(item for item in block.items if item[0] != more))
        else:
            yield block


def team_and_owner(plan: Plan, words: Words) -> tuple[list[Block], list[Block]]:
    """The whole page in two: all but the owner's week, and the owner's week; without how to ask why."""
    blocks = shown(plan, words, details=True).page().blocks[:-1]
    own = Title(owner_title(plan, words.of(WORDS)))
    parts = list(_parts(blocks))
    team = [block for part in parts if part[0] != own for block in part]
    return team, [block for part in parts if part[0] == own for block in part]


def _parts(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks by the titles above them."""
    part: list[Block] = []
    for block in blocks:
        if isinstance(block, Title) and part:
            yield part
            part = []
        part.append(block)
    yield part
