"""What counts as contact, by kind, exactly as DESIGN §4 has it; and what a check-in may not be."""

from datetime import date, timedelta

import pytest
from each_row import each_row
from record_case import TODAY, make

from advisory.model import CheckIn
from advisory.model.words import Kind, OwnLine
from advisory.rules.check_in.contact import (
    default_counts,
    default_kind,
    refuse_detailed_referral,
    refuse_empty,
    refuse_future,
    with_own_line,
)
from advisory.rules.refusal import Refusal

BOTH = {"one_to_one", "pact_review", "conference", "defense_prep"}
CONTACT_ONLY = {"quick_touch", "small_group", "celebration"}
NEITHER = {"whole_group", "observation", "family_contact", "staff_contact", "referral"}


@each_row("kind", Kind)
def test_a_kind_counts_as_the_design_says(kind):
    assert default_counts(kind) == (kind in BOTH | CONTACT_ONLY, kind in BOTH)


@each_row("kind", Kind)
def test_an_attempt_counts_as_nothing(kind):
    assert default_counts(kind, contact_made=False) == (False, False)


def test_every_kind_is_in_one_of_the_three_groups():
    assert sorted([*BOTH, *CONTACT_ONLY, *NEITHER]) == sorted(kind.value for kind in Kind)


@each_row("line", ["", "  ", "\n"])
def test_a_check_in_that_says_nothing_is_refused(line):
    with pytest.raises(Refusal, match="nothing to save yet"):
        refuse_empty(line, (), Kind.ONE_TO_ONE)


@each_row(
    ("line", "tags", "kind"),
    [("Smiled", (), Kind.ONE_TO_ONE), ("", ("crew",), Kind.ONE_TO_ONE), ("", (), Kind.QUICK_TOUCH)],
)
def test_a_line_or_a_tag_or_another_kind_is_enough(line, tags, kind):
    refuse_empty(line, tags, kind)


def test_what_is_still_to_come_is_refused_and_today_is_not():
    refuse_future(TODAY, TODAY)
    refuse_future(date(2020, 1, 1), TODAY)
    with pytest.raises(Refusal, match=r"Nov 24, 2026 is still to come .*Nov 23, 2026"):
        refuse_future(TODAY + timedelta(days=1), TODAY)


@each_row("told", [{"body": "What happened"}, {"student_says": "Their words"}, {"feeling": 1}, {"tags": ("home",)}])
def test_a_referral_keeps_only_the_day_and_the_role_told(told):
    fields = {"counts_contact": False, "counts_one_to_one": False}
    refuse_detailed_referral(make(CheckIn, kind=Kind.REFERRAL, line="Told the counselor", **fields))
    refuse_detailed_referral(make(CheckIn, kind=Kind.OBSERVATION, **fields, **told))
    with pytest.raises(Refusal, match="A referral keeps only the date"):
        refuse_detailed_referral(make(CheckIn, kind=Kind.REFERRAL, **fields, **told))


def test_a_line_of_a_students_own_in_a_group_entry_counts_as_no_less_than_the_others():
    both, contact = ({"counts_contact": True, "counts_one_to_one": one} for one in (True, False))
    counted = {kind: [with_own_line(kind, own) for own in OwnLine] for kind in Kind}
    assert list(OwnLine) == [OwnLine.AS_ENTRY, OwnLine.CONTACT, OwnLine.ONE_TO_ONE]
    assert counted == {
        kind: [{}, {}, {}] if kind is Kind.REFERRAL else [{}, both if kind in BOTH else contact, both] for kind in Kind
    }
    assert [default_kind(students) for students in (1, 2, 12)] == [
        Kind.ONE_TO_ONE,
        Kind.SMALL_GROUP,
        Kind.SMALL_GROUP,
    ]
