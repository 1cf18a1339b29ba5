"""`teamplan schema KIND`: JSON Schema of a file kind."""

import sys
from typing import Annotated

import typer

from teamplan.cli.language import say
from teamplan.cli.options import OutputOptions, grouped


@grouped
def schema(kind: Annotated[str, typer.Argument(help=say("arg.kind"))], out: OutputOptions) -> int:
    from teamplan.cli.output import speaker
    from teamplan.playbook.schema import schema_of
    from teamplan.render.data import to_json

    speaker(out)
    sys.stdout.write(to_json(schema_of(kind)))
    return 0
