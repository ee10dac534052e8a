"""An open promise is drawn as due from its day on, on every screen that lists it."""

from datetime import date

from record_case import make

from advisory.model import FollowUp
from advisory.tui.words.summary import promise_look

TODAY = date(2026, 11, 23)


def test_a_promise_is_due_from_its_day_on() -> None:
    looks = [promise_look(make(FollowUp, due_on=due_on), TODAY) for due_on in (date(2026, 11, 22), TODAY)]
    assert looks == ["due", "due"]
    ahead = [promise_look(make(FollowUp, due_on=due_on), TODAY) for due_on in (date(2026, 11, 24), None)]
    assert ahead == ["mine", "mine"]
