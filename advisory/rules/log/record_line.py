"""What is searched in a record of any kind, which day it stands under, and what it is called among the others."""

from collections.abc import Callable, Iterator
from datetime import date

from advisory.model import (
    CheckIn,
    CognitiveInsight,
    Evidence,
    FollowUp,
    Indicator,
    KnownWell,
    Pact,
    Partnership,
)
from advisory.model.words import PactStatus
from advisory.rules.check_in import line as check_in_line

from .line import EVIDENCE, FACT, INSIGHT, PACT, PROMISE, SIGN, STEP, LogLine, line_of

Searched = CheckIn | KnownWell | Pact | Evidence | CognitiveInsight | Indicator | FollowUp | Partnership
Text = tuple[str, str]
"""What a text is, "" where it is the record's own words, and the text."""
OTHERS: tuple[type[Searched], ...] = (KnownWell, Pact, Evidence, CognitiveInsight, Indicator, FollowUp, Partnership)
"""The kinds of record that are searched besides the check-ins."""
_CALLED: dict[type[Searched], str] = {
    KnownWell: FACT, Pact: PACT, Evidence: EVIDENCE, CognitiveInsight: INSIGHT, Indicator: SIGN, FollowUp: PROMISE,
    Partnership: STEP,
}  # fmt: skip


def kind_words(record: Searched) -> str:
    """What a record is: `one-to-one`, `promise`, `next step`."""
    if isinstance(record, CheckIn):
        kind = check_in_line.kind_words(record)
        return kind if record.contact_made else f"{kind}, not reached"
    return "next step" if isinstance(record, Partnership) else _CALLED[type(record)]


def state_words(record: Searched) -> str:
    """Where a record stands, such as `open` or `hopes`; "" for most."""
    match record:
        case FollowUp() | CognitiveInsight() | Pact():
            return record.status.label
        case KnownWell():
            return record.facet.label
        case _:
            return ""


def day_of(record: Searched) -> date:
    """The day a record stands under."""
    match record:
        case CheckIn():
            return record.happened_on
        case KnownWell():
            return record.learned_on
        case Evidence():
            return record.seen_on
        case CognitiveInsight():
            return record.noticed_on
        case Indicator():
            return record.observed_on
        case Pact():
            return record.start_on or record.created_at.date()
        case FollowUp():
            return record.done_on or record.due_on or record.created_at.date()
        case Partnership():
            return record.updated_at.date()


def texts_of(record: Searched, label_of: Callable[[str], str]) -> list[Text]:
    """The texts of a record that are not empty, its own words first. `label_of` words a sign."""
    return [(title, text) for title, text in _texts(record, label_of) if text]


def _texts(record: Searched, label_of: Callable[[str], str]) -> Iterator[Text]:
    match record:
        case CheckIn():
            yield from (("", record.line), ("", record.body), ("their words", record.student_says))
            yield from (("topic", record.topic), ("their question", record.question), ("with", record.person))
        case KnownWell():
            yield "", record.text
        case Evidence():
            yield from (("", record.seen), ("of", record.success_line), ("target", record.target))
            yield "next", record.next_step
        case CognitiveInsight():
            yield from (
                ("", record.misconception),
                ("how they think", record.thinking),
                ("builds on", record.builds_on),
            )
            for attempt in record.attempts:
                yield from (("tried", attempt.strategy), ("", attempt.note))
            yield from (("also in", record.transferred_to), ("area", record.area))
        case Indicator():
            yield from (("", label_of(record.key)), ("", record.line))
        case FollowUp():
            yield from (("", record.text), ("dropped", record.dropped_why))
        case Partnership():
            yield "", record.next_step
        case Pact():
            yield from _pact_texts(record)


def _pact_texts(pact: Pact) -> Iterator[Text]:
    yield from (("", pact.title), ("target", pact.learning_target), ("area", pact.area), ("why", pact.why))
    yield "starting point", pact.starting_point
    for line in pact.success_evidence:
        yield from (("how we will know", line.text), ("", line.note))
    yield from (("they will", one.text) for one in pact.student_commitments)
    yield from (("you will", one.text) for one in pact.advisor_commitments)
    yield from ((one.who, one.text) for one in pact.others)
    yield from (("they say", pact.reflections), ("next", pact.comes_next))


def record_line(record: Searched, label_of: Callable[[str], str]) -> LogLine | None:
    """The searchable line of a record that is no check-in; None for one that has nothing to find, or was discarded."""
    texts = texts_of(record, label_of)
    if not texts or (isinstance(record, Pact) and record.status is PactStatus.DISCARDED):
        return None
    facts = {f"kind:{_CALLED[type(record)]}"}
    match record:
        case FollowUp():
            facts |= {f"is:{record.status}", f"by:{record.owner}"}
        case Pact() | CognitiveInsight():
            facts.add(f"is:{record.status}")
        case Indicator():
            facts.add(f"by:{record.by}")
        case KnownWell():
            facts.add(f"is:{record.visibility}")
            texts.append(("area", record.facet.label))
        case _:
            pass
    return line_of(record.student, day_of(record), facts, *(text for _, text in texts))
