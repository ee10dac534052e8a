"""What a message calls a record: what it is about, or its kind and day where its words are private."""

from collections.abc import Callable, Sequence
from datetime import date

from advisory.model import (
    CatalogueMilestone,
    CatalogueSign,
    CheckIn,
    CognitiveInsight,
    DefensePlan,
    Evidence,
    FollowUp,
    Indicator,
    KnownWell,
    Leave,
    NoSchoolDay,
    Pact,
    Partnership,
    PlannedTalk,
    Record,
    Tag,
    Term,
)
from advisory.rules.check_in.line import kind_words
from advisory.rules.learning.trend import describe_piece
from advisory.rules.partnership.signs import Catalogue, label_of

_NAMED = 3
"""Up to this many students are all named; of more, two and a number."""


def called(record: Record, catalogue: Catalogue, show: Callable[[date], str]) -> str:
    """`one-to-one, Nov 26`, `bring chairs`, `getting there: fractions`; "" for other kinds. `show` writes a day.

    What the advisor wrote for themselves (a note, evidence, a fact) is named by its kind and day or its area, because a
    message stands in plain view.
    """
    match record:
        case CheckIn():
            return f"{kind_words(record)}, {show(record.happened_on)}"
        case Evidence():
            rated = ", ".join(describe_piece(record)) or f"{record.source.label}, {show(record.seen_on)}"
            return f"{rated}: {record.target}" if record.target else rated
        case CognitiveInsight():
            return f"noticed {show(record.noticed_on)}"
        case Indicator():
            return label_of(record.key, catalogue)
        case Leave():
            last = f" – {show(record.ends_on)}" if record.ends_on != record.starts_on else ""
            return show(record.starts_on) + last
        case DefensePlan():
            return f"{record.type.label}, {show(record.held_on)}"
        case PlannedTalk():
            return show(record.on)
        case Term() | NoSchoolDay():
            return record.title or show(record.starts_on)
        case _:
            return _own_words(record)


def _own_words(record: Record) -> str:
    """The words of a record that names itself."""
    match record:
        case FollowUp():
            return record.text
        case Pact():
            return record.called
        case KnownWell():
            return record.facet.label
        case CatalogueSign() | CatalogueMilestone():
            return record.label
        case Tag():
            return f"#{record.name}"
        case Partnership():
            return record.next_step
        case _:
            return ""


def retagged_words(before: Sequence[Record], after: Sequence[Record]) -> str:
    """`#labs to #lab`: which tag the notes had before, and which they have after one was renamed or merged."""
    was = {one.id: one.tags for one in before if isinstance(one, CheckIn)}
    is_now = {one.id: one.tags for one in after if isinstance(one, CheckIn)}
    old = {tag for note, tags in was.items() for tag in tags if tag not in is_now.get(note, ())}
    new = {tag for note, tags in is_now.items() for tag in tags if tag not in was.get(note, ())}
    return " to ".join(" ".join(f"#{tag}" for tag in sorted(tags)) for tags in (old, new) if tags)


def name_some(names: Sequence[str]) -> str:
    """`Maya`, `Maya, Kai and Jun`, `Maya, Kai +19`: whom a message is about, briefly."""
    if len(names) > _NAMED:
        return f"{', '.join(names[: _NAMED - 1])} +{len(names) - _NAMED + 1}"
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
