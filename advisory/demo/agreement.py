"""Build the pacts of an invented student, and the evidence for them."""

from collections.abc import Iterator
from datetime import timedelta

from advisory.model import Agreement, Commitment, Evidence, OtherHelp, Pact, PactRevision, PactWording, SuccessLine
from advisory.model.words import Agreed, EvidenceSource, Observer, PactStatus, Visibility

from .entry import Entry, entry
from .story import Plan, Pledge, Story
from .timeline import Timeline

_START_MINUTE, _SEEN_MINUTE, _LATER_MINUTE = 202, 210, 220
_SHARED = frozenset((EvidenceSource.WORK_SAMPLE, EvidenceSource.EXIT_TICKET, EvidenceSource.QUIZ))
"""The evidence that the demo marks as shareable: what the student wrote themself."""
_TARGET_AFTER = timedelta(weeks=6)
_REVIEW_BEFORE_TARGET = timedelta(weeks=1)


def pact_key(story: Story, number: int = 1) -> str:
    """The key of a story's pact, by default the first."""
    return f"{story.key}.pact" if number == 1 else f"{story.key}.pact.{number}"


def pact(story: Story, number: int, timeline: Timeline) -> Entry:
    """The pact of a story's plan (numbered from 1) as it is today. A draft has no dates and no agreements yet."""
    plan = story.plans[number - 1]
    draft, closed = plan.status is PactStatus.DRAFT, plan.status is PactStatus.CLOSED
    start_on = timeline.day(plan.start)
    review_on = None if plan.review is None else timeline.day(plan.review)
    target_on = start_on + _TARGET_AFTER
    if review_on:
        target_on = max(target_on, review_on + _REVIEW_BEFORE_TARGET)
    return entry(
        Pact,
        pact_key(story, number),
        timeline.at(plan.start, _START_MINUTE),
        updated_at=timeline.at(_last_touched(plan), _LATER_MINUTE),
        student=story.key,
        learning_target=plan.target,
        status=plan.status,
        title=plan.title,
        area=plan.area,
        why=plan.why,
        starting_point=plan.starting_point,
        success_evidence=tuple(
            SuccessLine(text=goal.text, met_on=None if goal.met is None else timeline.day(goal.met))
            for goal in plan.goals
        ),
        student_commitments=tuple(_commitment(pledge, timeline) for pledge in plan.theirs),
        advisor_commitments=tuple(_commitment(pledge, timeline) for pledge in plan.mine),
        others=tuple(OtherHelp(who=who, text=text) for who, text in plan.others),
        confidence=None if draft else plan.confidence,
        start_on=None if draft else start_on,
        review_every=plan.review_every,
        next_review_on=None if closed else review_on,
        target_on=None if draft else target_on,
        revision=2 if plan.changed else 1,
        revisions=_revisions(plan, timeline),
        agreements=() if draft else tuple(_agreements(story, plan, timeline)),
        outcome=plan.outcome,
        closed_on=None if plan.closed is None else timeline.day(plan.closed),
        reflections=plan.reflections,
        comes_next=plan.comes_next,
        next_pact=pact_key(story, number + 1) if plan.goes_on else "",
    )


def evidence(story: Story, number: int, timeline: Timeline) -> Iterator[Entry]:
    """The evidence for the target of a story's plan, oldest first."""
    plan, key = story.plans[number - 1], pact_key(story, number)
    for count, sight in enumerate(plan.evidence, 1):
        yield entry(
            Evidence,
            f"{key}.evidence.{count}",
            timeline.at(sight.ago, _SEEN_MINUTE),
            student=story.key,
            seen_on=timeline.day(sight.ago),
            source=sight.source,
            seen=sight.seen,
            level=sight.level,
            independence=sight.independence,
            pact=key,
            target=_target(plan, sight.ago),
            success_line="" if sight.goal is None else plan.goals[sight.goal].text,
            next_step=sight.next_step,
            visibility=Visibility.SHAREABLE if sight.source in _SHARED else Visibility.PRIVATE,
        )


def _target(plan: Plan, ago: int) -> str:
    """The wording of the target on that day."""
    earlier = (words for change in (plan.changed, plan.mended) if change for when, words in [change] if ago > when)
    return next(earlier, plan.target)


def _commitment(pledge: Pledge, timeline: Timeline) -> Commitment:
    kept = tuple(timeline.day(ago) for ago in pledge.kept)
    return Commitment(text=pledge.text, how_often=pledge.how_often, kept=kept)


def _revisions(plan: Plan, timeline: Timeline) -> tuple[PactRevision, ...]:
    """The wording of the target before a typo was fixed or it was reworded. No plan has both."""
    changes = ((plan.mended, True), (plan.changed, False))
    return tuple(
        PactRevision(
            at=timeline.at(change[0], _LATER_MINUTE), revision=1, was=PactWording(learning_target=change[1]), typo=typo
        )
        for change, typo in changes
        if change
    )


def _agreements(story: Story, plan: Plan, timeline: Timeline) -> Iterator[Agreement]:
    names = {Observer.STUDENT: story.called, Observer.ADVISOR: "Advisor"}
    for party in plan.yes_of:
        yield Agreement(party=party, name=names[party], on=timeline.day(plan.start), how=Agreed.SIGNED, revision=1)
    if plan.changed:
        for party, name in names.items():
            yield Agreement(party=party, name=name, on=timeline.day(plan.changed[0]), how=Agreed.SPOKEN, revision=2)


def _last_touched(plan: Plan) -> int:
    kept = [ago for pledge in (*plan.theirs, *plan.mine) for ago in pledge.kept]
    return min(kept, default=plan.start) if plan.closed is None else plan.closed
