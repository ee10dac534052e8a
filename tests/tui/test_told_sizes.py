"""Where something is cut, counted or left out: one less, just as many, and one more; compared with `told/`."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from driven_case import Driven
from msgspec.structs import replace
from pact_case import agreed, drafted
from record_case import NOW, TODAY, make
from told_case import StandIn, compare

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.student.add import add_student
from advisory.model import CheckIn, Commitment, KnownWell, Revision
from advisory.model.words import Facet, LearnedHow, Observer
from advisory.rules.leaving.preview import Choice, Going, Part, Preview
from advisory.rules.pact.keeping import Marked
from advisory.rules.refusal import Refusal
from advisory.tui.commands.palette.palette import _run
from advisory.tui.commands.registry import COMMANDS
from advisory.tui.dialogs.columns import Column, ColumnsDialog
from advisory.tui.dialogs.feedback import FIELDS, FeedbackDialog
from advisory.tui.dialogs.fields import fact, school, sign, student
from advisory.tui.dialogs.form.field import Field
from advisory.tui.dialogs.form.opening import Opening
from advisory.tui.dialogs.help import Explained, HelpDialog
from advisory.tui.dialogs.keys import KeysDialog, Known
from advisory.tui.dialogs.pact.both_agree import BothAgreeDialog
from advisory.tui.dialogs.pact.review import MarkLine, ReviewDialog
from advisory.tui.dialogs.preview import PreviewDialog
from advisory.tui.dialogs.trash import TrashDialog
from advisory.tui.running import drawn_once
from advisory.tui.words.note.note_reading import describe_reading, offered_tags, read_note
from advisory.tui.words.revisions import revision_lines

LONG = "A sentence that is long enough to be wrapped onto more than one line at most of these widths, and cut at some."


@pytest.fixture
def screen(demo: Caseload) -> StandIn:
    return StandIn(demo)


def drawn(dialog: Any, *widths: int) -> list[str]:
    """The rows of a dialog as they are drawn at each width."""
    driven = Driven(dialog)
    return [f"{cells}: {''.join(f'{span.text}|' for span in row.draw(cells))}" for cells in widths for row in driven.lines.rows]  # fmt: skip


def test_rows_at_each_width(screen: StandIn) -> None:
    desk = screen.desk
    note = make(CheckIn, student=desk.caseload.one("Maya").id, line=LONG)
    gone = SimpleNamespace(record=note, deleted_at=NOW, name="Maya Okafor", day=TODAY, file={})
    told = drawn(TrashDialog(desk, [gone]), 30, 65, 66, 67)
    columns = [Column("1. " + "n" * 40, "Ada · Ole", "name"), Column("2. Room", LONG, "", is_marked=True)]
    for mark in ("", "sensitive"):
        told += drawn(
            ColumnsDialog("What?", columns, [("", "not read"), ("name", "whole name")], about="", mark=mark),
            10,
            30,
            50,
            51,
            52,
            74,
            85,
            86,
            90,
            120,
        )
    for cells in (20, 26, 27, 28, 40):
        shown = Driven(
            PreviewDialog(
                desk,
                "A page",
                lambda _choice: Preview([Part("", [Going("a", LONG, note=LONG)])]),
                "page.html",
                choice=Choice(),
            )
        )
        shown.lines.cells = cells
        shown.dialog._draw()
        shown._tell(f"{cells}")
        told += shown.told[-4:]
    for size, cells in ((10, 22), (15, 23), (16, 24), (24, 40), (40, 80)):
        both = Driven(BothAgreeDialog("Is it?", [(LONG, "")] * 5, mask=str, is_own=bool))
        both.lines.cells, both.dialog._size = cells, SimpleNamespace(height=size, width=80)
        both.dialog._draw()
        told.append(f"{size} {cells}: {both.lines.styles.height} high, {len(both.lines.rows)} lines")
    for cells in (20, 45, 46, 47, 60, 90):
        for dialog in (
            KeysDialog([Known("one", Explained("ctrl+something", "A longer label", LONG))], here=1, marks=[]),
            HelpDialog("Marks", [Explained("&family", "A label", LONG), Explained("&", "", LONG)]),
        ):
            explained = Driven(dialog)
            explained.lines.cells = cells
            (explained.dialog._draw if hasattr(explained.dialog, "_draw") else explained.dialog.on_mount)()
            told.append(f"{type(dialog).__name__} {cells}")
            told += explained.lines.told
    compare(told, "sizes_rows")


def test_what_is_listed_in_a_form(screen: StandIn) -> None:
    desk, caseload = screen.desk, screen.desk.caseload
    maya = caseload.one("Maya")
    told: list[str] = []
    for count in range(2, 6):
        facts = [
            make(KnownWell, at, facet=Facet.NAME, text=f"fact {at}", learned_on=TODAY, how=LearnedHow.TOLD_ME)
            for at in range(1, count + 1)
        ]
        told.append(f"{count} facts: {fact.fact_about(desk, Facet.NAME, facts)}")
    for length in (39, 40, 41):
        told.append(sign._check_in_label(desk, make(CheckIn, line="x" * length)))
        with pytest.raises(Refusal) as refused:
            school.read_number("y" * length)
        told.append(str(refused.value))
    for length in (59, 60, 61):
        edited = make(CheckIn, revisions=(Revision(at=NOW, was={"line": "x" * length}),))
        told += revision_lines(edited, desk, longest=60)
    for count in range(6, 9):
        pact = SimpleNamespace(commitments=tuple(Commitment(text=f"line {at}") for at in range(count - 1)))
        lines = [MarkLine(Marked(at, Observer.STUDENT), one.text) for at, one in enumerate(pact.commitments)]
        review = Driven(ReviewDialog(Opening("Review", [Field("line", "What?")], {}, None, more=lines)))
        told.append(f"{count} rows: {review.lines.styles.height} high")
    for words in (1, 12, 20, 30, 40):
        talk = Driven(
            FeedbackDialog(
                Opening(
                    "Feedback", FIELDS, {}, None, more={"reconnect": "a reminder " * words, "believe": "seen " * words}
                )
            )
        )
        told += [line for line in talk.told if "aid" in line]
    assert maya.id
    compare(told, "sizes_listed")


async def test_what_is_named_of_a_pact(screen: StandIn) -> None:
    caseload = screen.desk.caseload
    elif_ = caseload.one("Elif")
    screen.stem = "pact"
    for count in (7, 8, 9):
        days = tuple(TODAY - timedelta(30 - at) for at in range(count))
        pact = agreed(caseload, elif_, title="t" * (16 + count))
        with caseload.store.change("Kept", NOW) as change:
            kept = change.put(replace(pact, student_commitments=(Commitment(text="read", kept=days),)))
        await screen.does("mark-day", None, pact=kept, student=elif_, line=Marked(0, Observer.STUDENT))
        await screen.does(
            "edit-pact", {"area": "x"}, pact=drafted(caseload, elif_, title="t" * (16 + count)), student=elif_
        )
    for at, command in enumerate([one for one in COMMANDS if one.everywhere][:3] + list(COMMANDS[:8])):
        await screen.runs(_run, command)
        screen.told.append(f"    {at}: {len(screen.desk.configuration.settings.used)} used")
    compare(screen.told, "sizes_named")


def test_how_many_names_and_tags_are_offered(caseload: Caseload) -> None:
    desk = StandIn(caseload).desk
    told: list[str] = []
    for at in range(14):
        add_student(caseload, given_name="Kim", family_name=f"Reed{chr(97 + at)}")
        if at > 9:
            told.append(f"{at + 1}: {describe_reading(desk, read_note(desk, 'Kim: drew maps', ''), None, None)}")
    for at in range(5):
        record_check_in(caseload, caseload.students[0].id, "x", tags=(f"maps{at}",))
        told += [f"{at + 1} tags: {offered_tags(desk, text, 3)!r}" for text in ("a #", "a #m", "a m", "#ma maps")]
    for first in (True, False):
        for day_first, text in ((first, "3/14"), (first, "14.3."), (first, "1/2")):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(student, "is_day_first", lambda day_first=day_first: day_first)
                told.append(
                    f"{first} {text}: {student._month_and_day(text)} {student.student_fields(None, SimpleNamespace(contact_every=10, focal_contact_every=5))[10].hint}"
                )
    compare(told, "sizes_offered")


async def test_how_often_a_screen_is_laid_out_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    async def turns(pumps: list[Any]) -> None:
        told.append(f"    turns of {len(pumps)}")

    monkeypatch.setattr(drawn_once, "all_turns", turns)
    for changes in ([False], [True, False], [True] * 9):
        left = [*changes]
        monkeypatch.setattr(drawn_once, "lay_out", lambda _screen, left=left: left.pop(0))
        told.append(f"{changes}")
        screen: Any = SimpleNamespace(walk_children=lambda: [1, 2], draw_whole=lambda: told.append("    drawn"))
        await drawn_once.draw_whole(screen)
    compare(told, "sizes_laid_out")
