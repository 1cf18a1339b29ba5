"""`teamplan service`: the service question alone, for a day or one interval."""

from typing import Annotated, Any

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import Number, OutputOptions, PlaybookOption, grouped
from teamplan.prompt.output import emit, opened
from teamplan.record import Record, as_dict


class QueueOptions(Record):
    """A queue of buyers, for a day or one interval; texts are checked by the model."""

    chats: Annotated[Number, typer.Option(help=say("opt.chats"))] = None
    per_hour: Annotated[Number, typer.Option(help=say("opt.per-hour"))] = None
    handle: Annotated[str | None, typer.Option(metavar="MINUTES", help=say("opt.handle"))] = None
    patience: Annotated[str | None, typer.Option(metavar="MINUTES", help=say("opt.patience"))] = None
    target: Annotated[str | None, typer.Option(metavar="SHARE/TIME", help=say("opt.target"))] = None
    open: Annotated[str | None, typer.Option(metavar="HH:MM-HH:MM", help=say("opt.open"))] = None
    percentile: Annotated[Number, typer.Option(help=say("opt.percentile"))] = None
    day_cv: Annotated[Number, typer.Option(help=say("opt.day-cv"))] = None
    model: Annotated[str | None, typer.Option(help=say("opt.model"))] = None
    definition: Annotated[str | None, typer.Option(help=say("opt.definition"))] = None
    agents: Annotated[Number, typer.Option(help=say("opt.agents"))] = None
    max_occupancy: Annotated[Number, typer.Option(help=say("opt.max-occupancy"))] = None

    def given(self) -> dict[str, Any]:
        """What was typed."""
        return {name: value for name, value in as_dict(self).items() if value is not None}


@grouped
def service(queue: QueueOptions, playbook: PlaybookOption, out: OutputOptions) -> int:
    from teamplan.questions.service.answer import interval
    from teamplan.questions.service.answer import service as ask
    from teamplan.questions.service.page import interval_shown, shown
    from teamplan.questions.service.reading import read_service_question

    asked = read_service_question(queue.given())
    words = opened(playbook, out)
    if asked.per_hour is not None:
        return emit(interval_shown(interval(words.playbook, asked), words), out, words)
    return emit(shown(ask(words.playbook, asked), words), out, words)
