"""Owns the entry of the program; `--version` answers before anything is imported."""

import sys


def main() -> int:
    """Run the prompt of this process and return its exit code."""
    if sys.argv[1:] == ["--version"]:
        from teamplan import __version__

        print(f"teamplan {__version__}")  # noqa: T201 - the fast path
        return 0
    for stream in (sys.stdout, sys.stderr):
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    from teamplan.cli.run import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
