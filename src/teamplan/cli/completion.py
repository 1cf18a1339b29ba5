"""`teamplan completion SHELL`: the script that lets a shell complete prompts."""

from pathlib import Path
from typing import Annotated

import typer

from teamplan.prompt.channels import put
from teamplan.prompt.language import say
from teamplan.prompt.options import LangOption, grouped

SCRIPTS = Path(__file__).parent / "scripts"
SHELLS = ("bash", "zsh", "fish", "powershell")


@grouped
def completion(shell: Annotated[str, typer.Argument(help=say("arg.shell"))], lang: LangOption) -> int:
    if shell not in SHELLS:
        from teamplan.errors import TeamplanError, unknown

        raise TeamplanError([unknown("shell", shell, SHELLS)])
    put((SCRIPTS / shell).read_bytes())
    return 0
