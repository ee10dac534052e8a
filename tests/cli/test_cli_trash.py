"""trash: what was deleted, with numbers, and one of it brought back."""

from datetime import UTC, datetime, timedelta

from record_case import TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.casework.student.delete import delete_student
from advisory.casework.trash import move_to_trash
from advisory.model import CheckIn
from advisory.store import Store, remember_emptied
from advisory.store.disk import packed


def test_the_trash_is_listed_by_kind_and_one_is_brought_back_by_number_or_id(line, home):
    assert line("trash").err == "The trash is empty.\n"
    line("note", "jose showed his draft >fri bring the book")
    line("note", "maya okafor laughed")
    store = Store.open(home)
    caseload = Caseload(store, today=lambda: TODAY, now=ticking())
    move_to_trash(caseload, CheckIn, "c0000002")
    delete_student(caseload, "s0000001")
    store.close()
    shown = line("trash").out.splitlines()
    assert shown[0].split() == ["Deleted", "Student", "Day", "What"]
    assert shown[1] == "Students, with all that was written about them"
    assert "José Ñandú" in shown[2]
    assert "with 1 check-in, 1 promise, 1 partnership [s0000001]" in shown[2]
    assert shown[3] == "Check-ins"
    assert shown[4].endswith("laughed [c0000002]")
    listed = [(one["number"], one["id"], one["records"]) for one in line("trash", "--json").json]
    assert listed == [(1, "s0000001", 3), (2, "c0000002", 0)]
    assert [row.split()[0] for row in (shown[2], shown[4])] == ["1", "2"]
    said = line("trash", "restore", "1")
    assert said.err == "Brought back: student [s0000001], José Ñandú, with 1 check-in, 1 promise, 1 partnership.\n"
    assert "bring the book" in line("show", "jose").out
    assert line("trash", "restore", "c0000002").err == "Brought back: check-in [c0000002], Maya Okafor.\n"
    missing = line("trash", "restore", "7")
    assert (missing.code, missing.err) == (
        1,
        "There is no “7” in the trash. `advisory trash` lists it, with numbers.\n",
    )


def test_after_thirty_days_it_is_gone_for_good_and_says_so_once(line, home):
    line("note", "jose said what nobody else should hear")
    line("note", "maya okafor laughed")
    store = Store.open(home)
    long_ago = datetime.now(UTC) - timedelta(days=31)
    for number, at in ((1, long_ago), (2, long_ago + timedelta(days=2))):
        with store.change("Check-in deleted", at) as change:
            change.remove(change.need(CheckIn, f"c000000{number}"))
    store.close()
    remember_emptied(home, "2026-11-01")
    said = line("list")
    assert said.err == "After 30 days in the trash. Gone for good: 1 check-in.\n"
    assert line("list").err == ""
    assert [one["id"] for one in line("trash", "--json").json] == ["c0000002"]
    assert not [path for path in home.rglob("*.json*") if b"nobody else" in packed.read(path)]
    assert line("undo").err == "Undid: Check-in deleted: one-to-one, Nov 23 · Maya Okafor\n"
    assert line("undo").err == (
        "“Check-in deleted” can't be undone, nor what was changed before it: something in it is gone for good.\n"
    )
