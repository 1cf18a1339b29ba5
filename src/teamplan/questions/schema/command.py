"""`teamplan schema KIND`: JSON Schema of a file kind."""

from typing import Annotated

import typer

from teamplan.prompt.language import say
from teamplan.prompt.options import OutputOptions, PlaybookOption, grouped
from teamplan.prompt.output import emit, speaker


@grouped
def schema(
    kind: Annotated[str, typer.Argument(help=say("arg.kind"))],
    playbook: PlaybookOption,
    out: OutputOptions,
    differences: Annotated[bool, typer.Option("--differences", help=say("opt.differences"))] = False,
) -> int:
    from teamplan.prompt.shop import playbook_of
    from teamplan.questions.schema.answer import DECLARED, schema_of
    from teamplan.questions.schema.differences import differences_of
    from teamplan.questions.schema.page import shown

    say = speaker(out)
    known = playbook_of(playbook, events=kind == "events") if kind in DECLARED else None
    whole = schema_of(kind, known)
    return emit(shown(differences_of(whole) if differences else whole, say), out)
