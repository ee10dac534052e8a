"""What a dialog asks, line by line, without drawing it: its heading, fields, rows and keys."""

from collections.abc import Iterator, Mapping
from functools import singledispatch
from typing import Any

from advisory.tui.dialogs.columns import ColumnsDialog
from advisory.tui.dialogs.dialog import Dialog
from advisory.tui.dialogs.form.field import Field, FieldKind
from advisory.tui.dialogs.form.form import FormDialog
from advisory.tui.dialogs.group import GroupDialog
from advisory.tui.dialogs.keys import KeysDialog
from advisory.tui.dialogs.pact.both_agree import BothAgreeDialog
from advisory.tui.dialogs.pact.history import PactHistoryDialog
from advisory.tui.dialogs.pact.own_words import OwnWordsDialog
from advisory.tui.dialogs.pick import PickDialog
from advisory.tui.dialogs.preview import PreviewDialog
from advisory.tui.dialogs.report import ReportDialog
from advisory.tui.dialogs.schedule import ScheduleDialog
from advisory.tui.dialogs.tick_list import TickListDialog
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Span

CELLS = 74
"""The width at which rows are told."""
_FIRST = 12
"""How many lines of a preview are told: what is on each page is known to the tests of its room."""


def described(dialog: Dialog[Any]) -> list[str]:
    """What it asks: its class and heading, then the rest."""
    heading = dialog._opening.heading if isinstance(dialog, FormDialog) else getattr(dialog, "_heading", "")
    return [f"{type(dialog).__name__}: {heading}".removesuffix(": "), *(f"  {line}" for line in _lines(dialog))]


@singledispatch
def _lines(_dialog: Dialog[Any]) -> Iterator[str]:
    yield from ()


@_lines.register
def _form(dialog: FormDialog) -> Iterator[str]:
    opening = dialog._opening
    told = {"about": opening.about, "problem": dialog._problem, "does": opening.does, "at": dialog.focus_on}
    yield from (f"({name}) {text}" for name, text in told.items() if text not in {"", "saves"})
    yield from (_field(field, dialog._drafted) for field in dialog._fields)
    if isinstance(opening.more, dict):
        yield from (f"({name}) {text}" for name, text in opening.more.items())


@_lines.register
def _pick(dialog: PickDialog) -> Iterator[str]:
    at = dialog._at or (dialog._options[0][0] if dialog._options else None)
    for key, label in dialog._options:
        yield f"{'>' if key == at else '-'} {inked(dialog.row(key, label))}"
    yield dialog.keys


@_lines.register
def _report(dialog: ReportDialog) -> Iterator[str]:
    yield from (f"| {line}" for line in dialog._lines)
    yield " · ".join(filter(None, [dialog._question, dialog._escape]))


@_lines.register
def _tick_list(dialog: TickListDialog) -> Iterator[str]:
    yield f"(about) {dialog._about}".rstrip()
    yield from (f"[{'x' if one.is_ticked else ' '}] {one.label}" for one in dialog._options)


@_lines.register
def _preview(dialog: PreviewDialog) -> Iterator[str]:
    told = {"problem": dialog._problem, "about": dialog._preview.summary}
    yield from (f"({name}) {text}" for name, text in told.items() if text)
    rows = [f"| {inked(row)}".rstrip() for row in dialog._rows(CELLS)]
    yield from rows[:_FIRST]
    yield f"{len(rows)} lines"
    yield dialog._keys()


@_lines.register
def _schedule(dialog: ScheduleDialog) -> Iterator[str]:
    yield from (inked(dialog._row(slot)) for slot in dialog._slots)


@_lines.register
def _history(dialog: PactHistoryDialog) -> Iterator[str]:
    yield dialog._about
    for wording in dialog._wordings:
        yield wording.heading
        yield from (f"  {_ink(text)}" for text in wording.texts)


@_lines.register
def _group(dialog: GroupDialog) -> Iterator[str]:
    yield f"{dialog._entry.text} {dialog._problem}".strip()
    yield from (f"[{'x' if one.is_here else ' '}] {one.name}" for one in dialog._everybody)


@_lines.register
def _own_words(dialog: OwnWordsDialog) -> Iterator[str]:
    yield f"[{dialog._text}] {dialog._notice}".rstrip()


@_lines.register
def _keys(dialog: KeysDialog) -> Iterator[str]:
    for known in (*dialog._known, *dialog._marks):
        one = known.explained
        yield f"{'.' if one.is_dim else '-'} {one.keys} {one.label}: {one.sentence} ({known.also})"
    yield f"{dialog._here} here"


@_lines.register
def _both_agree(dialog: BothAgreeDialog) -> Iterator[str]:
    yield from (_ink(Span(text, look)) for text, look in dialog._lines)
    yield f"asks {'the student ' * dialog._wants_name}{'you' * dialog._wants_mine}".rstrip()


@_lines.register
def _columns(dialog: ColumnsDialog) -> Iterator[str]:
    yield f"(about) {dialog._about} {dialog._mark}".rstrip()
    for column in dialog._columns:
        marked = " *" if column.is_marked else ""
        yield f"{column.name} [{dialog._choices[column.choice]}{marked}] {column.values}".rstrip()


def _field(field: Field, drafted: Mapping[str, str]) -> str:
    """A field with all it says: its label, what stands in it, its hint, its choices with their letters."""
    value, labels = drafted.get(field.name, field.initial), dict(field.choices)
    letters = {key: f"({letter}) " for key, letter in field.letters.items()}
    is_so = [name for name in ("long", "list", "first", "beside", "about_nobody") if getattr(field, f"is_{name}")]
    told = [
        f"{field.label} [{labels.get(value, value)}]",
        f"“{field.hint}”" if field.hint else "",
        "; ".join(f"{letters.get(key, '')}{label}" for key, label in field.choices),
        "" if field.kind is FieldKind.TEXT else field.kind.name.lower(),
        *is_so,
    ]
    return " · ".join(filter(None, told)).replace("\t", "⇥")


def inked(row: Row) -> str:
    """The text of a row as it is drawn, with its looks."""
    return "".join(map(_ink, row.draw(CELLS))).rstrip()


def _ink(span: Span) -> str:
    return f"{{{span.look} {span.text}}}" if span.look else span.text
