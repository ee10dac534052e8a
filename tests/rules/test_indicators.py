"""The catalogue of signs is DESIGN §5's until the advisor edits it, and says which are the student's doing."""

from datetime import timedelta

from each_row import each_row
from record_case import TODAY, make

from advisory.model import CatalogueSign
from advisory.model.words import Stage
from advisory.rules.partnership.signs import CATALOGUE, SIGN, catalogue_of, is_long_ago, label_of

THEIRS = {
    Stage.RAPPORT: {"student started contact", "student showed unfinished work"},
    Stage.ALLIANCE: {"reported progress unprompted"},
    Stage.COGNITIVE_INSIGHT: {
        "says which strategy and when",
        "self-corrected",
        "began a new task alone",
        "used it in another class",
    },
}
OTHERS = {
    Stage.RAPPORT: {
        "says the name as they do",
        "listened without an agenda",
        "told something true about yourself",
        "met in another setting",
        "found common ground",
        "came back to what mattered to them",
        "helped with what they asked",
        "learned a cultural norm and adjusted",
    },
    Stage.ALLIANCE: {
        "named the target in own words",
        "said why it matters",
        "pact agreed by both",
        "believes the steps can work",
        "you kept a commitment",
        "student kept a commitment",
        "high-standard feedback talk held",
        "stayed with a hard part",
    },
    Stage.COGNITIVE_INSIGHT: {
        "explained own thinking",
        "a specific misconception named",
        "a strategy tried with a result",
    },
}


@each_row("stage", Stage)
def test_the_signs_of_a_stage_are_those_of_the_design(stage):
    signs = [sign for sign in CATALOGUE if sign.stage is stage]
    assert {sign.label for sign in signs if sign.students_doing} == THEIRS[stage]
    assert {sign.label for sign in signs if not sign.students_doing} == OTHERS[stage]


def test_keys_stay_as_they_are_in_the_files():
    assert set(SIGN) == {
        "says_name", "listened", "told_of_self", "other_setting", "common_ground", "came_back_to_it", "helped", "learned_norm",
        "student_started", "showed_unfinished", "named_target", "said_why", "pact_agreed", "believes_steps", "a_mine",
        "a_theirs", "feedback_talk", "stayed_with_it", "reported_unprompted", "explained_thinking", "misconception_named",
        "strategy_tried", "says_strategy", "self_corrected", "began_alone", "used_elsewhere",
    }  # fmt: skip


def test_a_key_is_one_signs_own():
    assert len(SIGN) == len(CATALOGUE) == len({sign.label for sign in CATALOGUE})


def test_a_key_that_the_catalogue_no_longer_has_is_shown_as_it_stands():
    assert label_of("listened") == "listened without an agenda"
    assert label_of("sat_on_the_steps") == "sat on the steps"


def test_without_changes_the_catalogue_is_the_programs_own_in_order():
    assert list(catalogue_of([]).items()) == list(SIGN.items())


def test_the_advisors_changes_go_into_it_and_their_own_signs_come_last_in_their_stage():
    own = make(CatalogueSign, 1, students_doing=True)
    reworded = make(CatalogueSign, 2, key="listened", label="just listened")
    hidden = make(CatalogueSign, 3, key="said_why", stage=Stage.ALLIANCE, label="said why it matters", hidden=True)
    merged = catalogue_of([own, reworded, hidden])
    assert set(merged) == set(SIGN) | {"saved_a_seat"}
    assert list(merged)[10] == "saved_a_seat"
    assert [sign.key for sign in merged.values() if sign.hidden] == ["said_why"]
    assert merged["saved_a_seat"].students_doing
    assert [label_of(key, merged) for key in ("saved_a_seat", "listened", "said_why")] == [
        "saved me a seat",
        "just listened",
        "said why it matters",
    ]


def test_of_two_changes_to_one_sign_the_newer_holds():
    changes = [make(CatalogueSign, number, key="listened", label=f"words {number}") for number in (1, 2)]
    assert label_of("listened", catalogue_of(reversed(changes))) == "words 2"


@each_row(("days", "long_ago"), [(0, False), (90, False), (91, True)])
def test_after_ninety_days_a_sign_is_long_ago(days, long_ago):
    assert is_long_ago(TODAY - timedelta(days=days), TODAY) is long_ago
