"""Owns the entry of the program; `--version` answers before anything is imported."""

import gc
import os
import sys

INTERRUPTED = 130
COMPLETING = "_TEAMPLAN_COMPLETE"  # in the environment while a shell completes a prompt; names the shell


def main() -> int:
    """Run the prompt of this process and return its exit code. Ctrl-C ends it in silence, also while it imports."""
    try:
        return 0 if _version_told() else _prompt()
    except BaseException as error:
        from teamplan.cli.interrupt import interrupted

        if not interrupted(error):
            raise
        return INTERRUPTED


def _version_told() -> bool:
    """Whether the version was asked for and told; where it cannot be written, the whole program says so."""
    if sys.argv[1:] not in (["--version"], ["-V"]) or sys.stdout is None or COMPLETING in os.environ:
        return False
    from teamplan.version import __version__

    try:
        os.write(sys.stdout.fileno(), f"teamplan {__version__}\n".encode())  # unbuffered: nothing stays behind
    except OSError:
        return False
    return True


def _prompt() -> int:
    gc.set_threshold(300_000, 20, 20)  # one prompt makes little garbage; looking for it costs a tenth of the start
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # nothing of ours is one
    from teamplan.prompt.channels import open_channels

    open_channels()
    if COMPLETING in os.environ:
        from teamplan.cli.complete import complete

        return complete(os.environ[COMPLETING], sys.argv[1:])
    from teamplan.cli.run import run

    code = run(sys.argv[1:])
    gc.freeze()  # the exit frees all of it at once; to look for garbage in it first costs as much again
    return code


if __name__ == "__main__":
    sys.exit(main())
