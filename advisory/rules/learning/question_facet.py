"""Which facet a question of a survey asks about. Words decide, so a question without a telling word asks about none."""

import re
from functools import cache

from advisory.model.words import Facet
from advisory.rules.names.finding import fold

from .facet_question import SIDES

_TELLING: dict[Facet, str] = {
    Facet.INTERESTS: (
        "interest; hobb; free time; spare time; after school; weekend; saturday; favorite; favourite; for fun; passion; "
        "like to do; love to do; enjoy; outside of school; outside school; loisir; aficion; freizeit"
    ),
    Facet.STRENGTHS: "strength; strong; good at; proud; do well; best at; fortaleza; points forts; stärke",
    Facet.SKILLS: "skill; taught yourself; teach me; teach us; show me how; know how to; talent; instrument",
    Facet.KNOWLEDGE: "know a lot; expert; no class taught; ask you to explain; knowledge",
    Facet.LANGUAGE: "language; do you speak; spoken; langue; idioma; sprache",
    Facet.FAMILY: (
        "family; families; famille; familia; familie; live with; lives with; parent; guardian; sibling; brother; sister; "
        "household; at home with"
    ),
    Facet.PEERS: "friend; classmate; peer; work beside; work with; sit next to; sit with; makes you laugh",
    Facet.NAME: (
        "pronounce; pronunciation; call you; be called; want to be called; nickname; say your name; you go by; name do you; "
        "name should; surnom; apodo; spitzname; story to your name"
    ),
    Facet.HOPES: (
        "hope; goal; dream; future; want to be; career; look forward; looking forward; different by june; college; ambition"
    ),
    Facet.LEARNS_BEST: (
        "learn best; learned well; learn well; learning style; you learn; while you think; teacher can do; teachers can do; "
        "learns best"
    ),
    Facet.STRESS: (
        "stress; worr; anxi; nervous; difficult; hard for you; hardest; heavy; upset; challeng; overwhelm; weigh; strugg; "
        "schwer; sorgen; difficile; inquiet; preocupa; dificil"
    ),
    Facet.TRUSTED_ADULTS: "adult; trust; go to first; staff; grown-up; grown up; you turn to",
}
"""Facet → how telling words begin, in English, and a few in French, Spanish and German."""


def facet_of_question(question: str) -> Facet | None:
    """The facet that more of the question's words tell of than of any other; None if there is none, or more than one.

    This program's own questions, and the names of the facets, tell of their facet whatever else they say.
    """
    folded = fold(question)
    for facet, side in SIDES.items():
        if folded in {fold(facet.label), fold(facet.value), fold(side.about), *map(fold, side.questions)}:
            return facet
    spans = {facet: [one.span() for one in telling.finditer(folded)] for facet, telling in _patterns().items()}
    every = [span for found in spans.values() for span in found]
    counts = {facet: sum(not _is_part(span, every) for span in found) for facet, found in spans.items()}
    most = max(counts.values())
    likely = [facet for facet, count in counts.items() if count == most]
    return likely[0] if most and len(likely) == 1 else None


def _is_part(span: tuple[int, int], every: list[tuple[int, int]]) -> bool:
    """Whether words are only a part of other telling words: `want to be` of `want to be called`."""
    return any(start <= span[0] and span[1] <= end and (start, end) != span for start, end in every)


@cache
def _patterns() -> dict[Facet, re.Pattern[str]]:
    return {
        facet: re.compile(
            "|".join(rf"\b{re.escape(fold(word))}" for word in sorted(telling.split("; "), key=len, reverse=True))
        )
        for facet, telling in _TELLING.items()
    }
