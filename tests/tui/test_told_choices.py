"""Each choice of pacts, pages, settings, the trash and what is undone, with its opposite, compared with `told/`."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from pact_case import agreed, drafted
from record_case import NOW, TODAY, make
from test_told_pages import OnSettings
from told_case import StandIn, answered, compare

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.covering import CoveredWord
from advisory.casework.check_in.record import record_check_in
from advisory.casework.pact.edit import edit_pact
from advisory.casework.pact.pause import pause_pact
from advisory.casework.promise.make import make_promise
from advisory.casework.student.add import add_student
from advisory.casework.student.edit import edit_student
from advisory.casework.student.mark_away import mark_away
from advisory.casework.trash import move_to_trash
from advisory.model import CheckIn, FollowUp, Indicator, MeetingPattern, NoSchoolDay, Pact, Student
from advisory.model.words import OwnLine, PactStatus, Party, PromiseStatus, Status
from advisory.rules.pact.keeping import Marked
from advisory.rules.refusal import Refusal
from advisory.rules.sheet.sheet_page import SheetKind
from advisory.tui.commands import opening, sheet
from advisory.tui.commands.registry import COMMANDS, key_name, missing_sentence
from advisory.tui.commands.settings import milestones
from advisory.tui.commands.settings.keys import why_not
from advisory.tui.commands.share import copying
from advisory.tui.commands.student import covered, student
from advisory.tui.dialogs.keymap import KeymapDialog
from advisory.tui.dialogs.sheet import EVERYBODY, ONE, SOME, SheetDialog
from advisory.tui.prose import Shade


@pytest.fixture
def screen(demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    monkeypatch.chdir(tmp_path)
    return StandIn(demo)


async def test_what_can_be_done_with_a_pact(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    diego, elif_ = caseload.one("Diego"), caseload.one("Elif")
    screen.stem = "pact"
    pact = agreed(caseload, elif_, next_review_on=TODAY)

    def now(one: Pact = pact) -> Pact:
        return caseload.store.need(Pact, one.id)

    for days in (2, 1):
        await screen.does("mark-day", {"on": f"-{days}"}, pact=now(), student=elif_, line=Marked(0))
    for shade in (Shade.OFF, Shade.INITIALS):
        screen.desk.prose.shade = shade
        await screen.does("mark-day", None, pact=now(), student=elif_, line=Marked(0))
    screen.desk.prose.shade = Shade.OFF

    def meanwhile(**marks: str) -> Any:
        def answer(dialog: Any) -> Any:
            edit_pact(caseload, now(), title=f"changed {len(marks)}")
            return answered(dialog, {"line": "we looked"}) | marks

        return answer

    await screen.does("review-pact", meanwhile(), {"line": "we looked"}, pact=now(), student=elif_)
    for next_on in (None, TODAY - timedelta(1), TODAY, TODAY + timedelta(1)):
        paused = pause_pact(caseload, now())
        with caseload.store.change("Another day", NOW) as change:
            change.put(replace(paused, next_review_on=next_on))
        is_asked = next_on is None or next_on < TODAY
        await screen.does("set-aside", *([{}] if is_asked else []), pact=now(), student=elif_)
    with caseload.store.change("Without a yes", NOW) as change:
        begun = change.add(Pact, student=diego.id, learning_target="I can wait", status=PactStatus.ACTIVE)
    await screen.does("agreements", pact=begun, student=diego)
    both = {"outcome": "met", "said": "all of it", "goes_on": "pact"}
    target = pact.learning_target
    for comes_next, ticks in ((target, ["target"]), ("I can draw one", []), (target, [])):
        other = agreed(caseload, elif_, title=f"once more {comes_next}")
        await screen.does("close-pact", {**both, "comes_next": comes_next}, ticks, None, pact=other, student=elif_)
        screen.told.append(f"    next: {now(other).comes_next!r}")
    draft = drafted(caseload, diego)
    await screen.does("close-pact", pact=draft, student=diego)
    compare(screen.told, "choices_pact")


async def test_a_sign_and_the_note_it_was_seen_in(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    maya = caseload.one("Maya")
    notes = [record_check_in(caseload, maya.id, f"note {at}") for at in range(2)]
    screen.highlights(maya, check_in=notes[0])
    screen.body.pointed_at = notes[0].id
    for command in (notes[0], None):
        screen.body.pointed_at = command.id if command else None
        await screen.does("add-sign", _at_once, student=maya, check_in=notes[0])
    made = [one for one in caseload.store.of_student(Indicator, maya.id) if one.observed_on == TODAY][-2:]
    screen.told += [f"    seen in {one.check_in or 'no note'}" for one in made]
    move_to_trash(caseload, CheckIn, notes[0].id)
    for sign in (None, *made):
        screen.highlights(maya, sign=sign, row="sign")
        await screen.runs(opening._sign)
    compare(screen.told, "choices_sign")


def _at_once(dialog: Any) -> str:
    dialog.is_at_once = True
    return "listened"


def test_the_names_of_keys_and_days(screen: StandIn) -> None:
    told = [
        f"{one.id}: {one.display('')} {one.display('f9')} {one.display('ctrl+b,plus')}"
        for one in COMMANDS
        if one.shown_as
    ][:9]
    told += [f"{key}: {key_name(key)}" for key in ("up", "plus", "ж", "1", "apostrophe", "f10", "f1x", "ctrl+up", "tilde", "nokey", " x ")]  # fmt: skip
    told += [
        f"{need} {stem}: {missing_sentence(need, {}, stem)}"
        for need in ("anybody", "pact")
        for stem in ("", "today", "log", "year")
    ]
    for typed in (
        "14",
        "-2",
        "−2",
        " 7 ",
        "999",
        "-999",
        "1000",
        "9999",
        "10000",
        "-1000",
        "--2",
        "2-",
        "",
        "x",
        "1" * 50,
    ):
        try:
            told.append(f"{typed!r}: {milestones._days(typed)}")
        except Refusal as refusal:
            told.append(f"{typed!r}: {refusal}")
    for shared in (1, 2, 3, 4):
        pairs = ((one, other) for one in COMMANDS for other in COMMANDS if one is not other and len({*one.where} & {*other.where}) == shared)  # fmt: skip
        found = next(
            (one, other, why) for one, other in pairs if (why := why_not(one.id, other.keys.split(",")[0], {}))
        )
        told.append(f"{shared}: {found[0].id} {found[1].id}: {found[2]}")
    compare(told, "choices_names")


EVENT = "BEGIN:VEVENT\r\nUID:{0}\r\nDTSTAMP:20260801T000000Z\r\nDTSTART;VALUE=DATE:{1}\r\nDTEND;VALUE=DATE:{2}\r\nSUMMARY:{0}\r\nEND:VEVENT\r\n"
HOURS = "BEGIN:VEVENT\r\nUID:{0}\r\nDTSTAMP:20260801T000000Z\r\nDTSTART:20261201T180000\r\nDTEND:20261201T190000\r\nSUMMARY:{0}\r\nEND:VEVENT\r\n"
SNOW, BREAK = EVENT.format("No school", "20261214", "20261215"), EVENT.format("Field trip", "20270118", "20270120")
ODD = EVENT.format("Odd", "20269999", "20270120")


def _calendar(name: str, events: str) -> None:
    Path(name).write_text(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n{events}END:VCALENDAR\r\n")


async def test_which_days_of_a_calendar_are_asked_about(screen: StandIn) -> None:
    screen.stem = "year_end"
    for name, events, answers in (
        ("none.ics", "", []),
        ("hours.ics", HOURS.format("Concert"), []),
        ("off.ics", HOURS.format("No school in the evening"), []),
        ("odd.ics", ODD, []),
        ("odd and more.ics", ODD + SNOW, []),
        ("odd and more.ics", ODD + SNOW, [True]),
        ("two.ics", SNOW + BREAK, [[]]),
        ("two.ics", SNOW + BREAK, [["trip"]]),
        ("two.ics", SNOW + BREAK, [["school"]]),
        ("two.ics", SNOW + BREAK + HOURS.format("Concert"), []),
        ("two.ics", SNOW + BREAK + ODD, []),
    ):
        _calendar(name, events)
        await screen.does("import-days-off", {"file": name}, *answers)
    compare(screen.told, "choices_days_off")


async def test_keys_and_switches_of_the_settings(demo: Caseload) -> None:
    screen = OnSettings(demo)
    screen.stem = "settings"
    screen.app.action_read_keys = lambda: screen._tell("reads", "the keys")
    tried = (
        ("undo", "f9"),
        ("undo", "x"),
        ("undo", "c"),
        ("undo", ""),
        ("touch", "f9"),
        ("undo", "f9"),
        ("touch", "f9"),
        ("touch", "space"),
        ("undo", "escape"),
    )

    def chooses(dialog: KeymapDialog) -> None:
        for command, key in tried:
            screen.told.append(
                f"    {command} {key!r}: {dialog._choose(command, key)!r} {dict(screen.desk.configuration.settings.keys)}"
            )
            screen.desk.keys.clear()
            screen.desk.keys.update(screen.desk.configuration.settings.keys)
        screen.told.append(
            f"    {[one for one in dialog._rows() if one.is_chosen or one.id in {'undo', 'change-words', 'open'}]}"
        )
        dialog._reset()
        screen.told.append(f"    {dict(screen.desk.configuration.settings.keys)}")

    screen.body.key = "keys"
    await screen.does("change-setting", chooses)
    for at in (None, *OwnLine):
        if at:
            screen.desk.configuration.choose(own_line=at)
        screen._asked.clear()
        screen.body.key = "own_line"
        await screen.does("change-setting", None)
    compare(screen.told, "choices_settings")


async def test_whether_something_can_be_copied(screen: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    for program in (None, "Apple_Terminal", "iTerm.app"):
        for term in (None, "xterm-256color", "linux", "dumb"):
            for name, value in (("TERM_PROGRAM", program), ("TERM", term)):
                monkeypatch.setenv(name, value) if value else monkeypatch.delenv(name, raising=False)
            screen.told.append(f"{program} {term}: {copying.has_clipboard()}")
    caseload = screen.desk.caseload
    maya = caseload.one("Maya")
    private, open_one = record_check_in(caseload, maya.id, "x"), caseload.store.check_ins_of(maya.id)[0]
    screen.app.copy_to_clipboard = lambda text: screen._tell("copies", text)
    screen.body.written = ""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("TERM_PROGRAM")
    promise = make_promise(caseload, maya.id, "bring it", due_on=None)
    dated = make_promise(caseload, maya.id, "bring it", due_on=TODAY)
    for screen.desk.prose.keeps_private in (False, True):
        for check_in in (None, private, open_one):
            await screen.does("copy", student=maya, check_in=check_in)
    for screen.body.written in ("", "the line"):
        for one in (promise, dated):
            for row in ("promise", "student"):
                await screen.does("copy", student=maya, promise=one, row=row)
        await screen.does("copy", student=maya, pact=caseload.summary(maya.id).pact)
        screen.highlights()
        await screen.does("copy")
    screen.desk.prose.shade = Shade.INITIALS
    await screen.does("copy", student=maya)
    compare(screen.told, "choices_copied")


async def test_about_whom_a_page_is(screen: StandIn) -> None:
    caseload, desk = screen.desk.caseload, screen.desk
    maya, kai = caseload.one("Maya"), caseload.one("Kai")
    with caseload.store.change("Left", NOW) as change:
        gone = change.put(replace(caseload.one("Jun"), status=Status.ARCHIVED, left_on=TODAY))
    for one in (None, maya, gone):
        screen.highlights(one)
        screen.told.append(f"whose: {sheet._whose(screen)}")
        for about in (ONE, EVERYBODY, SOME):
            for is_of_all in (False, True):
                ticks = about == SOME and not is_of_all
                for answer in (["Kai"], [], None) if ticks else (None,):
                    screen.answers = [answer] if ticks else []
                    screen._asked.clear()
                    found = await sheet._students(screen, "page", about, is_of_all=is_of_all)
                    screen.told.append(
                        f"    {about} {is_of_all}: {len(found)} {[desk.name(each) for each in found[:2] if each]}"
                    )
    for name in ("Zoë", "李", "'Ike", "Ann-Mari"):
        other = add_student(caseload, given_name=name, family_name="Quist")
        for starts in (False, True):
            desk.configuration.choose(starts_shaded=starts)
            screen.told.append(f"{name} {starts}: {sheet._proposed(desk, SheetKind.FAMILY, [other.id]).name}")
    desk.configuration.choose(starts_shaded=False)
    screen.told.append(sheet._proposed(desk, SheetKind.STAFF, [maya.id, kai.id]).name)
    screen.highlights(maya)
    for each in (False, True):
        for kind in ("staff", "family"):
            await screen.does("sheet", _page(kind, each=each), *([["Kai", "Maya"]] if kind == "family" else []))
    compare(screen.told, "choices_pages")


def _page(kind: str, *, each: bool) -> Any:
    """A kind of page about those that are ticked, in a file each or in one."""

    def pick(dialog: SheetDialog) -> str:
        dialog._which, dialog.is_each = len(dialog._whose) - 1, each
        return kind

    return pick


async def test_what_is_said_of_students_and_their_records(screen: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    caseload, desk = screen.desk.caseload, screen.desk
    maya = caseload.one("Maya")
    for fields in (
        {},
        {"grade": "9"},
        {"email": "a@b.c"},
        {"student_number": "7", "email": "a@b.c"},
        {"status": Status.ARCHIVED},
    ):
        one = make(Student, given_name="Ada", family_name="Lund", **fields)
        for desk.prose.shade in (Shade.OFF, Shade.INITIALS):
            screen.told.append(f"{fields} {desk.prose.shade.name}: {student._distinguishing(desk, one)}")
    desk.prose.shade = Shade.OFF
    ada = add_student(caseload, given_name="Ada", family_name="Lund", grade="9")
    edit_student(caseload, ada, grade="")
    await screen.does("history", student=ada)
    words = [
        CoveredWord("kai", frozenset(whose), doubtful, "so", "Kai", "said")
        for whose, doubtful in (({maya.id}, True), ({"s0009999"}, False), ({maya.id, "s0009999"}, True))
    ]
    for word in words:
        screen.told.append(covered._label(desk, word))
    for chosen in (
        {},
        {"covered": {"kai": [maya.id]}},
        {"uncovered": {"kai": [maya.id]}, "covered": {}},
        {"uncovered": {}},
    ):
        desk.configuration.choose(**chosen)
        screen.told.append(f"{chosen}: {len(covered.undecided(desk, words[:1]))} {len(covered.undecided(desk, words))}")
    for ticked in ({"kai"}, set()):
        for word in words:
            covered._remember(desk, [word], set(ticked))
            screen.told.append(
                f"{ticked} {word.is_doubtful}: {dict(desk.configuration.settings.covered)} {dict(desk.configuration.settings.uncovered)}"
            )
    compare(screen.told, "choices_students")


async def test_who_is_turned_to_and_who_comes_back(screen: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    caseload = screen.desk.caseload
    maya, jordan = caseload.one("Maya"), caseload.one("Jordan")
    words = [CoveredWord("kai", frozenset({maya.id}), True, "so", "Kai", "said")]
    for unread in ("", "One name can't be read."):
        monkeypatch.setattr(student, "unread_sentence", lambda _caseload, unread=unread: unread)
        for doubtful in ([], words):
            monkeypatch.setattr(student, "undecided", lambda _desk, _words, doubtful=doubtful: doubtful)
            for answers in ([], [True] * bool(unread) + [["Kai"]] * bool(doubtful)):
                if unread or doubtful or not answers:
                    screen.told.append(f"unread {bool(unread)}, doubtful {len(doubtful)}, {len(answers)} answers")
                    await screen.does("beside", *answers, student=jordan)
    mark_away(caseload, jordan.id, TODAY, TODAY + timedelta(2))
    mark_away(caseload, caseload.one("Nia").id, TODAY + timedelta(1), TODAY + timedelta(2))
    for one in (jordan, caseload.one("Nia")):
        await screen.does("touch", student=one)
    screen.stem = "card"
    screen.app.screen_stack = [screen, screen]
    for how in ("on_leave", "transferred"):
        await screen.does("archive-student", {"how": how, "since": "today"}, student=jordan)
    for gone in (jordan.id, ""):
        screen.body.gone = gone
        await screen.does("unarchive-student", student=maya)
    compare(screen.told, "choices_turned")


async def test_what_comes_back_from_the_trash_and_what_is_undone(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    maya, kai = caseload.one("Maya"), caseload.one("Kai")
    screen.go_to_check_in = lambda note: screen._tell("goes to", note.line)
    note = record_check_in(caseload, maya.id, "a walk")
    sign = caseload.store.all(Indicator)[0]
    pattern = caseload.store.all(MeetingPattern)[0]
    for kind, record in ((CheckIn, note), (Indicator, sign), (MeetingPattern, pattern)):
        for screen.stem in ("log", "card"):
            move_to_trash(caseload, kind, record.id)
            await screen.does("trash", lambda dialog, record=record: record.id, student=maya)
    await screen.does("undo")
    make_promise(caseload, kai.id, "bring it", due_on=None)
    await screen.does("undo")
    await screen.does("redo")
    with caseload.store.change("Two at once", NOW) as change:
        for one in (maya, kai):
            change.add(FollowUp, student=one.id, text="both", owner=Party.ADVISOR, status=PromiseStatus.OPEN)
    await screen.does("undo")
    with caseload.store.change("A day off", NOW) as change:
        change.add(NoSchoolDay, starts_on=TODAY, ends_on=TODAY, title="Snow")
    await screen.does("undo")
    lone = add_student(caseload, given_name="Ada", family_name="Lund")
    await screen.does("undo")
    screen.told.append(f"{lone.id in caseload.names}")
    for minutes in ("²", "0", "1", "240", "241", " 5 ", "-1", "x", ""):
        await screen.does("timer", {"minutes": minutes}, *([None] if minutes in {"²", "0", "241", "-1", "x"} else []))
        screen.desk.clock.stop()
    compare(screen.told, "choices_back")
