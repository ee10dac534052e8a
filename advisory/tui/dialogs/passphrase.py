"""The dialog that asks for a passphrase: it is never shown, drafted or kept."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from advisory.rules.leaving.passphrase import refuse_short
from advisory.rules.refusal import Refusal

from .dialog import Dialog
from .form.field_input import FieldInput

_ONE, _AGAIN = "passphrase", "passphrase-again"


class PassphraseDialog(Dialog[str | None], inherit_bindings=False):
    """Returns the passphrase, or None for Escape.

    A new one (`is_new`) is typed twice; left blank both times it is "", for a file that is not encrypted.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "Leave it"),
        ("down,tab", "app.focus_next", "Next box"),
        ("up,shift+tab", "app.focus_previous", "Box before"),
    ]

    def __init__(self, heading: str, *, is_new: bool, problem: str = "") -> None:
        super().__init__()
        self._heading, self._is_new, self._problem = heading, is_new, problem

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(self._heading), classes="dialog-heading")
            if self._is_new:
                about = "With a passphrase, only somebody who knows it can read the file. Without one, anybody who has the file can."
                yield Static(Content(about), classes="dialog-about")
            yield Static(Content("Passphrase"), classes="field-label")
            yield FieldInput("", "", id=_ONE, covered=True, submit=self._submit)
            if self._is_new:
                yield Static(Content("The same again"), classes="field-label")
                yield FieldInput("", "", id=_AGAIN, covered=True, submit=self._submit)
            yield Static(Content(self._problem), classes="dialog-problem")
            blank = " · blank: not encrypted" if self._is_new else ""
            yield Static(Content(f"Enter goes on{blank} · Esc back"), classes="dialog-keys")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(f"#{_ONE}"))

    def _submit(self, box: FieldInput) -> None:
        words = self.query_one(f"#{_ONE}", FieldInput).value
        if not self._is_new:
            self._take(words)
        elif words and box.id == _ONE:
            self.set_focus(self.query_one(f"#{_AGAIN}"))
        elif words != self.query_one(f"#{_AGAIN}", FieldInput).value:
            self._say("The two are not the same. Type the second one again.")
        else:
            try:
                if words:
                    refuse_short(words)
            except Refusal as refusal:
                self._say(str(refusal))
                return
            self.dismiss(words)

    def _take(self, words: str) -> None:
        if words:
            self.dismiss(words)
        else:
            self._say("Type the passphrase that the file was encrypted with.")

    def _say(self, problem: str) -> None:
        self.query_one(".dialog-problem", Static).update(Content(problem))
