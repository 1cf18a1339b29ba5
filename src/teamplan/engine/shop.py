"""Owns the compiled playbook: all stages of one setting, each compiled when first asked for."""

from collections.abc import Mapping, Set
from math import inf, nextafter

from teamplan.engine.amounts import Amounts, moved, resolve
from teamplan.engine.breakpoints import stage_at
from teamplan.engine.compiling import compile_stage, recompiled, rests_on
from teamplan.engine.load import Setting
from teamplan.engine.settled import settled
from teamplan.engine.staffing import ALONE, StageCurves
from teamplan.engine.table import HeadcountTable, table_of
from teamplan.errors import TeamplanError
from teamplan.playbook.handed_on import HandedOn
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import FOUNDER_SKILLS, MOST_ORDERS

USUAL = Setting(frozenset(FOUNDER_SKILLS))  # of a shop that gives its volume alone


def with_handed_on(playbook: Playbook) -> Playbook:
    """The playbook with what each stage hands on in the usual setting, so that no shop works it out again.

    The same playbook where somebody cannot be counted: a shop that asks so far says so itself.
    """
    shop = Shop(settled(playbook, USUAL.inputs), USUAL)
    try:
        handed_on = {each: shop.handed_on(each) for each in list(playbook.stages)[:-1]}
        return playbook.with_(handed_on=handed_on, worth=shop.amounts.values)
    except TeamplanError:
        return playbook


class Shop:
    """A playbook compiled for one setting. Answers headcounts at any volume; nothing in it depends on the volume.

    Threads may share it, and shops may share their playbook: see `curve` for what they learn.
    """

    def __init__(self, playbook: Playbook, setting: Setting, amounts: Amounts | None = None) -> None:
        self.playbook = playbook
        self.setting = setting
        self.amounts: Amounts = amounts or resolve(playbook)
        self._ids = list(playbook.stages)
        self._bounds = [float(stage.starts_at.orders) for stage in playbook.stages.values()]
        self._compiled: dict[str, StageCurves] = {}
        self._alone: dict[str, StageCurves] = {}
        self._handed_on = dict(playbook.handed_on) if setting == USUAL else {}
        self._before: tuple[Shop, Set[str]] | None = None
        self._rests_on: dict[tuple[str, tuple[float, float]], frozenset[str]] = {}

    def moved(self, playbook: Playbook, names: Set[str]) -> "Shop":
        """The shop of a playbook that differs in these assumptions alone: what they do not move is compiled already."""
        shop = Shop(playbook, self.setting, moved(self.amounts, playbook, names))
        shop._before = self, names
        return shop

    def stage_of(self, orders: float) -> str:
        """The stage that the orders decide."""
        return self._ids[stage_at(self._bounds, orders)]

    def starts_at(self, stage_id: str) -> float:
        return self._bounds[self._ids.index(stage_id)]

    def curves(self, given: str | None, orders: float) -> StageCurves:
        """The stage that was asked for, standing alone, or else the one that the orders decide."""
        return self.compiled(self.stage_of(orders)) if given is None else self.alone(given)

    def compiled(self, stage_id: str) -> StageCurves:
        """A stage on the way of growth: it goes on with the people whom the stage before it had."""
        if stage_id not in self._compiled:
            place = self._ids.index(stage_id)
            before = self.handed_on(self._ids[place - 1]) if place else None
            end = nextafter(self._bounds[place + 1], -inf) if place + 1 < len(self._bounds) else float(MOST_ORDERS)
            ends = self._bounds[place], end
            known = self._before and self._before[0].compiled(stage_id)
            self._compiled[stage_id] = self._compile(stage_id, ends, known, before)
        return self._compiled[stage_id]

    def handed_on(self, stage_id: str) -> HandedOn:
        """What a stage on the way of growth hands on to the next."""
        if stage_id not in self._handed_on:
            self._handed_on[stage_id] = self.compiled(stage_id).handed_on()
        return self._handed_on[stage_id]

    def alone(self, stage_id: str) -> StageCurves:
        """A stage that stands for all orders, whatever was before it."""
        if stage_id not in self._alone:
            known = self._before and self._before[0].alone(stage_id)
            self._alone[stage_id] = self._compile(stage_id, ALONE, known, None)
        return self._alone[stage_id]

    def _compile(
        self, stage_id: str, ends: tuple[float, float], known: StageCurves | None, before: HandedOn | None
    ) -> StageCurves:
        if known is None or self._before is None:
            return compile_stage(self.playbook, self.amounts, stage_id, self.setting, before, ends)
        if self._is_as_before(known, before):
            return known.with_(loads=known.loads.with_(playbook=self.playbook, amounts=self.amounts))
        return recompiled(known, self.playbook, self.amounts, self._before[1], before)

    def _is_as_before(self, known: StageCurves, before: HandedOn | None) -> bool:
        """Whether a stage that was compiled for the shop before holds: it rests on nothing that moved, and goes on with
        the same people."""
        assert self._before is not None
        origin, names = self._before
        place = self._ids.index(known.stage_id)
        if before is not None and before != origin.handed_on(self._ids[place - 1]):
            return False
        key = known.stage_id, known.ends
        if key not in origin._rests_on:
            origin._rests_on[key] = rests_on(known)
        return origin._rests_on[key].isdisjoint(names)

    def headcounts(self, volumes: Mapping[str, float]) -> dict[str, int]:
        """The complete team at a volume: people in each role of the stage that the orders decide.

        Raises a TeamplanError where a role depends on visitors that are not given.
        """
        return self.compiled(self.stage_of(volumes["orders"])).headcounts(volumes)

    def table(self, most_orders: float) -> HeadcountTable:
        """Every headcount from 0 orders a day to so many, as plain tuples; nothing is learnt beyond them.

        Roles that depend on visitors raise a TeamplanError. A ValueError below 0 orders, or where they have no end.
        """
        return table_of(list(self.playbook.roles), self.spans(most_orders))

    def spans(self, most_orders: float, given: str | None = None) -> list[tuple[StageCurves, float, float]]:
        """The stages up to so many orders a day with the first and the last that each stands for, or a given one alone.

        A ValueError below 0 orders, or where they have no end.
        """
        if not 0 <= most_orders < inf:
            raise ValueError(f"{most_orders} orders: no end of a table")
        if given is not None:
            return [(self.alone(given), 0.0, float(most_orders))]
        ids = [stage for stage, bound in zip(self._ids, self._bounds, strict=True) if bound <= most_orders]
        ends = [nextafter(self.starts_at(stage), -inf) for stage in ids[1:]]
        spans = zip(ids, self._bounds, [*ends, float(most_orders)], strict=False)
        return [(self.compiled(each), low, high) for each, low, high in spans]

    def stage_by_age(self, age_days: float) -> str:
        """The stage that the articles put a shop of this age in."""
        starts = [float(stage.typical_age_days[0]) for stage in self.playbook.stages.values()]
        return self._ids[max(stage_at(starts, age_days), 0)]

    def stage_by_visitors(self, visitors: float) -> str | None:
        """The highest stage whose written range of visitors is reached, None below all of them."""
        reached = [
            stage_id
            for stage_id, stage in self.playbook.stages.items()
            if stage.typical_visitors and float(stage.typical_visitors[0]) <= visitors
        ]
        return reached[-1] if reached else None
