"""What leaves on a pact's page, on a panel's and in a calendar: nothing private, and no other student's name unless it was asked for."""

from dataclasses import dataclass
from datetime import date, time

import pytest
from held_case import add_held, others_in
from msgspec.structs import replace
from record_case import REQUIRED, TODAY
from sheets_case import SECRET, add_term

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.page_leaving import dates_leaving, pact_leaving, panel_leaving
from advisory.casework.student.add import add_student
from advisory.exchange.calendar.dates_out import dates_out
from advisory.exchange.page.pact_out import pact_out
from advisory.exchange.page.panel_out import panel_out
from advisory.model import (
    Artifact,
    Commitment,
    DefensePlan,
    FollowUp,
    Milestone,
    Pact,
    PanelMember,
    Student,
    SuccessLine,
)
from advisory.model.words import Audience, PactStatus
from advisory.rules.leaving.outgoing import Outgoing
from advisory.rules.leaving.preview import Choice
from advisory.rules.leaving.reason import Instead, Reason
from advisory.rules.refusal import Refusal

DAY = date(2027, 3, 12)
OTHERS = (Audience.STUDENT, Audience.FAMILY, Audience.STAFF)
AS_IT_IS = Choice()


@dataclass
class Case:
    """Maya's pact, plan and promise, in each of which Jordan is named."""

    caseload: Caseload
    pact: Pact
    plan: DefensePlan

    def pact_out(self, audience: Audience, choice: Choice = AS_IT_IS) -> Outgoing:
        return pact_out(pact_leaving(self.caseload, self.pact, audience, {}, choice), "Ms. Rivera", TODAY)

    def panel_out(self, audience: Audience, choice: Choice = AS_IT_IS) -> Outgoing:
        return panel_out(*panel_leaving(self.caseload, self.plan, audience, {}, choice), TODAY)

    def dates_out(self, audience: Audience, choice: Choice = AS_IT_IS) -> Outgoing:
        leaving = dates_leaving(self.caseload, audience, {}, choice)
        return dates_out(self.caseload, leaving, self.caseload.initials, None)


def added(caseload: Caseload, kind, **fields):
    fields = {**REQUIRED[kind], **fields}
    with caseload.store.change("Made", caseload.now()) as change:
        return change.add(kind, **fields)


def changed(caseload: Caseload, record, **fields):
    with caseload.store.change("Changed", caseload.now()) as change:
        return change.put(replace(change.need(type(record), record.id), **fields))


@pytest.fixture
def case(caseload: Caseload) -> Case:
    maya = add_student(caseload, given_name="Maya", family_name="Okafor")
    add_student(caseload, given_name="Jordan", family_name="Reed")
    pact = added(
        caseload, Pact, student=maya.id, status=PactStatus.ACTIVE, title="Fractions", why="So that I can help Jordan",
        success_evidence=(SuccessLine(text="Jordan agrees", note="a note"), SuccessLine(text="Five of six")),
        student_commitments=(Commitment(text="ask Jordan", how_often="weekly"),),
        advisor_commitments=(Commitment(text="bring a table"),), next_review_on=DAY,
    )  # fmt: skip
    plan = added(
        caseload, DefensePlan, student=maya.id, held_on=DAY, starts=time(9), place="Room of Jordan", claim="Is Jordan right?",
        artifacts=(Artifact(title="Bridge with Jordan"),), wonders=("why not Jordan",),
        panel=(
            PanelMember(name="Jordan Reed", role="grade 11", confirmed_on=TODAY),
            PanelMember(name="Ms. Ortiz", role="biology, knows Jordan", confirmed_on=TODAY),
            PanelMember(name="Mr. Maybe"),
        ),
        milestones=(
            Milestone(key="talk", label="talk with Jordan", days_before=4, due_on=date(2027, 3, 8), mine=True),
            Milestone(key="theirs", label="theirs", days_before=4, due_on=date(2027, 3, 8)),
        ),
    )  # fmt: skip
    added(caseload, FollowUp, student=maya.id, text="lend the saw", due_on=DAY)
    return Case(caseload, pact, plan)


def words(out: Outgoing) -> str:
    """All that leaves, and what is shown of it."""
    shown = "\n".join(line.text for part in out.parts for line in part.lines)
    return f"{out.text(())}\n{shown}"


def typed(out: Outgoing) -> list[tuple[str, str]]:
    """The names found on the panel, and what stands for each."""
    return [(one.name, one.instead) for one in out.leaving.names if not one.record_id]


def test_no_other_students_name_leaves_on_a_page_or_in_a_calendar(case: Case) -> None:
    for audience in OTHERS:
        for instead in Instead:
            choice = Choice(instead=instead)
            outs = [case.pact_out(audience, choice), case.panel_out(audience, choice)]
            outs += [case.dates_out(audience, choice)] if audience is Audience.STAFF else []
            for out in outs:
                assert "Jordan" not in words(out)
                assert "Jordan" in {name.name.split()[0] for name in out.leaving.names}
                assert ("JR" in words(out)) == (instead is Instead.INITIALS)


def test_nothing_of_the_held_set_has_another_students_name_or_a_private_text(caseload: Caseload) -> None:
    add_term(caseload)
    looked_at = 0
    for student in add_held(caseload):
        (plan,) = caseload.store.of_student(DefensePlan, student.id)
        for audience in OTHERS:
            for pact in caseload.store.of_student(Pact, student.id):
                case = Case(caseload, pact, plan)
                for text in (words(case.pact_out(audience)), words(case.panel_out(audience))):
                    assert (others_in(text, student), SECRET in text) == ([], False), text
                    looked_at += 1
    dates = case.dates_out(Audience.STAFF)
    by_record = {plan.id: plan.student for plan in (*caseload.defenses, *caseload.pacts)}
    for line in dates.parts[0].lines:
        assert others_in(line.text, caseload.store.need(Student, by_record[line.rows[0]])) == [], line.text
    assert (looked_at, len(dates.parts[0].lines)) == (150, 75)


def test_a_calendar_for_staff_has_no_promise_unless_it_is_included_and_counts_those_left_out(case: Case) -> None:
    out = case.dates_out(Audience.STAFF)
    assert [line.text for part in out.parts for line in part.lines] == [
        "Mon Mar 8, 2027 · Talk with another student: MO",
        "Fri Mar 12, 2027 · Pact review: MO",
        "Fri Mar 12, 2027 at 9:00 · Defense: MO · Room of another student",
    ]
    assert [one.reason for one in out.leaving.stays] == [Reason.PRIVATE]
    plan, pact = ("Jordan", case.plan.id), ("Jordan", case.pact.id)
    assert [(name.name, name.record_id) for name in out.leaving.names] == [plan, plan, plan, pact, pact, pact, plan]
    assert out.rows() == (case.plan.id, case.pact.id)
    included = case.dates_out(Audience.STAFF, Choice(included=frozenset(("f0000001",))))
    assert ("A promise to MO" in words(included), included.leaving.included) == (True, ("f0000001",))
    assert "A promise" not in words(out)
    mine = words(case.dates_out(Audience.MYSELF))
    assert dates_leaving(case.caseload, Audience.MYSELF, {}, AS_IT_IS).of(DefensePlan) == [case.plan]
    assert ("A promise to MO" in mine, "Talk with Jordan: MO" in mine, "Room of Jordan" in mine) == (True, True, True)
    assert b"Talk with another student" not in out.file({out.parts[0].lines[0].key}, "x.ics").data


def test_a_student_on_the_panel_is_covered_unless_included(case: Case) -> None:
    out = case.panel_out(Audience.STAFF)
    (kept,) = out.kept
    assert (kept.called, kept.words, kept.reason) == ("Jordan Reed, on the panel", "", Reason.NAMES)
    assert "Another student, grade 11; Ms. Ortiz, biology, knows another student" in out.text(())
    assert typed(out) == [("Jordan Reed", "another student"), ("Jordan", "another student")]
    included = case.panel_out(Audience.STAFF, Choice(included=frozenset((kept.id,))))
    assert "Jordan Reed, grade 11; Ms. Ortiz, biology, knows another student" in included.text(())
    assert (included.kept, included.leaving.included) == ((), (case.plan.id,))
    assert typed(included) == [("Jordan", "another student")]
    assert "Ms. Ortiz" not in out.text({"d0000001-panel-2"})
    own_key = case.panel_out(Audience.STAFF, Choice(included=frozenset(("d0000001-panel-2",))))
    assert (own_key.leaving.included, [one.called for one in own_key.kept]) == ((), ["Jordan Reed, on the panel"])
    own = case.panel_out(Audience.MYSELF).text(())
    assert "Jordan Reed, grade 11; Ms. Ortiz, biology, knows another student" in own
    for part in ("Maybe", "why not"):
        assert part not in words(out)


def test_a_panel_looks_for_nothing_of_a_pact_that_isnt_agreed_and_that_is_counted(case: Case) -> None:
    lines = (SuccessLine(text="A line of a draft"),)
    draft = added(case.caseload, Pact, student=case.plan.student, success_evidence=lines)
    shown = Artifact(title="Bridge", came_from=draft.id)
    case.plan = changed(case.caseload, case.plan, artifacts=(shown,))
    out = case.panel_out(Audience.FAMILY)
    assert ("A line of a draft" in words(out), [one.record.id for one in out.leaving.stays]) == (False, [draft.id])
    assert "A line of a draft" in words(case.panel_out(Audience.STUDENT))


def test_a_pact_leaves_for_those_who_may_read_it_and_without_the_lines_left_out(case: Case) -> None:
    out = case.pact_out(Audience.FAMILY)
    assert (out.rows(), out.leaving.stays) == ((case.pact.id,), ())
    keys = {line.key for part in out.parts for line in part.lines if line.key}
    assert keys == {"why", "success:0", "success:1", "student:0", "advisor:0"}
    short = out.text({"why", "success:0", "student:0"})
    assert ("help another" in short, "agrees" in short, "ask another" in short, "Five of six" in short) == (
        False, False, False, True,
    )  # fmt: skip
    assert "help another student" in words(case.pact_out(Audience.MYSELF))
    for status, sentence in (
        (PactStatus.PROPOSED, "haven't agreed to it yet"),
        (PactStatus.DISCARDED, "was discarded"),
    ):
        case.pact = changed(case.caseload, case.pact, status=status)
        with pytest.raises(Refusal, match=sentence):
            case.pact_out(Audience.FAMILY)
        assert words(case.pact_out(Audience.MYSELF))


def test_a_page_that_cant_be_without_a_name_says_so(case: Case) -> None:
    case.pact = changed(case.caseload, case.pact, learning_target="I can teach Jordan")
    out = case.pact_out(Audience.FAMILY, Choice(instead=Instead.LEAVE_OUT))
    assert (out.parts, [one.reason for one in out.leaving.stays]) == ([], [Reason.NAMES])
    with pytest.raises(Refusal, match="can't be without a text that names another student"):
        out.file((), "x.html")
