"""The files of history by themselves: which rows go into which, what is read from them backwards, and what hides them."""

import pytest
from graph_case import chain, put, raw, state, step

from advisory.store import DamagedError
from advisory.store.disk import history, packed, snapshot
from advisory.store.disk.outside import damage
from advisory.store.disk.row import encode_header
from advisory.store.doctor.examine import _history
from advisory.store.doctor.report import REPAIR

HEADER = encode_header(0, 0)


def dated(*days, text="x"):
    """Changes that follow each other, each on its day."""
    steps = []
    for number, day in enumerate(days, 1):
        before = steps[-1].after if steps else (0, 0)
        steps.append(step(before, put(number, text), at=f"{day}T09:00:00.000Z"))
    return steps


def rows(*steps):
    return b"".join(one.row for one in steps)


def files(folder):
    return {path.name: path.read_bytes() for path in sorted((folder / "history").iterdir())}


def backwards(folder, last, journal=b""):
    return [line.seq for line in history.changes_backwards(folder, journal, seq=last.after[0], chain=last.after[1])]


def test_each_row_goes_into_its_month_and_never_into_one_before_the_newest(tmp_path):
    one, two, three, four = dated("2026-10-31", "2026-11-01", "2026-09-09", "2026-12-01")
    history.archive(tmp_path, HEADER + rows(one, two))
    history.archive(tmp_path, encode_header(2, two.after[1]) + rows(three, four))
    assert files(tmp_path) == {
        "2026-10.jsonl": HEADER + one.row,
        "2026-11.jsonl": two.row + encode_header(2, two.after[1]) + three.row,
        "2026-12.jsonl": four.row,
    }
    assert backwards(tmp_path, four) == [4, 3, 2, 1]
    assert backwards(tmp_path, two) == [2, 1]
    assert history.last_seq(tmp_path) == 4
    with pytest.raises(DamagedError, match=r"^advisory\.journal\.jsonl holds a line that is not a change\.$"):
        history.archive(tmp_path, b"zzz\n")


def test_history_is_on_the_disk_when_it_is_written(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr(history, "sync_folder", synced.append)
    history.archive(tmp_path, HEADER)
    history.go_on_from(tmp_path, 1, 1)
    assert synced == [tmp_path / "history"] * 2


def test_what_an_interrupted_attempt_left_is_not_written_twice(tmp_path):
    one, two, three = dated(*["2026-11-23"] * 3)
    whole = HEADER + rows(one, two, three)
    for there in (
        b"",
        HEADER,
        HEADER + one.row,
        HEADER + rows(one, two),
        whole,
        HEADER + rows(one, two) + three.row[:9],
    ):
        (tmp_path / "history").mkdir(exist_ok=True)
        (tmp_path / "history" / "2026-11.jsonl").write_bytes(there)
        history.archive(tmp_path, whole)
        assert files(tmp_path) == {"2026-11.jsonl": whole}
    other = chain((7, 7), [put(1, "a")])[0].row
    (tmp_path / "history" / "2026-11.jsonl").write_bytes(other + two.row)
    history.archive(tmp_path, whole)
    assert files(tmp_path) == {"2026-11.jsonl": other + two.row + whole}


def test_the_journal_answers_for_rows_that_history_lost_and_damage_behind_the_first_change_is_none(tmp_path):
    one, two, three = dated(*["2026-11-23"] * 3)
    place = tmp_path / "history" / "2026-11.jsonl"
    place.parent.mkdir()
    place.write_bytes(b"zzz\n" + HEADER + rows(one, two))
    assert backwards(tmp_path, three, encode_header(2, two.after[1]) + three.row) == [3, 2, 1]
    place.write_bytes(HEADER + one.row + b"zzz\n")
    assert backwards(tmp_path, three, encode_header(1, one.after[1]) + rows(two, three)) == [3, 2, 1]
    with pytest.raises(DamagedError) as told:
        backwards(tmp_path, three, encode_header(2, two.after[1]) + three.row)
    assert str(told.value) == (
        "history/2026-11.jsonl holds a change that does not follow the line before it (its checksum differs). What came before "
        "it can't be undone; the records are not affected."
    )


def test_the_newest_damage_is_told_and_a_row_of_another_history_is_passed_over(tmp_path):
    one, two, three = dated(*["2026-11-23"] * 3)
    place = tmp_path / "history"
    place.mkdir()
    other = step(one.after, put(2, "other"), seq=2)
    november = place / "2026-11.jsonl"
    november.write_bytes(HEADER + rows(one, two) + encode_header(1, one.after[1]) + other.row)
    assert backwards(tmp_path, three, encode_header(2, two.after[1]) + three.row) == [3, 2, 1]
    november.write_bytes(HEADER + one.row + encode_header(2, two.after[1]) + three.row)
    assert backwards(tmp_path, three) == [3]
    for name, data in (
        ("2026-11.jsonl", b'{"journal":"x"}\n' + three.row),
        ("2026-10.jsonl", HEADER + one.row + b"zzz\n"),
    ):
        (place / name).write_bytes(data)
    with pytest.raises(
        DamagedError, match=r"^history/2026-11\.jsonl holds a change that is not the first line of a journal\."
    ):
        backwards(tmp_path, three)


def test_what_led_to_a_change_is_missed_only_where_there_must_have_been_a_history(tmp_path):
    one, two, three, four = dated(*["2026-11-23"] * 4)
    place, journal = tmp_path / "history", encode_header(3, three.after[1]) + four.row

    def missing(node=four.after, data=journal):
        return history.missing_before(tmp_path, data, seq=node[0], chain=node[1])

    assert missing() == 0
    place.mkdir()
    assert missing() == 3
    november = place / "2026-11.jsonl"
    november.write_bytes(HEADER + rows(one, two, three))
    assert missing() == 0
    november.write_bytes(HEADER + one.row + encode_header(2, two.after[1]) + three.row)
    assert missing() == 2
    november.write_bytes(encode_header(2, two.after[1]) + three.row)
    assert missing() == 0
    assert missing(two.after, b"") == 0
    assert missing(three.after, b"") == 0
    november.write_bytes(encode_header(2, two.after[1]) + three.row + b'{"seq":2,\n')
    assert missing() == 2
    november.write_bytes(encode_header(2, two.after[1]) + b"zzz\n" + three.row)
    assert missing() == 0
    november.write_bytes(HEADER + one.row + b"zzz\n" + three.row)
    assert missing() == 2
    november.write_bytes(encode_header(2, two.after[1]) + three.row)
    (tmp_path / "backups").mkdir()
    for seq, gap in ((3, 0), (2, 2)):
        kept = tmp_path / "backups" / f"advisory-2026-11-23-000000{seq}.json.gz"
        kept.touch()
        assert missing() == gap
        kept.unlink()
    (place / "2026-12.jsonl").mkdir()
    assert missing() == 2
    (place / "2026-12.jsonl").rmdir()
    restored = step((9, 9), seq=12, follows=9, schema=9, records="00000000")
    assert missing(restored.after, encode_header(9, 9) + restored.row) == 0


def test_the_last_row_is_found_however_long_it_is(tmp_path):
    assert history.last_seq(tmp_path) == 0
    one, two = dated("2026-11-23", "2026-11-23", text="x" * 70_000)
    history.archive(tmp_path, HEADER + rows(one, two))
    assert history.last_seq(tmp_path) == 2
    (tmp_path / "history" / "2026-12.jsonl").write_bytes(b"")
    assert history.last_seq(tmp_path) == 0


def test_history_is_hidden_where_something_else_stands_in_its_place_or_in_that_of_a_file(tmp_path):
    place = tmp_path / "history"
    assert not history.is_hidden(tmp_path)
    place.write_bytes(b"")
    assert history.is_hidden(tmp_path)
    place.unlink()
    place.symlink_to(tmp_path / "nowhere")
    assert history.is_hidden(tmp_path)
    with pytest.raises(DamagedError) as told:
        history.need_listed(tmp_path)
    assert str(told.value) == (
        f"{place} can't be read (No such file or directory), so what it holds can't be undone now. The records are not "
        "affected; check its permissions."
    )
    place.unlink()
    history.need_listed(tmp_path)
    place.mkdir()
    (place / "others").mkdir()
    assert not history.is_hidden(tmp_path)
    (place / "2026-11.jsonl").mkdir()
    assert history.is_hidden(tmp_path)
    assert history.months(tmp_path) == []


def test_history_goes_on_from_a_change_that_is_known_to_be_missing(tmp_path):
    one, two = dated("2026-11-23", "2026-11-24")
    history.go_on_from(tmp_path, 4, 7)
    assert files(tmp_path) == {"0000-00.jsonl": encode_header(4, 7)}
    assert [history.goes_on_from(tmp_path, seq) for seq in (4, 44, 5)] == [True, False, False]
    history.archive(tmp_path, HEADER + one.row)
    (tmp_path / "history" / "2026-11.jsonl").write_bytes(HEADER + one.row + two.row[:9])
    history.go_on_from(tmp_path, 2, 9)
    assert files(tmp_path)["2026-11.jsonl"] == HEADER + one.row + encode_header(2, 9)
    assert history.goes_on_from(tmp_path, 2)
    history.archive(tmp_path, encode_header(2, 9) + step((2, 9), ("checkins", "1", raw(base=7, x=1), raw())).row)
    assert not history.goes_on_from(tmp_path, 7)


def test_doctor_says_what_is_wrong_with_each_file_and_what_is_missing_once(tmp_path):
    one, two, three = dated("2026-10-31", "2026-11-23", "2026-11-24")
    history.archive(tmp_path, HEADER + rows(one, two, three))
    november = tmp_path / "history" / "2026-11.jsonl"
    name, safe = "history/2026-11.jsonl", "the records are not affected"
    missing = "history: it does not hold change 9, so that and what was changed before it can't be undone"
    take = f"{safe}; if another copy of this folder has these files, take them from there"

    def told(data, gap):
        november.write_bytes(data)
        return [(str(one).replace(REPAIR, "repair"), one.is_advice) for one in _history(tmp_path, gap)]

    assert told(rows(two, three), 0) == []
    assert told(rows(two, three), 9) == [(f"{missing}; {take}, or repair takes what backups still tell.", False)]
    assert told(two.row + encode_header(9, 7), 9) == [(f"{missing}; {take}.", True)]
    torn = f"{name}: the last line is incomplete, as after a crash; the next save cuts it off by itself."
    assert told(two.row + three.row[:9], 0) == [(torn, True)]
    assert told(two.row + three.row[:9], 9) == [(f"{missing}; {take}, or repair takes what backups still tell.", False)]
    bit = f"{name}, line 1: the line has one wrong bit, as a bad disk leaves it; repair fixes it."
    other = two.row.replace(b'"line":"x"', b'"line":"y"')
    bad = two.row.replace(b'"line":"x"', b'"line":"yes"')
    why = "the line does not follow the line before it (its checksum differs), so what was changed before it can't be undone"
    for gap in (0, 9):
        assert told(other + three.row, gap) == [(bit, False)]
        assert told(bad + three.row, gap) == [(f"{name}, line 1: {why}; {safe}; repair removes the line.", False)]


def test_where_an_edited_snapshot_ends_is_told_by_whichever_of_number_and_checksum_is_known(tmp_path):
    one, two, three = dated(*["2026-11-23"] * 3)
    history.archive(tmp_path, HEADER + rows(one, two))
    with (tmp_path / "history" / "2026-11.jsonl").open("ab") as file:
        file.write(b"zzz\n" + HEADER + step((8, 8), put(1, "x")).row)

    def found(seq, chain, end=0):
        there = state(seq=seq, chain=chain)
        there.end = end
        return damage.find_place(tmp_path, there), (there.seq, there.chain)

    told = (
        "advisory.json, line 2, no longer says with which change it ends, as a bad disk leaves it; history and backups tell that "
        "it is change 2."
    )
    for here in (two.after, (9, two.after[1]), (2, 99)):
        assert found(*here) == ("" if here == two.after else told, two.after)
        assert found(*here, end=5) == ("", here)
    assert found(9, 99) == ("", (9, 99))
    assert found(*step((8, 8), put(1, "x")).after)[0] == ""
    (tmp_path / "backups").mkdir()
    data = snapshot.dump({}, seq=two.after[0], chain=two.after[1] ^ 16, next_ids={}, saved="")
    packed.write(tmp_path / "backups" / "advisory-2026-11-23-0000002.json", data, replace=False)
    assert found(2, 99) == ("", (2, 99))
    assert found(9, two.after[1] ^ 16) == (told, (2, two.after[1] ^ 16))
    journal = encode_header(2, two.after[1]) + b"zzz\n" + three.row
    packed.write(tmp_path / "backups" / "advisory-2026-11-23-0000002.journal.jsonl", journal, replace=False)
    assert found(3, 99) == (told.replace("change 2", "change 3"), three.after)
    (tmp_path / "empty").mkdir()
    there = state(seq=2, chain=9)
    assert damage.find_place(tmp_path / "empty", there) == ""
