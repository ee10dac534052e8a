"""Edit a group entry as a whole: what it says about everyone changes in each of its check-ins."""

from typing import Any

from advisory.caseload.caseload import Caseload
from advisory.caseload.group import has_own_line, members_of, text_of_all
from advisory.caseload.leaving.leaving import keep_shared
from advisory.model import CheckIn
from advisory.rules.refusal import Refusal
from advisory.store import Conflict

from .edit import edited_check_in, revised

_OWN = {"student_says", "feeling", "pact", "insight", "person", "by", "question"}
"""The fields that are about one student alone, even in a group entry."""


def edit_group(caseload: Caseload, shown: CheckIn, **changes: Any) -> tuple[CheckIn, ...]:
    """Change some fields of `shown`, and the same in every check-in of its group entry, in one change.

    The text about all is the line, or the body of one with a line of its own; lines of their own stay. A field that was
    set apart for a student, so that it differs from the one shown, stays as it is for them. Refuses another student, and
    what edit_check_in refuses. Returns the check-ins that changed; the one shown is the first.
    """
    if changes.get("student", shown.student) != shown.student:
        raise Refusal("A group entry is moved one student at a time. Choose to change only this one.")
    changes = {name: value for name, value in changes.items() if getattr(shown, name) != value}
    members, at = members_of(caseload, shown), caseload.now()
    text = text_of_all(members)
    new_text = changes.get("body" if has_own_line(shown, text) else "line", text)
    edits: list[tuple[CheckIn, CheckIn]] = [(shown, edited_check_in(shown, changes, caseload.today))]
    for member in members:
        if member.id != shown.id:
            its = _changes_of(member, shown, changes, text, new_text)
            edits.append((member, edited_check_in(member, its, caseload.today)))
    edits = [(was, now) for was, now in edits if was != now]
    if not edits:
        return ()
    with caseload.store.change("Group entry edited", at) as change:
        stored = change.need(CheckIn, shown.id)
        if stored != shown:
            raise Conflict(shown, stored)
        for was, now in edits:
            keep_shared(caseload, was, now.visibility)
        return tuple(change.put(revised(was, now, at), shown=was) for was, now in edits)


def _changes_of(member: CheckIn, shown: CheckIn, changes: dict[str, Any], text: str, new_text: str) -> dict[str, Any]:
    """What changes in another check-in of the group."""
    its = {
        name: value
        for name, value in changes.items()
        if name not in _OWN | {"line", "body"} and getattr(member, name) == getattr(shown, name)
    }
    if not its.get("contact_made", member.contact_made):
        its |= {"counts_contact": False, "counts_one_to_one": False}
    if new_text != text:
        if has_own_line(member, text):
            its["body"] = new_text
        elif member.line == text:
            its["line"] = new_text
    if "body" in changes and not has_own_line(shown, text) and member.line == text and member.body == shown.body:
        its["body"] = changes["body"]
    return its
