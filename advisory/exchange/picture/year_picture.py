"""The picture of how the partnerships moved this school year."""

from collections.abc import Callable
from datetime import date

from advisory.rules.overview.partnership_weeks import PartnershipYear, path_words
from advisory.rules.partnership.stage_gate import LETTER, STAGES

from .picture import Picture, PictureRow
from .weeks import columns_of


def year_picture(year: PartnershipYear, today: date, name_of: Callable[[str], str]) -> Picture:
    """The picture as of `today`; `name_of` gives the name to show for a student's id."""
    return Picture(
        title="The year",
        says=(f"As of {today.isoformat()}.",),
        chart="Students by stage, each school week",
        series=tuple(stage.label for stage in STAGES),
        columns=tuple(columns_of(year.weeks)),
        header=(" · ".join(f"{LETTER[stage]} {stage.label}" for stage in STAGES),),
        rows=tuple(PictureRow(name_of(path.student_id), (), (path_words(path, today),)) for path in year.paths),
    )
