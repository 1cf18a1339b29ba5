"""Owns what the named assumptions are worth: exact minutes, hours a week and shares, and one person's capacity."""

from collections.abc import Mapping, Set
from fractions import Fraction

from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Quantity
from teamplan.record import Record

WEEKS_A_MONTH = Fraction(365, 12 * 7)
DAYS_A_MONTH = 7 * WEEKS_A_MONTH  # of the calendar, on the mean of a year


class TimeAmounts(Record):
    """The working time of one person. Hours and days as in the assumptions, shares of one."""

    shift: Fraction
    productive: Fraction
    attendance: Fraction
    days_worked: Fraction
    days_open: Fraction
    legal_week: Fraction

    @property
    def productive_day(self) -> Fraction:
        """Productive hours of one working day."""
        return self.shift * self.productive

    @property
    def productive_week(self) -> Fraction:
        """Productive hours of one full-time job a week, nobody away."""
        return self.productive_day * self.days_worked

    @property
    def job_day(self) -> Fraction:
        """Productive hours of one full-time job on the mean of the open days, nobody away."""
        return self.productive_week / self.days_open

    @property
    def presence(self) -> Fraction:
        """Share of the open days on which one person is there; its inverse is the relief factor."""
        return self.attendance * self.days_worked / self.days_open


class Amounts(Record):
    """Every assumption as an exact number (a rate as minutes per unit), and the working time."""

    values: Mapping[str, Fraction]
    time: TimeAmounts

    def __getitem__(self, reference: str) -> Fraction:
        """The amount of `$name`."""
        return self.values[reference[1:]]


def resolve(playbook: Playbook) -> Amounts:
    """All assumptions in canonical units: minutes, hours a week, days, shares; `150/day` as minutes per unit."""
    names = playbook.frame.working_time
    time = TimeAmounts(
        shift=_hours(_value(playbook, names.shift)),
        productive=_value(playbook, names.productive).canonical,
        attendance=_value(playbook, names.attendance).canonical,
        days_worked=_value(playbook, names.days_worked).canonical,
        days_open=_value(playbook, names.days_open).canonical,
        legal_week=_value(playbook, names.legal_week).canonical,
    )
    worth = playbook.worth or {name: _worth(figure.value, time) for name, figure in playbook.assumptions.items()}
    return Amounts(worth, time)


def with_worth(playbook: Playbook) -> Playbook:
    """The playbook with what its assumptions are worth, so that whoever asks for amounts needs to read few of them."""
    return playbook.with_(worth=resolve(playbook).values)


def moved(amounts: Amounts, playbook: Playbook, names: Set[str]) -> Amounts:
    """`resolve` of a playbook that differs in these assumptions alone from the one whose amounts are known."""
    if names & time_names(playbook):
        return resolve(playbook)
    changed = {name: _worth(playbook.assumptions[name].value, amounts.time) for name in names}
    return Amounts({**amounts.values, **changed}, amounts.time)


def time_names(playbook: Playbook) -> set[str]:
    """The assumptions of the working time, on which every capacity and every rate rests."""
    names = playbook.frame.working_time
    used = (names.shift, names.productive, names.attendance, names.days_worked, names.days_open, names.legal_week)
    return {reference[1:] for reference in used}


def minutes_each(rate: Quantity, time: TimeAmounts) -> Fraction:
    """Minutes per unit of one person who does `rate`: 150/day of 6.5 productive hours is 2.6 minutes."""
    hours = {
        "/h": Fraction(1),
        "/day": time.productive_day,
        "/week": time.productive_week,
        "/month": time.productive_week * WEEKS_A_MONTH,
    }[rate.unit]
    return hours * 60 / rate.number


def _worth(value: Quantity, time: TimeAmounts) -> Fraction:
    return minutes_each(value, time) if value.kind == "rate" else value.canonical


def _value(playbook: Playbook, reference: str) -> Quantity:
    return playbook.assumptions[reference[1:]].value


def _hours(quantity: Quantity) -> Fraction:
    return quantity.canonical / 60 if quantity.kind == "minutes" else quantity.canonical
