"""What the doctor says of a snapshot and a journal that don't belong together: every sentence, and when it is said."""

from pathlib import Path

import pytest
from graph_case import chain, graph_of, put, raw, state, step
from record_case import make

from advisory.model import ExportLog
from advisory.store.carried import shares_since
from advisory.store.codec import encode
from advisory.store.disk.row import NOTHING, Header, Line
from advisory.store.disk.snapshot import Meta
from advisory.store.doctor.choice import Choice
from advisory.store.doctor.graph import NO_CHANGE
from advisory.store.doctor.journal_report import _report_foreign, parted, report_choice, report_journal
from advisory.store.doctor.journal_scan import Chain, Change
from advisory.store.doctor.look import Look, _belongs
from advisory.store.doctor.place import Unreadable
from advisory.store.doctor.report import REPAIR, Report
from advisory.store.doctor.snapshot_scan import Scan

SNAPSHOT, JOURNAL, HISTORY = "advisory.json", "advisory.journal.jsonl", "history/2026-11.jsonl"
ONE, TWO, THREE = chain(NO_CHANGE, [put(1, "a")], [put(2, "b")], [put(3, "c")], where=HISTORY)
META = Meta(1, 9, 3, "00000077", {})


def look(choice=None, *, meta=META, changes=(), headers=(), **fields):
    rows = [Change(one.line, at, one.before[1]) for at, one in enumerate(changes, 2)]
    found = Chain([Header(journal=1, schema=9, base=base, chain=crc) for base, crc in headers], rows)
    return Look(Path(), Scan(meta, [], [], fits=True), found, b"", choice or Choice(graph_of()), **fields)


def said(report_on, *arguments, **words):
    report = Report()
    report_on(*arguments, report, **words)
    return [str(one).replace(REPAIR, "repair") for one in report.findings]


def test_what_the_other_files_know_is_told_with_the_change_that_the_snapshot_ends_with():
    graph = graph_of(ONE, TWO, THREE)
    path = Choice(graph, NO_CHANGE, THREE.after, (ONE, TWO, THREE))
    older = "an older one was put back, or a sync service has not brought the newer one; repair takes what came since from there."
    assert said(report_choice, look(path, opens_at=(2, 5))) == [
        f"{SNAPSHOT}: it ends with change 2, and {HISTORY} with change 3: {older}"
    ]
    assert said(report_choice, look(path, opens_at=THREE.after)) == []
    assert said(report_choice, look(path)) == [
        f"{SNAPSHOT}: it ends with change 0, and {HISTORY} with change 3: {older}"
    ]
    both = (ONE, TWO, THREE._replace(where="backups/x"), step(THREE.after, put(4, "d")))
    mixed = Choice(graph, None, both[-1].after, both)
    assert said(report_choice, look(mixed)) == [
        f"{SNAPSHOT}: it does not say with which change it ends, and backups/x and {HISTORY} with change 3: {older}"
    ]
    alone = Choice(graph, NO_CHANGE, both[-1].after, both[3:])
    assert said(report_choice, look(alone)) == []
    for came_from, hold in (
        (("a",), "a holds"),
        (("a", "b"), "together a and b hold"),
        (("a", "b", "c"), "together a, b and c hold"),
    ):
        taken = Choice(graph, NO_CHANGE, THREE.after, taken=state(), came_from=came_from)
        rest = f"and {hold} all records as of change 3: an older one is in its place; repair goes on from there."
        assert said(report_choice, look(taken)) == [f"{SNAPSHOT}: it ends with change 0, {rest}"]
        missing = look(taken)
        missing.snapshot = None
        assert said(report_choice, missing) == [f"{SNAPSHOT}: it is missing, {rest}"]
        assert said(report_choice, look(taken, is_instead=True)) == []


def test_a_journal_belongs_to_the_snapshot_whose_checksum_it_names_or_whose_number_if_one_is_damaged():
    mine = META.chain
    assert _belongs(look())
    assert _belongs(look(headers=[(3, mine)]))
    assert not _belongs(look(headers=[(4, mine)]))
    assert _belongs(look(headers=[(3, mine), (9, "00000009")]))
    assert not _belongs(look(headers=[(3, "00000078")]))
    assert _belongs(look(meta=None, headers=[(3, "00000078")]))
    missing = look(headers=[(3, mine)])
    missing.snapshot = None
    assert not _belongs(missing)
    missing.chain.headers[0] = Header(journal=1, schema=9, base=0, chain=mine)
    assert _belongs(missing)
    two = look(meta=Meta(1, 9, 2, f"{TWO.after[1]:08x}", {}), changes=[ONE, TWO], headers=[(0, "00000000")])
    assert _belongs(two)
    follows = look(meta=Meta(1, 9, 2, f"{TWO.after[1]:08x}", {}), changes=[THREE], headers=[(9, "00000009")])
    assert _belongs(follows)
    salvaged = look(headers=[(9, "00000009")])
    salvaged.chain.changes = [Change(Line(4, "", "", []), 2, None)]
    assert not _belongs(salvaged)
    bad = Unreadable(JOURNAL, 4, b"x", "is not a change")
    for base, last, there in ((2, 4, True), (3, 3, True), (4, 4, False), (1, 2, False)):
        (row,) = chain((last - 1, 0x55), [put(1, "a")])
        other = look(changes=[row], headers=[(base, "00000055")])
        assert not _belongs(other)
        other.chain.unreadable = [bad]
        assert _belongs(other) is there
        other.chain.unreadable, other.snapshot.fits = [], False
        assert _belongs(other) is there
    alone = look(headers=[(3, "00000078")])
    alone.snapshot.fits = False
    assert _belongs(alone)


def test_two_histories_are_told_by_their_ends_and_where_the_other_is():
    other = chain(ONE.after, [put(4, "d")], [put(5, "e")], [put(6, "f")], where="backups/other")
    graph = graph_of(ONE, TWO, *other)
    end = "repair goes on with the first and keeps the other in backups."

    def told(choice, node):
        finding = parted(look(choice), node)
        assert finding.done == "Kept in backups"
        return str(finding).replace(REPAIR, "repair")

    mine = Choice(graph, ONE.after, TWO.after, (TWO,))
    assert told(mine, other[-1].after) == (
        f"{SNAPSHOT}: two histories part after change 1: one ends with change 2, the other, in backups/other, with change 4; {end}"
    )
    far = graph_of(ONE, TWO, backup=((7, 7), state(put(1, "x"))))
    assert told(Choice(far, None, TWO.after), (7, 7)) == (
        f"{SNAPSHOT}: two histories differ: one ends with change 2, the other, in backup, with change 7; {end}"
    )
    from_nothing = graph_of(ONE, TWO, *chain(NO_CHANGE, [put(9, "z")], where="backups/new"))
    (new,) = (node for node in from_nothing.ends() if node != TWO.after)
    assert told(Choice(from_nothing, None, TWO.after), new) == (
        f"{SNAPSHOT}: two histories differ: one ends with change 2, the other, in backups/new, with change 1; {end}"
    )
    assert told(Choice(far), (7, 7)).startswith(f"{SNAPSHOT}: two histories differ: one ends with change 0, the other")
    assert said(report_choice, look(Choice(graph, NO_CHANGE, TWO.after, others=[other[-1].after])))[0].endswith(end)


def test_a_journal_that_was_cut_or_has_no_header_is_told():
    begins = f"{JOURNAL}, line 1: there is no line that begins a journal; repair goes on without it."
    twice = begins.replace("is no line that begins", "are two lines that begin")
    assert said(report_journal, look(changes=[ONE], headers=[(0, "00000000")])) == []
    assert said(report_journal, look(changes=[ONE])) == [begins]
    assert said(report_journal, look(changes=[ONE], headers=[(0, "00000000")] * 2)) == [twice]
    assert said(report_journal, look()) == []
    bad, wrong = Unreadable(JOURNAL, 4, b"x", "is not a change"), Unreadable(JOURNAL, 3, b"y", "has one wrong bit")
    odd = look(changes=[ONE])
    odd.chain.unreadable, odd.chain.repaired, odd.chain.torn = [bad], [wrong], b"z"
    assert said(report_journal, odd) == [
        f"{JOURNAL}, line 3: the line has one wrong bit; repair fixes it.",
        f"{JOURNAL}, line 4: the line is not a change; repair cuts the journal there, and saves what can be read of this line and those after it.",
        f"{JOURNAL}: the last line is incomplete, as after a power outage during writing; the next start sets it aside by itself.",
    ]
    differs = f"{JOURNAL}, line 1: its checksum of change 3 differs from the one in {SNAPSHOT}; repair fixes it."
    for headers, changes, belongs, found in (
        ([(3, "00000078")], [], True, [differs]), ([(3, "00000077")], [], True, []), ([(4, "00000078")], [], True, []),
        ([(3, "00000078")], [ONE], True, []),
    ):  # fmt: skip
        assert said(report_journal, look(headers=headers, changes=changes, belongs=belongs)) == found
    assert said(report_journal, look(meta=None, headers=[(3, "00000078")])) == []


def test_a_journal_of_another_history_is_told_unless_something_else_tells_of_it():
    graph = graph_of(ONE, TWO, THREE)
    past = Choice(graph, NO_CHANGE, THREE.after, (ONE, TWO, THREE))
    emptied = [f"{JOURNAL}: it is older than {SNAPSHOT}, which holds all its changes; repair empties it."]
    foreign = [
        f"{JOURNAL}: it does not follow {SNAPSHOT}: the two come from different histories; repair keeps it in backups and goes on without it."
    ]
    (other,) = chain((8, 8), [put(8, "h")])
    assert said(_report_foreign, look(past, changes=[ONE, TWO])) == emptied
    assert said(_report_foreign, look(past, changes=[ONE, other])) == foreign
    assert said(_report_foreign, look(past, headers=[(1, f"{ONE.after[1]:08x}")])) == emptied
    assert said(_report_foreign, look(past, headers=[(1, "00000009")])) == foreign
    assert said(_report_foreign, look(past, changes=[ONE], headers=[(9, "00000009")])) == emptied
    journal = Choice(graph, NO_CHANGE, THREE.after, (ONE, THREE._replace(where=JOURNAL)))
    assert said(_report_foreign, look(journal, changes=[ONE])) == []
    taken = Choice(graph, NO_CHANGE, THREE.after, taken=state())
    assert said(_report_foreign, look(taken, changes=[ONE])) == []
    assert said(_report_foreign, look(taken, changes=[other])) == foreign
    assert said(_report_foreign, look(Choice(graph, NO_CHANGE, ONE.after, loose=[other]), changes=[other])) == []
    parted_from = graph_of(ONE, TWO, other)
    assert (
        said(_report_foreign, look(Choice(parted_from, None, TWO.after, others=[other.after]), changes=[other])) == []
    )
    assert said(report_journal, look(past, changes=[other], headers=[(8, "00000008")], belongs=False)) == foreign
    assert (
        said(report_journal, look(past, changes=[other], headers=[(8, "00000008")], belongs=False, is_instead=True))
        == []
    )


def shares(*logs, next_id=1):
    """A state with these shares, and a check-in made at nine."""
    found = state(*(("exports", log.id[1:].lstrip("0"), encode(log)[0], NOTHING) for log in logs), put(1, "a"))
    found.next_ids["exports"] = max(next_id, found.next_ids.get("exports", 1))
    return found


@pytest.mark.parametrize("next_id", [1, 9])
def test_what_was_shared_since_is_carried_over_under_an_id_of_its_own(next_id):
    first, second = make(ExportLog, 1, what="page"), make(ExportLog, 2, what="table", to="office")
    source, now = shares(first), shares(first, second, next_id=next_id)
    assert shares_since(now, now) == []
    assert shares_since(now, source) == []
    ((table, number, document, before),) = shares_since(source, now)
    assert (table, number, document, before) == ("exports", "2", encode(second)[0], NOTHING)
    taken = shares(make(ExportLog, 1, what="page"), make(ExportLog, 2, what="another"), next_id=next_id)
    ((_, number, document, before),) = shares_since(taken, now)
    assert (number, before) == (str(max(3, next_id)), NOTHING)
    assert encode(make(ExportLog, int(number), what="table", to="office"))[0] == document
    here = [first, *(make(ExportLog, at, what=f"mine {at}") for at in (2, 3))]
    both = shares_since(shares(*here), shares(first, second, make(ExportLog, 3, what="third"), next_id=next_id))
    assert [number for _, number, _, _ in both] == ["4", "5"]
    later = make(
        ExportLog, 1, what="page", updated_at=first.updated_at.replace(hour=10), file_deleted_on=first.given_on
    )
    ((_, number, document, before),) = shares_since(source, shares(later))
    assert (number, document, before) == ("1", encode(later)[0], encode(first)[0])
    assert shares_since(shares(later), source) == []


def test_a_share_names_only_what_means_the_same_where_it_is_carried_to():
    log = make(ExportLog, 1, rows=("c0000001", "c0000002", "odd", "g0000005"), students=("s0000007",))
    now, source = (
        shares(log),
        state(("checkins", "1", raw(id="c0000001", created_at="2020-01-01T00:00:00Z"), NOTHING), put(2, "b")),
    )
    ((_, _, document, _),) = shares_since(source, now)
    assert document == encode(make(ExportLog, 1, rows=("c0000002", "g0000005"), students=("s0000007",)))[0]
    assert {table: source.next_ids[table] for table in ("checkins", "pacts", "students")} == {
        "checkins": 3, "pacts": 6, "students": 8,
    }  # fmt: skip
