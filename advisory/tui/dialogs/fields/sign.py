"""Picking a sign from the catalogue, and the fields for how it was seen."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from advisory.model import CheckIn, Indicator, glyphs
from advisory.model.words import Observer, Stage
from advisory.rules.partnership.signs import Catalogue, Sign
from advisory.tui.desk import Desk
from advisory.tui.dialogs.form.field import Field, FieldKind
from advisory.tui.dialogs.pick import PickDialog, marks_for
from advisory.tui.prose import cut, day, safe, width
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span, cell, line_width

_OFFERED = 6
_LONGEST = 40
_THEIRS = (" · the student's doing", " · theirs")
"""The mark of a sign that shows the student acting, in a long and a short form."""


class SignPick(PickDialog):
    """Lists the signs of the partnership's stage first, then the others, each with the day it was last seen.

    The key of a sign, which is the same at every stage, notes it at once: `is_at_once` says so.
    """

    def __init__(self, heading: str, catalogue: Catalogue, stage: Stage, seen: Mapping[str, date], today: date) -> None:
        offered = [sign for sign in catalogue.values() if not sign.hidden]
        options = []
        for one in sorted(Stage, key=lambda one: one is not stage):
            options += [("", one.label), *((sign.key, sign.label) for sign in offered if sign.stage is one)]
        super().__init__(heading, options, marks=marks_for(catalogue))
        self.is_at_once = False
        self._catalogue = catalogue
        self._seen = {key: f"{glyphs.DONE} {day(seen_on, today)}" for key, seen_on in seen.items() if key in catalogue}
        self._seen_cells = max(map(width, self._seen.values()), default=0)
        self._seen_cells += 2 if self._seen_cells else 0

    def row(self, key: str, label: str) -> Row:
        if not key:
            return Row("", lambda _cells: (Span(label, "heading"),))
        own = Span(f"{self.marks.get(key, ' ')} ", "accent")
        seen = cell(self._seen.get(key, ""), self._seen_cells, "good")
        return Row(key, lambda cells: _drawn(self._catalogue[key], (own, seen), cells))

    @property
    def keys(self) -> str:
        return "Its key notes it now · Enter also where · Esc close"

    def dismiss_by_mark(self, key: str) -> None:
        self.is_at_once = True
        super().dismiss_by_mark(key)


def _drawn(sign: Sign, front: Line, cells: int) -> Line:
    line = (*front, Span(safe(sign.label)))
    room = cells - line_width(line)
    theirs = next((words for words in _THEIRS if width(words) <= room), _THEIRS[-1]) if sign.students_doing else ""
    return (*line, Span(theirs, "muted"))


def last_seen(signs: Sequence[Indicator]) -> dict[str, date]:
    """Key of a sign → the day it was last seen."""
    return {sign.key: sign.observed_on for sign in sorted(signs, key=lambda sign: sign.observed_on)}


def sign_fields(desk: Desk, check_ins: Sequence[CheckIn], highlighted: CheckIn | None = None) -> list[Field]:
    """The form for a sign; it was seen in a check-in only if the advisor highlighted that one, or chooses one."""
    newest_first = list(reversed(check_ins[-_OFFERED:]))
    if highlighted is not None and highlighted not in newest_first:
        newest_first.append(highlighted)
    offered = [(check_in.id, _check_in_label(desk, check_in)) for check_in in newest_first]
    return [
        Field("line", "What did you see or hear?", hint="leave blank if a check-in says it"),
        Field(
            "check_in",
            "Seen in",
            value=highlighted.id if highlighted else "",
            choices=[("", "no check-in"), *offered],
            is_beside=True,
        ),
        Field(
            "by",
            "Who saw it",
            choices=[(Observer.ADVISOR.value, "you did"), (Observer.STUDENT.value, "the student did")],
            is_beside=True,
        ),
        Field("observed_on", "When", hint="blank means the day of that check-in, or today", kind=FieldKind.DAY),
    ]


def sign_values(desk: Desk, values: Mapping[str, str]) -> dict[str, Any]:
    """The form's values as arguments of `add_sign`. Refuses a day it can't read."""
    typed = values["observed_on"].strip()
    check_in = desk.caseload.store.get(CheckIn, values["check_in"]) if values["check_in"] else None
    seen_on = desk.day(typed, past=True) if typed else check_in.happened_on if check_in else None
    return {
        "observed_on": seen_on,
        "by": Observer(values["by"]),
        "line": values["line"],
        "check_in": values["check_in"],
    }


def _check_in_label(desk: Desk, check_in: CheckIn) -> str:
    line = "" if desk.keeps_back(check_in) else cut(desk.prose.note(check_in.line), _LONGEST)
    return f"{day(check_in.happened_on, desk.caseload.today)} · {line or check_in.kind.label}"
