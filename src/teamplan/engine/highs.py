"""Owns the solver HiGHS (extra `optimize`): whether it is there, a model that is silent, and whether it found the best.

stdout belongs to the answer. HiGHS is C++ and writes to the file descriptor itself, some releases (1.16.0) in the very
constructor, before any option can silence it. So descriptor 1 leads to nowhere while a model is made.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

STDOUT = 1  # the descriptor, whatever `sys.stdout` is or was replaced by


def solver_installed() -> bool:
    """Whether the extra `optimize` is there."""
    return find_spec("highspy") is not None


def quiet_model() -> Any:
    """An empty model of one thread that has printed nothing and will print nothing. Needs the extra `optimize`.

    All models of a process share the threads of the first: HiGHS refuses to run one that asks for another number.
    """
    with nothing_on_stdout():
        import highspy

        model: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        model.silent()
        model.setOptionValue("threads", 1)
    return model


def optimal(model: Any) -> bool:
    """Whether the last run of a model ended with a proven best answer."""
    import highspy

    return bool(model.getModelStatus() == highspy.HighsModelStatus.kOptimal)


@contextmanager
def nothing_on_stdout() -> Iterator[None]:
    """Whatever C code of this process prints to stdout meanwhile is lost; a closed stdout is closed again afterwards.

    What C code holds in its buffers is written where it belongs: before, to the old stdout; after, to nowhere. Python's
    own buffer is untouched. Other threads must not print meanwhile.
    """
    _flush()
    kept = _copy(STDOUT)
    try:
        _to_nowhere(STDOUT)
        yield
    finally:
        _flush()
        if kept is None:
            os.close(STDOUT)
        else:
            os.dup2(kept, STDOUT)
            os.close(kept)


def _copy(descriptor: int) -> int | None:
    """A second descriptor for the same file; None where it is closed."""
    try:
        return os.dup(descriptor)
    except OSError:
        return None


def _to_nowhere(descriptor: int) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    if nowhere != descriptor:  # the lowest free number is taken: it is the very one where that was closed
        os.dup2(nowhere, descriptor)
        os.close(nowhere)


def _flush() -> None:
    """Write out the buffers of the C library that extension modules use."""
    import ctypes  # late: only who solves needs it

    ctypes.CDLL(None if os.name == "posix" else "ucrtbase").fflush(None)
