"""Stories of what is told a second time, too late, or of nothing at all, compared with `told/`."""

from pathlib import Path
from typing import Any

import pytest
from driven_case import Driven
from pact_case import agreed
from record_case import TODAY
from told_case import StandIn, answered, compare, decided, left_with

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.own_hand import leave_words
from advisory.casework.defense.plan import plan_defense
from advisory.casework.pact.mark_kept import switch_own_mark
from advisory.casework.student.add import add_student
from advisory.exchange.picture.time_picture import time_picture
from advisory.model import Pact
from advisory.model.words import Observer
from advisory.rules.pact.keeping import Marked
from advisory.tui.commands.registry import NEEDS, missing_sentence
from advisory.tui.commands.student.plan import choose_day
from advisory.tui.commands.themes import pick_theme
from advisory.tui.dialogs.form.calendar import CalendarDialog
from advisory.tui.dialogs.pact.case import PactCase
from advisory.tui.dialogs.pact.own_words import OwnWordsDialog
from advisory.tui.dialogs.sheet import SheetDialog
from advisory.tui.kept_drafts import _FORMS, is_known, keeps_draft, kept_draft, reword_form


@pytest.fixture
def screen(demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    monkeypatch.chdir(tmp_path)
    return StandIn(demo)


async def test_what_is_said_where_nothing_is_there(
    caseload: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    screen = StandIn(caseload)
    for command in ("undo", "redo", "trash", "unarchive-student", "check-in", "group", "finish-jots", "covered"):
        await screen.does(command)
    one = add_student(caseload, given_name="Ama", family_name="Mensah")
    for command in ("merge-students", "promise-done", "edit-pact", "transition", "history", "add-defense"):
        await screen.does(command, student=one)
    plan_defense(caseload, one.id, TODAY, None)
    await screen.does("add-defense")
    screen.told += [f"{need}: {missing_sentence(need, {'promise': 'x,ctrl+p'})}" for need in NEEDS]
    for form in (*_FORMS, "from_tomorrow", reword_form("a12"), "artifact_z", "person_b"):
        shown = kept_draft(screen.desk, form, one.id)
        screen.told.append(
            f"{form}: {shown.what}, {kept_draft(screen.desk, form, '').what} ({shown.command_id}) {keeps_draft(form)} {is_known(form)}"
        )
    compare(screen.told, "nothing_there")


async def test_what_is_said_the_second_time(screen: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    caseload = screen.desk.caseload
    diego, elif_, jun = (caseload.one(name) for name in ("Diego", "Elif", "Jun"))
    await screen.does("touch", student=diego)
    await screen.does("away", {"until": "+3"})
    for _ in range(2):
        await screen.does("not-here")
    await screen.does("away", {"from": "+1", "until": "+1"}, student=elif_)
    await screen.does("plan")
    await screen.runs(choose_day, answers=[{"on": "+1"}])
    await screen.does("away", {"from": "+4", "until": "+4"})
    await screen.runs(choose_day, answers=[{"on": "+4"}])
    screen.stem = "pact"
    pact = agreed(caseload, elif_, target_on=TODAY.replace(day=28), next_review_on=TODAY)

    def now() -> Pact:
        return caseload.store.need(Pact, pact.id)

    switch_own_mark(caseload, pact, 0)
    await screen.does("mark-line", pact=now(), student=elif_, line=Marked(0, Observer.STUDENT))
    await screen.does("review-pact", {}, pact=now(), student=elif_)
    await screen.does(
        "review-pact", lambda dialog: answered(dialog, {}) | {"marks": ":0 advisor:0"}, pact=now(), student=elif_
    )
    await screen.does("feedback", None, pact=now(), student=elif_)
    await screen.does("covered", student=elif_)
    leave_words(caseload, jun.id, "my own words")
    words = caseload.store.check_ins_of(jun.id)[-1]
    await screen.does("open", None, student=jun, check_in=words, row="check_in")
    await screen.does("evidence", left_with(seen="half"), student=jun)
    pair = SheetDialog([("one", "Jun"), ("some", "those you tick")], frozenset())
    driven = Driven(pair)
    driven.press("tab", "shift+tab", "space", "minus", "space", "j", "c")
    screen.told += driven.told

    def answers(dialog: Any) -> str:
        dialog.asks_days = True
        return "conference"

    await screen.does("sheet", answers, {"from": "9/1", "to": "x"}, {"to": ""}, None, student=jun)
    await screen.does(
        "sheet",
        "family",
        lambda dialog: decided(left_out=frozenset(line.key for part in dialog._preview.parts for line in part.lines))(
            dialog
        ),
        decided(" "),
        changed_meanwhile(caseload),
        None,
    )
    monkeypatch.setenv("TERM", "linux")
    await screen.does("sheet", "family", decided(copies=True), None)
    for screen.stem in ("time", "year"):
        screen.picture = lambda name_of: time_picture(caseload.time_given, TODAY, name_of)
        for names in ("initials", "none", "full"):
            await screen.does(
                "picture",
                {"names": names, "file": f"{screen.stem}-{names}.svg"},
                *([decided()] if names != "full" else []),
            )
    monkeypatch.setattr("advisory.tui.dialogs.dialog.ask_over", screen_asks)
    screen.app.theme = "advisory-dark"
    for picked in (None, "advisory-light"):
        await screen.runs(pick_theme, answers=[lambda _dialog, picked=picked: picked])
    compare(screen.told, "second_time")


async def screen_asks(screen: StandIn, dialog: Any) -> Any:
    return await screen.ask(dialog)


def changed_meanwhile(caseload: Caseload):
    """A decision while somebody else writes a word."""

    def decide(dialog: Any) -> Any:
        leave_words(caseload, caseload.one("Kai").id, "meanwhile")
        return decided()(dialog)

    return decide


def test_what_a_student_types_and_the_days_of_a_pact(demo: Caseload) -> None:
    told: list[str] = []
    own = Driven(
        OwnWordsDialog(
            "What we work on", "maps", mask=str, keep=lambda text: told.append(f"keeps {text}"), notice="It is back."
        )
    )
    own._one("#own-words").value = "two maps"
    own.dialog.on_text_area_changed()
    own._tell("typed")
    own.timer()
    own.dialog.on_text_area_changed()
    own.press("ctrl+s")
    assert own.timer is None  # it would be kept once more
    own.press("escape")
    own.enter("own-words", "three maps")
    calendar = Driven(
        CalendarDialog("First review", TODAY, PactCase(StandIn(demo).desk, demo.one("Diego").id, None).days)
    )
    calendar.press("enter", "escape")
    compare([*told, *own.told, *calendar.told], "own_words")
