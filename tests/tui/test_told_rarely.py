"""Stories of what happens rarely, compared with `told/`: a handover, a full disk, two windows, names that are in doubt."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from defense_case import near_plan, without_season
from pact_case import agreed
from record_case import TODAY
from told_case import StandIn, compare, decided, left_with

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.own_hand import leave_question
from advisory.casework.check_in.record import record_check_in
from advisory.casework.pact.edit import edit_pact
from advisory.casework.pact.pause import pause_pact
from advisory.casework.partnership.add_sign import add_sign
from advisory.casework.student.add import add_student
from advisory.casework.student.archive import archive_student
from advisory.casework.student.delete import delete_student
from advisory.casework.student.edit import edit_student
from advisory.casework.trash import move_to_trash
from advisory.model import (
    CheckIn,
    CognitiveInsight,
    DefensePlan,
    Evidence,
    FollowUp,
    Indicator,
    KnownWell,
    MeetingPattern,
    Pact,
    Student,
)
from advisory.model.words import Kind, PactStatus, Status, Visibility
from advisory.store import Drafts, WriteError
from advisory.tui.commands import search
from advisory.tui.commands.defense.feeling import after_preparation, wants_feeling
from advisory.tui.commands.palette.palette import _go_to_setting, _run
from advisory.tui.commands.registry import COMMAND, elsewhere_sentence, not_here
from advisory.tui.commands.settings.keys import where_words, why_not
from advisory.tui.commands.themes import choose_theme
from advisory.tui.drafts import elsewhere


@pytest.fixture
def screen(demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    monkeypatch.chdir(tmp_path)
    return StandIn(demo)


async def test_what_is_asked_and_said_of_a_handover(screen: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    caseload = screen.desk.caseload
    maya = caseload.one("Maya")
    record_check_in(caseload, maya.id, "for those who teach her", visibility=Visibility.STAFF)
    await screen.does("sheet", "handover", None, student=maya)
    await screen.does("sheet", "handover", lambda _dialog: "", decided())
    file = next(Path.cwd().glob("handover-*.json"))
    await screen.does("import-roster", {"file": file.name}, False)
    edit_student(caseload, maya, grade="11", student_number="")
    await screen.does("import-roster", {"file": file.name})
    await screen.does("import-roster", {"file": file.name}, True)
    await screen.does("undo")
    archive_student(caseload, maya.id, Status.TRANSFERRED, since=TODAY)
    await screen.does("import-roster", {"file": file.name}, True, None)
    await screen.does("import-roster", {"file": file.name}, True, "They stay away")
    await screen.does("import-roster", {"file": file.name}, True, "They are back")
    screen.desk.prose.shade = screen.desk.prose.shade.next()
    await screen.does("import-roster", {"file": file.name})
    compare(screen.told, "handover")


async def test_what_is_asked_and_said_of_a_question_a_feeling_and_a_note_for_others(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    maya, diego = caseload.one("Maya"), caseload.one("Diego")
    asked = leave_question(caseload, maya.id, "Why fractions?")
    screen.highlights(maya, check_in=asked, row="question")
    await screen.does("open", left_with(answer="so that"))
    await screen.does("open", {"answer": "because of maps"})
    for student in (maya, diego):
        screen.highlights(student, row="note_missing")
        await screen.does("open", {"strengths": ""}, None)
        await screen.does("transition", {"strengths": "asks why", "connecting": "walks"})
        await screen.does("transition", {"peers": "Kai"})
    without_season(caseload)
    plan = near_plan(caseload)
    prepared = record_check_in(caseload, plan.student, "went over it", kind=Kind.DEFENSE_PREP)
    await screen.runs(after_preparation, prepared, answers=[{"feeling": "3", "says": " calm "}])
    screen.told += [str(wants_feeling(one)) for one in (prepared, asked, caseload.store.need(CheckIn, prepared.id))]
    for found in (
        None, prepared, caseload.store.all(Evidence)[0], caseload.store.all(CognitiveInsight)[0], caseload.store.all(KnownWell)[0],
        caseload.store.all(FollowUp)[0], next(one for one in caseload.store.all(FollowUp) if not one.is_open), caseload.store.all(Indicator)[0],
    ):  # fmt: skip
        screen.found = found
        card = SimpleNamespace(
            id="card" if isinstance(found, Indicator) else "log",
            go_to_record=lambda one: screen.told.append(f"    goes to: {one}"),
        )
        screen.app.screen = card
        await screen.runs(search.open_found)
    alone = add_sign(caseload, maya.id, "listened")
    for shown in (next(one for one in caseload.store.all(Indicator) if one.check_in), alone):
        screen.highlights(caseload.store.need(Student, shown.student), sign=shown, row="sign")
        await screen.does("open")
        await screen.does("delete-check-in")
    compare(screen.told, "questions")


async def test_what_is_said_of_a_disk_that_is_full_and_of_another_window(
    screen: StandIn, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    caseload = screen.desk.caseload
    maya = caseload.one("Maya")

    def seen_by_another(grade: str, **changes: object):
        def answer(dialog):
            edit_student(caseload, caseload.store.need(Student, maya.id), **changes)
            return {field.name: field.initial for field in dialog._fields} | {"grade": grade}

        return answer

    await screen.does(
        "edit-student", seen_by_another("12", pronouns="they", birthday="03-14"), {"grade": "12"}, student=maya
    )
    pact = agreed(caseload, caseload.one("Diego"))

    def pact_changed(dialog):
        edit_pact(caseload, pact, title="atlas")
        return {field.name: field.initial for field in dialog._fields} | {"title": "maps"}

    screen.stem = "pact"
    await screen.does("reword-pact", pact_changed, {"title": "maps"}, pact=pact, student=caseload.one("Diego"))
    screen.desk.prose.shade = screen.desk.prose.shade.next()
    await screen.does("edit-student", seen_by_another("9", home_language="Igbo"), {"grade": "9"}, student=maya)
    screen.desk.prose.shade = screen.desk.prose.shade.next().next()

    def full(*_args: object) -> None:
        raise WriteError("What you type could not be kept (No space left on device).")

    monkeypatch.setattr(Drafts, "save", full)
    monkeypatch.setattr(elsewhere, "_folders", lambda: [tmp_path / "nowhere"])
    await screen.does("promise", left_with(text="bring the map"), None, student=maya)
    await screen.does("quit")
    (tmp_path / "nowhere").mkdir()
    await screen.does("quit")
    await screen.does("promise", left_with(text="bring two maps"), False, left_with(text="bring three maps"), True)
    await screen.does("quit")
    monkeypatch.setattr("advisory.tui.drafts.elsewhere.keep_elsewhere", lambda *_given: None)
    await screen.does("focal", left_with(why="quiet"), True, None, student=caseload.one("Kai"))
    await screen.does("quit", True)
    compare(screen.told, "full_disk")


async def test_what_is_said_of_names_in_doubt_keys_themes_and_the_trash(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    add_student(caseload, given_name="Mark", family_name="Strong")
    jordan = caseload.one("Jordan")
    agreed(caseload, jordan, title="Mark the map", why="I feel strong with Kai and mark it")
    await screen.does("beside", None, student=jordan)
    await screen.does("beside", ["Kai"])
    await screen.does("beside")
    await screen.does("covered", None)
    await screen.does("covered", [])
    await screen.does("covered", ["Kai", "Mark"])
    await screen.does("covered", student=caseload.one("Teddy"))
    for kind in (
        CheckIn,
        Evidence,
        CognitiveInsight,
        KnownWell,
        DefensePlan,
        Indicator,
        MeetingPattern,
    ):
        for record in caseload.store.all(kind)[:2]:
            move_to_trash(caseload, kind, record.id)
    delete_student(caseload, caseload.one("Kai").id)
    screen.highlights(jordan)
    await screen.does("trash")
    screen.desk.prose.keeps_private = True
    await screen.does("trash")
    screen.desk.prose.shade = screen.desk.prose.shade.next()
    await screen.does("trash")
    screen.desk.prose.shade = screen.desk.prose.shade.next().next()
    for command, key in (
        ("undo", "x"),
        ("undo", "escape"),
        ("undo", "f9"),
        ("touch", "s"),
        ("mark-line", "S"),
        ("undo", "alt+a"),
        ("shade", "a"),
        ("undo", ""),
    ):
        screen.told.append(f"{command} {key}: {why_not(command, key, {})}")
    screen.told += [
        where_words(where)
        for where in (("beside",), ("today", "known_well"), ("a", "b", "c", "d"), ("a", "b", "c", "d", "e"))
    ]
    screen.told += [
        f"{key} {stem}: {elsewhere_sentence(key, stem, {})}"
        for key in ("S", "z", "f5", "O", "period", "&")
        for stem in ("caseload", "year", "beside")
    ]
    screen.told += [not_here(COMMAND[one]) for one in ("undo", "survey", "mark-line", "sort", "add-words")]
    for screen.stem in ("caseload", "settings"):
        await screen.runs(choose_theme, "advisory-light")
        screen.app.screen = screen
        await screen.runs(_go_to_setting, "own_line")
    for one in ("undo", "promise", "undo", "help"):
        await screen.runs(_run, COMMAND[one])
    screen.told.append(f"{screen.desk.configuration.settings.used}")
    compare(screen.told, "rarely")


async def test_a_pact_is_resumed_on_another_day(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    screen.stem = "pact"
    for title, changes in (
        ("soon", {}),
        ("past", {"next_review_on": TODAY}),
        ("over", {"next_review_on": TODAY, "target_on": TODAY}),
    ):
        pact = pause_pact(caseload, agreed(caseload, caseload.one("Jun"), title=title, **changes))
        later = Caseload(caseload.store, today=lambda: TODAY.replace(day=24), now=caseload.now)
        then = StandIn(later)
        then.stem = "pact"
        answers = {"soon": [], "past": [{"next_on": "x"}, {"next_on": "12/4"}], "over": ["leave it"]}[title]
        await then.does("set-aside", *answers, pact=pact, student=caseload.one("Jun"))
        screen.told += then.told
        for one in caseload.store.of_student(Pact, caseload.one("Jun").id):
            if one.status is PactStatus.ACTIVE:
                pause_pact(caseload, one)
    compare(screen.told, "pacts_resumed")
