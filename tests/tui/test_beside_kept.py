"""The screen beside the student is kept when it is turned back: for the next student it is as if it were new."""

from app_case import case_screen, drawn, open_app, press, resize, settle
from written_case import Paper

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.learning.learn_fact import learn_fact
from advisory.model import Student
from advisory.model.words import Facet, LearnedHow, Visibility
from advisory.tui.prose import Shade
from advisory.tui.screens.beside.screen import BesideScreen

SIZE = (80, 24)
SECRETS = ("Zanzibar", "Okafor", "Maya")
"""What stands beside Maya alone, and never beside Diego."""


async def turn(pilot, student: Student) -> BesideScreen:
    await case_screen(pilot).open_over("beside", student.id)
    await settle(pilot)
    assert isinstance(pilot.app.screen, BesideScreen)
    return pilot.app.screen


async def turn_back(pilot) -> None:
    await press(pilot, "escape", "b")
    assert not isinstance(pilot.app.screen, BesideScreen)


async def look(pilot, student: Student) -> str:
    """What stands beside a student."""
    await turn(pilot, student)
    shown = drawn(pilot)
    await turn_back(pilot)
    return shown


async def look_anew(pilot, student: Student) -> str:
    """The same on a screen that nobody has seen yet."""
    kept = pilot.app.get_screen("beside")
    pilot.app.uninstall_screen("beside")
    await kept.remove()
    pilot.app._nodes._remove(kept)
    return await look(pilot, student)


async def test_beside_the_next_student_it_is_as_if_it_were_new(demo: Caseload) -> None:
    maya, diego = demo.one("maya"), demo.one("diego")
    learn_fact(demo, maya.id, Facet.HOPES, "To see Zanzibar", how=LearnedHow.TOLD_ME, visibility=Visibility.SHAREABLE)
    async with open_app(demo, SIZE, screen="today") as pilot:
        first = await turn(pilot, maya)
        assert "Zanzibar" in drawn(pilot) or "Maya" in drawn(pilot)
        await press(pilot, "down", "down", "end", "z", "p", "escape", "down")
        first.say("Maya said something")
        await turn_back(pilot)
        for size, shade in ((SIZE, Shade.OFF), ((60, 20), Shade.OFF), ((100, 30), Shade.INITIALS)):
            await look(pilot, maya)
            await resize(pilot, *size)
            record_check_in(
                demo, diego.id, "Heard something", student_says=f"On {size}", visibility=Visibility.SHAREABLE
            )
            pilot.app.desk.prose.shade = shade
            kept = await look(pilot, diego)
            assert kept == await look_anew(pilot, diego), (size, shade)
            assert not [word for word in SECRETS if word in kept]


async def test_nothing_of_the_last_student_is_written_while_it_opens(demo: Caseload, painted) -> None:
    maya, diego = demo.one("maya"), demo.one("diego")
    async with open_app(demo, SIZE, screen="settings") as pilot:  # where no student is named
        await look(pilot, maya)
        paper = Paper(pilot)
        await settle(pilot)
        paper.taken()
        await turn(pilot, diego)
        written = paper.taken()
        assert "Diego" in written
        assert not [word for word in SECRETS if word in written]
