"""Owns the sentences of everything that may be wrong, and of its mends; few prompts say any, so they are read late."""

from teamplan.language.file_problems import FILE_MENDS, FILE_PROBLEMS
from teamplan.language.money_problems import MONEY_MENDS, MONEY_PROBLEMS
from teamplan.language.output_problems import OUTPUT_MENDS, OUTPUT_PROBLEMS
from teamplan.language.pay_problems import PAY_MENDS, PAY_PROBLEMS
from teamplan.language.people_problems import PEOPLE_MENDS, PEOPLE_PROBLEMS
from teamplan.language.prompt_problems import PROMPT_MENDS, PROMPT_PROBLEMS
from teamplan.language.question_problems import QUESTION_MENDS, QUESTION_PROBLEMS
from teamplan.language.split_problems import SPLIT_MENDS, SPLIT_PROBLEMS
from teamplan.language.text_problems import TEXT_MENDS, TEXT_PROBLEMS

PROBLEMS = TEXT_PROBLEMS | FILE_PROBLEMS | QUESTION_PROBLEMS | MONEY_PROBLEMS | PAY_PROBLEMS | PEOPLE_PROBLEMS
PROBLEMS |= SPLIT_PROBLEMS | OUTPUT_PROBLEMS | PROMPT_PROBLEMS
MENDS = TEXT_MENDS | FILE_MENDS | QUESTION_MENDS | MONEY_MENDS | PAY_MENDS | PEOPLE_MENDS | SPLIT_MENDS
MENDS |= OUTPUT_MENDS | PROMPT_MENDS
OF_PROBLEMS = {f"problem.{key}": pair for key, pair in PROBLEMS.items()} | {
    f"mend.{key}": pair for key, pair in MENDS.items()
}
