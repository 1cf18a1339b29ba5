"""A plugin of pytest for `tests.mutants`: writes down which tests run which line of the engine, or runs chosen tests.

With REACHED=file it writes `{"tests": [[id, seconds]], "lines": {file: {line: [place of a test]}}}`; with
CHOSEN=file it runs the tests that the file lists, in that order. Tests that fail without a fault run no line.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest


class Reached:
    """Follows the lines of the engine, test by test, with what is set up for it."""

    def __init__(self, file: Path) -> None:
        from coverage import Coverage

        self.file, self.seconds, self.failed = file, dict[str, float](), set[str]()
        self.coverage = Coverage(data_file=None, include=["*/teamplan/engine/*"], config_file=False)
        self.coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.coverage.switch_context(item.nodeid)
        return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration
        if report.failed:
            self.failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        self.coverage.stop()
        data = self.coverage.get_data()
        places = {name: place for place, name in enumerate(self.seconds)}
        lines = {
            file.split("/teamplan/engine/")[1]: {
                line: sorted(places[name] for name in names if name and name not in self.failed)
                for line, names in data.contexts_by_lineno(file).items()
            }
            for file in data.measured_files()
        }
        self.file.write_text(json.dumps({"tests": list(self.seconds.items()), "lines": lines}), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    if "REACHED" in os.environ:
        config.pluginmanager.register(Reached(Path(os.environ["REACHED"])))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "CHOSEN" in os.environ:
        chosen = json.loads(Path(os.environ["CHOSEN"]).read_text(encoding="utf-8"))
        order = {name: place for place, name in enumerate(chosen)}
        items[:] = sorted((each for each in items if each.nodeid in order), key=lambda each: order[each.nodeid])
