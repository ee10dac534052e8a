"""What the functions in this package share: saying that one may ask, and filling in a form until it is taken."""

from collections.abc import Callable, Coroutine, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from advisory.model import Pact, Record
from advisory.store import Conflict
from advisory.tui.asking import asking
from advisory.tui.dialogs.form.field import Field
from advisory.tui.drafts.unsaved import Slot
from advisory.tui.prose import safe

if TYPE_CHECKING:
    from advisory.tui.dialogs.form.form import FormDialog
    from advisory.tui.screens.base.frame import Frame

Values = dict[str, str]
"""What a form was filled in with, by field name."""
Function = TypeVar("Function", bound=Callable[..., Coroutine[Any, Any, None]])
_ASKS = "__asks__"


def asks(function: Function) -> Function:
    """Mark a command that may show a dialog: it runs in a worker, so that the screen can go on handling messages."""
    setattr(function, _ASKS, True)
    return function


def may_ask(function: Callable[..., object]) -> bool:
    """Whether a command is marked so."""
    return getattr(function, _ASKS, False)


async def fill(
    screen: "Frame",
    form: str,
    heading: str,
    fields: list[Field],
    use: Callable[..., Coroutine[Any, Any, None] | None],
    *,
    shown: Record | None = None,
    record_id: str = "",
    about: str = "",
    make: "Callable[..., FormDialog] | None" = None,
) -> bool:
    """Let the advisor fill in a form until its values are taken, or until Escape: False then, and the draft is kept.

    `use` gets the values, and may ask further before it takes them. A refusal shows the form again with what was typed.
    For a form that edits a record, `shown` is that record and `use` gets it as its second argument. When somebody else
    changed the record meanwhile, the form says what they wrote, and `use` gets the record as it is now, so that saving
    again is done knowingly. `make` makes another form than the plain one.
    """
    from advisory.tui.dialogs.form.form import FormDialog

    unsaved, now = screen.desk.unsaved, screen.desk.caseload.now
    record_id = record_id or (shown.id if shown else "")
    fields = [msgspec.structs.replace(field, hint=screen.desk.hint(field.hint)) for field in fields]
    slots = {field.name: Slot(field.between, field.initial, is_list=field.is_list) for field in fields}
    drafted = unsaved.bring_back(form, record_id, lambda name: slots.get(name, Slot("")))
    problem, focus_on = "", ""

    def keep(values: Values) -> None:
        with asking(screen):
            unsaved.keep(form, record_id, values, now())

    while True:
        covered = screen.desk.prose.is_shaded
        dialog = (make or FormDialog)(
            heading, fields, drafted, keep=keep, about=about, problem=problem, covered=covered, focus_on=focus_on
        )
        screen.call_after_refresh(screen.is_back, form, record_id)
        values = await screen.ask(dialog)
        if values is None:
            if unsaved.fields(form, record_id):
                screen.say("Not saved yet: what you typed is kept, and is there again next time.")
            return False
        with asking(screen, aloud=False) as asked:
            going_on = use(values, shown) if shown is not None else use(values)
            if going_on is not None:
                keep(values)
                await going_on
            unsaved.forget(form, record_id)
        screen.redraw()
        if not asked.refused:
            return True
        problem, drafted, focus_on = asked.sentence, values, dialog.focus_on
        if isinstance(asked.error, Conflict) and shown is not None and asked.error.stored is not None:
            problem = _conflict(screen, asked.error)
            shown = asked.error.stored


def _conflict(screen: "Frame", conflict: Conflict) -> str:
    """What somebody else wrote meanwhile, field by field, for the form that holds the advisor's own words."""
    if screen.desk.prose.is_shaded:
        return "It was changed elsewhere meanwhile. ^s writes yours over it."
    now = [f"{label} is now “{safe(value)}”" for label, value in _differences(conflict.shown, conflict.stored)]
    what = f": {'; '.join(now)}" if now else ", though none of its words"
    return f"Changed elsewhere meanwhile{what}. What you typed is above; ^s writes yours over it."


def _differences(shown: Record | None, stored: Record | None) -> Iterator[tuple[str, str]]:
    """The label and the stored value of each field that differs.

    Of a pact only its words count: a mark made in it meanwhile is kept whoever saves.
    """
    if isinstance(shown, Pact) and isinstance(stored, Pact):
        from advisory.rules.pact.wording import differences

        yield from ((one.called, "; ".join(one.now)) for one in differences(shown, stored))
        return
    for name in stored.__struct_fields__ if stored is not None else ():
        value = getattr(stored, name)
        if name not in {"updated_at", "revisions"} and value != getattr(shown, name):
            yield name.replace("_", " "), str(value)
