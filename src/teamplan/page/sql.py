"""Owns SQL output: the statement of an answer, and how data bases differ in what a statement of ours needs."""

import re

from teamplan.page.answer import Answer
from teamplan.record import Record

PLAIN = re.compile(r"[A-Za-z_]\w*", re.ASCII)


class Dialect(Record):
    """How a data base quotes a name, and how it is told a number of binary64 to the last bit."""

    quote: str
    cast: str = ""  # after a number with an exponent, where that alone is a decimal

    def quoted(self, name: str) -> str:
        return f"{self.quote}{name}{self.quote}"

    def table(self, name: str) -> str:
        """A table with what stands before it; capitals without quotes mean what they mean at the data base's prompt."""
        parts = name.split(".")
        return ".".join(part if PLAIN.fullmatch(part) and part != part.lower() else self.quoted(part) for part in parts)

    def number(self, value: float) -> str:
        """The shortest decimal that is read back as the same float, with an exponent."""
        text = repr(value).removesuffix(".0")
        return f"{text if 'e' in text else f'{text}e0'}{self.cast}"


DIALECTS = {
    "duckdb": Dialect('"'),
    "postgres": Dialect('"', "::float8"),
    "bigquery": Dialect("`"),
    "spark": Dialect("`"),
    "maxcompute": Dialect("`"),
}


def text(answer: Answer) -> str:
    """The statement of an answer. Raises ValueError where there is none."""
    if answer.statement is None:
        raise ValueError("no statement")
    return answer.statement()
