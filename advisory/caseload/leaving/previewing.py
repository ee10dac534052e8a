"""Build the preview that is shown before something leaves: its lines, what stays here, and which names are covered."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from advisory.caseload.called import called, name_some
from advisory.caseload.caseload import Caseload
from advisory.model import Record, Student
from advisory.model.day_order import show_date
from advisory.model.nouns import noun_for
from advisory.model.words import Audience, PronounsScope
from advisory.rules.leaving.leaving import Leaving, NameFound
from advisory.rules.leaving.outgoing import Outgoing
from advisory.rules.leaving.preview import Choice, Going, Kept, Preview
from advisory.rules.leaving.reason import CAN_BE_INCLUDED, Instead, Reason

from .covering import unread_sentence

_BEHIND = {
    Reason.STAFF_ONLY: "for staff only",
    Reason.NOT_AGREED: "not agreed to yet",
    Reason.NOT_FOR_THEM: "not for this reader",
    Reason.NAMES: "that can't be without another student's name",
    Reason.LEFT_OUT: "left out by you",
}
_INSTEAD = {
    Instead.STAND_IN: "“another student” stands there instead",
    Instead.INITIALS: "their initials stand there instead",
    Instead.LEAVE_OUT: "those texts are left out",
}


def preview_of(caseload: Caseload, out: Outgoing, choice: Choice) -> Preview:
    """All that is shown of what leaves, and of what stays."""
    leaving = out.leaving
    lines = [line for part in out.parts for line in part.lines]
    names, covered = _covered([one for one in leaving.names if not one.is_word], lines)
    return Preview(
        out.parts,
        stays=_stays(leaving),
        kept=[*_kept(caseload, leaving), *out.kept] if out.may_include else (),
        words=_covered([one for one in leaving.names if one.is_word], lines)[0],
        names=_left_away(leaving) if choice.instead is Instead.LEAVE_OUT else names,
        covered=covered,
        instead=_INSTEAD[choice.instead],
        leaves_out=choice.instead is Instead.LEAVE_OUT,
        notes=[
            note
            for note in (
                _pronouns(caseload, leaving) if out.uses_pronouns else "",
                *out.notes,
                unread_sentence(caseload),
            )
            if note
        ],
    )


def _stays(leaving: Leaving) -> Mapping[str, int]:
    """`private check-ins` → 12, the most first."""
    counted: Counter[tuple[Reason, str]] = Counter((one.reason, one.record.noun) for one in leaving.stays)
    return {_why(reason, noun, count): count for (reason, noun), count in counted.most_common()}


def _why(reason: Reason, noun: str, count: int) -> str:
    nouns = noun_for(noun, count)
    behind = _BEHIND.get(reason, "")
    return f"{nouns} {behind}" if behind else f"{reason.label} {nouns}"


def _kept(caseload: Caseload, leaving: Leaving) -> list[Kept]:
    """What stays and can be included, the private first."""
    found = [one for one in leaving.stays if one.reason in CAN_BE_INCLUDED]
    found.sort(key=lambda one: CAN_BE_INCLUDED.index(one.reason))
    return [Kept(one.record, _called(caseload, one.record), one.reason) for one in found]


def _called(caseload: Caseload, record: Record) -> str:
    """`Maya O. · one-to-one, Nov 12`."""
    who = caseload.shorts.get(str(getattr(record, "student", "")), "")
    return " · ".join(filter(None, (who, called(record, caseload.catalogue, show_date) or record.noun)))


def _covered(names_found: Iterable[NameFound], lines: Iterable[Going]) -> tuple[list[str], frozenset[str]]:
    """Which of the names are covered in what is shown, as they stood there, each once; and the keys of the lines they are in.

    Names without a record are in words that were typed, which may be in any line.
    """
    found: dict[str, list[NameFound]] = defaultdict(list)
    for one in names_found:
        found[one.record_id].append(one)
    names, keys = [], set()
    for line in lines:
        text = line.text.casefold()
        here = [one.name for row in (*line.rows, "") for one in found.get(row, ()) if one.instead.casefold() in text]
        names += here
        if here:
            keys.add(line.key)
    return list(dict.fromkeys(names)), frozenset(keys)


def _left_away(leaving: Leaving) -> list[str]:
    """The names that keep a text from leaving."""
    return list(dict.fromkeys(one.name for one in leaving.names if not one.is_word))


def _pronouns(caseload: Caseload, leaving: Leaving) -> str:
    """Whose pronouns are left off, because they may not be used with this audience, and where they may be."""
    if leaving.audience is Audience.COUNTS:
        return ""
    away: dict[PronounsScope, list[str]] = defaultdict(list)
    for one in leaving.of(Student):
        whole = caseload.store.need(Student, one.id)
        if whole.pronouns and not one.pronouns:
            away[whole.pronouns_scope].append(caseload.shorts[one.id])
    parts = [f"{name_some(names)} ({scope.label})" for scope, names in away.items()]
    return f"Pronouns left off: {'; '.join(parts)}." if parts else ""
