"""The reason in words, and that what was written about a student goes through the shade."""

from candidate_case import candidate, defense, pact, promise
from each_row import each_row
from record_case import TODAY

from advisory.rules.next.suggestion import reason_words
from advisory.rules.next.who_next import who_next


def words(called=str, passed_over=0, **fields) -> str:
    told = who_next([candidate("one", **fields)], today=TODAY, passed_over=passed_over)
    return reason_words(told[0], TODAY, called)


@each_row(
    ("fields", "said"),
    [
        ({"promise": promise(0)}, "you promised: lab notes"),
        ({"review": pact(0)}, "pact review waiting"),
        ({"defense": defense(9)}, "defends in 9 school days, no practice yet"),
        ({"defense": defense(1, practices=2)}, "defends in 1 school day"),
        ({"defense": defense(0)}, "defends today, no practice yet"),
        ({"age": None}, "no one-to-one yet"),
        ({"age": None, "is_new_term": True}, "no one-to-one yet"),
        ({"age": 4, "is_new_term": True}, "not yet this term"),
        ({"age": 11}, "no one-to-one for 11 school days"),
        ({"age": 10}, "one-to-one 10 school days ago"),
        ({"age": 3}, "one-to-one 3 school days ago"),
        ({"age": 1}, "one-to-one 1 school day ago"),
        ({"age": 0}, "one-to-one less than a school day ago"),
        ({"age": 3, "interval": 2}, "no one-to-one for 3 school days"),
        ({"age": 2, "interval": 1}, "no one-to-one for 2 school days"),
        ({"promise": promise(-2), "review": pact(-9), "age": None}, "you promised: lab notes"),
        ({"review": pact(0), "defense": defense(0)}, "pact review waiting"),
        ({"defense": defense(0, practices=1), "age": 40}, "defends today"),
    ],
)
def test_every_reason_in_words(fields, said):
    assert words(**fields) == said


@each_row(
    ("age", "said"),
    [(1, "no one-to-one for 1 school day"), (0, "one-to-one less than a school day ago"), (None, "no one-to-one yet")],
)
def test_who_is_put_before_a_promise_says_for_how_long(age, said):
    promised = candidate("promised", 0, promise=promise(0))
    told = who_next([promised, candidate("quiet", age)], today=TODAY, passed_over=2)
    quiet = next(one for one in told if one.student_id == "quiet")
    assert reason_words(quiet, TODAY) == said


def test_what_was_promised_goes_through_the_shade_and_nothing_else_does():
    assert words(called=lambda _: "…", promise=promise(0)) == "you promised: …"
    for fields in ({"review": pact(0)}, {"defense": defense()}, {"age": None}, {"age": 11}, {"age": 3}):
        assert words(called=lambda _: "…", **fields) == words(**fields)
