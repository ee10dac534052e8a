"""The days of a leave that has not ended, as far as a plan looks ahead."""

from datetime import date, timedelta

from record_case import TODAY, make

from advisory.model import Student
from advisory.model.words import Status
from advisory.rules.days.open_leave import open_leave

AHEAD = timedelta(days=400)


def test_a_leave_goes_on_from_its_first_day_to_400_days_after_today():
    def days(status: Status, left_on: date | None) -> list[tuple[date, date]]:
        return [tuple(span) for span in open_leave(make(Student, status=status, left_on=left_on), TODAY)]

    ago, ahead = TODAY - timedelta(days=9), TODAY + timedelta(days=9)
    assert days(Status.ON_LEAVE, ago) == [(ago, TODAY + AHEAD)]
    assert days(Status.ON_LEAVE, ahead) == [(ahead, ahead + AHEAD)]
    assert days(Status.ON_LEAVE, None) == days(Status.ACTIVE, ago) == list(open_leave(None, TODAY)) == []
