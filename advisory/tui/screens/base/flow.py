"""Doing something by asking: a form is filled in until what it says is taken."""

from collections.abc import Callable, Coroutine, Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from advisory.model import Pact, Record
from advisory.store import Conflict
from advisory.tui.asking import asking
from advisory.tui.dialogs.form.field import Field
from advisory.tui.drafts.unsaved import Slot
from advisory.tui.prose import safe

from .asks import Asks, flow
from .frame import Frame

if TYPE_CHECKING:
    from advisory.tui.dialogs.form.form import FormDialog

Values = dict[str, str]
__all__ = ["Flow", "Values", "flow"]


class Flow(Frame, Asks):
    """A screen of the caseload that can ask, also by a form."""

    async def fill(
        self,
        form: str,
        heading: str,
        fields: list[Field],
        use: Callable[[Values], Coroutine[Any, Any, None] | None],
        *,
        record_id: str = "",
        about: str = "",
        rebase: Callable[[Any], None] | None = None,
        make: "Callable[..., FormDialog] | None" = None,
    ) -> bool:
        """Let the advisor fill in a form until its values are taken, or Escape; False then, and the draft is kept.

        `use` may ask further before it takes them; a refusal, also of going on, comes back to the form.
        A refusal shows the form again with what was typed. When somebody else changed the record meanwhile, both are
        shown, and `rebase` gets the record as it is now, so that saving again is done knowingly. `make` makes a form
        of another shape than the plain one.
        """
        from advisory.tui.dialogs.form.form import FormDialog

        unsaved, now = self.desk.unsaved, self.desk.caseload.now
        fields = [msgspec.structs.replace(field, hint=self.desk.hint(field.hint)) for field in fields]
        slots = {field.name: Slot(field.between, field.begun, is_list=field.is_list) for field in fields}
        drafted = unsaved.bring_back(form, record_id, lambda name: slots.get(name, Slot("")))
        problem, focus_on = "", ""

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
                going_on = use(values)
                if going_on is not None:
                    keep(values)
                    await going_on
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
        from advisory.rules.pact.wording import differences

        yield from ((one.called, "; ".join(one.now)) for one in differences(shown, stored))
        return
    for name in stored.__struct_fields__ if stored is not None else ():
        value = getattr(stored, name)
        if name not in {"updated_at", "revisions"} and value != getattr(shown, name):
            yield name.replace("_", " "), str(value)
