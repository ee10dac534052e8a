"""Filling a caseload with the demo: what came to be later is found from what came before."""

from caseload_case import everything
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


def test_the_first_of_a_group_names_it_and_nothing_else_is_put_twice(caseload):
    entries = demo_caseload(TODAY, NOW).entries
    assert fill_caseload(caseload, entries) == len(entries) == len(everything(caseload))
    groups: dict[str, list[str]] = {}
    for one in caseload.check_ins:
        if one.group:
            groups.setdefault(one.group, []).append(one.id)
    assert groups
    assert all(group == ids[0] and len(ids) > 1 for group, ids in groups.items())
