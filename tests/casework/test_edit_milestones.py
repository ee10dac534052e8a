"""The advisor's own list of milestones: added, changed and hidden, for the plans to come."""

import pytest
from each_row import each_row
from season_case import THE_DAY, due, planned

from advisory.casework.defense.edit_list import add_to_list, edit_listed, hide_listed
from advisory.casework.defense.plan import plan_defense
from advisory.casework.student.add import add_student
from advisory.casework.undo import undo
from advisory.model import CatalogueMilestone
from advisory.rules.refusal import Refusal


def test_a_list_of_ones_own_is_that_of_the_plans_to_come(caseload):
    before = planned(caseload)
    own = add_to_list(caseload, " Invitations  sent ", 12, mine=True)
    assert (own.key, own.label, own.mine) == ("invitations_sent", "Invitations sent", True)
    edit_listed(caseload, "story", label="your story", days_before=30)
    edit_listed(caseload, "story", mine=True)
    hide_listed(caseload, "logistics")
    assert len(caseload.store.all(CatalogueMilestone)) == 3
    jun = add_student(caseload, given_name="Jun", family_name="Sato")
    plan = plan_defense(caseload, jun.id, THE_DAY).plan
    story = next(one for one in plan.milestones if one.key == "story")
    assert (story.label, story.mine, story.days_before) == ("your story", True, 30)
    assert due(plan).keys() == due(before).keys() - {"logistics"} | {"invitations_sent"}
    assert caseload.defenses[0] == before
    hide_listed(caseload, "logistics", hidden=False)
    assert not caseload.milestones["logistics"].hidden
    undo(caseload)
    assert caseload.milestones["logistics"].hidden


def test_of_two_records_of_one_milestone_the_one_that_holds_is_changed(caseload):
    with caseload.store.change("In two windows", caseload.now()) as change:
        for label in ("first", "second"):
            change.add(CatalogueMilestone, key="story", label=label, days_before=20)
    edit_listed(caseload, "story", label="your story")
    assert [one.label for one in caseload.store.all(CatalogueMilestone)] == ["first", "your story"]


def test_a_key_that_a_plan_has_is_not_given_to_another(caseload):
    planned(caseload)
    edit_listed(caseload, "outline", label="slides")
    assert add_to_list(caseload, "Outline", 20).key == "outline_2"


@each_row(
    ("verb", "words"),
    [
        (lambda c: add_to_list(c, " ", 3), "Type a few words"),
        (lambda c: add_to_list(c, "DEBRIEF", 3), "already has “debrief”"),
        (lambda c: add_to_list(c, "Cake", 0), "How many days"),
        (lambda c: add_to_list(c, "Cake", 400), "at most 200 days"),
        (lambda c: edit_listed(c, "cake", label="x"), "no milestone “cake”"),
        (lambda c: edit_listed(c, "the_day", days_before=2), "its place can't"),
        (lambda c: edit_listed(c, "story", days_before=0), "How many days"),
        (lambda c: hide_listed(c, "the_day"), "stays on the list"),
    ],
)
def test_a_no_is_a_sentence(caseload, verb, words):
    with pytest.raises(Refusal, match=words):
        verb(caseload)
    assert caseload.store.all(CatalogueMilestone) == []


def test_the_day_may_be_called_otherwise(caseload):
    assert edit_listed(caseload, "the_day", label="your day", days_before=0).label == "your day"
