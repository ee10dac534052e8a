"""The whole log is read by a few fields only: its lines are those of whole records, newest first, without the trash."""

from record_case import TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.casework.trash import move_to_trash
from advisory.cli.lines.check_in_line import InLine, check_in_line
from advisory.model import CheckIn
from advisory.model.words import Kind, Visibility
from advisory.store import Store


def test_a_line_reads_the_same_from_a_few_fields(recorded, home):
    recorded("checkin", "jose", "First line\nsecond — ünï\u2028third", "--kind", "quick_touch")
    recorded("checkin", "jose", "")
    store = Store.open(home)
    whole = [check_in_line(one) for one in store.recent_check_ins()]
    parts = list(store.recent_parts(InLine))
    assert [check_in_line(one) for one in parts] == whole
    assert "First line ↵ second — ünï ↵ third" in whole[0] + whole[1]
    assert [(one.student, one.happened_on) for one in parts] == [
        (one.student, one.happened_on.isoformat()) for one in store.recent_check_ins()
    ]
    store.close()


def test_what_is_in_the_trash_is_not_listed(recorded, home):
    store = Store.open(home)
    caseload = Caseload(store, today=lambda: TODAY, now=ticking())
    move_to_trash(caseload, CheckIn, "c0000001")
    store.close()
    assert [line.rpartition("  ")[2] for line in recorded("log").out.splitlines()] == ["Called twice"]


def test_more_lines_than_are_written_at_a_time(line, home):
    store = Store.open(home)
    with store.change("Many", ticking()()) as change:
        for number in range(1201):
            change.add(
                CheckIn, student="s0000001", happened_on=TODAY, kind=Kind.ONE_TO_ONE, counts_contact=True,
                counts_one_to_one=True, visibility=Visibility.PRIVATE, line=f"Note {number}",
            )  # fmt: skip
    store.close()
    assert [row.rpartition("  ")[2] for row in line("log").out.splitlines()] == [
        f"Note {number}" for number in reversed(range(1201))
    ]
