"""The solver prints nothing: whatever C code writes while a model is made goes nowhere, and stdout is as it was."""

import os
import subprocess
import sys

import pytest

GUARDED = """
import ctypes, io, os, sys
from teamplan.engine.highs import nothing_on_stdout
printf = ctypes.CDLL(None).printf
{before}
printf(b"before ")
try:
    with nothing_on_stdout():
        printf(b"buffered banner ")
        os.write(1, b"written banner ")
        {inside}
except ValueError:
    pass
printf(b"after ")
ctypes.CDLL(None).fflush(None)
sys.__stdout__ and print("done", file=sys.__stdout__)
"""
NO_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="printf is asked of the C library of POSIX systems")


def printed(before: str = "", inside: str = "") -> str:
    """What a process prints to a pipe, where the C library buffers, as it does for a file, unless Python forbids it."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    code = GUARDED.format(before=before, inside=inside)
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@NO_POSIX
@pytest.mark.parametrize(
    ("before", "inside"),
    [("", ""), ("", "raise ValueError"), ("sys.stdout = io.StringIO()", ""), ("sys.stdout = None", "")],
    ids=["plain", "after a fault", "stdout replaced", "no stdout in Python"],
)
def test_c_code_prints_nothing_inside_and_everything_in_order_outside(before: str, inside: str) -> None:
    assert printed(before, inside) == "before after done\n"


@NO_POSIX
@pytest.mark.parametrize("closed", ["os.close(1)", "os.close(0); os.close(1)"])
def test_a_closed_stdout_stays_closed(closed: str) -> None:
    check = "from teamplan.engine.highs import quiet_model as make"
    code = f"import os\n{check}\n{closed}\nmake()\ntry:\n    os.fstat(1)\nexcept OSError:\n    os.write(2, b'closed')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout, done.stderr) == ("", "closed")


def test_a_model_prints_nothing_and_solves() -> None:
    code = """
from teamplan.engine.highs import optimal, quiet_model
model = quiet_model()
each = model.addIntegral(lb=0, ub=9, obj=-1)
model.addConstr(each * 2.0 <= 7.0)
model.minimize()
print(optimal(model), round(model.val(each)))
model = quiet_model()
model.addConstr(model.addVariable(lb=0, ub=1) >= 2.0)
model.minimize()
print(optimal(model))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout, done.stderr) == ("True 3\nFalse\n", "")
