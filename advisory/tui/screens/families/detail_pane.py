"""The detail pane of the families: the people of one family and how to reach them, and what went home last."""

from itertools import islice

from advisory.model import CheckIn, glyphs
from advisory.model.words import Kind, Tone
from advisory.tui.desk import Desk
from advisory.tui.prose import day, wrap
from advisory.tui.widgets.text.ink import Line, Span
from advisory.tui.widgets.text.inked_block import InkedBlock
from advisory.tui.words.family import person_words

_LAST = 4
"""How many of the latest contacts are shown."""


class FamilyDetail(InkedBlock):
    """Shows the family of one student."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="detail")
        self._desk, self._student_id = desk, ""

    def show(self, student_id: str) -> None:
        """Show another student's family; "" clears the pane."""
        self._student_id = student_id
        self.renew()

    def block(self, cells: int) -> list[Line]:
        desk = self._desk
        if self._student_id not in desk.caseload.names:
            return []
        lines: list[Line] = [(Span(desk.name(self._student_id), "heading"),), ()]
        people = desk.student(self._student_id).family_contacts
        if not people:
            nobody = f"Nobody written down yet; {desk.key('edit-student')} adds them."
            lines += [(Span(text, "muted"),) for text in wrap(nobody, cells)]
        for person in people:
            lines += [(Span(text),) for text in wrap(person_words(person, desk.prose), cells)]
        home = (
            one
            for one in reversed(desk.caseload.store.check_ins_of(self._student_id))
            if one.kind is Kind.FAMILY_CONTACT
        )
        for one in islice(home, _LAST):
            lines += [(), (Span(self._heading(one), "muted"),)]
            lines += [(Span(text),) for text in wrap(desk.written(one, one.line), cells) if one.line]
        return lines

    def _heading(self, one: CheckIn) -> str:
        """`Nov 12 · * · phone · Ngozi Okafor`, without any words of the note."""
        prose = self._desk.prose
        tone = {Tone.CELEBRATE: glyphs.CELEBRATION, Tone.CONCERN: "concern"}.get(one.tone, "")
        is_hidden = prose.is_shaded or self._desk.keeps_back(one)
        facts = [day(one.happened_on, self._desk.caseload.today), "" if is_hidden else tone, one.medium.label]
        reached = "" if one.contact_made else "not reached"
        return " · ".join(filter(None, [*facts, prose.note(one.person), reached]))
