"""The contents of the pact screen: its sections in the order of the conversation, in one column or two."""

from collections.abc import Iterator

from advisory.model import CheckIn, Pact, glyphs
from advisory.model.words import Kind, Observer, PactStatus
from advisory.rules.overview.summary import is_review_waiting
from advisory.rules.pact.end import is_past_end
from advisory.rules.pact.keeping import Marked, commitments
from advisory.rules.pact.life import NOT_YET_AGREED, missing
from advisory.rules.pact.wording import pact_versions
from advisory.tui.desk import KEPT_BACK, Desk
from advisory.tui.prose import day
from advisory.tui.screens.base.frame import WIDE
from advisory.tui.widgets.lists.page import Page, abreast
from advisory.tui.widgets.lists.page_section import Part, Section, column, text_part
from advisory.tui.widgets.text.ink import Span
from advisory.tui.words.pact import agreement_words, kept_words, look_words, state_words
from advisory.tui.words.trend import trend_lines

MET, THEIRS, MINE, LOOKS = "met", "theirs", "mine", "looks"
_SIDE = {THEIRS: Observer.STUDENT, MINE: Observer.ADVISOR}
_LAST = 3
"""How many reviews are shown."""
_GAP = 2
"""The cells between the two columns."""


def marked_line(key: str) -> Marked | None:
    """The line that a key such as `met:0` stands for; None if it isn't the key of a line that can be marked."""
    section, _, number = key.partition(":")
    return Marked(int(number), _SIDE.get(section)) if section in {MET, *_SIDE} else None


def first_key(pact: Pact) -> str:
    """The key to highlight first: the first success line that isn't met; "" if all are."""
    return next((f"{MET}:{at}" for at, line in enumerate(pact.success_evidence) if line.met_on is None), "")


def pact_page(desk: Desk, pact: Pact, remark: str, cells: int) -> Page:
    """Lay out the pact. `remark` follows its status. The key of a line is section and number, of a review its check-in's id."""
    count = len(pact.success_evidence)
    head = Section("", "", list(_head(desk, pact, remark)))
    met = Section(MET, f"How you will both know · {pact.success_met} of {count} met", list(_success(desk, pact)))
    theirs = Section(THEIRS, "What the student does", list(_commitments(desk, pact, THEIRS)))
    mine = Section(MINE, "What you do", list(_commitments(desk, pact, MINE)))
    others = Section("", "Who else", list(_others(desk, pact)))
    goes = Section("", "How it goes", [_trend(desk, pact)])
    looks = Section(LOOKS, "Reviews", list(_looks(desk, pact)))
    agreed = Section("", "What you agreed", list(_agreed(desk, pact)))
    if cells + 1 < WIDE:  # the last cell is the scroll bar's
        return column([head, met, theirs, mine, others, goes, looks, agreed], 0, 0, cells)
    half = (cells - _GAP) // 2
    left = column([head, met, goes, agreed], 0, 0, half)
    right = column([theirs, mine, others, looks], 1, half + _GAP, cells - half - _GAP)
    return abreast(left, right, half + _GAP)


def _head(desk: Desk, pact: Pact, remark: str) -> Iterator[Part]:
    today = desk.caseload.today
    yield text_part(
        Span(" · ".join(filter(None, [desk.name(pact.student), desk.prose.note_lines(pact.title)])), "heading")
    )
    yield text_part(Span(desk.prose.note_lines(pact.learning_target), "strong"))
    if pact.why:
        yield text_part(Span(f"“{desk.prose.note_lines(pact.why)}”", "accent"))
    yield text_part(Span(" · ".join(filter(None, [state_words(pact, today), remark])), "muted"))
    look = look_words(pact, today)
    if is_past_end(pact, today):
        keys = f"{desk.key('close-pact')} closes it, {desk.key('reword-pact')} gives it a later day"
        yield text_part(Span(f"Its day, {day(pact.target_on, today)}, has passed: {keys}", "due"))
    elif look:
        yield text_part(Span(look, "due" if is_review_waiting(pact, today) else "muted"))
    if pact.status in NOT_YET_AGREED:
        yield text_part(Span(f"To begin it needs: {'; '.join(missing(pact, today))}", "muted"))
    if pact.reflections:
        yield text_part(Span(f"At the end they said: “{desk.prose.note_lines(pact.reflections)}”", "accent"))
    if pact.comes_next:
        yield text_part(Span(f"What came next: {desk.prose.note_lines(pact.comes_next)}"))


def _success(desk: Desk, pact: Pact) -> Iterator[Part]:
    for at, line in enumerate(pact.success_evidence):
        met = f", met {day(line.met_on, desk.caseload.today)}" if line.met_on else ""
        yield text_part(
            Span(desk.prose.note_lines(line.text) + met, "good" if line.met_on else ""),
            Span(desk.prose.note_lines(line.note), "muted"),
            mark=f"{glyphs.DONE if line.met_on else glyphs.OPEN} ",
            key=f"{MET}:{at}",
        )
    if not pact.success_evidence:
        yield text_part(Span("nothing yet", "muted"))


def _commitments(desk: Desk, pact: Pact, section: str) -> Iterator[Part]:
    for at, one in enumerate(commitments(pact, _SIDE[section])):
        text = desk.prose.notes([one.text, one.how_often], ", ")
        kept = "" if desk.prose.is_shaded else kept_words(pact, one, desk)
        yield text_part(Span(text), Span(kept, "muted"), mark=f"{glyphs.BULLET} ", key=f"{section}:{at}")
    if not commitments(pact, _SIDE[section]):
        yield text_part(Span("nothing yet", "muted"))


def _others(desk: Desk, pact: Pact) -> Iterator[Part]:
    for other in pact.others:
        yield text_part(Span(desk.prose.notes([other.who, other.text], ": ")), mark=f"{glyphs.BULLET} ")


def _trend(desk: Desk, pact: Pact) -> Part:
    trend = desk.caseload.trend_of(pact)
    if trend is None:
        return text_part(Span(f"No evidence yet. Press {desk.key('evidence')} to add some.", "muted"))
    return Part(lambda cells: trend_lines(trend, desk.prose, desk.caseload.today, cells))


def _looks(desk: Desk, pact: Pact) -> Iterator[Part]:
    """The latest reviews, newest first."""
    newest_first = reversed(desk.caseload.store.check_ins_of(pact.student))
    looks = [seen for seen in newest_first if seen.kind is Kind.PACT_REVIEW and seen.pact == pact.id]
    for seen in looks[:_LAST]:
        yield _look(desk, seen)
    if len(looks) > _LAST:
        yield text_part(Span(f"… and {len(looks) - _LAST} earlier.", "muted"))
    if not looks and pact.status is PactStatus.ACTIVE:
        yield text_part(Span(f"No review yet. Press {desk.key('review-pact')} to add one.", "muted"))


def _look(desk: Desk, seen: CheckIn) -> Part:
    is_kept_back, when = desk.keeps_back(seen), day(seen.happened_on, desk.caseload.today)
    quote = f"“{desk.prose.note_lines(seen.student_says)}”" if seen.student_says and not is_kept_back else ""
    line = f"{when}: {KEPT_BACK if is_kept_back else desk.prose.note_lines(seen.line)}" if seen.line else when
    return text_part(Span(line), Span(quote, "accent"), mark=f"{glyphs.REVIEW} ", key=seen.id)


def _agreed(desk: Desk, pact: Pact) -> Iterator[Part]:
    today = desk.caseload.today
    revision = f"current wording (revision {pact.revision})" if pact.revision > 1 else "current wording"
    yield text_part(Span(f"{revision}: {agreement_words(pact, desk.prose, today)}", "muted"))
    changes = len(pact_versions(pact)) - 1
    if changes:
        how = desk.key("pact-history")
        yield text_part(
            Span(
                f"reworded {changes} time{'' if changes == 1 else 's'} since it was first agreed to; {how} shows how",
                "muted",
            )
        )
    if pact.starting_point:
        yield text_part(Span(f"starting point: {desk.prose.note_lines(pact.starting_point)}"))
    if pact.confidence:
        sure = desk.prose.note(f"{pact.confidence} of 5")
        yield text_part(Span(f"how sure they were: {sure}"))
