"""What the commands share: `shows_dialog` marks one that shows dialogs, and `fill` shows a form until it is saved."""

from collections.abc import Callable, Coroutine, Iterator
from datetime import date, time
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from advisory.model import FamilyContact, Pact, Piece, Record, Student
from advisory.model.day_order import show_date
from advisory.model.words import Word
from advisory.rules.days.hour_words import time_words
from advisory.rules.family.people import called
from advisory.store import Conflict
from advisory.tui.dialogs.form.field import Field
from advisory.tui.drafts.unsaved import Slot
from advisory.tui.kept_drafts import keeps_draft
from advisory.tui.prose import safe
from advisory.tui.refusals import refusals_shown

from .asking_screen import AskingScreen
from .draft_keeper import DraftKeeper

if TYPE_CHECKING:
    from advisory.tui.dialogs.form.form import FormDialog

Values = dict[str, str]
"""Form field → the text typed into it."""
Function = TypeVar("Function", bound=Callable[..., Coroutine[Any, Any, None]])
_SHOWS_DIALOG = "__shows_dialog__"
_NAMED_BY = ("label", "title", "name", "text")
"""The fields that name a part of a record, such as a milestone of a plan."""


def shows_dialog(function: Function) -> Function:
    """Mark a command that may show a dialog: it runs in a worker, so that the screen goes on handling messages."""
    setattr(function, _SHOWS_DIALOG, True)
    return function


def may_show_dialog(function: Callable[..., object]) -> bool:
    """Whether a command is marked with `shows_dialog`."""
    return getattr(function, _SHOWS_DIALOG, False)


async def fill(
    screen: AskingScreen,
    form: str,
    heading: str,
    fields: list[Field],
    save: Callable[..., Coroutine[Any, Any, None] | None],
    *,
    shown: Record | None = None,
    record_id: str = "",
    about: str = "",
    kind: "type[FormDialog] | None" = None,
    more: object = None,
    does: str = "saves",
    is_edit: bool = False,
) -> bool:
    """Show a form until its values are saved (True), or until Escape (False), which keeps a draft of what holds prose.

    `save` gets the values, and may show more dialogs before it saves them. If it refuses, the form opens again with what
    was typed. A form that edits a record passes it as `shown`; `save` then gets it as the second argument. If the record
    was changed elsewhere in the meantime, the form shows those changes, and the next `save` gets the record as it is
    now, so the advisor overwrites nothing unknowingly. `kind` is the dialog, by default a plain form, and `more` what it
    wants to know besides. `does` is what the footer says that Enter does in the last field. A form with `shown` or `is_edit` changes what is there: saved with
    the same values, it says that nothing changed.
    """
    from advisory.tui.dialogs.form.form import FormDialog
    from advisory.tui.dialogs.form.kept import begin_form
    from advisory.tui.dialogs.form.opening import Opening

    unsaved = screen.desk.unsaved
    record_id = record_id or (shown.id if shown else "")
    fields = [msgspec.structs.replace(field, hint=screen.desk.hint(field.hint)) for field in fields]
    slots = {field.name: Slot(field.between, field.initial, is_list=field.is_list) for field in fields}
    is_kept, drafted, problem, focus_on = keeps_draft(form), unsaved.fields("", ""), "", ""
    if is_kept:
        drafted = unsaved.bring_back(form, record_id, lambda name: slots.get(name, Slot("")))

    keep = DraftKeeper(screen, form, record_id)
    while True:
        covered = screen.desk.prose.is_shaded
        opening = Opening(
            heading,
            fields,
            drafted,
            keep if is_kept else None,
            about,
            problem,
            keep.problem,
            covered,
            focus_on,
            does,
            more,
        )
        dialog = begin_form(screen.app, screen.desk.forms, kind or FormDialog, opening)
        screen.call_after_refresh(screen.draft_is_shown, form, record_id)
        values = await screen.ask(dialog)
        left_at = dialog.focus_on  # the dialog may be another form soon
        if values is None:
            if not await keep.may_close():
                drafted, problem, focus_on = unsaved.fields(form, record_id), "", left_at
                continue
            keep.say_left("Not saved yet. What you typed is kept as a draft.")
            return False
        seq = screen.desk.caseload.store.seq
        with refusals_shown(screen, in_status_line=False) as outcome:
            saving = save(values, shown) if shown is not None else save(values)
            if saving is not None:
                if is_kept:
                    keep(values)
                await saving
            unsaved.forget(form, record_id)
        screen.redraw()
        if not outcome.refused:
            if saving is None and (is_edit or shown is not None) and screen.desk.caseload.store.seq == seq:
                screen.say("Nothing changed", _student_of(shown) if shown is not None else record_id)
            return True
        problem, drafted, focus_on = outcome.sentence, values, left_at
        keep.after_refusal(outcome.error, values)
        if isinstance(outcome.error, Conflict) and shown is not None and outcome.error.stored is not None:
            problem = _conflict(screen, outcome.error)
            shown = outcome.error.stored


def _student_of(record: Record | None) -> str:
    """The id of the student a record is, or is about; "" for another record, and for none."""
    return record.id if isinstance(record, Student) else str(getattr(record, "student", ""))


def _conflict(screen: AskingScreen, conflict: Conflict) -> str:
    """The sentence that says what was changed elsewhere, field by field, above the form with the advisor's text."""
    if screen.desk.prose.is_shaded:
        return "This was changed in another window. ^s saves yours instead."
    now = [f"{label} is now “{safe(value)}”" for label, value in _differences(conflict.shown, conflict.stored)]
    what = f": {'; '.join(now)}" if now else ", but none of its words"
    return f"Changed in another window{what}. What you typed is above; ^s saves it instead."


def _differences(shown: Record | None, stored: Record | None) -> Iterator[tuple[str, str]]:
    """The label and the stored value of each field that differs.

    Of a pact only the wording is compared: marks made in the meantime are kept in any case.
    """
    if isinstance(shown, Pact) and isinstance(stored, Pact):
        from advisory.rules.pact.wording import differences

        yield from ((one.called, "; ".join(one.now)) for one in differences(shown, stored))
        return
    for name in stored.__struct_fields__ if stored is not None else ():
        value = getattr(stored, name)
        if name not in {"updated_at", "revisions"} and value != getattr(shown, name):
            yield name.replace("_", " "), _shown(value)


def _shown(value: object) -> str:
    """A field's value as a sentence shows it."""
    if isinstance(value, tuple):
        return "; ".join(map(_shown, value))
    if isinstance(value, FamilyContact):
        return called(value)
    if isinstance(value, Piece):
        named = (str(getattr(value, name, "")) for name in _NAMED_BY)
        return next(filter(None, named), "changed")
    if isinstance(value, Word):
        return value.label
    if isinstance(value, time):
        return time_words(value)
    return show_date(value) if isinstance(value, date) else "nothing" if value is None else str(value)
