"""What is said of none, of one and of two, and where a long text is cut, compared with `told/`."""

from datetime import time
from pathlib import Path
from typing import Any

import pytest
from defense_case import near_plan, without_season
from msgspec.structs import replace
from pact_case import agreed
from record_case import NOW, TODAY
from test_told_pages import AtYearEnd
from told_case import StandIn, compare

from advisory.caseload.caseload import Caseload
from advisory.casework.promise.make import make_promise
from advisory.casework.student.add import add_student
from advisory.model import DefensePlan, SuccessLine
from advisory.model.defense_words import MilestoneStatus
from advisory.rules.season.milestones import THE_DAY
from advisory.tui.commands.defense import page as panel_page
from advisory.tui.commands.exchange.handover import hand_over
from advisory.tui.commands.pact import page as pact_page
from advisory.tui.commands.year_end import purge, year_end
from advisory.tui.commands.year_end.tasks import PURGE
from advisory.tui.dialogs.schedule import Proposal
from advisory.tui.prose import Shade


@pytest.fixture
def screen(demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    monkeypatch.chdir(tmp_path)
    return StandIn(demo)


async def test_how_many_days_and_milestones_move(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    without_season(caseload)
    screen.stem = "defenses"
    days = {"first": "12/7", "last": "12/18", "hours": "9-3 pm"}
    for count in (1, 2):
        await screen.does("add-defense", days, lambda dialog, count=count: Proposal(dialog._slots[:count]))
        without_season(caseload)
    plan, first = near_plan(caseload), caseload.students[0]
    for still_open in (0, 1, 2):
        with caseload.store.change("Ready", NOW) as change:
            ready = [one if at >= len(plan.milestones) - 2 - still_open and at < len(plan.milestones) - 2 else replace(one, status=MilestoneStatus.READY, done_on=TODAY) for at, one in enumerate(plan.milestones)]  # fmt: skip
            change.put(replace(plan, milestones=tuple(ready)))
        now = caseload.store.need(DefensePlan, plan.id)
        day = next(one for one in now.milestones if one.key == THE_DAY)
        await screen.does("milestone-day", {"day": "12/17", "hour": "10"}, plan=now, milestone=day, student=first)
        await screen.does("undo")
    assert plan.starts == time(9)
    compare(screen.told, "counts_days")


async def test_how_many_are_handed_over_and_exported(caseload: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    screen = StandIn(caseload)
    for name in ("Ada", "Ben"):
        add_student(caseload, given_name=name, family_name="Reed")
        await screen.does("export", {"what": "caseload", "for": "myself", "file": f"{name}.csv"})
        await screen.does("export", {"what": "checkins", "for": "myself", "file": f"{name}-notes.csv"})
    ids = [one.id for one in caseload.students]
    for some in (ids[:1], ids):
        for words in (None, "", "a long passphrase"):
            screen._asked.clear()
            await screen.runs(
                hand_over, some, answers=[words] if words is None else [lambda _dialog, words=words: words, None]
            )
    compare(screen.told, "counts_out")


async def test_how_a_survey_is_cut_and_hidden(screen: StandIn) -> None:
    for asked, answered in ((199, 39), (200, 40), (201, 41)):
        question, answer = "q" * asked, "a" * answered
        _file(f"Name,{question},What makes a day heavy?\nJun Watanabe,{answer},noise\nKai Tran,b,\n")
        screen._asked.clear()
        await screen.does("survey", {"file": "answers.csv"})
    for marked in ((), (0,), (1,)):
        screen._asked.clear()
        await screen.does("survey", {"file": "answers.csv"}, _marked(*marked), False)
    screen.desk.prose.shade = Shade.INITIALS
    await screen.does("survey", {"file": "answers.csv"}, _marked(), True)
    await screen.does("survey", {"file": "answers.csv"}, _marked(), True)
    _file("Name,What makes a day heavy?\nNobody Here,noise\n")
    await screen.does("survey", {"file": "answers.csv"}, _marked(), False)
    compare(screen.told, "counts_survey")


def _file(text: str) -> None:
    Path("answers.csv").write_text(text, encoding="utf-8")


def _marked(*at: int) -> Any:
    return lambda dialog: [
        one._replace(is_marked=number in at, choice="hopes" if number == 0 else one.choice)
        for number, one in enumerate(dialog._columns)
    ]


async def test_how_many_go_on_into_another_year(demo: Caseload) -> None:
    screen = AtYearEnd(demo)
    screen.stem = "year_end"
    maya, kai, jun = (demo.one(name) for name in ("Maya", "Kai", "Jun"))
    made = [make_promise(demo, one.id, f"bring {one.called} it", due_on=TODAY) for one in (maya, kai, jun)]
    for some in (made[:1], made[1:]):
        screen.chosen = tuple(one.id for one in some)
        await screen.runs(year_end.carry_on)
    for some in ((maya,), (kai, jun)):
        screen.chosen = tuple(one.id for one in some)
        await screen.runs(year_end.leave_together, answers=[{"how": "transferred"}])
        await screen.does("undo")
    pacts = [one.pact for one in screen.end.pacts][:4]
    kept = {"ending": "met", "said": "done", "comes_next": "more"}
    for some, answers in (
        (pacts[:1], [None]), (pacts[:1], [{"ending": "goes_on"}]), (pacts[:2], [{"ending": "goes_on"}, {"ending": "goes_on"}]),
        (pacts[:2], [None]), (pacts[:2], [kept, None]), (pacts[1:3], [kept, {"ending": "pause"}]), (pacts[3:4], [{"ending": "pause"}]),
    ):  # fmt: skip
        screen.chosen = tuple(pact.id for pact in some)
        screen.highlights(maya, pact=some[0], settles="pacts")
        await screen.does("end-pacts", *answers)
    compare(screen.told, "counts_year")


def _backups(folder: Path) -> list[str]:
    return [f"    there is {path.name}" for path in folder.glob("*.json")]


async def test_what_a_purge_takes_and_keeps(demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    screen = AtYearEnd(demo)
    screen.stem = "year_end"
    monkeypatch.setattr(purge, "forget_forms", lambda _app, _forms: screen._tell("forgets", "the forms"))
    for backup in ("before.json", " "):
        screen.at(PURGE)
        asked = {"request": "no", "before": "today" if backup == " " else "11/1", "backup": backup}
        await screen.does("open", asked, lambda dialog: {"typed": dialog._fields[0].hint})
    screen.told += _backups(tmp_path)
    compare(screen.told, "counts_purged")


def test_a_page_that_takes_two_sheets_says_so(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    maya = caseload.one("Maya")
    without_season(caseload)
    plan, pact = near_plan(caseload), agreed(caseload, maya)
    told = []
    for many in (1, 44):
        lines = tuple(SuccessLine(text=f"line {at} of what we will both see in the lab") for at in range(many))
        told.append(pact_page._about(screen, replace(pact, success_evidence=lines), "Mr Reed"))
        shown = tuple(
            replace(plan.artifacts[0], title=f"the model {at}", shows="a load path " * 9) for at in range(many)
        )
        told.append(panel_page._about(screen, replace(plan, artifacts=shown)))
    compare(told, "counts_sheets")
