"""`teamplan schema KIND`: JSON Schema of a file kind."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, grouped
from teamplan.prompt.output import emit, speaker


@grouped
def schema(kind: Annotated[str, typer.Argument(help=say("arg.kind"))], out: OutputOptions) -> int:
    from teamplan.questions.schema.answer import schema_of
    from teamplan.questions.schema.page import shown

    say = speaker(out)
    return emit(shown(schema_of(kind), say), out)
