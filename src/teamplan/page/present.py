"""Owns the lines on how a given team was read: who works in which role, who spares the owner what."""

from collections.abc import Iterator

from teamplan.engine.present import Told, plain
from teamplan.page.words import Words, number


def read_lines(team: Told, words: Words) -> Iterator[str]:
    """A line for each title that works under another name, each that helps the owner, each role without a head."""
    say = words.say
    for read in team.reads:
        yield say(
            "team.read", people=number(plain(read.people)), title=words.role(read.title), role=words.role(read.role)
        )
    for helps in team.helps:
        yield say(
            "team.helps", title=words.role(helps.title), duties=say.join(words.duty(each) for each in helps.duties)
        )
    for role in team.shared:
        yield say("team.shared", role=words.role(role))
