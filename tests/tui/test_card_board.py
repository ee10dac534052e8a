"""The student's own board on the card: its order, its signs with where they come from, and a timeline that tells it truly."""

from datetime import timedelta

from app_case import case_screen, drawn, message, open_app, press
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.partnership.add_sign import add_sign
from advisory.casework.partnership.edit_catalogue import hide_sign, reword_sign
from advisory.casework.partnership.move_stage import move_stage
from advisory.casework.student.add import add_student
from advisory.casework.trash import move_to_trash
from advisory.model import CheckIn, Indicator
from advisory.model.words import MoveReason, Observer, Stage


async def open_card(pilot, student) -> None:
    await case_screen(pilot).open_over("card", student.id)
    await press(pilot)


def told(pilot) -> list[str]:
    return ["".join(span.text for span in row.draw(76)).strip() for row in case_screen(pilot).body.rows]


def looks(pilot, begins: str) -> set[str]:
    rows = [row.draw(76) for row in case_screen(pilot).body.rows]
    return {span.look for row in rows for span in row if span.text.startswith(begins)}


async def test_the_order_of_the_card(demo: Caseload) -> None:
    maya = demo.one("maya")
    async with open_app(demo) as pilot:
        await open_card(pilot, maya)
        card = told(pilot)
        parts = [
            "Maya Okafor",
            "strengths",
            "hopes",
            "“",
            "── Pact",
            "── Your promises",
            "── Check-ins ",
            "── The partnership",
            "signs of Alliance",
            "how it moved",
            "── Earlier check-ins",
        ]
        places = [next(at for at, text in enumerate(card) if text.startswith(part)) for part in parts]
        assert places == sorted(places)
        between = card[places[6] : places[7]]
        assert sum((" · " in text and text[0].isdigit()) or text.startswith("yesterday") for text in between) <= 3


async def test_a_sign_tells_its_day_who_saw_it_and_the_line_it_came_from(demo: Caseload) -> None:
    diego = demo.one("diego")
    seen_in = record_check_in(demo, diego.id, "Laid half an essay on my desk")
    add_sign(demo, diego.id, "showed_unfinished", by=Observer.STUDENT, check_in=seen_in.id)
    add_sign(demo, diego.id, "says_name", line="Ra-MEE-res")
    reword_sign(demo, "says_name", "says my name my way")
    hide_sign(demo, "says_name")
    async with open_app(demo) as pilot:
        await open_card(pilot, diego)
        card = told(pilot)
        at = card.index("student showed unfinished work, today · the student saw it")
        assert card[at + 1] == "Laid half an essay on my desk"
        assert card[card.index("says my name my way, today") + 1] == "Ra-MEE-res"
        await press(pilot, "ctrl+l")
        assert "essay" not in drawn(pilot)
        assert not any("essay" in text or "Ra-MEE" in text for text in told(pilot))


async def test_after_ninety_days_a_sign_is_dimmed_and_says_so_and_counts(demo: Caseload) -> None:
    diego = demo.one("diego")
    add_sign(demo, diego.id, "says_name", observed_on=TODAY - timedelta(days=91))
    add_sign(demo, diego.id, "student_started", observed_on=TODAY - timedelta(days=90))
    async with open_app(demo) as pilot:
        await open_card(pilot, diego)
        assert any(text.endswith("· 91 days ago") for text in told(pilot))
        assert looks(pilot, "says the name as they do") == {"muted"}
        assert looks(pilot, "student started contact") == {""}
        assert not any("90 days ago" in text for text in told(pilot))
    assert demo.summary(diego.id).gate.is_met


async def test_d_takes_a_sign_out_enter_shows_where_it_was_seen_and_u_brings_it_back(demo: Caseload) -> None:
    diego = demo.one("diego")
    seen_in = record_check_in(demo, diego.id, "Laid half an essay on my desk")
    sign = add_sign(demo, diego.id, "showed_unfinished", check_in=seen_in.id)
    bare = add_sign(demo, diego.id, "says_name")
    async with open_app(demo) as pilot:
        await open_card(pilot, diego)
        body = case_screen(pilot).body
        body.go_to(bare.id)
        await press(pilot, "enter")
        assert message(pilot) == "This sign has no check-in. Press d to delete the sign."
        body.go_to(sign.id)
        await press(pilot, "enter")
        assert "A check-in with Diego Ramírez" in drawn(pilot)
        await press(pilot, "escape", "d")
        assert message(pilot).startswith("Sign deleted: ")
        assert message(pilot).endswith(" · Diego")
        assert sign not in demo.store.of_student(Indicator, diego.id)
        await press(pilot, "u")
        assert sign in demo.store.of_student(Indicator, diego.id)
        move_to_trash(demo, CheckIn, seen_in.id)
        case_screen(pilot).redraw()
        body.go_to(sign.id)
        await press(pilot, "enter")
        assert message(pilot).startswith("This sign has no check-in")
        assert "Laid half an essay on my desk" not in told(pilot)


async def test_the_timeline_tells_every_move_with_its_reason(demo: Caseload) -> None:
    diego = demo.one("diego")
    move_stage(demo, diego.id, Stage.ALLIANCE, "He asked for help")
    move_stage(demo, diego.id, Stage.RAPPORT, "", reason_key=MoveReason.TRUST_STRAINED)
    async with open_app(demo) as pilot:
        await open_card(pilot, diego)
        card = told(pilot)
        at = card.index("how it moved")
        assert card[at + 1 : at + 6] == [
            "▰▱▱ today  back to Rapport: tending trust",
            "│ trust strained",
            "▰▰▱ today  on to Alliance",
            "│ He asked for help (before all the signs were there)",
            "▰▱▱ begun in Rapport",
        ]
        assert any("▰▱▱ Rapport" in text and "▰▰▱ Alliance" in text for text in card)


async def test_dots_count_the_signs_of_the_stage_that_asks_for_a_number_of_them(demo: Caseload) -> None:
    maya = demo.one("maya")
    async with open_app(demo) as pilot:
        await open_card(pilot, maya)
        (counted,) = [text for text in told(pilot) if text.count(" sign") == 3]
        rapport, others = counted.split("sign", 1)
        assert rapport.startswith("▲")
        assert not set("▲△") & set(others)


async def test_a_student_of_whom_nothing_is_known_has_a_board_too(caseload: Caseload) -> None:
    maya = add_student(caseload, given_name="Maya", family_name="Okafor")
    async with open_app(caseload) as pilot:
        await open_card(pilot, maya)
        card = told(pilot)
        assert "next step: not set; s sets it" in card
        assert "none yet; i notes one" in card
        assert "how it moved" not in card
