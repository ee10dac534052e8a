"""Keeps the draft of one form, and offers another file where the disk keeps none."""

from collections.abc import Mapping

from advisory.store import WriteError
from advisory.tui.kept_drafts import keeps_draft
from advisory.tui.refusals import refusals_shown

from .asking_screen import AskingScreen


class DraftKeeper:
    """Called with what is typed; returns why that can't be kept, or "" if it is kept."""

    def __init__(self, screen: AskingScreen, form: str, about: str) -> None:
        self._screen, self._form, self._about = screen, form, about
        self._asked_about: Mapping[str, str] = {}
        """What was typed when the advisor was asked: the same text is asked about once."""
        self._elsewhere = ""
        """The name of the file that has the text instead; "" if there is none."""
        self.problem = ""
        """Why the last draft can't be kept; "" if it is."""

    def __call__(self, fields: dict[str, str]) -> str:
        desk = self._screen.desk
        with refusals_shown(self._screen, in_status_line=False) as outcome:
            desk.unsaved.keep(self._form, self._about, fields, desk.caseload.now())
        self.problem = outcome.sentence
        return self.problem

    def after_refusal(self, error: Exception | None, fields: dict[str, str]) -> None:
        """Where the disk refused to save a form, find out whether it has room for the draft at least: the footer says so."""
        if isinstance(error, WriteError) and keeps_draft(self._form):
            self(fields)

    async def may_close(self) -> bool:
        """Whether the form may close: its draft is kept, here or elsewhere, or was asked about before."""
        fields = self._screen.desk.unsaved.fields(self._form, self._about)
        if not (self.problem and fields) or fields == self._asked_about:
            return True
        self._asked_about = dict(fields)
        return await self._is_kept_elsewhere(fields)

    def say_left(self, kept: str) -> None:
        """Say where the draft is; `kept` is the sentence for one that is kept. Nothing is said without a draft."""
        desk = self._screen.desk
        if desk.unsaved.fields(self._form, self._about):
            if self._elsewhere:
                kept = f"Not saved; the text is in {self._elsewhere}."
            elif self.problem:
                kept = f"Not saved yet. It is held until you quit, and {desk.key('quit')} asks about it."
            self._screen.say(kept)

    async def _is_kept_elsewhere(self, fields: Mapping[str, str]) -> bool:
        """Offer another file for the text; whether it is there now."""
        from advisory.tui.dialogs.report import ReportDialog
        from advisory.tui.drafts.elsewhere import keep_elsewhere, place_for
        from advisory.tui.kept_drafts import not_saved

        screen, desk, key = self._screen, self._screen.desk, (self._form, self._about)
        (what,) = not_saved(desk, [key])
        place = place_for(desk.caseload.now().astimezone())
        lines = [f"{what}. {self.problem}"]
        if place is None:
            await screen.ask(ReportDialog("This draft can't be kept", lines, question="", escape="Esc goes back"))
            return False
        lines.append(f"It can be kept in {place} instead.")
        question = "Enter keeps it there and closes the form"
        if not await screen.ask(
            ReportDialog("This draft can't be kept", lines, question=question, escape="Esc goes back")
        ):
            return False
        kept = keep_elsewhere([(what, fields)], place)
        if kept is None:
            self.problem = f"It couldn't be kept in {place} either."
            return False
        desk.unsaved.asked_about = {**desk.unsaved.asked_about, key: dict(fields)}  # quitting needn't ask again
        self._elsewhere = kept.name
        return True
