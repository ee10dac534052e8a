"""How one target went over time: levels and independence by date, as a line of bars with its numbers, and in words.

Everything here is about one learning target of one student. Nothing sums a student up: where pieces of several targets
are given, TargetError is raised (DESIGN §3: independence belongs to one target on one date).
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from advisory.model import Evidence
from advisory.model.words import Level, Word
from advisory.rules.names.finding import fold

ARROW = " → "
BARS = {Level.NOT_YET: "▂", Level.BEGINNING: "▃", Level.GETTING_THERE: "▅", Level.THERE: "▇"}
LAST = 6
"""Bars of a line; what was seen before them is in the words."""
LEVELS = tuple(Level)


class TargetError(ValueError):
    """Raised for evidence of more than one target, or of none: together they would say something of the student."""


class Step(NamedTuple):
    """From one day on: a level or an independence as it was seen, until it was seen otherwise."""

    on: date
    word: Word


class Trend(NamedTuple):
    """What was seen of one target, oldest first, never empty. `target` is how it read last."""

    target: str
    pieces: tuple[Evidence, ...]


def target_key(piece: Evidence) -> str:
    """Which target a piece belongs to: its pact's, or else the words of it; "" for none at all."""
    return piece.pact or fold(piece.target).strip()


def by_target(pieces: Iterable[Evidence]) -> dict[str, list[Evidence]]:
    """The pieces of each target, by its key and oldest first; those of none under ""."""
    found: dict[str, list[Evidence]] = {}
    for piece in sorted(pieces, key=_order):
        found.setdefault(target_key(piece), []).append(piece)
    return found


def read_trend(pieces: Iterable[Evidence]) -> Trend:
    """The trend of one student's one target. Raises TargetError for any other pieces, or for none."""
    ordered = tuple(sorted(pieces, key=_order))
    targets = {(piece.student, target_key(piece)) for piece in ordered}
    if len(targets) != 1 or not all(key for _, key in targets):
        raise TargetError(f"A trend is of one target of one student; here are {len(targets)}, or one without words.")
    return Trend(ordered[-1].target, ordered)


def levels(trend: Trend) -> list[Step]:
    """How far the target was reached, by date: each time it was said."""
    return [Step(piece.seen_on, piece.level) for piece in trend.pieces if piece.level]


def independence(trend: Trend) -> list[Step]:
    """How alone the target was worked on, by date: each time it was said."""
    return [Step(piece.seen_on, piece.independence) for piece in trend.pieces if piece.independence]


def turns(steps: Iterable[Step]) -> list[Step]:
    """Only the first, and those at which it was seen otherwise than before."""
    kept: list[Step] = []
    for step in steps:
        if not kept or kept[-1].word != step.word:
            kept.append(step)
    return kept


def bars(trend: Trend) -> str:
    """`▂▃▅`: a bar for each of the last levels, as high as it is; empty where none was said."""
    return "".join(BARS[level] for level in _last_levels(trend))


def numbers(trend: Trend) -> str:
    """`1 2 3 of 4`: the bars as numbers, each the place of its level among the four; empty where there is no bar."""
    places = [str(LEVELS.index(level) + 1) for level in _last_levels(trend)]
    return f"{' '.join(places)} of {len(LEVELS)}" if places else ""


def in_words(steps: Sequence[Step]) -> str:
    """`not yet → getting there`: each turn in words."""
    return ARROW.join(step.word.label for step in turns(steps))


def said_of(piece: Evidence) -> list[str]:
    """How far and how alone, as far as it was said."""
    return [word.label for word in (piece.level, piece.independence) if word]


def _last_levels(trend: Trend) -> list[Level]:
    return [piece.level for piece in trend.pieces if piece.level][-LAST:]


def _order(piece: Evidence) -> tuple[date, str]:
    return (piece.seen_on, piece.id)
