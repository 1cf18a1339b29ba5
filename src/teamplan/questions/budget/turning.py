"""Owns how a budget tells where its sign turns, and what would have to change where no month pays."""

from collections.abc import Iterator

from teamplan.engine.pay.trade import Needed, SignChange
from teamplan.page.limits import above, since
from teamplan.page.words import Words, number, percent

MOST_LINES = 6  # beyond that the first turn and the last are told, and how many lie between


def turning(turns: tuple[SignChange, ...], most: int, words: Words) -> Iterator[str]:
    """From how many orders on a month gains or loses, up to the `most` that were looked at."""
    if not turns:
        yield words.say("budget.never", most=number(most))
    elif len(turns) < MOST_LINES:
        yield from (_turn(each, words) for each in turns)
    else:
        first, *between, last = turns
        values = {"low": above(between[0].orders), "high": since(between[-1].orders), "times": number(len(between))}
        yield _turn(first, words)
        yield words.say("budget.turns-between", **values)
        yield _turn(last, words)
    if turns:
        yield words.say("budget.stays", most=number(most))


def change(turns: tuple[SignChange, ...], needed: Needed, words: Words) -> Iterator[str]:
    """What would have to change least, where no month pays."""
    if turns:
        return
    say = words.say
    values = {"needed": words.money_in_coins(needed.contribution), "now": words.money_in_coins(needed.now)}
    yield say("budget.needed", **values, orders=number(needed.orders))
    if needed.gross_margin is not None:
        yield say("budget.needed-margin", margin=percent(round(float(needed.gross_margin), 4)))
    if needed.order_value is not None:
        yield say("budget.needed-value", amount=words.money_in_coins(needed.order_value))


def _turn(turn: SignChange, words: Words) -> str:
    key, limit = ("budget.gains-from", since) if turn.gains else ("budget.loses-from", above)
    return words.say(key, orders=limit(turn.orders))
