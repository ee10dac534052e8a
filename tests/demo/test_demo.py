"""The invented advisory: valid, believable, and true to the house's words on any day."""

import re
from collections import Counter, defaultdict
from datetime import UTC, date, datetime, time, timedelta

import pytest
from each_row import each_row
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from advisory.demo import demo_caseload, period_around, school_day_near
from advisory.demo.entry import REFERENCES
from advisory.model import (
    CheckIn,
    CognitiveInsight,
    Evidence,
    FollowUp,
    Indicator,
    KnownWell,
    NoSchoolDay,
    Pact,
    Partnership,
    StageMove,
    Student,
    Term,
    make_id,
)
from advisory.model.words import Facet, Kind, MoveReason, NotMadeReason, Observer, PactStatus, Stage
from advisory.rules.days.clocks import ClockWord
from advisory.rules.days.school_days import Calendar
from advisory.rules.overview.summary import StudentFile, summarize
from advisory.rules.pact.life import missing, refuse_dates
from advisory.rules.partnership.signs import SIGN
from advisory.rules.partnership.stage_gate import derive_gate

MONDAY = date(2026, 11, 23)
FORBIDDEN = re.compile(
    r"at[- ]risk|critical|struggl|dependent learner|regress|\bfail|overdue|compliance|risk score|\bparent|"
    r"\b(low|high)[- ](student|achiev)|\b(mom|dad|mother|father)\b",
    re.IGNORECASE,
)
ANY_DAY = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def made(today, now=None):
    """The records by kind, with ids as a store would give them."""
    now = now or datetime(today.year, today.month, today.day, 18, tzinfo=UTC)
    ids, records, counted = {}, defaultdict(list), Counter()
    for entry in demo_caseload(today, now).entries:
        counted[entry.kind] += 1
        record_id = make_id(entry.kind, counted[entry.kind])
        assert entry.key not in ids
        records[entry.kind].append(entry.record(record_id, ids))
        ids[entry.key] = record_id
    return records


def calendar_of(records):
    return Calendar(records[Term], records[NoSchoolDay])


def file_of(records, student):
    def of(kind):
        return [record for record in records[kind] if record.student == student.id]

    check_ins = sorted(of(CheckIn), key=lambda seen: (seen.happened_on, seen.id))
    return StudentFile(student, check_ins, of(Partnership), of(Indicator), of(Pact), of(Evidence), of(FollowUp))


def summaries(records, today):
    calendar = calendar_of(records)
    return {
        student.full_name: summarize(file_of(records, student), student.full_name, student.called, calendar, today)
        for student in records[Student]
    }


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from texts(part)
    elif hasattr(value, "__struct_fields__"):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name))


@pytest.fixture(scope="module")
def monday():
    return made(MONDAY)


@given(ANY_DAY, st.integers(0, 23))
@settings(max_examples=25, deadline=None)
def test_any_day_makes_valid_records_of_which_none_lies_in_the_future(today, hour):
    now = datetime(today.year, today.month, today.day, hour, tzinfo=UTC)
    records = made(today, now)
    calendar = calendar_of(records)
    for record in (record for kind in records.values() for record in kind):
        assert record.created_at <= record.updated_at <= now
        for name in (
            "happened_on",
            "seen_on",
            "observed_on",
            "moved_on",
            "entered_on",
            "learned_on",
            "noticed_on",
            "done_on",
        ):
            day = getattr(record, name, None)
            assert day is None or (day <= today and calendar.is_school_day(day)), (record, name)
    for seen in records[CheckIn]:
        assert seen.created_at.date() == seen.happened_on or seen.created_at == now
    for pact in records[Pact]:
        assert pact.start_on is None or (pact.start_on <= today and calendar.is_school_day(pact.start_on))


@given(ANY_DAY)
@settings(max_examples=10, deadline=None)
def test_every_day_tells_the_same_state_of_things(today):
    lines = summaries(made(today), today)
    assert lines["Diego Ramírez"].one_to_one_age == 11
    assert lines["Maya Okafor"].contact_age == 0
    assert lines["Jordan Reed"].contact.word is ClockWord.NOT_YET


def test_the_same_day_tells_the_same_story():
    now = datetime(2026, 11, 23, 15, tzinfo=UTC)
    assert demo_caseload(MONDAY, now) == demo_caseload(MONDAY, now)


def test_where_it_is_still_yesterday_by_utc_nothing_is_made_later_than_now():
    now = datetime(2026, 11, 22, 20, tzinfo=UTC)
    assert all(entry.fields["updated_at"] <= now for entry in demo_caseload(MONDAY, now).entries)


def test_references_point_backwards_and_entries_are_in_the_order_of_their_making():
    entries = demo_caseload(MONDAY, datetime(2026, 11, 23, 18, tzinfo=UTC)).entries
    instants = [entry.fields["created_at"] for entry in entries]
    assert instants == sorted(instants)
    assert {name for entry in entries for name in entry.fields if name in REFERENCES} == REFERENCES - {"insight"}


def test_a_group_event_is_one_group_of_several_students(monday):
    groups = defaultdict(list)
    for seen in monday[CheckIn]:
        if seen.group:
            groups[seen.group].append(seen)
    assert len(groups) == 4
    for group, members in groups.items():
        assert members[0].id == group
        assert len({seen.student for seen in members}) == len(members) > 3
        assert len({(seen.happened_on, seen.line) for seen in members}) == 1


def test_no_word_that_labels_a_student(monday):
    for kind in monday.values():
        for record in kind:
            for text in texts(record):
                assert not FORBIDDEN.search(text), text


def test_there_is_as_much_to_read_as_a_term_leaves(monday):
    per_student = Counter(seen.student for seen in monday[CheckIn])
    assert sorted(per_student.values())[1] >= 20
    assert max(per_student.values()) <= 32
    assert len({seen.line for seen in monday[CheckIn]}) >= 350
    kinds = Counter(seen.kind for seen in monday[CheckIn])
    assert set(Kind) - kinds.keys() <= {Kind.CONFERENCE, Kind.DEFENSE_PREP, Kind.REFERRAL}
    assert {seen.visibility.value for seen in monday[CheckIn]} == {"private", "shareable", "staff"}
    assert 2 <= sum(seen.state.value == "jot" for seen in monday[CheckIn]) <= 4


def test_no_student_hears_the_same_line_twice(monday):
    lines = Counter((seen.student, seen.line) for seen in monday[CheckIn] if seen.line)
    assert max(lines.values()) == 1


def test_talks_come_in_their_order_and_reviews_after_the_pact_began(monday):
    pacts = {pact.id: pact for pact in monday[Pact]}
    for seen in monday[CheckIn]:
        if seen.pact:
            assert pacts[seen.pact].student == seen.student
            assert seen.happened_on > pacts[seen.pact].start_on
    for student in monday[Student]:
        talks = [c for c in monday[CheckIn] if c.student == student.id and c.counts_one_to_one]
        days = [talk.happened_on for talk in talks]
        assert days == sorted(set(days))


def test_the_caseload_has_a_face_for_every_screen(monday):
    lines = summaries(monday, MONDAY)
    assert len(lines) == 22
    assert Counter(line.stage for line in lines.values()) == {
        Stage.RAPPORT: 8,
        Stage.ALLIANCE: 10,
        Stage.COGNITIVE_INSIGHT: 4,
    }
    assert lines["Leila Haddad"].one_to_one.word is ClockWord.WAITING
    assert lines["Diego Ramírez"].one_to_one.word is ClockWord.DUE
    assert lines["Maya Okafor"].pact.success_met == 2
    review = lines["Amina Yusuf"].pact.next_review_on
    assert calendar_of(monday).days_between(review, MONDAY) == 2
    assert Counter(student.given_name for student in monday[Student])["Noah"] == 2
    assert {"draft", "proposed", "active", "paused", "closed"} == {pact.status.value for pact in monday[Pact]}
    seen_today = {c.student for c in monday[CheckIn] if c.happened_on == MONDAY and c.counts_contact}
    absent = {
        c.student for c in monday[CheckIn] if c.happened_on == MONDAY and c.not_made_reason is NotMadeReason.ABSENT
    }
    assert (len(seen_today), len(absent), seen_today & absent) == (6, 2, set())


def test_everybody_was_missed_at_least_once(monday):
    missed = {one.student for one in monday[CheckIn] if not one.contact_made and one.group == ""}
    assert missed == {student.id for student in monday[Student]}


def test_promises_wait_in_every_way(monday):
    mine = [promise for promise in monday[FollowUp] if promise.is_mine]
    assert [promise.text for promise in mine if promise.due_on == MONDAY] == ["bring lab notes"]
    assert [promise.text for promise in mine if promise.due_on < MONDAY] == ["find three sample poems"]
    assert "call grandmother" in [p.text for p in mine if p.due_on == MONDAY + timedelta(days=4)]
    assert {promise.status.value for promise in monday[FollowUp]} == {"open", "done", "dropped"}


def test_the_friday_to_come_is_never_today():
    friday = date(2026, 11, 27)
    (call,) = [promise for promise in made(friday)[FollowUp] if promise.text == "call grandmother"]
    assert call.due_on == friday + timedelta(days=7)


def test_moves_respect_their_gates_or_say_that_they_do_not(monday):
    for move in monday[StageMove]:
        signs = [sign for sign in monday[Indicator] if sign.id in move.indicators]
        assert all(sign.observed_on < move.moved_on and sign.stage is move.from_stage for sign in signs)
        if move.direction.value == "forward":
            pacts = [p for p in monday[Pact] if p.student == move.student and p.start_on and p.start_on < move.moved_on]
            seen = [e for e in monday[Evidence] if e.student == move.student and e.seen_on < move.moved_on]
            assert derive_gate(move.from_stage, signs, pacts, seen).is_met != move.override
    assert sum(move.override for move in monday[StageMove]) == 1
    (back,) = [move for move in monday[StageMove] if move.direction.value == "back"]
    assert (back.to_stage, back.reason_key) == (Stage.RAPPORT, MoveReason.I_BROKE_A_COMMITMENT)


def test_a_partnership_stands_where_its_last_move_left_it(monday):
    for partnership in monday[Partnership]:
        last = [move for move in monday[StageMove] if move.partnership == partnership.id][-1:]
        assert (partnership.stage, partnership.entered_on) in [(m.to_stage, m.moved_on) for m in last] or not last


def test_signs_are_the_catalogues(monday):
    assert all(SIGN[sign.key].stage is sign.stage for sign in monday[Indicator])


def test_pacts_in_force_have_what_the_rules_ask_for(monday):
    for pact in monday[Pact]:
        if pact.status in {PactStatus.DRAFT, PactStatus.PROPOSED}:
            continue
        asked = pact if pact.next_review_on else replace(pact, next_review_on=pact.target_on)
        assert missing(asked) == []
        assert {(yes.party, yes.revision) for yes in pact.agreements} == {
            (party, revision) for party in Observer for revision in range(1, pact.revision + 1)
        }
        assert pact.status is PactStatus.CLOSED or pact.next_review_on <= pact.target_on
        days = [
            day for side in (pact.student_commitments, pact.advisor_commitments) for one in side for day in one.kept
        ]
        assert all(pact.start_on <= day <= MONDAY for day in days)
        assert all(line.met_on is None or pact.start_on < line.met_on <= MONDAY for line in pact.success_evidence)


@given(ANY_DAY)
@settings(max_examples=10, deadline=None)
def test_every_state_of_a_pact_is_there_on_any_day(today):
    pacts = defaultdict(list)
    for pact in made(today)[Pact]:
        pacts[pact.status].append(pact)
        refuse_dates(pact.start_on, pact.next_review_on, pact.target_on)
        assert [revision.revision for revision in pact.revisions if not revision.typo] == list(range(1, pact.revision))
    (proposal,) = pacts[PactStatus.PROPOSED]
    assert missing(proposal) == ["your own yes"]
    (closed,) = pacts[PactStatus.CLOSED]
    assert all((closed.outcome, closed.closed_on, closed.reflections, closed.comes_next))
    assert not any(pact.agreements for pact in pacts[PactStatus.DRAFT])
    assert any(revision.typo for pact in pacts[PactStatus.ACTIVE] for revision in pact.revisions)
    assert pacts[PactStatus.PAUSED]


def test_what_is_seen_of_a_target_is_seen_after_the_pact_began(monday):
    pacts = {pact.id: pact for pact in monday[Pact]}
    for seen, day in [(e, e.seen_on) for e in monday[Evidence]] + [(k, k.noticed_on) for k in monday[CognitiveInsight]]:
        assert pacts[seen.pact].student == seen.student
        assert day > pacts[seen.pact].start_on


def test_some_students_are_known_better_than_others(monday):
    known = Counter(fact.student for fact in monday[KnownWell])
    names = {student.given_name: student.id for student in monday[Student]}
    assert (known[names["Maya"]], known[names["Diego"]]) == (9, 4)
    assert len({fact.facet for fact in monday[KnownWell]}) == len(Facet)


@each_row(
    ("at", "period"),
    [
        (time(9, 48, 31), (time(9, 40), time(10, 10))),
        (time(0, 3), (time(0, 0), time(0, 30))),
        (time(23, 59), (time(23, 51), time(23, 59))),
    ],
)
def test_a_period_lies_around_any_time_and_within_its_day(at, period):
    assert period_around(at) == period


@each_row(
    ("day", "school_day"),
    [
        (date(2026, 11, 23), date(2026, 11, 23)),  # a Monday
        (date(2026, 9, 4), date(2026, 9, 4)),  # a Friday, the Saturday and the Sunday after it
        (date(2026, 9, 5), date(2026, 9, 4)),
        (date(2026, 9, 6), date(2026, 9, 4)),
        (date(2026, 6, 30), date(2026, 6, 30)),  # the first half of a summer, and the second
        (date(2026, 7, 31), date(2026, 6, 30)),
        (date(2026, 8, 1), date(2026, 9, 1)),
        (date(2026, 8, 31), date(2026, 9, 1)),
        (date(2024, 7, 1), date(2024, 6, 28)),  # summers that begin and end at a weekend
        (date(2030, 8, 31), date(2030, 9, 2)),
        (date(2029, 8, 31), date(2029, 9, 3)),
    ],
)
def test_the_demo_stands_on_a_school_day_near_any_day(day, school_day):
    assert school_day_near(day) == school_day
