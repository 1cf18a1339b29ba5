"""Owns the sentence that says why a place opens: pages, files and machines carry it alike."""

from teamplan.page.limits import above, since
from teamplan.page.words import Words
from teamplan.questions.hire.calendar import (
    LEAVER,
    MISSING,
    PROMOTION,
    STAGE,
    TEMPORARY,
    VACANCY,
    WAIT,
    Place,
    ShortNeed,
)

SENTENCES = {MISSING: "hiring.why-missing", STAGE: "hiring.why-stage", LEAVER: "hiring.why-leaver"}


def why(place: Place, words: Words) -> str:
    """Why a place opens, with the volume that asks for it."""
    say = words.say
    if place.kind == VACANCY:
        return say("hiring.why-vacancy")
    key = SENTENCES.get(place.because, "hiring.why-more")
    binding = "" if key != "hiring.why-more" else say(f"binding.{place.because}")
    sentence = say(key, volume=_volume(place, words), binding=binding, stage=words.stage(place.stage))
    if place.kind != PROMOTION:
        return sentence
    return say("hiring.why-promoted", why=sentence, role=words.role(place.promoted_from or ""))


def _volume(place: Place, words: Words) -> str:
    axis, amount = "orders", place.trigger_orders
    if amount is None:
        axis, amount = "visitors", place.trigger_visitors
    limit = since if place.because == STAGE else above
    return "" if amount is None else words.counted(axis, limit(amount, 1))


def gap(place: Place, words: Words) -> str:
    """From which day on the place is needed, and how long nobody does all of its work; empty where it is in time."""
    if not place.late:
        return ""
    return words.say("hiring.gap", need=place.needed_on, days=place.gap_days)


def why_and_gap(place: Place, words: Words) -> str:
    """The reason, and the gap where there is one."""
    return (
        words.say("hiring.with-gap", why=why(place, words), gap=gap(place, words)) if place.late else why(place, words)
    )


def helped(need: ShortNeed, words: Words) -> str:
    """What helps over a short need."""
    if need.by == TEMPORARY:
        return words.say("hiring.by-temporary", people=need.helpers, search=need.search_by)
    duties = words.playbook.duties.values()
    function = words.playbook.roles[need.role].function
    live = any(duty.live is not None and duty.function == function for duty in duties)
    return words.say("hiring.by-wait-live" if need.by == WAIT and live else f"hiring.by-{need.by}")
