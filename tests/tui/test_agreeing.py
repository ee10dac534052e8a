"""Both agree to a pact, one of them does, and both are asked again when its words change."""

from app_case import case_screen, command, drawn, highlight, message, open_app, press, set_fields
from textual.pilot import Pilot

from advisory.caseload.caseload import Caseload
from advisory.casework.pact.draft import draft_pact
from advisory.casework.pact.edit import edit_pact
from advisory.casework.pact.mark_kept import mark_kept
from advisory.model import Commitment, Pact, SuccessLine
from advisory.model.words import Agreed, Observer, PactStatus
from advisory.rules.pact.life import agreed_by
from advisory.store import Drafts, Store
from advisory.tui.dialogs.pact.agreement import AgreementDialog
from advisory.tui.dialogs.pact.changed_words import ChangedWordsDialog
from advisory.tui.dialogs.pact.editor import PactEditor
from advisory.tui.dialogs.pick import PickDialog


def whole_draft(caseload: Caseload, name: str) -> Pact:
    return draft_pact(
        caseload,
        caseload.one(name).id,
        "I can read a graph aloud",
        title="graphs",
        success_evidence=(SuccessLine(text="two graphs read to a friend"),),
        student_commitments=(Commitment(text="bring one graph", how_often="every week"),),
        advisor_commitments=(Commitment(text="find the graphs"),),
    )


def active_of(caseload: Caseload, name: str) -> Pact:
    student_id = caseload.one(name).id
    return next(p for p in caseload.store.of_student(Pact, student_id) if p.status is PactStatus.ACTIVE)


def hows(pact: Pact) -> dict[Observer, tuple[str, Agreed]]:
    return {party: (yes.name, yes.how) for party, yes in agreed_by(pact).items()}


async def edit(pilot: Pilot[None]) -> None:
    """Come to the editor: at once for a pact that has not begun, by way of its screen for one that two keep."""
    await command(pilot, "edit-pact")
    if pilot.app.screen.id == "pact":
        await command(pilot, "reword-pact")


async def test_one_agrees_and_then_the_other_and_the_pact_begins(demo: Caseload) -> None:
    draft = whole_draft(demo, "diego")
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("diego"))
        await edit(pilot)
        await press(pilot, "ctrl+g")
        assert isinstance(pilot.app.screen, AgreementDialog)
        assert "Enter or Tab next field · ^s saves" in drawn(pilot)
        await press(pilot, "n", "enter", "enter")  # Enter goes on, and saves nothing before the last box
        assert "Enter or ^s saves" in drawn(pilot)
        await press(pilot, "n", "enter")
        assert "No one has agreed yet" in drawn(pilot)
        await press(pilot, "up", "up", "t", "up", "end", "ctrl+u", "ctrl+s")
        assert "Who says yes? Type the name" in drawn(pilot)
        await press(pilot, *"Di", "ctrl+s")
        assert message(pilot).startswith("Saved: one of you agreed")
        proposal = demo.store.need(Pact, draft.id)
        assert proposal.status is PactStatus.PROPOSED
        assert hows(proposal) == {Observer.STUDENT: ("Di", Agreed.TYPED)}
        await edit(pilot)
        await press(pilot, "ctrl+g")
        assert "Di agreed today (typed)." in drawn(pilot)
        await press(pilot, "right", "enter")
        assert message(pilot).startswith("The pact begins")
    begun = demo.store.need(Pact, draft.id)
    assert begun.status is PactStatus.ACTIVE
    assert hows(begun) == {Observer.STUDENT: ("Di", Agreed.TYPED), Observer.ADVISOR: ("Advisor", Agreed.SIGNED)}


async def test_what_is_missing_is_told_at_its_field_and_nothing_is_asked(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("diego"))
        await command(pilot, "draft-pact")
        await set_fields(pilot, learning_target="I can", theirs="bring one", next_review_on="")
        await press(pilot, "ctrl+g")
        editor = pilot.app.screen
        assert isinstance(editor, PactEditor)
        assert editor.focused.id == "field-success"
        told = {field: editor.query_one(f"#problem-{field}").visual.plain for field in editor.values}
        assert {field: sentence for field, sentence in told.items() if sentence} == {
            "success": "The pact can begin once it has a line on how you will both know.",
            "mine": "The pact can begin once it has something you will do.",
            "next_review_on": "The pact can begin once it has a next review date.",
        }
        await press(pilot, "a")
        assert not editor.query_one("#problem-success").display


async def test_a_second_pact_asks_what_becomes_of_the_first(demo: Caseload) -> None:
    first, draft = active_of(demo, "maya"), whole_draft(demo, "maya")
    async with open_app(demo, screen="pacts") as pilot:
        case_screen(pilot).body.go_to("pacts begun")
        await press(pilot, "right")
        case_screen(pilot).body.go_to(draft.id)
        await edit(pilot)
        await press(pilot, "ctrl+g", "ctrl+s")
        assert isinstance(pilot.app.screen, PickDialog)
        assert f"“{first.called}”" in drawn(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PactEditor)
        assert demo.store.need(Pact, draft.id) == draft
        await press(pilot, "ctrl+g", "ctrl+s", "down", "enter")
        assert message(pilot).startswith("The pact begins")
    assert demo.store.need(Pact, draft.id).status is PactStatus.ACTIVE
    assert demo.store.need(Pact, first.id).status is PactStatus.PAUSED


async def test_words_agreed_to_are_changed_by_both_or_marked_as_a_typo_or_not_yet(demo: Caseload) -> None:
    pact = active_of(demo, "maya")
    words = pact.student_commitments[0].text
    async with open_app(demo, (120, 40)) as pilot:
        await highlight(pilot, demo.one("maya"))
        await edit(pilot)
        theirs = pilot.app.screen.query_one("#field-theirs")
        pilot.app.screen.set_focus(theirs)
        theirs.move_cursor((0, 0))
        await press(pilot, *"New: ", "ctrl+s")
        assert isinstance(pilot.app.screen, ChangedWordsDialog)
        shown = drawn(pilot)
        assert "what the student will do" in shown
        assert f"was  {words[:30]}" in shown
        assert f"now  New: {words[:30]}" in shown
        await press(pilot, "escape")
        assert "the old words count until you have both agreed" in drawn(pilot)
        assert demo.store.need(Pact, pact.id) == pact
        assert f"New: {words}" in Drafts(demo.store.folder).all()[0].fields["theirs"]
        await press(pilot, "ctrl+s", "enter", "s", "ctrl+s")
        assert message(pilot).startswith("Pact changed: both agreed again")
        again = demo.store.need(Pact, pact.id)
        assert again.revision == pact.revision + 1
        assert again.student_commitments[0].text == f"New: {words}"
        assert again.student_commitments[0].kept == pact.student_commitments[0].kept
        assert {how for _, how in hows(again).values()} == {Agreed.SPOKEN, Agreed.SIGNED}
        await edit(pilot)
        await press(pilot, *"!", "ctrl+s", "t")
        assert message(pilot).startswith("Typo fixed")
        mended = demo.store.need(Pact, pact.id)
        assert (mended.revision, mended.revisions[-1].typo) == (again.revision, True)
        await edit(pilot)
        await set_fields(pilot, why="So that it stays", confidence="2")
        await press(pilot, "ctrl+s")
        assert message(pilot).startswith("Pact edited")
    saved = demo.store.need(Pact, pact.id)
    assert (saved.why, saved.confidence, saved.revision) == ("So that it stays", 2, again.revision)
    assert Drafts(demo.store.folder).all() == []


async def test_a_mark_made_elsewhere_meanwhile_stays_and_so_do_another_s_words_until_it_is_saved_again(
    demo: Caseload,
) -> None:
    pact = active_of(demo, "maya")
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("maya"))
        await edit(pilot)
        store = Store.open(demo.store.folder)
        other = Caseload(store, today=lambda: demo.today, now=demo.now)
        marked = mark_kept(other, store.need(Pact, pact.id), Observer.STUDENT, 0)
        edit_pact(other, marked, why="Because of the test")
        store.close()
        await set_fields(pilot, title="parts")
        await press(pilot, "ctrl+s")
        assert "why it matters is now “Because of the test”" in " ".join(drawn(pilot).split())
        await press(pilot, "ctrl+s")
        assert message(pilot).startswith("Pact edited")
    saved = demo.store.need(Pact, pact.id)
    assert (saved.title, saved.why) == ("parts", pact.why)
    assert demo.today in saved.student_commitments[0].kept


async def test_under_the_shade_nothing_is_told_and_the_name_is_written_down_whole(demo: Caseload) -> None:
    draft = whole_draft(demo, "diego")
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("diego"))
        await press(pilot, "ctrl+l")
        await edit(pilot)
        assert "graph" not in drawn(pilot)
        await press(pilot, "ctrl+o")
        assert "The text is hidden now" in drawn(pilot)
        await press(pilot, "ctrl+g")
        assert "Diego" not in drawn(pilot)
        await press(pilot, "ctrl+s")
        await highlight(pilot, demo.one("diego"))
        await edit(pilot)
        await set_fields(pilot, learning_target="I can draw a graph")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, ChangedWordsDialog)
        assert "graph" not in drawn(pilot)
        await press(pilot, "t")
    begun = demo.store.need(Pact, draft.id)
    assert hows(begun)[Observer.STUDENT] == ("Diego", Agreed.SPOKEN)
    assert begun.learning_target == "I can draw a graph"
