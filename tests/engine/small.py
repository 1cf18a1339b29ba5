"""A small playbook with numbers that can be worked out on paper; nobody is ever away or idle unless a test says so."""

from functools import cache
from typing import Any

from teamplan.engine.amounts import resolve
from teamplan.engine.compiling import compile_stage
from teamplan.engine.load import Loads, Setting
from teamplan.engine.staffing import StageCurves
from teamplan.playbook.advice import Advice
from teamplan.playbook.duties import Duty, Frame
from teamplan.playbook.figures import Assumption
from teamplan.playbook.playbook import Playbook, Role
from teamplan.playbook.service import ServiceFrame
from teamplan.playbook.stages import Stage
from teamplan.reading.load import load
from teamplan.reading.places import built_in

TEXT = {"en": "x", "zh": "x"}
VALUES: dict[str, str | float] = {
    "shift": "8 h",
    "productive": "100%",
    "attendance": "100%",
    "days_worked": "5 days/week",
    "days_open": "5 days/week",
    "legal_week": "40 h/week",
    "legal_day": "8 h",
    "days_off": "1 days/week",
    "silent": "50%",
    "asked": "25%",
    "returned": "10%",
    "pack": "4 min",
    "look": "1 min",
    "chat_1": "6 min",
    "chat_2": "8 min",
    "chat_3": "15 min",
    "patience": "2 min",
    "occupancy": "80%",
    "weekly": "10 h/week",
    "per_head": "5 h/week",
    "page": "2/day",
    "ads": "365000/month",
    "new_products": 5,
    "ad_spend": 36500,
}
DUTIES: dict[str, dict[str, Any]] = {
    "packing": {"driver": "orders", "minutes": "$pack"},
    "returning": {"driver": "returns", "minutes": "$look"},
    "chatting": {
        "driver": "chats",
        "live": {
            "minutes": ["$chat_1", "$chat_2", "$chat_3"],
            "patience_minutes": "$patience",
            "occupancy": "$occupancy",
        },
    },
    "watching": {"driver": "visitors", "minutes": "$look"},
    "planning": {"hours_per_week": "$weekly"},
    "leading": {"driver": {"headcount_of": ["packer", "agent"]}, "hours_per_week": "$per_head"},
    "paging": {"driver": "new-products", "minutes": "$page"},
    "buying": {"driver": "ad-spend", "minutes": "$ads"},
}
INPUTS: dict[str, Any] = {
    "new-products": {"name": TEXT, "help": TEXT, "unit": "/week", "most": 10**6},
    "ad-spend": {"name": TEXT, "help": TEXT, "unit": "CNY/month", "most": 10**12},
}
DRIVERS: dict[str, Any] = {
    "chats": [{"driver": "orders", "less": ["$silent"], "over": ["$asked"]}],
    "returns": [{"driver": "orders", "times": ["$returned"]}],
    "both": [{"driver": "returns"}, {"driver": "chats", "times": ["$silent", "$returned"]}],
}
EVERY_HOUR = {"grade": "J", "reason": TEXT}
SERVICE: dict[str, Any] = {  # chats come evenly, and a shift may start at any half hour
    "profiles": {
        "flat": {
            "name": TEXT,
            "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
            "hours": ["4.1666666667%"] * 24,
            **EVERY_HOUR,
        }
    },
    "week": {"shares": ["14.285714286%"] * 7, **EVERY_HOUR},
    "shifts": {"full": {"name": TEXT, "hours": "$shift", "first": "00:00", "last": "23:30", "every": "30 min"}},
    "law": {"day": "$legal_day", "days_off": "$days_off"},
    "counted": {"open": "08:00-24:00", **EVERY_HOUR},
}
TIMES = ("shift", "productive", "attendance", "days_worked", "days_open", "legal_week")


def small(
    *teams: dict[str, Any], service: str | None = None, duties: dict[str, Any] | None = None, **values: str | float
) -> Playbook:
    """One stage a team, at 0, 100, 200 ... orders."""
    role = _role()
    stages = {f"stage-{place}": _stage(place, team, service) for place, team in enumerate(teams, start=1)}
    named = {post for team in teams for post in team}
    advice: dict[str, Advice] = {}
    return Playbook(
        frame=Frame.model_validate(
            {
                "name": TEXT,
                "functions": {"warehouse": TEXT},
                "working_time": {name: f"${name}" for name in TIMES},
                "inputs": INPUTS,
                "drivers": {name: {"name": TEXT, "from": terms} for name, terms in DRIVERS.items()},
            }
        ),
        service=ServiceFrame.model_validate(SERVICE),
        sources={},
        assumptions={name: _assumption(value) for name, value in (VALUES | values).items()},
        duties={
            name: Duty.model_validate({"name": TEXT, "function": "warehouse"} | duty)
            for name, duty in (DUTIES | (duties or {})).items()
        },
        roles=dict.fromkeys(sorted(named), role),
        stages=stages,
        advice=advice,
    )


def compiled(playbook: Playbook, setting: Setting | None = None, stage: str = "stage-1") -> StageCurves:
    return compile_stage(playbook, resolve(playbook), stage, setting or Setting())


def loads(playbook: Playbook, setting: Setting | None = None) -> Loads:
    return Loads(playbook, resolve(playbook), playbook.stages["stage-1"].inputs, setting or Setting())


@cache
def _role() -> Role:
    return load(built_in()).roles["warehouse-keeper"]


@cache
def _assumption(value: str | float) -> Assumption:
    figure = {"value": value, "range": [0.001, 10**9], "grade": "J", "reason": TEXT, "means": TEXT}
    return Assumption.model_validate(figure)


def _stage(place: int, team: dict[str, Any], service: str | None) -> Stage:
    return Stage.model_validate(
        {
            "name": TEXT,
            "summary": TEXT,
            "typical_age_days": [0, None],
            "starts_at": {"orders": 100 * (place - 1)},
            "typical_orders": [0, 100 * place],
            "source": "x",
            "inputs": {"new-products": "$new_products", "ad-spend": "$ad_spend"},
            "service": {"open": service, "answered": "80%", "within": "30s"} if service else None,
            "team": team,
        }
    )
