"""The catalogue of signs among the settings: reworded, added, hidden and offered again."""

from app_case import WIDE, case_screen, drawn, fill_in, message, open_app, press

from advisory.caseload.caseload import Caseload
from advisory.casework.partnership.add_sign import add_sign
from advisory.casework.partnership.edit_catalogue import add_to_catalogue
from advisory.model.words import Stage
from advisory.rules.partnership.signs import CATALOGUE
from advisory.tui.screens.settings.screen import _WORDS
from advisory.tui.screens.settings.signs import SIGNS, sign_row_key


async def go_to_sign(pilot, key: str) -> None:
    case_screen(pilot).body.go_to(sign_row_key(key))
    await press(pilot)


async def test_every_sign_stands_there_by_stage(demo: Caseload) -> None:
    async with open_app(demo, WIDE, screen="settings") as pilot:
        rows = case_screen(pilot).body.rows
        told = ["".join(span.text for span in row.draw(78)).strip() for row in rows]
        for sign in CATALOGUE:
            theirs = " · the student's doing" if sign.students_doing else " · your doing"
            assert sign.label + theirs in told
        assert told.index("Rapport") < told.index("Alliance") < told.index("Cognitive insight")
        await go_to_sign(pilot, "listened")
        assert "What you look for in each stage" in drawn(pilot)


async def test_enter_rewords_one_wherever_it_was_seen(demo: Caseload) -> None:
    assert "if you reword it, it shows the new words everywhere" in _WORDS[SIGNS]
    diego = demo.one("diego")
    add_sign(demo, diego.id, "listened")
    async with open_app(demo, screen="settings") as pilot:
        await go_to_sign(pilot, "listened")
        await press(pilot, "enter")
        await fill_in(pilot, label="just [b]listened")
        assert message(pilot).startswith("Reworded: ")
        assert "just [b]listened" in drawn(pilot)
        await press(pilot, "escape")
        await case_screen(pilot).open_over("card", diego.id)
        await press(pilot)
        assert any(
            "just [b]listened, today" in span.text for row in case_screen(pilot).body.rows for span in row.draw(76)
        )


async def test_n_adds_one_that_is_then_offered_and_u_takes_it_back(demo: Caseload) -> None:
    async with open_app(demo, screen="settings") as pilot:
        await go_to_sign(pilot, "said_why")
        await press(pilot, "N")
        await fill_in(pilot, label="Brought a friend", whose="student")
        assert message(pilot).startswith("Sign added: ")
        assert case_screen(pilot).body.key == sign_row_key("brought_a_friend")
        sign = demo.catalogue["brought_a_friend"]
        assert (sign.stage.value, sign.students_doing) == ("alliance", True)
        await press(pilot, "enter")
        await fill_in(pilot, label="Brought 2 friends")
        assert demo.catalogue["brought_a_friend"].label == "Brought 2 friends"
        await press(pilot, "u")
        await press(pilot, "u")
        assert "brought_a_friend" not in demo.catalogue


async def test_a_key_with_a_number_in_it_can_be_reworded_and_noted(demo: Caseload) -> None:
    own = add_to_catalogue(demo, Stage.RAPPORT, "waited 10 minutes")
    async with open_app(demo, screen="settings") as pilot:
        await go_to_sign(pilot, own.key)
        await press(pilot, "enter", "x", "escape", "escape", "3", "i")
        pilot.app.screen.query_one("Lines").go_to(own.key)
        await press(pilot, "enter", "x", "escape")
        assert message(pilot).startswith("Not saved yet")


async def test_words_that_are_taken_are_refused_in_the_form(demo: Caseload) -> None:
    async with open_app(demo, screen="settings") as pilot:
        await go_to_sign(pilot, "listened")
        await press(pilot, "enter")
        await fill_in(pilot, label="found common ground")
        assert "Rapport already has “found common ground”" in drawn(pilot)
        await press(pilot, "escape")
    assert demo.catalogue["listened"].label == "listened without an agenda"


async def test_d_hides_one_and_offers_it_again(demo: Caseload) -> None:
    async with open_app(demo, screen="settings") as pilot:
        await go_to_sign(pilot, "listened")
        await press(pilot, "d")
        assert demo.catalogue["listened"].hidden
        assert "listened without an agenda · your doing · hidden" in drawn(pilot)
        await press(pilot, "d")
        assert not demo.catalogue["listened"].hidden
        assert message(pilot).startswith("Offered again: ")
