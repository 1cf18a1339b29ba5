"""Owns the sentence that says why a place opens: pages, files and machines carry it alike."""

from teamplan.page.words import Words, number
from teamplan.questions.hire.calendar import LEAVER, MISSING, PROMOTION, STAGE, VACANCY, Place

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
    return "" if amount is None else words.counted(axis, number(amount, 1))


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
