"""The open insights of a caseload by area, those with the same misconception together."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from advisory.model import CognitiveInsight
from advisory.model.words import InsightStatus

from .names import fold

NO_AREA = "no area named"
ALIKE = 0.6
"""Of all the words of two misconceptions, how many must be in both: three of five."""
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "for",
        "from",
        "in",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "so",
        "than",
        "that",
        "the",
        "they",
        "this",
        "to",
        "when",
        "with",
    ]
)
_TURNING = frozenset({"no", "not", "never", "nothing", "without", "only", "always"})
"""Words that turn a sentence into another: where one has it and the other has not, they are not alike."""


class Shared(NamedTuple):
    """One misconception, as it was written first, and everybody's insights with it, the first noticed first."""

    misconception: str
    insights: list[CognitiveInsight]

    @property
    def students(self) -> int:
        """How many students have it."""
        return len({insight.student for insight in self.insights})


class AreaInsights(NamedTuple):
    """One area, as it was written first, and the misconceptions in it, those of most students first."""

    area: str
    shared: list[Shared]


def open_insights(insights: Iterable[CognitiveInsight]) -> list[AreaInsights]:
    """The open ones among the insights, by area in alphabetical order; those of no area come last.

    Two are the same misconception when their folded words are, in whatever area; or, within one area, when most of
    their words are. Nobody decides that for the advisor: each keeps its own words.
    """
    areas: dict[str, AreaInsights] = {}
    for insight in sorted((one for one in insights if one.status is InsightStatus.OPEN), key=_order):
        same = _same(insight, areas)
        if same is not None:
            same.insights.append(insight)
            continue
        area = areas.setdefault(_area(insight), AreaInsights(insight.area.strip() or NO_AREA, []))
        area.shared.append(Shared(insight.misconception, [insight]))
    for area in areas.values():
        area.shared.sort(key=lambda shared: -shared.students)
    return [areas[key] for key in sorted(areas, key=lambda key: (not key, key))]


def are_alike(one: str, other: str) -> bool:
    """Whether two sentences share most of their words, and turn on the same ones."""
    words, others = _words(one), _words(other)
    if words & _TURNING != others & _TURNING or not words or not others:
        return False
    return len(words & others) >= ALIKE * len(words | others)


def _same(insight: CognitiveInsight, areas: dict[str, AreaInsights]) -> Shared | None:
    told = _plain(insight.misconception)
    everywhere = (shared for area in areas.values() for shared in area.shared)
    same = next((shared for shared in everywhere if _plain(shared.misconception) == told), None)
    if same is None and _area(insight) in areas:
        here = areas[_area(insight)].shared
        same = next((shared for shared in here if are_alike(shared.misconception, insight.misconception)), None)
    return same


def _area(insight: CognitiveInsight) -> str:
    return " ".join(fold(insight.area).split())


def _plain(text: str) -> str:
    """The words alone; a number keeps its point, a fraction its stroke."""
    folded = fold(text)
    return " ".join(re.findall(r"\w+(?:[.,/]\w+)*", folded)) or folded.strip()


def _words(text: str) -> set[str]:
    words = (word.removesuffix("s") if len(word) > 3 else word for word in _plain(text).split())  # noqa: PLR2004 - "is"
    return set(words) - _SMALL


def _order(insight: CognitiveInsight) -> tuple[str, str]:
    return (insight.noticed_on.isoformat(), insight.id)
