"""Owns what must hold of people to be paid beside the form of each value: names, bounds, targets, and the law."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from teamplan.engine.pay.payroll import Payroll
from teamplan.engine.pay.sheet import PaySheet, PayTerms, sheet_of
from teamplan.errors import Problem
from teamplan.playbook.figures import Figure
from teamplan.playbook.pay_people import PaidPerson, PayFile
from teamplan.playbook.pay_rules import PARTS, PayRules
from teamplan.playbook.playbook import Playbook
from teamplan.reading.pay_people import PayDraft, PersonRead

Roles = Mapping[str, str]  # by what people write: an id, or the title in either language


def roles_of(playbook: Playbook) -> Roles:
    """The ids of roles by every name that they have."""
    names = [(name, role) for role, each in playbook.roles.items() for name in (role, each.name.en, each.name.zh)]
    return dict(reversed(names))


def checked(draft: PayDraft, terms: PayTerms, roles: Roles) -> tuple[PaySheet | None, list[Problem]]:
    """The sheet of a file, None unless all of it is sound, and every fault: those of the reading first."""
    problems = list(draft.problems) + list(_twice(draft.entries)) + list(_team_shares(draft))
    sound = []
    for entry in draft.entries:
        found = list(_faults(entry, draft, terms, roles))
        problems += found
        if entry.person is not None and entry.whole and not found:
            sound.append(entry)
    problems += _below_minimum(draft, sound, terms, roles)
    problems.sort(key=lambda problem: (problem.where.line, problem.where.column) if problem.where else (0, 0))
    if problems:
        return None, problems
    return sheet_of(terms, _file(draft, sound), roles), []


def _file(draft: PayDraft, entries: Iterable[PersonRead]) -> PayFile:
    """The people of these entries; who shares with somebody else keeps the whole."""
    people = [entry.person for entry in entries if entry.person is not None]
    names = {person.name for person in people}
    alone = {"collaborator": None, "collaborator_share": None}
    kept = (each if each.collaborator in (None, *names) else each.model_copy(update=alone) for each in people)
    return PayFile.model_construct(inquiries=draft.inquiries, people=tuple(kept))


def _percent(share: Fraction) -> str:
    return f"{float(100 * share):g}%"


def _twice(entries: Iterable[PersonRead]) -> Iterator[Problem]:
    lines: dict[str, int] = {}
    for entry in entries:
        if entry.name in lines:
            yield entry.wrong("person-twice", "name", given=entry.name, first=lines[entry.name])
        lines.setdefault(entry.name, entry.line)


def _team_shares(draft: PayDraft) -> Iterator[Problem]:
    """Shares of the team's target that are more than the whole, told at the one that makes them so."""
    total = Fraction(0)
    for entry in draft.entries:
        share = entry.person.inquiry_share if entry.person else None
        if share and total <= 1 < total + share:
            yield entry.wrong("shares-above-whole", "inquiry_share", sum=_percent(total + share))
        total += share or 0


def _faults(entry: PersonRead, draft: PayDraft, terms: PayTerms, roles: Roles) -> Iterator[Problem]:
    person = entry.person
    if person is None:
        return
    if person.role not in roles:
        known = ", ".join(dict.fromkeys(roles.values()))
        yield entry.wrong("unknown-role", "role", given=person.role, known=known).with_(among=(tuple(roles),))
    yield from _bounds(entry, person, terms)
    yield from _scores(entry, person, terms.rules)
    yield from _targets(entry, person, draft)
    yield from _collaborator(entry, person, [each.name for each in draft.entries])
    hours, most = sum(person.overtime.values(), Fraction(0)), terms.most_overtime
    if most is not None and hours > most:
        part = next(name for name, each in person.overtime.items() if each)
        yield entry.wrong(
            "overtime-above-month", f"overtime_{part}", given=f"{float(hours):g}", most=f"{float(most):g}"
        )
    measures = (person.performance, *person.scored.values(), person.inquiries, person.sales)
    if entry.whole and not any(each is not None for each in measures):
        yield entry.wrong("performance-needed", "performance")


def _bounds(entry: PersonRead, person: PaidPerson, terms: PayTerms) -> Iterator[Problem]:
    own = terms.rules.coefficients
    bounds: dict[str, Figure] = {"grade": own.grade, "floating": own.floating, "performance": own.performance}
    for part, figure in bounds.items():
        given = getattr(person, part)
        low, high = figure.ends
        if given is not None and not low.canonical <= given <= high.canonical:
            told = _percent(given) if figure.value.unit == "%" else f"{float(given):g}"
            yield entry.wrong("out-of-bounds", part, given=told, low=str(low), high=str(high))
    if person.hours_a_week is not None and person.hours_a_week > terms.full_week:
        values = {"given": f"{float(person.hours_a_week):g}", "most": float(terms.full_week)}
        yield entry.wrong("above-most", "hours_a_week", **values)


def _scores(entry: PersonRead, person: PaidPerson, rules: PayRules) -> Iterator[Problem]:
    scored = person.scored
    if scored and person.performance is not None:
        yield entry.wrong("performance-twice", "performance")
    missing = [part for part in PARTS if part not in scored]
    if scored and missing and entry.whole:
        yield entry.wrong("score-incomplete", next(iter(scored)), missing=", ".join(f"`{part}`" for part in missing))
    for part, rated in scored.items():
        items = rules.score.parts[part].items
        if isinstance(rated, Mapping):
            strange = [item for item in rated if item not in items]
            for item in strange:
                known = ", ".join(items)
                yield entry.wrong("unknown-item", part, given=item, known=known).with_(among=(tuple(items),))
            lacking = [f"`{item}`" for item in items if item not in rated]
            if lacking and not strange:
                yield entry.wrong("score-items-missing", part, missing=", ".join(lacking))


def _targets(entry: PersonRead, person: PaidPerson, draft: PayDraft) -> Iterator[Problem]:
    """Targets without what was done and the reverse, more that is not genuine than there is, and circular targets."""
    target = "inquiry_target" if person.inquiry_target is not None or person.inquiry_share is None else "inquiry_share"
    for one, other, false in (
        (target, "inquiries", "inquiries_not_genuine"),
        ("sales_target", "sales", "sales_not_genuine"),
    ):
        given, done, not_genuine = getattr(person, one), getattr(person, other), getattr(person, false)
        if entry.whole and (given is None) != (done is None):
            there, lacking = (one, other) if done is None else (other, one)
            yield entry.wrong("target-and-done", there, one=f"`{there}`", other=f"`{lacking}`")
        if not_genuine > (done or 0):
            values = {"given": f"{float(not_genuine):g}", "done": f"{float(done or 0):g}"}
            yield entry.wrong("more-not-genuine", false, **values)
    known = draft.inquiries.benchmark if draft.inquiries else None
    unread = draft.has_plan and draft.inquiries is None  # its own faults are told
    if person.inquiry_share is not None and person.inquiry_target is None and known is None and not unread:
        yield entry.wrong("benchmark-missing", "inquiry_share")


def _collaborator(entry: PersonRead, person: PaidPerson, names: list[str]) -> Iterator[Problem]:
    who, share = person.collaborator, person.collaborator_share
    if entry.whole and (who is None) != (share is None):
        there, lacking = (
            ("collaborator_share", "collaborator") if who is None else ("collaborator", "collaborator_share")
        )
        yield entry.wrong("target-and-done", there, one=f"`{there}`", other=f"`{lacking}`")
    if who is not None and who == entry.name:
        yield entry.wrong("own-collaborator", "collaborator")
    elif who is not None and who not in names:
        others = [name for name in dict.fromkeys(names) if name != entry.name]
        yield entry.wrong("unknown-person", "collaborator", given=who, known=", ".join(others)).with_(among=(others,))


def _below_minimum(draft: PayDraft, sound: list[PersonRead], terms: PayTerms, roles: Roles) -> Iterator[Problem]:
    """Who earns less for ordinary work than the law asks for; not who waits for a share of somebody not yet sound."""
    names = {entry.name for entry in sound}
    if len(names) < len(sound):
        return
    waiting = {each.person.collaborator for each in draft.entries if each.person and each.name not in names}
    by_name = {entry.name: entry for entry in sound}
    for slip in sheet_of(terms, _file(draft, sound), roles).slips:
        least, paid = terms.least(slip.person), slip.for_ordinary_work
        if least is not None and paid < least and slip.person.name not in waiting:
            values = {"given": str(paid.amount), "least": str(least.amount), "place": _place(terms.payroll)}
            yield by_name[slip.person.name].wrong("below-minimum-wage", "base", **values)


def _place(payroll: Payroll) -> object:
    return payroll.place.name if payroll.place else ""
