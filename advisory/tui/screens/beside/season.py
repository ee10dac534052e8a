"""The student's part of their defense plan, in words for the student: their milestones, what they show, and their glows.

Nothing of anybody else's day, of who is on the panel, or of how many are ready.
"""

from collections.abc import Iterable, Iterator

from advisory.model import Artifact, DefensePlan, Milestone
from advisory.model.defense_words import MilestoneStatus
from advisory.rules.days.hour_words import time_words
from advisory.rules.season.next_step import title_words
from advisory.tui.words.beside import spoken_day
from advisory.tui.words.defense import MARKS

from .text import HANG, Reader, Text


def season_texts(plan: DefensePlan, reader: Reader) -> Iterator[Text]:
    """The day, the question they defend, and what leads there."""
    yield Text(f"Your {title_words(plan).lower()}", "accent")
    hour = f" at {time_words(plan.starts)}" if plan.starts else ""
    place = f", {reader.read(plan.place)}" if plan.place else ""
    yield Text(f"On {spoken_day(plan.held_on)}{hour}{place}.", "strong")
    if plan.claim:
        yield Text(f"“{reader.read(plan.claim)}”", "strong")
    if plan.to_change:
        yield Text(f"This time: {reader.read(plan.to_change)}")
    yield Text()
    yield from _milestones([one for one in plan.milestones if not one.mine and one.days_before > 0], reader)
    shown = [_artifact(one, reader) for one in plan.artifacts]
    yield from _listed("What you show", shown)
    yield from _listed("What glowed", [reader.read(text) for one in plan.practices for text in one.glows])
    yield from _listed("What is next", [reader.read(one.next_step) for one in plan.practices[-1:] if one.next_step])
    if plan.feeling_says:
        yield Text("How you said you feel", "accent")
        yield Text(f"“{reader.read(plan.feeling_says)}”")
        yield Text()
    yield from _listed("What the panel loved", [reader.read(text) for text in plan.wows])


def _artifact(one: Artifact, reader: Reader) -> str:
    """`The bridge model: I plan before I build`; what it shows only if that says more than its title."""
    shows = "" if one.shows == one.title else one.shows
    return ": ".join(reader.read(text) for text in (one.title, shows) if text)


def _milestones(milestones: Iterable[Milestone], reader: Reader) -> Iterator[Text]:
    yield Text("Your steps to the day", "accent")
    for one in milestones:
        if one.status is MilestoneStatus.WAIVED:
            continue
        is_ready = one.status is MilestoneStatus.READY
        yield Text(reader.read(one.label), "good" if is_ready else "", mark=MARKS[one.status], hang=HANG)
        if not is_ready and one.due_on >= reader.today:
            yield Text(f"by {spoken_day(one.due_on)}", "muted", hang=HANG)
    yield Text()


def _listed(heading: str, texts: list[str]) -> Iterator[Text]:
    if texts:
        yield Text(heading, "accent")
        yield from (Text(text) for text in texts)
        yield Text()
