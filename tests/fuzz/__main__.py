"""Owns the command `python -m tests.fuzz`: how many cases of each kind, the seed, and what is told at the end."""

import signal
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic

from tests.fuzz.case import KINDS, Fault, Key, Report, typed, write
from tests.fuzz.running import make, run_key
from tests.fuzz.workers import run_all

COUNTS = {"playbooks": 20_000, "options": 10_000, "files": 5_000}
SHOWN, EVERY = 3, 500  # cases shown for a group of faults; a word after so many cases


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the cases; 1 if any promise was broken."""
    asked = _asked(arguments)
    keys = [_key(asked.seed, asked.again)] if asked.again else list(_keys(asked))
    if asked.keep is not None:
        for key in keys:
            write(make(key).files, asked.keep)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what was written goes, whoever ends us
    reports = _ran(keys, asked.workers)
    reports.sort(key=lambda report: report.key)
    sys.stdout.write("\n".join(_summary(reports)) + "\n")
    sys.stdout.write("\n".join(_told(reports)) + "\n")
    return 1 if any(report.faults for report in reports) else 0


def _ran(keys: Sequence[Key], workers: int) -> list[Report]:
    """The reports of all cases; with Ctrl-C of those that have ended."""
    start, reports = monotonic(), list[Report]()
    with suppress(KeyboardInterrupt):
        for report in run_all(keys, run_key, workers):
            reports.append(report)
            if len(reports) % EVERY == 0:
                broken = sum(1 for each in reports if each.faults)
                took = monotonic() - start
                sys.stderr.write(f"{len(reports):,} of {len(keys):,} cases, {took:.0f} s, {broken:,} with faults\n")
    return reports


def _asked(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(
        prog="poe fuzz", description="Spoil playbooks, options and input files; see that answers stay answers."
    )
    parser.add_argument("--seed", type=int, default=1, help="another seed, other cases; the same seed, the same cases")
    for kind in KINDS:
        parser.add_argument(
            f"--{kind}", type=int, default=COUNTS[kind], metavar="N", help=f"so many, {COUNTS[kind]:,} if not given"
        )
    parser.add_argument("--workers", type=int, default=2, help="processes, 2 if not given")
    parser.add_argument("--again", metavar="KIND/NUMBER", help="only this case of the seed")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="with --again: write the files of the case there")
    asked = parser.parse_args(arguments)
    if asked.keep is not None and not asked.again:
        parser.error("--keep needs --again")
    return asked


def _keys(asked: Namespace) -> Iterator[Key]:
    for kind in KINDS:
        for number in range(getattr(asked, kind)):
            yield Key(asked.seed, kind, number)


def _key(seed: int, named: str) -> Key:
    kind, _, number = named.partition("/")
    return Key(seed, kind, int(number))


def _summary(reports: Sequence[Report]) -> Iterator[str]:
    """What ran, kind by kind."""
    for kind in KINDS:
        own = [report for report in reports if report.key.kind == kind]
        if not own:
            continue
        codes: Counter[int] = sum((report.codes for report in own), Counter())
        ends = ", ".join(f"{'raised' if code < 0 else code}: {codes[code]:,}" for code in sorted(codes))
        took, prompt = max(report.slowest for report in own)
        load = f", {sum(report.loaded for report in own):,} load" if kind == "playbooks" else ""
        yield f"{kind}: {len(own):,} cases{load}; {codes.total():,} prompts by exit code: {ends}"
        apart = sum(report.apart for report in own)
        yield f"  slowest {took:.1f} s: {typed(prompt)[:200]}; over 5 s, but apart: {apart}"


def _told(reports: Sequence[Report]) -> Iterator[str]:
    """Every kind of fault with some cases that show it, and how to repeat them."""
    groups: dict[str, list[tuple[Report, Fault]]] = {}
    for report in reports:
        for fault in report.faults:
            groups.setdefault(fault.group, []).append((report, fault))
    yield f"{sum(map(len, groups.values())):,} faults of {len(groups)} kinds"
    for group, found in sorted(groups.items(), key=lambda item: -len(item[1])):
        yield f"\n{len(found)} x {group}"
        for report, fault in found[:SHOWN]:
            yield f"  {report.key}: {report.what[:300]}"
            yield f"    {fault.told}"
            yield f"    {typed(fault.prompt)[:600]}"
        yield f"  poe fuzz --seed {found[0][0].key.seed} --again {found[0][0].key} --keep DIR"


if __name__ == "__main__":
    sys.exit(main())
