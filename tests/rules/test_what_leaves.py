"""What leaves, record by record and line by line: which fields each reader gets, whose a record is, and what a line left out takes along."""

from datetime import UTC, date, datetime

from msgspec.structs import asdict
from record_case import TODAY, make

from advisory.model import (
    CheckIn,
    DefensePlan,
    Evidence,
    FamilyContact,
    Indicator,
    Leave,
    Milestone,
    Pact,
    PactRevision,
    PactWording,
    PanelMember,
    Partnership,
    PlannedTalk,
    Practice,
    StageMove,
    Student,
    SuccessLine,
    TransitionNote,
)
from advisory.model.words import (
    Audience,
    EvidenceSource,
    Independence,
    Kind,
    Level,
    PactStatus,
    PronounsScope,
    Tone,
    Visibility,
)
from advisory.rules.leaving.leaving import Covered, Leaving, OfOne, Rated, Stays, leaving
from advisory.rules.leaving.may_leave import parts_for, why_it_stays
from advisory.rules.leaving.outgoing import Outgoing, Written
from advisory.rules.leaving.preview import Going, Part
from advisory.rules.leaving.reason import Reason
from advisory.rules.leaving.texts import texts_of, with_texts
from advisory.rules.names.covering.other_names import OtherNames

MYSELF, STUDENT, FAMILY, STAFF, COUNTS = (
    Audience.MYSELF,
    Audience.STUDENT,
    Audience.FAMILY,
    Audience.STAFF,
    Audience.COUNTS,
)
MAYA, KAI = make(Student, 1), make(Student, 2, given_name="Kai", family_name="Tran")
NOTED = SuccessLine(text="Three proofs", note="with a card")


def changed(record, audience):
    """The fields that this reader gets otherwise than they are."""
    was = asdict(record)
    return {field: value for field, value in asdict(parts_for(record, audience)).items() if value != was[field]}


def test_each_reader_gets_the_particulars_they_need_and_pronouns_where_they_may_be_used():
    home = FamilyContact(name="Ada", relation="aunt", language="Twi", phone="555", email="ada@home", may_contact=True)
    away = FamilyContact(name="Bo", relation="uncle", may_contact=False)
    maya = make(
        Student, focal=True, focal_why="new", focal_since=TODAY, contact_every=5, pronouns="she/her", grade="9",
        source_id="x1", student_number="12", email="maya@school", pronounce="MY-a", home_language="Twi",
        birthday="05-01", family_contacts=(home, away), pronouns_scope=PronounsScope.SCHOOL_ONLY,
    )  # fmt: skip
    always = {"focal": False, "focal_why": "", "focal_since": None, "contact_every": None}
    at_home = always | {"source_id": "", "student_number": "", "email": ""}
    ask = (FamilyContact(name="Ada", relation="aunt", language="Twi"),)
    nothing = at_home | {"pronouns": "", "pronounce": "", "home_language": "", "birthday": "", "family_contacts": ()}
    assert [changed(maya, one) for one in (MYSELF, STUDENT, FAMILY, STAFF, COUNTS)] == [
        {},
        at_home | {"family_contacts": ()},
        at_home | {"pronouns": "", "family_contacts": ask},
        always,
        nothing,
    ]
    anywhere = make(Student, pronouns="she/her", pronouns_scope=PronounsScope.ANYWHERE)
    here = make(Student, pronouns="she/her", pronouns_scope=PronounsScope.ASK_ME)
    readers = (STUDENT, FAMILY, STAFF)
    assert [parts_for(anywhere, one).pronouns for one in readers] == ["she/her", "she/her", "she/her"]
    assert [parts_for(here, one).pronouns for one in readers] == ["she/her", "", ""]


def test_what_was_asked_and_felt_is_for_the_student_and_a_concern_does_not_go_home():
    note = make(
        CheckIn, line="Came", insight="n1", group="u1", question="How?", feeling=2, tags=("lab",), tone=Tone.CONCERN
    )
    always, asked = {"insight": "", "group": ""}, {"question": "", "feeling": None}
    home = {"tags": (), "tone": Tone.NEUTRAL}
    assert [changed(note, one) for one in (MYSELF, STUDENT, FAMILY, STAFF)] == [
        {},
        always | home,
        always | asked | home,
        always | asked,
    ]
    glad = make(CheckIn, line="Came", tone=Tone.CELEBRATE)
    assert changed(glad, FAMILY) == {}


def test_a_pact_goes_without_the_notes_on_its_lines_and_what_it_said_before_only_to_staff():
    at = datetime(2026, 11, 2, tzinfo=UTC)
    before = PactRevision(at=at, revision=1, was=PactWording(success_evidence=(NOTED,)))
    titled = PactRevision(at=at, revision=2, was=PactWording(title="Before"))
    pact = make(Pact, success_evidence=(NOTED,), revision=3, revisions=(before, titled), next_pact="g9")
    bare = SuccessLine(text="Three proofs")
    staff = PactRevision(at=at, revision=1, was=PactWording(success_evidence=(bare,)))
    assert changed(pact, STAFF) == {"success_evidence": (bare,), "revisions": (staff, titled)}
    assert changed(pact, STUDENT) == {"success_evidence": (bare,), "revisions": (), "next_pact": ""}


def test_of_a_plan_the_student_gets_their_own_part_and_nobody_the_panel():
    mine = Milestone(key="room", label="Book a room", days_before=9, due_on=TODAY, mine=True)
    own = Milestone(key="draft", label="Draft", days_before=5, due_on=TODAY)
    practice = Practice(on=TODAY, before="Kai", glows=("voice",), grows=("pace",), next_step="Slow down")
    plan = make(
        DefensePlan, panel=(PanelMember(name="Kai"),), wonders=("Why?",), wows=("Wow",), practices=(practice,),
        milestones=(mine, own), feeling_before=3, feeling_says="ready", to_change="More pictures",
    )  # fmt: skip
    shown = Practice(on=TODAY, glows=("voice",), next_step="Slow down")
    assert changed(plan, STUDENT) == {"panel": (), "wonders": (), "practices": (shown,), "milestones": (own,)}
    assert changed(plan, STAFF) == {
        "panel": (), "wonders": (), "practices": (), "milestones": (), "feeling_before": None, "feeling_says": "",
        "to_change": "",
    }  # fmt: skip


def test_a_sign_a_move_and_a_leave_go_without_what_was_noted_on_them():
    assert changed(make(Indicator, line="Asked Kai", check_in="c1"), STAFF) == {"line": "", "check_in": ""}
    assert changed(make(StageMove, indicators=("i1",)), STAFF) == {"indicators": ()}
    assert changed(make(Leave, title="At home"), STAFF) == {"title": ""}
    assert changed(make(Partnership, next_step="Ask"), STAFF) == {}


def test_why_a_record_stays_differs_from_reader_to_reader():
    def why(record):
        return [why_it_stays(record, one) for one in (MYSELF, STUDENT, FAMILY, STAFF, COUNTS)]

    never, counts = Reason.NOT_FOR_THEM, Reason.COUNTS_ONLY
    staff_only = [None, Reason.STAFF_ONLY, Reason.STAFF_ONLY, None, counts]
    assert why(MAYA) == [None] * 5
    assert why(make(Student, deleted_at=MAYA.created_at)) == [None, never, never, never, never]
    shared = {"line": "x", "visibility": Visibility.SHAREABLE}
    assert why(make(CheckIn, **shared)) == [None, None, None, None, counts]
    assert why(make(CheckIn, kind=Kind.REFERRAL, **shared)) == [None, never, never, never, counts]
    assert why(make(CheckIn, line="x", visibility=Visibility.STAFF)) == staff_only
    assert why(make(CheckIn, line="x")) == [None, *[Reason.PRIVATE] * 3, counts]
    assert why(make(Pact, status=PactStatus.DISCARDED)) == [None, never, never, never, counts]
    assert why(make(Pact, status=PactStatus.DRAFT)) == [None, None, Reason.NOT_AGREED, Reason.NOT_AGREED, counts]
    assert why(make(Indicator)) == why(make(DefensePlan)) == [None, None, None, None, counts]
    assert why(make(Partnership)) == [None, None, never, None, counts]
    assert why(make(TransitionNote)) == why(make(Leave)) == why(make(PlannedTalk)) == staff_only
    assert why(make(StageMove)) == [None, *[Reason.PRIVATE] * 3, counts]


def test_a_part_without_its_words_is_gone_and_so_is_a_tag_that_would_change():
    pact = make(Pact, learning_target="Prove", success_evidence=(SuccessLine(text="Kai"), SuccessLine(text="Own")))
    assert [*texts_of(pact)] == ["Prove", "Kai", "Own"]
    without = with_texts(pact, lambda text: "" if text == "Kai" else text.upper())
    assert without == make(Pact, learning_target="PROVE", success_evidence=(SuccessLine(text="OWN"),))
    note = make(CheckIn, line="lab", tags=("kai", "lab"))
    assert with_texts(note, lambda text: text.replace("kai", "K")) == make(CheckIn, line="lab", tags=("lab",))


def evidence(number, pact, day, student=MAYA):
    return make(
        Evidence, number, student=student.id, pact=pact, seen_on=day, seen="Two proofs", visibility=Visibility.SHAREABLE,
        level=Level.THERE, independence=Independence.WITH_PROMPTS, source=EvidenceSource.QUIZ,
    )  # fmt: skip


def test_records_and_ratings_stand_with_their_student_the_oldest_rating_first():
    pact = make(Pact, student=MAYA.id, status=PactStatus.ACTIVE)
    early, late = evidence(2, pact.id, date(2026, 11, 2)), evidence(1, pact.id, date(2026, 11, 9))
    of_no_pact, of_another = evidence(3, "", date(2026, 11, 3)), evidence(4, "g99", date(2026, 11, 3))
    note = make(CheckIn, 1, student=KAI.id, line="Came", visibility=Visibility.SHAREABLE)
    of_nobody = make(CheckIn, 2, student="s99", line="Came", visibility=Visibility.SHAREABLE)
    records = (MAYA, KAI, pact, late, early, of_no_pact, of_another, note, of_nobody)
    out = leaving(records, STAFF, lambda _: OtherNames(MAYA, []), initials={})
    rated = [
        Rated(one.id, MAYA.id, pact.id, one.seen_on, one.source, one.level, one.independence) for one in (early, late)
    ]
    assert list(out.rated) == rated
    maya, kai = (parts_for(one, STAFF) for one in (MAYA, KAI))
    assert out.by_student == [
        OfOne(maya, [pact, late, early, of_no_pact, of_another], rated),
        OfOne(kai, [note], []),
    ]
    assert leaving(records, COUNTS, lambda _: OtherNames(MAYA, []), initials={}).rated == ()


def outgoing(audience=STAFF):
    both = make(CheckIn, 1, student=MAYA.id, line="Came")
    once = make(CheckIn, 2, student=KAI.id, line="Left")
    unseen = make(CheckIn, 3, student=KAI.id, line="Never in a line")
    stays = (Stays(make(CheckIn, 4, line="x"), Reason.PRIVATE),)
    out = Leaving(
        audience, (MAYA, KAI, both, once, unseen), (), stays, (), (), lambda _, text: Covered(text, ())
    )  # fmt: skip
    parts = [
        Part("Maya", [Going("a", "Came", (MAYA.id, both.id)), Going("b", "Came again", (MAYA.id, both.id))]),
        Part("Kai", [Going("c", "Left", (KAI.id, once.id))]),
    ]
    return Outgoing("page", out, parts, lambda _out, _ending: Written(b"", "a page"), lambda _out: "")


def test_a_line_left_out_takes_along_the_records_that_stand_in_no_other():
    out = outgoing()
    maya, kai, both, once, unseen = out.leaving.records
    assert out.without(()) == out.leaving
    assert out.without({"a"}).records == out.leaving.records  # it stands in another line as well
    assert out.rows() == (both.id, once.id)
    assert out.rows({"c"}) == (both.id,)
    without = out.without({"c"})
    assert without.records == (maya, both, unseen)
    assert without.stays == (*out.leaving.stays, Stays(kai, Reason.LEFT_OUT), Stays(once, Reason.LEFT_OUT))
    assert out.without({"a", "b", "c"}).records == (unseen,)
    assert out.rows({"a", "b", "c"}) == ()


def test_what_goes_to_others_is_logged_and_what_is_for_yourself_is_not():
    assert [outgoing(one).is_logged for one in (MYSELF, STUDENT, STAFF)] == [False, True, True]
    plain = outgoing()
    assert (plain.notes, plain.uses_pronouns, plain.may_include, plain.kept) == ((), False, True, ())
    assert plain.file((), ".md").warning == ""
