"""Owns the waiting time of those who find every slot taken.

Let `n` agents finish `rate` chats a minute when every slot is full, `arrivals` come a minute, and each waiting buyer
leave at the rate `leaving`. For somebody with endless patience the wait has the density `p x rate x g(s)`, with `p` the
share of time in which the slots are just full and

    g(s) = exp(arrivals x phi(s) - rate x s),   phi(s) = (1 - exp(-leaving x s)) / leaving,  phi(s) = s without leaving

(Baccelli & Hebuterne 1981; Mandelbaum & Zeltyn 2007). A real buyer is answered at `s` if the wait is `s` and the
patience longer, which weighs the density with exp(-leaving x s). Summed over the states this is the incomplete-beta
series of Erlang A; as an integral of a log-concave function it costs the same at 0.01 and at a million Erlangs, for any
target and any patience.
"""

from collections.abc import Iterator
from math import exp, expm1, inf, log, sqrt
from typing import NamedTuple

from teamplan.record import Record

_NEGLIGIBLE = 40.0  # exp(-40) of the peak is below the last digit
_NODES = (  # Gauss-Legendre, 12 points on [-1, 1], as (place, weight) of the positive half
    (0.1252334085114689, 0.24914704581340277),
    (0.3678314989981802, 0.2334925365383548),
    (0.5873179542866175, 0.20316742672306592),
    (0.7699026741943047, 0.16007832854334622),
    (0.9041172563704749, 0.10693932599531843),
    (0.9815606342467192, 0.04717533638651183),
)
POINTS = (*((-place, weight) for place, weight in _NODES), *_NODES)


class Waiting(Record):
    """Integrals of the density over a stretch of waiting time, all divided by exp(`peak`).

    `all_` of g; `answered` of g x exp(-leaving x s); `minutes` of g x phi (minutes really waited); `virtual_minutes`
    of g x s (minutes somebody with endless patience waits).
    """

    all_: float
    answered: float
    minutes: float
    virtual_minutes: float

    def __add__(self, other: "Waiting") -> "Waiting":
        return Waiting(
            self.all_ + other.all_,
            self.answered + other.answered,
            self.minutes + other.minutes,
            self.virtual_minutes + other.virtual_minutes,
        )


class Density(NamedTuple):
    """The function g for one queue. To be integrated only where it is not `endless`."""

    arrivals: float
    rate: float
    leaving: float

    @property
    def endless(self) -> bool:
        """Whether the queue grows for ever: nobody leaves, and the team is too slow."""
        return not self.leaving and self.arrivals >= self.rate

    @property
    def peak_at(self) -> float:
        """Where g is largest: 0 unless more buyers arrive than the full team can serve."""
        return log(self.arrivals / self.rate) / self.leaving if self.arrivals > self.rate else 0.0

    @property
    def peak(self) -> float:
        """The logarithm of g where it is largest."""
        return self.height(self.peak_at)

    def phi(self, wait: float) -> float:
        share = self.leaving * wait
        return -expm1(-share) / self.leaving if share > 1e-290 else wait

    def height(self, wait: float) -> float:
        """The logarithm of g."""
        return self.arrivals * self.phi(wait) - self.rate * wait

    def split(self, within: float) -> tuple[Waiting, Waiting]:
        """The integrals up to `within` minutes and beyond it."""
        if not self.leaving:
            return self._patient(within)
        peak = self.peak
        early, late = Waiting(0, 0, 0, 0), Waiting(0, 0, 0, 0)
        for start, end in self._panels(within, peak):
            part = self._panel(start, end, peak)
            if end <= within:
                early += part
            else:
                late += part
        return early, late

    def early(self, within: float) -> tuple[float, float]:
        """`split` for those who ask how many are answered in time: all there is, and the answered up to `within`."""
        if not self.leaving:
            part, rest = self._patient(within)
            return part.all_ + rest.all_, part.answered
        peak, arrivals, rate, leaving = self.peak, self.arrivals, self.rate, self.leaving
        all_ = answered = 0.0
        for start, end in self._panels(within, peak):
            middle, half = (start + end) / 2, (end - start) / 2
            here = kept = 0.0
            for place, weight in POINTS:
                wait = middle + half * place
                share = leaving * wait
                lost = -expm1(-share)
                phi = lost / leaving if share > 1e-290 else wait
                density = weight * exp(arrivals * phi - rate * wait - peak)
                here += density
                kept += density * (1 - lost)
            all_ += here * half
            if end <= within:
                answered += kept * half
        return all_, answered

    def _patient(self, within: float) -> tuple[Waiting, Waiting]:
        """The same without leaving, where g is a plain exponential."""
        slack = self.rate - self.arrivals
        late = exp(-slack * within)
        early = -expm1(-slack * within) / slack
        early_minutes = (early - within * late) / slack
        late_minutes = late * (within + 1 / slack) / slack
        return (
            Waiting(early, early, early_minutes, early_minutes),
            Waiting(late / slack, late / slack, late_minutes, late_minutes),
        )

    def _panel(self, start: float, end: float, peak: float) -> Waiting:
        middle, half = (start + end) / 2, (end - start) / 2
        all_ = answered = minutes = virtual = 0.0
        arrivals, rate, leaving = self.arrivals, self.rate, self.leaving
        for place, weight in POINTS:
            wait = middle + half * place
            share = leaving * wait
            lost = -expm1(-share)
            phi = lost / leaving if share > 1e-290 else wait
            density = weight * exp(arrivals * phi - rate * wait - peak)
            all_ += density
            answered += density * (1 - lost)
            minutes += density * phi
            virtual += density * wait
        return Waiting(all_ * half, answered * half, minutes * half, virtual * half)

    def _panels(self, within: float, peak: float) -> Iterator[tuple[float, float]]:
        """Stretches over which g changes little enough for twelve points, with a seam at `within`."""
        top = self.peak_at
        start = self._rise(top, peak)
        while start <= top or self.height(start) > peak - _NEGLIGIBLE:
            end = start + self._step(start)
            if start < within < end:
                end = within
            if end <= start:
                return
            yield start, end
            start = end

    def _step(self, wait: float) -> float:
        still = exp(-self.leaving * wait)  # of the patience
        slope = abs(self.arrivals * still - self.rate)
        bend = sqrt(self.arrivals * self.leaving * still)
        step = min(8 / slope if slope else inf, 3 / bend if bend else inf)
        if self.leaving and still * max(1.0, self.arrivals / self.leaving) > 1e-17:
            step = min(step, 5 / self.leaving)
        return step

    def _rise(self, top: float, peak: float) -> float:
        """Where g becomes worth counting, on the way up to its peak."""
        if peak < _NEGLIGIBLE:
            return 0.0
        low, high = 0.0, top
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (middle, high) if self.height(middle) < peak - _NEGLIGIBLE else (low, middle)
        return low
