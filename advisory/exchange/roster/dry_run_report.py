"""Describe a dry run in lines of text, for the screen and the command line."""

from collections.abc import Iterable, Iterator
from datetime import date

from advisory.exchange.file.excerpt import excerpt
from advisory.model import Student
from advisory.model.day_order import show_date
from advisory.model.words import Status

from .ambiguous import Ambiguous
from .dry_run import Changed, DryRun, Left
from .roster import RosterRow, field_label
from .standing import EXPECTED


def report_lines(dry_run: DryRun, *, to_mark_left: str) -> list[str]:
    """The report: the counts, then each line of the file that changes something, with its number.

    `to_mark_left` tells the advisor how to mark the missing students as left. No line has control characters, but names
    are plain text that must be escaped before it is shown as markup.
    """
    return list(_report(dry_run, to_mark_left))


def _report(dry_run: DryRun, to_mark_left: str) -> Iterator[str]:
    counts = (
        (len(dry_run.new), "new"),
        (len(dry_run.changed) - len(dry_run.returning), "changed"),
        (len(dry_run.returning), "returning"),
        (len(dry_run.unchanged), "unchanged"),
        (len(dry_run.left), "who left"),
        (len(dry_run.missing), "not in the file"),
        (len(dry_run.ambiguous), "to ask about"),
        (len(dry_run.refused), "refused"),
    )
    always = {"new", "changed", "unchanged"}
    yield (
        f"{dry_run.format}: "
        + ", ".join(f"{count:,} {what}" for count, what in counts if count or what in always)
        + "."
    )
    if dry_run.is_no_change:
        yield "Nothing would change."
    for notice in dry_run.notices:
        yield f"Note: {excerpt(notice, 400)}"
    yield from _section("New", [f"line {row.line}: {_named(row)}" for row in dry_run.new])
    yield from _section("Changed", [_change(change) for change in dry_run.changed if not change.is_returning])
    yield from _section("Returning (they had left, and become active again)", [_change(c) for c in dry_run.returning])
    yield from _section(
        f"Left, according to the file (they stay in the caseload unless you mark them: {to_mark_left})",
        [_left(one) for one in dry_run.left if one.leaves],
    )
    yield from _section(
        "Left before (they stay so)",
        [_left(one) for one in dry_run.left if one.student and not one.leaves],
    )
    yield from _section(
        "Not at the school, according to the file (not imported)",
        [_left(one) for one in dry_run.left if not one.student],
    )
    yield from _section(
        f"Not in the file (nothing happens to them unless you mark them as left: {to_mark_left})",
        map(_named, dry_run.missing),
    )
    yield from _section("To ask about (nothing is written for these)", map(_ambiguous, dry_run.ambiguous))
    yield from _section(
        "Refused",
        [
            f"line {line.line}: {line.why}" + (f" ({excerpt(line.value)})" if line.value else "")
            for line in dry_run.refused
        ],
    )


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    entries = [f"  {line}" for line in lines]
    if entries:
        yield f"{title}:"
        yield from entries


def _named(person: RosterRow | Student) -> str:
    called = person.preferred_name and f" ({excerpt(person.preferred_name)})"
    name = f"{excerpt(person.given_name)}{called} {excerpt(person.family_name)}"
    details = [f"grade {excerpt(person.grade)}"] if person.grade else []
    if person.student_number:
        details.append(f"number {excerpt(person.student_number)}")
    elif person.email:
        details.append(excerpt(person.email))
    return ", ".join([name, *details])


def _change(change: Changed) -> str:
    student = change.student
    changes = [
        f"{field_label(field)} {excerpt(old) or '(none)'} → {excerpt(new) or '(none)'}"
        for field, (old, new) in change.fields.items()
        if field not in {"status", "left_on", "deleted_at"}
    ]
    if change.is_returning:
        was = "in the trash" if student.status in {Status.ACTIVE, Status.ON_LEAVE} else student.status.label
        changes.insert(0, f"{was} → active")
    return f"line {change.row.line}: {excerpt(student.given_name)} {excerpt(student.family_name)}: {'; '.join(changes)}"


def _left(one: Left) -> str:
    person = one.student or one.row
    status = "not here yet" if one.row.status == EXPECTED else Status(one.row.status).label if one.row.status else ""
    if one.student and not one.student.is_current:
        was = "in the trash" if one.student.deleted_at else one.student.status.label
        status = f"{was}, in the file as {status or 'here'}"
    on = f" on {show_date(date.fromisoformat(one.row.left_on))}" if one.row.left_on else ""
    return f"line {one.row.line}: {_named(person)}: {status}{on}"


def _ambiguous(unclear: Ambiguous) -> str:
    could_be = " or ".join(_named(student) for student in unclear.candidates)
    return f"line {unclear.row.line}: {_named(unclear.row)}: {unclear.why}" + (
        f"; it may be {could_be}" if could_be else ""
    )
