"""Takes a note: opens the note line for a student or for anyone, saves what is typed, and keeps drafts."""

from typing import TYPE_CHECKING

from advisory.model.words import Kind, NotMadeReason
from advisory.tui.drafts.unsaved import NOTE, OLDER, TEXT, older_in
from advisory.tui.refusals import refusals_shown
from advisory.tui.running.patience import until

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen
    from advisory.tui.widgets.boxes.check_in_line import CheckInLine, Typed
    from advisory.tui.words.note.note_reading import NoteRead

READY_AFTER = 0.05
"""Seconds after a screen opens until its note line is made; the screen itself is drawn first."""
_DRAFT_RESTORED = {
    True: "Your draft is back. Enter saves it.",
    False: "Your draft is back. Typing starts a new note; Up brings the draft back.",
}
_KIND, _NOT_REACHED = "kind", "not_reached"
"""The fields of a draft besides its text; older notes have the prefix and a number."""


class NoteTaking:
    """The note line of one screen. Only the text is needed: everything else has a default and can be changed later."""

    def __init__(self, screen: "CaseScreen") -> None:
        self._screen, self._desk = screen, screen.desk
        self.line: CheckInLine | None = None
        """The note line; None until shortly after the screen is first drawn."""

    @property
    def is_open(self) -> bool:
        """Whether a note is being typed."""
        return self.line is not None and self.line.is_open

    @property
    def is_kept(self) -> bool:
        """Whether the disk keeps the draft of what is typed."""
        return self.line is None or not self._desk.unsaved.is_kept_nowhere(NOTE, self.line.student_id)

    async def prepare(self) -> None:
        """Mount the closed note line, unless that has been done."""
        if not self._screen.is_attached:
            return  # the screen has been closed already
        if self.line is None:
            from advisory.tui.widgets.boxes.check_in_line import Callbacks, CheckInLine

            callbacks = Callbacks(
                self.keep_draft, self.save, self.draw_reading, self._complete, self._desk.tags_for, self.explain_marks
            )
            self.line = line = CheckInLine(callbacks)
            await self._screen.mount(line)
        else:
            making = self.line
            await until(lambda: making.is_whole)

    async def open(self, student_id: str) -> None:
        """Open the line for one student with their draft, if any; "" opens it for whoever the note names."""
        await self.prepare()
        line = self.line
        if line is None:
            return
        draft = self._draft(student_id)
        line.open_for(draft)
        self._screen.body.can_focus = False  # a click elsewhere must not take the focus from the note
        self._screen.set_focus(line.area)
        self._screen.draw_bar()
        self._screen.call_after_refresh(self._screen.draft_is_shown, NOTE, student_id)
        self.draw_reading()
        self._screen.say(_DRAFT_RESTORED[bool(student_id)] if draft.text else "")

    def _draft(self, student_id: str) -> "Typed":
        from advisory.tui.widgets.boxes.check_in_line import Typed

        kept = self._desk.unsaved.bring_back(NOTE, student_id)
        kind, reason = kept.get(_KIND, ""), kept.get(_NOT_REACHED, "")
        texts = [text for text in (*older_in(kept), kept.get(TEXT, "")) if text.strip()] or [""]
        return Typed(
            student_id,
            texts[-1],
            Kind(kind) if kind in set(Kind) else None,
            NotMadeReason(reason) if reason in set(NotMadeReason) else None,
            tuple(texts[:-1]),
        )

    def read(self, typed: "Typed") -> "NoteRead":
        """Read the text of a note: whom it is about, its marks, and what is unclear."""
        from advisory.tui.words.note.note_reading import read_note

        return read_note(self._desk, typed.text, typed.student_id)

    def draw_reading(self) -> None:
        """Show under the open line how the program reads its text."""
        line = self.line
        if line is None or not line.is_open:
            return
        if line.student_id and line.student_id not in self._desk.caseload.names:
            self._reopen_for_anyone(line)
        from advisory.tui.words.note.note_reading import NOT_SAVED, describe_reading, offered_tags

        if self._screen.status_line.text.strip().startswith(NOT_SAVED):
            self._screen.say("")  # the text has changed
        read = self.read(line.typed)
        is_begun = bool(line.area.text.strip()) or bool(line.student_id)
        words = (
            describe_reading(self._desk, read, line.kind, line.not_reached) if is_begun else "Who is the note about?"
        )
        words += offered_tags(self._desk, line.area.text, line.area.cursor_at)
        line.show_reading(words, is_clear=not (read.problem or read.unclear), covered=self._desk.prose.is_shaded)

    def _reopen_for_anyone(self, line: "CheckInLine") -> None:
        """Keep the text after an undo in another terminal removed its student, and ask for another name."""
        from advisory.tui.widgets.boxes.check_in_line import Typed

        self._desk.unsaved.forget(NOTE, line.student_id)
        line.open_for(Typed("", f" {line.area.text}", line.kind, line.not_reached))
        line.put(line.area.text, 0)
        self._screen.say("That student is no longer here. Type a name in front of the note, or press Esc to keep it.")

    def _complete(self, text: str, cursor: int) -> list[str]:
        """The line with each name or mark that the word under the cursor may become.

        Where another kind must not be chosen instead, it is the line as it is, and the reason is said.
        """
        from advisory.tui.words.note.note_completion import complete_note, why_kind_stays

        if self.line is None:
            return []
        found = complete_note(self._desk, self.line.student_id, text, cursor)
        why = "" if found else why_kind_stays(self._desk, self.read(self.line.typed), text, cursor)
        if why:
            self._screen.say(why)
        return [text] if why else found

    def explain_marks(self) -> None:
        """Show a card with every mark that a note can have."""
        from advisory.rules.capture.card import GRAMMAR
        from advisory.tui.dialogs.help import Explained, HelpDialog

        keys = [
            Explained("Tab", "", "The name, #tag or mark that fits; or another kind."),
        ]
        marks = [*keys, *(Explained(mark, "", sentence) for mark, sentence in GRAMMAR)]
        self._screen.app.push_screen(HelpDialog("How a note is written", marks))

    def save(self) -> None:
        """Save the note; a refusal leaves the line open."""
        from .note_saving import NoteSaving

        NoteSaving(self._screen, self).save()

    # --- closing, and drafts --------------------------------------------------------------------------------------

    def close(self) -> None:
        """Close the line and keep what was typed as a draft."""
        line = self.line
        if line is None:
            return
        student_id, has_text = line.student_id, bool(line.area.text.strip())
        is_kept = line.keep_now()
        self.close_line()
        if is_kept:
            key = self._desk.key("check-in" if student_id else "capture")
            self._screen.say(
                f"Not saved yet: the draft is kept. {key} picks it up" if has_text else "",
                student_id if has_text else "",
            )
        self._screen.redraw()

    def close_line(self) -> None:
        if self.line is not None:
            self.line.close()
        self._screen.body.can_focus = True
        self._screen.set_focus(self._screen.body)
        self._screen.draw_bar()  # with the line, rather than once the focus is told

    def keep_draft(self, typed: "Typed") -> bool:
        """Write the draft to disk. If that fails, say so and return False."""
        fields = {TEXT: typed.text}
        if typed.text.strip():
            chosen = {_KIND: typed.kind, _NOT_REACHED: typed.not_reached}
            fields |= {name: word.value for name, word in chosen.items() if word is not None}
        fields |= {f"{OLDER}{number}": text for number, text in enumerate(typed.older)}
        with refusals_shown(self._screen) as outcome:
            self._desk.unsaved.keep(NOTE, typed.student_id, fields, self._desk.caseload.now())
        self._screen.draw_bar()
        return not outcome.refused
