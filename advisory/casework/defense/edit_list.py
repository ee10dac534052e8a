"""Add a milestone to the advisor's list, change it, hide it, or show it again. Plans made before stay as they are."""

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.casework.list_key import new_key
from advisory.model import CatalogueMilestone, DefensePlan
from advisory.model.defense import MOST_DAYS_AFTER, MOST_DAYS_BEFORE
from advisory.rules.names.finding import fold
from advisory.rules.refusal import Refusal
from advisory.rules.season.milestones import THE_DAY, ListedMilestone, MilestoneList, milestone_list
from advisory.store import Change


def add_to_list(caseload: Caseload, label: str, days_before: int, *, mine: bool = False) -> CatalogueMilestone:
    """Add a milestone `days_before` days before the day (negative: after), with a key made from its label.

    Refuses an empty label, one that the list has already, and a day that is out of the question or is the day itself.
    """
    with caseload.store.change("Milestone added to your list", caseload.now()) as change:
        there = milestone_list(change.all(CatalogueMilestone))
        words = _words(there, label)
        _refuse_days(days_before)
        taken = there.keys() | {one.key for plan in change.all(DefensePlan) for one in plan.milestones}
        key = new_key(words, taken)
        return change.add(CatalogueMilestone, key=key, label=words, days_before=days_before, mine=mine)


def edit_listed(
    caseload: Caseload,
    key: str,
    *,
    label: str | None = None,
    days_before: int | None = None,
    mine: bool | None = None,
) -> CatalogueMilestone:
    """Change a milestone of the list for the plans to come. Refuses what add_to_list refuses, and another day for the day."""
    with caseload.store.change("Milestone of your list edited", caseload.now()) as change:
        there = milestone_list(change.all(CatalogueMilestone))
        one = _need(there, key)
        if days_before is not None and days_before != one.days_before:
            if key == THE_DAY:
                raise Refusal("That milestone is the day itself. Its words can change, its place can't.")
            _refuse_days(days_before)
        words = one.label if label is None else _words(there, label, but=key)
        return _put(change, replace(
            one,
            label=words,
            days_before=one.days_before if days_before is None else days_before,
            mine=one.mine if mine is None else mine,
        ))  # fmt: skip


def hide_listed(caseload: Caseload, key: str, *, hidden: bool = True) -> CatalogueMilestone:
    """Leave a milestone of the list out of plans to come, or have it in again. Refuses to hide the day."""
    if key == THE_DAY:
        raise Refusal("The day itself stays on the list.")
    what = "Milestone of your list hidden" if hidden else "Milestone of your list shown again"
    with caseload.store.change(what, caseload.now()) as change:
        return _put(change, replace(_need(milestone_list(change.all(CatalogueMilestone)), key), hidden=hidden))


def _need(there: MilestoneList, key: str) -> ListedMilestone:
    if key not in there:
        raise Refusal(f"The list has no milestone “{key}”.")
    return there[key]


def _put(change: Change, one: ListedMilestone) -> CatalogueMilestone:
    """Save the changed milestone, in its existing record or in a new one."""
    fields = {"label": one.label, "days_before": one.days_before, "mine": one.mine, "hidden": one.hidden}
    kept = [record for record in change.all(CatalogueMilestone) if record.key == one.key]
    return change.put(replace(kept[-1], **fields)) if kept else change.add(CatalogueMilestone, key=one.key, **fields)


def _words(there: MilestoneList, label: str, but: str = "") -> str:
    words = " ".join(label.split())
    if not words:
        raise Refusal("What is to be done by then? Type a few words.")
    for one in there.values():
        if one.key != but and fold(one.label) == fold(words):
            raise Refusal(f"The list already has “{one.label}”{'; it is hidden' if one.hidden else ''}.")
    return words


def _refuse_days(days_before: int) -> None:
    if days_before == 0:
        raise Refusal("How many days before the day, or after it? Type a number such as 14, or -2 for two days after.")
    if not -MOST_DAYS_AFTER <= days_before <= MOST_DAYS_BEFORE:
        raise Refusal(f"A milestone is at most {MOST_DAYS_BEFORE} days before the day, or {MOST_DAYS_AFTER} after it.")
