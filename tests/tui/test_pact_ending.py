"""How a pact begins and ends on its screen: who agreed, giving a draft up, closing it, and every wording it has had."""

from app_case import WIDE, case_screen, drawn, fill_in, message, open_app, press, set_fields
from pact_case import BEGAN, agreed, drafted, maya_in, open_pact, reworded, stored

from advisory.caseload.caseload import Caseload
from advisory.casework.pact.mark_met import mark_met
from advisory.model import Pact
from advisory.model.words import Agreed, Observer, PactOutcome, PactStatus
from advisory.store import Drafts


def newest(caseload: Caseload) -> Pact:
    return max(caseload.pacts, key=lambda pact: pact.id)


# --- agreeing ------------------------------------------------------------------------------------------------------


async def test_y_writes_down_who_says_yes_and_with_both_it_begins_if_wanted(caseload: Caseload) -> None:
    maya = maya_in(caseload)
    beside, draft = agreed(caseload, maya, title="maps"), drafted(caseload, maya)
    async with open_app(caseload) as pilot:
        await open_pact(pilot, draft)
        assert "your own yes; the student's yes" in drawn(pilot)
        await press(pilot, "y", "ctrl+s")
        assert "No one has said yes yet" in drawn(pilot)
        await fill_in(pilot, student_how="signed")
        assert stored(caseload, draft).status is PactStatus.PROPOSED
        assert message(pilot) == "Agreed: graphs; u undoes it · Maya"
        await press(pilot, "y")
        assert pilot.app.screen.values == {"advisor_how": "", "advisor_name": "Mr Reed"}
        await fill_in(pilot, advisor_how="spoken")
        await press(pilot, "enter")
        assert "Another pact is active: maps" in drawn(pilot)
        await press(pilot, "down", "enter")
        begun = stored(caseload, draft)
        assert (begun.status, stored(caseload, beside).status) == (PactStatus.ACTIVE, PactStatus.PAUSED)
        told = [(yes.party, yes.name, yes.how) for yes in begun.agreements]
        assert told == [
            (Observer.STUDENT, "Maya Okafor", Agreed.SIGNED),
            (Observer.ADVISOR, "Mr Reed", Agreed.SPOKEN),
        ]
        await press(pilot, "y")
        assert "revision 1, current wording: Maya Okafor (signed, today)" in drawn(pilot)


async def test_d_asks_and_gives_a_draft_up_here_and_in_the_list_and_nothing_that_has_begun(caseload: Caseload) -> None:
    maya = maya_in(caseload)
    pact, draft = agreed(caseload, maya), drafted(caseload, maya, title="maps")
    async with open_app(caseload) as pilot:
        await open_pact(pilot, draft)
        await press(pilot, "d", "escape", "d", "down", "enter")
        assert stored(caseload, draft) == draft
        await press(pilot, "d", "enter")
        assert stored(caseload, draft).status is PactStatus.DISCARDED
        assert case_screen(pilot).highlighted.pact == pact
        await press(pilot, "d")
        assert message(pilot) == "This pact is active: you can only discard one that has not begun · Maya"
        await press(pilot, "u", "5")
        case_screen(pilot).body.go_to("pacts begun")
        await press(pilot, "right")
        case_screen(pilot).body.go_to(draft.id)
        await press(pilot, "d", "enter")
        assert stored(caseload, draft).status is PactStatus.DISCARDED
        assert stored(caseload, pact) == pact


# --- closing -------------------------------------------------------------------------------------------------------


async def test_c_closes_with_the_student_s_line_and_what_comes_next_in_one_change(caseload: Caseload) -> None:
    pact = mark_met(caseload, agreed(caseload, maya_in(caseload)), 0, BEGAN)
    async with open_app(caseload) as pilot:
        await press(pilot, "p", "C")
        assert pilot.app.screen.values["outcome"] == "partly_met"
        await press(pilot, "ctrl+s")
        assert "What does the student say about it?" in drawn(pilot)
        await fill_in(pilot, said="It got easier")
        assert "What comes next? Type one line" in drawn(pilot)
        await fill_in(pilot, comes_next="graphs in chemistry")
        ended = stored(caseload, pact)
        assert (ended.status, ended.outcome) == (PactStatus.CLOSED, PactOutcome.PARTLY_MET)
        assert (ended.reflections, ended.comes_next) == ("It got easier", "graphs in chemistry")
        assert message(pilot) == "Closed, partly met: graphs; u undoes it · Maya"
        assert "What came next: graphs in chemistry" in drawn(pilot)
        await press(pilot, "u")
        assert stored(caseload, pact) == pact


async def test_a_new_pact_takes_over_what_is_ticked_and_is_opened_to_be_written(caseload: Caseload) -> None:
    pact = mark_met(caseload, agreed(caseload, maya_in(caseload)), 0, BEGAN)
    async with open_app(caseload) as pilot:
        await press(pilot, "p", "C")
        await fill_in(pilot, said="It got easier", goes_on="pact")
        assert "[x] the target: I can read a graph aloud" in drawn(pilot)
        assert "[ ] know by: two graphs read to a friend (met)" in drawn(pilot)
        assert "[x] know by: one drawn" in drawn(pilot)
        assert [draft.fields["said"] for draft in Drafts(caseload.store.folder).all()] == ["It got easier"]
        await press(pilot, "escape")
        assert "Not closed yet. Choose what carries over" in drawn(pilot)
        assert pilot.app.screen.values["said"] == "It got easier"
        await press(pilot, "ctrl+s", "G", *["down"] * 4, "space", "enter")
        draft, ended = newest(caseload), stored(caseload, pact)
        assert (ended.status, ended.next_pact) == (PactStatus.CLOSED, draft.id)
        assert pilot.app.screen.values["learning_target"] == draft.learning_target == pact.learning_target
        assert [line.text for line in draft.success_evidence] == ["one drawn"]
        assert [one.text for one in draft.student_commitments] == ["bring one graph a week"]
        assert [one.text for one in draft.advisor_commitments] == ["look on Fridays"]
        await press(pilot, "escape", "u")
        assert stored(caseload, pact) == pact
        assert Drafts(caseload.store.folder).all() == []


async def test_one_that_was_met_offers_the_next(caseload: Caseload) -> None:
    pact = agreed(caseload, maya_in(caseload))
    for number in (0, 1):
        pact = mark_met(caseload, pact, number, BEGAN)
    async with open_app(caseload) as pilot:
        await press(pilot, "p", "C")
        assert (pilot.app.screen.values["outcome"], pilot.app.screen.values["goes_on"]) == ("met", "pact")
        await fill_in(pilot, said="I can")
        await press(pilot, "enter")
        assert "What is the new target?" in drawn(pilot)
        await fill_in(pilot, comes_next="I can explain one")
        await press(pilot, "enter")
        assert newest(caseload).learning_target == pilot.app.screen.values["learning_target"] == "I can explain one"
        assert stored(caseload, pact).comes_next == "a new pact: I can explain one"
        await press(pilot, "escape", "u", "C")
        await fill_in(pilot, said="I can", goes_on="line", comes_next="a rest")
        assert "Met! What about the next pact?" in drawn(pilot)
        await press(pilot, "down", "enter")
        assert pilot.app.screen.values["learning_target"] == ""
        await press(pilot, "escape")
    assert newest(caseload) == stored(caseload, pact)


async def test_what_was_typed_at_the_end_is_kept(caseload: Caseload) -> None:
    agreed(caseload, maya_in(caseload))
    async with open_app(caseload) as pilot:
        await press(pilot, "p", "C")
        await set_fields(pilot, said="half a thou")
        await press(pilot, "escape")
        assert message(pilot).startswith("Not saved yet")
    async with open_app(caseload, screen="today") as pilot:
        case_screen(pilot).body.go_to(f"drafts:pact_close:{caseload.summary(caseload.one('maya').id).pact.id}")
        await press(pilot, "enter")
        assert pilot.app.screen.values["said"] == "half a thou"


# --- its wordings --------------------------------------------------------------------------------------------------


async def test_h_shows_each_wording_with_what_changed_in_it_and_who_agreed(caseload: Caseload) -> None:
    reworded(caseload)
    wanted = {
        "4 of 4 · revision 2": ("a typo, so no one was asked again", "was: bring two grphs", "now: bring two graphs"),
        "3 of 4 · revision 2": ("was agreed to again", "was: bring one graph a week", "now: bring two grphs a week"),
        "2 of 4 · revision 1": ("with no need to agree again", "was: graphs", "now: two graphs"),
        "1 of 4 · revision 1": ("How it read", "learning target:", "I can read a graph aloud"),
    }
    async with open_app(caseload, WIDE) as pilot:
        await press(pilot, "p", "H")
        for heading, texts in wanted.items():
            shown = drawn(pilot)
            assert [words for words in (heading, "Maya Okafor (spoken, today)", *texts) if words not in shown] == []
            await press(pilot, "left")
        assert "1 of 4" in drawn(pilot)
        await press(pilot, "right", "down", "pagedown")
        assert "2 of 4" in drawn(pilot)
        await press(pilot, "escape", "ctrl+l", "H")
        shown = drawn(pilot)
        assert [words for words in ("graph", "grph", "Maya", "weekly") if words in shown] == []
