"""The contents of the plan's screen: its sections in the order of the way to the day, in one column or two."""

from collections.abc import Iterator

from msgspec.structs import replace

from advisory.model import Artifact, DefensePlan, Practice, glyphs
from advisory.model.defense_words import DefenseOutcome, Reflection
from advisory.rules.season.next_step import feelings, next_step
from advisory.tui.desk import Desk
from advisory.tui.highlighted import AFTER, ARTIFACTS, FEELING, MILESTONES, PANEL, PRACTICES, PlanPart
from advisory.tui.prose import day
from advisory.tui.screens.base.frame import WIDE
from advisory.tui.widgets.lists.page import Page, abreast
from advisory.tui.widgets.lists.page_section import Part, Section, column, spread_part, text_part
from advisory.tui.widgets.text.ink import Span
from advisory.tui.words.defense import head_words, milestone_mark, milestone_words, panel_words

_GAP = 2
"""The cells between the two columns."""


def part_of(key: str) -> PlanPart | None:
    """The part of the plan that a key such as `artifacts:0` stands for; None for a key of something else."""
    section, _, number = key.partition(":")
    return PlanPart(section, int(number)) if number.isdecimal() else None


def first_key(plan: DefensePlan) -> str:
    """The key to highlight first: the first milestone that is open; "" if none is."""
    return next((f"{MILESTONES}:{at}" for at, one in enumerate(plan.milestones) if one.is_open), "")


def plan_page(desk: Desk, plan: DefensePlan, remark: str, cells: int) -> Page:
    """Lay out the plan; `remark` follows the day. The key of a line is its section and number."""
    ready = sum(not one.is_open for one in plan.milestones)
    head = Section("", "", list(_head(desk, plan, remark)))
    milestones = Section(MILESTONES, f"Milestones · {ready} of {len(plan.milestones)}", list(_milestones(desk, plan)))
    artifacts = Section(ARTIFACTS, "What they show", list(_artifacts(desk, plan)))
    practices = Section(PRACTICES, "Practices", list(_practices(desk, plan)))
    panel = Section(PANEL, "Panel", list(_panel(desk, plan)))
    feeling = Section(FEELING, "How they feel about it", list(_feelings(desk, plan)))
    after = Section(AFTER, "The day and after", list(_after(desk, plan)))
    if cells + 1 < WIDE:  # the last cell is the scroll bar's
        return column([head, milestones, artifacts, practices, panel, feeling, after], 0, 0, cells)
    half = (cells - _GAP) // 2
    left = column([head, milestones, feeling], 0, 0, half)
    right = column([artifacts, practices, panel, after], 1, half + _GAP, cells - half - _GAP)
    return abreast(left, right, half + _GAP)


def _head(desk: Desk, plan: DefensePlan, remark: str) -> Iterator[Part]:
    today = desk.caseload.today
    yield text_part(Span(desk.name(plan.student), "heading"))
    yield text_part(Span(" · ".join(filter(None, [head_words(desk, plan), remark])), "muted"))
    if plan.claim:
        yield text_part(Span(f"“{desk.prose.note_lines(plan.claim)}”", "accent"))
    if plan.to_change:
        yield text_part(Span(f"This time: {desk.prose.note_lines(plan.to_change)}"))
    step = next_step(plan, today)
    whose = " · yours" if step.mine else ""
    yield text_part(Span(f"Next: {desk.prose.note(step.words)}{whose}", "mine" if step.mine else "strong"))


def _milestones(desk: Desk, plan: DefensePlan) -> Iterator[Part]:
    today = desk.caseload.today
    for at, one in enumerate(plan.milestones):
        mark = milestone_mark(one, today)
        label = Span(desk.prose.note(one.label), mark.look)
        yield spread_part(
            label, Span(milestone_words(one, today), "muted"), mark=f"{mark.text} ", key=f"{MILESTONES}:{at}"
        )


def _artifacts(desk: Desk, plan: DefensePlan) -> Iterator[Part]:
    for at, one in enumerate(plan.artifacts):
        yield text_part(
            Span(desk.prose.note_lines(one.title)),
            Span(_about(desk, one), "muted"),
            mark=f"{glyphs.DONE if one.reflection is Reflection.DONE else glyphs.BULLET} ",
            key=f"{ARTIFACTS}:{at}",
        )
    if not plan.artifacts:
        yield _nothing(desk)


def _about(desk: Desk, one: Artifact) -> str:
    """`maths · shows: explains it to Jun · in the blue folder · reflection drafted`."""
    note = desk.prose.note
    shows = f"shows: {note(one.shows)}" if one.shows not in {"", one.title} else ""
    where = note(one.where) if one.where else ""
    return " · ".join(filter(None, [note(one.subject), shows, where, one.reflection.label]))


def _practices(desk: Desk, plan: DefensePlan) -> Iterator[Part]:
    for at, one in enumerate(plan.practices):
        before = f", before {desk.prose.note_lines(one.before)}" if one.before else ""
        yield text_part(
            Span(f"{day(one.on, desk.caseload.today)}{before}"),
            *_said(desk, one),
            mark=f"{glyphs.REVIEW} ",
            key=f"{PRACTICES}:{at}",
        )
    if not plan.practices:
        yield text_part(Span(f"No practice yet. Press {desk.key('practice')} to note one.", "muted"))


def _said(desk: Desk, one: Practice) -> Iterator[Span]:
    for word, texts, look in (("Glows", one.glows, "good"), ("Grows", one.grows, "")):
        if texts:
            yield Span(f"{word}: {desk.prose.notes(list(texts), '; ')}", look)
    if one.next_step:
        yield Span(f"Next: {desk.prose.note_lines(one.next_step)}", "muted")


def _panel(desk: Desk, plan: DefensePlan) -> Iterator[Part]:
    for at, member in enumerate(plan.panel):
        mark = glyphs.DONE if member.confirmed_on else glyphs.OPEN
        look = "good" if member.confirmed_on else ""
        words = panel_words(desk.prose, member, desk.caseload.today)
        yield text_part(Span(words, look), mark=f"{mark} ", key=f"{PANEL}:{at}")
    if not plan.panel:
        yield _nothing(desk)


def _feelings(desk: Desk, plan: DefensePlan) -> Iterator[Part]:
    """What they said in the preparation, the latest last, for the advisor's eyes; of collapsed notes the number only."""
    today = desk.caseload.today
    check_ins = desk.caseload.store.check_ins_of(plan.student)
    shown = (replace(one, student_says="") if desk.keeps_back(one) else one for one in check_ins)
    for felt in feelings(plan, shown):
        quote = f" “{desk.prose.note_lines(felt.says)}”" if felt.says else ""
        number = desk.prose.note(f"{felt.feeling} of 5")
        yield text_part(Span(f"{day(felt.on, today)}: {number}{quote}"), mark=f"{glyphs.BULLET} ")
    if not plan.is_over:
        yield text_part(Span("just before the day: Enter notes it", "muted"), key=f"{FEELING}:0")


def _after(desk: Desk, plan: DefensePlan) -> Iterator[Part]:
    for word, texts, look in (("Wow", plan.wows, "good"), ("I wonder", plan.wonders, "")):
        for text in texts:
            yield text_part(Span(f"{word}: {desk.prose.note_lines(text)}", look), mark=f"{glyphs.BULLET} ")
    if plan.outcome is not None:
        when = f" {day(plan.defend_again_on, desk.caseload.today)}" if plan.defend_again_on else ""
        look = "good" if plan.outcome is DefenseOutcome.PASSED else "strong"
        yield text_part(Span(f"{plan.outcome.label}{when}", look))
    if plan.celebration:
        yield text_part(Span(f"Celebrated: {desk.prose.note_lines(plan.celebration)}", "good"))
    if not (plan.is_over and plan.celebration):
        yield text_part(
            Span(f"after the day {desk.key('close-defense')} asks for the panel's words, then the outcome", "muted"),
            key=f"{AFTER}:0",
        )


def _nothing(desk: Desk) -> Part:
    return text_part(Span(f"nothing yet; {desk.key('add-to-plan')} adds", "muted"))
