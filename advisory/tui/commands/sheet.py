"""Making a page for others: which one, about whom, what is on it, and the file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from advisory.caseload.leaving.sheets import IN_ONE, Sheet, asked_span, audience_of, sheet_of, usual_span
from advisory.exchange.sheet.sheet_out import sheet_out
from advisory.model.day_order import is_day_first
from advisory.rules.days.day_words import typed_day
from advisory.rules.days.school_days import Span
from advisory.rules.leaving.outgoing import Outgoing
from advisory.rules.leaving.preview import Choice
from advisory.rules.refusal import Refusal
from advisory.rules.sheet.edited import bases, draft_text, gone_over
from advisory.rules.sheet.sheet_page import SheetKind, SheetPage
from advisory.tui.commands.share.giving import give, need_names_shown
from advisory.tui.dialogs.fields.file import new_file
from advisory.tui.dialogs.form.field import Field, FieldKind
from advisory.tui.dialogs.sheet import EVERYBODY, HANDOVER, ONE, SHARED, SOME, SheetDialog
from advisory.tui.dialogs.tick_list import Tick, TickListDialog
from advisory.tui.prose import safe

from .base import Values, fill, shows_dialog

if TYPE_CHECKING:
    from advisory.tui.desk import Desk
    from advisory.tui.screens.base.case_screen import CaseScreen


@shows_dialog
async def make(screen: "CaseScreen") -> None:
    """Ask which page and about whom, show it, and write it once it is decided."""
    need_names_shown(screen)
    dialog = SheetDialog(_whose(screen), IN_ONE)
    picked = await screen.ask(dialog)
    if picked == SHARED:
        await screen.open_over("shared")
        return
    if not picked:
        return
    kind = None if picked == HANDOVER else SheetKind(picked)
    students = await _students(screen, kind.label if kind else HANDOVER, dialog.about, is_of_all=kind in IN_ONE)
    if not students:
        return
    if kind is None:
        from .exchange.handover import hand_over

        await hand_over(screen, students)
        return

    span = await _days(screen, kind) if dialog.asks_days else None
    if dialog.asks_days and span is None:
        return
    for group in [[one] for one in students] if dialog.is_each and kind not in IN_ONE else [students]:
        if not await _give(screen, kind, group, span):
            return


async def _give(screen: "CaseScreen", kind: SheetKind, students: list[str], span: Span | None) -> bool:
    """Show what would be in one file, and write it once that is decided; False if it is left."""
    desk, texts = screen.desk, dict[str, str]()

    def made(choice: Choice) -> Sheet:
        included, instead = choice.included, choice.instead
        return sheet_of(
            desk.caseload, kind, students, desk.uncovered, span=span, included=included, instead=instead
        )  # fmt: skip

    if kind is SheetKind.COMMENT and not await _go_over(screen, made(Choice()).pages, texts):
        return False

    def out(choice: Choice) -> Outgoing:
        sheet = made(choice)
        return sheet_out(*gone_over(sheet.pages, sheet.leaving, texts))

    about = desk.name(students[0]) if len(students) == 1 else f"{len(students)} students"
    heading = f"{kind.label.capitalize()}: {about} · for {audience_of(kind).label}"
    return await give(screen, heading, out, _proposed(desk, kind, students))


async def _days(screen: "CaseScreen", kind: SheetKind) -> Span | None:
    """Ask for the days a page is about; None if that is left with Escape."""
    desk, usual = screen.desk, usual_span(screen.desk.caseload, kind)
    asked = usual

    def take(values: Values) -> None:
        nonlocal asked
        typed = asked_span(desk.caseload, kind, values["from"], values.get("to", ""), day_first=is_day_first())
        asked = typed or usual

    first, last = typed_day(usual.starts_on), typed_day(usual.ends_on)
    fields = [
        Field("from", "The first day", first, "e.g. 9/1, -30", FieldKind.DAY),
        Field("to", "The last day", last, kind=FieldKind.DAY),
    ]
    if kind is SheetKind.SUBSTITUTE:
        fields = [Field("from", "Which day?", first, "e.g. fri, tomorrow", FieldKind.DAY)]
    heading = f"{kind.label.capitalize()}: about which days?"
    return asked if await fill(screen, "sheet_days", heading, fields, take, does="goes on") else None


async def _go_over(screen: "CaseScreen", pages: Sequence[SheetPage], texts: dict[str, str]) -> bool:
    """Show each draft in a box to be edited, with what its sentences rest on; False once one is left with Escape."""
    for page in pages:

        def take(values: Values, student_id: str = page.student_id) -> None:
            if not values["text"].strip():
                raise Refusal("The comment is empty: write a sentence, or leave it with Escape.")
            texts[student_id] = values["text"]

        field = Field("text", "The comment", draft_text(page), is_long=True)
        heading, about = f"Term comment · {screen.desk.name(page.student_id)}", safe(" · ".join(bases(page)))
        if not await fill(
            screen, "comment", heading, [field], take, record_id=page.student_id, about=about, does="goes on"
        ):
            return False
    return True


def _whose(screen: "CaseScreen") -> list[tuple[str, str]]:
    """Whom a page can be about, the likeliest first."""
    student_id = screen.highlighted.student
    one = [(ONE, screen.desk.name(student_id))] if screen.desk.is_current(student_id) else []
    return [*one, (EVERYBODY, "everybody"), (SOME, "those you tick")]


async def _students(screen: "CaseScreen", what: str, about: str, *, is_of_all: bool) -> list[str]:
    """The ids of whom the page is about; none when ticking them is left with Escape."""
    here_now = [student.id for student in screen.desk.caseload.students]
    if is_of_all or about == EVERYBODY:
        return here_now
    if about == ONE:
        return [screen.highlighted.student]
    ticks = [Tick(one, screen.desk.name(one), one == screen.highlighted.student) for one in here_now]
    return await screen.ask(TickListDialog(f"{what.capitalize()}: about whom?", ticks)) or []


def _proposed(desk: "Desk", kind: SheetKind, students: list[str]) -> Path:
    """A file that doesn't exist yet. It has initials at most, and an id where names are hidden from the start."""
    day = desk.caseload.today.isoformat()
    initials = desk.caseload.initials.get(students[0], "")
    is_plain = initials.isascii() and initials.isalnum() and not desk.configuration.settings.starts_shaded
    whose = "" if len(students) > 1 else f"-{initials if is_plain else students[0]}"
    return new_file(desk.caseload.store.folder, f"{kind.value}{whose}-{day}", ".html")
