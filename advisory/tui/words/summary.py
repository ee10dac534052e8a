"""Short texts about a student, for the caseload, the board, and the card."""

from datetime import date

from advisory.model import FollowUp, glyphs
from advisory.model.words import Kind, Party, Stage
from advisory.rules.days.clocks import Clock, ClockWord
from advisory.rules.overview.summary import Summary
from advisory.rules.partnership.stage_gate import LETTER, STAGES
from advisory.tui.prose import Prose, age, cut, day, due, width

KIND_LETTERS: dict[str, str] = {
    Kind.ONE_TO_ONE.value: "o",
    Kind.QUICK_TOUCH.value: "q",
    Kind.SMALL_GROUP.value: "s",
    Kind.WHOLE_GROUP.value: "w",
    Kind.PACT_REVIEW.value: "p",
    Kind.OBSERVATION.value: "b",
    Kind.CELEBRATION.value: "c",
    Kind.FAMILY_CONTACT.value: "f",
    Kind.STAFF_CONTACT.value: "t",
    Kind.CONFERENCE.value: "n",
    Kind.DEFENSE_PREP.value: "d",
    Kind.REFERRAL.value: "r",
}
"""Kind → the letter that picks it in a form."""


_NAMED = 14
"""Cells to keep free next to the bars, for a pact's name and how much of it is met."""


def sign_marks(seen: int, wanted: int) -> str:
    """`▲▲△`: two signs of three seen."""
    return glyphs.SIGN_SEEN * seen + glyphs.SIGN_NEEDED * (wanted - seen)


def stage_marks(stage: Stage) -> str:
    """`▰▰▱`: the second of three stages."""
    reached = STAGES.index(stage) + 1
    return glyphs.STAGE_REACHED * reached + glyphs.STAGE_AHEAD * (len(STAGES) - reached)


def stage_mark(line: Summary, *, with_age: bool = True) -> str:
    """`A ▰▰▱ 34 d`: the stage, and for how many school days the partnership has been in it."""
    if line.stage is None:
        return "–"
    mark = f"{LETTER[line.stage]} {stage_marks(line.stage)}"
    return f"{mark} {age(line.stage_age)}" if with_age else mark


def clock_text(clock: Clock, as_of: date) -> str:
    """How long ago, with a `!` if the advisor is due: color alone must never carry meaning."""
    if clock.last_on is None:
        return "–"
    ago = "today" if clock.last_on == as_of else age(clock.age)
    return f"{ago} {glyphs.WAITING}" if clock.word is ClockWord.WAITING else ago


def clock_words(clock: Clock, as_of: date) -> str:
    """`today` or `3 d ago`; once it is due also the word for it, such as `12 d, due`."""
    if clock.last_on is None:
        return clock.word.label
    ago = clock_text(clock, as_of)
    if clock.word is not ClockWord.SEEN:
        return f"{ago}, {clock.word.label}"
    return ago if clock.last_on == as_of else f"{ago} ago"


def clock_look(clock: Clock) -> str:
    """The look that makes the advisor's own tasks stand out; it never marks a student."""
    return "mine" if clock.word in {ClockWord.WAITING, ClockWord.NOT_YET} else ""


def focal_text(line: Summary, prose: Prose) -> str:
    """`focal since Nov 9: quiet since October`; "" for a student who is not focal."""
    student = line.student
    if not student.focal:
        return ""
    since = f" since {day(student.focal_since, line.as_of)}" if student.focal_since else ""
    why = f": {prose.note(student.focal_why)}" if student.focal_why else ""
    return f"focal{since}{why}"


def pact_text(line: Summary, prose: Prose, cells: int = 80, trend: str = "") -> str:
    """`fractions 2/3`: the pact, cut if it doesn't fit, the bars in `trend`, and how many success lines are met."""
    if line.pact is None:
        return "–"
    behind = trend + (
        f" {line.pact.success_met}/{len(line.pact.success_evidence)}" if line.pact.success_evidence else ""
    )
    return cut(prose.note(line.pact.called), cells - width(behind)) + behind


def pact_trend_text(line: Summary, prose: Prose, cells: int) -> str:
    """`fractions ▂▃▅ 2/3`: the pact with the bars of its target, if they leave room for the name and notes aren't hidden."""
    from advisory.rules.learning.trend import bars

    if line.trend is None or prose.is_shaded or not bars(line.trend):
        return pact_text(line, prose, cells)
    trend = f" {bars(line.trend)}"
    has_room = cells - width(pact_text(line, prose, trend=trend)) >= 0 or cells - width(trend) >= _NAMED
    return pact_text(line, prose, cells, trend if has_room else "")


def promise_look(promise: FollowUp, today: date) -> str:
    """The look of an open promise: `due` once its day has come, otherwise `mine`; plain if it isn't the advisor's."""
    if promise.owner is not Party.ADVISOR:
        return "muted"
    return "due" if promise.due_on is not None and promise.due_on <= today else "mine"


def next_text(line: Summary, prose: Prose, cells: int = 80) -> str:
    """The advisor's next promise with its day, or else the partnership's next step.

    Where there is little room, the day is shortened before the text is cut: `the lab notes, Nov 3`, `the lab notes!`.
    """
    if line.promises:
        promise = line.promises[0]
        text = prose.note(promise.text)
        if promise.due_on is None:
            return cut(text, cells)
        brief = f", {day(promise.due_on, line.as_of)}"
        days = (f", {due(promise.due_on, line.as_of)}", brief)
        fitting = (until for until in days if width(text + until) <= cells)
        until = next(fitting, glyphs.WAITING if promise.due_on <= line.as_of else "")
        return cut(text, cells - width(until)) + until
    return prose.note(line.partnership.next_step) if line.partnership else ""
