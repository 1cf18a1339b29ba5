"""The constraints hold everything that is declared, at or above its floor; what differs from them is named."""

import re
import tomllib

import pytest

from tests.lanes import CONSTRAINTS, HEAD, ROOT, differences, floors, normal, pinned

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXACT = pinned(CONSTRAINTS.read_text(encoding="utf-8"))


def release(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def test_each_line_is_an_exact_version_without_host_or_path() -> None:
    text = CONSTRAINTS.read_text(encoding="utf-8")
    assert text.startswith(HEAD)
    lines = text.removeprefix(HEAD).splitlines()
    assert lines
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []


def test_everything_declared_is_there_at_or_above_its_floor() -> None:
    declared = floors(PROJECT)
    assert {"hatchling", "typer", "pytest", "simpy", "icalendar", "highspy"} <= set(declared)
    assert set(declared) <= set(EXACT)
    assert [name for name, floor in declared.items() if release(EXACT[name]) < release(floor)] == []


def test_every_library_has_a_floor_and_none_an_upper_bound_without_its_reason() -> None:
    extras = PROJECT["project"]["optional-dependencies"]
    wanted = [*PROJECT["build-system"]["requires"], *PROJECT["project"]["dependencies"]]
    wanted += [each for extra in ("test", "sim", "calendar", "excel", "optimize") for each in extras[extra]]
    named = [each for each in wanted if not each.startswith("teamplan[")]
    assert len(floors(PROJECT)) == len(named)
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    bounded = [each for each in named if "<" in each or "!=" in each]
    assert [each for each in bounded if not any(each in line and "#" in line for line in lines)] == []


@pytest.mark.parametrize(
    ("installed", "told"),
    [
        ({"typer": "1.0", "rich": "2.0"}, []),
        ({"typer": "1.0"}, []),
        ({"typer": "1.1", "rich": "2.0"}, ["typer: 1.1 is installed, not 1.0"]),
    ],
    ids=["the same", "not needed here", "another"],
)
def test_what_differs_from_the_constraints_is_named(installed: dict[str, str], told: list[str]) -> None:
    assert differences({"typer": "1.0", "rich": "2.0"}, ["typer"], installed.get) == told


def test_what_is_declared_and_not_in_the_constraints_is_named() -> None:
    assert differences({"typer": "1.0"}, ["typer", "rich"], {"typer": "1.0"}.get) == ["rich: not in constraints.txt"]


def test_names_are_compared_in_one_spelling() -> None:
    assert normal("PyYAML") == "pyyaml"
    assert normal("typing_extensions") == normal("typing.extensions") == "typing-extensions"


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_the_readme_installs_against_the_constraints_and_users_do_without(readme: str) -> None:
    users, developers = re.findall(r"```bash\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.DOTALL)[:2]
    assert "constraints" not in users.lower()
    for name in ("PIP_CONSTRAINT", "PIP_BUILD_CONSTRAINT"):  # the second is what newer releases of pip build with
        assert f"{name}={CONSTRAINTS.name}" in developers
