"""The catalog of signs for each stage of a partnership: the built-in one, with the advisor's changes.

The signs of rapport follow Hammond, Culturally Responsive Teaching and the Brain (2015), ch. 5; the rest is this
program's own.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import msgspec

from advisory.model import CatalogueSign
from advisory.model.words import Stage

LONG_AGO = timedelta(days=90)


class Sign(msgspec.Struct, frozen=True):
    """One sign to look for. `students_doing`: the student acts, not the advisor; `hidden`: no longer offered."""

    key: str
    stage: Stage
    label: str
    students_doing: bool = False
    hidden: bool = False


def _signs(stage: Stage, mine: dict[str, str], theirs: dict[str, str]) -> list[Sign]:
    return [Sign(key, stage, label) for key, label in mine.items()] + [
        Sign(key, stage, label, students_doing=True) for key, label in theirs.items()
    ]


CATALOGUE: tuple[Sign, ...] = (
    *_signs(
        Stage.RAPPORT,
        {
            "says_name": "says the name as they do",
            "listened": "listened without an agenda",
            "told_of_self": "told something true about yourself",
            "other_setting": "met in another setting",
            "common_ground": "found common ground",
            "came_back_to_it": "came back to what mattered to them",
            "helped": "helped with what they asked",
            "learned_norm": "learned a cultural norm and adjusted",
        },
        {"student_started": "student started contact", "showed_unfinished": "student showed unfinished work"},
    ),
    *_signs(
        Stage.ALLIANCE,
        {
            "named_target": "named the target in own words",
            "said_why": "said why it matters",
            "pact_agreed": "pact agreed by both",
            "believes_steps": "believes the steps can work",
            "a_mine": "you kept a commitment",
            "a_theirs": "student kept a commitment",
            "feedback_talk": "high-standard feedback talk held",
            "stayed_with_it": "stayed with a hard part",
        },
        {"reported_unprompted": "reported progress unprompted"},
    ),
    *_signs(
        Stage.COGNITIVE_INSIGHT,
        {
            "explained_thinking": "explained own thinking",
            "misconception_named": "a specific misconception named",
            "strategy_tried": "a strategy tried with a result",
        },
        {
            "says_strategy": "says which strategy and when",
            "self_corrected": "self-corrected",
            "began_alone": "began a new task alone",
            "used_elsewhere": "used it in another class",
        },
    ),
)
Catalogue = Mapping[str, Sign]
"""Signs by key, in the order of the stages."""
SIGN: Catalogue = {sign.key: sign for sign in CATALOGUE}
"""The built-in catalogue."""


def catalogue_of(changes: Iterable[CatalogueSign]) -> Catalogue:
    """The built-in catalogue with the advisor's changes; the advisor's own signs come last in each stage.

    No sign is ever removed, so that one seen long ago still has its label.
    """
    merged = dict(SIGN)
    for change in sorted(changes, key=lambda change: change.id):
        merged[change.key] = Sign(change.key, change.stage, change.label, change.students_doing, change.hidden)
    stages = tuple(Stage)
    return {sign.key: sign for sign in sorted(merged.values(), key=lambda sign: stages.index(sign.stage))}


def is_long_ago(observed_on: date, today: date) -> bool:
    """Whether a sign was seen so long ago that screens say so; it counts all the same."""
    return today - observed_on > LONG_AGO


def label_of(key: str, catalogue: Catalogue = SIGN) -> str:
    """The label of a sign; for an unknown key, the key itself."""
    sign = catalogue.get(key)
    return sign.label if sign else key.replace("_", " ")
