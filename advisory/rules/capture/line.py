"""The capture line: a note with its day, its marks and its promises, read and written (DESIGN §7).

    names day: text #tag ~5 * < %phone !share >fri promise ..

Its words stand between blanks. The names are the first word of a line that has any; then may follow the day. Marks may stand
anywhere behind. What is left without them is the note, as it was typed, until the first `>` mark, and from there on what is
promised. Of two minutes, two media or two visibilities the last one counts. A backslash makes a word plain.
"""

from datetime import date

from advisory.model.words import Medium, Visibility
from advisory.rules.names.token import NameToken, names_end, read_names

from . import mark
from .day import SOMEDAY, Days, looks_like_day_mark, read_day_mark
from .mark import CaptureRefusal
from .reading import PromiseRead, Reading
from .rest import WORD, Rest

_DOTS = ".."


def read_capture(line: str, today: date, *, named: bool, next_period_on: date, day_first: bool = False) -> Reading:
    """Read a line; `named` says that it begins with names. Raises CaptureRefusal where it can't be read."""
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
    """The names, and where the rest begins: behind one blank."""
    names, end = read_names(line), names_end(line)
    if not names:
        raise CaptureRefusal("Whose note is it? Begin with a name, such as ama.", end)
    first = line.split(maxsplit=1)[0]
    if first.endswith(","):
        raise CaptureRefusal("Several names stand together, without a blank behind the comma, as in “ama,ben”.", 0)
    if looks_like_day_mark(first, today):
        raise CaptureRefusal(
            f"Whose note is it? The name comes first, then the day, as in “ama {mark.shown(first)}”.", 0
        )
    return names, end + 1


def _read_day(line: str, at: int, days: Days) -> tuple[date, int]:
    """The day, and where the rest begins: behind one blank when a day was told."""
    first = WORD.search(line, at)
    day = read_day_mark(first[0], first.start(), days) if first else None
    if first is None or day is None:
        return days.today, at
    second = WORD.search(line, first.end() + 1)
    if second and looks_like_day_mark(second[0], days.today):
        raise CaptureRefusal(
            f"A note has one day, and here are two: “{mark.shown(first[0])}” and “{mark.shown(second[0])}”. "
            f"{mark.or_plain(second[0])}",
            second.start(),
        )
    return day, first.end() + 1


def _without_dots(line: str, at: int) -> tuple[str, bool]:
    """The line without the two dots at its end, and whether they were there."""
    whole = line.rstrip()
    if not mark.is_jot(_last_word(whole[at:])):
        return line, False
    kept = whole.removesuffix(_DOTS)
    if kept[-1:].isspace():
        kept = kept[:-1]
    return kept + line[len(whole) :], True


def _read_promise(due_on: date | None, words: str, position: int) -> PromiseRead:
    text = words.strip()
    if not text:
        raise CaptureRefusal("What did you promise? Type it behind the day, such as >fri bring lab notes.", position)
    return PromiseRead(text, due_on)


def write_capture(reading: Reading, today: date) -> str:
    """A line that reads as this, with its days in full. One with a promise for a day gone by is written, but not read."""
    head = [",".join(name.text for name in reading.names)] if reading.names else []
    if reading.happened_on != today:
        head.append(f"{reading.happened_on.isoformat()}:")
    parts = [_plain(reading.text, today), *_marks(reading)]
    body = " ".join(parts if parts[0] else parts[1:])
    last = _last_word(body)
    if reading.is_jot:
        body = f"{body} {_DOTS}" if body else _DOTS
    elif mark.is_jot(last):
        end = len(body.rstrip()) - len(last)
        body = f"{body[:end]}{mark.ESCAPE}{body[end:]}"
    return " ".join([*head, body] if body else head)


def _marks(reading: Reading) -> list[str]:
    written = [f"#{tag}" for tag in reading.tags]
    if reading.minutes is not None:
        written.append(f"~{reading.minutes}")
    if reading.celebrates:
        written.append("*")
    if reading.student_started:
        written.append("<")
    if reading.medium is not Medium.IN_PERSON:
        written.append(f"%{reading.medium.value}")
    if reading.visibility is not Visibility.PRIVATE:
        written.append(f"!{reading.visibility.value}")
    for promise in reading.promises:
        due = promise.due_on.isoformat() if promise.due_on else SOMEDAY
        written += (f">{due}", _escaped(promise.text))
    return written


def _plain(text: str, today: date) -> str:
    """The note with every word plain, also a first one that looks like a day."""
    words = text.split(maxsplit=1)
    if words and looks_like_day_mark(words[0], today):
        before = len(text) - len(text.lstrip())
        return f"{text[:before]}{mark.ESCAPE}{_escaped(text[before:])}"
    return _escaped(text)


def _escaped(text: str) -> str:
    return WORD.sub(lambda found: f"{mark.ESCAPE if mark.mark_of(found[0]) else ''}{found[0]}", text)


def _last_word(text: str) -> str:
    return next(iter(text.split()[-1:]), "")
