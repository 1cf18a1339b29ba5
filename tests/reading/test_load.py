"""Loading a playbook folder: everything wrong at once, each fault once and in its place."""

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from teamplan.errors import Problem, TeamplanError
from teamplan.playbook.advice import Condition
from teamplan.playbook.playbook import Playbook
from teamplan.playbook.store import Store
from teamplan.questions.recommend.answer import recommend
from teamplan.reading.load import inspect, load
from teamplan.reading.places import built_in

Edit = tuple[str, str, str]  # file, what stands there once, what is to stand there
HALF, YEAR = "4-half-year.yaml", "5-one-year.yaml"
PACK = "    duties: [pack-parcels, handle-returns, count-stock, receive-goods, book-couriers]\n"
AFTER_SALE = "    duties: [after-sale-tickets, order-tracking]\n"
HIRED_AND = (  # whom the people of the office hire and look after, to the hours that it takes
    "      [store-manager, operator, event-specialist, data-analyst, channel-specialist, promoter,"
    " content-specialist,\n"
    "      brand-specialist, designer, photographer, design-lead, customer-service-agent, pre-sale-service,\n"
    "      after-sale-service, service-lead, warehouse-keeper, warehouse-lead, purchaser, bookkeeper]\n"
    "  hours_per_week: "
)
NO_OPERATOR = HIRED_AND.replace(" operator,", "")
HIRE = "  name: {en: Hire and train, zh: 招聘与培训}\n  function: people\n"
TARGETS = "set-targets, lead-design]\n    "
OFFICE = "  name: {en: Run the office, zh: 行政事务}\n  function: people\n"
LED = "  name: {en: Lead those who work for the owner, zh: 管理直接下属}\n  function: people\n"
BOOKS = "[bookkeeping, close-books, budget-and-forecast]\n"
LOOK = "{headcount_of: [designer, photographer]}\n  hours_per_week: $art_direction_hours_per_head"
BY_VISITORS: list[Edit] = [  # the operator's work follows the visitors, and nobody looks after the operator
    (
        "duties.yaml",
        "  hours_per_week: $daily_operations_hours",
        "  driver: visitors\n  minutes: $tracking_minutes",
    ),
    (
        "duties.yaml",
        "  driver: new-products\n  minutes: $listing_minutes",
        "  driver: visitors\n  minutes: $tracking_minutes",
    ),
    (
        "duties.yaml",
        "  driver: orders\n  minutes: $tend_products_minutes",
        "  driver: visitors\n  minutes: $tend_products_minutes",
    ),
    ("duties.yaml", "      [operator, event-specialist,", "      [event-specialist,"),
    ("duties.yaml", HIRED_AND + "$people_hours_per_head", NO_OPERATOR + "$people_hours_per_head"),
    ("duties.yaml", HIRED_AND + "$office_hours_per_head", NO_OPERATOR + "$office_hours_per_head"),
]


TEN_FAULTS = [
    ("advice.yaml", "    stage_from: half-year\n    team_lacks", "    stage_of: half-year\n    team_lacks"),
    ("assumptions.yaml", "  range: [1.6, 6.5]", "  range: [1.6, .inf]"),
    ("assumptions.yaml", "  source: kpi-sheet\n  grade: C", "  source: kpi-sheet\n  grade: Z"),
    ("duties.yaml", "  minutes: $pack_minutes", "  minutes: $packing_minutes"),
    ("duties.yaml", HIRE, HIRE + "  function: finance\n"),
    ("duties.yaml", LOOK, LOOK.replace("photographer]", "photographer, design-lead]")),
    (
        "roles.yaml",
        "  hire_tier: 6\n  pay:\n    cny: {value: 9000",
        "  hire_tier: soon\n  pay:\n    cny: {value: 9000",
    ),
    ("3-three-months.yaml", "starts_at: {orders: 80}", "starts_at: {orders: 10}"),
    (HALF, '"09:00-23:00"', '"09:00-25:00"'),
    (YEAR, AFTER_SALE, AFTER_SALE.replace("]", ", pre-sale-chat]")),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the built-in playbook to break."""
    return Path(shutil.copytree(built_in(), tmp_path / "mine"))


def edit(folder: Path, edits: Iterable[Edit]) -> None:
    for file, old, new in edits:
        text = (folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, (file, old)
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")


def faults(folder: Path) -> list[tuple[str, str, str]]:
    """(file, path, key) of everything wrong with a playbook, each with its line and column."""
    playbook, problems = inspect(folder)
    assert (playbook is None) == bool(problems)
    return [(_file(problem), " > ".join(problem.path), problem.key) for problem in problems]


def _file(problem: Problem) -> str:
    assert problem.where is not None
    assert problem.where.line > 0
    assert problem.where.column > 0
    return Path(problem.where.file).name


def test_the_built_in_playbook_is_sound() -> None:
    playbook, problems = inspect(built_in())
    assert problems == []
    assert playbook is not None
    assert list(playbook.stages) == ["solo-launch", "promotion", "three-months", "half-year", "one-year"]


def test_loading_raises_everything_that_inspecting_finds(folder: Path) -> None:
    edit(folder, [(YEAR, "[art-direction]", "[art-directions]"), (HALF, "09:00-23:00", "all day")])
    with pytest.raises(TeamplanError) as raised:
        load(folder)
    assert list(raised.value.problems) == inspect(folder)[1]
    assert len(raised.value.problems) == 2


def test_ten_different_faults_are_ten_located_problems(folder: Path) -> None:
    edit(folder, TEN_FAULTS)
    assert faults(folder) == [
        ("3-three-months.yaml", "starts_at > orders", "stages-out-of-order"),
        (HALF, "service > open", "not-a-window"),
        (YEAR, "team > design-lead", "headcount-loop"),
        (YEAR, "team > after-sale-service > duties > pre-sale-chat", "carried-twice"),
        ("advice.yaml", "no-store-manager > when > stage_of", "unknown-key"),
        ("assumptions.yaml", "inquiry_conversion > grade", "unknown-grade"),
        ("assumptions.yaml", "pack_minutes > range", "not-finite"),
        ("duties.yaml", "pack-parcels > minutes", "unknown-assumption"),
        ("duties.yaml", "hire-and-train > function", "duplicate-key"),
        ("roles.yaml", "data-analyst > hire_tier", "not-whole"),
    ]


@pytest.mark.parametrize(
    "file",
    ["playbook", "sources", "assumptions", "duties", "roles", "advice", "1-solo-launch", "4-half-year"],
)
@pytest.mark.parametrize(
    ("text", "key"),
    [("a: [", "not-yaml"), ("# later\n", "empty-file"), ("[1, 2]\n", "not-a-mapping"), ("a: &a 1\nb: *a\n", "alias")],
)
def test_a_file_that_cannot_be_used_breeds_no_other_fault(file: str, text: str, key: str, folder: Path) -> None:
    (folder / f"{file}.yaml").write_text(text, encoding="utf-8")
    playbook, problems = inspect(folder)
    assert playbook is None
    assert [(Path(str(each.where).partition(".yaml")[0]).name, each.key) for each in problems] == [(file, key)]


def test_a_broken_file_does_not_hide_the_faults_of_the_others(folder: Path) -> None:
    edit(
        folder,
        [
            ("duties.yaml", LOOK, LOOK.replace("]}", "}")),
            ("assumptions.yaml", "  range: [1.6, 6.5]", "  range: [6.5, 1.6]"),
            (YEAR, "  promoter:\n", "  promotor:\n"),
        ],
    )
    assert faults(folder) == [
        (YEAR, "team > promotor", "unknown-role"),
        ("assumptions.yaml", "pack_minutes > range", "range-upside-down"),
        ("duties.yaml", "", "not-yaml"),
    ]


def test_a_misspelt_duty_is_not_told_again_as_lost_work(folder: Path) -> None:
    edit(folder, [(HALF, PACK, PACK.replace("pack-parcels", "pack-parcel"))])
    assert faults(folder) == [(HALF, "team > warehouse-keeper > duties > pack-parcel", "unknown-duty")]


def test_a_faulty_first_stage_does_not_put_the_blame_on_the_second(folder: Path) -> None:
    edit(folder, [("1-solo-launch.yaml", "starts_at: {orders: 0}", "starts_at: {orders: none}")])
    assert faults(folder) == [("1-solo-launch.yaml", "starts_at > orders", "not-a-number")]


def test_a_faulty_bound_of_a_post_is_not_told_again_as_a_shrunk_floor(folder: Path) -> None:
    edit(folder, [(YEAR, "    at_least: 3", "    at_least: three")])
    assert faults(folder) == [(YEAR, "team > warehouse-keeper > at_least", "not-whole")]


def test_a_duty_carried_twice_is_not_told_again_as_merged_roles(folder: Path) -> None:
    edit(folder, [(HALF, "member-marketing]", "member-marketing, data-review]")])
    assert faults(folder) == [(HALF, "team > promoter > duties > data-review", "carried-twice")]


def test_a_condition_that_fell_away_does_not_blame_the_sentence(folder: Path) -> None:
    edit(folder, [("advice.yaml", "relies_on: contract", "relies_on: contracts")])
    assert faults(folder) == [("advice.yaml", "contractor-at-peak > when > relies_on", "not-one-of")]


@pytest.mark.parametrize(
    ("key", "place", "edits"),
    [
        ("duty-back-to-owner", (HALF, "team"), [(HALF, PACK, PACK.replace(" receive-goods,", ""))]),
        (
            "roles-merged",
            (HALF, "team > after-sale-service"),
            [
                (HALF, PACK, PACK.replace(" handle-returns,", "")),
                (YEAR, PACK, PACK.replace(" handle-returns,", "")),
                (HALF, AFTER_SALE, AFTER_SALE.replace("]", ", handle-returns]")),
                (YEAR, AFTER_SALE, AFTER_SALE.replace("]", ", handle-returns]")),
            ],
        ),
        (
            "condition-takes-over",
            (YEAR, "team > after-sale-service > from_fte"),
            [(YEAR, AFTER_SALE, AFTER_SALE + "    from_fte: 0.6\n")],
        ),
        (
            "condition-takes-over",
            (YEAR, "team > after-sale-service > unless_founder"),
            [(YEAR, AFTER_SALE, AFTER_SALE + "    unless_founder: customer-service\n")],
        ),
        (
            "condition-takes-over",
            (YEAR, "team > bookkeeper > from_fte"),
            [
                (YEAR, BOOKS + "    from_fte: 0.3", BOOKS + "    from_fte: 0.7"),
            ],
        ),
        (
            "relief-returns",
            (YEAR, "team > after-sale-service > relieved_by"),
            [(YEAR, AFTER_SALE, AFTER_SALE + "    relieved_by: owner\n")],
        ),
        ("cap-appears", (YEAR, "team > warehouse-keeper > exactly"), [(YEAR, "at_least: 3", "exactly: 3")]),
        (
            "cap-appears",
            (YEAR, "team > store-manager > exactly"),
            [
                (HALF, "    exactly: 1\n", "    exactly: 2\n"),
                (YEAR, TARGETS + "at_least: 1\n", TARGETS + "exactly: 1\n"),
            ],
        ),
        ("floor-shrinks", (YEAR, "team > warehouse-keeper"), [(YEAR, "at_least: 3", "at_least: 1")]),
        ("hours-shrink", (HALF, "service > open"), [(HALF, "09:00-23:00", "14:00-21:59")]),
        ("hours-shrink", (YEAR, ""), [(YEAR, 'service: {open: "09:00-24:00", answered: 80%, within: 30s}\n', "")]),
        ("input-shrinks", (YEAR, "inputs > ad-spend"), [(YEAR, "$ad_spend_one_year", "$ad_spend_solo")]),
    ],
)
def test_a_stage_that_does_not_refine_the_one_before_is_refused(
    key: str, place: tuple[str, str], edits: list[Edit], folder: Path
) -> None:
    edit(folder, edits)
    assert (*place, key) in faults(folder)


@pytest.mark.parametrize(
    "edits",
    [
        [
            (
                YEAR,
                AFTER_SALE,
                AFTER_SALE.replace(", order-tracking", "") + "  order-tracker:\n    duties: [order-tracking]\n",
            )
        ],
        [
            (YEAR, BOOKS + "    from_fte: 0.3", BOOKS + "    at_least: 1"),
        ],
        [(YEAR, "09:00-24:00", "00:00-24:00")],
        [(HALF, "09:00-23:00", "08:00-02:00"), (YEAR, "09:00-24:00", "08:00-03:00")],
        [(HALF, "09:00-23:00", "08:30-02:00"), (YEAR, "09:00-24:00", "00:00-24:00")],
    ],
)
def test_a_stage_may_split_roles_drop_conditions_and_open_longer(edits: list[Edit], folder: Path) -> None:
    roles = (folder / "roles.yaml").read_text(encoding="utf-8")
    bookkeeper = roles[roles.index("bookkeeper:") : roles.index("hr-specialist:")]
    tracker = bookkeeper.replace("bookkeeper:", "order-tracker:", 1)
    (folder / "roles.yaml").write_text(f"{roles}\n{tracker}", encoding="utf-8")
    edit(folder, edits)
    assert faults(folder) == []


def test_roles_that_look_after_each_other_are_a_loop(folder: Path) -> None:
    edit(folder, [("duties.yaml", LOOK, LOOK.replace("photographer]", "photographer, hr-specialist]"))])
    assert faults(folder) == [
        (YEAR, "team > store-manager", "headcount-loop"),
        (YEAR, "team > design-lead", "headcount-loop"),
        (YEAR, "team > hr-specialist", "headcount-loop"),
    ]


def test_drivers_that_come_from_each_other_are_a_loop(folder: Path) -> None:
    edit(folder, [("playbook.yaml", "{driver: orders, times: [$parcels_per_order]}", "{driver: tickets}")])
    assert faults(folder) == [
        ("playbook.yaml", f"drivers > {name}", "driver-loop") for name in ("parcels", "returns", "tickets")
    ]


def test_a_role_on_orders_and_visitors_hangs_on_two_axes(folder: Path) -> None:
    edit(folder, [("duties.yaml", "  driver: tickets", "  driver: visitors")])
    assert (HALF, "team > after-sale-service", "two-axes") in faults(folder)


def test_looking_after_roles_on_orders_and_on_visitors_is_two_axes(folder: Path) -> None:
    minutes = "\n  minutes: $bookkeeping_minutes"
    edit(folder, [("duties.yaml", f"  driver: orders{minutes}", f"  driver: visitors{minutes}")])
    assert faults(folder) == [(YEAR, "team > hr-specialist", "two-axes")]


def test_a_role_with_work_and_people_to_lead_hangs_on_two_axes(folder: Path) -> None:
    edit(
        folder,
        [
            (
                YEAR,
                "    duties: [art-direction]\n    from_fte: 0.25",
                "    duties: [art-direction, order-tracking]\n    at_least: 1",
            ),
            (YEAR, AFTER_SALE, AFTER_SALE.replace(", order-tracking", "")),
        ],
    )
    assert (YEAR, "team > design-lead", "two-axes") in faults(folder)


def test_a_role_may_hang_on_visitors(folder: Path) -> None:
    edit(folder, BY_VISITORS)
    assert faults(folder) == []
    playbook = load(folder)
    few, many = (_operator(playbook, visitors) for visitors in (8_000, 80_000))
    assert 1 <= few < many


def test_a_role_on_visitors_cannot_be_planned_from_orders_alone(folder: Path) -> None:
    edit(folder, BY_VISITORS)
    with pytest.raises(TeamplanError) as raised:
        recommend(load(folder), Store.model_validate({"orders": 270}))
    assert [(each.key, each.values) for each in raised.value.problems] == [("visitors-needed", {"role": "operator"})]


def _operator(playbook: Playbook, visitors: int) -> int:
    role = recommend(playbook, Store.model_validate({"orders": 270, "visitors": visitors})).role("operator")
    assert role is not None
    return role.headcount


def test_faults_stand_in_order_of_file_line_and_column(folder: Path) -> None:
    edit(
        folder,
        [
            ("duties.yaml", "  driver: images", "  driver: image"),
            ("duties.yaml", HIRE, HIRE.replace("people", "person")),
            ("duties.yaml", "  hours_per_week: $daily_operations_hours", "  hours_per_week: 5 h/week"),
            (HALF, "answered: 80%, within: 30s", "answered: 80, within: 30"),
        ],
    )
    places = [problem.where for problem in inspect(folder)[1] if problem.where]
    assert len(places) == 5
    assert places == sorted(places, key=lambda place: (place.file, place.line, place.column))


def test_files_that_are_none_of_a_playbook_are_told_and_others_left_alone(folder: Path) -> None:
    for name in ("dutys.yaml", "roles.yml", "6-.yaml", "7.yaml", "²-two.yaml", "8-Big Shop.yaml", "9-roles.yaml"):
        (folder / name).write_text("{}\n", encoding="utf-8")
    for name in ("README.md", "notes.txt", "roles.yaml~"):
        (folder / name).write_text("as you like", encoding="utf-8")
    problems = inspect(folder)[1]
    assert {problem.key for problem in problems} == {"unknown-file"}
    assert len(problems) == 7
    assert {problem.near for problem in problems} == {"duties.yaml", "roles.yaml", None}


def test_a_stage_id_of_two_files_is_a_clash(folder: Path) -> None:
    shutil.copy(folder / HALF, folder / "7-half-year.yaml")
    [problem] = inspect(folder)[1]
    assert (problem.key, problem.values["first"]) == ("id-clash", HALF)


def test_an_id_belongs_to_one_thing_only(folder: Path) -> None:
    edit(
        folder,
        [
            ("playbook.yaml", "  people: {en: People", "  promotion: {en: People"),
            ("playbook.yaml", "  people: $leavers_others", "  promotion: $leavers_others"),
            ("duties.yaml", HIRE, HIRE.replace("people", "promotion")),
            ("duties.yaml", OFFICE, OFFICE.replace("people", "promotion")),
            ("duties.yaml", LED, LED.replace("people", "promotion")),
            ("roles.yaml", "  function: people", "  function: promotion"),
        ],
    )
    problems = inspect(folder)[1]
    assert [(each.key, each.values["given"], each.values["first"]) for each in problems] == [
        ("id-clash", "promotion", "playbook.yaml")
    ]


def test_holidays_that_are_none_are_told_at_their_place(folder: Path) -> None:
    edit(
        folder,
        [
            ("playbook.yaml", "first: 2027-02-05", "first: 2027-02-30"),
            ("playbook.yaml", "last: 2026-10-07", "last: 2027-10-07"),
            ("playbook.yaml", "last: 2027-05-05, source: holidays-rule", "last: 2027-05-05, source: hearsay"),
        ],
    )
    problems = inspect(folder)[1]
    assert [(each.key, each.path[:2]) for each in problems] == [
        ("not-a-date", ("holidays", "spring-festival")),
        ("unknown-source", ("holidays", "labour-day")),
        ("not-between", ("holidays", "national-day")),
    ]
    assert all(each.where and each.where.line for each in problems)


def test_a_sentence_may_not_format_what_it_names(folder: Path) -> None:
    edit(folder, [("advice.yaml", "您的工作量约 {jobs} 个", "您的工作量约 {jobs:>999999999} 个 {duty!r} {duty.real}")])
    found = inspect(folder)[1]
    assert {problem.key for problem in found} == {"unknown-placeholder"}
    assert {problem.values["given"] for problem in found} == {"jobs:>999999999", "duty!r", "duty.real"}


@pytest.mark.parametrize("share", ["silent_share", "productive_share", "attendance", "occupancy_max"])
def test_no_share_is_more_than_the_whole(share: str, folder: Path) -> None:
    path = folder / "assumptions.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    at = lines.index(f"{share}:")
    lines[at + 1 : at + 3] = ["  value: 100.1%", "  range: [0, 101]"]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert faults(folder) == [("assumptions.yaml", share, "above-one")]
    path.write_text("\n".join(lines).replace("100.1%", "100%"), encoding="utf-8")
    assert faults(folder) == []


@pytest.mark.parametrize("key", Condition.model_fields)
@pytest.mark.parametrize("nothing", ["", "null", "[]"])
def test_a_condition_without_a_value_is_told_at_its_place(key: str, nothing: str, folder: Path) -> None:
    text = (folder / "advice.yaml").read_text(encoding="utf-8")
    line = text.count("\n") + 3
    item = f"mine:\n  when:\n    {key}: {nothing}\n  say: {{en: a, zh: b}}\n  source: 000-S8\n  severity: note\n"
    (folder / "advice.yaml").write_text(text + item, encoding="utf-8")
    [problem] = inspect(folder)[1]
    assert (problem.key, problem.path) == ("empty", ("mine", "when", key))
    assert problem.where is not None
    assert problem.where.line == line
