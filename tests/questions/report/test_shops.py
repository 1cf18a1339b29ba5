"""A report of several shops: an index with the sums of all, and of each the page that its own report writes."""

from pathlib import Path
from urllib.parse import unquote

import pytest

from teamplan.errors import TeamplanError
from teamplan.language import LANGUAGES, Language, Speaker
from teamplan.page.formats import text_of
from teamplan.page.words import Words
from teamplan.questions.budget.question import BudgetQuestion
from teamplan.questions.report.request import ShopsAsked
from teamplan.questions.report.shops import ShopsReport, shops_report
from teamplan.questions.report.shops_page import files_of
from teamplan.reading.places import BUILT_IN
from tests.cli.prompt import teamplan
from tests.page.documents import elements, said
from tests.questions.report.made import made, of, told
from tests.questions.report.test_report import ATTACK
from tests.shops import store

HOURS = {"Tea": (40, "2"), ATTACK: (120, "3")}  # orders and the owner's hours a day, which are fewer than he gives


@pytest.fixture(scope="module")
def found() -> ShopsReport:
    stores = {name: store(orders=orders, owner_hours=hours) for name, (orders, hours) in HOURS.items()}
    return shops_report(*of(BUILT_IN), ShopsAsked(stores, BudgetQuestion(), None))


def files(found: ShopsReport, language: Language = "en") -> dict[str, str]:
    playbook, organisation = of(BUILT_IN)
    written = files_of(found, Words(Speaker(language), playbook), organisation)
    return {name: text.decode() for name, text in written.items()}


def test_each_page_is_the_report_of_its_shop(found: ShopsReport) -> None:
    playbook, organisation = of(BUILT_IN)
    pages = files(found)
    assert list(pages) == ["Tea.html", "script-img-src-x-onerror-alert-1.html", "index.html"]
    for page, (orders, hours) in zip(pages.values(), HOURS.values(), strict=False):
        alone = told(made(playbook, organisation, orders=orders, owner_hours=hours), organisation)
        assert page == text_of(alone, "html")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_links_every_page_and_names_stay_texts(found: ShopsReport, language: Language) -> None:
    pages = files(found, language)
    index = pages.pop("index.html")
    links = [unquote(each.attrib["href"]) for each in elements(index) if each.tag == "a"]
    assert links == list(pages)
    assert {each.tag for each in elements(index)}.isdisjoint({"img", "script"})
    assert said(index).count(ATTACK) >= 2


def test_the_sums_are_those_of_its_shops_and_of_one_plan_for_all(found: ShopsReport) -> None:
    assert sum(each.plan.headcount for each in found.reports.values()) == found.plan.apart
    costs = [each.budget.payroll.likely.amount for each in found.reports.values()]
    assert sum(costs) == found.plan.cost.apart.total.likely.amount
    text = said(files(found)["index.html"])
    assert f"{sum(costs):,.0f}" in text
    assert f"{found.plan.cost.now.total.likely.amount:,.0f}" in text


def test_the_prompt_writes_a_new_folder_and_the_files_of_an_old_one(tmp_path: Path) -> None:
    shops, folder = tmp_path / "shops.yaml", tmp_path / "out"
    shops.write_text("shops:\n  - {name: 茶叶, orders: 8}\n", encoding="utf-8")
    done = teamplan("report", "--shops", str(shops), "-o", f"{folder}/")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"{folder}: an index and one page\n")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert sorted(before) == ["index.html", "茶叶.html"]
    (folder / "index.html").write_text("old", encoding="utf-8")
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    assert teamplan("report", "--shops", str(shops), "-o", str(folder)).returncode == 0
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before | {"mine.txt": b"mine"}


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    shops = tmp_path / "shops.yaml"
    shops.write_text("shops:\n  - {name: Tea, orders: x}\n", encoding="utf-8")
    done = teamplan(
        "report", "--shops", str(shops), "--orders", "3", "--event", "double-11", "--growth", "fast",
        "--gross-margin", "300%", "-o", f"{tmp_path}/out/",
    )  # fmt: skip
    assert done.returncode == 2
    for given in ("--orders", "--event", "'x'", "fast", "300%"):
        assert given.strip("'") in done.stderr
    assert not (tmp_path / "out").exists()
    wrong = teamplan("report", "--shops", str(shops), "-f", "csv", "-o", str(shops) + "/")
    assert wrong.returncode == 2
    assert len(wrong.stderr.splitlines()) == 2
    assert "csv" in wrong.stderr
    assert "Not a directory" in wrong.stderr


def test_a_shop_that_is_not_sound_is_refused() -> None:
    with pytest.raises(TeamplanError):
        shops_report(*of(BUILT_IN), ShopsAsked({"Tea": store()}, BudgetQuestion(), None))
