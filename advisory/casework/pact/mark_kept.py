"""Mark a commitment of a pact as kept on a day, or take the mark back; the student marks their own, for today."""

from datetime import date

from advisory.caseload.caseload import Caseload
from advisory.model import CatalogueSign, Indicator, Pact
from advisory.model.words import Observer
from advisory.rules.pact.keeping import commitments, with_kept, with_own_mark, without_kept
from advisory.rules.partnership.signs import catalogue_of
from advisory.store import Change

SIGN = "a_mine"
"""The key of the sign that the advisor kept a commitment."""
_WHOSE = {Observer.STUDENT: "Student's commitment kept", Observer.ADVISOR: "Your commitment kept"}


def mark_kept(caseload: Caseload, shown: Pact, side: Observer, number: int, on: date | None = None) -> Pact:
    """Mark commitment `number` (from 0) of one side as kept, today by default.

    A commitment the advisor kept is a sign of the alliance, which the same change notes once a day. Refuses a pact that
    is not active, a future day and a day before it began. Raises Conflict if the pact changed meanwhile.
    """
    day = on or caseload.today
    with caseload.store.change(_WHOSE[side], caseload.now()) as change:
        kept = change.put(with_kept(shown, side, number, day, caseload.today), shown=shown)
        if side is Observer.ADVISOR:
            note_kept_sign(change, kept, number, day)
        return kept


def note_kept_sign(change: Change, pact: Pact, number: int, day: date) -> None:
    """Note the sign that the advisor kept a commitment, if that day has none yet."""
    if not _signs(change, pact.student, day):
        sign, line = catalogue_of(change.all(CatalogueSign))[SIGN], pact.advisor_commitments[number].text
        by = Observer.ADVISOR
        change.add(Indicator, student=pact.student, key=SIGN, stage=sign.stage, observed_on=day, by=by, line=line)


def unmark_kept(caseload: Caseload, shown: Pact, side: Observer, number: int, on: date) -> Pact:
    """Remove a mark. If it was the advisor's last mark of that day, also remove the sign that came with it.

    Refuses a pact that is not active. Raises Conflict if the pact changed meanwhile.
    """
    is_own = on in commitments(shown, side)[number].own_marks
    with caseload.store.change(
        "The student's own mark removed" if is_own else "Mark removed: not kept", caseload.now()
    ) as change:
        pact = change.put(without_kept(shown, side, number, on), shown=shown)
        mine = [one for other in change.of_student(Pact, pact.student) for one in other.advisor_commitments]
        if side is Observer.ADVISOR and not any(on in one.kept for one in mine):
            noted = {one.text for one in mine}
            for sign in _signs(change, pact.student, on):
                if sign.line in noted:
                    change.remove(sign)
        return pact


def switch_own_mark(caseload: Caseload, shown: Pact, number: int) -> Pact:
    """Let the student mark one of their commitments as kept today, or take their own mark of today back.

    Refuses a day that the advisor marked, and a pact that is not active. Raises Conflict if the pact changed meanwhile.
    """
    today = caseload.today
    is_back = today in shown.student_commitments[number].own_marks
    marked = without_kept(shown, Observer.STUDENT, number, today) if is_back else with_own_mark(shown, number, today)
    with caseload.store.change(
        "The student's own mark taken back" if is_back else "Kept, marked by the student", caseload.now()
    ) as change:
        return change.put(marked, shown=shown)


def _signs(change: Change, student_id: str, day: date) -> list[Indicator]:
    return [sign for sign in change.of_student(Indicator, student_id) if sign.key == SIGN and sign.observed_on == day]
