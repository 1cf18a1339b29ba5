"""What the checks of a playbook find, to the path and the value: on small playbooks, and exactly at each bound."""

from fractions import Fraction
from typing import Any

import pytest

from teamplan.engine.rules import (
    Finding,
    check_amounts,
    check_inputs,
    check_loops,
    check_order,
    check_refinement,
    check_stage,
)
from teamplan.playbook.duties import Driver
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.quantity import Quantity
from teamplan.playbook.stages import Stage
from tests.engine.small import SERVICE, TEXT, small

PACKER = {"packer": {"duties": ["packing"]}}
OPEN = "09:00-17:00"


def amounts(playbook: Playbook) -> list[Finding]:
    return list(check_amounts(playbook))


def refinement(playbook: Playbook) -> list[Finding]:
    earlier, later = playbook.stages.items()
    return list(check_refinement(playbook.duties, earlier, later))


def with_frame(playbook: Playbook, **changed: Any) -> Playbook:
    frame = type(playbook.service).model_validate(SERVICE | changed)
    return playbook.with_(service=frame)


def second(playbook: Playbook, **changed: Any) -> Playbook:
    """The second of two stages changed."""
    first, (name, stage) = playbook.stages.items()
    changed_stage = Stage.model_validate(stage.model_dump(mode="json", by_alias=True, exclude_none=True) | changed)
    return playbook.with_(stages=dict([first, (name, changed_stage)]))


@pytest.mark.parametrize("name", ["productive", "attendance", "silent", "occupancy"])
def test_no_share_is_more_than_the_whole(name: str) -> None:
    within: dict[str, Any] = {name: "100%"}
    above: dict[str, Any] = {name: "100.1%"}
    assert amounts(small(PACKER, **within)) == []
    found = amounts(small(PACKER, **above))
    assert Finding("above-one", "assumptions", (name,), {"given": "100.1%"}) in found
    assert {finding.path for finding in found} == {(name,)}


def without(name: str) -> Playbook:
    """A playbook with nothing for an assumption."""
    playbook = small(PACKER)
    known = playbook.assumptions[name]
    return playbook.with_values({name: known.model_copy(update={"value": Quantity(Fraction(0), known.value.unit)})})


@pytest.mark.parametrize(
    "name",
    [
        "shift", "productive", "attendance", "days_worked", "days_open", "asked", "occupancy", "patience",
        "chat_1", "chat_2", "chat_3",
    ],
)  # fmt: skip
def test_nothing_is_divided_by_zero(name: str) -> None:
    assert amounts(without(name)) == [Finding("must-be-positive", "assumptions", (name,), {"name": name})]


@pytest.mark.parametrize("name", ["silent", "returned", "pack", "weekly"])
def test_what_is_not_divided_by_may_be_nothing(name: str) -> None:
    assert amounts(without(name)) == []


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({}, []),  # five days of eight hours are the legal forty
        ({"legal_week": "39.9 h/week"}, [("week-above-law", "shift", {"hours": 40.0, "legal": 39.9})]),
        ({"days_open": "4.9 days/week"}, [("days-above-open", "days_worked", {})]),
        ({"days_open": "7 days/week"}, []),
        ({"days_open": "7.1 days/week"}, [("days-above-week", "days_open", {})]),
        ({"days_off": "2 days/week"}, []),
        ({"days_off": "2.1 days/week"}, [("too-few-days-off", "days_worked", {"days": 5.0, "off": 2.1})]),
        ({"chat_2": "6 min"}, []),
        ({"chat_2": "5.9 min"}, [("chat-length-falls", "chat_2", {"longer": "chat_1", "shorter": "chat_2"})]),
        ({"chat_3": "7 min"}, [("chat-length-falls", "chat_3", {"longer": "chat_2", "shorter": "chat_3"})]),
    ],
)
def test_the_law_of_a_week_and_the_length_of_chats(
    values: dict[str, Any], found: list[tuple[str, str, dict[str, Any]]]
) -> None:
    wanted = [Finding(key, "assumptions", (name,), values_) for key, name, values_ in found]
    assert amounts(small(PACKER, **values)) == wanted


@pytest.mark.parametrize(
    ("shift", "length", "found"),
    [
        ("8 h", None, []),
        ("8.1 h", None, [("shift-above-law", "hours", {"hours": 8.1, "legal": 8.0})]),
        ("9 h", "60 min", []),  # a break is not worked
        ("9.1 h", "60 min", [("shift-above-law", "hours", {"hours": 8.1, "legal": 8.0})]),
        ("4.9 h", "60 min", [("break-outside-shift", "break", {})]),
        ("5 h", "60 min", [("break-outside-shift", "break", {})]),
        ("5.1 h", "60 min", []),
    ],
)
def test_the_law_of_a_day_and_breaks(
    shift: str, length: str | None, found: list[tuple[str, str, dict[str, Any]]]
) -> None:
    pattern = SERVICE["shifts"]["full"] | ({"break": {"after": "4 h", "length": length}} if length else {})
    playbook = with_frame(small(PACKER, shift=shift, legal_week="60 h/week"), shifts={"full": pattern})
    assert amounts(playbook) == [
        Finding(key, "service", ("shifts", "full", part), {"shift": "full"} | values) for key, part, values in found
    ]


@pytest.mark.parametrize(("last", "missed"), [("09:00", []), ("08:30", ["16:30"]), ("08:00", ["16:00"])])
def test_every_open_half_hour_is_reached_by_a_shift(last: str, missed: list[str]) -> None:
    """The first half hour that no shift reaches is told; a stage without hours misses none."""
    shifts = {"full": SERVICE["shifts"]["full"] | {"first": "09:00" if last == "09:00" else "08:00", "last": last}}
    playbook = with_frame(small(PACKER, PACKER, service=OPEN), shifts=shifts)
    assert amounts(playbook) == [
        Finding("no-shift-covers", stage, ("service", "open"), {"time": time})
        for stage in ("stage-1", "stage-2")
        for time in missed
    ]
    assert amounts(with_frame(small(PACKER), shifts=shifts)) == []


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, []),
        ({"service": None}, [("hours-shrink", (), {"hours": OPEN})]),
        ({"service": {"open": "08:00-18:00", "answered": "90%", "within": "20s"}}, []),
        (
            {"service": {"open": "09:30-18:00", "answered": "80%", "within": "30s"}},
            [("hours-shrink", ("service", "open"), {"hours": OPEN})],
        ),
        (
            {"service": {"open": OPEN, "answered": "79.9%", "within": "30s"}},
            [("promise-falls", ("service", "answered"), {"before": "80%"})],
        ),
        (
            {"service": {"open": OPEN, "answered": "80%", "within": "30.1s"}},
            [("promise-falls", ("service", "within"), {"before": "30 s"})],
        ),
    ],
)
def test_opening_hours_and_promises_only_grow(
    changed: dict[str, Any], found: list[tuple[str, tuple[str, ...], dict[str, str]]]
) -> None:
    playbook = small(PACKER, PACKER, service=OPEN)
    given = {key: value for key, value in changed.items() if value is not None}
    playbook = second(playbook, **given) if given else playbook
    if changed == {"service": None}:
        first, (name, stage) = playbook.stages.items()
        playbook = playbook.with_(stages=dict([first, (name, stage.model_copy(update={"service": None}))]))
    assert refinement(playbook) == [Finding(key, "stage-2", path, values) for key, path, values in found]


@pytest.mark.parametrize(
    ("before", "after", "falls"),
    [
        (None, None, False),
        (None, "24 h", False),
        ("48 h", "48 h", False),
        ("48 h", "24 h", False),
        ("48 h", "49 h", True),
        ("48 h", None, True),
    ],
)
def test_the_promise_to_ship_only_gets_shorter(before: str | None, after: str | None, falls: bool) -> None:
    playbook = small(PACKER, PACKER)
    stages = {
        name: Stage.model_validate(
            stage.model_dump(mode="json", by_alias=True, exclude_none=True) | ({"ships_within": each} if each else {})
        )
        for (name, stage), each in zip(playbook.stages.items(), (before, after), strict=True)
    }
    wanted = [Finding("promise-falls", "stage-2", ("ships_within",), {"before": before})] if falls else []
    assert refinement(playbook.with_(stages=stages)) == wanted


def heir(key: str, field: str, lender: str = "packer") -> Finding:
    values = {"role": "packer", "lender": lender, "before": "stage-1"}
    return Finding(key, "stage-2", ("team", "packer", field), values)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ({"from_fte": 0.6}, {"from_fte": 0.6}, []),
        ({"from_fte": 0.6}, {"from_fte": 0.5}, []),
        ({"from_fte": 0.6}, {"from_fte": 0.7}, [heir("condition-takes-over", "from_fte")]),
        ({}, {"from_fte": 0.6}, [heir("condition-takes-over", "from_fte")]),
        ({"unless_founder": "design"}, {"unless_founder": "design"}, []),
        ({"unless_founder": "design"}, {}, []),
        ({"unless_founder": "design"}, {"unless_founder": "x"}, [heir("condition-takes-over", "unless_founder")]),
        ({}, {"unless_founder": "design"}, [heir("condition-takes-over", "unless_founder")]),
        ({"relieved_by": "owner"}, {"relieved_by": "owner"}, []),
        ({"relieved_by": "owner"}, {}, []),
        ({}, {"relieved_by": "owner"}, [heir("relief-returns", "relieved_by")]),
        ({"exactly": 2}, {"exactly": 2}, []),
        ({"exactly": 2}, {"exactly": 3}, []),
        ({"exactly": 2}, {"at_least": 2}, []),
        ({"at_least": 2}, {"exactly": 2}, [heir("cap-appears", "exactly")]),
    ],
)
def test_an_heir_takes_over_without_new_conditions(
    before: dict[str, Any], after: dict[str, Any], found: list[Finding]
) -> None:
    packer = PACKER["packer"]
    assert refinement(small({"packer": packer | before}, {"packer": packer | after})) == found


def test_a_smaller_cap_is_a_cap_that_appears() -> None:
    packer = PACKER["packer"]
    found = refinement(small({"packer": packer | {"exactly": 3}}, {"packer": packer | {"exactly": 2}}))
    values = {"role": "packer", "floor": 3, "now": 2, "before": "stage-1"}
    assert found == [heir("cap-appears", "exactly"), Finding("floor-shrinks", "stage-2", ("team", "packer"), values)]


def test_floors_of_all_heirs_count_together_and_a_role_that_is_gone_has_no_path() -> None:
    both = {"agent": {"duties": ["packing", "planning"], "at_least": 3}}
    split = {"packer": {"duties": ["packing"], "at_least": 2}, "planner": {"duties": ["planning"], "at_least": 1}}
    assert refinement(small(both, split)) == []
    fewer = split | {"planner": {"duties": ["planning"]}}
    values = {"role": "agent", "floor": 3, "now": 2, "before": "stage-1"}
    assert refinement(small(both, fewer)) == [Finding("floor-shrinks", "stage-2", ("team", ""), values)]


def test_duties_stay_with_one_heir_and_never_go_back_to_the_owner() -> None:
    two = {"packer": {"duties": ["packing"]}, "planner": {"duties": ["planning"]}}
    merged = {"role": "one", "lenders": "packer, planner", "before": "stage-1"}
    assert refinement(small(two, {"one": {"duties": ["packing", "planning"]}})) == [
        Finding("roles-merged", "stage-2", ("team", "one"), merged)
    ]
    back = {"duty": "planning", "role": "planner", "before": "stage-1"}
    assert refinement(small(two, PACKER)) == [Finding("duty-back-to-owner", "stage-2", ("team",), back)]


def test_those_who_are_led_stay_in_sight_of_their_leaders() -> None:
    leader = {"leader": {"duties": ["leading"]}}  # of packers and agents
    values = {"role": "sorter", "lender": "packer", "duty": "leading", "before": "stage-1"}
    assert refinement(small(PACKER | leader, {"sorter": {"duties": ["packing"]}} | leader)) == [
        Finding("heir-not-led", "stage-2", ("team", "sorter"), values)
    ]
    assert refinement(small(PACKER | leader, {"agent": {"duties": ["packing"]}} | leader)) == []


@pytest.mark.parametrize("key", ["new-products", "ad-spend"])
@pytest.mark.parametrize(("now", "shrinks"), [(99, True), (100, False), (101, False)])
def test_inputs_only_grow(key: str, now: float, shrinks: bool) -> None:
    name = key.replace("-", "_")
    values: dict[str, Any] = {name: 100, "more": now}
    assumptions = small(PACKER, **values).assumptions
    before, after = small(PACKER, PACKER).stages.values()
    inputs = after.inputs | {key: "$more"}
    found = check_inputs(assumptions, before, "stage-2", after.model_copy(update={"inputs": inputs}))
    path = ("inputs", key)
    values = {"before": "100", "now": "99", "earlier": name, "later": "more"}
    wanted = [Finding("input-shrinks", "stage-2", path, values)] if shrinks else []
    assert list(found) == wanted


def stage_findings(team: dict[str, Any], owner: tuple[str, ...] = (), **duties: Any) -> list[Finding]:
    playbook = small(team, duties=duties)
    stage = playbook.stages["stage-1"].model_copy(update={"owner": owner})
    return list(check_stage(playbook.duties, playbook.frame.drivers, "stage-1", stage))


def test_a_duty_is_carried_once() -> None:
    twice = {"packer": {"duties": ["packing"]}, "agent": {"duties": ["planning", "packing"]}}
    values = {"duty": "packing", "first": "packer", "role": "agent"}
    assert stage_findings(twice) == [Finding("carried-twice", "stage-1", ("team", "agent", "duties", "1"), values)]
    values = {"duty": "packing", "first": "packer", "role": "owner"}
    assert stage_findings(PACKER, ("planning", "packing")) == [
        Finding("carried-twice", "stage-1", ("owner", "1"), values)
    ]


def test_a_role_hangs_on_one_volume_or_on_heads_and_never_on_itself() -> None:
    def two(axes: str, role: str = "packer") -> Finding:
        return Finding("two-axes", "stage-1", ("team", role), {"role": role, "axes": axes})

    assert stage_findings(PACKER | {"leader": {"duties": ["leading"]}}) == []
    assert stage_findings({"packer": {"duties": ["packing", "watching"]}}) == [two("orders, visitors")]
    mixed = {"packer": {"duties": ["packing"]}, "leader": {"duties": ["leading", "returning"]}}
    assert stage_findings(mixed) == [two("orders, packer", "leader")]
    apart = {"packer": {"duties": ["packing"]}, "agent": {"duties": ["watching"]}, "leader": {"duties": ["leading"]}}
    assert stage_findings(apart) == [two("orders, visitors", "leader")]
    selves = {"agent": {"duties": ["leading"]}, "packer": {"duties": ["packing"]}}
    assert stage_findings(selves) == [Finding("headcount-loop", "stage-1", ("team", "agent"), {"role": "agent"})]


def test_drivers_come_from_something_else() -> None:
    def driver(*sources: str) -> Driver:
        return Driver.model_validate({"name": TEXT, "from": [{"driver": source} for source in sources]})

    drivers = {"a": driver("orders"), "b": driver("a", "c"), "c": driver("d"), "d": driver("b"), "e": driver("b")}
    wanted = [Finding("driver-loop", "playbook", ("drivers", each), {"driver": each}) for each in "bcd"]
    assert list(check_loops(drivers)) == wanted


def test_stages_begin_at_nothing_and_one_above_the_other() -> None:
    stages = small(PACKER, PACKER, PACKER).stages
    path = ("starts_at", "orders")
    assert list(check_order(stages, "stage-1")) == []
    turned = {name: stages[name] for name in ("stage-2", "stage-1", "stage-3")}
    assert list(check_order(turned, "stage-2")) == [
        Finding("first-stage-not-at-zero", "stage-2", path, {"orders": 100.0}),
        Finding("stages-out-of-order", "stage-1", path, {"stage": "stage-1", "before": 100.0}),
    ]
    again = stages | {"stage-3": stages["stage-2"]}
    assert list(check_order(again, "stage-1")) == [
        Finding("stages-out-of-order", "stage-3", path, {"stage": "stage-3", "before": 100.0})
    ]
