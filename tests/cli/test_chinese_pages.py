"""A Chinese page, and the help in Chinese, hold no English word but those on the list below."""

import re
import shlex
from pathlib import Path

import pytest

from teamplan.cli.app import COMMANDS, GROUPS, OF_ALL_GROUPS, OF_ITSELF
from teamplan.page.formats import DRAWINGS, FORMATS, STATEMENTS, WORKBOOKS
from teamplan.page.manner import COLORS
from teamplan.playbook.pay_people import COLUMNS, InquiryPlan
from teamplan.reading.load import load
from teamplan.reading.places import built_in, playbook_folder, shipped, shipped_overlays
from tests.cli.prompt import process, teamplan
from tests.documents import write_files

SHOP = "--visitors 6000 --conversion 4.5%"
PAGES = (
    f"recommend {SHOP}",
    "recommend --orders 150 --team team.yaml --range --campaign-ahead --owner-hours 3 --age-days 400",
    "recommend --orders 30 --founder-skills none",
    "recommend --orders 5",
    "report --orders 60 --growth 10%/month --from 2026-12-01 --months 2 --order-value 80 --gross-margin 40%",
    "recommend --orders 900 --stage half-year",
    f"explain pre-sale-service {SHOP} --set pack_minutes=4",
    "explain owner --orders 150",
    "explain warehouse --orders 270 --set pack_minutes=4",
    "explain designer --orders 30",
    "explain pack_minutes --orders 270",
    "explain temp_warehouse_day_rate --orders 270",
    "checklist half-year",
    "orgchart --orders 270 --team team.yaml",
    "orgchart --orders 650 --template groups --compare",
    "checklist --role pre-sale-service",
    "checklist half-year --management",
    f"duties {SHOP}",
    "diff three-months half-year --orders 100",
    "diff half-year one-year",
    "service --chats 300",
    "service --chats 1000 --open 00:00-24:00 --patience inf",
    "service --per-hour 200 --handle 3 --model erlang-c --agents 14",
    "service --per-hour 200 --handle 3 --model erlang-c --agents 5",
    "service --per-hour 30 --definition virtual",
    "simulate --orders 270 --days 3 --day-cv 20%",
    f"sweep visitors=1000..20000 {SHOP} --steps 3",
    "sweep pack_minutes=2min..6min --orders 270 --steps 3",
    "sweep temp_warehouse_day_rate=100CNY/day..200CNY/day --orders 270 --steps 2",
    *(f"sweep {name} --orders 270 --visitors 6000 --steps 2" for name in (
        "new_products=1..6", "ad_spend=0..90000", "silent_share=0.3..0.6", "inquiry_conversion=0.3..0.6",
        "return_rate=0.1..0.3", "orders=10..900", "conversion=0.01..0.04",
    )),
    f"capacity --team team.yaml {SHOP}",
    "capacity --team team.yaml --orders 350",
    "capacity --team team.yaml",
    "recommend --orders 270 --hire-order all",
    "recommend --orders 270 --team team.yaml --hire-order source000 --details",
    "next --orders 150",
    "next --visitors 3000 --conversion 5% --team team.yaml",
    "budget --orders 270 --city beijing --today 2026-11-29 --order-value 80 --gross-margin 40% --courier 3",
    "budget --orders 60 --city shenzhen --order-value 40 --gross-margin 20%",
    "budget --orders 270 --currency USD",
    "recommend --shops shops.yaml",
    "budget --shops shops.yaml",
    "source --orders 60",
    "curves --most-orders 300",
    "source pre-sale-service --orders 270 --order-value 80",
    "source warehouse-keeper --orders 270 --city florida --exchange '7.1 CNY 2026-11-01'",
    "source bookkeeper --orders 500",
    "recommend --orders 270 --details --sourcing pre-sale-service=chats-by-consult",
    "budget --orders 60 --order-value 80 --gross-margin 40% --sourcing warehouse-keeper=third-party-warehouse",
    "explain payroll --orders 270 --sourcing bookkeeper=bookkeeping-agency",
    "explain pre-sale-chat --orders 270 --sourcing pre-sale-service=service-seats",
    "hire --orders 150 --growth 10%/month --from 2026-12-01 --months 6",
    "hire --orders 60 --growth 20%/month --from 2026-12-01 --months 24",
    "hire --orders 100 --jump 4x@2027-03-01 --today 2027-01-20 --months 3 --order-value 80 --gross-margin 40%",
    "hire --forecast examples/uci_online_retail_daily.csv",
    "peak --event double-11 --orders 270",
    "peak --event double-11 --orders 800 --date 2026-11-11 --mix rule",
    "peak --event campaign --orders 5",
    "peak --event black-friday --baseline examples/uci_online_retail_daily.csv",
    "playbooks",
    "recommend --orders 300 --playbook platform-supplier --details",
    "recommend --orders 30 --playbook reseller --details",
    "diff marketplace reseller --orders 30",
    "stages list",
    *(f"stages show {stage}" for stage in ("solo-launch", "promotion", "three-months", "half-year", "one-year")),
    "stages check",
    "stages new my-playbook",
    "pay phase --visitors 6000 --conversion 4.5%",
    "pay phase --orders 20",
    "pay phase --orders 600",
    "pay phase --orders 270 --order-value 80 --gross-margin 40%",
    "pay template --orders 100",
    "pay check pay.yaml --city hangzhou",
    "pay sheet pay.yaml",
    "pay explain 李娜 pay.yaml --city hangzhou",
    "pay explain 王强 pay.yaml --city hangzhou",
    "pay explain 赵敏 pay.yaml --city hangzhou",
    "budget --orders 270 --pay pay.yaml --order-value 80 --gross-margin 40%",
)  # fmt: skip
HELPS = (
    "",
    *COMMANDS,
    *OF_ITSELF,
    *(f"{group} {name}" for group, entries in OF_ALL_GROUPS.items() for name in entries),
)
UNTRANSLATED = {"schema"}  # commands whose page is a format: a JSON Schema

# What stands in Latin letters on a Chinese page, beside the ids of the playbook:
TYPED = re.compile(
    r"`[^`]*`|--[a-z-]+|(?<!\w)-[a-zA-Z]\b|(?<=示例：)[^\n]*(?:\n[^\n]+)*"  # what is to be typed
    r"|\d+x@[0-9-]+"  # a jump
    r"|https?://[^\s）]+"  # addresses of sources
    r"|\b(?:00[0-4](?:-[A-Z]\d+)?|ORG-[0-9A-Z]+)\b"  # places in the founding articles
    r"|HH:MM-HH:MM|[a-z0-9_-]+\.(?:yaml|json|csv)\b|TEAMPLAN_[A-Z]+|/\S+"  # files, variables, folders
    r"|\bD(?:[+-]\d+)?\b"  # days of a promotion in its tables
)
ALLOWED = {
    *(
        "teamplan",
        *OF_ALL_GROUPS,
        *COMMANDS,
        *OF_ITSELF,
        *(name for entries in OF_ALL_GROUPS.values() for name in entries),
        *COLORS,
        *FORMATS,
        *WORKBOOKS,
        *DRAWINGS,
        *STATEMENTS,
        "SQL",
        "en",
        "zh",
        "none",
        "inf",
        "owner",
        "stage",
        "a",
        "b",
        "kind",
    ),  # prompt
    *(
        "ROLE",
        "TOPIC",
        "COMMAND",
        "INPUT",
        "LOW",
        "HIGH",
        "NAME",
        "VALUE",
        "FILE",
        "DIR",
        "ID",
        "DATE",
        "DAYS",
        "PERSON",
        "MINUTES",
    ),  # metavars
    *("SHARE", "TIME", "TIMES", "PEOPLE", "OPTION"),
    *("erlang-b", "erlang-c", "erlang-a", "chat", "exponential", "lognormal", "fixed"),  # values of options
    *("offered", "answered", "left-in-time", "patient", "short-waits", "virtual"),
    *("operations", "marketing", "design"),
    *("playbook", "sources", "assumptions", "duties", "roles", "advice", "events", "store", "team", "service", "shops"),
    *("pay-people", "people", *COLUMNS, *InquiryPlan.model_fields),  # a file to fill in
    "organisation",
    "management",
    *("YAML", "CSV", "Excel", "JSON", "Schema", "iCalendar"),  # formats
    *("Erlang", "A", "B", "C", "D", "J", "S"),  # methods, grades of figures, levels of promotions
    *("R", "A", "C", "I"),  # the four parts of a responsibility table
    *("shell", "Ctrl-C"),
}
WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
BROKEN = re.compile(r"(?<=[a-z-])\n +(?=[a-z])")  # a word that a narrow help breaks


@pytest.fixture(scope="module")
def ids() -> set[str]:
    """Everything that a playbook names."""
    whole = load(built_in(), sourcing=True)
    frame = whole.frame
    named = (whole.roles, whole.duties, whole.stages, whole.assumptions, whole.sources, frame.functions, frame.drivers)
    shipping = (shipped(), shipped_overlays(), load(playbook_folder("reseller")).assumptions)
    return {each for names in (*named, frame.hire_orders, whole.sourcing, *shipping) for each in names}


def strays(text: str, ids: set[str]) -> set[str]:
    """The words in Latin letters that are neither ids nor on the list."""
    bare = TYPED.sub(" ", BROKEN.sub("", text))
    return set(WORD.findall(bare)) - ids - ALLOWED


def test_an_english_word_is_found(ids: set[str]) -> None:
    told = "pack_minutes = 2.6 min，等级 J，见 assumptions.yaml 与 `recommend`：the packer"
    assert strays(told, ids) == {"min", "the", "packer"}


def test_every_command_has_a_page_here() -> None:
    assert {page.split()[0] for page in PAGES} | UNTRANSLATED == {*COMMANDS, *GROUPS}
    for group, entries in GROUPS.items():
        assert {page.split()[1] for page in PAGES if page.startswith(f"{group} ")} == set(entries)


@pytest.mark.parametrize("prompt", PAGES)
def test_no_english_word_is_left_on_a_chinese_page(prompt: str, ids: set[str], tmp_path: Path) -> None:
    write_files("docs/zh/your-files.md", tmp_path)
    done = teamplan(*shlex.split(prompt), "--lang", "zh", cwd=tmp_path, COLUMNS="1000")
    assert done.returncode == 0, done.stderr
    assert strays(done.stdout, ids) - set(WORD.findall(prompt)) == set()


@pytest.mark.parametrize("command", HELPS)
def test_no_english_word_is_left_in_the_chinese_help(command: str, ids: set[str]) -> None:
    done = process(*command.split(), "--help", "--lang", "zh")
    assert done.returncode == 0, done.stderr
    assert strays(done.stdout, ids) == set()
