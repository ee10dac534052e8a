"""The fields of the form for a piece of evidence."""

from typing import Any

from advisory.model import Evidence, Pact
from advisory.model.words import EvidenceSource, Independence, Level, PactStatus, Visibility, Word
from advisory.rules.days.day_words import typed_day
from advisory.tui.desk import Desk
from advisory.tui.dialogs.form.field import Field, FieldKind

from .whose import whose_field

_BETWEEN = ":"
"""Separates a pact's id from a success line; no id contains a colon."""


def evidence_fields(
    desk: Desk, student_id: str, shown: Evidence | None, pact: Pact | None = None, line: str = ""
) -> list[Field]:
    """The form for new evidence on a pact (or one success line of it), or to edit the evidence `shown`.

    Level and independence start out empty, so that no default claims anything.
    """
    running = _key(pact.id, line) if pact and pact.status is PactStatus.ACTIVE else ""
    chosen = _key(shown.pact, shown.success_line) if shown else running
    source = shown.source if shown else EvidenceSource.CONVERSATION
    day = shown.seen_on if shown else desk.caseload.today
    return [
        *([whose_field(desk, shown.student)] if shown else []),
        Field(
            "seen",
            "What did you see or hear?",
            shown.seen if shown else "",
            "Refer to other people by their role",
            is_long=True,
            is_first=True,
        ),
        Field("against", "For which target, and which line of it", chosen, choices=_targets(desk, student_id, chosen)),
        _optional("level", "How far", shown.level if shown else None, Level),
        _optional("independence", "How independently", shown.independence if shown else None, Independence),
        Field(
            "source", "Seen in", source, choices=[(word.value, word.label) for word in EvidenceSource], is_beside=True
        ),
        Field(
            "visibility",
            "Who may read it",
            shown.visibility if shown else Visibility.PRIVATE,
            choices=[(who.value, who.label) for who in Visibility],
            is_beside=True,
        ),
        Field("seen_on", "When", typed_day(day), "e.g. today, yesterday, mon, -2, 9/14", FieldKind.DAY),
        Field("next_step", "What comes next", shown.next_step if shown else "", "or leave blank"),
    ]


def evidence_changes(desk: Desk, values: dict[str, str]) -> dict[str, Any]:
    """The form's values as Evidence's fields. Refuses a day it can't read."""
    pact, _, line = values["against"].partition(_BETWEEN)
    return {
        "seen": values["seen"].strip(),
        "pact": pact,
        "success_line": line,
        "level": Level(values["level"]) if values["level"] else None,
        "independence": Independence(values["independence"]) if values["independence"] else None,
        "source": EvidenceSource(values["source"]),
        "seen_on": desk.day(values["seen_on"], past=True),
        "next_step": values["next_step"].strip(),
        "visibility": Visibility(values["visibility"]),
    }


def _optional(name: str, label: str, value: Level | Independence | None, words: type[Word]) -> Field:
    """A choice that starts out as "not said"."""
    return Field(
        name,
        label,
        value or "",
        choices=[("", "not said"), *((word.value, word.label) for word in words)],
        is_beside=True,
    )


def _key(pact_id: str, success_line: str) -> str:
    return f"{pact_id}{_BETWEEN}{success_line}" if success_line else pact_id


def _targets(desk: Desk, student_id: str, chosen: str) -> list[tuple[str, str]]:
    """The choices: none, each pact and each of its success lines, and the chosen line even if it was reworded since."""
    note = desk.prose.note
    found: list[tuple[str, str]] = [("", "no pact")]
    for pact in reversed(desk.caseload.store.of_student(Pact, student_id)):
        if pact.status is PactStatus.DISCARDED:
            continue
        found.append((pact.id, note(pact.called)))
        found += [
            (_key(pact.id, line.text), f"{note(pact.called)}: {note(line.text)}") for line in pact.success_evidence
        ]
    gone = [] if chosen in dict(found) else [(chosen, "as it was worded then")]
    return [*found, *gone]
