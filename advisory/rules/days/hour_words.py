"""Reads weekdays (`mon wed fri`, `mon-fri`, `MWF`) and times (`10:05-10:35`, `10.05 - 10.35`, `1:05-1:35 pm`) as typed."""

import re
from collections.abc import Iterable
from datetime import time
from typing import NamedTuple

from advisory.rules.refusal import Refusal

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST = 2
_SHOWN = 40
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_RANGE = re.compile(rf"\s*(?:[{_DASHES}]|\b(?:to|until|through|thru)\b)\s*")
_LETTERS = {"m": 0, "t": 1, "tu": 1, "w": 2, "th": 3, "r": 3, "f": 4}
"""The days of a timetable: `M W F`, `TTh`, `MTWRF`."""
_LETTER = re.compile("t[hu]|[mtwrf]")
_BETWEEN = re.compile(r"[\s,;/&+]+|\band\b")
_WALL = re.compile(r"([0-9]{1,2})(?:[:.h]?([0-9]{2}))?\s*([ap]\.?m\.?|[ap])?")
_NOON = 12
_FIRST_SURE_HOUR = 6
"""An hour below this one, typed without a leading zero, may be meant for the afternoon."""


class Hours(NamedTuple):
    """Start and end, by the school's clock."""

    starts: time
    ends: time


class _Wall(NamedTuple):
    """A time as typed; `half` is "a" for am, "p" for pm, or "" when neither was typed."""

    hour: int
    minute: int
    half: str
    is_padded: bool


def read_weekdays(text: str) -> tuple[int, ...]:
    """The weekdays a person means (0 is Monday), sorted, each once. Refuses text that names none."""
    days: set[int] = set()
    for part in filter(None, _BETWEEN.split(_RANGE.sub("-", text.strip().casefold()))):
        if re.fullmatch(f"(?:{_LETTER.pattern}){{2,}}", part):
            days.update(_LETTERS[one] for one in _LETTER.findall(part))
            continue
        first, *more = part.split("-")
        ends = [_weekday(name, text) for name in (first, *more)]
        if len(ends) > 2:  # noqa: PLR2004 - from and until
            raise _no_weekday(part)
        days.update((ends[0] + away) % 7 for away in range((ends[-1] - ends[0]) % 7 + 1))
    if not days:
        raise _no_weekday(text)
    return tuple(sorted(days))


def weekday_words(weekdays: Iterable[int]) -> str:
    """`Mon Wed Fri`, or `Mon-Fri` for three or more in a row."""
    runs: list[list[int]] = []
    for day in sorted(set(weekdays)):
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return " ".join(_run_words([_NAMES[day][:3].title() for day in run]) for run in runs)


def _run_words(names: list[str]) -> str:
    return f"{names[0]}-{names[-1]}" if len(names) > 2 else " ".join(names)  # noqa: PLR2004 - two are no shorter so


def read_hours(text: str) -> Hours:
    """The start and end a person means. `pm` after the end applies to both where possible. Refuses anything unclear."""
    parts = _RANGE.split(text.strip().casefold())
    walls = [_wall(part, text) for part in parts]
    if len(walls) != 2:  # noqa: PLR2004 - from and until
        raise _no_hours(text)
    starts, ends = walls
    if ends.half and not starts.half and 1 <= starts.hour <= _NOON and not starts.is_padded:
        both = starts._replace(half=ends.half)
        is_morning = _time(both, text) > _time(ends, text) and _FIRST_SURE_HOUR <= starts.hour < _NOON
        starts = starts._replace(half="a") if is_morning else both
    hours = Hours(_time(starts, text), _time(ends, text))
    if hours.ends <= hours.starts:
        raise Refusal(f"“{_excerpt(text)}” must end after it starts. Type the hours as 10:05-10:35.")
    return hours


def read_hour(text: str) -> time:
    """The time a person means: `9`, `9:30`, `1:30 pm`, `noon`. Refuses anything unclear."""
    if text.strip().casefold() == "noon":
        return time(_NOON)
    try:
        return _time(_wall(text.strip().casefold(), text), text)
    except Refusal as refusal:
        if "at night" in str(refusal):
            raise
        raise Refusal(f"“{_excerpt(text)}” is not a time: type it as 9:00, or 1:30 pm.") from None


def time_words(at: time | None) -> str:
    """The hour as people write it, `9:00`; "" while it is open."""
    return f"{at.hour}:{at:%M}" if at else ""


def hour_words(starts: time, ends: time) -> str:
    """The times as `10:05-10:35`."""
    return f"{starts:%H:%M}-{ends:%H:%M}"


def _weekday(name: str, text: str) -> int:
    if name in _LETTERS:
        return _LETTERS[name]
    found = [number for number, whole in enumerate(_NAMES) if len(name) >= _SHORTEST and whole.startswith(name)]
    if len(found) != 1:
        is_date = any(one.isdecimal() for one in text)  # such as 12/7, of which the 12 alone would say nothing
        raise _no_weekday(text.strip() if is_date else name or text)
    return found[0]


def _wall(part: str, text: str) -> _Wall:
    found = _WALL.fullmatch(part.strip())
    if found is None:
        raise _no_hours(text)
    hour, minute, half = found.groups()
    return _Wall(int(hour), int(minute or 0), (half or "")[:1], hour.startswith("0"))


def _time(wall: _Wall, text: str) -> time:
    hour = wall.hour
    if wall.half:
        if not 1 <= hour <= _NOON:
            raise _no_hours(text)
        hour = hour % _NOON + (_NOON if wall.half == "p" else 0)
    elif 1 <= hour < _FIRST_SURE_HOUR and not wall.is_padded:
        raise Refusal(
            f"“{_excerpt(text)}” may be at night or in the afternoon: type it as {hour + _NOON}:{wall.minute:02}, "
            f"or with am or pm."
        )
    try:
        return time(hour, wall.minute)
    except ValueError:
        raise _no_hours(text) from None


def _no_weekday(text: str) -> Refusal:
    return Refusal(f"“{_excerpt(text)}” is not a weekday: type them as mon wed fri, or mon-fri, or in full.")


def _no_hours(text: str) -> Refusal:
    return Refusal(f"“{_excerpt(text)}” is not a start and an end: type them as 10:05-10:35, or 1:05-1:35 pm.")


def _excerpt(text: str) -> str:
    return text.strip()[:_SHOWN]
