"""The trend of one learning target: levels and independence by date, as bars, numbers and words.

Everything here is about one target of one student, because a rating belongs to one target on one date and nothing may
sum a student up. Evidence of several targets raises TargetError.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from advisory.model import Evidence, glyphs
from advisory.model.words import Level, Word
from advisory.rules.names.finding import fold

ARROW = " → "
_not_yet, _beginning, _getting_there, _there = glyphs.LEVELS
BARS = {Level.NOT_YET: _not_yet, Level.BEGINNING: _beginning, Level.GETTING_THERE: _getting_there, Level.THERE: _there}
LAST = 6
"""How many bars a line shows; earlier evidence appears only in words."""
LEVELS = tuple(Level)


class TargetError(ValueError):
    """Evidence of more than one target, or of none: a trend of it would be a statement about the student."""


class Step(NamedTuple):
    """A level or an independence seen on a date."""

    on: date
    word: Word


class Trend(NamedTuple):
    """The evidence of one target, oldest first, never empty. `target` is its latest wording."""

    target: str
    pieces: tuple[Evidence, ...]


def target_key(piece: Evidence) -> str:
    """The target a piece belongs to: its pact's id, or else its own folded words; "" for none."""
    return piece.pact or fold(piece.target).strip()


def by_target(pieces: Iterable[Evidence]) -> dict[str, list[Evidence]]:
    """The pieces of each target, by target_key, oldest first; those without a target under ""."""
    found: dict[str, list[Evidence]] = {}
    for piece in sorted(pieces, key=_order):
        found.setdefault(target_key(piece), []).append(piece)
    return found


def derive_trend(pieces: Iterable[Evidence]) -> Trend:
    """Derive the trend of one student's one target. Raises TargetError for other pieces, or for none."""
    ordered = tuple(sorted(pieces, key=_order))
    targets = {(piece.student, target_key(piece)) for piece in ordered}
    if len(targets) != 1 or not all(key for _, key in targets):
        raise TargetError(f"A trend follows one target of one student; here are {len(targets)}, or one without words.")
    return Trend(ordered[-1].target, ordered)


def levels(trend: Trend) -> list[Step]:
    """The levels, by date, where one was rated."""
    return [Step(piece.seen_on, piece.level) for piece in trend.pieces if piece.level]


def independence(trend: Trend) -> list[Step]:
    """The independence, by date, where it was rated."""
    return [Step(piece.seen_on, piece.independence) for piece in trend.pieces if piece.independence]


def distinct_steps(steps: Iterable[Step]) -> list[Step]:
    """The first step, and each one that differs from the step before it."""
    kept: list[Step] = []
    for step in steps:
        if not kept or kept[-1].word != step.word:
            kept.append(step)
    return kept


def bars(trend: Trend) -> str:
    """`▂▃▅`: a bar for each of the last levels; empty if there are none."""
    return "".join(BARS[level] for level in _last_levels(trend))


def numbers(trend: Trend) -> str:
    """`1 2 3 of 4`: the last levels as numbers from 1 to 4; empty if there are none."""
    places = [str(LEVELS.index(level) + 1) for level in _last_levels(trend)]
    return f"{' '.join(places)} of {len(LEVELS)}" if places else ""


def describe_steps(steps: Sequence[Step]) -> str:
    """`not yet → getting there`: each change in words."""
    return ARROW.join(step.word.label for step in distinct_steps(steps))


def describe_piece(piece: Evidence) -> list[str]:
    """The level and the independence of a piece in words, as far as they were rated."""
    return [word.label for word in (piece.level, piece.independence) if word]


def _last_levels(trend: Trend) -> list[Level]:
    return [piece.level for piece in trend.pieces if piece.level][-LAST:]


def _order(piece: Evidence) -> tuple[date, str]:
    return (piece.seen_on, piece.id)
