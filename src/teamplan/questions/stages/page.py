"""Owns the pages of `stages list` and `stages show`."""

from collections.abc import Iterator, Mapping, Sequence

from teamplan.errors import Problem
from teamplan.language import Speaker
from teamplan.page.answer import Answer, as_data, flat
from teamplan.page.blocks import Block, Bullets, Lines, Page, Title
from teamplan.page.faults import faults_shown
from teamplan.page.problems import printable
from teamplan.page.table import Cell, Column, Shown, Table, plain_table, table
from teamplan.page.words import Words, number
from teamplan.playbook.base import Remark
from teamplan.playbook.stages import Post
from teamplan.questions.stages.answer import PostSummary, StageDetail, StageSummary
from teamplan.questions.stages.words import WORDS


def list_shown(stages: tuple[StageSummary, ...], words: Words) -> Answer:
    """What `stages list` prints."""
    words = words.of(WORDS)
    title = Title(words.say("stages.title", name=words.say.text(words.playbook.frame.name)))
    return Answer(
        lambda: Page((title, _stages(stages, words))),
        lambda: {"items": as_data(stages)},
        lambda: (plain_table(map(_bounds, stages)),),
    )


def detail_shown(detail: StageDetail, words: Words) -> Answer:
    """What `stages show` prints; for tables the bounds, a row a post, the duties of the owner, a row a remark."""
    words = words.of(WORDS)
    return Answer(
        lambda: _detail(detail, words), lambda: as_data(detail), lambda: (plain_table(_parts(detail, words)),)
    )


def _bounds(stage: StageSummary) -> dict[str, Cell]:
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


def _parts(detail: StageDetail, words: Words) -> Iterator[dict[str, Cell]]:
    bounds = _bounds(detail.summary)
    stage = {"stage": bounds.pop("id")}
    yield stage | {"part": "bounds"} | bounds | {"open_hours": detail.open_hours}
    for post in detail.posts:
        yield stage | {"part": "post"} | flat(as_data(post))
    yield stage | {"part": "owner", "duties": detail.owner}
    for part, remarks in _remarks_of(detail).items():
        for remark in remarks:
            yield stage | {"part": part, "say": words.say.text(remark.say), "source": remark.source}


def _remarks_of(detail: StageDetail) -> dict[str, tuple[Remark, ...]]:
    money = (detail.money,) if detail.money else ()
    return {"changes": detail.changes, "watch": detail.watch, "prepare": detail.prepare, "money": money}


def _stages(stages: tuple[StageSummary, ...], words: Words) -> Table:
    say = words.say
    columns = (
        Column("id", say("stages.id")),
        Column("name", say("stages.name")),
        Column("starts_at_orders", say("stages.from"), "orders", right=True),
        Column("typical_age_days", say("stages.age")),
        Column("typical_visitors", say("stages.visitors")),
        Column("posts", say("stages.team"), "people", right=True),
    )
    return table(columns, (_stage(stage, words) for stage in stages))


def _stage(stage: StageSummary, words: Words) -> dict[str, Cell]:
    visitors = _span(stage.typical_visitors, words) if stage.typical_visitors else "-"
    return {
        "id": stage.id,
        "name": words.stage(stage.id),
        "starts_at_orders": stage.starts_at_orders,
        "typical_age_days": Shown(stage.typical_age_days, _span(stage.typical_age_days, words)),
        "typical_visitors": Shown(stage.typical_visitors, visitors),
        "posts": stage.posts,
    }


def _detail(detail: StageDetail, words: Words) -> Page:
    say, summary = words.say, detail.summary
    stage = words.playbook.stages[summary.id]
    bounds = say(
        "stages.bounds",
        orders=number(summary.starts_at_orders),
        age=_span(summary.typical_age_days, words),
        hours=detail.open_hours or say("diff.none"),
    )
    return Page(
        (
            Title(f"{words.stage(summary.id)} ({summary.id})"),
            Lines((say("stages.summary", summary=say.text(stage.summary), source=stage.source), bounds)),
            Title(say("stages.posts")),
            _posts(detail.posts, stage.team, words),
            Lines((say("stages.owner", duties=_duties(detail.owner, words)),)),
            *_remarks(detail, words),
        )
    )


def _posts(posts: tuple[PostSummary, ...], team: Mapping[str, Post], words: Words) -> Table:
    say = words.say
    columns = (
        Column("role", say("column.role")),
        Column("rules", say("stages.rules")),
        Column("duties", say("stages.duties")),
    )
    rows = (
        {
            "role": Shown(post.role, words.role(post.role)),
            "rules": words.say.join((*_each_rule(post, words), *_splits(team[post.role], words))) or "-",
            "duties": _duties(post.duties, words),
        }
        for post in posts
    )
    return table(columns, rows)


def _remarks(detail: StageDetail, words: Words) -> Iterator[Block]:
    for key, remarks in _remarks_of(detail).items():
        if remarks:
            yield Title(words.say(f"stages.{key}"))
            yield Bullets(tuple(_remark(remark, words) for remark in remarks))


def _remark(remark: Remark, words: Words) -> str:
    return words.say("stages.remark", say=words.say.text(remark.say), source=remark.source)


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


def _splits(post: Post, words: Words) -> Iterator[str]:
    """From whom a post splits off, and above how much of an input."""
    split = post.splits_from
    if split is not None:
        declared = words.playbook.frame.inputs[split.input]
        amount = number(words.playbook.assumptions[split.above[1:]].value.number)
        per = words.per(declared, amount)
        name = words.say.text(declared.name)
        yield words.say("rule.splits-from", role=words.role(split.role), name=name, **per)


def _duties(duties: tuple[str, ...], words: Words) -> str:
    return words.say.join(words.duty(duty) for duty in duties)


def _span(ends: tuple[float, float | None], words: Words) -> str:
    low, high = ends
    return f"{number(low)} {words.say('open-end')}" if high is None else f"{number(low)}-{number(high)}"


def check_shown(place: str, counts: tuple[int, int], problems: Sequence[Problem], say: Speaker) -> Answer:
    """What `stages check` answers: the first fifty faults and how many there are, or the stages and examples counted.

    Its lines are never wrapped.
    """
    say = say.with_own(WORDS)
    stages, examples = counts
    end = say("stages.sound", place=printable(place), stages=stages, examples=examples)
    if problems:
        end = say("stages.one-problem" if len(problems) == 1 else "stages.problems", count=len(problems))
    return faults_shown(problems, end, say)


def copy_shown(folder: str, files: Sequence[str], say: Speaker) -> Answer:
    """What `stages new` answers: the files that were written; a terminal has read of it on stderr already."""
    say = say.with_own(WORDS)
    return Answer(
        lambda: Page((Lines((say("stages.written", place=folder),)), Bullets(tuple(files)))),
        lambda: {"folder": folder, "files": list(files)},
        lambda: (plain_table({"folder": folder, "file": file} for file in files),),
        lambda: "",
    )
