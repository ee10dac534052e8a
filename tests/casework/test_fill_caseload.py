"""Filling a caseload with the demo: what came to be later is found from what came before."""

from record_case import NOW, TODAY

from advisory.casework.fill_caseload import fill_caseload
from advisory.demo import demo_caseload
from advisory.model.words import PactStatus


def test_a_closed_pact_knows_the_one_that_goes_on_from_it(caseload):
    fill_caseload(caseload, demo_caseload(TODAY, NOW).entries)
    pacts = {pact.id: pact for pact in caseload.pacts}
    ((closed, after),) = [(pact, pacts[pact.next_pact]) for pact in pacts.values() if pact.next_pact]
    assert (closed.status, after.status) == (PactStatus.CLOSED, PactStatus.DRAFT)
    assert closed.student == after.student
    assert after.learning_target in closed.comes_next
