"""The screens with a class on them, drawn without an app: every row, what is told of it, and each size, compared with `told/`."""

import pytest
from record_case import NOW
from still_case import Still
from told_case import compare
from told_class import a_class

from advisory.caseload.caseload import Caseload
from advisory.casework.trash import move_to_trash
from advisory.model import CheckIn
from advisory.tui.drafts.unsaved import NOTE
from advisory.tui.prose import Shade
from advisory.tui.screens.log.rows import year_key

pytestmark = pytest.mark.usefixtures("bare")


async def test_today(caseload: Caseload) -> None:
    ids = a_class(caseload)
    still = Still(caseload, "today", cells=100, height=42, pane=8)
    still.each_row(12)
    for row in (
        "reviews:g0000001",
        "jots:c0000008",
        "theirs:f0000014",
        "season:d0000001",
        "plan:s0000005",
        "birthdays:s0000001",
    ):
        still.at(row)
    body = still.screen.body
    await still.does(
        "last-note", "last-note", "take-next", "take-next", "take-next", "next-section", "previous-section"
    )
    still.resized(100, 26, 4)
    still.at("more:promises")
    await still.does("open", "open")
    still.at("more:round")
    await still.does("open")
    still.resized(100, 42, 4)
    for form, about, text in (("check_in", ids["Cai"], "half a note that goes on and on and on"), ("group", "", ""), ("jot", "c9", "x"), ("promise", "f0000001", "y"), ("fact_hopes", ids["Ada"], "z")):  # fmt: skip
        still.desk.unsaved.keep(form, about, {"text": text}, NOW)
    still.desk.notices.extend(["The key ^x is taken twice.", "A setting can't be read."])
    still.redraws()
    still.at("drafts:check_in:" + ids["Cai"])
    still.at("drafts:group:")
    still.at("notices:1")
    await still.does("open")
    for size in ((98, 30, 4), (97, 40, 5), (96, 20, 2), (62, 50, 1), (40, 16, 3)):
        still.resized(*size)
    still.hides(Shade.INITIALS)
    still.at(f"next:{ids['Ben']}")
    still.hides(Shade.OFF)
    still.desk.unsaved.discard(NOTE, ids["Cai"], 0)
    still.at("promises:f0000001")
    await still.does("promise-done")
    body.move(-1)
    still.at("jots:c0000008")
    still.screen.say("", ids["Ben"])
    move_to_trash(caseload, CheckIn, "c0000008")
    still.redraws()
    compare(still.told, "screens_today")


async def test_today_with_nobody(caseload: Caseload) -> None:
    still = Still(caseload, "today", cells=80, height=20)
    await still.does("take-next", "open")
    still.desk.notices.append("A setting can't be read.")
    still.redraws()
    compare(still.told, "screens_today_empty")


async def test_the_caseload(caseload: Caseload) -> None:
    ids = a_class(caseload)
    still = Still(caseload, "caseload", cells=100, height=12, pane=30)
    await still.does("last-line", "unfold")
    still.each_row()
    await still.does("fold", "unfold", "line-down", "fold", "sort", "first-line")
    still.desk.unsaved.keep(NOTE, ids["Ada"], {"text": "half"}, NOW)
    still.desk.unsaved.keep(NOTE, ids["Ben"], {"text": "half"}, NOW)
    for cells in (170, 152, 151, 116, 115, 94, 93, 72, 71, 62, 61, 40):
        still.resized(cells, 12)
    for text in ("be", "hal", "zz", ""):
        still.finds(text)
    still.hides(Shade.INITIALS)
    still.at(ids["Cai"])
    compare(still.told, "screens_caseload")


async def test_the_board(caseload: Caseload) -> None:
    ids = a_class(caseload)
    still = Still(caseload, "board", cells=100, height=22, pane=40)
    still.each_row()
    for size in ((100, 22, 2), (124, 36, 3), (66, 14, 2), (58, 14, 1)):
        still.resized(*size)
        still.at(ids["Cai"])
        still.at(ids["Benno"])
        still.at(ids["Dee"])
    for text in ("be", "zz", ""):
        still.finds(text)
    still.hides(Shade.INITIALS)
    still.at(ids["Dee"])
    compare(still.told, "screens_board")


async def test_the_log(caseload: Caseload) -> None:
    a_class(caseload)
    still = Still(caseload, "log", cells=100, height=20, pane=20)
    still.each_row()
    await still.does("unfold")
    still.at("group c0000015")
    await still.does("open", "open", "unfold", "line-down", "fold", "fold", "unfold")
    still.at(year_key(2025))
    await still.does("open", "fold")
    for text in ("bridge", "tone:concern", "zzz", "kind:nothing", "since:9/1 minutes:>10", ""):
        still.finds(text)
        if still.screen._search is not None:
            for _ in still.screen._search_rest(still.screen._search, still.screen.lines):
                still.tell()
    for cells in (76, 75, 50):
        still.resized(cells, 20)
    still.screen.desk.configuration.choose(collapse_private=True)
    still.redraws()
    still.each_row()
    await still.does("private-notes")
    still.hides(Shade.INITIALS)
    still.each_row(3)
    compare(still.told, "screens_log")
