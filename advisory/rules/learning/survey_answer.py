"""What a student answered in a survey, ready to be recorded as a fact."""

from datetime import date
from typing import NamedTuple

from advisory.model.words import Facet


class SurveyAnswer(NamedTuple):
    """What one student answered about one facet, and on which day."""

    student_id: str
    facet: Facet
    text: str
    on: date
    sensitive: bool
