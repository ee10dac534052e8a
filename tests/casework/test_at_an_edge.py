"""Verbs at their edges: the first of a kind, the second of a day, what is there already, and what each says of it."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from added import add
from msgspec.structs import replace
from record_case import NOW, TODAY, make

from advisory.caseload.caseload import Caseload
from advisory.casework.back_up import back_up
from advisory.casework.calendar.no_school_days import AddedDays
from advisory.casework.check_in.edit import edit_check_in
from advisory.casework.check_in.record import record_check_in
from advisory.casework.check_in.record_group import record_group
from advisory.casework.defense.edit import edit_defense
from advisory.casework.defense.feeling import note_feeling
from advisory.casework.fill_caseload import fill_caseload
from advisory.casework.learning.edit_evidence import edit_evidence
from advisory.casework.learning.edit_fact import edit_fact
from advisory.casework.learning.edit_insight import edit_insight
from advisory.casework.partnership.set_next_step import set_next_step
from advisory.casework.share.shared_file import CHANGED, GONE, sum_of, what_became
from advisory.casework.student.archive import archive_student
from advisory.casework.student.delete import delete_student
from advisory.casework.student.mark_away import mark_away
from advisory.casework.student.merge import refuse_drafted
from advisory.casework.student.unarchive import unarchive_student, who_left
from advisory.casework.trash import REMOVED
from advisory.casework.undo import Done, undo
from advisory.casework.whose.going_along import going_along
from advisory.demo import demo_caseload
from advisory.model import (
    CheckIn,
    CognitiveInsight,
    DefensePlan,
    Evidence,
    ExportLog,
    FollowUp,
    KnownWell,
    Leave,
    NoSchoolDay,
    Pact,
    Partnership,
    Student,
    SuccessLine,
)
from advisory.model.day_order import show_day
from advisory.model.defense_words import DefenseType
from advisory.model.words import Medium, Party, Stage, Status
from advisory.rules.capture.reading import PromiseRead
from advisory.rules.refusal import Refusal

DAY = timedelta(days=1)


def test_a_backup_has_a_name_of_its_own(caseload: Caseload, tmp_path: Path) -> None:
    day = f"{caseload.now().astimezone():%Y-%m-%d}"
    own = [back_up(caseload) for _ in range(3)]
    assert [path.name for path in own] == [f"backup-{day}{which}.json.gz" for which in ("", "-2", "-3")]
    assert {path.parent for path in own} == {caseload.store.folder / "backups"}
    assert [back_up(caseload, tmp_path).name for _ in range(2)] == [f"backup-{day}.json", f"backup-{day}-2.json"]
    assert back_up(caseload, tmp_path / "all.json") == tmp_path / "all.json"


def test_the_last_to_leave_comes_first_and_nobody_knows_when_last(caseload: Caseload) -> None:
    unknown, early, late, same = (
        add(caseload, Student, status=Status.TRANSFERRED, left_on=day)
        for day in (None, TODAY - DAY, TODAY, TODAY - DAY)
    )
    add(caseload, Student)
    assert who_left(caseload) == [late, same, early, unknown]
    first, second = (add(caseload, Student, status=Status.GRADUATED, left_on=TODAY - days * DAY) for days in (5, 9))
    assert who_left(caseload)[3:5] == [first, second]


def test_a_partnership_begins_with_the_first_thing_that_is_said_of_it(caseload: Caseload) -> None:
    maya = add(caseload, Student)
    set_next_step(caseload, maya.id, "a walk")
    (begun,) = caseload.store.of_student(Partnership, maya.id)
    assert (begun.stage, begun.school_year, begun.entered_on, begun.next_step) == (
        Stage.RAPPORT,
        2026,
        TODAY,
        "a walk",
    )


def test_a_note_that_goes_leaves_a_student_here_who_was_seen_again_that_day(caseload: Caseload) -> None:
    maya, kai = add(caseload, Student), add(caseload, Student, given_name="Kai")
    mark_away(caseload, maya.id, TODAY - DAY, TODAY + DAY)
    by_phone = record_check_in(caseload, maya.id, "Called", medium=Medium.PHONE)
    seen = record_check_in(caseload, maya.id, "Talked")
    away = "is marked as not here on Nov 23 again"
    assert away in " ".join(going_along(caseload, seen, kai.id).sentences)
    again = record_check_in(caseload, maya.id, "Talked again")
    assert [away in " ".join(going_along(caseload, one, kai.id).sentences) for one in (seen, again, by_phone)] == [
        False,
        False,
        False,
    ]


def test_a_season_is_about_its_students_and_another_turn_about_its_plan(caseload: Caseload) -> None:
    maya, kai = add(caseload, Student), add(caseload, Student, given_name="Kai")
    plans = [make(DefensePlan, number, held_on=date(2027, 6, 10 + number)) for number in (1, 2)]
    turn, season = (Done("Plans", students, tuple(plans)) for students in ((maya.id,), (maya.id, kai.id)))
    assert (turn.about(caseload, show_day), season.about(caseload, show_day)) == ("defense, Jun 11", "")
    step = make(Partnership, next_step="a walk")
    both = Done("Stage moved", (maya.id,), (step, plans[0]))
    assert both.about(caseload, show_day) == "defense, Jun 11"
    assert both._replace(records=(step,)).about(caseload, show_day) == "a walk"
    assert Done("Check-in: defense", (maya.id,), (plans[1],)).about(caseload, show_day) == "Jun 12"


def test_days_without_school_say_how_many_came_and_what_moved() -> None:
    days = (make(NoSchoolDay, 1), make(NoSchoolDay, 2))
    told = [AddedDays(*given).sentence for given in ((days, 0), (days[:1], 1), ((), 2, 1), (days, 0, 3))]
    assert told == [
        "Days without school: 2 added.",
        "Days without school: 1 added, 1 was there already.",
        "Days without school: 0 added, 2 were there already. The milestones of 1 plan moved off them.",
        "Days without school: 2 added. The milestones of 3 plans moved off them.",
    ]


def test_each_removal_has_a_name() -> None:
    assert ", ".join(f"{kind.noun}: {what}" for kind, what in REMOVED.items()) == (
        "check-in: Check-in deleted, known-well fact: Fact deleted, evidence: Evidence deleted, insight: Insight deleted, "
        "sign: Sign deleted, defense plan: Plan deleted, meeting pattern: Advisory period removed, term: Term removed, "
        "no-school day: Days without school removed"
    )


def test_what_was_typed_about_the_other_record_is_saved_before_a_merge(caseload: Caseload) -> None:
    maya = add(caseload, Student)
    refuse_drafted(caseload, maya.id, ["s0000009"])
    with pytest.raises(Refusal) as refused:
        refuse_drafted(caseload, maya.id, ["s0000009", maya.id])
    assert str(refused.value) == (
        "Something you typed about Maya Okafor isn't saved yet. Save or discard it first: Today lists it."
    )


def test_a_promise_in_a_group_entry_is_made_to_each_or_to_those_named(caseload: Caseload) -> None:
    ids = [add(caseload, Student).id for _ in range(3)]
    promises = [PromiseRead("lend the saw", None), PromiseRead("bring it", None, Party.STUDENT)]
    for to, made in ((None, ids), (ids[:1], ids[:1])):
        record_group(caseload, text="x", student_ids=ids, promises=promises, promised_to=to)
        found = caseload.store.all(FollowUp)
        assert [one.student for one in found if one.text == "lend the saw"] == made
        assert [one.student for one in found if one.text == "bring it"] == ids
        undo(caseload)


def test_a_feeling_is_noted_in_words_or_by_a_number_and_taken_back(caseload: Caseload) -> None:
    add(caseload, Student)
    plan = add(caseload, DefensePlan)
    for says in ("", " "):
        with pytest.raises(Refusal, match="Type a number from 1 to 5, or their words"):
            note_feeling(caseload, plan, None, says)
    for number in (0, 6):
        with pytest.raises(Refusal, match="1 to 5"):
            note_feeling(caseload, plan, number)
    for feeling, says in ((None, "like before a race"), (None, ""), (3, ""), (None, ""), (5, "ready"), (1, "")):
        plan = note_feeling(caseload, plan, feeling, f" {says} ")
        assert (plan.feeling_before, plan.feeling_says) == (feeling, says)


def test_each_field_of_a_plan_is_changed_by_itself(caseload: Caseload) -> None:
    add(caseload, Student)
    plan = add(caseload, DefensePlan, starts=time(9), place="Hall", claim="I ask", to_change="less")
    for fields in (
        {"kind": DefenseType.BENCHMARK}, {"starts": None}, {"minutes": 60}, {"place": " Gym "}, {"claim": ""}, {"to_change": "x"},
    ):  # fmt: skip
        wanted = {
            "type" if name == "kind" else name: value.strip() if name == "place" else value
            for name, value in fields.items()
        }
        edited = edit_defense(caseload, plan, **fields)
        assert edited == replace(plan, **wanted, updated_at=edited.updated_at)
        plan = edited
    assert edit_defense(caseload, plan) == plan


def test_an_edit_that_changes_nothing_is_none(caseload: Caseload) -> None:
    add(caseload, Student)
    fact, piece = add(caseload, KnownWell, text="Rows"), add(caseload, Evidence, seen="x")
    insight, note = add(caseload, CognitiveInsight), add(caseload, CheckIn, line="x")
    before = caseload.store.seq
    assert edit_fact(caseload, fact, text=" Rows ") is fact
    assert edit_evidence(caseload, piece, seen="x") is piece
    assert edit_insight(caseload, insight) is insight
    assert edit_check_in(caseload, note, line="x") is note
    assert caseload.store.seq == before


def test_what_stays_as_it_is_is_not_refused_again(caseload: Caseload) -> None:
    """Somebody edited the file: a pact of another student, a line of success that the pact has no more."""
    maya, jun = (add(caseload, Student) for _ in range(2))
    pact, other = (add(caseload, Pact, student=one.id) for one in (maya, jun))
    insight = add(caseload, CognitiveInsight, student=maya.id, pact=other.id)
    assert edit_insight(caseload, insight, builds_on="halves").builds_on == "halves"
    piece = add(caseload, Evidence, student=maya.id, pact=pact.id, success_line="gone")
    assert edit_evidence(caseload, piece, seen_on=TODAY - DAY).target == pact.learning_target
    lines = (SuccessLine(text="there"),)
    second = add(caseload, Pact, student=maya.id, success_evidence=lines, learning_target="another")
    piece = caseload.store.need(Evidence, piece.id)
    with pytest.raises(Refusal):
        edit_evidence(caseload, piece, pact=second.id)
    with pytest.raises(Refusal):
        edit_evidence(caseload, piece, success_line="nowhere")
    assert edit_evidence(caseload, piece, pact=second.id, success_line="there").target == "another"


def test_a_fact_is_not_moved_to_a_student_in_the_trash(caseload: Caseload) -> None:
    maya, gone = (add(caseload, Student) for _ in range(2))
    fact = add(caseload, KnownWell, student=maya.id)
    delete_student(caseload, gone.id)
    with pytest.raises(Refusal):
        edit_fact(caseload, fact, student=gone.id)
    assert edit_fact(caseload, fact, text="x").text == "x"


def test_the_first_of_a_group_in_the_demo_names_it(caseload: Caseload) -> None:
    fill_caseload(caseload, demo_caseload(TODAY, NOW).entries)
    named = {one.group for one in caseload.check_ins if one.group}
    assert named
    assert all(caseload.store.need(CheckIn, one).group == one for one in named)


def test_a_student_leaves_today_or_on_a_day_since_they_joined(caseload: Caseload) -> None:
    unknown, later = (add(caseload, Student, joined_on=day) for day in (None, TODAY + DAY))
    assert archive_student(caseload, unknown.id).left_on == TODAY
    assert archive_student(caseload, later.id).left_on == TODAY + DAY
    here = add(caseload, Student, joined_on=TODAY - DAY)
    for since, why in ((TODAY + DAY, "is still to come"), (TODAY - 2 * DAY, "joined on")):
        with pytest.raises(Refusal, match=why):
            archive_student(caseload, here.id, since=since)
    for since in (TODAY, TODAY - DAY):
        assert archive_student(caseload, here.id, since=since).left_on == since
        undo(caseload)


def test_the_days_of_a_leave_are_kept_when_it_ends_and_only_then(caseload: Caseload) -> None:
    for status, left_on, days in (
        (Status.ON_LEAVE, TODAY - 3 * DAY, [(TODAY - 3 * DAY, TODAY - DAY)]), (Status.ON_LEAVE, TODAY - DAY, [(TODAY - DAY, TODAY - DAY)]),
        (Status.ON_LEAVE, TODAY, []), (Status.ON_LEAVE, None, []), (Status.GRADUATED, TODAY - 3 * DAY, []),
    ):  # fmt: skip
        away = add(caseload, Student, status=status, left_on=left_on)
        back = unarchive_student(caseload, away.id)
        assert (back.status, back.left_on) == (Status.ACTIVE, None)
        assert [(one.starts_on, one.ends_on) for one in caseload.store.of_student(Leave, away.id)] == days


def test_a_share_without_a_file_or_whose_file_was_deleted_here_is_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"words")
    log = make(ExportLog, file=str(path), file_sha256=sum_of(b"words"))
    assert what_became(log) == what_became(make(ExportLog)) == ""
    path.write_bytes(b"others")
    assert what_became(log) == CHANGED
    path.unlink()
    assert what_became(log) == GONE
    assert what_became(replace(log, file_deleted_on=TODAY)) == ""
    path.mkdir()
    assert what_became(log) == CHANGED
