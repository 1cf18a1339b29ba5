"""Runs a statement in data bases: DuckDB in this process, PostgreSQL started for the test, each where it is there."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp

import pytest

FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))  # where Debian has them, and not on the PATH
INITDB, PG_CTL, PSQL = (
    next(filter(None, (shutil.which(name), *(shutil.which(name, path=folder) for folder in FOLDERS))), None)
    for name in ("initdb", "pg_ctl", "psql")
)
SERVER = "postgres"  # the account of the distribution's package: PostgreSQL refuses to run as root
LOCAL = ("-c listen_addresses=''", "-F")


def _account() -> bool:
    """Whether there is an account that PostgreSQL may run as."""
    if os.name != "posix" or os.geteuid():
        return os.name == "posix"
    from pwd import getpwall

    return any(each.pw_name == SERVER for each in getpwall())


needs_sqlglot = pytest.mark.skipif(find_spec("sqlglot") is None, reason="sqlglot is not installed: nothing parses SQL")
needs_duckdb = pytest.mark.skipif(find_spec("duckdb") is None, reason="DuckDB is not installed: nothing runs its SQL")
needs_postgres = pytest.mark.skipif(
    None in (INITDB, PG_CTL, PSQL) or not _account(),
    reason="PostgreSQL (or its account, for root) is not installed: nothing runs its SQL",
)


def duckdb_says(statement: str, columns: str, rows: str, ordered: str) -> str:
    """CSV without a header: what a statement says of a table `shops` with these columns (name and type) and rows."""
    import duckdb

    folder = Path(mkdtemp(prefix="teamplan-duckdb-"))
    try:
        (folder / "in.csv").write_text(rows, encoding="utf-8")
        with duckdb.connect() as base:
            base.execute(f"CREATE TABLE shops ({columns})")
            base.execute(f"COPY shops FROM '{folder / 'in.csv'}' (HEADER false)")
            base.execute(f"COPY ({_picked(statement, ordered)}) TO '{folder / 'out.csv'}' (HEADER false)")
        return (folder / "out.csv").read_text(encoding="utf-8")
    finally:
        shutil.rmtree(folder)


def _picked(statement: str, ordered: str) -> str:
    columns, _, order = ordered.partition(" ORDER BY ")
    return f"SELECT {columns} FROM (\n{statement}) AS answer ORDER BY {order}"


@contextmanager
def postgres() -> Iterator[Path]:
    """The folder of a server that answers on a socket there, and is gone afterwards."""
    folder = Path(mkdtemp(prefix="teamplan-postgres-"))
    user = None if os.geteuid() else SERVER
    data, log = folder / "data", folder / "log"
    try:
        if user:
            shutil.chown(folder, user)
        made = ("-D", str(data), "-U", "teamplan", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        _run(str(INITDB), *made, user=user)
        options = " ".join((*LOCAL, f"-k {folder}"))
        _run(str(PG_CTL), "-D", str(data), "-l", str(log), "-o", options, "-w", "start", user=user)
        try:
            yield folder
        finally:
            _run(str(PG_CTL), "-D", str(data), "-m", "immediate", "stop", user=user)
    finally:
        shutil.rmtree(folder)


def _run(*command: str, user: str | None) -> None:
    done = subprocess.run(command, user=user, group=user, cwd="/", stdout=subprocess.DEVNULL, timeout=60, check=False)
    assert done.returncode == 0, command


def postgres_says(folder: Path, statement: str, columns: str, rows: str, ordered: str) -> str:
    """The same as `duckdb_says`, of the server."""
    script = (
        f"CREATE TEMP TABLE shops ({columns});\nCOPY shops FROM STDIN (FORMAT csv);\n{rows}\\.\n"
        f"COPY ({_picked(statement, ordered)}) TO STDOUT (FORMAT csv);\n"
    )
    command = [
        str(PSQL),
        "-h",
        str(folder),
        "-U",
        "teamplan",
        "-d",
        "postgres",
        "-q",
        "-v",
        "ON_ERROR_STOP=1",
        "-f",
        "-",
    ]
    done = subprocess.run(
        command, input=script.encode(), capture_output=True, timeout=60, check=False, env={"PGCLIENTENCODING": "UTF8"}
    )
    assert not done.returncode, done.stderr.decode()
    return done.stdout.decode()
