"""`teamplan schema KIND`: JSON Schema of a file kind."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, grouped


@grouped
def schema(kind: Annotated[str, typer.Argument(help=say("arg.kind"))], out: OutputOptions) -> int:
    from teamplan.page.plain import schema_answer
    from teamplan.prompt.output import emit_plain, speaker
    from teamplan.questions.schema.answer import schema_of

    speak = speaker(out)
    return emit_plain(schema_answer(schema_of(kind), speak), out)
