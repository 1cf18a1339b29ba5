"""`teamplan stages`: list, show, check and copy."""

from pathlib import Path
from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, grouped
from teamplan.prompt.output import emit, opened, speaker


@grouped
def list_(playbook: PlaybookOption, out: OutputOptions) -> int:
    from teamplan.questions.stages.answer import stage_list
    from teamplan.questions.stages.page import list_shown

    words = opened(playbook, out)
    return emit(list_shown(stage_list(words.playbook), words), out, words)


@grouped
def show(
    stage: Annotated[str, typer.Argument(help=say("arg.stage"))], playbook: PlaybookOption, out: OutputOptions
) -> int:
    from teamplan.errors import TeamplanError, unknown
    from teamplan.questions.stages.answer import stage_detail
    from teamplan.questions.stages.page import detail_shown

    words = opened(playbook, out)
    if stage not in words.playbook.stages:
        raise TeamplanError([unknown("stage", stage, words.playbook.stages)])
    return emit(detail_shown(stage_detail(words.playbook, stage), words), out, words)


@grouped
def check(
    out: OutputOptions,
    folder: Annotated[
        str | None, typer.Argument(metavar="DIR", envvar="TEAMPLAN_PLAYBOOK", help=say("arg.folder"))
    ] = None,
    overlays: Annotated[list[str] | None, typer.Option("--with", metavar="NAME", help=say("opt.with"))] = None,
) -> int:
    from teamplan.questions.stages.answer import failed_examples
    from teamplan.questions.stages.page import check_shown
    from teamplan.reading.load import inspect
    from teamplan.reading.places import named, overlaid

    speak, where = speaker(out), overlaid(folder, overlays or [])
    playbook, problems = inspect(where)
    counts = 0, 0
    if playbook is not None:
        from teamplan.reading.load import at_example, own_examples

        own = own_examples(where, playbook)
        problems = [at_example(where, *failed) for failed in failed_examples(playbook, own)]
        counts = len(own), sum(map(len, own.values()))
    return emit(check_shown(named(where), counts, problems, speak), out, code=1 if problems else 0)


@grouped
def new(out: OutputOptions, folder: Annotated[str, typer.Argument(metavar="DIR", help=say("arg.new-folder"))]) -> int:
    from teamplan.prompt.channels import note
    from teamplan.questions.stages.page import copy_shown
    from teamplan.questions.stages.words import WORDS
    from teamplan.reading.write import copy_built_in

    speak = speaker(out).with_own(WORDS)
    files = copy_built_in(Path(folder))
    note(speak("stages.written", place=folder), speak("stages.use-it", place=folder))
    return emit(copy_shown(folder, files, speak), out)
