"""Reads the capture line: a note with its date, marks and promises.

    names day: text #tag ~5 * ? < %phone !share &family @aunt -no_answer >fri @student promise ..

Words are separated by spaces. If the line has names, they are its first word; the date may follow. Marks come after that,
those that are a sign, a number or a reason alone only at the edges (see `place`). What remains without the marks is the note,
as typed, up to the first `>` mark; after it come the promises. Of minutes, medium, visibility, kind, tone, reason or person
given twice, the last one counts. A backslash before a word makes it plain text.
"""

from datetime import date

from advisory.model.words import Party
from advisory.rules.names.token import NameToken, names_end, read_names

from . import mark
from .day import Days, looks_like_day_mark, read_day_mark
from .mark import CaptureRefusal
from .reading import PromiseRead, Reading
from .rest import WORD, Rest

_DOTS = ".."


def read_capture(line: str, today: date, *, named: bool, next_period_on: date, day_first: bool = False) -> Reading:
    """Read a line; `named` means that it begins with names. Raises CaptureRefusal if it can't be read."""
    days = Days(today, next_period_on, day_first)
    names, at = _read_names(line, today) if named else ((), 0)
    happened_on, at = _read_day(line, at, days)
    line, is_jot = _without_dots(line, at)
    rest = Rest(line, at, days)
    return Reading(
        names=names,
        happened_on=happened_on,
        text=rest.text,
        tags=tuple(dict.fromkeys(rest.tags)),
        promises=tuple(_read_promise(*promise) for promise in rest.promises),
        is_jot=is_jot,
        **rest.fields,
    )


def _read_names(line: str, today: date) -> tuple[tuple[NameToken, ...], int]:
    """The names, and the index after the space that follows them."""
    names, end = read_names(line), names_end(line)
    if not names:
        raise CaptureRefusal("Whose note is it? Begin with a name, such as ama.", end)
    first = line.split(maxsplit=1)[0]
    if first.endswith(","):
        raise CaptureRefusal("Leave out the space after the comma: “ama,ben”.", 0)
    if looks_like_day_mark(first, today):
        raise CaptureRefusal(
            f"Whose note is it? Type the name first, then the day, as in “ama {mark.shown(first)}”.", 0
        )
    return names, end + 1


def _read_day(line: str, at: int, days: Days) -> tuple[date, int]:
    """The date (today if none is typed), and the index where the rest of the line begins."""
    first = WORD.search(line, at)
    day = read_day_mark(first[0], first.start(), days) if first else None
    if first is None or day is None:
        return days.today, at
    second = WORD.search(line, first.end() + 1)
    if second and looks_like_day_mark(second[0], days.today):
        raise CaptureRefusal(
            f"A note has one date, and this one has two: “{mark.shown(first[0])}” and “{mark.shown(second[0])}”. "
            f"{mark.or_plain(second[0])}",
            second.start(),
            second[0],
        )
    return day, first.end() + 1


def _without_dots(line: str, at: int) -> tuple[str, bool]:
    """The line without two dots at its end, and whether they were there."""
    whole = line.rstrip()
    if not mark.is_jot(_last_word(whole[at:])):
        return line, False
    kept = whole.removesuffix(_DOTS)
    if kept[-1:].isspace():
        kept = kept[:-1]
    return kept + line[len(whole) :], True


def _read_promise(due_on: date | None, owner: Party, words: str, position: int) -> PromiseRead:
    text = words.strip()
    if not text:
        asked = "What did you promise?" if owner is Party.ADVISOR else "What was promised?"
        raise CaptureRefusal(f"{asked} Type it after the date, as in >fri bring lab notes.", position)
    return PromiseRead(text, due_on, owner)


def _last_word(text: str) -> str:
    return next(iter(text.split()[-1:]), "")
