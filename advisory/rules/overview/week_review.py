"""The weekly review: a few steps, each with a list of students, promises or pacts and a question for the advisor."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from advisory.model import FollowUp, Pact
from advisory.model.day_order import show_day
from advisory.model.words import Status, Word
from advisory.rules.days.school_days import Calendar
from advisory.rules.family.good_word import HomeWord, since_words

from .summary import Summary, first_due_first, is_review_waiting

ENOUGH = 3
"""With more focal students than this, focus is lost."""


class WeekStep(Word):
    """One step of the review, in order. The label is its heading."""

    NOT_SEEN = "not_seen", "Not seen this week"
    NOT_STARTED = "not_started", "Who hasn't come to you yet"
    PROMISES = "promises", "Your promises"
    REVIEWS = "reviews", "Reviews next week"
    FAMILIES = "families", "Families without a good word"
    FOCAL = "focal", "Focal students"

    @property
    def question(self) -> str:
        """The question of the step, in a sentence or two."""
        return _QUESTIONS[self]


STEPS = tuple(WeekStep)
_QUESTIONS = {
    WeekStep.NOT_SEEN: "No contact with them since Monday. Who will you go to first next week?",
    WeekStep.NOT_STARTED: "They haven't started a contact with you this term. What would help?",
    WeekStep.PROMISES: "Still open, earliest due date first. Which will you keep, put off or let go?",
    WeekStep.REVIEWS: "Waiting, or due by the end of next week. When will the two of you sit down?",
    WeekStep.FAMILIES: "No good word has gone home this term. What should they hear about?",
    WeekStep.FOCAL: "Who needs more of your attention?",
}
_NO_SCHOOL = "There was no school this week."
_ALL_NEW = "Everyone joined today."
_SEEN_OR_NEW = "Everyone was seen this week, or joined today."
_NOTHING = {
    WeekStep.NOT_SEEN: "Everyone was seen this week.",
    WeekStep.NOT_STARTED: "Everyone has started a contact this term.",
    WeekStep.PROMISES: "You have no open promises.",
    WeekStep.REVIEWS: "No reviews are due by the end of next week.",
    WeekStep.FAMILIES: "Every family has had a good word this term.",
    WeekStep.FOCAL: "Your caseload is empty.",
}


class NotSeen(NamedTuple):
    """A student without contact this week. `was_away`: there was no day on which to meet them."""

    line: Summary
    was_away: bool


class WeekReview(NamedTuple):
    """The list of each step, in display order; no student appears twice in a list."""

    not_seen: list[NotSeen]
    not_started: list[Summary]
    promises: list[FollowUp]
    promises_of_others: list[FollowUp]
    """What students, families and staff promised: for the same step, apart from the advisor's own."""
    reviews: list[Pact]
    families: list[HomeWord]
    """Whose family has had no good word this term; who waits longest comes first."""
    everybody: list[Summary]
    focal: int
    """How many students are focal now."""
    had_school: bool = True
    """Whether the week has had a school day yet; in a week without, nobody could be seen."""

    are_all_new: bool = False
    """Whether nobody was here before today."""

    are_some_new: bool = False
    """Whether somebody joined today and was not met yet."""

    since: str = "this term"
    """Since when contacts are counted: `this term`, or, where no term was entered, `this school year`."""

    def question(self, step: WeekStep) -> str:
        """The question of a step."""
        return self._with_since(step.question)

    def nothing(self, step: WeekStep) -> str:
        """What a step shows when its list is empty."""
        if step is WeekStep.NOT_SEEN and self.had_school and self.are_all_new:
            return _ALL_NEW
        if step is WeekStep.NOT_SEEN and self.had_school and self.are_some_new:
            return _SEEN_OR_NEW
        return _NO_SCHOOL if step is WeekStep.NOT_SEEN and not self.had_school else self._with_since(_NOTHING[step])

    def _with_since(self, sentence: str) -> str:
        return sentence.replace("this term", self.since)


def week_review(
    lines: Iterable[Summary], home_words: Iterable[HomeWord], calendar: Calendar, today: date
) -> WeekReview:
    """Derive the review of the week of `today`, Monday to Sunday, from the current students' lines and words home."""
    lines = list(lines)
    had_school = calendar.days_between(monday_of(today) - timedelta(days=1), today) > 0
    return WeekReview(
        had_school=had_school,
        since=since_words(calendar, today),
        are_all_new=all(_is_new(line, today) for line in lines),
        are_some_new=any(_is_new(line, today) for line in lines),
        not_seen=_not_seen(lines, calendar, today) if had_school else [],
        not_started=[line for line in lines if not line.student_started],
        promises=first_due_first(promise for line in lines for promise in line.promises),
        promises_of_others=first_due_first(promise for line in lines for promise in line.promises_of_others),
        reviews=_reviews(lines, today),
        families=[word for word in home_words if not word.is_this_term],
        everybody=lines,
        focal=sum(line.student.focal for line in lines),
    )


def monday_of(day: date) -> date:
    """The Monday of a date's week."""
    return day - timedelta(days=day.weekday())


def contact_words(line: Summary) -> str:
    """The number of contacts this term in words that don't reproach anybody.

    Without a term, and for who came later, they are counted since a day, which is said.
    """
    count, since = line.contacts_this_term, line.counted_since
    when = ", new today" if since == line.as_of else f" since {show_day(since)}" if since else " this term"
    return f"{count} contact{'' if count == 1 else 's'}{when}" if count else f"no contact yet{when}"


def focal_words(count: int) -> str:
    """The number of focal students in words, with gentle advice when there are many."""
    chosen = f"{count} chosen" if count else "No one yet"
    if count > ENOUGH:
        return f"{chosen}; with two or three, each gets more of your time."
    return f"{chosen}; two or three is enough."


def _not_seen(lines: list[Summary], calendar: Calendar, today: date) -> list[NotSeen]:
    """Students not seen since Monday, longest ago first; those away all week come last. Who joined today isn't asked for."""
    monday = monday_of(today)
    before = monday - timedelta(days=1)

    def was_away(line: Summary) -> bool:
        if line.student.status is Status.ON_LEAVE:
            return True
        return not calendar.days_between(before, today, line.student.id)

    found = [
        NotSeen(line, was_away(line))
        for line in lines
        if (line.last_contact_on is None or line.last_contact_on < monday) and not _is_new(line, today)
    ]
    return sorted(found, key=lambda one: (one.was_away, one.line.last_contact_on or date.min))


def _is_new(line: Summary, today: date) -> bool:
    """Whether nobody could have met the student before today, as far as is known."""
    return line.student.joined_on == today and line.last_contact_on is None


def _reviews(lines: list[Summary], today: date) -> list[Pact]:
    """The active pacts with a review due by the Sunday of next week, first due first."""
    last = monday_of(today) + timedelta(days=13)
    due = [line.pact for line in lines if line.pact is not None and is_review_waiting(line.pact, last)]
    return sorted(due, key=lambda pact: (pact.next_review_on or last, pact.id))
