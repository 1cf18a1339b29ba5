"""`teamplan service`: the service question alone, for a day or one interval."""

from teamplan.cli.options import OutputOptions, PlaybookOption, QueueOptions, grouped


@grouped
def service(queue: QueueOptions, playbook: PlaybookOption, out: OutputOptions) -> int:
    from teamplan.answers.service import interval
    from teamplan.answers.service import service as ask
    from teamplan.cli.output import emit, speaker
    from teamplan.cli.shop import playbook_of
    from teamplan.playbook.inputs import read_service_question
    from teamplan.render.service_page import interval_page, service_page

    speaker(out)
    asked = read_service_question(queue.given())
    loaded = playbook_of(playbook)
    if asked.per_hour is not None:
        return emit(interval(loaded, asked), interval_page, loaded, out)
    return emit(ask(loaded, asked), service_page, loaded, out)
