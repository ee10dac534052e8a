"""Let the partnerships with everybody who stays go on into the new year as they stand."""

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import Partnership
from advisory.rules.partnership.new_year import goes_on_as


def go_on(caseload: Caseload, year: int) -> list[Partnership]:
    """Make the partnerships of the year after `year`: the same stage since the same day, the same next step.

    One that was made before follows what has changed since, as long as the new year hasn't begun. Whoever is missed
    here goes on in the same way with the first change in the new year. All of it is one change; with nothing to do
    there is none.
    """
    store, made = caseload.store, []
    for student in caseload.students:
        of_theirs = store.of_student(Partnership, student.id)
        fields = goes_on_as(of_theirs, year, caseload.today)
        if fields is not None:
            made.append((fields, next((one for one in of_theirs if one.school_year > year), None)))
    if not made:
        return []
    with caseload.store.change("Partnerships go on", caseload.now()) as change:
        return [
            change.add(Partnership, **fields) if later is None else change.put(replace(later, **fields), shown=later)
            for fields, later in made
        ]
