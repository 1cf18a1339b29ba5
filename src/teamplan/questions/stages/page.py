"""Owns the pages of `stages list` and `stages show`."""

from collections.abc import Iterator

from teamplan.page.blocks import Block, Bullets, Grid, Lines, Page, Title
from teamplan.page.words import Words, number
from teamplan.playbook.base import Remark
from teamplan.questions.stages.answer import PostSummary, StageDetail, StageSummary


def list_page(stages: tuple[StageSummary, ...], words: Words) -> Page:
    """What `stages list` prints."""
    say = words.say
    header = tuple(say(f"stages.{key}") for key in ("id", "name", "from", "age", "visitors", "team"))
    rows = tuple(
        (
            stage.id,
            words.stage(stage.id),
            number(stage.starts_at_orders),
            _span(stage.typical_age_days, words),
            _span(stage.typical_visitors, words) if stage.typical_visitors else "-",
            str(stage.posts),
        )
        for stage in stages
    )
    title = Title(say("stages.title", name=say.text(words.playbook.frame.name)))
    return Page((title, Grid(header, rows, frozenset({2, 5}))))


def detail_page(detail: StageDetail, words: Words) -> Page:
    """What `stages show` prints."""
    say, summary = words.say, detail.summary
    stage = words.playbook.stages[summary.id]
    bounds = say(
        "stages.bounds",
        orders=number(summary.starts_at_orders),
        age=_span(summary.typical_age_days, words),
        hours=detail.open_hours or say("diff.none"),
    )
    rows = tuple((words.role(post.role), _rules(post, words), _duties(post.duties, words)) for post in detail.posts)
    header = (say("column.role"), say("stages.rules"), say("stages.duties"))
    blocks: list[Block] = [
        Title(f"{words.stage(summary.id)} ({summary.id})"),
        Lines((say("stages.summary", summary=say.text(stage.summary), source=stage.source), bounds)),
        Title(say("stages.posts")),
        Grid(header, rows),
        Lines((say("stages.owner", duties=_duties(detail.owner, words)),)),
    ]
    money = (detail.money,) if detail.money else ()
    for key, remarks in (
        ("changes", detail.changes),
        ("watch", detail.watch),
        ("prepare", detail.prepare),
        ("money", money),
    ):
        if remarks:
            blocks += [
                Title(say(f"stages.{key}")),
                Bullets(tuple(_remark(remark, words) for remark in remarks)),
            ]
    return Page(tuple(blocks))


def _remark(remark: Remark, words: Words) -> str:
    return words.say("stages.remark", say=words.say.text(remark.say), source=remark.source)


def _rules(post: PostSummary, words: Words) -> str:
    return words.say.join(_each_rule(post, words)) or "-"


def _each_rule(post: PostSummary, words: Words) -> Iterator[str]:
    say = words.say
    if post.exactly is not None:
        yield say("rule.exactly", people=post.exactly)
    if post.at_least is not None:
        yield say("rule.at-least", people=post.at_least)
    if post.from_fte is not None:
        yield say("rule.from-fte", fte=number(post.from_fte))
    if post.unless_founder is not None:
        yield say("rule.unless-founder", function=words.function(post.unless_founder))
    if post.relieved_by is not None:
        yield say("rule.relieved")


def _duties(duties: tuple[str, ...], words: Words) -> str:
    return words.say.join(words.duty(duty) for duty in duties)


def _span(ends: tuple[float, float | None], words: Words) -> str:
    low, high = ends
    return f"{number(low)} {words.say('open-end')}" if high is None else f"{number(low)}-{number(high)}"
