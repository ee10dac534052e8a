"""The doctor's parts by themselves: ids made unique, references mended, records made valid, copies compared, gaps told."""

import json
from pathlib import Path

import msgspec
import pytest
from graph_case import chain, put, take
from record_case import make

from advisory.model import CheckIn, FollowUp, Indicator, Pact, Partnership, StageMove, Student
from advisory.store.disk.snapshot import Meta
from advisory.store.doctor.assembly import _apply, _fill, _fits, _is_likely, _past
from advisory.store.doctor.choice import Choice
from advisory.store.doctor.comparison import compare, report_missing
from advisory.store.doctor.dangling import find_dangling
from advisory.store.doctor.graph import Graph
from advisory.store.doctor.journal_report import report_gap
from advisory.store.doctor.journal_scan import Chain, Change
from advisory.store.doctor.look import Look
from advisory.store.doctor.mending import repair_documents
from advisory.store.doctor.numbering import Past, number
from advisory.store.doctor.place import Placed, as_raw, documents_in
from advisory.store.doctor.report import REPAIR, Report
from advisory.store.doctor.snapshot_scan import Scan

JOURNAL, HISTORY = "advisory.journal.jsonl", "history/2026-11.jsonl"


def document(record, **fields):
    return {**json.loads(msgspec.json.encode(record)), **fields}


def placed(record, at=1, **fields):
    """A record as it stands in the snapshot on line `at`, with some fields as somebody else left them."""
    return Placed(record.table, int(record.id[1:]), document(record, **fields), "advisory.json", at)


def book_of(*those):
    return {(one.table, one.key): one for one in those}


def found(report):
    """What is found, by line, and its remedy without the name of the command."""
    remedies = [one.remedy.replace(REPAIR, "repair") for one in report.findings]
    return [
        f"{one.line} {one.field}: {one.what}; {remedy}" for one, remedy in zip(report.findings, remedies, strict=True)
    ]


def kept(report):
    return [f"{one.line}: {one.why}" for one in report.kept]


def past(*known, **highest):
    return Past(lambda key: key in known, highest)


def test_a_document_keeps_its_id_where_key_and_id_agree_and_else_gets_one_that_was_known_or_is_new():
    one, two = make(CheckIn, 1, line="a"), make(CheckIn, 2, line="b")
    there = [
        placed(one, 4),
        placed(two, 5)._replace(key=7),
        placed(one, 6, line="another"),
        placed(one, 7),
        placed(make(CheckIn, 3), 8)._replace(key=None),
        placed(make(CheckIn, 9), 9, id="none"),
        placed(make(CheckIn, 4), 10)._replace(table="chickens"),
        placed(make(CheckIn, 5), 11, id="x5")._replace(table="chickens"),
        placed(make(CheckIn, 6), 12, id="x6")._replace(table=""),
        placed(make(CheckIn, 10), 13, id="c0000000")._replace(key=0),
        placed(make(CheckIn, 14), 14)._replace(key=12),
    ]
    report = Report()
    book = number(there, past(("checkins", 7), checkins=20), report)
    assert [(key[1], one.document["id"], one.document.get("line")) for key, one in book.items()] == [
        (1, "c0000001", "a"), (4, "c0000004", None), (7, "c0000007", "b"), (21, "c0000021", "another"),
        (3, "c0000003", None), (9, "c0000009", None), (22, "c0000022", None),
        (14, "c0000014", None),
    ]  # fmt: skip
    same = "which should be the same number; repair makes it"
    assert found(report) == [
        "10 : the check-in c0000004 is in the table 'chickens'; it belongs in 'checkins'; repair moves it there",
        "11 : there is a document in the table 'chickens', which advisory does not have; repair keeps it in a file of its own",
        "12 : there is a document outside all tables; repair keeps it in a file of its own",
        f"5 id: the key is 7 and the id c0000002, {same} c0000007",
        "6 id: the id c0000001 appears twice, also on line 4 with other content; repair makes it c0000021",
        "7 : the check-in c0000001 appears twice, also on line 4; repair keeps one of the two",
        f"8 id: the key is None and the id c0000003, {same} c0000003",
        f"9 id: the key is 9 and the id none, {same} c0000009",
        f"13 id: the key is 0 and the id c0000000, {same} c0000022",
        f"14 id: the key is 12 and the id c0000014, {same} c0000014",
    ]
    assert kept(report) == [
        "11: not a record of advisory's", "12: not a record of advisory's", "5: now c0000007", "6: now c0000021",
        "9: now c0000009", "13: now c0000022",
    ]  # fmt: skip


def test_a_reference_to_nothing_is_taken_from_a_copy_mended_or_left_out():
    book = book_of(
        placed(make(Student, 1)),
        placed(make(CheckIn, 1, pact="g0000009", insight="c0000001", group="c0000002"), 2),
        placed(make(CheckIn, 2, student="s0000007"), 3),
        placed(make(CheckIn, 3, pact="g0000001"), 4, student="nobody"),
        placed(make(Partnership, 1), 5),
        placed(make(StageMove, 1, partnership="p0000005", indicators=("i0000001", "i0000009")), 6),
        placed(make(StageMove, 2, partnership="p0000005", student="s0000007"), 7),
        placed(make(Indicator, 1), 8),
        placed(make(FollowUp, 1, source="c0000003"), 9),
        placed(make(FollowUp, 2, source="?0000003"), 10),
        placed(make(Pact, 1, next_pact="g1"), 11),
        placed(make(Pact, 2, next_pact="g0000009"), 12),
        placed(make(CheckIn, 4), 13, pact=5, student=6),
    )
    copies = {("pacts", 2): {"next_pact": "g0000001"}, ("pacts", 1): {"next_pact": "g0000008"}}
    report = Report()
    find_dangling(book, lambda: copies, past(students=7), report)
    none = "there is no such record; repair"
    nameless = "without a name, so that it belongs to somebody"
    assert found(report) == [
        f"2 pact: the check-in c0000001: pact is g0000009, and {none} leaves it out",
        "2 insight: the check-in c0000001: insight is c0000001, and there is no such insight; repair leaves it out",
        f"3 student: the check-in c0000002: student is s0000007, and {none} makes a student s0000007 {nameless}",
        f"4 student: the check-in c0000003: student is nobody, and {none} makes a student s0000008 {nameless}",
        f"6 partnership: the stage move m0000001: partnership is p0000005, and {none} changes it to p0000001, the student's only one",
        f"6 indicators: the stage move m0000001: indicators is i0000009, and {none} leaves it out",
        f"7 partnership: the stage move m0000002: partnership is p0000005, and {none} keeps the stage move m0000002 in a file of its own",
        f"10 source: the promise f0000002: source is ?0000003, and {none} leaves it out",
        f"11 next_pact: the pact g0000001: next pact is g1, and {none} leaves it out",
        f"12 next_pact: the pact g0000002: next pact is g0000009, and {none} changes it to g0000001, as in a backup",
        f"13 student: the check-in c0000004: student is 6, and {none} makes a student s0000009 {nameless}",
        f"13 pact: the check-in c0000004: pact is 5, and {none} leaves it out",
    ]
    assert kept(report) == [
        "2: pact g0000009 was not there", "3: student s0000007 was not there", "4: student nobody was not there",
        "6: partnership p0000005 was not there", "7: partnership p0000005 was not there", "10: source ?0000003 was not there",
        "11: next_pact g1 was not there", "12: next_pact g0000009 was not there",
        "13: student 6 was not there",
    ]  # fmt: skip
    left = {one.document["id"]: one.document for one in book.values()}
    assert left == {
        "s0000001": document(make(Student, 1)),
        "c0000001": document(make(CheckIn, 1, group="c0000002")),
        "c0000002": document(make(CheckIn, 2, student="s0000007")),
        "c0000003": document(make(CheckIn, 3, pact="g0000001"), student="s0000008"),
        "c0000004": document(make(CheckIn, 4), student="s0000009"),
        "p0000001": document(make(Partnership, 1)),
        "m0000001": document(make(StageMove, 1, indicators=("i0000001",))),
        "i0000001": document(make(Indicator, 1)),
        "f0000001": document(make(FollowUp, 1, source="c0000003")),
        "f0000002": document(make(FollowUp, 2)),
        "g0000001": document(make(Pact, 1)),
        "g0000002": document(make(Pact, 2, next_pact="g0000001")),
        **{
            student: {
                "id": student, "created_at": "1970-01-01T00:00:00Z", "updated_at": "1970-01-01T00:00:00Z",
                "given_name": "Unknown", "family_name": student,
            }
            for student in ("s0000007", "s0000008", "s0000009")
        },
    }  # fmt: skip
    assert [(*one[3:],) for key, one in book.items() if key[0] == "students"] == [("advisory.json", 1), *[("", 0)] * 3]


def test_a_student_whose_line_is_gone_comes_back_from_a_copy_that_has_them_whole():
    copies = {("students", 1): document(make(Student, 1)), ("students", 2): document(make(Student, 2), given_name="")}
    copies["students", 3] = document(make(Student, 3))
    report = Report()
    book = book_of(
        placed(make(CheckIn, 1)),
        placed(make(CheckIn, 2, student="s0000002"), 2),
        placed(make(CheckIn, 3, student="s0000003"), 3),
        placed(make(Student, 3), 4),
    )
    find_dangling(book, lambda: copies, past(), report)
    assert book["students", 1].document == copies["students", 1]
    assert book["students", 2].document["given_name"] == "Unknown"
    assert found(report)[0] == (
        "0 : there is no line for the student s0000001, though there are records about them; repair takes it from a backup"
    )
    assert len(report.findings) == 2


def test_a_record_that_does_not_fit_comes_from_a_copy_or_loses_the_field_or_goes():
    good = make(CheckIn, 3)
    book = book_of(
        placed(make(CheckIn, 1), 2, feeling=99, minutes="ten", happened_on="soon"),
        placed(make(CheckIn, 2), 3, shoe=44, tags=5),
        placed(good, 4, kind="x"),
        placed(make(CheckIn, 4), 5),
        placed(make(Pact, 1), 6, success_evidence=[{"text": ""}]),
        placed(make(Pact, 2), 7, success_evidence=[{"text": "a", "shoe": 1}]),
        placed(make(Student, 1), 8, id="s0000009"),
        placed(make(CheckIn, 5), 9, kind="y"),
    )
    copies = {("checkins", 3): document(good, kind="y"), ("checkins", 5): document(make(CheckIn, 5))}
    report = Report()
    repair_documents(book, lambda: copies, lambda key: [document(good)] if key == ("checkins", 3) else [], report)
    fix = "fix it there, or repair"
    assert found(report) == [
        f"2 happened_on: the check-in c0000001: Invalid RFC3339 encoded date - at `$.happened_on`; {fix} keeps the document in a file of its own",
        f"3 shoe: the check-in c0000002: there is no field 'shoe'; {fix} leaves the field out",
        f"3 tags: the check-in c0000002: Expected `array`, got `int` - at `$.tags`; {fix} leaves the field out",
        f"4 kind: the check-in c0000003: Invalid enum value 'x' - at `$.kind`; {fix} takes the record from history or an older backup",
        f"6 success_evidence: the pact g0000001: success evidence: text is ''; it must be a text that is not empty; {fix} leaves the field out",
        f"7 success_evidence: the pact g0000002: there is no field 'shoe'; {fix} leaves the field out",
        f"8 : the student s0000009: The table \"students\", id 1: the field id is 's0000009'; it must be s0000001; {fix} keeps the document in a file of its own",
        f"9 kind: the check-in c0000005: Invalid enum value 'y' - at `$.kind`; {fix} takes the record from the newest backup",
    ]
    assert kept(report) == [
        "2: not a record", "3: without what did not fit", "4: taken from a backup instead", "6: without what did not fit",
        "7: without what did not fit", "8: not a record", "9: taken from a backup instead",
    ]  # fmt: skip
    right = (make(CheckIn, 2), good, make(CheckIn, 4), make(Pact, 1), make(Pact, 2), make(CheckIn, 5))
    assert {one.document["id"]: one.document for one in book.values()} == {one.id: document(one) for one in right}


@pytest.mark.parametrize(("wrong", "mended"), [(39, 39), (40, 40), (41, 40)])
def test_a_document_full_of_what_does_not_fit_is_mended_as_far_as_it_pays(wrong, mended):
    there = placed(make(CheckIn, 1), **{f"shoe_{number:02d}": number for number in range(wrong)})
    book, report = book_of(there), Report()
    repair_documents(book, dict, lambda _key: (), report)
    assert [finding.field for finding in report.findings] == [f"shoe_{number:02d}" for number in range(mended)]
    assert kept(report) == ["1: without what did not fit"]
    left = {f"shoe_{number:02d}" for number in range(mended, wrong)}
    assert book["checkins", 1].document.keys() - document(make(CheckIn, 1)).keys() == left


def test_a_record_that_differs_from_its_copy_is_told_and_one_wrong_bit_is_put_right():
    book = book_of(
        *(placed(make(CheckIn, at, line="a"), at) for at in (1, 2, 3)), placed(make(CheckIn, 4, body="x"), 4)
    )
    copies = {
        ("checkins", 1): document(make(CheckIn, 1, line="a")),
        ("checkins", 2): document(make(CheckIn, 2, line="c")),
        ("checkins", 4): document(make(CheckIn, 4, line="zz", body="x", tags=("t",))),
    }
    report = Report()
    compare(book, copies, report)
    meant = "you don't need to do anything if you"
    assert found(report) == [
        "2 : the check-in c0000002 has one wrong bit, as a bad disk leaves it; repair takes the record from a backup",
        f"4 line: the check-in c0000004 differs from its backup in line, tags; {meant} changed it yourself",
    ]
    assert kept(report) == ["2: taken from a backup instead"]
    assert [one.document.get("line") for one in book.values()] == ["a", "c", "a", None]
    missing = Report()
    report_missing(book, {**copies, ("checkins", 9): {"id": "c0000009"}, ("bees", 1): {}}, missing)
    assert found(missing) == [
        f"0 : document 1 of 'bees' is in its backup but not here; {meant} took it out yourself",
        f"0 : the check-in c0000009 is in its backup but not here; {meant} took it out yourself",
    ]
    assert [one.done for one in (*report.findings, *missing.findings)] == ["Repaired", *["Kept as it is"] * 3]


def test_a_gap_is_told_with_what_is_missing_and_what_is_done_about_it():
    newer = "look for a newer copy of this folder first; `advisory doctor --repair` takes what can be read of the later changes"
    names = f"{HISTORY} and {JOURNAL}"
    for first, is_taken, sentence, done in (
        (5, True, f"what comes after change 4 can't be checked; {REPAIR} takes what can be read of it", "Repaired"),
        (6, True, f"change 5 is in no file here, so what {names} goes on with can't be checked against them; {newer}", None),
        (7, True, f"changes 5 to 6 are in no file here, so what {names} goes on with can't be checked against them; {newer}", None),
        (5, False, f"it does not follow advisory.json: the two come from different histories; {REPAIR} keeps it in backups and goes on without it", "Kept in backups"),
    ):  # fmt: skip
        gap = chain((first - 1, 3), [put(1, "a")], [put(2, "b")], where=HISTORY)
        report = Report()
        report_gap([*gap, gap[0]._replace(where=JOURNAL)], 4, report, is_taken=is_taken)
        (one,) = report.findings
        assert (str(one), one.done) == (f"{names}: {sentence}.", done or "Could not be brought back")


@pytest.mark.parametrize(
    ("changes", "fits"),
    [
        ([[put(3, "c")]], True),
        ([[put(1, "again")]], False),
        ([[take(1)], [put(1, "anew", created_at="2026-11-24T09:00:00Z")]], True),
        ([[("checkins", "1", take(1)[3], put(1, "a")[2])]], False),
        ([[("checkins", "1", put(1, "b")[2], put(1, "a")[2])]], True),
        ([[("checkins", "2", put(2, "b")[2], put(2, "a")[2])], [take(2)]], False),
        ([[("checkins", None, put(1, "b")[2], put(1, "a")[2])]], True),
    ],
)
def test_changes_behind_a_gap_fit_where_none_is_about_another_record(changes, fits):
    there = book_of(Placed("checkins", 1, json.loads(bytes(put(1, "a")[2])), "advisory.json", 1))
    changes = [
        [
            (*operation[:3], put(1, "a")[2])
            if operation[2] == msgspec.Raw(b"null") and operation[1] == "1"
            else operation
            for operation in each
        ]
        for each in changes
    ]
    gap = chain((6, 3), *changes)
    assert _fits(gap, there) is fits
    assert not _fits([*gap, *gap], {})


def test_a_document_of_a_damaged_row_counts_where_it_is_itself_and_not_older():
    now = Placed("checkins", 1, {"id": "c0000001", "updated_at": "2026-11-23T09:00:00Z"}, JOURNAL, 2)

    def at(instant):
        return now._replace(document={**now.document, "updated_at": instant})

    assert _is_likely(at("2026-11-23T09:00:00Z"), now)
    assert _is_likely(at("2026-11-23T09:00:01Z"), now)
    assert not _is_likely(at("2026-11-23T08:59:59Z"), now)
    assert _is_likely(now, None)
    assert not _is_likely(now._replace(key=2), None)
    assert not _is_likely(now._replace(key=None), None)
    assert not _is_likely(now._replace(document={"id": "?0000001"}), None)
    assert _is_likely(now, now._replace(document={}))
    assert not _is_likely(now._replace(document={"id": "c0000001"}), now)


def test_every_whole_document_in_a_text_is_found_with_its_key():
    text = '"4":{"id":"c0000004","pieces":[{"id":"x"}]},{"id": "c0000005"} "6": {"id":"c0000006"} {"id":"half'
    assert [(one.key, one.document["id"], one.file, one.line) for one in documents_in(text, "checkins", "f", 9)] == [
        (4, "c0000004", "f", 9), (None, "c0000005", "f", 9), (6, "c0000006", "f", 9),
    ]  # fmt: skip
    assert bytes(as_raw({"line": "a\ud800b"})) == b'{"line": "ab"}'
    assert bytes(as_raw({"line": "aé"})) == '{"line":"aé"}'.encode()


def test_a_change_is_applied_to_what_was_read_but_for_tables_and_what_is_no_record():
    there = book_of(placed(make(CheckIn, 1, line="a")), placed(make(CheckIn, 2), 2))
    table = ("checkins", None, msgspec.Raw(b"{}"), msgspec.Raw(b"null"))
    bee = ("bees", "1", msgspec.Raw(b'{"id":"?1"}'), msgspec.Raw(b"null"))
    (one,) = chain((4, 3), [table, take(2), bee, put(3, "c")])
    for seed, left in ((3, [1, 3]), (None, [1, 2, 3])):
        book, report = dict(there), Report()
        _apply(Change(one.line, 7, seed), book, report)
        assert [key[1] for key in book] == left
        assert book["checkins", 3].document["line"] == "c"
        assert found(report) == [
            "7 : there is a document in a table that advisory does not have (bees); repair leaves it out"
        ]
        assert kept(report) == ["7: not a record of advisory's"]


def test_what_a_damaged_line_held_is_filled_from_the_second_copy():
    there = placed(make(CheckIn, 1), 4)
    copies = {("checkins", 1): {"id": "c0000001"}, ("checkins", 2): {"id": "c0000002"}, ("bees", 1): {"id": "b1"}}
    book, report = book_of(there), Report()
    _fill(book, copies, report)
    assert book == {
        ("checkins", 1): there,
        ("checkins", 2): Placed("checkins", 2, {"id": "c0000002"}, "advisory.json", 0),
    }
    assert found(report) == ["None id: the check-in c0000002 can't be read; repair takes it from a backup"]


def test_without_a_copy_an_id_is_known_as_far_as_the_snapshot_counted():
    (step,) = chain((6, 3), [put(9, "later"), ("terms", None, put(1, "a")[2], put(1, "a")[2])])

    def past_of(meta, copies):
        look = Look(Path(), Scan(meta, [], [], fits=True), Chain(), b"", Choice(Graph(), path=(step,)))
        return _past(look, lambda: copies)

    chain_of = Chain(
        changes=[Change(step.line, 2, 3), Change(msgspec.structs.replace(step.line, ops=[put(11, "bad")]), 3, None)]
    )
    look = Look(Path(), None, chain_of, b"", Choice(Graph(), loose=chain((8, 3), [put(10, "loose")])))
    assert _past(look, dict).highest == {"checkins": 10}
    look.choice.loose = ()
    assert _past(look, dict).highest == {"checkins": 9}
    counted = past_of(Meta(1, 9, 6, "00000003", {"checkins": 5, "terms": 1}), {})
    assert counted.highest == {"checkins": 9, "terms": 0}
    assert [counted.is_known(("checkins", number)) for number in (4, 5, 9)] == [True, False, False]
    assert not counted.is_known(("bees", 1))
    assert past_of(None, {}).highest == {"checkins": 9}
    assert past_of(None, {}).is_known(("checkins", 5))
    assert [past_of(None, {("checkins", 2): {}}).is_known(("checkins", number)) for number in (2, 3)] == [True, False]
