"""What Enter opens on each kind of row, on each screen, without an app, compared with `told/`."""

from pathlib import Path

import pytest
from record_case import NOW
from still_case import Still
from told_case import compare
from told_class import a_class

from advisory.caseload.caseload import Caseload
from advisory.model import DefensePlan, Pact

pytestmark = pytest.mark.usefixtures("bare")


async def test_what_enter_opens(caseload: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ids = a_class(caseload)
    (pact, *_), (plan,) = (caseload.store.of_student(kind, ids["Cai"]) for kind in (Pact, DefensePlan))
    told = []
    for stem, *values in (
        ("today",), ("caseload",), ("board",), ("log",), ("pacts",), ("known_well",), ("defenses",), ("insights",), ("families",),
        ("time",), ("year",), ("tags",), ("shared",), ("card", ids["Cai"]), ("card", ids["Benno"]), ("pact", pact.id),
        ("pact", "g0000006"), ("defense", plan.id),
    ):  # fmt: skip
        still = Still(caseload, stem, *values, cells=100, height=30)
        if stem == "today":
            still.desk.unsaved.keep("check_in", ids["Dee"], {"text": "half"}, NOW)
            still.desk.unsaved.keep("check_in", "", {"text": "half"}, NOW)
            still.desk.notices.append("A setting can't be read.")
            still.redraws()
        still.told.clear()
        await still.opens_each(24)
        told += [f"{stem}:", *still.told]
    for stem, steps in (("week", 6), ("year_end", 9)):
        still = Still(caseload, stem, cells=96, height=20, pane=1)
        still.told.clear()
        for _ in range(steps):
            await still.opens_each(4)
            still.screen.steps.move(1)
        told += [f"{stem}:", *still.told]
    search = Still(caseload, "search", cells=96, height=20, pane=1)
    await search.screen.find()
    search.finds("the")
    search.told.clear()
    await search.opens_each()
    search.finds("kind:fact hopes")
    await search.opens_each(2)
    compare([line.replace(str(tmp_path), "HERE") for line in [*told, "search:", *search.told]], "opening")
