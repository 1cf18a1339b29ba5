"""Owns how a check of files is told: the first fifty faults and how many there are, or that all is sound."""

from collections.abc import Sequence

from teamplan.errors import Problem
from teamplan.language import Speaker
from teamplan.page.answer import Answer
from teamplan.page.blocks import Bullets, Lines, Page
from teamplan.page.problems import MOST_TOLD, problem_data, tell
from teamplan.page.table import plain_table

PROBLEM_COLUMNS = ("file", "line", "column", "path", "key", "message")


def faults_shown(problems: Sequence[Problem], end: str, say: Speaker) -> Answer:
    """What a check answers; `end` is its last line. Its lines are never wrapped."""
    faults = [problem_data(problem, say) for problem in problems[:MOST_TOLD]]
    lines = tell(problems, say).split("\n") if problems else []
    rows = [fault | {"path": " > ".join(fault["path"])} for fault in faults]
    return Answer(
        lambda: Page((*([Bullets(tuple(lines))] if lines else []), Lines((end,)))),
        lambda: {"count": len(problems), "problems": faults},
        lambda: (plain_table(rows, PROBLEM_COLUMNS),),
        lambda: "".join(f"{line}\n" for line in (*lines, end)),
    )
