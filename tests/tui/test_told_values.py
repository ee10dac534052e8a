"""What forms begin with and what becomes of what is typed into them, at each edge, compared with `told/`."""

from collections.abc import Callable
from datetime import time

import pytest
from defense_case import near_plan, without_season
from msgspec.structs import replace
from record_case import NOW, TODAY, make
from told_case import StandIn, compare
from told_dialog import _field

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.model import (
    Attempt,
    CognitiveInsight,
    Evidence,
    FollowUp,
    Pact,
    Student,
)
from advisory.model.words import (
    AttemptResult,
    EvidenceSource,
    InsightStatus,
    Kind,
    Observer,
    PactStatus,
    Party,
    PronounsScope,
)
from advisory.rules.days.interval import UsualIntervals
from advisory.rules.refusal import Refusal
from advisory.tui.dialogs.fields import check_in, defense, evidence, insight, promise, school, sign, student, whose
from advisory.tui.dialogs.form.box import fill_box
from advisory.tui.dialogs.form.field import Field
from advisory.tui.widgets.boxes.choice import Choice


@pytest.fixture
def screen(demo: Caseload) -> StandIn:
    return StandIn(demo)


def told_fields(fields: list[Field]) -> list[str]:
    """Each field with all it says."""
    return [f"    {_field(one, {})}" for one in fields]


def tried(what: str, does: Callable[[], object]) -> str:
    """What comes of it, or why it is refused."""
    try:
        return f"{what}: {does()}"
    except Refusal as refusal:
        return f"{what}: {refusal}"


NUMBERS = ("", " ", "0", "7", " 12 ", "99999", "100000", "-1", "x", "²", "1.5")


def test_numbers_that_are_typed() -> None:
    told = []
    for text in NUMBERS:
        told.append(tried(f"check-in {text!r}", lambda text=text: check_in._number(text)))
        told.append(tried(f"school {text!r}", lambda text=text: school.read_number(text)))
        values = dict.fromkeys(student._TEXTS, "") | {
            "given_name": "Ada",
            "family_name": "Lund",
            "pronouns_scope": PronounsScope.ASK_ME.value,
        }
        told.append(
            tried(
                f"student {text!r}",
                lambda text=text, values=values: student.student_changes(values | {"contact_every": text.strip()})[
                    "contact_every"
                ],
            )
        )
    for given, family in (("", ""), ("Ada", ""), ("", "Lund"), (" ", "Lund"), ("Ada", "Lund")):
        told.append(
            tried(
                f"{given!r} {family!r}",
                lambda given=given, family=family: student.student_changes(
                    values | {"given_name": given, "family_name": family}
                )["given_name"],
            )
        )
    told += [
        f"{day!r}: {student._month_and_day(day)}"
        for day in ("3/14", "03.14.", "3-14", "3/14/2010", "13/14", " 3/14", "")
    ]
    one = make(Student, given_name="Ada", family_name="Lund", contact_every=7, birthday="03-14")
    for shown in (None, one):
        told += told_fields(student.student_fields(shown, UsualIntervals(10, 5)))
    told += [
        tried(
            f"{name}",
            lambda name=name: defense.read_plan(
                {"hour": "", "minutes": "", "place": "", "claim": "", "kind": "defense"} | dict([name])
            ),
        )
        for name in (("hour", " "), ("hour", "9"), ("minutes", " "), ("minutes", "45"), ("minutes", "x"))
    ]
    compare(told, "values_numbers")


def test_what_the_form_of_a_check_in_begins_with(screen: StandIn) -> None:
    caseload, desk = screen.desk.caseload, screen.desk
    maya = caseload.one("Maya")
    with caseload.store.change("Made", NOW) as change:
        discarded = change.add(Pact, student=maya.id, learning_target="I can nap", status=PactStatus.DISCARDED)
    told = []
    plain = record_check_in(caseload, maya.id, "plain")
    for changes in (
        {}, {"group": "c1"}, {"topic": "maps"}, {"question": "Why?"}, {"person": "Obi"}, {"person": maya.family_contacts[0].name},
        {"pact": discarded.id}, {"pact": "g9"}, {"insight": "i9"}, {"minutes": 0, "feeling": 3}, {"contact_made": False, "counts_contact": False, "counts_one_to_one": False},
        {"by": Observer.STUDENT}, {"counts_one_to_one": False}, {"kind": Kind.OBSERVATION}, {"tags": ("maps", "lab")},
    ):  # fmt: skip
        shown = replace(plain, **changes)
        fields = check_in.check_in_fields(desk, shown)
        told += [f"{changes}", *(line for line in told_fields(fields) if line not in told)]
        told.append(f"    (about) {check_in.check_in_about(desk, shown, 1)}")
        values = {one.name: one.initial for one in fields}
        made = check_in.check_in_changes(desk, values)
        told.append(f"    { {name: value for name, value in made.items() if value != getattr(plain, name)} }")
        for reached, counts in (("no", "yes"), ("reached", "no"), ("absent", "yes")):
            made = check_in.check_in_changes(
                desk, values | {"reached": reached, "counts_contact": counts, "counts_one_to_one": counts}
            )
            told.append(
                f"    {reached} {counts}: {made['contact_made']} {made['not_made_reason']} {made['counts_contact']} {made['counts_one_to_one']}"
            )
    told += told_fields(check_in.jot_fields(plain))
    compare(told, "values_check_in")


def test_what_the_forms_of_learning_begin_with(screen: StandIn) -> None:
    caseload, desk = screen.desk.caseload, screen.desk
    maya = caseload.one("Maya")
    with caseload.store.change("Made", NOW) as change:
        discarded = change.add(
            Pact, student=maya.id, learning_target="I can nap", status=PactStatus.DISCARDED, area="rest"
        )
        paused = change.add(Pact, student=maya.id, learning_target="I can rest", status=PactStatus.PAUSED, area="rest")
        tried_once = change.add(
            CognitiveInsight,
            student=maya.id,
            noticed_on=TODAY,
            thinking="adds",
            misconception="halves add up",
            status=InsightStatus.OPEN,
            pact=discarded.id,
            attempts=(
                Attempt(strategy="fold", on=TODAY, result=AttemptResult.SOME, note="once"),
                Attempt(strategy="cut", on=TODAY, result=AttemptResult.WORKED, note=""),
            ),
        )
        untried = change.add(
            CognitiveInsight,
            student=maya.id,
            noticed_on=TODAY,
            thinking="adds",
            misconception="adds",
            status=InsightStatus.PARKED,
        )
        seen = change.add(
            Evidence, student=maya.id, seen_on=TODAY, source=EvidenceSource.QUIZ, seen="both", pact=discarded.id
        )
    active = caseload.summary(maya.id).pact
    told = []
    for pact in (None, active, paused, discarded):
        told += [
            f"{pact and pact.status}",
            *told_fields(evidence.evidence_fields(desk, maya.id, None, pact))[1:2],
            *told_fields(insight.insight_fields(desk, maya.id, None, pact)),
        ]
        told += told_fields(evidence.evidence_fields(desk, maya.id, None, pact, "names both"))[1:2]
    told += told_fields(evidence.evidence_fields(desk, maya.id, seen))
    for shown in (tried_once, untried):
        fields = insight.insight_fields(desk, maya.id, shown)
        told += [f"{shown.misconception}", *told_fields(fields), f"    (about) {insight.insight_about(desk, shown)}"]
        values = {one.name: one.initial for one in fields}
        for typed in (
            {},
            {"strategy": " "},
            {"strategy": "fold"},
            {"strategy": "fold", "result": "some"},
            {"result": "some"},
            {"last_result": "some"},
            {"last_note": "well"},
            {"self_corrects_on": "mon"},
        ):
            if typed.keys() <= values.keys():
                told.append(
                    tried(
                        f"    {typed}",
                        lambda values=values, typed=typed, shown=shown: [
                            tuple(one)
                            if isinstance(one, tuple)
                            else f"{one.strategy} {one.result} {one.note!r} {one.on}"
                            for one in insight.insight_changes(desk, values | typed, shown)["attempts"]
                        ],
                    )
                )
    new = {one.name: one.initial for one in insight.insight_fields(desk, maya.id, None)} | {
        "thinking": " adds ",
        "misconception": "x",
    }
    told.append(f"new: {insight.insight_changes(desk, new, None)}")
    compare(told, "values_learning")


def test_what_other_forms_begin_with(screen: StandIn) -> None:
    caseload, desk = screen.desk.caseload, screen.desk
    maya = caseload.one("Maya")
    told = []
    for shown in (
        None,
        make(FollowUp, text="bring it", owner=Party.FAMILY),
        make(FollowUp, text="bring it", due_on=TODAY, owner=Party.ADVISOR),
    ):
        told += told_fields(promise.promise_fields(shown))
    told += [
        tried(
            f"due {due!r}", lambda due=due: promise.promise_changes(desk, {"text": "x", "due": due, "owner": "staff"})
        )
        for due in ("", " ", "fri", "x")
    ]
    without_season(caseload)
    plan = near_plan(caseload)
    for starts in (None, time(0), time(9)):
        one = replace(plan, starts=starts)
        for others in (0, 1, 2):
            told += told_fields(defense.move_fields(one, others))[1:]
        told += [
            *told_fields(defense.plan_fields(one)),
            *told_fields(defense.again_fields(one))[-1:],
            *told_fields(defense.slot_fields(TODAY, starts)),
        ]
    for artifact in (None, *plan.artifacts):
        told += told_fields(defense.artifact_fields(artifact))
    for feeling in (None, 0, 1, 5):
        told += told_fields(defense.feeling_fields(feeling, "calm"))[:1]
    told += [
        *told_fields(defense.plan_fields(None)),
        *told_fields(defense.schedule_fields()),
        *told_fields(defense.practice_fields()),
        *told_fields(defense.panel_fields()),
        *told_fields(defense.feedback_fields()),
    ]
    told += [f"{text!r}: {defense.lines_of(text)}" for text in ("", " \n", "a\n\n b ", "a\r\nb")]
    complete = whose.whose_field(desk, maya.id).complete
    assert complete is not None
    told += [f"{typed!r}: {complete(typed)}" for typed in ("", "M", "Ma", "Noah", "Kai", "Kai Tran", "zz")]
    told += [
        tried(f"{typed!r}", lambda typed=typed: whose.student_in(desk, {whose.STUDENT: typed}, maya.id))
        for typed in ("", " ", "Maya Okafor", "Kai", "Noah", "Noah Brandt", "zz")
    ]
    notes = [record_check_in(caseload, maya.id, f"note {at}") for at in range(8)]
    for highlighted in (None, notes[0], notes[-1]):
        told += told_fields(sign.sign_fields(desk, caseload.store.check_ins_of(maya.id), highlighted))[1:2]
    for typed, note in (("", ""), ("", notes[0].id), ("mon", notes[0].id), (" ", "c9999999")):
        told.append(
            f"{typed!r} {note}: {sign.sign_values(desk, {'observed_on': typed, 'check_in': note, 'by': 'advisor', 'line': ''})['observed_on']}"
        )
    compare(told, "values_others")


def test_what_is_put_into_a_box() -> None:
    told: list[str] = []
    field = Field("how", "How?", choices=[("calm", "calmly"), ("loud", "loudly")], letters={"calm": "c"})
    begun = lambda *given, **named: told.append(f"    {given} {named}")  # noqa: E731 - what a box is given
    box = Choice.__new__(type("Told", (Choice,), {"begin": lambda self, *given, **named: begun(*given, **named)}))
    for one in (field, replace(field, is_beside=True), replace(field, is_about_nobody=True)):
        for value in ("", "loud"):
            for is_covered in (False, True):
                fill_box(box, one, value, covered=is_covered)
    compare(told, "values_boxes")
