"""What is highlighted: a student who is gone has nothing more, and a command that needs something says so."""

from app_case import NOBODY_YET, case_screen, command, message, open_app

from advisory.caseload.caseload import Caseload
from advisory.tui.app import AdvisoryApp
from advisory.tui.commands.registry import COMMANDS, NEEDS
from advisory.tui.highlighted import Highlighted


def test_of_a_student_who_is_gone_there_is_no_promise_and_no_pact(demo: Caseload) -> None:
    desk = AdvisoryApp(demo).desk
    gone = Highlighted(desk, "s9999999")
    assert (gone.promise, gone.pact, gone.record) == (None, None, None)
    assert not any(gone.has(need) for need in ("promise", "pact", "record", "line"))
    assert gone.has("")


def test_every_need_is_a_field_and_has_a_sentence(caseload: Caseload) -> None:
    nobody = Highlighted(AdvisoryApp(caseload).desk)
    needs = {one.needs for one in COMMANDS} - {""}
    assert needs == set(NEEDS)
    assert not any(nobody.has(need) for need in needs)


async def test_what_is_lacking_is_said_and_nothing_is_done(caseload: Caseload) -> None:
    async with open_app(caseload, screen="log") as pilot:
        seq = caseload.store.seq
        for command_id, says in (
            ("delete-check-in", "No check-in is highlighted."),
            ("check-in", NOBODY_YET),
            ("promise-done", NOBODY_YET),
            ("take-next", NOBODY_YET),
            ("week-review", NOBODY_YET),
        ):
            await command(pilot, command_id)
            assert message(pilot) == says
            assert not case_screen(pilot).is_taking_note
        assert caseload.store.seq == seq
