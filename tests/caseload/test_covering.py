"""What a student reads is covered with every name of the others, whenever they had it."""

from types import SimpleNamespace

from caseload_case import begun

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.covering import CoveredWord, other_names, unread_sentence, with_words, words_to_cover
from advisory.caseload.leaving.leaving import leaving_of
from advisory.casework.check_in.record import record_check_in
from advisory.casework.student.add import add_student
from advisory.casework.student.edit import edit_student
from advisory.model import Student
from advisory.model.words import Audience
from advisory.rules.names.covering import every_name
from advisory.rules.names.name_keys import keys_of
from advisory.store import EarlierName


def covered(caseload: Caseload, student: Student, text: str) -> str:
    return other_names(caseload, caseload.store.need(Student, student.id), {}).covered(text)


def test_a_name_that_another_student_used_to_have(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    ben = add_student(caseload, given_name="Benedikta", family_name="Quispe")
    assert covered(caseload, maya, "with Rosalind") == "with Rosalind"
    edit_student(caseload, ben, given_name="Rosalind")
    edit_student(caseload, caseload.store.need(Student, ben.id), given_name="Ottoline")
    for name in ("Benedikta", "Rosalind", "Ottoline", "Rosalind Quispe"):
        assert covered(caseload, maya, f"with {name}") == "with another student"


def test_a_student_who_was_added_and_taken_back(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    add_student(caseload, given_name="Thandiwe", family_name="Mwangi")
    caseload.store.undo(caseload.now())
    assert covered(caseload, maya, "Thandiwe's notes") == "Another student's notes"


def test_the_reader_s_own_earlier_name_is_no_other_student_s(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    edit_student(caseload, maya, given_name="Maja")
    assert covered(caseload, maya, f"Maya {maya.family_name} and Maja") == f"Maya {maya.family_name} and Maja"


def test_an_id_that_was_given_out_twice_hides_nobody(caseload: Caseload, monkeypatch) -> None:
    maya = begun(caseload).maya
    before = [EarlierName(maya.id, "Ignatius", "Whitlock", "")]
    monkeypatch.setattr(caseload.store, "earlier_names", lambda: before)
    assert covered(caseload, maya, "with Ignatius Whitlock") == "with another student"


def test_words_uncovered_for_good_stay_but_not_for_somebody_new(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    hope = add_student(caseload, given_name="Hope", family_name="Quispe")
    uncovered = {"hope": [hope.id]}
    own = caseload.store.need(Student, maya.id)
    assert other_names(caseload, own, uncovered).covered("My Hope, Hope Quispe") == "My Hope, another student"
    add_student(caseload, given_name="Hope", family_name="Mwangi")
    assert other_names(caseload, own, uncovered).covered("My Hope") == "My another student"


def test_each_word_that_is_covered_is_listed_once_with_what_stands_around_it(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    mark = add_student(caseload, given_name="Mark", family_name="Quispe")
    others = other_names(caseload, caseload.store.need(Student, maya.id), {})
    long = "She laughed about everything and then Quispe went away at once with everybody"
    words = {word.key: word for word in words_to_cover(others, [long, "Mark it, Mark!", "Quispe"])}
    quispe, last = words["quispe"], frozenset({mark.id})
    assert quispe == CoveredWord("quispe", last, False, "everything and then", "Quispe", "went away at once")
    assert [word.key for word in words_to_cover(others, ["Quispe and Mark it"])] == ["mark", "quispe"]
    assert words["mark"].is_doubtful
    assert not quispe.is_among({})
    assert quispe.is_among({"quispe": [mark.id]})
    (near,) = words_to_cover(others, ["Seen with a friend, Quispe. Both had a good day."])
    assert (near.before, near.after) == ("Seen with a friend,", ". Both had a good day.")


def test_a_word_is_doubtful_that_is_so_anywhere_and_is_that_of_all_who_have_the_name() -> None:
    def places(text: str) -> list[SimpleNamespace]:
        who, doubt = text.split()
        return [SimpleNamespace(key="mark", whose=frozenset((who,)), is_doubtful=doubt == "?", start=0, end=2)]

    others = SimpleNamespace(places=places)
    for texts, is_doubtful in (
        (["s1 ?", "s2 !"], True),
        (["s1 !", "s2 ?"], True),
        (["s1 !", "s2 !"], False),
        (["s1 ?", "s2 ?"], True),
    ):
        (word,) = words_to_cover(others, texts)
        assert (word.is_doubtful, word.whose, word.text) == (is_doubtful, {"s1", "s2"}, "s1")


def test_words_that_are_no_names_are_uncovered_for_everybody_and_in_lower_case_for_good(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    add_student(caseload, given_name="Hope", family_name="Quispe")
    own = caseload.store.need(Student, maya.id)
    everyone = {"", *(one.id for one in caseload.everyone)}
    known = {"kept": ["s1"]}
    assert {key: set(ids) for key, ids in with_words(caseload, known, ["hope"]).items()} == {
        "kept": {"s1"},
        "hope (lower case)": everyone,
    }
    both = with_words(caseload, {}, ["Hopes"])
    assert {key: set(ids) for key, ids in both.items()} == dict.fromkeys(
        ("hope", "hopes", "hope (lower case)", "hopes (lower case)"), everyone
    )
    assert other_names(caseload, own, both).covered("Hope says") == "Hope says"


def test_a_file_whose_earlier_names_cannot_be_read_is_named(caseload: Caseload, monkeypatch) -> None:
    assert unread_sentence(caseload) == ""
    monkeypatch.setattr(type(caseload.store), "files_without_names", ["a.json", "b.json"])
    assert unread_sentence(caseload) == (
        "a.json and b.json can't be read, so a student's earlier name may not be covered."
    )


def test_the_names_are_made_ready_once_for_all_who_read(caseload: Caseload, monkeypatch) -> None:
    students = [add_student(caseload, given_name=f"Ada{n}", family_name="Mwangi") for n in range(12)]
    made: list[object] = []
    monkeypatch.setattr(every_name, "keys_of", lambda one: made.append(one) or keys_of(one))
    leaving = leaving_of(caseload, [one.id for one in students], Audience.STAFF, {})
    assert all(
        "Ada" not in leaving.cover(one.id, "with Ada3 and Ada4, Ada5").text.replace(one.given_name, "")
        for one in students
    )
    record_check_in(caseload, students[0].id, "no names changed")
    assert covered(caseload, students[0], "with Ada7") == "with another student"
    assert len(made) == len(students)
    edit_student(caseload, students[0], given_name="Grace")
    assert covered(caseload, students[1], "with Grace") == "with another student"


def test_names_are_read_again_only_after_a_change(caseload: Caseload, monkeypatch) -> None:
    maya = begun(caseload).maya
    before = [EarlierName(maya.id, "Ignatius", "Whitlock", "")]
    read: list[int] = []
    monkeypatch.setattr(caseload.store, "earlier_names", lambda: read.append(1) or before)
    assert caseload.all_names.strangers(maya) == [EarlierName("", "Ignatius", "Whitlock", "")]
    every = caseload.all_names.every
    assert len(read) == 1
    record_check_in(caseload, maya.id, "x")
    assert (caseload.all_names.every is every, len(read)) == (True, 2)
    add_student(caseload, given_name="Ben", family_name="Reed")
    assert caseload.all_names.every is not every
    assert len(caseload.all_names.named) == 4


def test_whole_words_are_shown_around_a_word_that_is_covered(caseload: Caseload) -> None:
    maya = begun(caseload).maya
    others = other_names(caseload, maya, {})
    for before, shown in (
        ("", ""),
        ("twenty-four characters, ", "twenty-four characters,"),
        ("x twenty-four characters ", "characters"),
        ("x  twenty-four characters ", "twenty-four characters"),
        ("twenty-five characters so ", "characters so"),
        ("x" * 30 + " ", "x" * 23),
    ):
        (word,) = words_to_cover(others, [f"{before}Kai{before[::-1]}"])
        assert (word.before, word.text, word.after) == (shown, "Kai", shown[::-1])
