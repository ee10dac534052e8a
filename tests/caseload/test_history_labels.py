"""What a history calls each field of each kind, whole in history_labels.txt, and how it tells the value of every sort."""

from datetime import date, time
from pathlib import Path

from added import add
from kept_text import kept
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.caseload.history.history import record_history
from advisory.caseload.history.history_words import LEFT_OUT, field_label, is_reference
from advisory.model import (
    Artifact,
    CheckIn,
    Commitment,
    DefensePlan,
    FamilyContact,
    FollowUp,
    Indicator,
    Milestone,
    Pact,
    Student,
)
from advisory.model.defense_words import MilestoneStatus, Reflection
from advisory.model.reference import REFERENCES
from advisory.model.words import Kind

LABELS = Path(__file__).with_name("history_labels.txt")


def labels() -> str:
    """A line of each kind about a student: its fields as a history names them, those that hold ids in brackets."""
    lines = []
    for kind in (Student, *REFERENCES):
        fields = [field for field in kind.__struct_fields__ if field not in LEFT_OUT]
        told = [
            f"[{field_label(kind, field)}]" if is_reference(kind, field) else field_label(kind, field)
            for field in fields
        ]
        lines.append(f"{kind.noun}: {', '.join(told)}\n")
    return "".join(lines)


def test_each_field_has_the_name_that_is_written_down():
    said = labels()
    assert said.splitlines() == kept(LABELS, said)


def now(caseload: Caseload, student_id: str) -> dict[str, str]:
    return {row.field: row.now for row in record_history(caseload.store, student_id)}


def test_values_of_every_sort_are_words(caseload: Caseload) -> None:
    people = (FamilyContact(name="Ngozi", relation="aunt", may_contact=False, phone="1"), FamilyContact(name="Sam"))
    maya = add(caseload, Student, family_contacts=people, focal=True, contact_every=5)
    told = now(caseload, maya.id)
    assert (told["family contacts"], told["focal"], told["school days between one-to-ones"]) == (
        "Ngozi, aunt, do not contact, 1; Sam",
        "yes",
        "5",
    )
    kept = Commitment(text="reads", how_often="daily", kept=(date(2026, 11, 20), TODAY), own_marks=(TODAY,))
    pact = add(caseload, Pact, student=maya.id, title="fractions", student_commitments=(kept, Commitment(text="draws")))
    assert now(caseload, maya.id)["what the student will do"] == (
        "reads, daily, Nov 20, 2026; Nov 23, 2026 by their own hand; draws"
    )
    add(
        caseload, DefensePlan, student=maya.id, starts=time(9, 5), minutes=60, wows=("Clear", "Kind"),
        artifacts=(Artifact(title="Bread", came_from=pact.id, reflection=Reflection.DRAFT),),
        milestones=(Milestone(key="k", label="slides", days_before=7, due_on=TODAY, mine=True, status=MilestoneStatus.DOING),),
    )  # fmt: skip
    told = now(caseload, maya.id)
    assert [told[field] for field in ("starts", "minutes", "wows", "artifacts", "milestones", "held on")] == [
        "09:05",
        "60",
        "Clear; Kind",
        "Bread, reflection drafted",
        "slides, Nov 23, 2026, doing",
        "Jun 11, 2027",
    ]


def test_what_a_field_refers_to_is_named_by_its_words_its_day_or_its_kind(caseload: Caseload) -> None:
    maya, other = add(caseload, Student), add(caseload, Student, given_name="Kai")
    note, theirs = add(caseload, CheckIn, happened_on=date(2026, 11, 2)), add(caseload, CheckIn, student=other.id)
    pact = add(caseload, Pact, title="fractions")
    sign = add(caseload, Indicator, check_in=note.id)
    add(caseload, CheckIn, pact=pact.id, kind=Kind.PACT_REVIEW)
    told = now(caseload, maya.id)
    assert (told["sign"], told["seen in"], told["pact"]) == (
        "listened without an agenda",
        "check-in of Nov 2, 2026",
        "“fractions”",
    )
    for source, words in (
        (sign.id, "listened without an agenda"),
        (theirs.id, "check-in"),
        ("c0000099", "check-in"),
        ("zz0000001", "another record"),
        (pact.id, "“fractions”"),
    ):
        promise = add(caseload, FollowUp, source=source)
        rows = record_history(caseload.store, maya.id)
        came_from = [row.now for row in rows if row.record == f"promise {promise.id}" and row.field == "came from"]
        assert came_from == [words]
