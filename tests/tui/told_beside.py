"""The screen turned to a student, as commands see it: nobody draws it."""

from told_case import StandIn

from advisory.caseload.leaving.shareable import Shareable, shareable_of
from advisory.model import Pact
from advisory.rules.pact.line import PactLine


class BesideStudent(StandIn):
    """The screen turned to a student, with the cursor on a line of their pact."""

    stem = "beside"
    line: PactLine | None = None
    pact_id = ""
    student_id = ""
    is_leaving = False

    @property
    def shared(self) -> Shareable | None:
        return shareable_of(self.desk.caseload, self.student_id, self.desk.uncovered)

    @property
    def pact(self) -> Pact | None:
        return self.desk.caseload.store.get(Pact, self.pact_id)

    def begin_to_leave(self) -> None:
        self._tell("waits", "for the second key")

    async def dismiss(self) -> None:
        self._tell("closes", "")


def typed(text: str, *, keeps: bool = False):
    """What a student types into the box: kept when it is closed, or left as a draft."""

    def answer(dialog):
        dialog._keep(text)
        return None if keeps else text

    return answer
