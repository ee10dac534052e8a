"""What to say about a school's calendar after reading it, in the same sentences everywhere."""

from collections.abc import Iterator, Sequence

from advisory.model.day_order import show_date

from .day_off_words import is_canceled, looks_like_no_school
from .school_calendar import SchoolCalendar, SchoolEvent

TICKED = "Ticked are those whose title says so."
NOTHING_OFFERED = "The file has no whole day in this school year or the next."
_MOST_NAMED = 6
_MOST_ODD = 100
_MOST_IN_SENTENCE = 3


def attention_lines(calendar: SchoolCalendar) -> list[str]:
    """What the advisor should read before choosing: what could not be read, and which days may be missing."""
    return [*calendar.notices, *_odd_lines(calendar), *_maybe_off_lines(calendar), *_seem_canceled_lines(calendar)]


def left_out_words(calendar: SchoolCalendar) -> str:
    """How many events with hours and how many canceled ones were passed over; "" when there was none."""
    sentences = []
    if calendar.with_hours:
        is_one = calendar.with_hours == 1
        events = "1 event with hours was" if is_one else f"{calendar.with_hours:,} events with hours were"
        sentences.append(f"{events} passed over.")
    if calendar.canceled:
        is_one = len(calendar.canceled) == 1
        events = "1 canceled event is" if is_one else f"{len(calendar.canceled):,} canceled events are"
        looked_so = [f"“{title}”" for title in calendar.canceled if looks_like_no_school(title)]
        unsaid = len(looked_so) - _MOST_IN_SENTENCE
        more = f" and {unsaid:,} more day{'' if unsaid == 1 else 's'} off" if unsaid > 0 else ""
        named = f": {', '.join(looked_so[:_MOST_IN_SENTENCE])}{more}" if looked_so else ""
        sentences.append(f"{events} left out{named}.")
    return " ".join(sentences)


def span_words(event: SchoolEvent) -> str:
    """The days of an event: one date, or the first and the last."""
    if event.starts_on == event.ends_on:
        return show_date(event.starts_on)
    return f"{show_date(event.starts_on)} to {show_date(event.ends_on)}"


def _odd_lines(calendar: SchoolCalendar) -> Iterator[str]:
    for each in calendar.refused[:_MOST_ODD]:
        yield f"line {each.line}: {f'“{each.value}”' if each.value else 'an event'} {each.why}"
    unsaid = len(calendar.refused) - _MOST_ODD
    if unsaid > 0:
        yield f"and {unsaid:,} more event{'' if unsaid == 1 else 's'} that can't be read, or only in part"


def _maybe_off_lines(calendar: SchoolCalendar) -> Iterator[str]:
    """The events with hours that look like days off, which the advisor may add by hand."""
    if calendar.maybe_off:
        if len(calendar.maybe_off) == 1:
            yield "1 event with hours looks like a day off. It is not taken; add it by hand if it is one:"
        else:
            count = f"{len(calendar.maybe_off):,} events with hours look like days off"
            yield f"{count}. They are not taken; add by hand those that are:"
        yield from _named([f"{span_words(event)} “{event.title}”" for event in calendar.maybe_off])


def _seem_canceled_lines(calendar: SchoolCalendar) -> Iterator[str]:
    by_title = [event for event in calendar.events if is_canceled(event.title)]
    if by_title:
        count = len(by_title)
        seem = "1 event seems canceled and is" if count == 1 else f"{count:,} events seem canceled and are"
        yield f"{seem} not ticked:"
        yield from _named([f"{span_words(event)} “{event.title}”" for event in by_title])


def _named(names: Sequence[str]) -> Iterator[str]:
    yield from (f"  {name}" for name in names[:_MOST_NAMED])
    if len(names) > _MOST_NAMED:
        yield f"  and {len(names) - _MOST_NAMED:,} more"
