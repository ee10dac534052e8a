"""The screens that look at everybody, drawn without an app, each row and each size of them compared with `told/`."""

import pytest
from msgspec.structs import replace
from record_case import NOW
from still_case import Still
from told_case import compare
from told_class import a_class

from advisory.caseload.caseload import Caseload
from advisory.model import CatalogueMilestone, CognitiveInsight
from advisory.tui.prose import Shade

pytestmark = pytest.mark.usefixtures("bare")


async def test_the_pacts(caseload: Caseload) -> None:
    a_class(caseload)
    still = Still(caseload, "pacts", cells=100, height=16, pane=50)
    await still.does("last-line", "unfold", "line-up", "line-up", "unfold", "line-up", "unfold")
    still.each_row()
    await still.does("fold", "first-line", "fold")
    for cells in (130, 102, 90, 80, 72, 71, 60, 40):
        still.resized(cells, 16, 6)
    for text in ("bridge", "be weld", "zz", ""):
        still.finds(text)
    for pane in (8, 12, 20, 27, 28, 36):
        still.resized(100, 16, pane)
    still.hides(Shade.INITIALS)
    compare(still.told, "screens_pacts")


async def test_the_season(caseload: Caseload) -> None:
    ids = a_class(caseload)
    still = Still(caseload, "defenses", cells=100, height=14, pane=24)
    still.each_row()
    await still.does("column-right", "column-right", "column-right", "step-milestone", "first-line")
    for size in ((130, 14, 5), (70, 14, 6), (50, 9, 3)):
        still.resized(*size)
        still.at(ids["Cai"])
    for text in ("be", "zz", ""):
        still.finds(text)
    still.hides(Shade.INITIALS)
    with caseload.store.change("Nothing on the way", NOW) as change:
        for plan in caseload.defenses:
            change.put(replace(plan, milestones=()))
        for one in caseload.milestones.values():
            change.add(CatalogueMilestone, key=one.key, label=one.label, days_before=one.days_before, hidden=True)
    bare = Still(caseload, "defenses", cells=100, height=14, pane=24)
    bare.at(ids["Cai"])
    await bare.does("column-right", "step-milestone")
    compare([*still.told, *bare.told], "screens_season")


async def test_how_well_they_are_known(caseload: Caseload) -> None:
    ids = a_class(caseload)
    still = Still(caseload, "known_well", cells=100, height=13, pane=14)
    still.at(ids["Cai"])
    for _ in range(12):
        await still.does("column-right")
    still.at(ids["Ada"])
    await still.does("column-left", "sensitive-facts")
    still.resized(80, 13, 5)
    still.resized(60, 9, 6)
    for text in ("be", "zz", ""):
        still.finds(text)
    still.hides(Shade.INITIALS)
    compare(still.told, "screens_known_well")


async def test_the_friday_review_and_the_years_end(caseload: Caseload) -> None:
    ids = a_class(caseload)
    told = []
    for stem, steps in (("week", 6), ("year_end", 9)):
        still = Still(caseload, stem, cells=96, height=20, pane=1)
        still.desk.unsaved.keep("check_in", ids["Ben"], {"text": "half"}, NOW)
        for _ in range(steps):
            still.each_row()
            await still.does("tick" if stem == "year_end" else "choose-focal", "step-on")
        still.resized(50, 20, 1)
        await still.does("step-back")
        still.hides(Shade.INITIALS)
        await still.does(*["step-back"] * steps)
        told += still.told
    compare(told, "screens_steps")


async def test_what_lies_over_another_screen(caseload: Caseload) -> None:
    a_class(caseload)
    told = []
    for stem in ("time", "year", "families", "insights", "shared", "tags", "settings"):
        still = Still(caseload, stem, cells=100, height=30, pane=16)
        still.each_row()
        for size in ((104, 45), (76, 30), (66, 24), (46, 16)):
            still.resized(*size, 4)
        still.hides(Shade.INITIALS)
        still.each_row(3)
        told += [f"--- {stem}", *still.told]
    with caseload.store.change("Fewer", NOW) as change:
        for one in caseload.store.all(CognitiveInsight)[1:]:
            change.remove(one)
    told += ["--- insights about one", *Still(caseload, "insights", cells=60, height=8).told]
    compare(told, "screens_over")


async def test_each_screen_with_nobody_on_it(caseload: Caseload) -> None:
    told = []
    for stem in ("caseload", "board", "log", "pacts", "known_well", "defenses", "week", "time", "year", "families", "insights", "shared", "tags", "year_end"):  # fmt: skip
        told += [f"{stem}:", *Still(caseload, stem, cells=80, height=20).told]
    compare(told, "screens_empty")
