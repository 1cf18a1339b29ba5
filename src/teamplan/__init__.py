"""teamplan: how many people an online shop needs, in which roles, why, and when to hire the next.

    import teamplan

    playbook = teamplan.load_playbook()
    plan = teamplan.recommend(playbook, {"visitors": 6000, "conversion": "4.5%"})
    print(plan.headcount, {role.id: role.headcount for role in plan.roles})

What `__all__` lists is kept from release to release; all else may change.
"""

from teamplan.version import __version__

TYPE_CHECKING = False  # type checkers take it for true; to import `typing` costs more than all of `--version`
if TYPE_CHECKING:
    from teamplan.interface import InputError, Plan, Playbook, Store, Thresholds, curves, load_playbook, recommend

__all__ = [
    "InputError",
    "Plan",
    "Playbook",
    "Store",
    "Thresholds",
    "__version__",
    "curves",
    "load_playbook",
    "recommend",
]


def __getattr__(name: str) -> object:
    """The names of the interface, imported when one is first asked for: `import teamplan` alone costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("teamplan.interface"), name)


def __dir__() -> list[str]:
    return __all__
