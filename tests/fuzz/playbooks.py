"""Owns the mutants of the built-in playbook: in turns one of all values x operations, and one at random."""

from functools import cache
from random import Random

from teamplan.reading.places import built_in
from tests.fuzz.case import Case, Files, Key, Prompt
from tests.fuzz.raw import changed
from tests.fuzz.spots import OPERATIONS, Spot, spoiled, spoiled_often, spots

FOLDER = "mine"
STAGES = ("solo-launch", "promotion", "three-months", "half-year", "one-year")
SUBJECTS = ("warehouse-keeper", "customer-service-agent", "pre-sale-service", "store-manager")
GROWTHS = ("10%/month", "1%/day", "-5%/month")
EVENTS = ("double-11", "black-friday", "campaign")
FORMATS = ("table", "json", "yaml", "markdown", "csv")
ORDERS = ("0", "3", "12", "79.5", "80", "270", "499", "2000", "20000")


@cache
def sound() -> dict[str, str]:
    """The text of each file of the built-in playbook by name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(built_in().glob("*.yaml"))}


@cache
def systematic(seed: int) -> tuple[tuple[str, Spot, str], ...]:
    """Every file, value and operation, in an order of the seed."""
    found = [
        (name, spot, operation) for name, text in sound().items() for spot in spots(text) for operation in OPERATIONS
    ]
    Random(f"{seed}/systematic").shuffle(found)
    return tuple(found)


def playbook_case(key: Key) -> Case:
    """The mutant of a number, and what is asked of it."""
    random = Random(f"{key.seed}/{key}")
    files: Files = {name: text.encode() for name, text in sound().items()}
    if key.number % 2 == 0:
        every = systematic(key.seed)
        name, spot, operation = every[key.number // 2 % len(every)]
        text, done = spoiled(sound()[name], spot, operation, random)
        files[name], what = text.encode(), f"{name}: {done}"
    else:
        what = random.choices((_one_file, _raw_file, _folder, _mild), (4, 3, 1, 4))[0](files, random)
    return Case(
        key=key,
        what=what,
        files={f"{FOLDER}/{name}": content for name, content in files.items()} | {"team.yaml": TEAM},
        prompts=(("stages", "check", FOLDER, "--format", "json"),),
        playbook=FOLDER,
        then=tuple(_asked(random) for _ in range(2)),
    )


def _one_file(files: Files, random: Random) -> str:
    """Some values of one file."""
    name = random.choice(list(files))
    text, what = spoiled_often(sound()[name], random.randint(1, 4), random)
    files[name] = text.encode("utf-8", "surrogatepass")
    return f"{name}: {what}"


def _raw_file(files: Files, random: Random) -> str:
    """One file, whatever it holds."""
    name = random.choice(list(files))
    files[name], what = changed(sound()[name].encode(), random)
    return f"{name}: {what}"


def _folder(files: Files, random: Random) -> str:
    """Files gone, swapped, renamed, copied."""
    one, other = random.sample(list(files), 2)
    what = random.choice(("gone", "swapped", "renamed", "copied"))
    if what == "gone":
        del files[one]
        return f"{one}: gone"
    if what == "swapped":
        files[one], files[other] = files[other], files[one]
        return f"{one} and {other}: swapped"
    name = random.choice(
        ("6-last.yaml", "0-first.yaml", "3-half-year.yaml", "x.yaml", one.upper(), f".{one}", "1-Ä.yaml", "7-a b.yaml")
    )
    files[name] = files.pop(one) if what == "renamed" else files[one]
    return f"{one}: {what} as {name}"


def _mild(files: Files, random: Random) -> str:
    """Some figures and texts of several files, so little that it often loads."""
    said = []
    for name in random.sample(list(files), random.randint(1, 3)):
        text = sound()[name]
        spot = random.choice([each for each in spots(text) if _is_leaf(text, each)])
        operation = (
            "scaled"
            if any(char.isdigit() for char in text[spot.start : spot.end])
            else random.choice(("text", "scalar"))
        )
        text, done = spoiled(text, spot, operation, random)
        files[name] = text.encode()
        said.append(f"{name}: {done}")
    return "; ".join(said)


def _is_leaf(text: str, spot: Spot) -> bool:
    value = text[spot.start : spot.end]
    return "\n" not in value and not value.startswith("{")


TEAM = b"roles: {operator: 1, customer-service-agent: 2, warehouse-keeper: 1}\n"


def _asked(random: Random) -> Prompt:
    """A prompt about a shop of the mutant."""
    orders = random.choice(ORDERS)
    shop = (
        ("--orders", orders)
        if random.random() < 0.6
        else ("--visitors", str(int(float(orders) * 25)), "--conversion", "4%")
    )
    stage = random.choice(STAGES)
    asked: tuple[Prompt, ...] = (
        ("recommend", *shop),
        ("recommend", *shop, "--founder-skills", "none"),
        ("recommend", *shop, "--stage", stage),
        ("recommend", *shop, "--team", "team.yaml"),
        ("recommend", *shop, "--range"),
        ("explain", random.choice(SUBJECTS), *shop),
        ("next", *shop),
        ("capacity", *shop, "--team", "team.yaml"),
        ("checklist", stage),
        ("checklist", *shop),
        ("hire", *shop, "--growth", random.choice(GROWTHS), "--from", "2026-12-01"),
        ("peak", *shop, "--event", random.choice(EVENTS), "--mix", random.choice(("rule", "least-cost"))),
        ("service", "--chats", random.choice(("5", "300", "2000"))),
        ("service", "--per-hour", "20"),
        ("sweep", "orders=0..1000", "--steps", "10"),
        ("curves", "--most-orders", "300"),
        ("simulate", *shop, "--days", "2"),
        ("stages", "show", stage),
        ("stages", "list"),
        ("diff", "three-months", "half-year", *shop),
        ("diff", FOLDER, FOLDER),
    )  # fmt: skip
    ends = ("--playbook", FOLDER, "--format", random.choice(FORMATS), "--lang", random.choice(("en", "zh")))
    return (*random.choice(asked), *ends)
