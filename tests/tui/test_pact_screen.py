"""`p` opens the pact: what it shows, marking what was met and kept, looking again, and setting it aside."""

from datetime import date, timedelta

from app_case import (
    WIDE,
    assert_fits,
    case_screen,
    caseload_in,
    command,
    drawn,
    fill_in,
    go_to,
    message,
    open_app,
    press,
    resize,
    settle,
)
from pact_case import agreed, drafted, maya_in, open_pact, stored
from record_case import NOW, TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.learning.record_evidence import record_evidence
from advisory.casework.pact.close import close_pact
from advisory.casework.pact.edit import edit_pact
from advisory.casework.pact.mark_kept import SIGN, mark_kept
from advisory.casework.pact.review import review_pact
from advisory.casework.student.add import add_student
from advisory.model import CheckIn, Commitment, Evidence, Indicator, Pact
from advisory.model.day_order import show_date
from advisory.model.words import EvidenceSource, Independence, Kind, Level, Observer, PactOutcome, PactStatus
from advisory.store import Store
from advisory.tui.widgets.lists.body import Body

YESTERDAY = TODAY - timedelta(days=1)


def signs(caseload: Caseload) -> list[Indicator]:
    return [sign for sign in caseload.store.all(Indicator) if sign.key == SIGN]


def at_line(pilot) -> str:
    """The line the cursor is on, in one of the columns."""
    return next(line for line in drawn(pilot).splitlines() if "▸" in line)


# --- opening -------------------------------------------------------------------------------------------------------


async def test_p_opens_the_highlighted_student_s_pact_from_every_screen_and_escape_leads_back(demo: Caseload) -> None:
    amina = demo.one("amina")
    pact = demo.summary(amina.id).pact
    note = demo.store.check_ins_of(amina.id)[-1]
    places = {"today": f"reviews:{pact.id}", "log": note.id, "pacts": pact.id, "known_well": amina.id}
    async with open_app(demo) as pilot:
        for screen in ("today", "caseload", "board", "log", "pacts", "known_well"):
            await go_to(pilot, screen)
            case_screen(pilot).body.go_to(places.get(screen, amina.id))
            await press(pilot, "p")
            assert (pilot.app.screen.id, case_screen(pilot).highlighted.pact) == ("pact", pact), screen
            await press(pilot, "escape")
            assert pilot.app.screen.id == screen
        await go_to(pilot, "caseload")
        case_screen(pilot).body.go_to(amina.id)
        await press(pilot, "enter", "p", "enter")
        assert pilot.app.screen.id == "card"
        await press(pilot, "p", "3")
        assert pilot.app.screen.id == "board"


async def test_in_today_s_reviews_p_means_the_one_that_waits(caseload: Caseload) -> None:
    maya = maya_in(caseload)
    waiting = agreed(caseload, maya, next_review_on=TODAY)
    agreed(caseload, maya, title="maps")
    async with open_app(caseload, screen="today") as pilot:
        case_screen(pilot).body.go_to(f"reviews:{waiting.id}")
        await press(pilot, "p")
        assert case_screen(pilot).highlighted.pact == waiting


async def test_it_tells_the_whole_pact_in_two_columns_or_one_and_nothing_written_under_the_shade(
    caseload: Caseload,
) -> None:
    pact = agreed(caseload, maya_in(caseload))
    for day in (3, 10, 17):
        pact = mark_kept(caseload, pact, Observer.STUDENT, 0, date(2026, 11, day))
    pact = review_pact(caseload, pact, date(2026, 11, 20 + 4), "Read one aloud", student_says="It was fine").pact
    record_evidence(
        caseload, pact.student, "Read it", source=EvidenceSource.QUIZ, level=Level.THERE,
        independence=Independence.ON_OWN, pact=pact.id,
    )  # fmt: skip
    wanted = [
        "Maya Okafor · graphs", "I can read a graph aloud", "“So that the lab makes sense”", "active since Nov 2",
        "ends Dec 18", "every two weeks, next tomorrow", "0 of 2 met", "▢ two graphs read to a friend",
        "bring one graph a week, weekly", "✓✓✓ 3 of 3 weeks · 3 times this month · last Nov 17",
        "no days marked yet", "4 of 4 · there", "today: Read one aloud", "“It was fine”",
        "Maya Okafor (spoken, today) and", "Mr Reed", "Reads the axes", "4 of 5",
    ]  # fmt: skip
    async with open_app(caseload, WIDE) as pilot:
        await open_pact(pilot, pact)
        shown = drawn(pilot)
        assert [words for words in wanted if words not in shown] == []
        assert "since it was first agreed to" not in shown  # the review only moved the day of the next one
        assert "What the student does" in shown.splitlines()[2]
        await command(pilot, "shade")
        hidden = drawn(pilot)
        written = ("graph", "lab", "drawn", "Friday", "Read", "fine", "axes", "4 of", "Reed", "Okafor", "✓")
        assert [words for words in written if words in hidden] == []
        await command(pilot, "shade", "shade")
        for size in ((80, 24), (60, 20)):
            await resize(pilot, *size)
            await press(pilot, "G", *["down"] * 12)
            assert_fits(pilot)
            assert "how sure they were: 4 of 5" in drawn(pilot)
            await press(pilot, "pageup", "pageup", "home")
            assert "I can read a graph aloud" in drawn(pilot)


async def test_p_again_goes_on_to_the_other_pacts_and_brackets_to_other_students(caseload: Caseload) -> None:
    maya = maya_in(caseload)
    over = close_pact(caseload, agreed(caseload, maya, title="axes"), PactOutcome.MET, "I can", comes_next="rest").pact
    pact, draft = agreed(caseload, maya), drafted(caseload, maya, title="maps")
    add_student(caseload, given_name="Nobody", family_name="Yet")
    zoe = agreed(caseload, add_student(caseload, given_name="Zoe", family_name="Reed"))
    async with open_app(caseload) as pilot:
        case_screen(pilot).body.go_to(maya.id)
        await press(pilot, "p")
        assert case_screen(pilot).highlighted.pact == pact
        assert "pact 1 of 3" in drawn(pilot)
        assert "p another pact" in message(pilot)
        await press(pilot, "p")
        assert case_screen(pilot).highlighted.pact == draft
        await press(pilot, "space")
        assert message(pilot).startswith("This pact is a draft: you can only mark lines while it runs")
        await press(pilot, "S", "r", "C")
        assert message(pilot).startswith("This pact is a draft: you can only close one that has begun")
        await press(pilot, "p")
        assert case_screen(pilot).highlighted.pact == over
        assert "closed today: met" in drawn(pilot)
        assert "At the end they said: “I can”" in drawn(pilot)
        await press(pilot, "R")
        assert "its words can't change anymore" in message(pilot)
        await press(pilot, "p", "right_square_bracket")
        assert case_screen(pilot).highlighted.pact == zoe
        await press(pilot, "p")
        assert message(pilot) == "This is their only pact."
        await press(pilot, "right_square_bracket")
        assert case_screen(pilot).highlighted.pact == pact
        assert stored(caseload, pact) == pact


async def test_without_a_pact_p_says_how_to_draft_one_and_a_draft_opens_to_be_written(caseload: Caseload) -> None:
    maya = maya_in(caseload)
    async with open_app(caseload) as pilot:
        await press(pilot, "p")
        assert message(pilot) == "There is no pact here yet. P drafts one · Maya"
        draft = drafted(caseload, maya)
        await press(pilot, "p")
        assert pilot.app.screen.values["learning_target"] == draft.learning_target
        await press(pilot, "escape")
        await open_pact(pilot, draft)
        await press(pilot, "R")
        assert pilot.app.screen.values["learning_target"] == draft.learning_target
        await press(pilot, "escape", "enter")
        assert pilot.app.screen.values["learning_target"] == draft.learning_target
        await press(pilot, "escape", "P")
        assert pilot.app.screen.values["learning_target"] == ""


# --- marking -------------------------------------------------------------------------------------------------------


async def test_space_marks_what_was_met_and_kept_today_and_takes_it_back(caseload: Caseload) -> None:
    pact = agreed(caseload, maya_in(caseload))
    async with open_app(caseload) as pilot:
        await press(pilot, "p")
        assert "▢ two graphs read" in at_line(pilot)
        await press(pilot, "space")
        assert stored(caseload, pact).success_evidence[0].met_on == TODAY
        assert message(pilot).startswith("Marked met today: ")
        assert message(pilot).endswith("; 1 of 2 met · Maya")
        assert "▸✓ two graphs read to a friend, met today" in at_line(pilot)
        await press(pilot, "space")
        assert stored(caseload, pact).success_evidence == pact.success_evidence
        assert message(pilot).startswith("Mark removed, not met yet: ")
        await press(pilot, "tab", "space")
        assert stored(caseload, pact).student_commitments[0].kept == (TODAY,)
        assert message(pilot).startswith("Marked, they kept it today: ")
        assert "···✓ 1 of 4 weeks · 1 time this month · last today" in drawn(pilot)
        assert signs(caseload) == []
        await press(pilot, "space", "u")
        assert message(pilot) == "Undid: Mark removed: not kept, graphs · Maya"
        assert stored(caseload, pact).student_commitments[0].kept == (TODAY,)
        await press(pilot, "tab", "down", "space")
        assert stored(caseload, pact).advisor_commitments[1].kept == (TODAY,)
        assert [(sign.line, sign.observed_on) for sign in signs(caseload)] == [("look on Fridays", TODAY)]
        await press(pilot, "u")
        assert message(pilot) == "Undid: Your commitment kept: graphs · Maya"
        assert (signs(caseload), stored(caseload, pact).advisor_commitments) == ([], pact.advisor_commitments)


async def test_minus_marks_on_a_day_before_and_takes_such_a_mark_back(caseload: Caseload) -> None:
    pact = agreed(caseload, maya_in(caseload))
    async with open_app(caseload) as pilot:
        await press(pilot, "p", "minus", *"yest", "enter")
        assert stored(caseload, pact).success_evidence[0].met_on == YESTERDAY
        await press(pilot, "minus", *"-1", "enter")
        assert stored(caseload, pact).success_evidence[0].met_on is None
        await press(pilot, "tab", "tab", "minus", *"mon", "enter")
        assert stored(caseload, pact).advisor_commitments[0].kept == (date(2026, 11, 16),)
        assert message(pilot).startswith("Marked, you kept it Nov 16: ")
        assert [sign.observed_on for sign in signs(caseload)] == [date(2026, 11, 16)]
        await press(pilot, "minus", *"-2", "enter", "minus")
        assert "Marked Nov 16, Nov 21; type one of these days to remove its mark." in drawn(pilot)
        await press(pilot, *"11/16", "enter")
        assert stored(caseload, pact).advisor_commitments[0].kept == (date(2026, 11, 21),)
        assert [sign.observed_on for sign in signs(caseload)] == [date(2026, 11, 21)]
        seq = caseload.store.seq
        for typed, sentence in (("+1", "still to come"), ("11/1", "The pact began"), ("soon", "is not a date")):
            await press(pilot, "minus")
            await fill_in(pilot, on=typed)
            assert sentence in drawn(pilot)
            await press(pilot, "ctrl+d", "escape")
        assert caseload.store.seq == seq


async def test_e_notes_evidence_of_the_highlighted_line(caseload: Caseload) -> None:
    pact = agreed(caseload, maya_in(caseload))
    async with open_app(caseload) as pilot:
        await press(pilot, "p", "down", "e", *"Drew it", "ctrl+s", "tab", "e")
        (piece,) = caseload.store.all(Evidence)
        assert (piece.pact, piece.success_line, piece.seen) == (pact.id, "one drawn", "Drew it")
        assert pilot.app.screen.values["against"] == pact.id


async def test_what_another_terminal_changed_is_told_and_kept(caseload: Caseload) -> None:
    pact = agreed(caseload, maya_in(caseload))
    other = caseload_in(Store.open(caseload.store.folder))
    async with open_app(caseload) as pilot:
        await press(pilot, "p", "minus")
        theirs = mark_kept(other, other.store.need(Pact, pact.id), Observer.STUDENT, 0)
        await fill_in(pilot, on="yest")
        assert "Changed in another window" in drawn(pilot)
        await press(pilot, "enter")
        assert stored(caseload, pact).success_evidence[0].met_on == YESTERDAY
        assert stored(caseload, pact).student_commitments == theirs.student_commitments
        await press(pilot, "r")
        other.store.refresh()
        mark_kept(other, other.store.need(Pact, pact.id), Observer.ADVISOR, 0)
        await press(pilot, "enter")
        assert "Changed in another window" in drawn(pilot)
        await press(pilot, "enter")
    other.store.close()
    assert stored(caseload, pact).advisor_commitments[0].kept == (TODAY,)
    assert [seen.kind for seen in caseload.check_ins] == [Kind.PACT_REVIEW]


# --- looking again, and setting aside ------------------------------------------------------------------------------


async def test_r_and_enter_write_the_look_down_with_the_next_day_of_the_rhythm(caseload: Caseload) -> None:
    pact = agreed(caseload, maya_in(caseload))
    async with open_app(caseload) as pilot:
        await press(pilot, "p", "r")
        assert "every two weeks: Mon Dec 7" in drawn(pilot)
        await press(pilot, "enter")
        (look,) = caseload.check_ins
        assert (look.kind, look.pact, look.line, look.happened_on) == (Kind.PACT_REVIEW, pact.id, "", TODAY)
        assert stored(caseload, pact).next_review_on == date(2026, 12, 7)
        assert message(pilot) == "Review saved: graphs. Next review Dec 7 · Maya"
        await press(pilot, "u", "r", *"Two read", "tab", *"It went well", "tab")
        await fill_in(pilot, next_on="wed")
        (look,) = caseload.check_ins
        assert (look.line, look.student_says) == ("Two read", "It went well")
        assert stored(caseload, pact).next_review_on == date(2026, 11, 25)
        assert stored(caseload, pact).revision == pact.revision
        await press(pilot, "tab", "tab", "tab", "enter")
        assert pilot.app.screen.values["line"] == "Two read"
        await fill_in(pilot, line="Two read well")
        assert caseload.store.need(CheckIn, look.id).line == "Two read well"
        await press(pilot, "r")
        await fill_in(pilot, next_on="12/21")
        assert "but the pact ends" in drawn(pilot)


async def test_while_its_box_is_empty_space_marks_lines_which_the_review_saves_as_one_change(
    caseload: Caseload,
) -> None:
    pact = agreed(caseload, maya_in(caseload))
    async with open_app(caseload) as pilot:
        await press(pilot, "r", "space", "right", "space", "right", "space", "up", "left", "space", "space", "escape")
        assert stored(caseload, pact) == pact  # a draft
        await press(pilot, "r")
        assert drawn(pilot).count("✓") == 3
        for count in (2, 3):  # a double click ticks as well
            pilot.app.screen.query_one(Body).post_message(Body.Opened())
            await settle(pilot)
            assert drawn(pilot).count("✓") == count
        await press(pilot, *"So it is", "enter")
        marked = stored(caseload, pact)
        assert [line.met_on for line in marked.success_evidence] == [TODAY, None]
        assert (marked.student_commitments[0].kept, marked.advisor_commitments[0].kept) == ((TODAY,), (TODAY,))
        assert [one.line for one in caseload.store.all(Indicator)] == ["find the graphs"]
        assert caseload.check_ins[0].line == "So it is"
        await press(pilot, "p", "r")
        assert "bring one graph" not in drawn(pilot)
        await press(pilot, "escape", "u")
        assert stored(caseload, pact).student_commitments == pact.student_commitments
    assert caseload.check_ins == caseload.store.all(Indicator) == []


async def test_what_is_ticked_is_not_marked_in_a_pact_that_was_reworded_meanwhile(caseload: Caseload) -> None:
    pact = agreed(caseload, maya_in(caseload))
    async with open_app(caseload) as pilot:
        await press(pilot, "r", "space")
        edit_pact(caseload, pact, student_commitments=(Commitment(text="another thing"),), typo=True)
        await press(pilot, "enter", "enter")
        assert "The pact says something else now." in " ".join(drawn(pilot).replace("│", " ").split())
        await press(pilot, "space", "enter")
    assert stored(caseload, pact).student_commitments[0].kept == ()
    assert [one.kind for one in caseload.check_ins] == [Kind.PACT_REVIEW]


async def test_where_the_pact_has_ended_r_and_s_offer_to_close_it_or_to_let_it_end_later(caseload: Caseload) -> None:
    pact = agreed(caseload, maya_in(caseload), next_review_on=TODAY, target_on=TODAY)
    async with open_app(caseload) as pilot:
        await press(pilot, "p", "r")
        assert "This pact ends today, so there is no time left for another review." in drawn(pilot)
        await press(pilot, "down", "enter")
        assert pilot.app.screen.values["target_on"] == show_date(TODAY)
        await press(pilot, "escape", "r", "enter")
        assert "How it ended" in drawn(pilot)
        await press(pilot, "escape", "r", "down", "down", "enter")
        assert pilot.app.screen.id == "pact"
    assert stored(caseload, pact) == pact


async def test_s_sets_aside_and_takes_up_again_with_a_day_where_the_old_one_is_gone_by(caseload: Caseload) -> None:
    maya = maya_in(caseload)
    pact = agreed(caseload, maya)
    async with open_app(caseload) as pilot:
        await press(pilot, "p", "S")
        assert stored(caseload, pact).status is PactStatus.PAUSED
        assert "set aside for now" in drawn(pilot)
        await press(pilot, "r")
        assert message(pilot).startswith("This pact is paused: S resumes it · ")
        await press(pilot, "S")
        assert stored(caseload, pact).status is PactStatus.ACTIVE
        with caseload.store.change("Long ago", NOW) as change:
            shown = stored(caseload, pact)
            paused = {"status": PactStatus.PAUSED, "next_review_on": YESTERDAY}
            change.put(type(shown)(**{name: getattr(shown, name) for name in shown.__struct_fields__} | paused))
        await press(pilot, "S")
        assert "Resume the pact with Maya Okafor" in drawn(pilot)
        await press(pilot, "enter")
        assert stored(caseload, pact).next_review_on == date(2026, 12, 7)
        assert message(pilot) == "Pact resumed: graphs · Maya"
        other = agreed(caseload, maya, title="maps")
        await press(pilot, "S", "S")
        assert "Another pact is active: maps" in drawn(pilot)
        await press(pilot, "escape")
        assert message(pilot) == "Nothing changed: there is another active pact · Maya"
        await press(pilot, "S", "down", "enter")
        assert stored(caseload, pact).status is PactStatus.ACTIVE
        assert stored(caseload, other).status is PactStatus.PAUSED
        await press(pilot, "u")
        assert stored(caseload, other).status is PactStatus.ACTIVE
