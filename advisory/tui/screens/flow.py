"""Doing something by asking: a dialog is shown, its answer is used, and keys typed meanwhile wait for it."""

from collections.abc import Callable, Coroutine, Iterator
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from advisory.model import Pact, Record
from advisory.store import Conflict
from advisory.tui.asking import asking
from advisory.tui.dialogs.dialog import Dialog, ask_over
from advisory.tui.dialogs.field import Field
from advisory.tui.prose import safe

from .frame import Frame

if TYPE_CHECKING:
    from advisory.tui.dialogs.form import FormDialog

Value = TypeVar("Value")
Asking = TypeVar("Asking", bound="Flow")
Values = dict[str, str]


def flow(act: Callable[[Asking], Coroutine[Any, Any, None]]) -> Callable[[Asking], None]:
    """Make an action of a coroutine that may ask. A refusal is said, and never ends the program."""

    @wraps(act)
    def begin(screen: Asking) -> None:
        screen.begin(act(screen))

    return begin


class Flow(Frame):
    """A screen that can ask. While `is_busy` neither a dialog nor the screen itself is ready for the next key."""

    is_busy = False

    def begin(self, doing: Coroutine[Any, Any, None]) -> None:
        """Do something that asks, off the message loop, so that it can wait for the answer."""
        self.is_busy = True
        self.run_worker(self._do(doing), exclusive=True)

    async def _do(self, doing: Coroutine[Any, Any, None]) -> None:
        try:
            with asking(self):
                await doing
        finally:
            self.is_busy = False

    async def ask(self, dialog: Dialog[Value]) -> Value | None:
        """Show a dialog and wait for its answer; None when it was left without one."""
        return await ask_over(self, dialog)

    def is_back(self, form: str, record_id: str) -> None:
        """A draft is on the screen, so nothing in it stops the program: its file goes back to its place."""
        with asking(self):
            self.desk.unsaved.is_back(form, record_id, self.desk.caseload.now())

    async def fill(
        self,
        form: str,
        heading: str,
        fields: list[Field],
        use: Callable[[Values], None],
        *,
        record_id: str = "",
        about: str = "",
        rebase: Callable[[Any], None] | None = None,
        make: "Callable[..., FormDialog] | None" = None,
    ) -> bool:
        """Let the advisor fill in a form until its values are taken, or Escape; False then, and the draft is kept.

        A refusal shows the form again with what was typed. When somebody else changed the record meanwhile, both are
        shown, and `rebase` gets the record as it is now, so that saving again is done knowingly. `make` makes a form
        of another shape than the plain one.
        """
        from advisory.tui.dialogs.form import FormDialog

        unsaved, now = self.desk.unsaved, self.desk.caseload.now
        fields = [msgspec.structs.replace(field, hint=self.desk.hint(field.hint)) for field in fields]
        drafted, problem, focus_on = unsaved.bring_back(form, record_id), "", ""

        def keep(values: Values) -> None:
            with asking(self):
                unsaved.keep(form, record_id, values, now())

        while True:
            shaded = self.desk.prose.is_shaded
            dialog = (make or FormDialog)(
                heading, fields, drafted, keep=keep, about=about, problem=problem, covered=shaded, focus_on=focus_on
            )
            self.call_after_refresh(self.is_back, form, record_id)
            values = await self.ask(dialog)
            if values is None:
                if unsaved.fields(form, record_id):
                    self.say("Not saved yet: what you typed is kept, and is there again next time.")
                return False
            with asking(self, aloud=False) as asked:
                use(values)
                unsaved.forget(form, record_id)
            self.retell()
            if not asked.refused:
                return True
            problem, drafted, focus_on = asked.sentence, values, dialog.focus_on
            if isinstance(asked.error, Conflict) and rebase is not None and asked.error.stored is not None:
                problem = self._both(asked.error)
                rebase(asked.error.stored)

    def _both(self, conflict: Conflict) -> str:
        """What somebody else wrote meanwhile, field by field, beside the form that holds one's own."""
        if self.desk.prose.is_shaded:
            return "It was changed elsewhere meanwhile. ^s writes yours over it."
        now = [f"{called} is now “{safe(said)}”" for called, said in _changed(conflict.shown, conflict.stored)]
        what = f": {'; '.join(now)}" if now else ", though none of its words"
        return f"Changed elsewhere meanwhile{what}. What you typed is above; ^s writes yours over it."


def _changed(shown: Record | None, stored: Record | None) -> Iterator[tuple[str, str]]:
    """What is another now, by what it is called; of a pact its words, for marks made in it stay whoever writes them."""
    if isinstance(shown, Pact) and isinstance(stored, Pact):
        from advisory.rules.pact_wording import differences

        yield from ((one.called, "; ".join(one.now)) for one in differences(shown, stored))
        return
    for name in stored.__struct_fields__ if stored is not None else ():
        value = getattr(stored, name)
        if name not in {"updated_at", "revisions"} and value != getattr(shown, name):
            yield name.replace("_", " "), str(value)
