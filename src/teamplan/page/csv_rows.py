"""Owns CSV output: ids and plain numbers for machines; a text of a user never becomes a formula."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from teamplan.page.data import as_data
from teamplan.page.problems import printable
from teamplan.page.words import Words

if TYPE_CHECKING:
    from teamplan.questions.capacity.result import Capacity
    from teamplan.questions.checklist.answer import Checklist
    from teamplan.questions.diff.answer import Difference
    from teamplan.questions.explain.reasons import Reason
    from teamplan.questions.hire.calendar import HiringCalendar
    from teamplan.questions.next.outlook import Outlook
    from teamplan.questions.peak.result import CoverDay, Peak
    from teamplan.questions.recommend.plan import Plan
    from teamplan.questions.recommend.range_plan import HeadcountRange
    from teamplan.questions.service.plan import ServicePlan
    from teamplan.questions.stages.answer import StageDetail, StageSummary
    from teamplan.questions.sweep.steps import Sweep

Rows = Iterable[dict[str, Any]]


def to_csv(result: Any, words: Words) -> str:
    """The rows of an answer: roles of a plan, boxes of a checklist, steps of a reason, half hours, items of a list."""
    several = isinstance(result, tuple) and bool(result)
    name = type(result[0] if several else result).__name__
    return csv_text(ROWS.get(name, _items)(result, words), HEADERS.get(name, ()))


def csv_text(rows: Rows, header: Sequence[str] = ()) -> str:
    """Rows as CSV under their keys, which follow those of the header; a row without a key has an empty cell there."""
    rows = list(rows)
    columns = list(dict.fromkeys([*header, *(key for row in rows for key in row)]))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _safe(value) for key, value in row.items()} for row in rows)
    return out.getvalue()


def _plan(plan: "Plan", words: Words) -> Rows:
    """One row a role, with the ends of its range where they were asked for."""
    ranges = {each.role: each for each in plan.range.roles} if plan.range else {}
    return [
        {
            "stage": plan.stage.id,
            "function": role.function,
            "role": role.id,
            "name": words.role(role.id),
            "headcount": role.headcount,
            "fte": role.fte,
            "binding": role.binding,
            "next_at_orders": role.next_at and role.next_at.orders,
            "next_at_visitors": role.next_at and role.next_at.visitors,
            "have": role.have,
            "duties": " ".join(role.duties),
            **(_range(ranges[role.id]) if ranges else {}),
        }
        for role in plan.roles
    ]


def _range(each: "HeadcountRange") -> dict[str, Any]:
    ends = {"low": each.low, "high": each.high, "all_low": each.all_low, "all_high": each.all_high}
    return ends | {"movers": " ".join(mover.name for mover in each.movers)}


def _outlook(outlook: "Outlook", words: Words) -> Rows:
    """Whom the shop lacks today, the triggers, the hires of a crossing behind its stage, and the way down."""
    rows: list[dict[str, Any]] = [
        {"kind": "now", "orders": outlook.orders, "visitors": outlook.visitors, "stage": outlook.stage} | as_data(hire)
        for hire in outlook.now
    ]
    for trigger in outlook.triggers:
        row = {key: value for key, value in _flat(as_data(trigger)).items() if not key.startswith("crossing")}
        rows.append(row)
        path = trigger.crossing.path if trigger.crossing else ()
        rows += [{**row, "kind": "step", **as_data(step)} for step in path]
    return rows + [{"kind": "fall"} | as_data(fall) for fall in outlook.falls]


def _checklist(checklist: "Checklist", words: Words) -> Rows:
    groups = [(entry.role, entry.people, entry.duties) for entry in checklist.entries]
    groups += [("owner", 1, checklist.cover), ("prepare", 0, checklist.prepare)]
    return [
        {"stage": checklist.stage, "who": who, "people": people, "item": box.item, "done": box.done}
        for who, people, boxes in groups
        for box in boxes
    ]


def _peak(peak: "Peak", words: Words) -> Rows:
    """One row a day and role."""
    covered: dict[tuple[int, str], CoverDay] = {
        (day.day, cover.role): day for cover in peak.cover for day in cover.days
    }
    for day in peak.days:
        for role, people in day.roles.items():
            drawn = covered.get((day.day, role))
            yield {
                "day": day.day,
                "date": day.date,
                "orders": day.orders,
                "function": words.playbook.roles[role].function,
                "role": role,
                "name": words.role(role),
                "need": people,
                "ordinary": peak.ordinary[role],
                "overtime_hours": drawn.overtime_hours if drawn else 0,
                "temporary": drawn.temporary if drawn else 0,
                "outsourced": sum(drawn.outsourced.values()) if drawn else 0,
                "uncovered": drawn.uncovered if drawn else 0,
            }


def _capacity(capacity: "Capacity", words: Words) -> Rows:
    return [as_data(role) for role in capacity.roles]


def _hiring(calendar: "HiringCalendar", words: Words) -> Rows:
    from teamplan.questions.hire.sentences import hiring_rows

    return hiring_rows(as_data(calendar), words)


def _sweep(sweep: "Sweep", words: Words) -> Rows:
    return [_flat(as_data(step)) for step in sweep.steps]


def _service(plan: "ServicePlan", words: Words) -> Rows:
    return [_flat(as_data(half)) for half in plan.busiest_day.half_hours]


def _reason(reason: "Reason", words: Words) -> Rows:
    return _steps(reason, 0)


def _steps(reason: "Reason", level: int) -> Iterator[dict[str, Any]]:
    values = {key: value for key, value in reason.values.items() if key != "day" or isinstance(value, str)}
    yield {"level": level, "what": reason.what} | _flat(as_data(values))
    for child in reason.because:
        yield from _steps(child, level + 1)


def _difference(difference: "Difference", words: Words) -> Rows:
    """One row a change."""
    sides = {"a": difference.a, "b": difference.b, "kind": difference.kind}
    return [{**sides, "what": change.what, **_flat(as_data(change.values))} for change in difference.changes]


def _stages(stages: tuple["StageSummary", ...], words: Words) -> Rows:
    return [_bounds(stage) for stage in stages]


def _bounds(stage: "StageSummary") -> dict[str, Any]:
    age, visitors = stage.typical_age_days, stage.typical_visitors or (None, None)
    return {
        "id": stage.id,
        "starts_at_orders": stage.starts_at_orders,
        "typical_age_days_from": age[0],
        "typical_age_days_to": age[1],
        "typical_visitors_from": visitors[0],
        "typical_visitors_to": visitors[1],
        "posts": stage.posts,
    }


def _stage(detail: "StageDetail", words: Words) -> Rows:
    """The bounds, one row a post, the duties of the owner, and one row a remark."""
    bounds = _bounds(detail.summary)
    stage = bounds.pop("id")
    yield {"stage": stage, "part": "bounds", **bounds, "open_hours": detail.open_hours}
    for post in detail.posts:
        yield {"stage": stage, "part": "post", **_flat(as_data(post))}
    yield {"stage": stage, "part": "owner", "duties": detail.owner}
    money = (detail.money,) if detail.money else ()
    remarks = {"changes": detail.changes, "watch": detail.watch, "prepare": detail.prepare, "money": money}
    for part, several in remarks.items():
        for remark in several:
            yield {"stage": stage, "part": part, "say": words.say.text(remark.say), "source": remark.source}


def _items(result: Any, words: Words) -> Rows:
    return [_flat(as_data(item)) for item in (result if isinstance(result, Iterable) else (result,))]


ROWS: dict[str, Callable[[Any, Words], Rows]] = {  # by type; by its name, so that no other answer is imported
    "Plan": _plan,
    "Peak": _peak,
    "Checklist": _checklist,
    "Capacity": _capacity,
    "Outlook": _outlook,
    "HiringCalendar": _hiring,
    "Reason": _reason,
    "Sweep": _sweep,
    "ServicePlan": _service,
    "Difference": _difference,
    "StageSummary": _stages,
    "StageDetail": _stage,
}
HEADERS: dict[str, tuple[str, ...]] = {  # of answers that may have no rows
    "Difference": ("a", "b", "kind", "what"),
    "Outlook": ("kind", "orders", "visitors", "percent", "stage", "headcount", "role", "people"),
    "HiringCalendar": (
        "role", "name", "people", "kind", "why", "because", "stage", "trigger_orders", "trigger_visitors", "working_by",
        "start_by", "search_by", "late", "days_late", "ready", "share_then", "promoted_from",
    ),
}  # fmt: skip


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """Nested mappings as `outer_inner` columns."""
    flat: dict[str, Any] = {}
    for key, value in row.items():
        if isinstance(value, dict):
            flat |= {f"{key}_{inner}": item for inner, item in _flat(value).items()}
        else:
            flat[key] = value
    return flat


def _safe(value: Any) -> str:
    """A cell that no program takes for a formula and no terminal obeys."""
    text = _cell(value)
    formula = isinstance(value, str) and text[:1] in ("=", "+", "-", "@", "\t", "\r")
    return printable("'" + text if formula else text)


def _cell(value: Any) -> str:
    """A value as plain text: nothing for None, lists joined by spaces, a small mapping as its values: 09:00-17:00-2."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return " ".join(map(_cell, value))
    return "-".join(map(_cell, value.values())) if isinstance(value, dict) else str(value)
