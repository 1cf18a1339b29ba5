"""Owns the drawing of a chart of dates in plain characters, for any width; the same on a terminal and in a pipe."""

from datetime import date

from teamplan.page.blocks import Bar, Gantt
from teamplan.page.cells import cells
from teamplan.page.problems import printable

SEARCH, RAMP, WORK = ".", "=", "#"
NOBODY, PARTLY = "!", "+"  # search and ramp-up of days on which the work is needed already
MOST_COLUMNS, LEAST_CELLS, MOST_LABEL = 120, 20, 26
MONTH = len("2026-12 ")


def gantt_lines(gantt: Gantt, width: int) -> list[str]:
    """The chart in at most `width` columns (20 cells of time at least): months, then a line a bar or heading."""
    return [label + drawn for label, drawn in gantt_parts(gantt, width)]


def gantt_parts(gantt: Gantt, width: int) -> list[tuple[str, str]]:
    """The lines of the chart, each as what is told and the signs after it."""
    bars = [each if isinstance(each, str) else _labelled(each) for each in gantt.bars]
    margin = max((cells(bar.label) for bar in bars if not isinstance(bar, str)), default=0) + 1
    scale = Scale(gantt.start, gantt.end, max(min(width, MOST_COLUMNS) - margin, LEAST_CELLS))
    lines = [(" " * margin + scale.months(), "")]
    for bar in bars:
        if isinstance(bar, str):
            lines.append((_cut(printable(bar), margin + scale.width), ""))
        else:
            lines.append((bar.label + " " * (margin - cells(bar.label)), _bar(bar, scale).rstrip()))
    return [(label if drawn else label.rstrip(), drawn) for label, drawn in lines]


def _labelled(bar: Bar) -> Bar:
    return bar.with_(label=_cut(printable(bar.label), MOST_LABEL))


class Scale:
    """The days of a chart on its cells of time."""

    def __init__(self, start: date, end: date, width: int) -> None:
        self._start, self._days, self.width = start, (end - start).days + 1, width

    def cell(self, day: date) -> int:
        """The cell of a day; days outside the chart fall on its ends."""
        return min(max((day - self._start).days * self.width // self._days, 0), self.width)

    def months(self) -> str:
        """The first days of months, as many as there is room for."""
        line = ""
        for place in range(self._days):
            day = date.fromordinal(self._start.toordinal() + place)
            at = self.cell(day)
            if day.day == 1 and at >= len(line) and at + MONTH - 1 <= self.width:
                line += " " * (at - len(line)) + day.isoformat()[:7] + " "
        return line


def _bar(bar: Bar, scale: Scale) -> str:
    search, start, work = (scale.cell(day) for day in (bar.search_by, bar.start_by, bar.working_by))
    needed = scale.cell(bar.needed_on) if bar.needed_on < bar.working_by else work
    waiting = _turning(SEARCH, NOBODY, start - search, needed - search)
    learning = _turning(RAMP, PARTLY, work - start, needed - start)
    return " " * search + waiting + learning + WORK * (scale.width - work)


def _turning(before: str, after: str, length: int, at: int) -> str:
    """So many cells of `before`, from the cell `at` on of `after`."""
    first = min(max(at, 0), length)
    return before * first + after * (length - first)


def _cut(text: str, most: int) -> str:
    while cells(text) > most:
        text = text[:-1]
    return text
