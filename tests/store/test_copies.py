"""Of the copies in backups, a purge writes anew what it can read, and gives up what it can't, with the file it belongs to."""

import pytest
from graph_case import chain, put, raw, step

from advisory.store.disk import packed, snapshot
from advisory.store.disk.row import encode_header
from advisory.store.purge.chain import Chains
from advisory.store.purge.copies import Copies
from advisory.store.purge.gone import Gone

ONE, TWO = chain((4, 0x77), [put(1, "a")], [put(2, "b")])
GONE = Gone({}, ["c0000001"])


def rows(*steps):
    return encode_header(4, 0x77) + b"".join(one.row for one in steps)


def chains(*those):
    found = Chains(GONE)
    for one in those:
        found.add(one)
    return found


def dumped(*numbers, seq=4, crc=0x77):
    documents = {number: put(number, "ab"[number - 1])[2] for number in numbers}
    return snapshot.dump({"checkins": documents}, seq=seq, chain=crc, next_ids={"checkins": 3}, saved="then")


@pytest.fixture
def backups(tmp_path):
    place = tmp_path / "backups"
    place.mkdir()

    def put_there(**files):
        for name, data in files.items():
            (place / name).write_bytes(data)
        return Copies(tmp_path)

    return put_there


def names(paths):
    return [path.name for path in paths]


def written(copies, known=None):
    """What each copy is to hold; none is told twice."""
    told = [(path.name, data) for path, data in copies.written(known or chains(*copies.rows.values()), GONE)]
    assert len(told) == len(dict(told))
    return dict(told)


def test_what_goes_is_in_no_copy_any_more(backups):
    copies = backups(**{
        "backup-1.json": dumped(1, 2),
        "backup-1.journal.jsonl": rows(ONE, TWO),
        "backup-2.json.gz": packed.pack(dumped(1)),
        "before-1.json": dumped(2),
    })  # fmt: skip
    assert [(table, number) for table, number, raw in copies.documents() if b'"a"' in bytes(raw)] == [
        ("checkins", 1)] * 3  # fmt: skip
    known = chains(*copies.rows.values())
    assert written(copies, known) == {
        "backup-1.json": dumped(2),
        "backup-2.json.gz": packed.pack(dumped(), packed.QUICK),
        "backup-1.journal.jsonl": known.written(copies.rows[next(iter(copies.rows))]),
    }
    assert b'"a"' not in written(copies)["backup-1.journal.jsonl"]


def test_a_pair_that_is_lost_is_told_once_and_a_change_of_a_table_itself_holds_no_document(backups):
    table = ("checkins", None, raw(), raw())
    copies = backups(**{
        "backup-1.journal.jsonl": rows(TWO), "backup-1.json": b"{",
        "backup-2.json": b"{", "backup-2.journal.jsonl": rows(TWO),
        "backup-3.journal.jsonl": rows(step((4, 0x77), table, put(1, "a"))),
    })  # fmt: skip
    assert [(number, bytes(raw) == b"null") for _, number, raw in copies.documents()] == [(1, False), (1, True)]
    assert names(copies.lost) == ["backup-1.journal.jsonl", "backup-1.json", "backup-2.journal.jsonl", "backup-2.json"]
    assert names(path for path, data in copies.written(chains(*copies.rows.values()), GONE) if data == b"") == names(
        copies.lost
    )


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_rows_that_do_not_follow_each_other_are_lost_with_the_snapshot_beside_them(backups, suffix):
    copies = backups(**{
        f"backup-1.json{suffix}": packed.pack(dumped(1)) if suffix else dumped(1),
        "backup-1.journal.jsonl": rows(TWO),
        "backup-2.json": dumped(2),
    })  # fmt: skip
    assert names(copies.lost) == ["backup-1.journal.jsonl", f"backup-1.json{suffix}"]
    assert written(copies) == {"backup-1.journal.jsonl": b"", f"backup-1.json{suffix}": b""}


def test_a_snapshot_that_can_not_be_read_is_lost_with_its_rows_once_it_is_read(backups):
    copies = backups(**{
        "backup-1.json": b"{", "backup-1.journal.jsonl": rows(ONE), "torn-1.jsonl": b"", "damaged-1.json": dumped(1),
        "holiday.json": b"{", "holiday.jpg": b"", ".other.json": b"{",
    })  # fmt: skip
    assert (names(copies.lost), names(copies.foreign)) == (["damaged-1.json", "torn-1.jsonl"], ["holiday.jpg"])
    assert [number for _, number, _ in copies.documents()] == [1, 1]
    assert written(copies) == dict.fromkeys(
        ("damaged-1.json", "torn-1.jsonl", "backup-1.json", "backup-1.journal.jsonl"), b""
    )
    assert names(copies.foreign) == ["holiday.jpg", "holiday.json"]


def test_one_wrong_bit_that_leaves_no_json_is_put_right_on_the_way(backups):
    bit = b'"line":"b"', b'"line":#b"'
    copies = backups(**{"backup-1.json": dumped(1, 2).replace(*bit), "backup-2.json": dumped(2).replace(*bit)})
    assert [bytes(raw) for _, _, raw in copies.documents()] == [bytes(put(n, "ab"[n - 1])[2]) for n in (1, 2, 2)]
    assert written(copies) == {"backup-1.json": dumped(2), "backup-2.json": dumped(2)}
    assert names(copies.lost) == []


def test_a_copy_that_somebody_edited_stays_one_whose_every_bit_of_the_checksum_is_wrong(backups):
    now = written(backups(**{"edited-1.json": dumped(1, 2).replace(b'"line":"b"', b'"line":"by hand"')}))
    documents = {2: put(2, "by hand")[2]}
    whole = snapshot.dump({"checkins": documents}, seq=4, chain=0x77, next_ids={"checkins": 3}, saved="then")
    crc = whole.partition(b',"crc":"')[2][:8]
    assert now == {"edited-1.json": whole.replace(crc, b"%08x" % (int(crc, 16) ^ 0xFFFFFFFF))}
    assert snapshot.parse(now["edited-1.json"], "edited-1.json").edited
