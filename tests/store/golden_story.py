"""What every golden folder tells: records of every kind, over three sittings, the last of which was killed.

`python -m golden_story`, from the folder of this file, writes the folder of the present schema into golden/. That is done once, when
the schema is new; from then on the folder stays as it is, and the story follows the model, so that each folder ever
written must open to the very records that the story makes today.
"""

import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

from msgspec.structs import replace

from advisory.model import (
    Agreement,
    Artifact,
    Attempt,
    CatalogueMilestone,
    CatalogueSign,
    CheckIn,
    CognitiveInsight,
    Commitment,
    DefensePlan,
    Evidence,
    ExportLog,
    FamilyContact,
    FollowUp,
    Indicator,
    Intervals,
    KnownWell,
    Leave,
    MeetingPattern,
    Milestone,
    NoSchoolDay,
    OtherHelp,
    Pact,
    PactRevision,
    PactWording,
    PanelMember,
    Partnership,
    PlannedTalk,
    Practice,
    Revision,
    Snooze,
    StageMove,
    Student,
    SuccessLine,
    Tag,
    Term,
    TransitionNote,
)
from advisory.model.defense_words import DefenseOutcome, DefenseType, MilestoneStatus, Reflection
from advisory.model.words import (
    Agreed,
    AttemptResult,
    Audience,
    CheckInState,
    Direction,
    EvidenceSource,
    Facet,
    Independence,
    InsightStatus,
    Kind,
    LearnedHow,
    Level,
    Medium,
    MoveReason,
    NotMadeReason,
    Observer,
    PactOutcome,
    PactStatus,
    PartOfDay,
    Party,
    PromiseStatus,
    PronounsScope,
    ReviewEvery,
    Stage,
    Status,
    Tone,
    Visibility,
)
from advisory.store import Change, Drafts, Store
from advisory.store.disk.schema import SCHEMA

GOLDEN = Path(__file__).with_name("golden")

OCTOBER = datetime(2026, 10, 5, 9, tzinfo=UTC)
NOVEMBER = datetime(2026, 11, 16, 9, 30, tzinfo=UTC)
TODAY = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)
_FIRST_TARGET = "I can add fractions"
_TARGET = "I can explain why fractions divide"


def tell(folder: Path) -> Store:
    """Make the folder; the store is left open with the last sitting's changes in its journal."""
    store = Store.open(folder)
    with store.change("School set up", OCTOBER) as change:
        _school(change)
    with store.change("Students added", OCTOBER) as change:
        _students(change)
    with store.change("Partnership begun", OCTOBER) as change:
        _rapport(change)
    store.close()
    store = Store.open(folder)
    with store.change("Pact agreed", NOVEMBER) as change:
        _alliance(change)
    with store.change("Target changed", NOVEMBER.replace(hour=11)) as change:
        pact = change.need(Pact, "g0000001")
        was = PactWording(learning_target=_FIRST_TARGET, review_every=ReviewEvery.WEEKLY)
        revision = PactRevision(at=change.at, revision=1, was=was)
        change.put(
            replace(pact, learning_target=_TARGET, revision=2, revisions=(revision,), review_every=ReviewEvery.MONTHLY)
        )
    store.close()
    store = Store.open(folder)
    _today(store)
    Drafts(folder).save("check_in", "s0000002", {"line": "Half a senten"}, TODAY)
    return store


def _school(change: Change) -> None:
    change.add(Term, title="Autumn", starts_on=date(2026, 8, 31), ends_on=date(2026, 12, 18), source_id="term-1")
    change.add(NoSchoolDay, starts_on=date(2026, 11, 26), ends_on=date(2026, 11, 27), title="Autumn break")
    change.add(NoSchoolDay, starts_on=date(2026, 10, 12), ends_on=date(2026, 10, 12))
    change.add(MeetingPattern, weekdays=(0, 2, 4), starts=time(9, 40), ends=time(10, 10))
    change.add(Intervals, contact_every=8, focal_contact_every=4)
    change.add(CatalogueSign, key="listened", stage=Stage.RAPPORT, label="just listened", hidden=True)
    change.add(
        CatalogueSign, key="saved_a_seat", stage=Stage.RAPPORT, label="saved me a seat at lunch", students_doing=True
    )
    change.add(Tag, name="later", hidden=True)
    change.add(CatalogueMilestone, key="debrief", label="tea and talk", days_before=-3, mine=True, hidden=True)


def _students(change: Change) -> None:
    change.add(
        Student,
        given_name="Maya",
        family_name="Okafor",
        preferred_name="May",
        pronounce="MAH-ya oh-KAH-for",
        pronouns="she/her",
        pronouns_scope=PronounsScope.SCHOOL_ONLY,
        grade="10",
        student_number="004711",
        source_id="sis-17",
        email="maya@school.example",
        home_language="Igbo",
        birthday="02-29",
        family_contacts=(
            FamilyContact(
                name="Ada Okafor",
                relation="aunt",
                language="Igbo",
                phone="555 0100",
                email="ada@home.example",
                best_time="evenings",
                may_contact=False,
            ),
            FamilyContact(name="Chidi Okafor"),
        ),
        joined_on=date(2025, 9, 1),
        contact_every=7,
        focal=True,
        focal_why="New school, new language",
    )
    change.add(Student, given_name="José", family_name="Ñuñez “Pepe”", grade="9")
    change.add(
        Student,
        given_name="Ben",
        family_name="Reed",
        status=Status.TRANSFERRED,
        joined_on=date(2025, 9, 1),
        left_on=date(2026, 10, 2),
    )
    change.add(Leave, student="s0000001", starts_on=date(2026, 11, 9), ends_on=date(2026, 11, 10), title="Family")


def _rapport(change: Change) -> None:
    change.add(Partnership, student="s0000001", school_year=2026, stage=Stage.RAPPORT, entered_on=date(2026, 9, 1))
    _check_in(change, "s0000001", date(2026, 10, 5), "Told me about her crew", initiator=Party.STUDENT, minutes=12)
    for key in ("listened", "student_showed_work"):
        change.add(
            Indicator,
            student="s0000001",
            key=key,
            stage=Stage.RAPPORT,
            observed_on=date(2026, 10, 5),
            by=Observer.STUDENT,
            line="Unasked",
            check_in="c0000001",
        )
    change.add(
        KnownWell,
        student="s0000001",
        facet=Facet.HOPES,
        text="Wants to build bridges\n– “real ones”, she says 🌉",
        learned_on=date(2026, 10, 5),
        how=LearnedHow.TOLD_ME,
        sensitive=True,
        visibility=Visibility.SHAREABLE,
    )


def _alliance(change: Change) -> None:
    change.add(
        Pact,
        student="s0000001",
        learning_target=_FIRST_TARGET,
        status=PactStatus.ACTIVE,
        title="Fractions",
        area="Mathematics",
        why="So that I can help my brother",
        starting_point="Adds tops and bottoms",
        success_evidence=(
            SuccessLine(text="Explains it to Jun", met_on=date(2026, 11, 12), note="With a drawing"),
            SuccessLine(text="Finds her own mistake"),
        ),
        student_commitments=(Commitment(text="One problem a day", how_often="daily", kept=(date(2026, 11, 11),)),),
        advisor_commitments=(Commitment(text="Lab notes on Friday"),),
        others=(OtherHelp(who="Maths teacher", text="Keeps the old tests"),),
        confidence=3,
        start_on=date(2026, 11, 9),
        review_every=ReviewEvery.WEEKLY,
        next_review_on=date(2026, 11, 30),
        target_on=date(2026, 12, 14),
        agreements=(
            Agreement(party=Observer.STUDENT, name="May", on=date(2026, 11, 9), how=Agreed.SIGNED, revision=1),
        ),
    )
    change.add(
        Pact,
        student="s0000002",
        learning_target="I can read a map",
        status=PactStatus.CLOSED,
        outcome=PactOutcome.REPLACED,
        reflections="Maps are everywhere",
        next_pact="g0000001",
    )
    _evidence(change, _FIRST_TARGET, date(2026, 11, 12))
    _evidence(change, "", date(2026, 11, 13), pact="", success_line="", next_step="")
    change.add(
        StageMove,
        student="s0000001",
        partnership="p0000001",
        from_stage=Stage.RAPPORT,
        to_stage=Stage.ALLIANCE,
        moved_on=date(2026, 11, 9),
        direction=Direction.FORWARD,
        reason_key=MoveReason.SIGNS_SEEN,
        reason="Showed the unfinished essay",
        indicators=("i0000001", "i0000002"),
        override=True,
    )
    partnership = change.need(Partnership, "p0000001")
    change.put(replace(partnership, stage=Stage.ALLIANCE, entered_on=date(2026, 11, 9), next_step="Ask about crew"))


def _today(store: Store) -> None:
    with store.change("Check-in: observation", TODAY) as change:
        _check_in(
            change,
            "s0000001",
            TODAY.date(),
            "Divided by a half",
            kind=Kind.OBSERVATION,
            part_of_day=PartOfDay.ADVISORY,
            medium=Medium.VIDEO,
            body='A long\n\ttext with \\ and " and \u2028 in it',
            tone=Tone.CELEBRATE,
            student_says="It turns round!",
            feeling=4,
            tags=("maths", "fractions"),
            pact="g0000001",
            insight="k0000001",
            visibility=Visibility.STAFF,
            counts_contact=False,
            counts_one_to_one=False,
        )
        change.add(
            CognitiveInsight,
            student="s0000001",
            noticed_on=TODAY.date(),
            thinking="Dividing makes smaller",
            misconception="6 : ½ is 3",
            status=InsightStatus.RESOLVED,
            pact="g0000001",
            area="Mathematics",
            builds_on="Sharing sweets",
            attempts=(
                Attempt(strategy="Draw it", on=date(2026, 11, 20), result=AttemptResult.WORKED, note="At once"),
                Attempt(strategy="Say it"),
            ),
            self_corrects_on=date(2026, 11, 23),
            transferred_to="Cooking",
        )
        _evidence(change, _TARGET, date(2026, 11, 23))
    with store.change("Group check-in", TODAY) as change:
        for student in ("s0000001", "s0000002"):
            _check_in(change, student, TODAY.date(), "Circle", kind=Kind.WHOLE_GROUP, group="c0000003")
        _check_in(
            change,
            "s0000002",
            TODAY.date(),
            "",
            contact_made=False,
            not_made_reason=NotMadeReason.ABSENT,
            counts_contact=False,
            counts_one_to_one=False,
            state=CheckInState.JOT,
            tags=("later",),
        )
    with store.change("Promises", TODAY) as change:
        _promises(change)
    with store.change("Leave noted", TODAY) as change:
        _defenses(change)
        _leaving(change)
        change.add(PlannedTalk, student="s0000001", on=date(2026, 11, 25))
        change.add(Leave, student="s0000002", starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 4))
    with store.change("Check-in edited", TODAY.replace(minute=20)) as change:
        seen = change.need(CheckIn, "c0000001")
        was = Revision(at=change.at, was={"line": seen.line, "minutes": 12, "tags": [], "tone": None})
        change.put(replace(seen, line="Told me about her crew and the boat", minutes=15, revisions=(was,)))
    with store.change("Check-in removed", TODAY.replace(minute=21)) as change:
        change.remove(change.need(CheckIn, "c0000005"))
    with store.change("A slip", TODAY.replace(minute=22)) as change:
        change.add(Student, given_name="Typed", family_name="Wrongly")
    store.undo(TODAY.replace(minute=23))


def _promises(change: Change) -> None:
    maya = {"student": "s0000001", "owner": Party.ADVISOR}
    change.add(
        FollowUp,
        **maya,
        text="Bring lab notes",
        status=PromiseStatus.OPEN,
        due_on=date(2026, 11, 27),
        source="c0000001",
        snoozed=(Snooze(on=date(2026, 11, 20), was_due_on=None, due_on=date(2026, 11, 27)),),
    )
    change.add(FollowUp, **maya, text="Call home", status=PromiseStatus.DONE, done_on=date(2026, 11, 23))
    change.add(FollowUp, **maya, text="Find a book", status=PromiseStatus.DROPPED, dropped_why="She found it")


def _defenses(change: Change) -> None:
    change.add(
        DefensePlan,
        student="s0000001",
        held_on=date(2026, 11, 19),
        type=DefenseType.BENCHMARK,
        starts=time(9),
        minutes=60,
        place="Library",
        claim="Drawing is how I think",
        panel=(PanelMember(name="Ms Lind", role="art", asked_on=date(2026, 11, 2), confirmed_on=date(2026, 11, 3)),),
        artifacts=(
            Artifact(
                title="Fractions",
                subject="Mathematics",
                shows="Finds her own mistake",
                where="Blue folder",
                reflection=Reflection.DRAFT,
                came_from="g0000001",
            ),
        ),
        milestones=(
            Milestone(
                key="outline",
                label="outline or slides",
                days_before=21,
                due_on=date(2026, 10, 29),
                status=MilestoneStatus.READY,
                done_on=date(2026, 10, 28),
            ),
            Milestone(key="debrief", label="debrief", days_before=-2, due_on=date(2026, 11, 23), mine=True),
        ),
        practices=(
            Practice(
                on=date(2026, 11, 12),
                before="Jun and Ada",
                glows=("The drawing",),
                grows=("Slower",),
                next_step="Count to three",
            ),
        ),
        feeling_before=3,
        feeling_says="Like before a race",
        wows=("She asked back",),
        wonders=("What comes after fractions?",),
        feedback_on=date(2026, 11, 19),
        outcome=DefenseOutcome.DEFEND_AGAIN,
        defend_again_on=date(2026, 12, 10),
        celebration="Tea for three",
        celebrated_on=date(2026, 11, 20),
    )
    change.add(
        DefensePlan,
        student="s0000001",
        held_on=date(2026, 12, 10),
        follows="d0000001",
        to_change="Begin with the drawing",
    )


def _leaving(change: Change) -> None:
    change.add(
        TransitionNote,
        student="s0000001",
        written_on=date(2026, 11, 20),
        strengths="Draws what she means",
        connecting="Ask about the band",
        peers="Jun",
        community="Plays on Saturdays",
        family="Her aunt comes to everything",
        supports="A quiet corner",
        go_on_with="Fractions, without the drawing",
    )
    change.add(
        ExportLog,
        given_on=date(2026, 11, 20),
        audience=Audience.FAMILY,
        what="conference page",
        to="Aunt Ife",
        file="/tmp/conference.html",
        students=("s0000001",),
        rows=("g0000001", "c0000001"),
        taken_in=("c0000001",),
        left_out=2,
        file_deleted_on=date(2026, 11, 23),
    )


def _check_in(change: Change, student: str, day: date, line: str, **fields: object) -> CheckIn:
    usual = {
        "kind": Kind.ONE_TO_ONE,
        "counts_contact": True,
        "counts_one_to_one": True,
        "visibility": Visibility.PRIVATE,
    }
    return change.add(CheckIn, student=student, happened_on=day, line=line, **{**usual, **fields})


def _evidence(change: Change, target: str, day: date, **fields: object) -> Evidence:
    usual = {
        "pact": "g0000001",
        "target": target,
        "success_line": "Explains it to Jun",
        "next_step": "Without the drawing",
    }
    return change.add(
        Evidence,
        student="s0000001",
        seen_on=day,
        source=EvidenceSource.WORK_SAMPLE,
        seen="Explained it to Jun",
        level=Level.GETTING_THERE,
        independence=Independence.WITH_PROMPTS,
        **{**usual, **fields},
    )


def write() -> Path:  # never run: what was written once stays
    """Write the folder of the present schema. Raises FileExistsError: it is written once."""
    folder = GOLDEN / f"schema-{SCHEMA}"
    if folder.exists():
        raise FileExistsError(f"{folder} is there; what was written once stays")
    store = tell(folder)
    store._ledger._journal.close()  # as a killed program leaves it: no snapshot of the last sitting
    store._ledger._lock.close()
    (folder / "advisory.lock").unlink()
    return folder


if __name__ == "__main__":  # never run: likewise
    sys.stdout.write(f"{write()}\n")
