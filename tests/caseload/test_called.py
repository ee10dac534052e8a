"""What a message calls a record of each kind: its own words, or only its kind and day where it stands in plain view."""

from datetime import time

from record_case import REQUIRED, TODAY, make

from advisory.caseload.called import called, name_some, retagged_words
from advisory.model import (
    CheckIn,
    CognitiveInsight,
    DefensePlan,
    Evidence,
    Intervals,
    Leave,
    MeetingPattern,
    NoSchoolDay,
    Partnership,
    Student,
    TransitionNote,
)
from advisory.model.day_order import show_day
from advisory.model.words import Independence, Level, Observer
from advisory.rules.partnership.signs import Catalogue, catalogue_of

CATALOGUE: Catalogue = catalogue_of([])


def said(kind, **fields) -> str:
    return called(make(kind, **fields), CATALOGUE, show_day)


def test_each_kind_has_its_words_or_none():
    assert {kind.__name__: said(kind) for kind in REQUIRED if said(kind)} == {
        "CheckIn": "one-to-one, Nov 23",
        "FollowUp": "bring lab notes",
        "Indicator": "listened without an agenda",
        "Pact": "I can explain why fractions divide",
        "Evidence": "conversation, Nov 23",
        "CognitiveInsight": "noticed Nov 23",
        "KnownWell": "hopes",
        "Term": "Autumn",
        "NoSchoolDay": "Nov 26",
        "Leave": "Nov 25",
        "CatalogueSign": "saved me a seat",
        "PlannedTalk": "Nov 23",
        "Tag": "#lab",
        "DefensePlan": "defense, Jun 11",
        "CatalogueMilestone": "invitations sent",
    }


def test_what_was_rated_goes_before_the_day_and_a_leave_has_its_last_day():
    rated = {"level": Level.GETTING_THERE, "independence": Independence.ON_OWN}
    assert said(Evidence, **rated) == "getting there, on their own"
    assert said(Evidence, **rated, target="fractions") == "getting there, on their own: fractions"
    assert said(Evidence, target="fractions") == "conversation, Nov 23: fractions"
    assert {said(kind) for kind in (Student, Intervals, MeetingPattern, TransitionNote)} == {""}
    assert said(Leave, ends_on=REQUIRED[Leave]["ends_on"].replace(day=27)) == "Nov 25 – Nov 27"
    assert said(NoSchoolDay, title="Thanksgiving") == "Thanksgiving"
    assert said(Partnership, next_step="a walk") == "a walk"
    assert said(CheckIn, by=Observer.STUDENT, student_says="Private") == "their words, Nov 23"
    assert said(DefensePlan, starts=time(9), claim="Private") == "defense, Jun 11"
    assert said(CognitiveInsight, noticed_on=TODAY.replace(day=2)) == "noticed Nov 2"


def test_a_tag_that_was_renamed_merged_or_taken_off_is_said_with_what_it_was():
    def notes(*tags: tuple[str, ...]) -> list[CheckIn]:
        return [make(CheckIn, number, tags=of_one) for number, of_one in enumerate(tags, 1)]

    assert retagged_words(notes(("labs", "a"), ("labs",)), notes(("lab", "a"), ("lab",))) == "#labs to #lab"
    assert retagged_words(notes(("b", "a"), ("c",)), notes(("d",), ("d",))) == "#a #b #c to #d"
    assert retagged_words(notes(("a",)), notes(())) == "#a"
    assert retagged_words([], notes(("a",))) == "#a"
    assert retagged_words([make(Leave)], [make(Leave)]) == ""


def test_up_to_three_are_named_and_of_more_two_and_a_number():
    names = ["Maya", "Kai", "Jun", "Ana"]
    assert [name_some(names[:count]) for count in range(5)] == [
        "",
        "Maya",
        "Maya and Kai",
        "Maya, Kai and Jun",
        "Maya, Kai +2",
    ]
