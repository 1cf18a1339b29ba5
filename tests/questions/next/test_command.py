"""`teamplan next` as a user sees it."""

import csv
import io
import json

import pytest
import yaml

from tests.cli.prompt import teamplan

SHOP = ("--visitors", "3000", "--conversion", "5%")


def test_triggers_come_in_order_with_orders_visitors_and_percent() -> None:
    done = teamplan("next", *SHOP, "--format", "json")
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert done.stderr == ""
    assert len(found["triggers"]) == 8
    assert [trigger["kind"] for trigger in found["triggers"][:5]] == ["hire", "hire", "hire", "stage", "split"]
    for trigger in found["triggers"]:
        assert trigger["percent"] == pytest.approx(100 * (trigger["orders"] / 150 - 1))
        assert trigger["visitors"] == pytest.approx(trigger["orders"] / 0.05)
    crossing = found["triggers"][3]["crossing"]
    assert sum(step["people"] for step in crossing["path"]) == 2


def test_steps_limit_the_list_and_nothing_else() -> None:
    one = json.loads(teamplan("next", *SHOP, "--steps", "1", "--format", "json").stdout)
    many = json.loads(teamplan("next", *SHOP, "--steps", "20", "--format", "json").stdout)
    assert one["triggers"] == many["triggers"][:1]
    assert len(many["triggers"]) == 20
    assert one["falls"] == many["falls"]


@pytest.mark.parametrize("given", ["0", "-1", "2.5", "many", "", "1001", "9" * 5000, "²"])
def test_steps_that_are_none_are_refused(given: str) -> None:
    done = teamplan("next", "--orders", "3", f"--steps={given}")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("--steps: “")
    assert done.stderr.endswith("Give a whole number from 1 to 1000.\n")


def test_every_format_says_the_same() -> None:
    found = json.loads(teamplan("next", *SHOP, "--format", "json").stdout)
    assert yaml.safe_load(teamplan("next", *SHOP, "--format", "yaml").stdout) == found
    rows = list(csv.DictReader(io.StringIO(teamplan("next", *SHOP, "--format", "csv").stdout)))
    kinds = [row["kind"] for row in rows]
    assert [kind for kind in kinds if kind not in ("step", "fall")] == [each["kind"] for each in found["triggers"]]
    assert kinds.count("step") == 1
    assert kinds.count("fall") == len(found["falls"])
    text = teamplan("next", *SHOP, "--format", "markdown", "--lang", "zh").stdout
    assert "## 如何跨入团队期（半年）：每天 200 单起" in text


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_line_is_wider_than_the_terminal(language: str) -> None:
    from rich.cells import cell_len

    done = teamplan("next", *SHOP, "--lang", language, COLUMNS="80")
    assert max(cell_len(line) for line in done.stdout.splitlines()) <= 80


def test_the_margin_can_be_changed_for_a_run() -> None:
    found = json.loads(teamplan("next", *SHOP, "--set", "shrink_margin=20%", "--format", "json").stdout)
    assert found["shrink_margin"] == 0.2
    assert all(fall["safe_orders"] == pytest.approx(0.8 * fall["slack_orders"]) for fall in found["falls"])
