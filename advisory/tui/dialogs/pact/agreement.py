"""A dialog in which the advisor writes down who agrees to a pact, and how."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from advisory.model.words import Agreed, Observer
from advisory.rules.pact.life import Yes
from advisory.tui.dialogs.dialog import Dialog
from advisory.tui.dialogs.form.field import Field
from advisory.tui.dialogs.form.field_input import FieldInput
from advisory.tui.dialogs.form.parts import enter_words
from advisory.tui.widgets.boxes.choice import Choice

PARTIES = (Observer.STUDENT, Observer.ADVISOR)
"""The parties in the order in which they are asked."""
_CALLED = {Observer.STUDENT: "The student", Observer.ADVISOR: "You"}
_NOT_YET = ("", "not yet")


class AgreementDialog(Dialog[list[Yes] | None], inherit_bindings=False):
    """Returns the agreements, at least one, or None.

    `names` has the parties to ask; `agreed` has safe sentences about who has agreed already. With `needs_both`, nobody
    can answer "not yet".
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "Leave it"),
        ("ctrl+s", "take", "Write it down"),
        ("down,tab", "app.focus_next", "Next"),
        ("up,shift+tab", "app.focus_previous", "Previous"),
    ]

    def __init__(
        self,
        names: Mapping[Observer, str],
        *,
        agreed: Sequence[str] = (),
        needs_both: bool = False,
        covered: bool = False,
    ) -> None:
        super().__init__()
        self._names, self._agreed, self._covered = names, agreed, covered
        how = [(word.value, word.label) for word in Agreed]
        self._ways = how if needs_both else [*how, _NOT_YET]

    @property
    def _asked(self) -> list[Observer]:
        return [party for party in PARTIES if party in self._names]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -agreement"):
            yield Static(Content("Who agrees to these words, and how?"), classes="dialog-heading")
            for sentence in self._agreed:
                yield Static(Content(sentence), classes="dialog-about")
            for party in self._asked:
                with Horizontal(classes="agreement-row"):
                    yield Static(Content(_CALLED[party]), classes="field-label")
                    name = self._names[party]
                    yield FieldInput(name, "name", id=f"name-{party}", covered=self._covered, submit=self._go_on)
                    yield Choice(
                        self._ways,
                        Agreed.SPOKEN.value,
                        id=f"how-{party}",
                        covered=self._covered,
                        submit=self._go_on,
                    )
            yield Static(classes="dialog-problem", markup=False)
            yield Static(classes="dialog-keys", markup=False)

    def on_mount(self) -> None:
        self.set_focus(self.query_one(f"#how-{self._asked[0]}"))

    def _is_last(self, widget: Widget | None) -> bool:
        return widget is not None and widget.id == f"how-{self._asked[-1]}"

    def on_descendant_focus(self) -> None:
        """Say what Enter does in the box, as every form does."""
        enter = enter_words(Field("", ""), is_last=self._is_last(self.focused))
        ways = " · ← → or a letter chooses how" if isinstance(self.focused, Choice) else ""
        self.query_one(".dialog-keys", Static).update(Content(f"{enter}{ways} · Esc back"))

    def _go_on(self, widget: Widget) -> None:
        if self._is_last(widget):
            self.action_take()
        else:
            self.focus_next()

    def action_take(self) -> None:
        given = []
        for party in self._asked:
            how = self.query_one(f"#how-{party}", Choice).value
            box = self.query_one(f"#name-{party}", FieldInput)
            if how and not box.value.strip():
                self._show_problem("Who says yes? Type the name.")
                self.set_focus(box)
                return
            if how:
                given.append(Yes(party, box.value.strip(), Agreed(how)))
        if given:
            self.dismiss(given)
        else:
            self._show_problem("No one has agreed yet. Esc goes back to the words.")

    def _show_problem(self, sentence: str) -> None:
        self.query_one(".dialog-problem", Static).update(Content(sentence))
