"""Owns the sizing of live chat: a plain model, to be replaced by queueing theory behind the same two functions.

An agent who holds `k` chats of `h_k` minutes finishes one every `h_k / k` minutes. The best of these is the work of a
chat. The busiest hour needs that work divided by the highest occupancy that still leaves time to answer promptly, and
the plain model staffs every opening hour like the busiest one. It ignores patience and the answer target.
"""

from fractions import Fraction

from teamplan.engine.amounts import Amounts
from teamplan.engine.linear import Linear
from teamplan.model.duties import Live


def agent_minutes(live: Live, amounts: Amounts) -> Fraction:
    """Minutes of an agent that one chat takes at the best concurrency: the least `h_k / k`."""
    return min(amounts[minutes] / chats for chats, minutes in enumerate(live.minutes, start=1))


def seat_hours(chats: Linear, live: Live, amounts: Amounts, open_hours: Fraction) -> Linear:
    """Hours a day that seats must be taken so that the busiest hour is served; linear in the chats a day."""
    hours_in_busiest = amounts[live.busiest_hour] * agent_minutes(live, amounts) / 60
    return chats.times(hours_in_busiest / amounts[live.occupancy] * open_hours)
