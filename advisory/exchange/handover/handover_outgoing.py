"""A handover as the preview shows it before the file is written: a line for each record."""

from collections.abc import Callable, Collection, Iterator
from datetime import date

from advisory.model import FamilyContact, Indicator, Partnership, Record, Student
from advisory.model.day_order import show_day
from advisory.model.nouns import many
from advisory.rules.leaving.leaving import Leaving, OfOne, Rated
from advisory.rules.leaving.outgoing import Outgoing, Written
from advisory.rules.leaving.preview import Going, Part
from advisory.rules.leaving.texts import texts_of
from advisory.rules.partnership.signs import Catalogue, label_of
from advisory.rules.refusal import Refusal

from .handover import KIND_OF
from .handover_out import handover_file

WHAT = "handover"
"""What the log of shares calls it."""
_DAYS = ("happened_on", "seen_on", "observed_on", "held_on", "learned_on", "written_on", "starts_on", "start_on")


def handover_outgoing(
    leaving: Leaving, made_on: date, catalogue: Catalogue, encrypt: Callable[[bytes], bytes] | None
) -> Outgoing:
    """What leaves for the next advisor. `encrypt` closes the file with a passphrase; None leaves it open to whoever has it."""
    parts = [Part(one.student.full_name, list(_lines(one, catalogue, made_on))) for one in leaving.by_student]

    def file(left_out: Collection[str], _name: str) -> Written:
        kept = without(leaving, left_out)
        students = len(kept.of(Student))
        if not students:
            raise Refusal("Nobody would be handed over: every student's own line is left out.")
        data = handover_file(kept, made_on)
        holds = f"The handover of {many(Student, students)}"
        warning = "" if encrypt else "It is not encrypted: whoever has the file can read it."
        return Written(encrypt(data) if encrypt else data, holds, warning)

    def text(_left_out: Collection[str]) -> str:
        raise Refusal("A handover is a file: Enter writes it.")

    return Outgoing(WHAT, leaving, parts, file, text, uses_pronouns=True, may_include=False)


def without(leaving: Leaving, left_out: Collection[str]) -> Leaving:
    """What leaves, without these records and ratings, given by id; a student's own id stands for everything about them."""
    records = tuple(one for one in leaving.records if {one.id, getattr(one, "student", "")}.isdisjoint(left_out))
    rated = tuple(one for one in leaving.rated if {one.record_id, one.student}.isdisjoint(left_out))
    return leaving._replace(records=records, rated=rated)


def _lines(leaves: OfOne, catalogue: Catalogue, today: date) -> Iterator[Going]:
    yield Going(leaves.student.id, " · ".join(_particulars(leaves.student)))
    own = [one for one in leaves.records if one.table in KIND_OF]
    for record in own:
        yield Going(record.id, _line(record, catalogue, today), (record.id,))
    with_words = {one.id for one in own}
    for one in leaves.rated:
        if one.record_id not in with_words:
            yield Going(one.record_id, _rating(one, today), (one.record_id,))


def _particulars(student: Student) -> Iterator[str]:
    """What the file says about the person, so that the advisor sees it before it leaves."""
    yield student.full_name
    given = {
        "say it": student.pronounce,
        "": student.pronouns,
        "grade": student.grade,
        "number": student.student_number,
        "email": student.email,
        "speaks": student.home_language,
        "born on": student.birthday,
    }
    yield from (f"{name} {value}".strip() for name, value in given.items() if value)
    yield from map(_person, student.family_contacts)


def _person(person: FamilyContact) -> str:
    how = (person.relation, person.language, person.phone, person.email, person.best_time)
    return f"{person.name} ({', '.join(filter(None, how))})" if any(how) else person.name


def _line(record: Record, catalogue: Catalogue, today: date) -> str:
    """`check-in, Nov 20: Showed the draft`."""
    day = next((found for name in _DAYS if (found := getattr(record, name, None))), None)
    words = list(texts_of(record))
    if isinstance(record, Indicator):
        words.insert(0, label_of(record.key, catalogue))
    if isinstance(record, Partnership):
        words.insert(0, f"{record.stage.label} since {_shown(record.entered_on, today)}")
    what = ", ".join(filter(None, (record.noun, _shown(day, today) if day else "")))
    return f"{what}: {' · '.join(words)}" if words else what


def _rating(one: Rated, today: date) -> str:
    rated = ", ".join(word.label for word in (one.level, one.independence) if word) or one.source.label
    return f"rated {_shown(one.on, today)}, without the words: {rated}"


def _shown(day: date, today: date) -> str:
    return show_day(day, year=day.year != today.year)
