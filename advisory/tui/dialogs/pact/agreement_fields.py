"""The fields for who has agreed to a pact, and how."""

from collections.abc import Iterable, Iterator

from advisory.model import Pact
from advisory.model.words import Agreed, Observer
from advisory.rules.pact.life import Yes
from advisory.rules.pact.party import advisor_name
from advisory.tui.desk import Desk
from advisory.tui.dialogs.form.field import Field

_NOT_YET = ("", "not yet")
_WHO = {Observer.STUDENT: "The student", Observer.ADVISOR: "You"}


def agreement_fields(desk: Desk, pact: Pact, parties: Iterable[Observer]) -> Iterator[Field]:
    """For each party, how they agreed (if they did) and the name they agreed under."""
    hows = [_NOT_YET, *((how.value, how.label) for how in Agreed)]
    for party in parties:
        name = desk.student(pact.student).full_name if party is Observer.STUDENT else advisor_name(desk.caseload.pacts)
        yield Field(f"{party.value}_how", _WHO[party], choices=hows, is_beside=True)
        yield Field(f"{party.value}_name", "Name", name)


def given_yes(values: dict[str, str], parties: Iterable[Observer]) -> list[Yes]:
    """The agreements of those who have said yes."""
    return [
        Yes(party, values[f"{party.value}_name"], Agreed(how))
        for party in parties
        if (how := values[f"{party.value}_how"])
    ]
