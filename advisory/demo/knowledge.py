"""Build what is known about an invented student, and the insights into their thinking."""

from collections.abc import Iterator

from advisory.model import Attempt, CognitiveInsight, KnownWell
from advisory.model.words import Facet, Visibility

from .agreement import pact_key
from .entry import Entry, entry
from .story import Story
from .timeline import LONGEST_AGO, Timeline

_FACT_MINUTE, _INSIGHT_MINUTE, _LATER_MINUTE = 206, 212, 222
_DAYS_BETWEEN_FACTS = 6
_SHARED = frozenset({Facet.STRENGTHS, Facet.HOPES})
"""The facets that the demo marks as shareable."""


def facts(story: Story, timeline: Timeline) -> Iterator[Entry]:
    """The facts, learned one after another from the start of the term."""
    for number, fact in enumerate(story.facts):
        ago = LONGEST_AGO - number * _DAYS_BETWEEN_FACTS
        yield entry(
            KnownWell,
            f"{story.key}.fact.{number + 1}",
            timeline.at(ago, _FACT_MINUTE),
            student=story.key,
            facet=fact.facet,
            text=fact.text,
            learned_on=timeline.day(ago),
            how=fact.how,
            visibility=Visibility.SHAREABLE if fact.facet in _SHARED else Visibility.PRIVATE,
        )


def insights(story: Story, timeline: Timeline) -> Iterator[Entry]:
    """The insights, each with the attempts made, and since when the student self-corrects."""
    for number, insight in enumerate(story.insights, 1):
        yield entry(
            CognitiveInsight,
            f"{story.key}.insight.{number}",
            timeline.at(insight.noticed, _INSIGHT_MINUTE),
            updated_at=timeline.at(min(trial.ago for trial in insight.trials), _LATER_MINUTE),
            student=story.key,
            noticed_on=timeline.day(insight.noticed),
            thinking=insight.thinking,
            misconception=insight.misconception,
            status=insight.status,
            pact=pact_key(story),
            area=insight.area,
            builds_on=insight.builds_on,
            attempts=tuple(
                Attempt(strategy=trial.strategy, on=timeline.day(trial.ago), result=trial.result, note=trial.note)
                for trial in insight.trials
            ),
            self_corrects_on=None if insight.self_corrects is None else timeline.day(insight.self_corrects),
            transferred_to=insight.transferred_to,
        )
