"""Owns the steps of an explanation of service: the promise, the profile, the shifts, the relief, what is left out."""

from collections.abc import Iterator

from teamplan.engine.delivered.kept import kept_in
from teamplan.engine.opening import answers_outside, hours_plan
from teamplan.engine.question import Question
from teamplan.engine.service import PostService
from teamplan.engine.staffing import Staffed
from teamplan.playbook.service import Observed
from teamplan.playbook.stages import Service
from teamplan.questions.explain.reasons import Reason, assumption_reason, both, percentile_reason
from teamplan.questions.service.day import busiest_day, staff
from teamplan.questions.service.hours import longer_hours, pooled
from teamplan.questions.service.plan import DayPlan, StaffPlan


def day_of(question: Question, post: Staffed) -> DayPlan | None:
    """The busiest day of a post by half hours; None without live duties."""
    service, promise = post.service, question.playbook.stages[question.stage.stage_id].service
    if service is None or promise is None:
        return None
    amounts, shifts = question.shop.amounts, question.playbook.service.shifts
    lengths = {name: int(amounts[pattern.hours]) for name, pattern in shifts.items()}
    return busiest_day(service, question.volume.at[post.volume], promise.open, lengths)


def presence_reasons(question: Question, post: Staffed) -> Iterator[Reason]:
    """Why one seat in every open hour takes that many people."""
    if post.service is not None:
        yield _relief(question, post, staff(post.service, question.volume.at[post.volume]))


def service_reasons(question: Question, post: Staffed, day: DayPlan) -> Iterator[Reason]:
    """From the promise and the profile through the fewest shifts to people on the books."""
    service, promise = post.service, question.playbook.stages[question.stage.stage_id].service
    if service is None or promise is None:
        return
    volume = question.volume.at[post.volume]
    people = staff(service, volume)
    yield _promise(question, post, promise)
    if service.rise != 1:
        more = {"times": service.rise, "chats": service.at_percentile.chats(volume)}
        yield percentile_reason(question, more, "chats")
    yield _profile(question, service, day)
    frame = question.playbook.service
    shifts = tuple(assumption_reason(question, pattern.hours) for pattern in frame.shifts.values())
    fewest = {"relaxed": day.relaxed, "whole": day.whole, "whole_at_least": day.whole_at_least}
    yield Reason("service-shifts", fewest, shifts)
    yield _breaks(question, people)
    yield _relief(question, post, people)
    if people.roster > people.people:
        roster = {"roster": people.roster, "roster_at_least": people.roster_at_least, "people": people.people}
        yield Reason("service-roster", roster)
    yield from _delivered(question, post)
    yield from _left_out(question, post)


def _promise(question: Question, post: Staffed, promise: Service) -> Reason:
    lives = [question.playbook.duties[duty].live for duty in post.post.duties]
    references = [name for live in lives if live for name in (*live.minutes, live.patience_minutes, live.occupancy)]
    values = {"answered": float(promise.answered), "within": str(promise.within), "open": str(promise.open)}
    return Reason("service-promise", values, tuple(assumption_reason(question, each) for each in references))


def _profile(question: Question, service: PostService, day: DayPlan) -> Reason:
    frame = question.playbook.service
    busiest = max(day.half_hours, key=lambda each: each.chats)
    factor = max(each.factor for each in service.week)
    profile = next(each for each in frame.profiles.values() if day.day in each.days)
    because = (_observed("profile-hours", profile), _observed("profile-week", frame.week))
    values = {"day": day.day, "chats": day.chats, "factor": factor, "at": busiest.start, "busiest": busiest.chats}
    return Reason("service-profile", values, because)


def _observed(what: str, given: Observed) -> Reason:
    reason = given.reason and {"en": given.reason.en, "zh": given.reason.zh}
    return Reason(what, {"source": given.source, "grade": given.grade, "text": reason})


def _breaks(question: Question, people: StaffPlan) -> Reason:
    in_shift = any(pattern.pause for pattern in question.playbook.service.shifts.values())
    where = "service-breaks-in-shift" if in_shift else "service-breaks-in-share"
    name = question.playbook.frame.working_time.productive
    return Reason(where, {"share": people.worked_share}, (assumption_reason(question, name),))


def _delivered(question: Question, post: Staffed) -> Iterator[Reason]:
    """What the headcount keeps of the promise over the week, how that is worked out, and on what it rests."""
    people = question.heads[post.role]
    kept = kept_in(question.stage, question.volume.at, post.role, people, whole=True)
    if kept is None:
        return
    frame, names = question.playbook.service, question.playbook.frame.working_time
    because = [Reason("service-delivered-how")]
    if kept.alone is not None:
        because.append(Reason("service-alone", {"alone": kept.alone}))
    if frame.breaks is not None:
        meal, pause = frame.breaks.meal, frame.breaks.pause
        lengths = {"meal": str(meal.length), "earliest": str(meal.earliest), "latest": str(meal.latest)}
        because.append(
            Reason("service-breaks-lie", lengths | {"pause": str(pause)}, (_observed("breaks", frame.breaks),))
        )
    if kept.days_below is not None and question.playbook.frame.day_cv is not None:
        variation = (assumption_reason(question, question.playbook.frame.day_cv),)
        because.append(Reason("service-days-below", {}, variation))
    if not kept.relieved:
        because += [assumption_reason(question, name) for name in (names.days_worked, names.attendance)]
    yield Reason("service-delivered", {"kept": kept}, tuple(because))


def _relief(question: Question, post: Staffed, people: StaffPlan) -> Reason:
    if post.post.relieved_by == "owner":
        return Reason("service-relief-owner")
    names = question.playbook.frame.working_time
    used = (names.days_open, names.days_worked, names.attendance)
    values = {"relief_factor": people.relief_factor}
    return Reason("service-relief", values, tuple(assumption_reason(question, name) for name in used))


def _outside(question: Question, share: float) -> Reason:
    """What comes outside the opening hours, and who is paid to answer it."""
    option = answers_outside(question.playbook, question.playbook.choices.values())
    if option is None:
        return Reason("service-outside", {"share": share})
    return Reason("service-outside-bought", {"share": share, "name": both(question.playbook.sourcing[option].name)})


def _left_out(question: Question, post: Staffed) -> Iterator[Reason]:
    """What the hours leave unanswered, and what the split of service costs."""
    hours, longer = hours_plan(question), longer_hours(question)
    if hours is not None:
        yield _outside(question, hours.outside_share)
    if longer is not None:
        values = {"counted": longer.counted, "people": longer.people, "pay": longer.pay}
        yield Reason("service-longer" if longer.people else "service-longer-free", values)
    split = pooled(question, post.role)
    if split is not None:
        roles, together = split
        apart = sum(question.heads[role] for role in roles)
        yield Reason(
            "service-pooling", {"roles": list(roles), "apart": apart, "together": together, "loss": apart - together}
        )
