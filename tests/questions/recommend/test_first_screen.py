"""The first screen: what an owner reads at 80 columns, in both languages, and in at most fifteen lines.

`python -m tests.questions.recommend.test_first_screen` writes the snapshots anew; a reviewer reads them as a diff.
"""

import re
import shlex
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from rich.cells import cell_len

from teamplan.language import LANGUAGES, Language, Speaker
from teamplan.page.terminal import drawn
from teamplan.page.words import Words
from teamplan.playbook.base import Text
from teamplan.playbook.playbook import Playbook
from teamplan.questions.next.answer import outlook
from teamplan.questions.recommend.answer import recommend
from teamplan.questions.recommend.first_screen import COLUMNS, MOST_LINES, first_screen, lines
from teamplan.questions.recommend.page import shown
from teamplan.questions.recommend.words import WORDS
from tests.cli.prompt import teamplan
from tests.conftest import ROOT
from tests.shops import store

SNAPSHOTS = ROOT / "tests" / "snapshots"

TEAM = """\
roles:
  customer-service-agent: 3
  warehouse-keeper: 2
  operator: {people: 1, part_time: 1}
"""
SHOPS = (  # prompts of the snapshots
    "--orders 0",
    "--orders 4",
    "--orders 4 --founder-skills none",
    "--orders 30 --range",
    "--orders 100",
    "--orders 150 --owner-hours 6",
    "--orders 199",
    "--orders 200",
    "--visitors 6000 --conversion 4.5%",
    "--visitors 6000 --conversion 4.5% --range",
    "--orders 270 --team team.yaml --range",
    "--orders 60 --team team.yaml --campaign-ahead",
    "--orders 120 --stage half-year --ad-spend 0",
    "--visitors 9000 --conversion 12%",
    "--orders 500 --silent-share 60% --return-rate 5% --new-products 3 --ad-spend 100000 --founder-skills design",
    "--orders 650",
    "--orders 2000 --team team.yaml --range --campaign-ahead",
    "--orders 5000",
)
ORDERS = (0, 1, 4, 9.999, 10, 30, 53, 79, 80, 100, 112.5, 150, 199, 200, 270, 300, 499, 500, 650, 800, 1000, 2000, 5000)


def screen(prompt: str, language: Language, folder: Path) -> str:
    """What a terminal of 80 columns shows for a prompt."""
    (folder / "team.yaml").write_text(TEAM, encoding="utf-8")
    done = teamplan("recommend", *shlex.split(prompt), "--lang", language, cwd=folder, COLUMNS=str(COLUMNS))
    assert done.returncode == 0, done.stderr
    return done.stdout


PROMPT = "$ teamplan recommend "


def snapshot(language: Language, folder: Path) -> str:
    return "\n".join(f"{PROMPT}{prompt}\n{screen(prompt, language, folder)}" for prompt in SHOPS)


def kept(language: Language) -> dict[str, str]:
    """The screens of the snapshot by prompt."""
    text = (SNAPSHOTS / f"first-screen.{language}.txt").read_text(encoding="utf-8")
    parts = (part.partition("\n") for part in text.removeprefix(PROMPT).split("\n" + PROMPT))
    return {prompt: shown_ for prompt, _, shown_ in parts}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_snapshot_holds_these_prompts_and_no_other(language: Language) -> None:
    assert tuple(kept(language)) == SHOPS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("prompt", SHOPS)
def test_a_first_screen_is_that_of_the_snapshot_in_at_most_fifteen_lines(
    prompt: str, language: Language, tmp_path: Path
) -> None:
    told = screen(prompt, language, tmp_path)
    assert told == kept(language)[prompt]
    assert 8 <= len(told.splitlines()) <= MOST_LINES
    assert max(map(cell_len, told.splitlines())) <= COLUMNS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("skills", [None, "none", "design"])
def test_every_shop_fits_a_screen(language: Language, skills: str | None, playbook: Playbook) -> None:
    words = Words(Speaker(language), playbook).of(WORDS)
    for orders in ORDERS:
        page = first_screen(recommend(playbook, store(orders=orders, founder_skills=skills)), words)
        told = drawn(page, COLUMNS, plain=True)
        assert told.count("\n") <= MOST_LINES, told
        assert not re.search(r"\d\.\d\d|e[+-]\d", told), told  # no false precision
        assert not re.search(r"(?<![\d.,])1 (people|hires|full-time jobs|new products)\b", told), told
        assert not re.search(r"(: |× )0\b|\b0 ×| 0 人", told), told  # nobody has no line


def test_what_the_screen_says_is_what_the_plan_holds(playbook: Playbook) -> None:
    words = Words(Speaker("en"), playbook).of(WORDS)
    plan = recommend(playbook, store(orders=270))
    told = " ".join(drawn(first_screen(plan, words), COLUMNS, plain=True).split())
    assert f"you need {plan.headcount} people besides yourself" in told
    for function in plan.functions:
        title = words.function(function.id)
        assert (f"{title} {function.headcount}: " in told) == bool(function.headcount)
    assert f"{plan.owner.hours_per_week:.0f} hours a week" in told
    assert "from 200 to 500 orders a day; then One year" in told


def test_the_cost_is_told_with_its_range_the_share_of_pay_and_the_place(playbook: Playbook) -> None:
    def told(**given: object) -> str:
        plan = recommend(playbook, store(orders=270, **given))
        return drawn(first_screen(plan, Words(Speaker("en"), playbook).of(WORDS)), COLUMNS, plain=True)

    price = recommend(playbook, store(orders=270)).cost
    assert price is not None
    low, likely, high = (f"{each.amount:,.0f}" for each in price.total)
    assert f"Cost     {likely} CNY a month ({low} to {high}), 70% pay; city assumed\n" in told()
    assert "% pay; Beijing\n" in told(city="beijing")
    nobody = recommend(playbook, store(orders=0))
    assert "Cost" not in drawn(first_screen(nobody, Words(Speaker("en"), playbook).of(WORDS)), COLUMNS, plain=True)


def test_hours_on_the_clock_are_those_of_the_work_and_of_its_breaks(playbook: Playbook) -> None:
    """6.5 hours of work take a day of 8."""
    owner = recommend(playbook, store(orders=150)).owner
    work = sum(duty.hours_per_week for duty in owner.duties)
    assert owner.hours_per_week == pytest.approx(work / 0.8125)
    assert owner.hours_per_week == pytest.approx(40 * owner.fte)


def test_what_the_shop_gives_is_not_assumed(playbook: Playbook) -> None:
    def names(**given: object) -> list[str]:
        return [each.name for each in recommend(playbook, store(orders=100, **given)).assumed]

    inputs = ["new_products", "ad_spend", "robot_share", "silent_share", "inquiry_conversion", "return_rate"]
    assert names() == ["founder_skills", *inputs]
    assert names(founder_skills="none") == names()[1:]
    measured = names(silent_share="60%", assumptions={"return_rate": "5%"})
    assert measured == ["founder_skills", "new_products", "ad_spend", "robot_share", "inquiry_conversion"]
    assert names(new_products=2, assumptions={"ad_spend_three_months": "20000"})[1:] == inputs[2:]


def test_a_post_of_its_own_is_never_part_time(playbook: Playbook) -> None:
    """A promoter with a third of a job is a post of the stage all the same, and has no other."""
    idle = recommend(playbook, store(orders=270, ad_spend=0)).role("promoter")
    assert idle is not None
    assert (idle.headcount, idle.dedicated, idle.part_time) == (1, True, False)
    assert idle.fte < 0.5
    able = recommend(playbook, store(orders=30, founder_skills="operations,design")).role("promoter")
    assert able is not None
    assert (able.dedicated, able.part_time) == (False, True)


def test_part_time_posts_are_told_with_their_hours_and_that_one_person_may_hold_them(playbook: Playbook) -> None:
    plan, words = recommend(playbook, store(orders=190)), Words(Speaker("en"), playbook).of(WORDS)
    told = " ".join(drawn(first_screen(plan, words), COLUMNS, plain=True).split())
    posts = [role for role in plan.roles if role.part_time_hours]
    assert len(posts) == 3
    for role in posts:
        assert role.part_time_hours == pytest.approx(40 * role.fte)
        assert f"{words.role(role.id)} ({role.part_time_hours:.0f} h/week)" in told
    together = sum(role.part_time_hours or 0 for role in posts)
    assert f"One person who can do it all may hold the part-time posts: {together:.0f} h/week" in told
    single = drawn(first_screen(recommend(playbook, store(orders=100)), words), COLUMNS, plain=True)
    assert "may hold the part-time posts" not in single


@pytest.mark.parametrize(
    ("orders", "told"),
    [
        (190, "Store manager: needed from the next order a day on (above 190); hiring"),
        (189, "Store manager: needed above 190 orders a day, 0.5 % from here"),
    ],
)
def test_a_hire_that_the_next_order_brings_is_told_so(playbook: Playbook, orders: int, told: str) -> None:
    words = Words(Speaker("en"), playbook).of(WORDS)
    assert told in " ".join(
        drawn(first_screen(recommend(playbook, store(orders=orders)), words), 200, plain=True).split()
    )


def test_with_a_team_the_next_hire_is_one_beside_the_people_who_are_there(playbook: Playbook) -> None:
    team = {
        "store-manager": 1,
        "operator": 1,
        "designer": 1,
        "promoter": 1,
        "customer-service-agent": 5,
        "warehouse-keeper": 4,
    }
    plan = recommend(playbook, store(orders=190, team={"roles": team}))
    assert plan.to_hire == ()
    assert "hire-at-once" not in {advice.id for advice in plan.advice}
    following = next(
        each for each in outlook(playbook, store(orders=190, team={"roles": team}), 9).triggers if each.kind == "hire"
    )
    near = min((role.next_at.orders for role in plan.roles if role.next_at), default=None)
    assert near is None or near == following.orders


def test_nobody_is_told_of_a_single_hire_in_a_team_of_hundreds(playbook: Playbook) -> None:
    words = Words(Speaker("en"), playbook).of(WORDS)
    told = drawn(first_screen(recommend(playbook, store(orders=5000)), words), COLUMNS, plain=True)
    assert re.search(r"With 15 % more orders the team needs \d\d more; teamplan hire dates them", told)
    assert "needed above" not in told


def test_texts_of_a_playbook_stay_texts_and_long_ones_leave_out_what_may_be(playbook: Playbook) -> None:
    stage = playbook.stages["half-year"]
    long = Text(en="[bold]very[/] *long* " * 23 + ".", zh="[bold]很长[/]" * 40)
    changed = playbook.with_(stages=playbook.stages | {"half-year": stage.model_copy(update={"summary": long})})
    words = Words(Speaker("en"), changed).of(WORDS)
    plan = recommend(changed, store(orders=270))
    assert "[bold]" not in drawn(first_screen(plan, words), COLUMNS, plain=True)
    named = changed.with_(
        roles=dict(changed.roles)
        | {"promoter": changed.roles["promoter"].model_copy(update={"name": Text(en="[red]*P*[/]", zh="[red]")})}
    )
    told = first_screen(plan, Words(Speaker("en"), named).of(WORDS))
    for plain in (True, False):
        assert "[red]*P*[/]" in drawn(told, COLUMNS, plain=plain)


def test_details_are_the_whole_page_and_data_are_the_same(playbook: Playbook) -> None:
    words, plan = Words(Speaker("en"), playbook), recommend(playbook, store(orders=30))
    short, long = shown(plan, words), shown(plan, words, details=True)
    assert short.data() == long.data()
    assert short.tables() == long.tables()
    told = drawn(long.page(), COLUMNS, plain=True)
    assert told.count("\n") > MOST_LINES
    assert "Who does what" in told
    table = told.partition("\nTeam\n")[2].partition("Nobody is hired as")
    assert "Promoter" not in table[0]
    assert "Promoter (founder covers)" in " ".join(table[2].split())


def test_markdown_has_the_first_screen_too_and_the_whole_page_with_details() -> None:
    short = teamplan("recommend", "--orders", "270", "--format", "markdown").stdout
    assert short.startswith("## For 270 orders a day you need ")
    assert re.search(r"^- \*\*Team\*\*: Operations \d: ", short, re.MULTILINE)
    assert "| Role |" in teamplan("recommend", "--orders", "270", "--format", "markdown", "--details").stdout


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("a", 1),
        ("aaaa bbbb", 1),
        ("aaaa bbbbb", 2),
        ("aaa bb cc dd", 2),
        ("a" * 20, 3),
        ("仓库管理员", 2),
        ("a\nb", 2),
    ],
)
def test_lines_are_counted_as_they_are_wrapped(text: str, count: int) -> None:
    assert lines(text, 9) == count


if __name__ == "__main__":
    SNAPSHOTS.mkdir(exist_ok=True)
    for each in LANGUAGES:
        with TemporaryDirectory() as name:
            (SNAPSHOTS / f"first-screen.{each}.txt").write_text(snapshot(each, Path(name)), encoding="utf-8")
