"""Note a sign seen in the partnership with a student."""

from datetime import date

from advisory.caseload.caseload import Caseload
from advisory.model import CatalogueSign, CheckIn, Indicator, Student
from advisory.model.words import Observer
from advisory.rules.partnership.signs import catalogue_of
from advisory.rules.refusal import Refusal


def add_sign(
    caseload: Caseload,
    student_id: str,
    key: str,
    *,
    observed_on: date | None = None,
    by: Observer = Observer.ADVISOR,
    line: str = "",
    check_in: str = "",
) -> Indicator:
    """Note one sign of the catalogue, seen today by default. It counts for the sign's stage, but moves nobody to another.

    `check_in` is the id of the check-in it was seen in. Refuses a key that is not in the catalogue, a future day, and a
    check-in with another student.
    """
    day = observed_on or caseload.today
    if day > caseload.today:
        raise Refusal("That day is still to come. Note a sign after you see it.")
    with caseload.store.change("Sign noted", caseload.now()) as change:
        student = change.need(Student, student_id)
        sign = catalogue_of(change.all(CatalogueSign)).get(key)
        if sign is None:
            raise Refusal(f"There is no sign “{key}”. `advisory signs` lists them.")
        if check_in and change.need(CheckIn, check_in).student != student.id:
            raise Refusal("That check-in is with another student. Choose one with this student.")
        return change.add(
            Indicator,
            student=student.id,
            key=key,
            stage=sign.stage,
            observed_on=day,
            by=by,
            line=line.strip(),
            check_in=check_in,
        )
