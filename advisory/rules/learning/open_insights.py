"""The open insights of a caseload by area: the same misconception together, and what is perhaps the same beside it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from advisory.model import CognitiveInsight
from advisory.model.words import InsightStatus
from advisory.rules.names.finding import fold

NO_AREA = "no area named"
PERHAPS = "perhaps the same: "
"""What stands before a misconception whose words are much like those above it."""
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
    """One misconception, as it was written first, and everybody's insights with it, the first noticed first.

    `is_perhaps`: its words are much like those of the last before it that is not. Whether they mean the same the advisor
    decides: “heavier things fall faster” is much like “lighter things fall faster”.
    """

    misconception: str
    insights: list[CognitiveInsight]
    is_perhaps: bool = False

    @property
    def students(self) -> int:
        """How many students have it."""
        return len({insight.student for insight in self.insights})


class AreaInsights(NamedTuple):
    """One area, as it was written first, and the misconceptions in it, those of most students first."""

    area: str
    shared: list[Shared]


class _Told(NamedTuple):
    """A misconception with its words."""

    shared: Shared
    words: frozenset[str]


def open_insights(insights: Iterable[CognitiveInsight]) -> list[AreaInsights]:
    """The open ones among the insights, by area in alphabetical order; those of no area come last.

    Two are the same misconception only when their folded words are, in whatever area. Within one area those whose
    words are mostly the same stand next to each other, and each counts for itself.
    """
    areas: dict[str, tuple[str, list[_Told]]] = {}
    same: dict[str, Shared] = {}
    for insight in sorted((one for one in insights if one.status is InsightStatus.OPEN), key=_order):
        plain = _plain(insight.misconception)
        if plain in same:
            same[plain].insights.append(insight)
            continue
        same[plain] = Shared(insight.misconception, [insight])
        _, told = areas.setdefault(_area(insight), (insight.area.strip() or NO_AREA, []))
        told.append(_Told(same[plain], _words(plain)))
    return [
        AreaInsights(areas[key][0], _ordered(areas[key][1])) for key in sorted(areas, key=lambda key: (not key, key))
    ]


def _ordered(told: list[_Told]) -> list[Shared]:
    """Those of most students first, each followed by what is perhaps the same."""
    left = sorted(told, key=lambda one: -one.shared.students)
    ordered: list[Shared] = []
    while left:
        first, *others = left
        ordered.append(first.shared)
        left = []
        for one in others:
            if _share_most(first.words, one.words):
                ordered.append(one.shared._replace(is_perhaps=True))
            else:
                left.append(one)
    return ordered


def _share_most(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two sentences share most of their words, and turn on the same ones."""
    both = len(words & others)
    if not both or both < ALIKE * (len(words) + len(others) - both):
        return False
    return words & _TURNING == others & _TURNING


def _area(insight: CognitiveInsight) -> str:
    return " ".join(fold(insight.area).split())


def _plain(text: str) -> str:
    """The words alone; a number keeps its point, a fraction its stroke."""
    folded = fold(text)
    return " ".join(re.findall(r"\w+(?:[.,/]\w+)*", folded)) or folded.strip()


def _words(plain: str) -> frozenset[str]:
    words = (word.removesuffix("s") if len(word) > 3 else word for word in plain.split())  # noqa: PLR2004 - "is"
    return frozenset(words) - _SMALL


def _order(insight: CognitiveInsight) -> tuple[str, str]:
    return (insight.noticed_on.isoformat(), insight.id)
