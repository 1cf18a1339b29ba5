"""`teamplan stages`: list, show, check and copy."""

from pathlib import Path
from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, grouped


@grouped
def list_(playbook: PlaybookOption, out: OutputOptions) -> int:
    from teamplan.prompt.output import emit, speaker
    from teamplan.prompt.shop import playbook_of
    from teamplan.questions.stages.answer import stage_list
    from teamplan.questions.stages.page import list_page

    speaker(out)
    loaded = playbook_of(playbook)
    return emit(stage_list(loaded), list_page, loaded, out)


@grouped
def show(
    stage: Annotated[str, typer.Argument(help=say("arg.stage"))], playbook: PlaybookOption, out: OutputOptions
) -> int:
    from teamplan.errors import TeamplanError, unknown
    from teamplan.prompt.output import emit, speaker
    from teamplan.prompt.shop import playbook_of
    from teamplan.questions.stages.answer import stage_detail
    from teamplan.questions.stages.page import detail_page

    speaker(out)
    loaded = playbook_of(playbook)
    if stage not in loaded.stages:
        raise TeamplanError([unknown("stage", stage, loaded.stages)])
    return emit(stage_detail(loaded, stage), detail_page, loaded, out)


@grouped
def check(
    out: OutputOptions,
    folder: Annotated[
        str | None, typer.Argument(metavar="DIR", envvar="TEAMPLAN_PLAYBOOK", help=say("arg.folder"))
    ] = None,
) -> int:
    from teamplan.page.plain import check_answer
    from teamplan.prompt.output import emit_plain, speaker
    from teamplan.questions.stages.answer import failed_examples
    from teamplan.reading.load import inspect
    from teamplan.reading.places import built_in

    speak, place = speaker(out), Path(folder) if folder else built_in()
    playbook, problems = inspect(place)
    if playbook is not None:
        from teamplan.reading.load import at_example

        problems = [at_example(place, *failed) for failed in failed_examples(playbook)]
    stages = playbook.stages if playbook else {}
    counts = len(stages), sum(len(stage.examples) for stage in stages.values())
    emit_plain(check_answer(str(place), counts, problems, speak), out)
    return 1 if problems else 0


@grouped
def new(out: OutputOptions, folder: Annotated[str, typer.Argument(metavar="DIR", help=say("arg.new-folder"))]) -> int:
    from teamplan.page.plain import copy_answer
    from teamplan.prompt.channels import note
    from teamplan.prompt.output import emit_plain, speaker
    from teamplan.reading.write import copy_built_in

    speak = speaker(out)
    files = copy_built_in(Path(folder))
    note(speak("stages.written", place=folder), speak("stages.use-it", place=folder))
    return emit_plain(copy_answer(folder, files, speak), out)
