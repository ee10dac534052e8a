"""Small files beside small caseloads, in as_read.txt: who is who by which sign, who has left, whose number is taken."""

from datetime import date

from roster_case import NOW

from advisory.exchange.roster.dry_run import ADD, LEAVE_OUT, SAME, Wanted
from advisory.model.words import Status

LEFT = {"status": Status.TRANSFERRED, "left_on": date(2026, 10, 1)}
GONE = {"deleted_at": NOW}
MATCHED = {
    "our own id, of the same name and of another": (
        [("Sam", "Fox", {"own_id": "s0000001"}), ("Ana", "Roe", {"own_id": "s0000002"}), ("Eve", "Poe", {"own_id": "s0000009"})],
        [("Sam", "Lee", {}), ("Ben", "Oak", {}), ("Eve", "Poe", {})],
    ),
    "a number, and any part of a name": (
        [("Sam", "Fox", {"student_number": "1"}), ("Tom", "Oak", {"student_number": "2"}), ("Ana", "Roe", {"student_number": "3"})],
        [("Sam", "Lee", {"student_number": "1"}), ("Ben", "Oak", {"student_number": "2"}), ("Eve", "Poe", {"student_number": "3"})],
    ),
    "a number whose preferred name is the given one": (
        [("Bee", "Fox", {"student_number": "1"}), ("Mary Ann", "Fox", {"student_number": "2"})],
        [("Ace", "Lee", {"student_number": "1", "preferred_name": "Bee"}), ("Mary", "Oak", {"student_number": "2"})],
    ),
    "an id that is the same and a number that is not": (
        [("Sam", "Lee", {"source_id": "a:1", "student_number": "2"})],
        [("Sam", "Lee", {"source_id": "a:1", "student_number": "1"})],
    ),
    "a number that is the same and an id that is not": (
        [("Sam", "Lee", {"source_id": "a:1", "student_number": "1"}), ("Tom", "Oak", {"source_id": "a:2", "student_number": "2"})],
        [("Sam", "Lee", {"source_id": "a:3", "student_number": "1"}), ("Eve", "Poe", {"source_id": "a:4", "student_number": "2"})],
    ),
    "an address and the given name": (
        [("Sam", "Fox", {"email": "S@x"}), ("Ana", "Roe", {"email": "b@x"}), ("Sam Joe", "Poe", {"email": "c@x"})],
        [("Sam", "Lee", {"email": "s@x"}), ("Ben", "Oak", {"email": "b@x"}), ("Sam", "Elm", {"email": "c@x"})],
    ),
    "an address of two, one of the name": (
        [("Ana", "Lee", {"email": "f@x"}), ("Joe", "Lee", {"email": "f@x"})],
        [("Ana", "Lee", {"email": "f@x", "grade": "9"}), ("Ben", "Lee", {"email": "f@x"})],
    ),
    "the same but for accents, capitals and space": (
        [("JOSE", "nandu", {}), ("Ann  Marie", "O’Neil", {})], [("José", "Ñandú", {}), ("Ann Marie", "O'Neil", {})],
    ),
    "middle names": (
        [("Ana", "Lee", {}), ("Ben Joe", "Oak", {}), ("Eve", "Poe Roe", {})],
        [("Ana Maria", "Lee", {}), ("Ben", "Oak", {}), ("Eve", "Poe", {})],
    ),
    "turned around, and not sure": (
        [("Lee", "Sam", {"is_guessed": True}), ("Joe Ann", "Oak", {"is_guessed": True}), ("TRAN", "Om", {"is_guessed": True})],
        [("Sam", "Lee", {}), ("Joe", "Ann Oak", {}), ("Omar", "Tran", {"preferred_name": "Om"})],
    ),
    "what the file knows better, and what you do": (
        [
            ("Sam", "Lee", {"student_number": "1", "grade": "09", "email": "S@x", "preferred_name": "Sammy", "pronouns": "they"}),
            ("Ben", "Oak-Elm", {"student_number": "2", "grade": "10", "email": "b2@x", "preferred_name": "B", "pronouns": "he"}),
            ("EVE", "POE", {"student_number": "3"}),
            ("Bee", "Fir", {"student_number": "4"}),
        ],
        [
            ("Sam", "Lee", {"student_number": "1", "grade": "9", "email": "s@x"}),
            ("Ben", "Oak", {"student_number": "2", "grade": "9", "email": "b@x", "preferred_name": "Benny", "pronouns": "they"}),
            ("Eve", "Poe", {"student_number": "3"}),
            ("Beatrice", "Fir", {"student_number": "4", "preferred_name": "Bee"}),
        ],
    ),
    "one in the trash, with nobody of the name and with one": (
        [("Sam", "Lee", {}), ("Ana", "Roe", {"student_number": "5"}), ("Ben", "Oak", {"student_number": "6"})],
        [
            ("Sam", "Lee", GONE), ("Ana", "Roe", {**GONE, "student_number": "5"}), ("Ana", "Roe", {"student_number": "7"}),
            ("Ben", "Oak", {**GONE, "student_number": "6"}), ("Ben", "Oak", {}), ("Ben", "Oak", {"grade": "9"}),
        ],
    ),
    "who has left, in the file and here": (
        [
            ("Sam", "Lee", {"status": "transferred", "left_on": "2026-11-02"}), ("Ana", "Roe", {"status": "graduated"}),
            ("Ben", "Oak", {"status": "expected"}), ("Eve", "Poe", {}), ("Joe", "Elm", {"status": "archived"}),
            ("New", "One", {"status": "transferred", "left_on": "2026-11-02", "grade": "9"}), ("Next", "Year", {"status": "expected"}),
            ("Kim", "Yew", {}), ("Lou", "Fir", {"status": "graduated"}),
        ],
        [
            ("Sam", "Lee", {}), ("Ana", "Roe", {"status": Status.ON_LEAVE}), ("Ben", "Oak", {}), ("Eve", "Poe", LEFT),
            ("Joe", "Elm", {"status": Status.GRADUATED}), ("Kim", "Yew", {**GONE, **LEFT}), ("Lou", "Fir", GONE), ("Max", "Bay", {}),
            ("Nat", "Box", LEFT),
        ],
    ),
    "one who comes back with other values": (
        [("Eve", "Poe", {"grade": "10", "email": "e@x", "pronouns": "she"}), ("Sam", "Lee", {"grade": "11", "email": "s@x"})],
        [("Eve", "Poe", {**LEFT, "grade": "9"}), ("Sam", "Lee", {**GONE, "grade": "10"})],
    ),
    "a number that somebody else keeps": (
        [("Sam", "Lee", {"student_number": "2"}), ("Ana", "Roe", {"student_number": "8"}), ("New", "One", {"student_number": "9"})],
        [
            ("Sam", "Lee", {"student_number": "1"}), ("Ben", "Oak", {"student_number": "2"}), ("Ana", "Roe", {}),
            ("Eve", "Poe", {**LEFT, "student_number": "8"}), ("Joe", "Elm", {"student_number": "9"}),
        ],
    ),
    "two who change numbers, and one who takes another's": (
        [("Sam", "Lee", {"source_id": "a:1", "student_number": "2"}), ("Ana", "Roe", {"source_id": "a:2", "student_number": "1"})],
        [("Sam", "Lee", {"source_id": "a:1", "student_number": "1"}), ("Ana", "Roe", {"source_id": "a:2", "student_number": "2"})],
    ),
    "one name on several lines": (
        [
            ("Sam", "Lee", {}), ("Sam", "Lee", {}), ("Ana", "Roe", {"grade": "9"}), ("Ana", "Roe", {"grade": "10"}), ("Ana", "Roe", {}),
            ("Ben", "Oak", {"email": "a@x"}), ("Ben", "Oak", {"email": "b@x", "grade": "9"}), ("Eve", "Poe", {}), ("Eve", "Poe", {"pronouns": "she"}),
        ],
        [("Eve", "Poe", {}), ("Zed", "Ash", {})],
    ),
    "a row in doubt": (
        [("Sam", "Lee", {"doubt": "the status maybe doesn't say"}), ("Ana", "Roe", {"doubt": "no day"})], [("Sam", "Lee", {})],
    ),
    "a name, and a grade that is not": (
        [("Sam", "Lee", {"grade": "9"}), ("Ana", "Roe", {"grade": "K"}), ("Ben", "Oak", {"grade": "010"})],
        [("Sam", "Lee", {"grade": "11"}), ("Ana", "Roe", {"grade": "0"}), ("Ben", "Oak", {"grade": "10"})],
    ),
}  # fmt: skip
WANTED = {
    "": Wanted(),
    "taken back, and those who left too": Wanted(returning=True, with_left=True),
    "the unsure are new": Wanted(unsure=ADD),
    "the unsure are the same": Wanted(unsure=SAME),
    "the unsure are left out": Wanted(unsure=LEAVE_OUT),
}
