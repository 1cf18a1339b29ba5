"""The workbook of a report: what it shows as saved, and what LibreOffice works out anew, are the team of the engine."""

import csv
import io
import shutil
import subprocess
import zipfile
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from teamplan.engine.shop import Shop
from teamplan.language import Speaker
from teamplan.page.words import Words
from teamplan.page.xlsx import Book, put
from teamplan.playbook.playbook import Playbook
from teamplan.questions.report.answer import Report
from teamplan.questions.report.words import WORDS
from teamplan.questions.report.workbook import workbook
from teamplan.questions.report.workbook_plan import FIRST, PEOPLE, put_steps
from teamplan.reading.places import BUILT_IN
from tests.questions.report.made import DAYS, PLAYBOOKS, SHOP, TRADE, made, of

VOLUMES = {BUILT_IN: 540, "own-site": 60}
NEAR = 1e-9  # of a step, where a spreadsheet may differ
RECALCULATED = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"""
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false"  # in UTF-8, numbers in full
CONVERSION = 0.045


@cache
def report(name: str) -> Report:
    """The report of a usual shop of a playbook that ships; the built-in one with its days and its money."""
    playbook, organisation = of(name)
    more: dict[str, Any] = {"days": DAYS, "trade": TRADE} if name == BUILT_IN else {}
    return made(playbook, organisation, **more, **SHOP)


def words_of(playbook: Playbook, language: Any = "en") -> Words:
    return Words(Speaker(language), playbook).of(WORDS)


def rows_of(written: bytes, name: str) -> list[list[Any]]:
    return [
        list(row) for row in CalamineWorkbook.from_filelike(io.BytesIO(written)).get_sheet_by_name(name).to_python()
    ]


@pytest.mark.parametrize(("name", "language"), [(BUILT_IN, "zh"), *((name, "en") for name in PLAYBOOKS)])
def test_what_is_saved_is_what_the_engine_says(name: str, language: str) -> None:
    found = report(name)
    words = words_of(found.question.playbook, language)
    written = workbook(found, words)
    names = CalamineWorkbook.from_filelike(io.BytesIO(written)).sheet_names
    keys = ("plan", "roles", "why", "calendar", "budget", "assumptions", "steps", "readme")
    assert names == [words.say(f"book.{key}") for key in keys if key != "calendar" or found.calendar]
    plan, heads = rows_of(written, names[0]), found.question.heads
    assert plan[5][1] == words.stage(found.plan.stage.id)
    assert plan[6][1] == found.plan.headcount
    assert plan[7][1] == pytest.approx(float(found.budget.payroll.likely))
    assert {row[6]: row[2] for row in plan[FIRST:] if row[2]} == {role: each for role, each in heads.items() if each}
    total = next(row for row in rows_of(written, words.say("book.budget")) if row[0] == words.say("book.total"))
    assert total[1:5] == pytest.approx([found.plan.headcount, *(float(each) for each in found.budget.payroll)])


def test_the_same_report_has_the_same_bytes() -> None:
    words = words_of(of(BUILT_IN)[0])
    assert workbook(report(BUILT_IN), words) == workbook(report(BUILT_IN), words)


def test_names_of_a_playbook_stay_texts() -> None:
    playbook = of(BUILT_IN)[0]
    role = playbook.roles["operator"]
    named = role.model_copy(update={"name": role.name.model_copy(update={"en": '=HYPERLINK("http://x")'})})
    changed = playbook.with_(roles=dict(playbook.roles) | {"operator": named})
    written = workbook(report(BUILT_IN), words_of(changed))
    assert '=HYPERLINK("http://x")' in [row[0] for row in rows_of(written, "Plan")]
    parts = zipfile.ZipFile(io.BytesIO(written))
    sheets = "".join(parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/"))
    assert "<f>HYPERLINK" not in sheets
    assert "<hyperlink" not in sheets


def test_a_spreadsheet_works_out_what_the_engine_says(tmp_path: Path) -> None:
    """At five hundred volumes and more, from cells that hold something else before."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no office suite here: install libreoffice-calc")
    volumes = {name: volumes_of(report(name), count) for name, count in VOLUMES.items()}
    for name, asked in volumes.items():
        (tmp_path / f"{name}.xlsx").write_bytes(many(report(name), asked, words_of(of(name)[0])))
    (tmp_path / "plan.xlsx").write_bytes(workbook(report(BUILT_IN), words_of(of(BUILT_IN)[0])))
    told = recalculated(office, tmp_path)
    for name in volumes:
        head, *lines = told[name]
        shop: Shop = report(name).question.shop
        assert len(lines) > 0.95 * VOLUMES[name]
        for orders, line in zip(volumes[name], lines, strict=True):
            heads = shop.headcounts({"orders": orders, "visitors": orders / CONVERSION})
            assert line[0] == shop.stage_of(orders)
            assert dict(zip(head[1:-1], map(int, line[1:-1]), strict=True)) == {
                role: heads.get(role, 0) for role in head[1:-1]
            }, orders
    saved = rows_of((tmp_path / "plan.xlsx").read_bytes(), "Plan")
    for line, row in zip(told["plan"][FIRST:], saved[FIRST:], strict=True):
        assert [float(each.replace(",", "").replace("-", "0")) for each in line[2:6]] == pytest.approx(
            row[2:6], abs=0.005
        )
    assert told["plan"][5][1] == saved[5][1]
    assert [float(told["plan"][line][1].replace(",", "")) for line in (6, 7)] == pytest.approx(
        [saved[6][1], saved[7][1]]
    )


def volumes_of(found: Report, count: int) -> list[float]:
    """Volumes of all sizes, half of them a little above or below a step; and the whole ones where a stage begins."""
    assert found.moving is not None
    steps = {at for stage in found.moving.steps.stages for each in stage.roles.values() for at in each.one_more_from}
    random, most = Random(15), found.moving.steps.most_orders
    at_steps = sorted(steps | {stage.from_orders for stage in found.moving.steps.stages})
    near = [at * (1 + random.choice((-1, 1)) * 3 * NEAR) for at in random.choices(at_steps[1:], k=count // 2)]
    far = [random.uniform(0, random.choice((100, 1000, most))) for _ in range(count // 2)]
    borders = [stage.from_orders for stage in found.moving.steps.stages if stage.from_orders.is_integer()]
    return [*borders, *(each for each in (*near, *far) if all(abs(each - at) > NEAR * at for at in at_steps))]


def many(found: Report, volumes: list[float], words: Words) -> bytes:
    """The formulas of the plan in a line for each volume, before they are worked out."""
    assert found.moving is not None
    book = Book()
    sheet, steps = book.sheet("many"), book.sheet("steps")
    roles = list(found.moving.each)
    last = len(roles) + 1
    put(book, sheet, (0, last), "orders")
    for place, role in enumerate(roles, start=1):
        put(book, sheet, (0, place), role)
    for line, orders in enumerate(volumes, start=1):
        volume = f"${chr(ord('A') + last)}{line + 1}"
        at = {"Stage)": f"$A{line + 1})", "Orders)": f"{volume})", "Visitors)": f"({volume}/{CONVERSION}))"}
        put(book, sheet, (line, last), orders)
        sheet.write_formula(line, 0, f"=INDEX(stage_id,MATCH({volume},stage_from,1))", None, "none")
        for place in range(1, last):
            formula = PEOPLE.format(role=f"{chr(ord('A') + place)}$1")
            for name, cell in at.items():
                formula = formula.replace(name, cell)
            sheet.write_formula(line, place, "=" + formula, None, -1)
    put_steps(book, steps, found.moving, words)
    return book.done()


def recalculated(office: str, folder: Path) -> dict[str, list[list[str]]]:
    """The first sheet of each workbook in a folder as LibreOffice shows it after working all of it out."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(RECALCULATED, encoding="utf-8")
    command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", AS_CSV]
    files = sorted(folder.glob("*.xlsx"))
    subprocess.run([*command, "--outdir", str(folder), *map(str, files)], check=True, capture_output=True, timeout=120)
    texts = {file.stem: file.with_suffix(".csv").read_text(encoding="utf-8") for file in files}
    return {name: list(csv.reader(io.StringIO(text))) for name, text in texts.items()}
