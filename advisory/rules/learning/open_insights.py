"""Groups the open insights of a caseload by area and by misconception, similar misconceptions next to each other."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from advisory.model import CognitiveInsight
from advisory.model.words import InsightStatus
from advisory.rules.names.finding import fold

NO_AREA = "no subject named"
PERHAPS = "possibly the same: "
"""Shown before a misconception worded much like the one above it."""
ALIKE = 0.6
"""Two misconceptions are similar if at least this share of all their words is in both: three of five."""
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
"""Words that reverse a sentence: if only one of two sentences has such a word, the two are not similar."""


class Shared(NamedTuple):
    """One misconception, as first worded, and everybody's insights with it, earliest first.

    `is_perhaps`: it is worded much like the one above it. Whether both mean the same is for the advisor to decide:
    “heavier things fall faster” is similar to “lighter things fall faster”.
    """

    misconception: str
    insights: list[CognitiveInsight]
    is_perhaps: bool = False

    @property
    def students(self) -> int:
        """How many students have it."""
        return len({insight.student for insight in self.insights})


class AreaInsights(NamedTuple):
    """One area, as first worded, and its misconceptions, those of the most students first."""

    area: str
    shared: list[Shared]


class _Entry(NamedTuple):
    """A misconception and its words."""

    shared: Shared
    words: frozenset[str]


def open_insights(insights: Iterable[CognitiveInsight]) -> list[AreaInsights]:
    """Group the open insights by area, in alphabetical order; those without an area come last.

    Two misconceptions are the same only if their folded words are, whatever their areas. Within an area, similar ones
    are next to each other, but each is counted by itself.
    """
    areas: dict[str, tuple[str, list[_Entry]]] = {}
    same: dict[str, Shared] = {}
    for insight in sorted((one for one in insights if one.status is InsightStatus.OPEN), key=_order):
        plain = _plain(insight.misconception)
        if plain in same:
            same[plain].insights.append(insight)
            continue
        same[plain] = Shared(insight.misconception, [insight])
        _, entries = areas.setdefault(_area(insight), (insight.area.strip() or NO_AREA, []))
        entries.append(_Entry(same[plain], _words(plain)))
    return [
        AreaInsights(areas[key][0], _ordered(areas[key][1])) for key in sorted(areas, key=lambda key: (not key, key))
    ]


def _ordered(entries: list[_Entry]) -> list[Shared]:
    """The misconceptions of the most students first, each followed by those similar to it."""
    left = sorted(entries, key=lambda one: -one.shared.students)
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
    """Whether two sentences share most of their words, including all words that reverse a sentence."""
    both = len(words & others)
    if not both or both < ALIKE * (len(words) + len(others) - both):
        return False
    return words & _TURNING == others & _TURNING


def _area(insight: CognitiveInsight) -> str:
    return " ".join(fold(insight.area).split())


def _plain(text: str) -> str:
    """The words without punctuation; a decimal keeps its point, a fraction its slash."""
    folded = fold(text)
    return " ".join(re.findall(r"\w+(?:[.,/]\w+)*", folded)) or folded.strip()


def _words(plain: str) -> frozenset[str]:
    words = (word.removesuffix("s") if len(word) > 3 else word for word in plain.split())  # noqa: PLR2004 - "is"
    return frozenset(words) - _SMALL


def _order(insight: CognitiveInsight) -> tuple[str, str]:
    return (insight.noticed_on.isoformat(), insight.id)
