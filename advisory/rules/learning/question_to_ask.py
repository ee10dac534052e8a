"""One question to ask a student: about an area nothing is known of yet, another one each day."""

from collections.abc import Mapping
from datetime import date

from advisory.model.words import Facet

from .facet_question import SIDES
from .known_well import Known

_WANTED = (Known.EMPTY, Known.EARLIER, Known.KNOWN)
"""What to ask about first."""


def question_to_ask(areas: Mapping[Facet, Known], today: date) -> str:
    """The question of the day for a student, from what is known in each area."""
    least = min(areas.values(), key=_WANTED.index)
    facets = [facet for facet, known in areas.items() if known is least]
    return SIDES[facets[today.toordinal() % len(facets)]].questions[0]  # the others follow on from it
