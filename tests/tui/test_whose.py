"""The student as a field of each form that edits a record: the name completed, what goes along shown, and then moved."""

from app_case import case_screen, command, drawn, fill_in, message, open_app, press, set_fields, settle

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.check_in.record_group import record_group
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.learning.record_evidence import record_evidence
from advisory.casework.move_record import move_record
from advisory.casework.promise.make import make_promise
from advisory.model import CheckIn, Evidence, FollowUp, KnownWell
from advisory.model.words import EvidenceSource, Facet, Kind, LearnedHow, Visibility
from advisory.rules.learning.known_well import FACETS


async def test_a_check_in_is_moved_in_its_form_by_the_beginning_of_a_name(demo: Caseload) -> None:
    kai, maya = demo.one("kai"), demo.one("maya")
    shown = record_check_in(demo, kai.id, "Brought the lab notes")
    make_promise(demo, kai.id, "bring a folder", source=shown.id)
    async with open_app(demo, screen="log") as pilot:
        case_screen(pilot).go_to_check_in(shown)
        await settle(pilot)
        await command(pilot, "open")
        assert pilot.app.screen.focused.id == "field-line"
        await press(pilot, "shift+tab", *"may", "tab")
        assert pilot.app.screen.values["student"] == "Maya Okafor"
        await press(pilot, "ctrl+s")
        assert "From Kai Tran to Maya Okafor" in drawn(pilot)
        assert "1 promise made in it goes along." in drawn(pilot)
        await press(pilot, "escape")
        assert "Nothing is moved or saved yet." in drawn(pilot)
        assert demo.store.need(CheckIn, shown.id) == shown
        await press(pilot, "ctrl+s", "enter")
        assert message(pilot) == "Moved: one-to-one, today; it was with Kai · Maya"
        assert case_screen(pilot).highlighted.check_in.id == shown.id
        assert case_screen(pilot).highlighted.student == maya.id
        await command(pilot, "open")
        assert "moved here from Kai" in drawn(pilot)
        await press(pilot, "escape")
        await command(pilot, "undo")
    assert demo.store.need(CheckIn, shown.id) == shown


async def test_a_name_that_fits_several_is_asked_about_never_guessed(demo: Caseload) -> None:
    shown = record_check_in(demo, demo.one("kai").id, "Brought the lab notes")
    async with open_app(demo, screen="log") as pilot:
        case_screen(pilot).go_to_check_in(shown)
        await settle(pilot)
        await command(pilot, "open")
        await fill_in(pilot, student="j")
        assert "Type more of the name" in drawn(pilot)
        await fill_in(pilot, student="")
        assert "Whose is it?" in drawn(pilot)
    assert demo.store.need(CheckIn, shown.id) == shown


async def test_all_of_a_group_entry_or_only_one_as_the_form_asks(demo: Caseload) -> None:
    ids = [student.id for student in demo.students[:3]]
    made = record_group(demo, text="Circle", student_ids=ids, kind=Kind.SMALL_GROUP)
    async with open_app(demo, screen="log") as pilot:
        for answer, told, changed in (("", "Check-in edited: ", 1), ("of_all", "Group entry edited: ", 3)):
            case_screen(pilot).go_to_check_in(made[0])
            await settle(pilot)
            await command(pilot, "open")
            await set_fields(pilot, of_all=answer)
            await fill_in(pilot, tags=f"tag{changed}")
            assert message(pilot).startswith(told)
            assert sum(f"tag{changed}" in demo.store.need(CheckIn, one.id).tags for one in made) == changed or answer
        await command(pilot, "undo")
    assert [demo.store.need(CheckIn, one.id).tags for one in made] == [("tag1",), (), ()]


async def test_evidence_and_a_fact_are_moved_in_their_forms(demo: Caseload) -> None:
    kai, maya = demo.one("kai"), demo.one("maya")
    seen = record_evidence(demo, kai.id, "Began alone", source=EvidenceSource.QUIZ)
    async with open_app(demo, screen="caseload") as pilot:
        await case_screen(pilot).open_over("card", kai.id)
        await settle(pilot)
        case_screen(pilot).body.go_to(seen.id)
        await settle(pilot)
        await command(pilot, "open")
        await fill_in(pilot, student="maya")
        await press(pilot, "enter")
        assert message(pilot).endswith("; it was with Kai · Maya")
        assert demo.store.need(Evidence, seen.id).student == maya.id
    fact = learn_fact(demo, kai.id, Facet.PEERS, "Two cousins", how=LearnedHow.TOLD_ME)
    async with open_app(demo, screen="known_well") as pilot:
        screen = case_screen(pilot)
        screen.matrix.go_to(kai.id)
        screen.matrix.move_across(list(FACETS).index(Facet.PEERS) - screen.matrix.column)
        await settle(pilot)
        await command(pilot, "edit-fact")
        await fill_in(pilot, student="maya", text="Three cousins")
        await press(pilot, "enter")
        assert message(pilot) == "Moved: peers; it was with Kai · Maya"
        assert screen.highlighted.student == maya.id
    moved = demo.store.need(KnownWell, fact.id)
    assert (moved.student, moved.text) == (maya.id, "Three cousins")


async def test_a_promise_is_moved_in_its_form(demo: Caseload) -> None:
    kai, maya = demo.one("kai"), demo.one("maya")
    note = record_check_in(demo, kai.id, "Asked for a folder")
    promise = make_promise(demo, kai.id, "bring a folder", source=note.id, due_on=demo.today)
    async with open_app(demo, screen="today") as pilot:
        await case_screen(pilot).open_over("card", kai.id)
        await settle(pilot)
        case_screen(pilot).body.go_to(promise.id)
        await settle(pilot)
        await command(pilot, "open")
        await fill_in(pilot, student="maya", text="bring a blue folder")
        assert "The note it came from is Kai Tran's, so it is left out." in drawn(pilot)
        await press(pilot, "enter")
        assert message(pilot).startswith("Moved: bring a blue folder; it was with Kai · Maya")
        await command(pilot, "undo")
        assert demo.store.need(FollowUp, promise.id) == promise
        await command(pilot, "redo")
    moved = demo.store.need(FollowUp, promise.id)
    assert (moved.student, moved.text, moved.source) == (maya.id, "bring a blue folder", "")


async def test_under_the_shade_and_beside_the_student_nothing_names_whose_it_was(demo: Caseload) -> None:
    kai, maya = demo.one("kai"), demo.one("maya")
    shown = record_check_in(demo, kai.id, "Talked", student_says="Kai helped me", visibility=Visibility.SHAREABLE)
    moved = move_record(demo, shown, maya.id)
    async with open_app(demo, (200, 40), screen="log") as pilot:
        case_screen(pilot).go_to_check_in(moved)
        await settle(pilot)
        assert "moved here from" in drawn(pilot)
        await command(pilot, "shade")
        assert "KT" in drawn(pilot)
        assert "Kai" not in drawn(pilot)
        await command(pilot, "unshade")
        await command(pilot, "beside")
        await press(pilot, "end")
        assert "helped me" in drawn(pilot)
        assert "Kai" not in drawn(pilot)
