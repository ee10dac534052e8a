"""A note that was saved is not offered again, though the program was killed before it deleted the draft."""

from datetime import timedelta

import pytest
from app_case import case_screen, command, highlight, message, open_app, press

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.promise.make import make_promise
from advisory.casework.student.edit import edit_student
from advisory.casework.undo import undo
from advisory.model import Student
from advisory.store import Drafts
from advisory.tui.drafts.unsaved import NOTE, Unsaved


async def save_note(demo: Caseload, typed: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Type a note and confirm it, as a program that is killed before the draft is gone; the student's id."""
    maya = demo.one("maya")
    async with open_app(demo) as pilot:
        await highlight(pilot, maya)
        await command(pilot, "check-in")
        line = case_screen(pilot).notes.line
        line.area.text = typed
        line.keep_now()
        with monkeypatch.context() as patch:
            patch.setattr(Unsaved, "forget", lambda *_args: None)
            await press(pilot, "enter")
        assert message(pilot).startswith("Saved")
    kept = Drafts(demo.store.folder)
    (draft,) = kept.all()
    kept.save(NOTE, maya.id, draft.fields, draft.at - timedelta(seconds=1))  # the clock of the tests stands still
    return maya.id


@pytest.mark.parametrize(
    "typed",
    ["Showed me the draft", "yesterday Showed me #draft 5m", "Two\nlines", "you promise: bring the atlas by fri"],
)
async def test_it_is_not_offered_again(demo: Caseload, monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    maya = await save_note(demo, typed, monkeypatch)
    async with open_app(demo, screen="today") as pilot:
        assert "Not saved yet" not in message(pilot)
        assert not pilot.app.desk.unsaved.has_note(maya)
    assert Drafts(demo.store.folder).all() == []


async def test_an_older_note_behind_it_is(demo: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    maya = await save_note(demo, "Showed me the draft", monkeypatch)
    kept = Drafts(demo.store.folder)
    (draft,) = kept.all()
    kept.save(NOTE, maya, {**draft.fields, "older_0": "First", "older_1": "Second"}, draft.at)
    async with open_app(demo) as pilot:
        assert kept.load(NOTE, maya).fields == {"text": "Second", "older_0": "First"}
        await highlight(pilot, demo.store.need(Student, maya))
        await press(pilot, "c", "up")
        line = case_screen(pilot).notes.line
        assert (line.area.text, line.typed.older) == ("First", ("Second",))


@pytest.mark.parametrize("text", ["Showed me another draft", "Showed me the draft and more"])
async def test_words_that_are_not_saved_are_offered(demo: Caseload, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    maya = await save_note(demo, "Showed me the draft", monkeypatch)
    kept = Drafts(demo.store.folder)
    (draft,) = kept.all()
    kept.save(NOTE, maya, {"text": text}, draft.at)
    async with open_app(demo) as pilot:
        assert pilot.app.desk.unsaved.has_note(maya)


async def test_what_was_saved_before_it_was_typed_or_undone_since_is_offered(
    demo: Caseload, monkeypatch: pytest.MonkeyPatch
) -> None:
    maya = await save_note(demo, "Showed me the draft", monkeypatch)
    kept = Drafts(demo.store.folder)
    (draft,) = kept.all()
    kept.save(NOTE, maya, draft.fields, draft.at + timedelta(hours=1))
    async with open_app(demo) as pilot:
        assert pilot.app.desk.unsaved.has_note(maya)


async def test_a_form_whose_words_are_saved_is_not_offered(demo: Caseload) -> None:
    maya, at = demo.one("maya").id, demo.now()
    Drafts(demo.store.folder).save("promise", maya, {"text": "bring the atlas", "due": ""}, at - timedelta(minutes=1))
    async with open_app(demo) as pilot:
        assert ("promise", maya) in pilot.app.desk.unsaved.waiting()
    make_promise(demo, maya, "bring the atlas", due_on=None)
    async with open_app(demo) as pilot:
        assert pilot.app.desk.unsaved.waiting() == []
    undo(demo)


async def test_what_was_saved_about_somebody_else_is_no_sign_that_a_note_was(demo: Caseload) -> None:
    """Words may begin alike, and be in another record."""
    maya, jun = demo.one("maya").id, demo.one("jun").id
    Drafts(demo.store.folder).save(NOTE, maya, {"text": "Hi"}, demo.now())
    record_check_in(demo, jun, "His xylophone")
    edit_student(demo, demo.store.need(Student, maya), preferred_name="Hi")
    async with open_app(demo) as pilot:
        assert pilot.app.desk.unsaved.has_note(maya)
