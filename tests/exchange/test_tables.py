"""The exports: their columns, and what is left out of them."""

import csv
import io
from datetime import UTC, date, datetime, time

import pytest
from each_row import each_row
from outgoing_case import MAYA as OWN
from outgoing_case import Book as GivenOut
from outgoing_case import leaving

from advisory.exchange import tables
from advisory.exchange.file.error import FileError
from advisory.exchange.read_roster import read_roster
from advisory.exchange.tables import EXPORTS, Sources, export, gather
from advisory.exchange.tables.export import table as table_of
from advisory.exchange.tables.table_out import table_out
from advisory.model import (
    Agreement,
    Attempt,
    CheckIn,
    CognitiveInsight,
    Commitment,
    DefensePlan,
    Evidence,
    FollowUp,
    Milestone,
    Pact,
    Partnership,
    StageMove,
    Student,
    SuccessLine,
)
from advisory.model.defense_words import MilestoneStatus
from advisory.model.words import (
    Agreed,
    AttemptResult,
    Audience,
    CheckInState,
    Direction,
    EvidenceSource,
    Independence,
    InsightStatus,
    Kind,
    Level,
    MoveReason,
    Observer,
    PactStatus,
    Party,
    PromiseStatus,
    Stage,
    Tone,
    Visibility,
)
from advisory.rules.days.school_days import Calendar
from advisory.rules.overview.summary import StudentFile, summarize

AT = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
TODAY = date(2026, 11, 23)
MADE = {"created_at": AT, "updated_at": AT}
SECRET = "a word that stays here"
COLUMNS = {
    "caseload": "student,student_number,grade,stage,in_stage_since,last_contact_on,school_days_since_contact,"
    "last_one_to_one_on,school_days_since_one_to_one,contacts_this_term,student_started,open_promises,pact,"
    "pact_status,next_review_on",
    "students": "id,student_number,given_name,family_name,preferred_name,grade,status,joined_on,left_on,stage,"
    "last_contact_on,last_one_to_one_on,contact_every,focal",
    "checkins": "id,student_id,student,date,part_of_day,kind,medium,initiator,contact_made,not_made_reason,"
    "counts_contact,counts_one_to_one,minutes,tone,line,body,student_says,feeling,tags,visibility,pact_id,group_id,"
    "state,logged_at,by,question,person,topic",
    "pacts": "id,student_id,student,title,learning_target,area,why,status,outcome,start_on,next_review_on,target_on,"
    "confidence,success_met,success_total,student_commitments,advisor_commitments,revision,agreed_by_student_on,"
    "agreed_by_advisor_on",
    "followups": "id,student_id,student,text,owner,due_on,status,done_on",
    "evidence": "id,student_id,student,pact_id,date,source,seen,level,independence,next_step",
    "insights": "id,student_id,student,area,thinking,misconception,strategy,result,date,self_corrects_on",
    "stage-moves": "id,student_id,student,date,from,to,direction,reason_key,reason,override",
    "defenses": "id,student_id,student,type,held_on,starts,minutes,place,outcome,milestones_ready,milestones_open,"
    "next_milestone,next_due_on,artifacts,practices,panel_asked,panel_confirmed,feedback_on,defend_again_on,follows,"
    "claim,feeling_before,feeling_says,wows,wonders,celebration",
    "time": "student_id,student,counted_since,school_days,one_to_ones,contacts,minutes,contacts_timed,"
    "started_by_advisor,started_by_student,started_by_others,celebrations,concerns,attempts",
    "families": "student_id,student,contacts,attempts,last_good_word_on,school_days_since_good_word,celebrations,concerns,"
    "family,do_not_contact",
    "summary": "student,grade,contacts,one_to_ones,student_started,celebrations,pact_status,next_review_on",
}


def check_in(number, **changes):
    fields = {
        "kind": Kind.ONE_TO_ONE,
        "visibility": Visibility.PRIVATE,
        "counts_contact": True,
        "counts_one_to_one": True,
        "line": SECRET,
        "body": SECRET,
        "student_says": SECRET,
        "feeling": 2,
        "tags": ("secret_tag", "lab"),
        "tone": Tone.CONCERN,
        "minutes": 12,
        "state": CheckInState.DONE,
    }
    return CheckIn(
        id=f"c{number:07d}", student="s0000001", happened_on=date(2026, 11, 20), **MADE, **{**fields, **changes}
    )


PACT = Pact(
    id="g0000001",
    student="s0000001",
    title="-fractions",
    learning_target="I can add them.",
    why="I want to.",
    status=PactStatus.ACTIVE,
    next_review_on=date(2026, 11, 27),
    success_evidence=(SuccessLine(text="a", met_on=TODAY), SuccessLine(text="b")),
    student_commitments=(Commitment(text="two examples"), Commitment(text="one drawing")),
    revision=2,
    agreements=(
        Agreement(party=Observer.STUDENT, name="Maya", on=date(2026, 10, 1), how=Agreed.SPOKEN, revision=1),
        Agreement(party=Observer.ADVISOR, name="A", on=date(2026, 11, 2), how=Agreed.SPOKEN, revision=2),
    ),
    **MADE,
)
PROMISE = FollowUp(
    id="f0000001", student="s0000001", text=SECRET, owner=Party.ADVISOR, status=PromiseStatus.OPEN, due_on=TODAY, **MADE
)
MOVE = StageMove(
    id="m0000001",
    student="s0000001",
    partnership="p0000001",
    from_stage=Stage.ALLIANCE,
    to_stage=Stage.RAPPORT,
    moved_on=TODAY,
    direction=Direction.BACK,
    reason_key=MoveReason.TRUST_STRAINED,
    reason=SECRET,
    **MADE,
)

PIECE = Evidence(
    id="e0000001",
    student="s0000001",
    seen_on=TODAY,
    source=EvidenceSource.QUIZ,
    seen=SECRET,
    level=Level.NOT_YET,
    independence=Independence.WITH_ME,
    pact="g0000001",
    next_step="-draw it",
    **MADE,
)
INSIGHT = CognitiveInsight(
    id="k0000001",
    student="s0000001",
    noticed_on=TODAY,
    thinking="Adds tops and bottoms",
    misconception=SECRET,
    status=InsightStatus.OPEN,
    attempts=(
        Attempt(strategy="strips", result=AttemptResult.SOME),
        Attempt(strategy="drawing", result=AttemptResult.WORKED),
    ),
    self_corrects_on=TODAY,
    **MADE,
)

DEFENSE = DefensePlan(
    id="d0000001",
    student="s0000001",
    held_on=TODAY,
    starts=time(9, 30),
    place="Library",
    claim=SECRET,
    feeling_says=SECRET,
    milestones=(
        Milestone(key="step_1", label=SECRET, days_before=2, due_on=TODAY),
        Milestone(key="story", label="story", days_before=9, due_on=TODAY, status=MilestoneStatus.READY, done_on=TODAY),
    ),
    wows=(SECRET,),
    feedback_on=TODAY,
    **MADE,
)


@pytest.fixture
def sources():
    student = Student(
        id="s0000001", given_name="Maya", family_name="=Okafor", student_number="004117", grade="10", focal=True, **MADE
    )
    partnership = Partnership(
        id="p0000001", student="s0000001", school_year=2026, stage=Stage.ALLIANCE, entered_on=date(2026, 10, 5), **MADE
    )
    check_ins = (check_in(1), check_in(2, visibility=Visibility.SHAREABLE), check_in(3, visibility=Visibility.STAFF))
    known = StudentFile(student, check_ins, (partnership,), pacts=(PACT,), follow_ups=(PROMISE,))
    return Sources(
        summaries=(summarize(known, "=Maya O", "Maya", Calendar(), TODAY),),
        check_ins=check_ins,
        pacts=(PACT,),
        follow_ups=(PROMISE,),
        stage_moves=(MOVE,),
        evidence=(PIECE,),
        insights=(INSIGHT,),
        defenses=(DEFENSE,),
        names={"s0000001": "=Maya O"},
    )


def table(what, sources):
    exported = export(what, sources, bom=False)
    rows = list(csv.DictReader(io.StringIO(exported.data.decode(), newline="")))
    assert exported.rows == len(rows)
    return rows


@pytest.mark.parametrize("what", EXPORTS)
def test_the_columns_are_those_of_the_format_also_without_rows(what, sources):
    header = COLUMNS[what].encode() + b"\r\n"
    assert export(what, sources, bom=False).data.startswith(header)
    assert export(what, Sources(), bom=True).data == b"\xef\xbb\xbf" + header


def test_a_check_in_in_full(sources):
    _, shared, staff = table("checkins", sources)
    assert shared["line"] == staff["line"] == SECRET
    assert (shared["tags"], shared["feeling"], shared["tone"]) == ("secret_tag | lab", "2", "concern")
    assert (shared["date"], shared["logged_at"]) == ("2026-11-20", "2026-11-20T15:30:00Z")


def test_names_are_guarded_and_numbers_keep_their_zeros(sources):
    assert table("checkins", sources)[0]["student"] == "'=Maya O"
    (student,) = table("students", sources)
    assert (student["family_name"], student["student_number"]) == ("'=Okafor", "004117")
    assert (student["contact_every"], student["focal"], student["stage"]) == ("5", "true", "alliance")


def test_the_caseload_tells_clocks_and_pact(sources):
    (line,) = table("caseload", sources)
    assert line["school_days_since_contact"] == "1"
    assert (line["contacts_this_term"], line["open_promises"], line["in_stage_since"]) == ("3", "1", "2026-10-05")
    assert (line["pact"], line["pact_status"], line["next_review_on"]) == ("'-fractions", "active", "2026-11-27")


def test_an_agreement_to_an_earlier_revision_does_not_count(sources):
    (pact,) = table("pacts", sources)
    assert (pact["agreed_by_student_on"], pact["agreed_by_advisor_on"]) == ("", "2026-11-02")
    assert (pact["success_met"], pact["success_total"]) == ("1", "2")
    assert pact["student_commitments"] == "two examples | one drawing"


def test_a_move_and_a_promise_in_full(sources):
    (move,) = table("stage-moves", sources)
    assert (move["from"], move["to"], move["reason_key"], move["override"]) == (
        "alliance",
        "rapport",
        "trust_strained",
        "false",
    )
    (promise,) = table("followups", sources)
    assert (promise["text"], promise["due_on"], promise["status"]) == (SECRET, "2026-11-23", "open")


def test_evidence_and_an_insight_in_full(sources):
    (piece,) = table("evidence", sources)
    assert (piece["pact_id"], piece["level"], piece["next_step"]) == ("g0000001", "not_yet", "'-draw it")
    (insight,) = table("insights", sources)
    assert (insight["strategy"], insight["result"]) == ("strips | drawing", "some | worked")


def test_evidence_as_objects_and_as_a_workbook_without_some_rows(sources):
    assert tables.objects("evidence", sources) == [
        {
            "id": "e0000001",
            "student_id": "s0000001",
            "student": "=Maya O",
            "pact_id": "g0000001",
            "date": TODAY,
            "source": "quiz",
            "seen": SECRET,
            "level": "not_yet",
            "independence": "with_me",
            "next_step": "-draw it",
        }
    ]
    whole = table_of("evidence", sources)
    assert whole.file("evidence", as_workbook=True) == export("evidence", sources, as_workbook=True)
    assert whole.without({"e0000001"}).file("evidence", as_workbook=True).rows == 0
    assert whole.without({"e0000002"}) == whole


def test_an_unknown_export_is_refused_by_name():
    with pytest.raises(ValueError, match="no export called 'grades'; choose one of caseload"):
        export("grades", Sources())


@pytest.mark.parametrize("what", EXPORTS)
def test_each_export_gathers_what_it_needs_and_reads_no_more(what):
    """Ten years of check-ins are not read to list the students."""
    own = {
        "caseload": ("summaries", "summaries"),
        "students": ("all_summaries", "summaries"),
        "checkins": ("check_ins", "check_ins"),
        "pacts": ("pacts", "pacts"),
        "followups": ("follow_ups", "follow_ups"),
        "stage-moves": ("stage_moves", "stage_moves"),
        "evidence": ("evidence", "evidence"),
        "insights": ("insights", "insights"),
        "defenses": ("defenses", "defenses"),
        "time": ("time_given", "time"),
        "families": ("home_words", "home_words"),
    }
    if what == "summary":  # made of two
        return
    source, field = own[what]
    read = []

    class Book:
        def __getattr__(self, name):
            read.append(name)
            return {"s0000001": "Maya"} if name == "names" else (name,)

    gathered = gather(what, Book())
    names = {} if field == "summaries" else {"s0000001": "Maya"}
    assert gathered == Sources(**{field: (source,)}, names=names)
    assert sorted(read) == sorted({source, *(["names"] if names else [])})


def test_a_plan_is_a_row_with_what_is_ready_and_what_is_open(sources):
    (row,) = table("defenses", sources)
    assert (row["starts"], row["milestones_ready"], row["milestones_open"]) == ("09:30", "1", "1")
    assert (row["next_milestone"], row["claim"]) == (SECRET, SECRET)


@each_row(
    ("table", "called"),
    [
        (tables.check_in, "check-ins"),
        (tables.evidence, "evidence"),
        (tables.follow_up, "promises"),
        (tables.insight, "insights"),
        (tables.pact, "pacts"),
        (tables.stage_move, "stage moves"),
    ],
)
def test_a_table_of_ours_that_holds_no_students_is_named_where_a_roster_is_wanted(tmp_path, table, called):
    (path := tmp_path / "own.csv").write_text(
        ",".join(table.HEADER) + "\n" + "x," * len(table.HEADER) + "\n", encoding="utf-8"
    )
    with pytest.raises(FileError, match=f"is this program's own table of {called}, not of students"):
        read_roster(path, today=date(2026, 11, 23))


def test_a_table_for_others_is_made_of_what_leaves_alone():
    book = GivenOut()
    of = {
        "checkins": book.check_ins, "pacts": book.pacts, "followups": book.follow_ups, "evidence": book.evidence,
        "stage-moves": book.stage_moves, "defenses": book.defenses,
    }  # fmt: skip
    for what, records in of.items():
        for leaves in ((), records[:1]):
            out = table_out(what, book, leaving(OWN, *leaves, audience=Audience.STAFF), bom=False)
            rows = list(csv.DictReader(io.StringIO(out.file((), f"{what}.csv").data.decode())))
            assert [row["id"] for row in rows] == [record.id for record in leaves], what
