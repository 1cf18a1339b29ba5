"""`teamplan playbooks`: what ships, a line each."""

from teamplan.prompt.options import OutputOptions, grouped
from teamplan.prompt.output import emit, speaker


@grouped
def playbooks(out: OutputOptions) -> int:
    from teamplan.questions.playbooks.answer import shipping
    from teamplan.questions.playbooks.page import shown

    say = speaker(out)
    return emit(shown(shipping(), say), out)
