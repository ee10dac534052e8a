"""What waits for the advisor today."""

from datetime import date, timedelta

from record_case import TODAY, make

from advisory.model import CheckIn, FollowUp, Leave, Pact, Student
from advisory.model.words import PactStatus
from advisory.rules.days.interval import USUAL
from advisory.rules.days.school_days import Calendar
from advisory.rules.overview.agenda import Presence, agenda, nobody_next
from advisory.rules.overview.summary import StudentFile, Summary, summarize


def line_of(number: int, *, leaves: tuple[Leave, ...] = (), birthday: str = "", **kept: object) -> Summary:
    student = make(Student, number, birthday=birthday)
    file = StudentFile(student=student, **kept)
    return summarize(file, "Name", "Name", Calendar(leaves=leaves), TODAY, USUAL)


def about(number: int) -> dict[str, str]:
    return {"student": f"s{number:07}"}


def test_the_circle_tells_who_was_seen_who_is_to_see_and_who_is_not_here() -> None:
    seen = line_of(1, check_ins=[make(CheckIn, 1, **about(1))])
    to_see = line_of(2, check_ins=[make(CheckIn, 2, **about(2), happened_on=TODAY - timedelta(days=1))])
    away = make(Leave, 1, **about(3), starts_on=TODAY, ends_on=TODAY)
    told = agenda([seen, to_see, line_of(3, leaves=(away,))], TODAY)
    assert told.circle == [
        ("s0000001", Presence.SEEN),
        ("s0000002", Presence.TO_SEE),
        ("s0000003", Presence.NOT_HERE),
    ]


def test_who_was_seen_is_here_whatever_was_marked_in_the_morning() -> None:
    away = make(Leave, 1, **about(1), starts_on=TODAY, ends_on=TODAY)
    line = line_of(1, leaves=(away,), check_ins=[make(CheckIn, 1, **about(1))])
    assert agenda([line], TODAY).circle == [("s0000001", Presence.SEEN)]


def test_an_attempt_that_reached_nobody_is_not_seen() -> None:
    attempt = make(CheckIn, 1, **about(1), contact_made=False, counts_contact=False, counts_one_to_one=False)
    assert agenda([line_of(1, check_ins=[attempt])], TODAY).circle == [("s0000001", Presence.TO_SEE)]


def test_promises_of_everybody_come_by_day_and_those_without_one_last() -> None:
    days = (None, date(2026, 11, 30), date(2026, 11, 20))
    lines = [
        line_of(number, follow_ups=[make(FollowUp, number, **about(number), due_on=day)])
        for number, day in enumerate(days, 1)
    ]
    assert [promise.id for promise in agenda(lines, TODAY).promises] == ["f0000003", "f0000002", "f0000001"]


def test_only_active_pacts_whose_day_has_come_wait_for_a_review() -> None:
    def pact(number: int, status: PactStatus, day: date | None) -> Pact:
        return make(Pact, number, **about(number), status=status, next_review_on=day)

    pacts = [
        pact(1, PactStatus.ACTIVE, TODAY),
        pact(2, PactStatus.ACTIVE, TODAY + timedelta(days=1)),
        pact(3, PactStatus.PAUSED, TODAY),
        pact(4, PactStatus.ACTIVE, None),
        pact(5, PactStatus.ACTIVE, TODAY - timedelta(days=3)),
    ]
    told = agenda([line_of(number, pacts=[one]) for number, one in enumerate(pacts, 1)], TODAY)
    assert [one.id for one in told.reviews] == ["g0000005", "g0000001"]


def test_birthdays_of_the_next_seven_days_today_among_them() -> None:
    days = ["11-29", "11-23", "11-30", "11-22", ""]
    told = agenda([line_of(number, birthday=day) for number, day in enumerate(days, 1)], TODAY)
    assert [one.on for one in told.birthdays] == [TODAY, date(2026, 11, 29)]


def test_it_says_why_nobody_is_next() -> None:
    away = line_of(1, leaves=(make(Leave, 1, **about(1), starts_on=TODAY, ends_on=TODAY),))
    assert nobody_next([away], is_summer=True) == "There is no school now: nobody waits for you."
    assert nobody_next([away]) == "Nobody is here today."
    assert nobody_next([away, line_of(2)]) == "Everyone who is here has been seen today."
