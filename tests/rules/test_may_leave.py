"""What may leave: for any records and any audience nothing private, nothing sensitive and no other student's name, unless it was typed in."""

from typing import get_args

import msgspec
import pytest
from examples import some
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from record_case import TODAY, make
from record_strategy import records as filled

from advisory.caseload.leaving.leaving import ABOUT_A_STUDENT
from advisory.model import (
    KINDS,
    CheckIn,
    DefensePlan,
    Evidence,
    ExportLog,
    FamilyContact,
    FollowUp,
    Indicator,
    KnownWell,
    Milestone,
    Pact,
    Partnership,
    Piece,
    Record,
    Revision,
    Snooze,
    Student,
    TransitionNote,
)
from advisory.model.words import Audience, Facet, Kind, PactStatus, PronounsScope, Tone, Visibility
from advisory.rules.leaving.leaving import leaving
from advisory.rules.leaving.may_leave import parts_for, why_it_stays
from advisory.rules.leaving.ratchet import need_not_shared
from advisory.rules.leaving.reason import Instead, Reason
from advisory.rules.leaving.texts import TEXTS, texts_of, with_texts
from advisory.rules.names.covering.other_names import OtherNames
from advisory.rules.refusal import Refusal

MAYA = make(Student, 1)
KAI = make(Student, 2, given_name="Kai", family_name="Tran", preferred_name="Kit")
OTHERS = [audience for audience in Audience if audience is not Audience.MYSELF]
SECRET = "Zebrafish"
"""A word that must not get out."""
OF_NOBODY_ELSE: dict[type[msgspec.Struct], frozenset[str]] = {
    Student: frozenset(
        (
            "given_name", "family_name", "preferred_name", "pronounce", "pronouns", "grade", "student_number", "source_id",
            "email", "home_language", "birthday",
        )
    ),
    FamilyContact: frozenset(("name", "language", "phone", "email")),
    Indicator: frozenset(("key",)),
    Milestone: frozenset(("key",)),
    Revision: frozenset(("was",)),
    DefensePlan: frozenset(("panel",)),
    Pact: frozenset(("agreements",)),
}  # fmt: skip
"""Kind → its other fields of text: the student's own particulars, those of grown-ups, keys, and what never leaves."""


def leave(records, audience, **choices):
    return leaving(records, audience, lambda _: OtherNames(MAYA, [MAYA, KAI]), initials={KAI.id: "KT"}, **choices)


def all_text(leaving):
    return msgspec.json.encode(leaving.records).decode()


def test_every_text_of_every_kind_is_looked_through_or_is_nobody_elses():
    """A new field of text has to be put in one of the two tables, or names in it would get out."""
    ids = {
        "id",
        "student",
        "pact",
        "group",
        "insight",
        "check_in",
        "partnership",
        "source",
        "next_pact",
        "follows",
        "came_from",
    }
    seen = {"indicators"}
    parts = {kind for kind in _pieces() if kind.__name__ not in {"Agreement", "PanelMember", "Snooze", "Settings"}}
    for kind in [*ABOUT_A_STUDENT, Student, *parts]:
        known = {*TEXTS.get(kind, ()), *OF_NOBODY_ELSE.get(kind, ())}
        for field in msgspec.structs.fields(kind):
            if field.name not in ids | seen and _holds_text(field.type):
                assert field.name in known, f"{kind.__name__}.{field.name}"


def _holds_text(kind):
    if kind is Snooze:
        return False
    return kind is str or kind in _pieces() or any(map(_holds_text, get_args(kind)))


def _pieces():
    return {piece for piece in Piece.__subclasses__() if piece.__module__.startswith("advisory.model")}


@given(st.data(), st.sampled_from(OTHERS), st.sampled_from(Instead))
@settings(max_examples=some(150))
def test_nothing_private_and_nobody_elses_name_gets_out(data, audience, instead):
    kind = data.draw(st.sampled_from(ABOUT_A_STUDENT))
    record = replace(data.draw(filled(kind)), student=MAYA.id, deleted_at=None)
    texts = data.draw(st.sampled_from([f"{SECRET} said so", "Kai's {} drawing", "with Kit Tran", "KAI did it"]))
    record = with_texts(record, lambda _: texts)
    out = leave([MAYA, record], audience, instead=instead)
    assert not {"Kai", "KAI", "Kit", "Tran"} & set(all_text(out).replace("'", " ").replace('"', " ").split())
    is_private = getattr(record, "visibility", None) is Visibility.PRIVATE or getattr(record, "sensitive", False)
    if is_private or kind is FollowUp:
        assert SECRET not in all_text(out)
        assert record.id not in {one.id for one in out.records}
        assert out.stays


@pytest.mark.parametrize("audience", OTHERS)
def test_by_audience(audience):
    stays = {
        "private note": make(CheckIn, line=SECRET),
        "sensitive fact": make(KnownWell, sensitive=True, visibility=Visibility.SHAREABLE),
        "referral": make(CheckIn, kind=Kind.REFERRAL, visibility=Visibility.SHAREABLE),
        "promise": make(FollowUp),
        "discarded": make(Pact, status=PactStatus.DISCARDED),
        "deleted": replace(make(TransitionNote), deleted_at=make(CheckIn).created_at),
    }
    assert all(why_it_stays(record, audience) for record in stays.values())
    assert why_it_stays(MAYA, audience) is None
    is_counted = audience is Audience.COUNTS
    shareable = make(CheckIn, visibility=Visibility.SHAREABLE)
    assert (why_it_stays(shareable, audience) is None) != is_counted
    for_staff = make(KnownWell, visibility=Visibility.STAFF)
    assert (why_it_stays(for_staff, audience) is None) == (audience is Audience.STAFF)
    assert (why_it_stays(make(TransitionNote), audience) is None) == (audience is Audience.STAFF)
    assert (why_it_stays(make(Pact, status=PactStatus.PROPOSED), audience) is None) == (audience is Audience.STUDENT)
    assert (why_it_stays(make(Pact, status=PactStatus.ACTIVE), audience) is None) != is_counted
    assert (why_it_stays(make(Partnership), audience) is None) == (audience in {Audience.STUDENT, Audience.STAFF})


def test_yourself_gets_everything_as_it_stands():
    records = [MAYA, make(CheckIn, line="With Kai"), make(KnownWell, sensitive=True), make(FollowUp)]
    out = leave(records, Audience.MYSELF)
    assert list(out.records) == records
    assert out.stays == out.names == out.included == ()


def test_what_was_asked_for_on_purpose_goes_with_names_covered():
    note = make(CheckIn, line="Sat with Kai", revisions=())
    out = leave([note], Audience.FAMILY, included={note.id})
    assert out.of(CheckIn)[0].line == "Sat with another student"
    assert out.included == tuple(one.id for one in out.records) == (note.id,)
    assert [(one.name, one.instead) for one in out.names] == [("Kai", "another student")]


def test_what_stands_instead_of_a_name():
    note = make(CheckIn, line="Kai helped", body="She did it alone", visibility=Visibility.SHAREABLE)
    shown = {how: leave([note], Audience.STAFF, instead=how).of(CheckIn)[0] for how in Instead}
    assert [shown[how].line for how in Instead] == ["Another student helped", "KT helped", ""]
    assert shown[Instead.LEAVE_OUT].body == "She did it alone"
    pact = make(Pact, status=PactStatus.ACTIVE, learning_target="I can beat Kai")
    out = leave([pact], Audience.FAMILY, instead=Instead.LEAVE_OUT)
    assert (out.of(Pact), [one.reason for one in out.stays]) == ([], [Reason.NAMES])


def test_a_line_that_names_another_is_left_out_of_its_pact_alone():
    lines = ({"text": "With Kai each day"}, {"text": "Ten minutes alone"})
    pact = msgspec.convert(
        {**msgspec.to_builtins(make(Pact, status=PactStatus.ACTIVE)), "student_commitments": lines}, Pact
    )
    kept = leave([pact], Audience.STUDENT, instead=Instead.LEAVE_OUT).of(Pact)[0]
    assert [one.text for one in kept.student_commitments] == ["Ten minutes alone"]


def test_how_evidence_was_rated_goes_only_with_evidence_that_leaves_though_its_words_may_name_another():
    pact = make(Pact, status=PactStatus.ACTIVE)
    piece = make(Evidence, pact=pact.id, seen=SECRET)
    named = make(Evidence, 2, pact=pact.id, seen="As Kai did", visibility=Visibility.SHAREABLE)
    out = leave([piece, pact], Audience.FAMILY)
    assert (out.rated, [one.id for one in out.records]) == ((), [pact.id])
    assert [one.record_id for one in leave([piece, pact], Audience.FAMILY, included={piece.id}).rated] == [piece.id]
    out = leave([named, pact], Audience.FAMILY, instead=Instead.LEAVE_OUT)
    assert ([(one.record_id, one.on) for one in out.rated], out.of(Evidence)) == ([(named.id, TODAY)], [])
    assert leave([named], Audience.FAMILY).rated == ()


def test_only_what_the_preview_offers_is_included():
    draft, sent = make(Pact, status=PactStatus.DRAFT), make(CheckIn, kind=Kind.REFERRAL, line=SECRET)
    out = leave([draft, sent], Audience.FAMILY, included={draft.id, sent.id})
    assert out.records == out.included == ()


def test_the_parts_of_a_record_that_a_reader_may_see():
    contact = {"name": "Ife", "relation": "aunt", "phone": "555", "email": "a@b", "best_time": "evening"}
    filled_in = {**msgspec.to_builtins(MAYA), "family_contacts": [contact], "pronouns": "she/her", "focal": True}
    maya = msgspec.convert({**filled_in, "focal_why": SECRET, "student_number": "7"}, Student)
    family, staff = parts_for(maya, Audience.FAMILY), parts_for(maya, Audience.STAFF)
    assert (family.family_contacts[0].phone, staff.family_contacts[0].phone) == ("", "555")
    assert (family.student_number, staff.student_number) == ("", "7")
    assert family.focal_why == staff.focal_why == family.pronouns == ""
    usable = {
        scope: {one for one in Audience if parts_for(replace(maya, pronouns_scope=scope), one).pronouns}
        for scope in PronounsScope
    }
    assert usable == {
        PronounsScope.ANYWHERE: {Audience.MYSELF, Audience.STUDENT, Audience.FAMILY, Audience.STAFF},
        PronounsScope.SCHOOL_ONLY: {Audience.MYSELF, Audience.STUDENT, Audience.STAFF},
        PronounsScope.ASK_ME: {Audience.MYSELF, Audience.STUDENT},
    }
    counted = parts_for(maya, Audience.COUNTS)
    assert (counted.full_name, counted.student_number, counted.family_contacts) == ("Maya Okafor", "", ())
    worried = make(CheckIn, tone=Tone.CONCERN, tags=("tired",), feeling=2, question="May I?")
    at_home = parts_for(worried, Audience.FAMILY)
    assert (at_home.tone, at_home.tags, at_home.feeling, at_home.question) == (Tone.NEUTRAL, (), None, "")
    assert parts_for(worried, Audience.STUDENT).question == "May I?"
    assert parts_for(worried, Audience.STAFF).tone is Tone.CONCERN


def test_what_was_shared_cant_become_private_again():
    fact = make(KnownWell, facet=Facet.HOPES, visibility=Visibility.SHAREABLE)
    log = make(ExportLog, audience=Audience.FAMILY, rows=(fact.id,))
    with pytest.raises(Refusal, match=r"It was shared with the family on Nov 23, so it can't become private again\."):
        need_not_shared(fact, Visibility.PRIVATE, log, TODAY)
    need_not_shared(fact, Visibility.STAFF, log, TODAY)
    need_not_shared(fact, Visibility.PRIVATE, None, TODAY)
    need_not_shared(replace(fact, visibility=Visibility.PRIVATE), Visibility.PRIVATE, log, TODAY)


def test_every_kind_about_a_student_can_be_asked_for():
    about = {kind for kind in KINDS if "student" in kind.__struct_fields__}
    assert {kind.__name__ for kind in about - set(ABOUT_A_STUDENT)} == {"PlannedTalk"}
    assert all(isinstance(text, str) for kind in about for text in texts_of(make(kind)))
    assert issubclass(Student, Record)


def test_of_a_student_each_reader_gets_what_they_need_and_nothing_else():
    bare = make(Student, 1)
    aunt = FamilyContact(name="Ngozi", relation="aunt", phone="555-0100", best_time="late")
    home = {"home_language": "Igbo", "birthday": "03-14", "pronounce": "MY-ah"}
    school = {"student_number": "0042", "source_id": "oneroster:7", "email": "m@x.example"}
    own = {"focal": True, "focal_why": SECRET, "focal_since": TODAY, "contact_every": 5}
    scope = {"pronouns_scope": PronounsScope.SCHOOL_ONLY}
    said, family = {"pronouns": "she/her"}, {"family_contacts": (aunt,)}
    whole = replace(bare, **home, **school, **own, **scope, **said, **family)
    assert {one: parts_for(whole, one) for one in Audience} == {
        Audience.MYSELF: whole,
        Audience.STUDENT: replace(bare, **home, **scope, **said),
        Audience.FAMILY: replace(
            bare, **home, **scope, family_contacts=(FamilyContact(name="Ngozi", relation="aunt"),)
        ),
        Audience.STAFF: replace(bare, **home, **scope, **said, **school, **family),
        Audience.COUNTS: replace(bare, **scope),
    }
