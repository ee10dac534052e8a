"""`;`: the note for the next advisor, with what staff may read filled in."""

from app_case import case_screen, command, drawn, fill_in, highlight, message, open_app, press
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.learning.learn_fact import learn_fact
from advisory.model import TransitionNote
from advisory.model.words import Facet, LearnedHow, Visibility


async def test_a_note_is_suggested_written_and_gone_on_with(demo: Caseload) -> None:
    jun, how = demo.one("jun").id, {"how": LearnedHow.TOLD_ME}
    learn_fact(demo, jun, Facet.STRENGTHS, "Hears what others leave out", visibility=Visibility.STAFF, **how)
    learn_fact(demo, jun, Facet.PEERS, "Quarrels with a cousin", **how)
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("jun"))
        await press(pilot, "semicolon")
        shown = drawn(pilot)
        assert "For the next advisor · Jun Watanabe" in shown
        assert "Hears what others leave out" in shown
        assert "Quarrels" not in shown
        await fill_in(pilot, connecting="The debate club", peers="")
        assert message(pilot) == "Transition note written; ] goes to the next student · Jun"
        assert case_screen(pilot).highlighted.student == jun
        await command(pilot, "transition")
        await fill_in(pilot, connecting=" ")
        assert "The next advisor needs two things" in drawn(pilot)
        await fill_in(pilot, connecting="The debate club, and chess")
        assert message(pilot).startswith("Transition note changed;")
    (note,) = demo.store.of_student(TransitionNote, jun)
    assert (note.written_on, note.connecting) == (TODAY, "The debate club, and chess")
    assert note.strengths == "Hears what others leave out"
