"""Small pieces of the screens, drawn or read without opening the app."""

from datetime import timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from defense_case import near_plan, without_season
from each_row import each_row
from msgspec.structs import replace
from record_case import make
from told_case import StandIn

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.model import CognitiveInsight, Commitment, Pact, Student, SuccessLine
from advisory.model.words import Kind, PactStatus, Party, Status
from advisory.rules.refusal import Refusal
from advisory.store import WriteError
from advisory.tui.app import AdvisoryApp
from advisory.tui.commands.beside.own_hand import _save
from advisory.tui.commands.registry import key_name, key_of
from advisory.tui.commands.student.student import _distinguishing
from advisory.tui.dialogs.fields.insight import insight_changes, insight_fields
from advisory.tui.dialogs.fields.school import read_number
from advisory.tui.dialogs.tick_list import Tick, TickListDialog
from advisory.tui.prose import Shade
from advisory.tui.screens.base.command_screen import CommandScreen
from advisory.tui.screens.base.staying import Staying
from advisory.tui.screens.beside.rows import _pact
from advisory.tui.screens.beside.text import Reader
from advisory.tui.screens.board.stage_card import LOW_LINES, Card
from advisory.tui.screens.card.rows import _promises
from advisory.tui.screens.defenses.detail_pane import SeasonDetail
from advisory.tui.screens.pact.page import _looks
from advisory.tui.screens.pacts.detail_pane import PactDetail
from advisory.tui.shade_app import ShadeApp
from advisory.tui.widgets.lists import row
from advisory.tui.widgets.text.ink import Line, Span

if TYPE_CHECKING:
    from advisory.tui.screens.base.frame import Frame
    from advisory.tui.screens.beside.screen import BesideScreen


def texts(lines: list[Line]) -> list[str]:
    return ["".join(span.text for span in line) for line in lines]


@each_row(("typed", "number"), [(" 10 ", 10), ("9999", 9999), ("0", 0), ("10000", None), ("ten", None), ("-1", None)])
def test_a_number_is_read_or_refused_with_a_sentence(typed, number):
    if number is not None:
        assert read_number(typed) == number
        return
    with pytest.raises(Refusal, match=f"^“{typed}” is not a number"):
        read_number(typed)


def test_a_long_label_is_cut_to_what_its_box_leaves():
    draw = TickListDialog("Which?", [tick := Tick("a", "x" * 30, is_ticked=True)])._drawing(tick)
    assert texts([draw(14)]) == [f"[x] {'x' * 9}…"]


def test_a_promise_of_mine_is_due_from_its_day_on_and_another_s_never(demo: Caseload) -> None:
    desk, line = AdvisoryApp(demo).desk, demo.summary(demo.one("maya").id)
    one = line.promises[0]
    for days, owner, look in [(0, Party.ADVISOR, "due"), (1, Party.ADVISOR, "muted"), (0, Party.STUDENT, "muted")]:
        promise = replace(one, due_on=line.as_of + timedelta(days), owner=owner)
        rows = list(_promises(desk, replace(line, promises=(promise,), promises_of_others=())))
        assert rows[-1].draw(60)[-1].look == look


def test_a_low_pane_tells_one_clash_and_a_tall_one_all(demo: Caseload) -> None:
    without_season(demo)
    plan = near_plan(demo)
    pane = SeasonDetail(AdvisoryApp(demo).desk)
    pane.show(plan.student, plan, None, ["One clash.", "Another clash."])
    shown = "\n".join(texts(pane.block(40)))
    assert ("One clash." in shown, "Another clash." in shown) == (True, False)


def test_beside_the_student_a_part_with_nothing_in_it_says_so_and_takes_a_line(demo: Caseload) -> None:
    reader = Reader(AdvisoryApp(demo).desk.prose, str, demo.today, demo.calendar, "p", "P", "c")
    pact = make(Pact, status=PactStatus.DRAFT, success_evidence=(SuccessLine(text="Draws it"),))
    shown = [(text.text, text.key) for text in _pact(pact, None, reader, {"advisor_commitments:0"})]
    assert ("–", "student_commitments:0") in shown
    assert [words for words, key in shown if key == "advisor_commitments:0"] == ["✎ started, not saved yet"]
    assert not [words for words, key in shown if key == "success_evidence:1"]


def test_keys_are_called_as_they_stand_on_a_keyboard() -> None:
    called = {
        "up": "↑",
        "down": "↓",
        "left": "←",
        "right": "→",
        "ctrl+k": "^k",
        "escape": "Esc",
        "shift+tab": "Shift+Tab",
    }
    assert {key: key_name(key) for key in called} == called
    assert (key_of("column-right", {"column-right": "right"}), key_of("undo", {"undo": "f5,U"})) == ("→", "U")


def card(foot: str, lines: int = 3) -> list[str]:
    made = Card("s0000001", lambda: ("Maya Okafor", "Maya"), foot, lambda cells, lines: [(Span("A line"),)])
    return texts(made.drawn(20, lines, is_here=False))


def test_a_card_has_its_note_in_the_edge_where_there_is_room() -> None:
    assert card("")[0] == "┌─ Maya Okafor ───┐ "
    assert card("")[-1] == "└─────────────────┘ "
    assert card("12 d here")[-1] == "└───── 12 d here ─┘ "
    assert card("12 d in all here")[-1] == "└─────────────────┘ "
    assert card("12 d here", LOW_LINES)[0] == "┌─ Maya ─── 12 d ─┐ "
    assert len(card("12 d here", LOW_LINES)) == 1 + LOW_LINES


def test_how_often_is_said_of_what_has_a_rhythm(demo: Caseload) -> None:
    desk = AdvisoryApp(demo).desk
    pact = make(Pact, status=PactStatus.ACTIVE)
    does = (Commitment(text="Read", how_often="daily"), Commitment(text="Ask", kept=(demo.today,)))
    shown = texts(PactDetail(desk)._side("What they do", pact, does, 40))
    assert [line for line in shown if line.startswith(("Read", "Ask"))] == ["Read, daily", "Ask"]


@pytest.mark.parametrize("error", [WriteError("the disk is full"), Refusal("Write a few words first.")])
def test_what_a_student_leaves_and_can_not_be_saved_is_said_in_their_words(
    caseload: Caseload, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def leave(*_: object) -> None:
        raise error

    said: list[str] = []
    screen = SimpleNamespace(
        shared=SimpleNamespace(student=make(Student)), desk=SimpleNamespace(caseload=caseload), say=said.append
    )
    monkeypatch.setattr("advisory.casework.check_in.own_hand.leave_words", leave)
    _save(cast("BesideScreen", screen), "words", "It helps", 3)
    assert said == [
        str(error) if isinstance(error, Refusal) else "It can't be saved right now. What you typed is not lost."
    ]


class Rows:
    """A screen with a row for each student, and its list: all that the highlight needs to stay."""

    is_of_one_student, place, gone = False, 0, ""

    def __init__(self) -> None:
        self.body, self.key = self, "s1"

    @property
    def highlighted(self) -> SimpleNamespace:
        return SimpleNamespace(student=self.key)

    def key_of(self, student_id: str) -> str:
        return student_id

    def go_to(self, key: str) -> None:
        self.key = key


@pytest.mark.parametrize(("moved_to", "stays_on"), [("", "s2"), ("s3", "s3")])
def test_whoever_was_written_about_is_highlighted_unless_the_cursor_went_on_meanwhile(
    moved_to: str, stays_on: str
) -> None:
    screen = Rows()
    staying = Staying(cast("Frame", screen))
    staying.written("s2")
    screen.key = moved_to or screen.key
    staying.draw(lambda: None)
    assert screen.key == stays_on
    screen.key = "s1"
    staying.draw(lambda: None)  # only once
    assert screen.key == "s1"


def test_of_five_reviews_the_last_three_are_shown_and_the_others_counted(demo: Caseload) -> None:
    pact = next(one for one in demo.pacts if one.status is PactStatus.ACTIVE)
    for number in range(5):
        record_check_in(demo, pact.student, f"Review {number}", kind=Kind.PACT_REVIEW, pact=pact.id)
    shown = "\n".join(line for part in _looks(AdvisoryApp(demo).desk, pact) for line in texts(part.draw(60)))
    assert [number for number in range(5) if f"Review {number}" in shown] == [2, 3, 4]
    assert "earlier." in shown


def test_what_a_base_leaves_to_others_is_not_forgotten() -> None:
    screen = cast("CommandScreen", None)
    for left in (
        lambda: CommandScreen.say(screen, ""),
        lambda: CommandScreen.redraw(screen),
        lambda: CommandScreen.begin_again(screen),
        lambda: row.Rows.row(cast("row.Rows", None), 0),
        lambda: ShadeApp.keep_drafts(cast("ShadeApp", None)),
        lambda: ShadeApp.show_notices(cast("ShadeApp", None)),
    ):
        with pytest.raises(NotImplementedError):
            left()


def test_what_sets_a_record_apart_is_its_number_or_else_its_email(demo: Caseload) -> None:
    desk = StandIn(demo).desk
    told = [
        _distinguishing(desk, make(Student, **fields))
        for fields in ({}, {"grade": "9", "student_number": "12", "email": "a@b"}, {"email": "a@b"})
    ]
    assert told == [["", "", ""], ["grade 9", "12", ""], ["", "a@b", ""]]
    desk.prose.shade = Shade.INITIALS
    assert _distinguishing(desk, make(Student, grade="9", email="a@b", status=Status.ARCHIVED)) == ["", "", "has left"]


def test_the_outcome_of_an_attempt_that_another_window_has_taken_back_is_left_out(demo: Caseload) -> None:
    desk, insight = StandIn(demo).desk, make(CognitiveInsight)
    values = {field.name: field.initial for field in insight_fields(desk, insight.student, insight)}
    changes = insight_changes(desk, values | {"last_result": "worked", "last_note": "late"}, insight)
    assert changes["attempts"] == ()
