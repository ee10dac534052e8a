"""Check-ins: each is one contact, observation or attempt with one student."""

from datetime import date, datetime
from typing import ClassVar

from .record import LONGEST_TEXT, Piece, Record, RecordError, allow_text, need_range, need_text
from .words import CheckInState, Kind, Medium, NotMadeReason, Observer, PartOfDay, Party, Tone, Visibility

Value = str | int | bool | list[str] | None


class Revision(Piece, frozen=True, kw_only=True):
    """What some fields of a check-in held before an edit: field name → value as stored in the file."""

    at: datetime
    was: dict[str, Value]


class CheckIn(Record, frozen=True, kw_only=True):
    """One check-in. `minutes` is None when nobody timed it; `feeling` is 1 to 5, as the student rates it.

    The two `counts_` flags say which of the student's clocks this check-in restarts: any contact, and one-to-one. Both
    are off when no contact was made. `person` is who of the family or staff it was with. `topic` is what the whole group
    talked about. `by` is who wrote it: the advisor, or the student beside the advisor. `question` is what the student
    wants to ask next time, until it is answered.
    """

    table: ClassVar[str] = "checkins"
    prefix: ClassVar[str] = "c"
    noun: ClassVar[str] = "check-in"

    student: str
    happened_on: date
    kind: Kind
    counts_contact: bool
    counts_one_to_one: bool
    visibility: Visibility
    group: str = ""
    part_of_day: PartOfDay | None = None
    medium: Medium = Medium.IN_PERSON
    initiator: Party = Party.ADVISOR
    contact_made: bool = True
    not_made_reason: NotMadeReason | None = None
    minutes: int | None = None
    line: str = ""
    body: str = ""
    tone: Tone = Tone.NEUTRAL
    student_says: str = ""
    feeling: int | None = None
    tags: tuple[str, ...] = ()
    pact: str = ""
    insight: str = ""
    state: CheckInState = CheckInState.DONE
    person: str = ""
    topic: str = ""
    by: Observer = Observer.ADVISOR
    question: str = ""
    revisions: tuple[Revision, ...] = ()

    def __post_init__(self) -> None:
        noun = "check-in"
        # ten years are twenty thousand of them, so a record that is plainly valid skips the checks of single fields
        texts = self.line + self.body + self.student_says + self.person + self.topic + self.question
        if len(texts) > LONGEST_TEXT or not texts.isascii():
            allow_text(self, noun, line=self.line, body=self.body, student_says=self.student_says)
            allow_text(self, noun, person=self.person, topic=self.topic, question=self.question)
        if not self.student.isalnum() or len(self.student) > LONGEST_TEXT:
            need_text(self, noun, student=self.student)
        if self.minutes is not None:
            need_range(noun, "minutes", self.minutes, 0, 24 * 60)
        if self.feeling is not None:
            need_range(noun, "feeling", self.feeling, 1, 5)
        if not self.contact_made and (self.counts_contact or self.counts_one_to_one):
            field = "counts_contact" if self.counts_contact else "counts_one_to_one"
            raise RecordError(noun, field, value=True, allowed="off, because the contact was not made")
        if self.contact_made and self.not_made_reason is not None:
            raise RecordError(
                noun, "not_made_reason", self.not_made_reason.value, "empty, because the contact was made"
            )
        for tag in self.tags:
            if not tag or any(character.isspace() for character in tag):
                raise RecordError(noun, "tags", tag, "words without spaces")
