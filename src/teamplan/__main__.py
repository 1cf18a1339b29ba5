"""Owns the entry of the program; `--version` answers before anything is imported."""

import gc
import os
import sys


def main() -> int:
    """Run the prompt of this process and return its exit code."""
    if sys.argv[1:] == ["--version"]:
        from teamplan import __version__

        print(f"teamplan {__version__}")  # noqa: T201 - the fast path
        return 0
    gc.set_threshold(100_000, 20, 20)  # one prompt makes little garbage; looking for it costs a tenth of the start
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # nothing of ours is one
    for stream in (sys.stdout, sys.stderr):
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    from teamplan.cli.run import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
