"""The milestones on the way to a defense: the built-in list, with the advisor's changes."""

from collections.abc import Iterable, Mapping

import msgspec

from advisory.model import CatalogueMilestone

THE_DAY = "the_day"
"""The key of the day itself."""


class ListedMilestone(msgspec.Struct, frozen=True):
    """One milestone of the list. `days_before` is in days before the day, negative after it; `mine` is the advisor's."""

    key: str
    label: str
    days_before: int
    mine: bool = False
    hidden: bool = False


MILESTONES: tuple[ListedMilestone, ...] = (
    ListedMilestone("artifacts", "choose artifacts", 56),
    ListedMilestone("evidence", "evidence gathered", 42),
    ListedMilestone("reflections", "reflections drafted", 35),
    ListedMilestone("story", "the story of growth", 28),
    ListedMilestone("outline", "outline or slides", 21),
    ListedMilestone("practice_with_you", "practice with you", 14, mine=True),
    ListedMilestone("practice_with_peers", "practice with peers", 10),
    ListedMilestone("panel_and_family", "panel and family confirmed", 7, mine=True),
    ListedMilestone("logistics", "logistics, clothes, nerves", 3, mine=True),
    ListedMilestone(THE_DAY, "the day", 0),
    ListedMilestone("debrief", "debrief", -2, mine=True),
)
"""The built-in list."""

MilestoneList = Mapping[str, ListedMilestone]
"""Milestones by key, the earliest first."""


def milestone_list(changes: Iterable[CatalogueMilestone]) -> MilestoneList:
    """The built-in list with the advisor's changes, in the order of their days; hidden ones are in it, marked."""
    merged = {listed.key: listed for listed in MILESTONES}
    for change in sorted(changes, key=lambda change: change.id):
        merged[change.key] = ListedMilestone(
            change.key, change.label, change.days_before, mine=change.mine, hidden=change.hidden
        )
    return {listed.key: listed for listed in sorted(merged.values(), key=lambda listed: -listed.days_before)}


def days_words(days_before: int) -> str:
    """`14 days before`, `on the day`, `2 days after`."""
    count = abs(days_before)
    days = "1 day" if count == 1 else f"{count} days"
    return "on the day" if not days_before else f"{days} {'before' if days_before > 0 else 'after'}"
