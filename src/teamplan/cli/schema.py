"""`teamplan schema KIND`: JSON Schema of a file kind."""

from typing import Annotated

import typer

from teamplan.cli.language import say
from teamplan.cli.options import OutputOptions, grouped


@grouped
def schema(kind: Annotated[str, typer.Argument(help=say("arg.kind"))], out: OutputOptions) -> int:
    from teamplan.cli.output import emit_plain, speaker
    from teamplan.playbook.schema import schema_of
    from teamplan.render.plain import schema_answer

    speak = speaker(out)
    return emit_plain(schema_answer(schema_of(kind), speak), out)
