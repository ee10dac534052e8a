"""Match the students of a handover file to those of the caseload, as those of a roster are matched: never by a guess."""

from collections.abc import Sequence
from typing import NamedTuple

from advisory.exchange.file.excerpt import excerpt
from advisory.exchange.roster.dry_run import ASK, Wanted, compare
from advisory.exchange.roster.roster import Roster, RosterRow
from advisory.model import Student

from .handover import Handed, Handover

_FIELDS = (
    "given_name",
    "family_name",
    "preferred_name",
    "pronouns",
    "student_number",
    "source_id",
    "grade",
    "email",
)


class Matched(NamedTuple):
    """Who is who. Students to ask about are in neither of the other lists."""

    pairs: tuple[tuple[Handed, Student | None], ...]
    """A student of the file, and the same one here; None if they are new here."""
    in_trash: tuple[Handed, ...]
    """Those who are in the trash here."""
    to_ask: tuple[str, ...]
    """For each student whom only the advisor can match: who it is, why, and whom it may be."""


def match_students(handover: Handover, known: Sequence[Student], unsure: str = ASK) -> Matched:
    """Match by a name and when its record was made, then as a roster does. `unsure` is what the advisor decided about the open ones."""
    made = {(one.created_at, one.given_name, one.family_name): one.id for one in known}
    rows = {
        RosterRow(
            line=number,
            own_id=made.get((one.created_at, one.given_name, one.family_name), ""),
            **{field: getattr(one, field) for field in _FIELDS},
        ): handed
        for number, handed in enumerate(handover.students, 1)
        for one in (handed.student,)
    }
    plan = compare(Roster("handover", tuple(rows)), known, Wanted(returning=True, unsure=unsure))
    same = [*((one.row, one.student) for one in plan.changed), *plan.unchanged]
    here: dict[RosterRow, Student | None] = {**dict.fromkeys(plan.new), **dict(same)}
    pairs = [(rows[row], here[row]) for row in rows if row in here]
    return Matched(
        tuple((handed, student) for handed, student in pairs if student is None or student.deleted_at is None),
        tuple(handed for handed, student in pairs if student is not None and student.deleted_at is not None),
        tuple(
            f"{excerpt(one.row.given_name)} {excerpt(one.row.family_name)}: {excerpt(one.why, 200)}"
            + (
                f"; it may be {' or '.join(excerpt(each.full_name) for each in one.candidates)}"
                if one.candidates
                else ""
            )
            for one in plan.ambiguous
        ),
    )
