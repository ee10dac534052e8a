"""One pact in the editor: its fields, what has to be fixed or asked before it is saved, and how it is saved."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from advisory.casework.pact.activate import activate_pact
from advisory.casework.pact.agree import agree_to_pact
from advisory.casework.pact.draft import draft_pact, usual_dates
from advisory.casework.pact.edit import edit_pact
from advisory.model import Pact, RecordError
from advisory.model.words import Observer, PactStatus, ReviewEvery
from advisory.rules.days.day_words import format_day
from advisory.rules.pact.life import AGREED_STATES, agreed_by, missing_fields
from advisory.rules.pact.party import advisor_name
from advisory.rules.pact.wording import AGREED_FIELDS, Difference, differences, needs_agreement
from advisory.tui.desk import Desk
from advisory.tui.dialogs.form.calendar import Days
from advisory.tui.dialogs.form.field import Field

from .agreement import PARTIES
from .check import Answers, Check
from .fields import FORM_FIELD, Reading, pact_fields, read_pact

Values = dict[str, str]
_DAY_FIELDS = frozenset({"start_on", "next_review_on", "target_on"})


class PactCase:
    """`pact` is the pact as it was last shown or saved, None if it is new. `answers` are used by the next save."""

    def __init__(self, desk: Desk, student_id: str, pact: Pact | None) -> None:
        self._desk, self._student_id = desk, student_id
        self.pact = pact
        self.answers = Answers()

    @property
    def heading(self) -> str:
        """The name of the student, and the status of the pact."""
        name = self._desk.name(self._student_id)
        return f"The pact with {name} · {self.pact.status.label}" if self.pact else f"A pact with {name}"

    @property
    def fields(self) -> list[Field]:
        """The fields of the form."""
        return pact_fields(
            self.pact, usual_dates(self._desk.caseload, self._desk.caseload.today, ReviewEvery.TWO_WEEKS)
        )

    @property
    def days(self) -> Days:
        """What the form needs to know about days."""
        caseload = self._desk.caseload
        return Days(
            caseload.today,
            self._desk.day,
            caseload.calendar.is_school_day,
            lambda every: usual_dates(caseload, caseload.today, every)[0],
        )

    @property
    def is_kept(self) -> bool:
        """Whether both have agreed to it, so that both must be asked when its wording changes."""
        return self.pact is not None and self.pact.status in AGREED_STATES

    # --- checking -------------------------------------------------------------------------------------------------

    def check(self, values: Values, *, begins: bool) -> Check:
        """Check the values of the form. With `begins`, the pact is not only to be saved but to begin."""
        changes, problems = self._read(values)
        if problems:
            return Check({name: self._desk.refusal(error) for name, error in problems.items()})
        try:
            edited = self._edited(changes)
        except RecordError as error:
            return Check({FORM_FIELD.get(error.field, error.field): self._desk.refusal(error)})
        if not begins and not self.is_kept:
            return Check()
        lacks = missing_fields(edited, None if self.is_kept else self._desk.caseload.today)
        if lacks:
            opening = "A pact you both agreed to needs" if self.is_kept else "The pact can begin once it has"
            return Check({FORM_FIELD.get(field, field): f"{opening} {words}." for field, words in lacks.items()})
        if self.is_kept:
            changed = list(self._changed(edited))
            return Check(changed=changed, names=self._names(PARTIES) if changed else {})
        return self._beginning(edited)

    def _beginning(self, edited: Pact) -> Check:
        """Who still has to agree, and which other pacts of the student are active."""
        prose, today = self._desk.prose, self._desk.caseload.today
        there = agreed_by(self.pact) if self.pact and not needs_agreement(self.pact, edited) else {}
        agreed = [
            f"{prose.note(yes.name)} agreed {format_day(yes.on, today)} ({yes.how.label})." for yes in there.values()
        ]
        others = [
            prose.note(other.called)
            for other in self._desk.caseload.store.of_student(Pact, self._student_id)
            if other.status is PactStatus.ACTIVE and other.id != edited.id
        ]
        asked = tuple(party for party in PARTIES if party not in there)
        return Check(names=self._names(asked), agreed=agreed, others=others)

    def _names(self, asked: tuple[Observer, ...]) -> dict[Observer, str]:
        """The name to write down for each party: from their last agreement, or else the usual one."""
        usual = {
            Observer.STUDENT: self._desk.caseload.shorts[self._student_id],
            Observer.ADVISOR: advisor_name(self._desk.caseload.pacts),
        }
        last = {yes.party: yes.name for yes in self.pact.agreements} if self.pact else {}
        return {party: last.get(party, usual[party]) for party in asked}

    def _changed(self, edited: Pact) -> Iterator[Difference]:
        assert self.pact is not None
        for change in differences(self.pact, edited):
            if change.field in AGREED_FIELDS:
                show = str if change.field in _DAY_FIELDS else self._desk.prose.note
                yield change._replace(was=tuple(map(show, change.was)), now=tuple(map(show, change.now)))

    # --- saving ---------------------------------------------------------------------------------------------------

    def save(self, values: Values) -> str:
        """Save the pact, and return a sentence that says what was done. Refuses as the casework functions do."""
        answers, self.answers = self.answers, Answers()
        changes, problems = self._read(values)
        for error in problems.values():
            raise error
        caseload, shown = self._desk.caseload, self.pact
        if shown is None:
            done, self.pact = "Pact drafted", draft_pact(caseload, self._student_id, **changes)
        elif self.is_kept:
            self.pact = edit_pact(caseload, shown, yes=answers.yes, typo=answers.typo, **changes)
            return _saved_words(shown, self.pact, answers)
        else:
            done, self.pact = "Pact edited", edit_pact(caseload, shown, **changes)
        if not answers.begins:
            return done
        if {*agreed_by(self.pact), *(one.party for one in answers.yes)} == set(Observer):
            self.pact = activate_pact(caseload, self.pact, answers.yes, beside=answers.beside)
            return "The pact begins: both agreed"
        self.pact = agree_to_pact(caseload, self.pact, answers.yes)
        return "Saved: one of you agreed; the pact begins once you both have"

    def rebase(self, stored: Pact) -> None:
        """Continue with the pact as somebody else has changed it meanwhile."""
        self.pact = stored

    def _read(self, values: Values) -> Reading:
        start_on = self.pact.start_on if self.pact else self._desk.caseload.today
        return read_pact(values, self.pact, self._desk.day, start_on)

    def _edited(self, changes: dict[str, Any]) -> Pact:
        """The pact with the form's values, not saved. Raises RecordError if they don't make a valid pact."""
        if self.pact is not None:
            return replace(self.pact, **changes)
        now = self._desk.caseload.now()
        return Pact(id="", created_at=now, updated_at=now, student=self._student_id, status=PactStatus.DRAFT, **changes)


def _saved_words(before: Pact, after: Pact, answers: Answers) -> str:
    if after is before:
        return "Nothing changed in the pact"
    if after.revision != before.revision:
        return "Pact changed: both agreed again"
    return "Typo fixed; no one was asked again" if answers.typo else "Pact edited"
