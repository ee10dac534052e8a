"""`v` turns the screen to the student: what is on it, how it is turned back, and how the two write in their pact."""

from datetime import timedelta

import pytest
from app_case import assert_fits, case_screen, click, drawn, go_to, open_app, press, resize, settle
from msgspec.structs import replace
from record_case import NOW
from textual.pilot import Pilot

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.learning.record_evidence import record_evidence
from advisory.casework.pact.activate import activate_pact
from advisory.casework.pact.close import close_pact
from advisory.casework.pact.draft import draft_pact
from advisory.casework.pact.edit import edit_pact
from advisory.casework.partnership.set_next_step import set_next_step
from advisory.casework.student.add import add_student
from advisory.model import Commitment, OtherHelp, Pact, SuccessLine
from advisory.model.words import (
    Agreed,
    EvidenceSource,
    Facet,
    Independence,
    LearnedHow,
    Level,
    Observer,
    PactOutcome,
    PactStatus,
    Visibility,
)
from advisory.rules.pact.life import Yes
from advisory.store import Drafts
from advisory.tui.app import AdvisoryApp
from advisory.tui.commands.registry import BESIDE, STUDENT_SCREENS, commands_of
from advisory.tui.dialogs.pact.both_agree import BothAgreeDialog
from advisory.tui.dialogs.pact.own_words import OwnWordsDialog
from advisory.tui.kept_drafts import kept_drafts
from advisory.tui.prose import Shade
from advisory.tui.screens.beside.screen import BesideScreen
from advisory.tui.screens.neutral import NeutralScreen
from advisory.tui.widgets.key_bar import KeyBar

BOTH = (Yes(Observer.STUDENT, "Maya"), Yes(Observer.ADVISOR, "Ms. Bell"))


def with_maya(caseload: Caseload, **more: object) -> Pact:
    """Maya and Jun, and a draft with Maya that lacks nothing but the two yes."""
    maya = add_student(caseload, given_name="Maya", family_name="Okafor", pronounce="MY-ah")
    add_student(caseload, given_name="Jun", family_name="Watanabe")
    fields: dict[str, object] = {
        "why": "I want to stop guessing",
        "success_evidence": (SuccessLine(text="Adds two on a ticket"), SuccessLine(text="Explains one to Jun")),
        "student_commitments": (Commitment(text="Draw two a week with Jun", how_often="twice a week"),),
        "advisor_commitments": (Commitment(text="Bring strips"),),
    }
    return draft_pact(caseload, maya.id, "I can add fractions", **fields | more)


async def turned(pilot: Pilot[None], name: str = "maya") -> BesideScreen:
    """The screen, turned to a student."""
    case_screen(pilot).body.go_to(pilot.app.desk.caseload.one(name).id)
    await press(pilot, "v")
    assert isinstance(pilot.app.screen, BesideScreen)
    return pilot.app.screen


def shown_keys(pilot: Pilot[None]) -> set[str]:
    """What the footer offers."""
    return {entry.label for entry in pilot.app.screen.query_one(KeyBar).entries}


def told(pilot: Pilot[None]) -> str:
    """All that is drawn as if on one line, without the frames of dialogs."""
    return " ".join(drawn(pilot).replace("│", " ").split())


def stored(caseload: Caseload, pact: Pact) -> Pact:
    return caseload.store.need(Pact, pact.id)


async def test_it_opens_wherever_a_student_is_highlighted_and_turns_back_to_just_what_was_there(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        for screen in STUDENT_SCREENS:
            await go_to(pilot, screen)
            before, shown = drawn(pilot), case_screen(pilot)
            whom = shown.highlighted.student
            await press(pilot, "v")
            assert pilot.app.screen.id == BESIDE
            assert_fits(pilot)
            assert demo.store.need(type(demo.students[0]), whom).called in drawn(pilot).splitlines()[1]
            await press(pilot, "escape", "b")
            assert pilot.app.screen is shown
            assert drawn(pilot) == before


async def test_only_two_keys_one_after_the_other_turn_it_back(caseload: Caseload) -> None:
    with_maya(caseload)
    async with open_app(caseload) as pilot:
        screen = await turned(pilot)
        for keys in (
            "b b",
            "escape escape",
            "escape q",
            "escape escape b",
            "escape enter b",
            "escape v b",
            "escape q b",
        ):
            await press(pilot, *keys.split())
            assert pilot.app.screen is screen, keys
            await press(pilot, "q")  # whatever it was, it is over
        assert "Press b" not in drawn(pilot)
        await press(pilot, "escape")
        assert "Press b to return to your screen." in drawn(pilot)
        footer = drawn(pilot).splitlines()[-1]
        await press(pilot, "x", "enter", "escape", "b", "escape", "ctrl+l", "ctrl+l", "b")
        assert pilot.app.screen is screen, "what lay over it in between begins anew"
        await click(pilot, offset=(footer.index("Esc"), 23))
        await click(pilot, offset=(footer.index("Esc"), 23))
        assert pilot.app.screen is screen
        await press(pilot, "b")
        assert pilot.app.screen.id == "caseload"
        await press(pilot, "b", "escape")
        assert pilot.app.screen.id == "caseload"


async def test_it_tells_the_student_s_own_part_in_words_said_to_them(caseload: Caseload) -> None:
    pact = with_maya(caseload, others=(OtherHelp(who="Jun's sister", text="a room"),))
    maya = pact.student
    set_next_step(caseload, maya, "Show Jun the picture")
    for facet, visibility in ((Facet.STRENGTHS, Visibility.SHAREABLE), (Facet.HOPES, Visibility.PRIVATE)):
        learn_fact(caseload, maya, facet, f"{facet} of hers", how=LearnedHow.TOLD_ME, visibility=visibility)
    record_check_in(caseload, maya, "secret line", student_says="It is easy now", visibility=Visibility.SHAREABLE)
    activate_pact(caseload, pact, BOTH)
    for level, alone in ((Level.NOT_YET, Independence.WITH_ME), (Level.THERE, Independence.ON_OWN)):
        record_evidence(
            caseload, maya, "secret seen", source=EvidenceSource.QUIZ, level=level, independence=alone, pact=pact.id
        )
    async with open_app(caseload, (100, 70)) as pilot:
        await turned(pilot)
        shown = told(pilot)
        await press(pilot, "down", "down", "p")  # there is no other pact
        assert pilot.app.screen.body.key == "success_evidence:0"
    for words in (
        "Maya (MY-ah)",
        "Our pact: we both said yes to it.",
        "What we work on ▸ I can add fractions",
        "Why it matters to you I want to stop guessing",
        "▢ Explains one to another student",
        "What you will do • Draw two a week with another student twice a week just begun",
        "What your advisor will do • Bring strips",
        "Who else helps Another student's sister: a room",
        "How it goes ▂ ▇ not yet → there with your advisor → on your own",
        "Your strengths strengths of hers",
        "In your own words It is easy now",
        "What comes next Show another student the picture",
    ):
        assert words in shown, (words, shown)
    for hidden in ("Jun", "Okafor", "hopes of hers", "secret", "Rapport", "advisory", "min left", "Mon"):
        assert hidden not in shown.replace("Monday", ""), hidden


async def test_without_a_pact_closed_and_with_another(caseload: Caseload) -> None:
    pact = with_maya(caseload)
    async with open_app(caseload) as pilot:
        await turned(pilot, "jun")
        assert "We have no pact yet. Your advisor begins one with you, with P on their own screen." in told(pilot)
        assert not {"Change", "Add a line", "Say yes"} & shown_keys(pilot)
        assert "Maya" not in drawn(pilot)
        await press(pilot, "enter", "y", "N", "p")
        assert "There is no pact to write in yet" in drawn(pilot)
        await press(pilot, "escape", "b")
        active = activate_pact(caseload, pact, BOTH)
        close_pact(caseload, active, outcome=PactOutcome.PARTLY_MET, said="Jun and I got it", comes_next="fractions")
        other = draft_pact(caseload, pact.student, "I can read a graph")
        await turned(pilot)
        assert other.learning_target in drawn(pilot)
        assert "We are writing this pact." in drawn(pilot)
        await press(pilot, "p")
        await resize(pilot, 80, 60)
        shown = told(pilot)
        assert "Part of it is there." in shown
        assert "What you said at the end Another student and I got it" in shown
        await press(pilot, "enter", "N")
        assert pilot.app.screen.id == BESIDE, "what is over stays as it was"
        await press(pilot, "y")
        assert "This pact is over." in drawn(pilot)
        assert not {"Change", "Add a line", "Say yes"} & shown_keys(pilot)
        await press(pilot, "p")
        assert {"Change", "Add a line", "Say yes"} <= shown_keys(pilot)


async def test_a_draft_s_lines_change_at_once_and_names_under_stand_ins_come_back_whole(caseload: Caseload) -> None:
    pact = with_maya(caseload)
    async with open_app(caseload) as pilot:
        await turned(pilot)
        await press(pilot, "enter", "end", *" well", "enter")
        assert stored(caseload, pact).learning_target == "I can add fractions well"
        await press(pilot, "down", "down", "down", "R")
        assert isinstance(pilot.app.screen, OwnWordsDialog)
        assert pilot.app.screen.box.text == "Explains one to another student"
        await press(pilot, *", twice")
        await press(pilot, "enter")
        assert stored(caseload, pact).success_evidence[1].text == "Explains one to Jun, twice"
        await press(pilot, "N", *"with Jun")
        assert "with ···" in drawn(pilot)
        await press(pilot, "enter")
        assert stored(caseload, pact).success_evidence[2].text == "with Jun"
        await press(pilot, "up", "enter", "ctrl+u", "enter")  # an empty line is taken out
        assert [line.text for line in stored(caseload, pact).success_evidence] == [
            "Explains one to Jun, twice",
            "with Jun",
        ]
        await press(pilot, "home", "N")
        assert "First go down to where it belongs" in told(pilot)
        await press(pilot, "enter", "ctrl+u", "enter")
        assert "A pact begins with its learning target" in told(pilot)
        assert stored(caseload, pact).learning_target == "I can add fractions well"


async def test_what_both_agreed_to_changes_when_both_say_yes_and_not_before(caseload: Caseload) -> None:
    pact = activate_pact(caseload, with_maya(caseload), BOTH)
    async with open_app(caseload) as pilot:
        await turned(pilot)
        await press(pilot, "down", "enter", *"!", "enter")  # why it matters asks nobody
        assert stored(caseload, pact).why == "I want to stop guessing!"
        before = stored(caseload, pact)
        await press(pilot, "down", "down", "down", "enter", *", and Jun's", "enter")
        assert isinstance(pilot.app.screen, BothAgreeDialog)
        assert "until now: Draw two a week with another student" in told(pilot)
        assert "from now on: Draw two a week with another student, and another student's" in told(pilot)
        assert "Enter says yes" not in drawn(pilot)
        await press(pilot, "y")
        assert "Enter says yes" in drawn(pilot)
        await press(pilot, "enter")
        assert "Type your own name" in drawn(pilot)
        await press(pilot, "ctrl+u", *"Jun", "enter")
        assert "Type your own name" in drawn(pilot)
        assert "Jun" not in drawn(pilot)
        await press(pilot, "ctrl+u", *"maya", "enter")
        assert "y says yes" in drawn(pilot)
        await press(pilot, "escape")
        assert stored(caseload, pact) == before
        assert "kept as a draft" in told(pilot)
        assert "started, not saved yet" in drawn(pilot)
        await press(pilot, "enter")
        assert "here again" in drawn(pilot)
        await press(pilot, "enter", *"Maya", "enter", "y")
        now = stored(caseload, pact)
        assert now.student_commitments[0].text == "Draw two a week with Jun, and Jun's"
        assert now.revision == pact.revision + 1
        given = [(one.party, one.name, one.how) for one in now.agreements if one.revision == now.revision]
        assert given == [
            (Observer.STUDENT, "Maya", Agreed.TYPED),
            (Observer.ADVISOR, "Ms. Bell", Agreed.SPOKEN),
        ]
        assert not pilot.app.desk.unsaved.waiting()


async def test_saying_yes_begins_the_pact_when_nothing_is_missing(caseload: Caseload) -> None:
    pact = with_maya(caseload)
    lacking = replace(pact, advisor_commitments=(), id="")
    async with open_app(caseload) as pilot:
        await turned(pilot)
        edit_pact(caseload, pact, advisor_commitments=lacking.advisor_commitments)
        await press(pilot, "y")
        assert "Before we say yes it needs something your advisor will do." in told(pilot)
        edit_pact(caseload, stored(caseload, pact), advisor_commitments=pact.advisor_commitments)
        await press(pilot, "y", *"Maya", "enter", "escape")
        assert "It still needs your advisor's yes" in told(pilot)
        assert stored(caseload, pact).status is PactStatus.PROPOSED
        await press(pilot, "y", "y")
        begun = stored(caseload, pact)
        assert begun.status is PactStatus.ACTIVE
        assert {one.party: one.how for one in begun.agreements} == {
            Observer.STUDENT: Agreed.TYPED,
            Observer.ADVISOR: Agreed.SPOKEN,
        }
        assert "Our pact begins today." in told(pilot)
        await press(pilot, "y")
        assert "We have both said yes to it." in told(pilot)


async def test_a_second_pact_asks_what_becomes_of_the_first(caseload: Caseload) -> None:
    first = activate_pact(caseload, with_maya(caseload), BOTH)
    parts = {name: getattr(first, name) for name in ("success_evidence", "student_commitments", "advisor_commitments")}
    second = draft_pact(caseload, first.student, "I can read a graph", **parts)
    async with open_app(caseload) as pilot:
        await turned(pilot)
        await press(pilot, "p", "y", *"Maya", "enter", "y", "escape")
        assert stored(caseload, second).status is PactStatus.DRAFT
        await press(pilot, "y", *"Maya", "enter", "y", "down", "enter")
    assert stored(caseload, second).status is PactStatus.ACTIVE
    assert stored(caseload, first).status is PactStatus.PAUSED


async def test_what_is_typed_is_kept_and_is_there_again(caseload: Caseload) -> None:
    pact = with_maya(caseload)
    async with open_app(caseload) as pilot:
        await turned(pilot)
        await press(pilot, "down", "enter", *" with Jun")
        pilot.app.keep_drafts()  # as a closed terminal does
        await press(pilot, "escape")
        assert "started, not saved yet" in drawn(pilot)
    kept = Drafts(caseload.store.folder).load("beside", pact.id)
    assert kept is not None
    assert kept.fields == {"line-why:0": "I want to stop guessing with Jun"}
    app = AdvisoryApp(caseload)
    (draft,) = kept_drafts(app.desk)
    assert (draft.student_id, draft.command_id) == (pact.student, "beside")
    async with open_app(caseload) as pilot:
        await press(pilot, "escape")
        await turned(pilot)
        assert "Jun" not in drawn(pilot)
        await press(pilot, "down", "enter")
        assert pilot.app.screen.box.text == "I want to stop guessing with another student"
        await press(pilot, "enter")
    assert stored(caseload, pact).why == "I want to stop guessing with Jun"
    assert list((caseload.store.folder / "drafts").iterdir()) == []


async def test_what_was_copied_elsewhere_can_not_be_pasted_here(caseload: Caseload) -> None:
    with_maya(caseload)
    async with open_app(caseload) as pilot:
        pilot.app.copy_to_clipboard("Jun's secret")
        await turned(pilot)
        await press(pilot, "enter", "ctrl+v")
        assert pilot.app.screen.box.text == "I can add fractions"


async def test_what_changed_on_another_screen_is_said_and_what_was_typed_stays(caseload: Caseload) -> None:
    pact = with_maya(caseload)
    async with open_app(caseload) as pilot:
        await turned(pilot)
        await press(pilot, "enter", *"!")
        edit_pact(caseload, stored(caseload, pact), why="Because")
        await press(pilot, "enter")
        assert "changed on another screen" in told(pilot)
        assert "Because" in drawn(pilot)
        await press(pilot, "enter", "enter")
        assert stored(caseload, pact).learning_target == "I can add fractions!"
        caseload.store.undo(NOW)
        caseload.store.undo(NOW)
        screen = pilot.app.screen
        screen.redraw()
        await settle(pilot)
        assert "Because" not in drawn(pilot)
        while caseload.store.undo(NOW):
            pass
        screen.redraw()
        await settle(pilot)
        assert not drawn(pilot).splitlines()[1].strip()
        await press(pilot, "enter", "y", "N", "p", "escape", "b")
        assert pilot.app.screen.id == "caseload"


async def test_the_shade_hides_everything_and_comes_back_here(caseload: Caseload) -> None:
    with_maya(caseload)
    async with open_app(caseload) as pilot:
        screen = await turned(pilot)
        before = drawn(pilot)
        await press(pilot, "ctrl+l")
        assert isinstance(pilot.app.screen, NeutralScreen)
        assert "Maya" not in drawn(pilot)
        await press(pilot, "escape", "b", "ctrl+l")
        assert pilot.app.screen is screen
        assert drawn(pilot) == before
        await press(pilot, "enter", *"!")
        pilot.app.touched_at -= timedelta(hours=1).total_seconds()
        pilot.app._shade_when_idle()
        await settle(pilot)
        assert isinstance(pilot.app.screen, NeutralScreen)
        await press(pilot, "ctrl+l")
        assert pilot.app.screen.box.text.endswith("!")
        assert pilot.app.desk.prose.shade is Shade.OFF
        await press(pilot, "escape", "escape", "b", "ctrl+l", "v")
        assert pilot.app.screen.id == "caseload", "behind initials there is nothing to turn to"


async def test_it_binds_just_its_own_commands_and_each_has_an_action(caseload: Caseload) -> None:
    bound = {binding.id for binding in BesideScreen.BINDINGS}
    own = [one for one in commands_of(BESIDE) if not one.everywhere]
    assert bound == {one.id for one in own}
    assert all(callable(one.function()) for one in own)
    keys = [key for one in commands_of(BESIDE) for key in one.keys.split(",")]
    assert len(keys) == len(set(keys))
    assert {"undo", "palette", "help", "quit", "find"}.isdisjoint(bound)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (1, 1)], ids=str)
async def test_every_size_and_every_text_fits(caseload: Caseload, size: tuple[int, int]) -> None:
    long = "Adds what is unlike and says why שלום 雨桐 " * 6
    pact = with_maya(caseload, why=long, student_commitments=(Commitment(text=long, how_often=long[:60]),))
    activate_pact(caseload, pact, BOTH)
    async with open_app(caseload) as pilot:
        await turned(pilot)
        await resize(pilot, *size)
        for key in ("end", "enter", "!", "enter", "x", "escape", "home", "pagedown", "escape"):
            await press(pilot, key)
            if size != (1, 1):
                assert_fits(pilot)
                is_asked = isinstance(pilot.app.screen, BothAgreeDialog)
                assert ("Type your name" in drawn(pilot)) is is_asked, "the question is in sight however long the text"
        assert "to return" in drawn(pilot) or size == (1, 1)


async def test_behind_the_last_line_of_a_long_page_a_page_is_turned_and_not_a_line(caseload: Caseload) -> None:
    steps = tuple(Commitment(text=f"Read page {number}") for number in range(2))
    activate_pact(caseload, with_maya(caseload, student_commitments=steps), BOTH)
    async with open_app(caseload, (60, 14)) as pilot:
        await turned(pilot)
        await press(pilot, *["pagedown"] * 5)
        assert "c leaves something" in drawn(pilot)
