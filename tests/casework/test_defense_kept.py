"""A plan is a record like any other: in the trash and back, in the history without ids, through a backup and the doctor."""

import json

from caseload_case import everything
from msgspec.structs import replace
from record_case import NOW
from season_case import THE_DAY, in_school, planned

from advisory.caseload.history.history import record_history
from advisory.caseload.trash import in_trash
from advisory.casework.bring_back import bring_back
from advisory.casework.defense.artifact import take_over
from advisory.casework.defense.outcome import celebrate
from advisory.casework.pact.draft import draft_pact
from advisory.casework.student.add import add_student
from advisory.casework.student.merge import merge_students
from advisory.casework.trash import move_to_trash
from advisory.casework.undo import undo
from advisory.model import DefensePlan, Pact
from advisory.model.words import PactStatus
from advisory.store import Store
from advisory.store.doctor import examine


def with_artifact(caseload) -> DefensePlan:
    """A plan with an artifact that came from the student's pact."""
    plan = planned(caseload)
    pact = draft_pact(caseload, plan.student, "I can say why fractions divide")
    with caseload.store.change("By hand", NOW) as change:
        change.put(replace(pact, status=PactStatus.ACTIVE))
    return take_over(caseload, plan, pact.id)


def test_it_goes_to_the_trash_and_comes_back(caseload):
    plan = planned(caseload)
    gone = move_to_trash(caseload, DefensePlan, plan.id)
    assert caseload.defenses == []
    assert caseload.summary(plan.student).defense is None
    (listed,) = in_trash(caseload)
    assert (listed.record.id, listed.name, listed.day) == (plan.id, "Maya Okafor", THE_DAY)
    assert bring_back(caseload, gone).milestones == plan.milestones


def test_its_history_tells_what_changed_without_an_id_and_without_words_for_the_program(caseload):
    plan = celebrate(caseload, with_artifact(caseload), "Tea for three")
    rows = [row for row in record_history(caseload.store, plan.student) if row.record.startswith("defense plan")]
    told = {row.field: row.now for row in rows}
    assert (told["celebration"], told["held on"]) == ("Tea for three", "Feb 11, 2027")
    assert told["artifacts"] == "I can say why fractions divide, I can say why fractions divide, no reflection yet"
    assert told["milestones"].startswith("choose artifacts, Dec 17, 2026, to do")
    texts = " ".join(told.values())
    assert plan.id not in texts
    assert "g0000001" not in texts
    assert "practice_with_you" not in texts


def test_it_goes_along_when_two_records_of_a_student_are_merged(caseload):
    plan = planned(caseload)
    other = add_student(caseload, given_name="Mayah", family_name="Okafor")
    merge_students(caseload, other.id, plan.student)
    assert [one.student for one in caseload.defenses] == [other.id]
    undo(caseload)
    assert caseload.defenses == [plan]


def test_it_opens_again_as_it_was_and_the_doctor_finds_nothing(caseload, tmp_path):
    plan = with_artifact(caseload)
    before, folder = everything(caseload), caseload.store.folder
    caseload.store.close()
    assert not examine(folder).findings
    store = Store.open(folder)
    assert store.need(DefensePlan, plan.id) == before[plan.id]
    document = json.loads((folder / "advisory.json").read_bytes())["defenses"]["1"]
    assert (document["starts"], document["held_on"], "outcome" in document) == ("09:00:00", "2027-02-11", False)
    store.close()


def test_an_artifact_whose_pact_is_gone_stays(caseload):
    plan = with_artifact(caseload)
    with caseload.store.change("By hand", NOW) as change:
        change.remove(change.need(Pact, "g0000001"))
    assert caseload.store.need(DefensePlan, plan.id).artifacts == plan.artifacts
    folder = caseload.store.folder
    caseload.store.close()
    assert not examine(folder).findings


def test_the_days_of_others_are_none_of_a_students_summary(caseload):
    maya = in_school(caseload)
    planned(caseload)
    jun = add_student(caseload, given_name="Jun", family_name="Sato")
    assert caseload.summary(jun.id).defense is None
    assert caseload.summary(maya.id).defense is not None
