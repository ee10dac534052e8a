"""The fields of the form for an insight."""

from typing import Any

from advisory.model import CognitiveInsight, Pact
from advisory.model.words import AttemptResult, InsightStatus, PactStatus
from advisory.rules.days.day_words import typed_day
from advisory.rules.learning.insight_life import new_attempt, with_outcome
from advisory.tui.desk import Desk
from advisory.tui.dialogs.form.field import Field, FieldKind
from advisory.tui.words.insight import attempt_text

_RESULTS = [(word.value, word.label) for word in AttemptResult]
_EMPTY = "or leave blank"
_TEXTS = ("thinking", "misconception", "builds_on", "area", "pact")


def insight_fields(
    desk: Desk, student_id: str, shown: CognitiveInsight | None, pact: Pact | None = None
) -> list[Field]:
    """The form for a new insight, or to edit one together with the result of its last attempt."""
    running = pact if pact and pact.status is PactStatus.ACTIVE else None
    chosen = shown.pact if shown else running.id if running else ""
    noticed_on = shown.noticed_on if shown else desk.caseload.today
    return [
        Field(
            "thinking",
            "How they think now",
            shown.thinking if shown else "",
            "When …, they … because …",
            is_long=True,
        ),
        Field(
            "misconception",
            "The specific misconception",
            shown.misconception if shown else "",
            "What exactly do they believe?",
            is_long=True,
        ),
        *_last_fields(desk, shown),
        Field(
            "strategy",
            "The next strategy",
            "",
            _EMPTY,
            is_first=shown is not None and shown.status is InsightStatus.OPEN,
        ),
        _choice("result", "How it went", AttemptResult.NOT_TRIED, _RESULTS),
        Field("builds_on", "What it builds on", shown.builds_on if shown else "", "What they can do already"),
        Field("area", "Subject", shown.area if shown else running.area if running else "", "e.g. math"),
        *_since_fields(shown),
        Field("noticed_on", "Noticed", typed_day(noticed_on), "e.g. today, yesterday, mon, -2, 9/14", FieldKind.DAY),
        _choice("pact", "Pact", chosen, _pacts(desk, student_id, chosen)),
        *_state_field(shown),
    ]


def insight_changes(desk: Desk, values: dict[str, str], shown: CognitiveInsight | None) -> dict[str, Any]:
    """The form's values as CognitiveInsight's fields; a next strategy becomes a new attempt. Refuses an unreadable day."""
    today, attempts = desk.caseload.today, list(shown.attempts if shown else ())
    if attempts and "last_result" in values:
        result, note = AttemptResult(values["last_result"]), values["last_note"].strip()
        if (result, note) != (attempts[-1].result, attempts[-1].note):
            attempts[-1] = with_outcome(attempts[-1], result, note, None, today)
    result = AttemptResult(values["result"])
    if values["strategy"].strip() or result is not AttemptResult.NOT_TRIED:
        attempts.append(new_attempt(values["strategy"], result, "", None, today))
    changes: dict[str, Any] = {name: values[name].strip() for name in _TEXTS}
    changes |= {"attempts": tuple(attempts), "noticed_on": desk.day(values["noticed_on"], past=True)}
    if shown is not None:
        alone = values["self_corrects_on"]
        changes |= {
            "self_corrects_on": desk.day(alone, past=True) if alone.strip() else None,
            "transferred_to": values["transferred_to"].strip(),
            "status": InsightStatus(values["status"]),
        }
    return changes


def insight_about(desk: Desk, shown: CognitiveInsight) -> str:
    """The text above the form: the attempts before the last one, which the form can't change."""
    return "\n".join(attempt_text(desk.prose, attempt, desk.caseload.today) for attempt in shown.attempts[:-1])


def _last_fields(desk: Desk, shown: CognitiveInsight | None) -> list[Field]:
    if shown is None or not shown.attempts:
        return []
    last = shown.attempts[-1]
    return [
        Field("last_result", f"How it went: {desk.prose.note(last.strategy)}", last.result, choices=_RESULTS),
        Field("last_note", "What happened", last.note, _EMPTY),
    ]


def _since_fields(shown: CognitiveInsight | None) -> list[Field]:
    """The fields for how an insight ended; a new one doesn't have them."""
    if shown is None:
        return []
    return [
        Field("self_corrects_on", "Self-corrects since", typed_day(shown.self_corrects_on), _EMPTY, FieldKind.DAY),
        Field("transferred_to", "Also used it in", shown.transferred_to, _EMPTY),
    ]


def _state_field(shown: CognitiveInsight | None) -> list[Field]:
    """The field for its status; a new one is always open."""
    if shown is None:
        return []
    return [_choice("status", "Status", shown.status, [(word.value, word.label) for word in InsightStatus])]


def _choice(name: str, label: str, value: str, choices: list[tuple[str, str]]) -> Field:
    return Field(name, label, str(value), choices=choices, is_beside=True)


def _pacts(desk: Desk, student_id: str, chosen: str) -> list[tuple[str, str]]:
    pacts = [
        (pact.id, desk.prose.note(pact.called))
        for pact in desk.caseload.store.of_student(Pact, student_id)
        if pact.status is not PactStatus.DISCARDED or pact.id == chosen
    ]
    return [("", "none"), *reversed(pacts)]
