"""The fields of the form for a fact about a student."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from advisory.model import KnownWell
from advisory.model.words import Facet, LearnedHow, Visibility
from advisory.rules.days.day_words import typed_day
from advisory.rules.learning.facet_question import SIDES
from advisory.tui.desk import Desk
from advisory.tui.dialogs.form.field import Field, FieldKind
from advisory.tui.words.fact import fact_words

_SHOWN = 3
"""How many known facts are shown above the form."""
_SENSITIVE = "yes"


def fact_fields(today: date, fact: KnownWell | None = None) -> list[Field]:
    """The form for a new fact, or to edit one. Only the text is needed; everything else has a default."""
    return [
        _choice("how", "How", fact.how if fact else LearnedHow.TOLD_ME, [(how, how.label) for how in LearnedHow]),
        _choice(
            "visibility", "Who may read it", fact.visibility if fact else Visibility.PRIVATE,
            [(who, who.label) for who in Visibility],
        ),
        _choice(
            "sensitive", "Sensitive", _SENSITIVE if fact and fact.sensitive else "",
            [("", "no"), (_SENSITIVE, "yes: shown only when you ask")],
        ),
        Field("on", "When?", typed_day(fact.learned_on if fact else today), "e.g. yesterday, mon, 9/14", FieldKind.DAY),
        Field(
            "text", "What did you learn?", fact.text if fact else "", "their words, if you have them",
            is_long=True, is_first=True,
        ),
    ]  # fmt: skip


def facet_field(first: Facet) -> Field:
    """The choice of the facet, each with its first question."""
    choices = [(facet.value, f"{facet.label}: {SIDES[facet].questions[0]}") for facet in Facet]
    return Field("facet", "Which area?", first.value, choices=choices)


def fact_changes(desk: Desk, values: dict[str, str]) -> dict[str, Any]:
    """The form's values as KnownWell's fields. Refuses a day it can't read."""
    on = values["on"].strip()
    return {
        "text": values["text"],
        "how": LearnedHow(values["how"]),
        "visibility": Visibility(values["visibility"]),
        "sensitive": values["sensitive"] == _SENSITIVE,
        "learned_on": desk.day(on, past=True) if on else desk.caseload.today,
    }


def fact_about(desk: Desk, facet: Facet, facts: Sequence[KnownWell]) -> str:
    """The text above the form: the questions about a facet, and what is known already."""
    known = [fact_words(fact, desk.prose, desk.caseload.today) for fact in facts[:_SHOWN]]
    more = len(facts) - len(known)
    return "\n".join([*SIDES[facet].questions, *known, *([f"and {more} more"] if more else [])])


def _choice(name: str, label: str, value: str, choices: Sequence[tuple[str, str]]) -> Field:
    return Field(name, label, str(value), choices=[(str(key), text) for key, text in choices], is_beside=True)
