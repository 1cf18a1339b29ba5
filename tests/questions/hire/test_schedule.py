"""What `hire` reads of its options: each by itself, so that one fault hides no other."""

from pathlib import Path

import pytest

from teamplan.errors import TeamplanError
from teamplan.playbook.playbook import Playbook
from teamplan.questions.hire.question import HiringQuestion
from teamplan.questions.hire.schedule import read_schedule
from teamplan.reading.inputs import read_store


def test_what_is_sound_is_judged_beside_what_is_not() -> None:
    options = {"growth": "900%/day", "today": "tomorrow", "months": "61", "gaps": "zero", "forecast": None}
    with pytest.raises(TeamplanError) as error:
        read_schedule(options)
    told = [(str(problem.where), problem.key) for problem in error.value.problems]
    assert told == [
        ("--today", "not-a-date"),
        ("--months", "not-between"),
        ("--gaps", "forecast-only"),
        ("--growth", "growth-too-fast"),
    ]


def test_no_option_is_proposed_for_a_key_of_a_file(playbook: Playbook, tmp_path: Path) -> None:
    assert "growth" in HiringQuestion.model_fields
    file = tmp_path / "store.yaml"
    file.write_text("growht: 8%\n", encoding="utf-8")
    with pytest.raises(TeamplanError) as error:
        read_store({}, file, None, playbook)
    (problem,) = error.value.problems
    assert (problem.key, problem.near in HiringQuestion.model_fields) == ("unknown-key", False)
