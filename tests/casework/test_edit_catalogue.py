"""The advisor's own catalogue of signs: added, reworded, hidden, and a key that was used is never lost."""

import pytest
from caseload_case import begun
from record_case import NOW, REQUIRED

from advisory.casework.partnership.add_sign import add_sign
from advisory.casework.partnership.edit_catalogue import add_to_catalogue, hide_sign, reword_sign
from advisory.model import CatalogueSign, Indicator
from advisory.model.partnership import LONGEST_KEY
from advisory.model.words import Stage
from advisory.rules.partnership.signs import SIGN, label_of
from advisory.rules.refusal import Refusal


def test_a_sign_of_ones_own_counts_like_any_other(caseload):
    maya = begun(caseload).maya
    own = add_to_catalogue(caseload, Stage.RAPPORT, " Saved me  a séat ", students_doing=True)
    assert (own.key, own.label) == ("saved_me_a_seat", "Saved me a séat")
    for key in ("listened", "helped", own.key):
        add_sign(caseload, maya.id, key)
    assert caseload.summary(maya.id).gate.is_met


def test_of_two_records_of_one_sign_the_one_that_holds_is_changed(caseload):
    with caseload.store.change("In two windows", NOW) as change:
        for label in ("first", "second"):
            change.add(CatalogueSign, key="listened", stage=Stage.RAPPORT, label=label)
    reword_sign(caseload, "listened", "heard them out")
    assert [one.label for one in caseload.store.all(CatalogueSign)] == ["first", "heard them out"]
    assert caseload.catalogue["listened"].label == "heard them out"


def test_keys_are_told_apart_whatever_the_words(caseload):
    keys = [
        add_to_catalogue(caseload, stage, label).key
        for stage, label in [(Stage.RAPPORT, "listened"), (Stage.ALLIANCE, "Listened"), (Stage.ALLIANCE, "听")]
    ]
    assert keys == ["listened_2", "listened_3", "own"]


def test_a_long_label_leaves_room_in_its_key_for_a_number(caseload):
    label = "x" * 60
    keys = [add_to_catalogue(caseload, stage, label).key for stage in (Stage.RAPPORT, Stage.ALLIANCE)]
    assert keys == ["x" * (LONGEST_KEY - 5), "x" * (LONGEST_KEY - 5) + "_2"]


def test_a_key_that_was_seen_before_it_was_in_the_catalogue_is_not_given_to_another(caseload):
    maya = begun(caseload).maya
    with caseload.store.change("By hand", NOW) as change:
        change.add(Indicator, **REQUIRED[Indicator] | {"student": maya.id, "key": "sat_down"})
    assert add_to_catalogue(caseload, Stage.RAPPORT, "sat down").key == "sat_down_2"


def test_other_words_are_said_wherever_the_sign_was_seen(caseload):
    seen = add_sign(caseload, begun(caseload).maya.id, "listened")
    reword_sign(caseload, "listened", "just listened")
    assert label_of(seen.key, caseload.catalogue) == "just listened"
    reword_sign(caseload, "listened", "only listened")
    assert len(caseload.store.all(CatalogueSign)) == 1
    assert caseload.catalogue["listened"].stage is Stage.RAPPORT


def test_a_hidden_sign_keeps_its_words_and_counts_and_can_be_offered_again(caseload):
    maya = begun(caseload).maya
    add_sign(caseload, maya.id, "student_started")
    hide_sign(caseload, "student_started")
    assert caseload.catalogue["student_started"].hidden
    assert caseload.catalogue["student_started"].students_doing
    assert label_of("student_started", caseload.catalogue) == "student started contact"
    assert caseload.summary(maya.id).gate.words == "1 of 3 Rapport signs seen"
    hide_sign(caseload, "student_started", hidden=False)
    assert not caseload.catalogue["student_started"].hidden


def test_undo_takes_each_back(caseload):
    before = caseload.catalogue
    add_to_catalogue(caseload, Stage.RAPPORT, "saved me a seat")
    reword_sign(caseload, "listened", "just listened")
    hide_sign(caseload, "helped")
    assert [caseload.store.undo(NOW).what for _ in range(3)] == [
        "Sign hidden",
        "Sign reworded",
        "Sign added",
    ]
    assert caseload.catalogue == before == SIGN


def test_words_that_are_missing_or_taken_are_refused(caseload):
    hide_sign(caseload, "helped")
    for label, why in [
        (" ", "What would you see"),
        ("Listened without an agenda", "already"),
        ("helped with what they asked", "it is hidden"),
    ]:
        with pytest.raises(Refusal, match=why):
            add_to_catalogue(caseload, Stage.RAPPORT, label)
    with pytest.raises(Refusal, match="already"):
        reword_sign(caseload, "helped", "listened without an agenda")
    with pytest.raises(Refusal, match="no sign"):
        hide_sign(caseload, "sat_on_the_steps")
    assert reword_sign(caseload, "helped", "Helped with what they asked").label == "Helped with what they asked"
