"""Owns the page of a chart: the tree, the spans that want a look, and forms of organisation compared."""

from collections.abc import Iterator
from typing import Any

from teamplan.page.answer import Answer, as_data, cells_of
from teamplan.page.blocks import Block, Bullets, Lines, Page, Title
from teamplan.page.drawn import as_tree
from teamplan.page.table import Column, Shown, Table, plain_table, table
from teamplan.page.words import Words, number
from teamplan.playbook.organisation import Organisation
from teamplan.playbook.people import OWNER
from teamplan.questions.orgchart.drawing import Drawing
from teamplan.questions.orgchart.result import VACANT, Compared, OrgChart, SpanOfBoss
from teamplan.questions.orgchart.words import WORDS

COLUMNS = ("id", "role", "function", "status", "name", "title", "boss", "unit")


def shown(chart: OrgChart, words: Words, organisation: Organisation) -> Answer:
    """What `orgchart` prints, and what its drawings draw."""
    words = words.of(WORDS)
    drawing = Drawing(chart, words, organisation)
    forms = [_forms(chart, words, organisation)] if chart.compared else []
    people = plain_table(map(cells_of, chart.people), COLUMNS)
    return Answer(
        lambda: Page(tuple(_blocks(chart, words, organisation, drawing))),
        lambda: _data(chart),
        lambda: (*forms, people),
        chart=drawing.box,
    )


def _data(chart: OrgChart) -> dict[str, Any]:
    data = as_data(chart)
    data["template"] = None if chart.template is None else _form_data(chart.template)
    data["compared"] = [_form_data(form) for form in chart.compared]
    return dict(data)


def _form_data(form: Compared) -> dict[str, Any]:
    return cells_of(form) | {"empty": list(form.empty)}


def _blocks(chart: OrgChart, words: Words, organisation: Organisation, drawing: Drawing) -> Iterator[Block]:
    """The chart, unless only forms are compared, then these."""
    say = words.say
    if chart.template is not None or not chart.compared:
        yield Title(_title(chart, words))
        yield from _form(chart, words, organisation)
        yield as_tree(drawing.box(), say("chart.colon"), say("chart.stop"))
        yield from _spans(chart, words)
    if chart.compared:
        yield from _comparison(chart, words, organisation)


def _title(chart: OrgChart, words: Words) -> str:
    vacant = sum(seat.status == VACANT for seat in chart.people)
    values = {"stage": words.stage(chart.stage), "orders": number(chart.orders), "people": len(chart.people) - vacant}
    return words.say("chart.title-team" if chart.with_team else "chart.title", vacant=vacant, **values)


def _form(chart: OrgChart, words: Words, organisation: Organisation) -> Iterator[Block]:
    if chart.template is None:
        return
    say, template = words.say, organisation.templates[chart.template.id]
    told = [say("chart.title-form", form=say.text(template.name), fits=say.text(template.fits))]
    if chart.template.without_unit:
        told.append(say("chart.without-unit", people=chart.template.without_unit))
    yield Lines(tuple(told))


def _spans(chart: OrgChart, words: Words) -> Iterator[Block]:
    """The bosses who lead too few or too many; one line where all is well."""
    yield Title(words.say("chart.spans"))
    told = [_span(span, words) for span in chart.spans if span.says != "fits"]
    if told:
        yield Bullets(tuple(told))
        return
    leads = [span.people for span in chart.spans if span.boss != OWNER]
    if leads:
        few, most = min(leads), max(leads)
        yield Lines((words.say("chart.spans-fit" if few < most else "chart.spans-alike", few=few, most=most),))
    else:
        yield Lines((words.say("chart.only-owner" if chart.people else "chart.nobody-yet"),))


def _span(span: SpanOfBoss, words: Words) -> str:
    boss = words.role(span.role)
    boss = words.say("chart.named", role=boss, name=span.name) if span.name else boss
    return words.say(f"chart.{span.says}", boss=boss, people=span.people, most=span.most)


def _comparison(chart: OrgChart, words: Words, organisation: Organisation) -> Iterator[Block]:
    say = words.say
    yield Title(say("chart.compared", people=len(chart.people)))
    yield _forms(chart, words, organisation)
    names = {each.id: say.text(organisation.templates[each.id].name) for each in chart.compared}
    fitting = [names[form.id] for form in chart.compared if form.fits]
    yield Lines((say("chart.fits-now", forms=say.join(fitting)) if fitting else say("chart.fits-none"),))
    yield Bullets(tuple(_when(form, words, organisation) for form in chart.compared))


def _when(form: Compared, words: Words, organisation: Organisation) -> str:
    """When a form fits, which of its units stay empty at this size, and whom it has no unit for."""
    say, template = words.say, organisation.templates[form.id]
    size = say("chart.from" if form.high is None else "chart.from-to", low=form.low, high=form.high)
    fits, source = say.text(template.fits), f"{template.fact}, {template.source}"
    told = say("chart.when", id=form.id, form=say.text(template.name), size=size, fits=fits, source=source)
    if form.empty:
        told += say("chart.when-empty", units=say.join([say.text(template.units[unit].name) for unit in form.empty]))
    return told + (say("chart.when-without", people=form.without_unit) if form.without_unit else "")


def _forms(chart: OrgChart, words: Words, organisation: Organisation) -> Table:
    say = words.say
    columns = [
        Column("id", say("chart.column.form")),
        Column("units", say("chart.column.units"), "people", right=True),
        Column("empty", say("chart.column.empty"), right=True),
        Column("widest", say("chart.column.widest"), "people", right=True),
        Column("leads", say("chart.column.leads"), "people", right=True),
        Column("more_leads", say("chart.column.more"), "people", right=True),
        Column("without_unit"),
        Column("low"),
        Column("high"),
        Column("fits"),
    ]
    strong = frozenset(place for place, form in enumerate(chart.compared) if form.fits)
    return table(columns, (_form_row(form, words, organisation) for form in chart.compared), strong=strong)


def _form_row(form: Compared, words: Words, organisation: Organisation) -> dict[str, Any]:
    say, template = words.say, organisation.templates[form.id]
    return {
        "id": Shown(form.id, say.text(template.name)),
        "units": len(form.units),
        "empty": Shown(list(form.empty), str(len(form.empty))),
        "widest": form.widest,
        "leads": form.leads,
        "more_leads": form.more_leads,
        "without_unit": form.without_unit,
        "low": form.low,
        "high": form.high,
        "fits": form.fits,
    }
