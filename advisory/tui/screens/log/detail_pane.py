"""The detail pane of the log: one check-in in full."""

from advisory.caseload.leaving.shares import shared_line
from advisory.model import CheckIn
from advisory.model.words import CheckInState, Observer
from advisory.rules.check_in.line import kind_words
from advisory.rules.check_in.own_hand import OWN, feeling_words
from advisory.tui.desk import Desk
from advisory.tui.prose import day, wrap
from advisory.tui.widgets.text.ink import Line, Span
from advisory.tui.widgets.text.inked_block import InkedBlock
from advisory.tui.words.revisions import revision_lines

from .rows import Group, group_text


class CheckInDetail(InkedBlock):
    """Shows a check-in in full."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="detail")
        self._desk = desk
        self._check_in: CheckIn | None = None
        self._group: Group | None = None

    def show(self, check_in: CheckIn | None, group: Group | None = None) -> None:
        """Show another check-in, or the group it stands for; None clears the pane."""
        self._check_in, self._group = check_in, group
        self.renew()

    def _of_group(self, group: Group, cells: int) -> list[Line]:
        """What was written about all, and who was there."""
        check_in, text = group_text(self._desk, group)
        if check_in is None:
            return []
        found = (self._desk.caseload.store.get(CheckIn, key) for key in group.members)
        names = ", ".join(self._desk.short(one.student) for one in found if one is not None)
        shown = self._desk.prose.note_lines(text)
        shown = self._desk.why_kept_back if self._desk.keeps_back(check_in) else shown
        return [
            (Span(f"{len(group.members)} students", "heading"),),
            *self._topic(check_in, cells),
            *((Span(fact, "muted"),) for fact in wrap(" · ".join(facts_of(check_in, self._desk)), cells)),
            (),
            *((Span(line),) for line in wrap(shown, cells)),
            (),
            *((Span(line, "muted"),) for line in wrap(names, cells)),
        ]

    def _topic(self, check_in: CheckIn, cells: int) -> list[Line]:
        """What the group talked about, if that was written down."""
        if not check_in.topic or self._desk.keeps_back(check_in):
            return []
        topic = f"Topic: {self._desk.prose.note(check_in.topic)}"
        return [(Span(line, "accent"),) for line in wrap(topic, cells)]

    def block(self, cells: int) -> list[Line]:
        check_in = self._check_in
        if self._group is not None:
            return self._of_group(self._group, cells)
        if check_in is None:
            return []
        desk = self._desk
        lines: list[Line] = [(Span(desk.name(check_in.student), "heading"),), *self._topic(check_in, cells)]
        lines += [(Span(fact, "muted"),) for fact in wrap(" · ".join(facts_of(check_in, desk)), cells)]
        if desk.keeps_back(check_in):
            return [*lines, (), *((Span(line, "muted"),) for line in wrap(desk.why_kept_back, cells))]
        for title, text in (
            ("", check_in.line),
            ("", check_in.body),
            ("Their words", check_in.student_says),
            ("Their question for next time", check_in.question),
        ):
            if not text:
                continue
            lines.append(())
            if title:
                lines.append((Span(title, "muted"),))
            shown = desk.prose.note_lines(text)
            lines += [(Span(line),) for line in wrap(shown, cells)]
        if check_in.tags:
            lines += [(), (Span(desk.prose.notes(f"#{tag}" for tag in check_in.tags), "accent"),)]
        if check_in.revisions:
            lines.append(())
        for revision in revision_lines(check_in, desk):
            lines += [(Span(line, "muted"),) for line in wrap(revision, cells)]
        return lines


def facts_of(check_in: CheckIn, desk: Desk) -> list[str]:
    """Facts about a check-in: when, what kind, how long, who started it, who may read it, and what it counts as."""
    today = desk.caseload.today
    facts = [day(check_in.happened_on, today), kind_words(check_in), check_in.medium.label]
    if check_in.person:
        facts.append(f"with {desk.prose.note(check_in.person)}")
    if check_in.state is CheckInState.JOT:
        facts.insert(0, "a jot, to finish later")
    if check_in.by is Observer.STUDENT:
        facts.insert(2, OWN)
    if check_in.feeling is not None:
        facts.append(f"feels {desk.prose.note(feeling_words(check_in.feeling))}")
    if check_in.part_of_day is not None:
        facts.append(check_in.part_of_day.label)
    if check_in.minutes is not None:
        facts.append(f"{check_in.minutes} min")
    if check_in.initiator.value != "advisor":
        facts.append(f"{check_in.initiator.label} started it")
    if not check_in.contact_made:
        reason = f" ({check_in.not_made_reason.label})" if check_in.not_made_reason else ""
        facts.append(f"not reached{reason}")
    facts += filter(None, (check_in.visibility.label, shared_line(desk.caseload, check_in.id)))
    counts = (
        "counts as one-to-one"
        if check_in.counts_one_to_one
        else "counts as contact"
        if check_in.counts_contact
        else "doesn't count as contact"
    )
    return [*facts, counts]
