"""The check-ins of a group, their text about everyone, and what was promised to the group as a whole."""

import pytest
from added import add
from msgspec.structs import replace
from record_case import NOW, make

from advisory.caseload.caseload import Caseload
from advisory.caseload.group import (
    has_own_line,
    members_of,
    promised_besides,
    promised_text,
    promised_to,
    text_of_all,
    written_together,
)
from advisory.model import CheckIn, FollowUp, Student


@pytest.fixture
def three(caseload: Caseload) -> Caseload:
    """A caseload of three students."""
    for name in ("Maya", "Kai", "Jun"):
        add(caseload, Student, given_name=name)
    return caseload


def group(caseload: Caseload, first: str, *students: int) -> list[CheckIn]:
    """A check-in of each student; the first has the id `first`."""
    return [add(caseload, CheckIn, student=f"s000000{one}", group=first, line="tea") for one in students]


def test_a_group_is_all_that_follows_its_first_one_and_is_not_in_the_trash(three: Caseload) -> None:
    one, two, last = group(three, "c0000001", 1, 2, 3)
    other = group(three, "c0000004", 1, 2)
    alone = add(three, CheckIn)
    assert members_of(three, two) == [one, two, last]
    assert members_of(three, other[0]) == other
    assert members_of(three, alone) == []
    assert [written_together(three, each) for each in (two, other[0], alone)] == [3, 2, 1]
    at_the_end = group(three, "c0000007", 2, 3)
    assert members_of(three, at_the_end[1]) == at_the_end
    with three.store.change("Away", NOW) as change:
        change.put(replace(two, deleted_at=NOW))
    assert members_of(three, one) == [one, last]


def test_the_text_about_everyone_is_that_of_most_and_a_line_of_ones_own_stands_above_it() -> None:
    tea, own = make(CheckIn, line="tea"), make(CheckIn, line="Laughed", body="tea")
    assert text_of_all([own, tea, make(CheckIn, line="cake")]) == "tea"
    assert text_of_all([]) == ""
    assert has_own_line(own, "tea")
    for other in (
        {"line": "tea"},
        {"line": "tea", "body": "tea"},
        {"line": "Laughed"},
        {"line": "Laughed", "body": "cake"},
    ):
        assert not has_own_line(make(CheckIn, **other), "tea")


def test_a_promise_to_a_group_is_for_the_others_too_unless_each_has_their_own(three: Caseload) -> None:
    def promise(student: int, source: str, text: str = "bring tea") -> FollowUp:
        return add(three, FollowUp, student=f"s000000{student}", source=source, text=text)

    one, two, _ = group(three, "c0000001", 1, 2, 3)
    alone = add(three, CheckIn)
    of_all, of_one, of_none = promise(1, one.id), promise(1, alone.id), promise(1, "")
    promise(2, two.id, "call home")
    promise(2, alone.id)
    assert [promised_besides(three, each) for each in (of_all, of_one, of_none)] == [2, 0, 0]
    assert (promised_to(three, of_all, "Maya"), promised_to(three, of_one, "Maya")) == ("Maya +2", "Maya")
    assert (promised_text(three, of_all), promised_text(three, of_one)) == ("bring tea (+2)", "bring tea")
    promise(2, two.id)
    assert promised_besides(three, of_all) == 0
