"""Owns tables in words: titles instead of keys, and names instead of ids, in the language of the answer."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from teamplan.language import LANGUAGES, Language, Speaker
from teamplan.language.labels import ENDS, LABELS, SPOKEN, VALUES
from teamplan.page.answer import Answer
from teamplan.page.table import Cell, Column, Shown, Table
from teamplan.page.words import Words
from teamplan.record import Record

BETWEEN = ("; ", " ")  # what stands between the ids of a cell, the widest first


class Labels(Record):
    """The words of one language, and the names of a playbook by id."""

    say: Speaker
    names: Mapping[str, str]

    def answer(self, answer: Answer) -> Answer:
        """The same answer with its tables in words."""
        return answer._replace(tables=lambda: tuple(map(self.table, answer.tables())))

    def table(self, given: Table) -> Table:
        """The same table in words; what only a page shows stays what only a page shows."""
        titles = self._distinct(given.columns)
        columns = tuple(
            column.with_(key=title, title=title) for column, title in zip(given.columns, titles, strict=True)
        )
        rows = tuple(
            tuple(self._cell(cell, column.key) for cell, column in zip(row, given.columns, strict=True))
            for row in given.rows
        )
        return given.with_(columns=columns, rows=rows)

    def _distinct(self, columns: Iterable[Column]) -> Iterator[str]:
        """The titles, those that stood before with their key behind them."""
        seen = set[str]()
        for column in columns:
            title = self.title(column)
            seen.add(title if title not in seen else (title := f"{title} ({column.key})"))
            yield title

    def title(self, column: Column) -> str:
        """What stands over a column: what the page says, else the words for its key, else the key."""
        return column.title if column.title and not column.page_only else self.label(column.key)

    def label(self, key: str) -> str:
        """The words for a key; a key of ids (`roles_operator`) has the name behind it."""
        pair = LABELS.get(key)
        if pair is not None:
            return pair[self._place]
        head, _, end = key.rpartition("_")
        if end in ENDS and head:
            return self._ended(self.label(head), ENDS[end][self._place])
        head, _, end = key.partition("_")
        return self._ended(self.label(head), self.names[end]) if end in self.names else key.replace("_", " ")

    def _ended(self, label: str, end: str) -> str:
        return f"{label}（{end}）" if self.say.language == "zh" else f"{label}, {end}"

    @property
    def _place(self) -> int:
        return LANGUAGES.index(self.say.language)

    def _cell(self, cell: Cell, key: str) -> Cell:
        value = cell.value if isinstance(cell, Shown) else cell
        if isinstance(value, bool):
            return self.say("yes" if value else "no")
        if isinstance(value, list | tuple):
            return self.say.join(str(self._cell(each, key)) for each in value)
        return self._text(value, key) if isinstance(value, str) else cell

    def _text(self, value: str, key: str) -> str:
        if key in SPOKEN and value in VALUES:
            return VALUES[value][self._place]
        if value in self.names:
            return self.names[value]
        for between in BETWEEN:
            parts = value.split(between)
            if len(parts) > 1 and any(part in self.names for part in parts):
                return (between if between != " " else self.say.join(("", ""))).join(
                    self._text(each, key) for each in parts
                )
        return value


def labels_of(language: Language, words: Words | None) -> Labels:
    """The words of a language with the names of a playbook; without one, ids stay ids."""
    say = Speaker(language)
    return Labels(say, {} if words is None else dict(_names(words.with_(say=say))))


def _names(words: Words) -> Iterator[tuple[str, Any]]:
    """Everything that a playbook names by id; an id stands for one thing alone."""
    playbook, say = words.playbook, words.say
    yield "owner", say("owner")
    yield from ((id_, say.text(each.means)) for id_, each in playbook.assumptions.items())
    yield from ((id_, words.driver(id_)) for id_ in (*playbook.frame.drivers, *playbook.frame.inputs))
    named = (playbook.stages, playbook.roles, playbook.duties, playbook.sourcing)
    yield from ((id_, say.text(each.name)) for kind in named for id_, each in kind.items())
    yield from ((id_, say.text(name)) for id_, name in playbook.frame.functions.items())
