"""What is copied of the highlighted line: the whole words of a record, or else what is drawn."""

from typing import NamedTuple

from advisory.caseload.called import called
from advisory.model import CheckIn, CognitiveInsight, Evidence, FollowUp, KnownWell, Record
from advisory.model.day_order import show_date, show_day
from advisory.model.words import Audience
from advisory.rules.leaving.may_leave import why_it_stays
from advisory.tui.desk import Desk
from advisory.tui.highlighted import Highlighted


class Copied(NamedTuple):
    """A text for the clipboard, what a message calls it, and whether only the advisor may see it."""

    text: str
    called: str
    is_private: bool = False


def copied(desk: Desk, highlighted: Highlighted, drawn: str) -> Copied | None:
    """What to copy of what is highlighted; `drawn` is its line on the screen. None where there is nothing."""
    record = highlighted.check_in or highlighted.learning or highlighted.fact
    if record is not None and desk.caseload.names.get(record.student):
        name, what = desk.caseload.names[record.student], called(record, desk.caseload.catalogue, show_day)
        return Copied("\n".join(filter(None, (f"{name} · {what}", *_words(record)))), what, _stays(record))
    promise = highlighted.promise if highlighted.row == "promise" else None
    if promise is not None:
        return Copied(_promise(promise), "the promise", _stays(promise))
    if highlighted.own_pact is not None and drawn:
        return Copied(drawn, "the pact", _stays(highlighted.own_pact))
    text = drawn or (desk.caseload.names.get(highlighted.student, "") if highlighted.student else "")
    return Copied(text, "the line") if text else None


def _stays(record: Record) -> bool:
    """Whether only the advisor may see it."""
    return all(why_it_stays(record, audience) for audience in (Audience.STUDENT, Audience.FAMILY, Audience.STAFF))


def _words(record: CheckIn | Evidence | CognitiveInsight | KnownWell) -> tuple[str, ...]:
    match record:
        case CheckIn():
            says = f"Their words: {record.student_says}" if record.student_says else ""
            return (record.line, record.body, says)
        case Evidence():
            return (record.seen, f"Next: {record.next_step}" if record.next_step else "")
        case KnownWell():
            return (record.text,)
        case CognitiveInsight():
            tried = (f"Tried: {one.strategy} ({one.result.label})" for one in record.attempts)
            return (record.thinking, f"The misconception: {record.misconception}", *tried)


def _promise(promise: FollowUp) -> str:
    return f"{promise.text}, due {show_date(promise.due_on)}" if promise.due_on else promise.text
