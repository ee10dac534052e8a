"""Open insights by area: who has the same misconception stands under it together."""

from each_row import each_row
from record_case import TODAY, make

from advisory.model import CognitiveInsight
from advisory.model.words import InsightStatus
from advisory.rules.learning.open_insights import NO_AREA, open_insights

LARGER = "A longer decimal is larger"


def noticed(number: int, misconception: str = LARGER, area: str = "math", **fields) -> CognitiveInsight:
    student = f"s{number:07d}"
    return make(
        CognitiveInsight, number, **{"student": student, "misconception": misconception, "area": area, **fields}
    )


def told(*insights: CognitiveInsight) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    return [
        (area.area, [(shared.misconception, [one.id for one in shared.insights]) for shared in area.shared])
        for area in open_insights(insights)
    ]


def test_the_same_words_are_together_whatever_their_case_their_stop_and_their_area():
    one, same, elsewhere = noticed(1), noticed(2, "a longer decimal is LARGER."), noticed(3, LARGER, "science")
    assert told(one, same, elsewhere) == [("math", [(LARGER, ["k0000001", "k0000002", "k0000003"])])]


def perhaps(*insights: CognitiveInsight) -> list[tuple[str, int, bool]]:
    return [
        (shared.misconception, shared.students, shared.is_perhaps)
        for area in open_insights(insights)
        for shared in area.shared
    ]


def test_within_an_area_most_of_the_words_are_perhaps_the_same_and_across_areas_they_are_not():
    reworded, other = "That the longer decimal is the larger number", "One cause"
    assert perhaps(noticed(1), noticed(2, other), noticed(3, reworded)) == [
        (LARGER, 1, False), (reworded, 1, True), (other, 1, False),
    ]  # fmt: skip
    assert perhaps(noticed(1), noticed(2, reworded, "science")) == [(LARGER, 1, False), (reworded, 1, False)]


@each_row(
    "opposites",
    [
        ("Heavier things fall faster", "Lighter things fall faster"),
        ("A bigger denominator means a bigger fraction", "A bigger denominator means a smaller fraction"),
        ("Multiplying makes numbers bigger", "Dividing makes numbers bigger"),
    ],
)
def test_opposites_are_never_counted_as_one(opposites):
    shared = perhaps(noticed(1, opposites[0]), noticed(2, opposites[1]), noticed(3, opposites[1].upper()))
    assert [(told, students) for told, students, _ in shared] == [(opposites[1], 2), (opposites[0], 1)]


def test_each_is_there_once_and_perhaps_the_same_stands_below_what_it_is_like():
    words = ["longer", "decimal", "larger", "number", "always"]
    insights = [noticed(n, f"{' '.join(words[:n])} {'x' * n}") for n in range(1, 6)]
    (area,) = open_insights(insights)
    assert sorted(one.id for shared in area.shared for one in shared.insights) == [one.id for one in insights]
    assert not area.shared[0].is_perhaps


@each_row(
    ("one", "other", "alike"),
    [
        ("adding makes it bigger", "adding makes bigger numbers", True),
        ("multiplying makes it bigger", "multiplying does not make it bigger", False),
        ("1/3 is larger than 1/2", "1/4 is larger than 1/2", False),
        ("the point of an essay comes last", "an event has one cause", False),
        ("the", "a", False),
        ("A longer number is the larger one of the two", "Longer number, larger", True),
    ],
)
def test_what_is_alike(one, other, alike):
    for first, second in ((one, other), (other, one)):
        (area,) = open_insights([noticed(1, first), noticed(2, second)])
        assert [shared.is_perhaps for shared in area.shared] == [False, alike]


def test_only_open_ones_by_area_those_of_most_students_first_and_no_area_last():
    parked, resolved = noticed(1, status=InsightStatus.PARKED), noticed(2, status=InsightStatus.RESOLVED)
    lonely, shared, with_it = noticed(3, "One cause"), noticed(4), noticed(5)
    nowhere, physics = noticed(6, "Heavy falls faster", ""), noticed(7, "Cold flows in", "Physics ")
    assert told(parked, resolved, lonely, shared, with_it, nowhere, physics) == [
        ("math", [(LARGER, ["k0000004", "k0000005"]), ("One cause", ["k0000003"])]),
        ("Physics", [("Cold flows in", ["k0000007"])]),
        (NO_AREA, [("Heavy falls faster", ["k0000006"])]),
    ]


def test_a_student_counts_once_and_the_words_noticed_first_name_the_group():
    before = TODAY.replace(day=2)
    (area,) = open_insights(
        [noticed(1, "a longer decimal is larger!"), noticed(2, noticed_on=before, student="s0000001")]
    )
    assert area.shared[0].students == 1
    assert area.shared[0].misconception == LARGER
