"""`teamplan schema KIND`: JSON Schema of a file kind."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, grouped
from teamplan.prompt.output import emit, speaker


@grouped
def schema(
    kind: Annotated[str, typer.Argument(help=say("arg.kind"))], playbook: PlaybookOption, out: OutputOptions
) -> int:
    from teamplan.prompt.shop import playbook_of
    from teamplan.questions.schema.answer import DECLARED, schema_of
    from teamplan.questions.schema.page import shown

    say = speaker(out)
    known = playbook_of(playbook, events=kind == "events") if kind in DECLARED else None
    return emit(shown(schema_of(kind, known), say), out)
