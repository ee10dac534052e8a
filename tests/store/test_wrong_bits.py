"""Several wrong bits in advisory.json: no checksum tells them, but the copies do, and none of them is taken for an edit."""

import json
from binascii import crc32

import pytest
from examples import some
from folder_case import NOW, abandon, add_check_in, add_student, content, filled, lines_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisory.model import CheckIn, Student
from advisory.store import Store
from advisory.store.disk.outside.damage import wrong_bits
from advisory.store.disk.row import NOTHING
from advisory.store.disk.snapshot import HEAD
from advisory.store.disk.wrong_bit import snapshot_put_right
from advisory.store.doctor import examine, repair

SNAPSHOT = "advisory.json"


@pytest.fixture
def home(tmp_path):
    """Maya with three lines, and Ben and Cleo, in the snapshot; backups and history tell of them too."""
    folder = tmp_path / "home"
    filled(folder).close()
    for name in ("Ben", "Cleo"):
        store = Store.open(folder)
        with store.change("Add", NOW) as change:
            add_student(change, name)
            add_check_in(change, "s0000002", f"About {name}")
        store.close()
    folder.chmod(0o700)
    return folder


def edit(folder, *changes):
    path = folder / SNAPSHOT
    data = path.read_bytes()
    for old, new in changes:
        assert data.count(old) >= 1, old
        data = data.replace(old, new, 1)
    path.write_bytes(data)


def records(store):
    return {record.id: record for kind in (Student, CheckIn) for record in store.all(kind)}


def texts_of(folder):
    store = Store.open(folder)
    lines, notices, whats = lines_of(store), store.notices, [change.what for change in store.changes()]
    abandon(store)
    return lines, notices, whats


FLIPS = (b'"line":"Line 1"', b'"line":"Line 0"'), (b'"line":"Line 2"', b'"line":"Line 3"')
ALL = ["Line 0", "Line 1", "Line 2", "About Ben", "About Cleo"]


def test_two_wrong_bits_are_damage_from_the_start_and_both_texts_stay(home):
    whole = records(store := Store.open(home))
    abandon(store)
    edit(home, *FLIPS)
    damaged = (home / SNAPSHOT).read_bytes()
    store = Store.open(home)
    assert records(store) == whole
    (notice,) = store.notices
    assert notice.startswith("advisory.json has one wrong bit in each of these, as a bad disk leaves it")
    assert "accepted" not in notice
    store.close()
    assert damaged in [content(path) for path in (home / "backups").glob("edited-*.json.gz")]
    lines, notices, whats = texts_of(home)
    assert (lines, notices) == (ALL, ())
    assert "Changed outside advisory" not in whats
    assert examine(home).findings == ()


def test_only_the_edit_is_taken_from_a_file_with_an_edit_and_a_wrong_bit(home):
    edit(home, FLIPS[0], (b'"line":"Line 2"', b'"line":"Quite another"'))
    store = Store.open(home)
    assert [notice[:60] for notice in store.notices] == [
        "advisory.json has one wrong bit in this record, as a bad dis",
        "advisory.json was changed outside advisory: check-in of Maya",
    ]
    store.close()
    lines, _, whats = texts_of(home)
    assert lines == ["Line 0", "Line 1", "Quite another", "About Ben", "About Cleo"]
    assert whats[0] == "Changed outside advisory"


def test_a_wrong_bit_in_a_reference_moves_no_note_to_another_student(home):
    edit(home, (b'"student":"s0000002"', b'"student":"s0000003"'), FLIPS[0])
    store = Store.open(home)
    assert [one.student for one in store.all(CheckIn)] == ["s0000001"] * 3 + ["s0000002"] * 2
    assert "by no more: check-in of Maya Okafor on Nov 23, 2026, check-in of Ben" in store.notices[0]
    abandon(store)


@pytest.mark.parametrize(
    "flip",
    [
        (b'"kind":"one_to_one"', b'"kinf":"one_to_one"'),
        (b'"id":"c0000001"', b'"id":"c0000003"'),
        (b'"student":"s0000001"', b'"student":"s0000009"'),
        (b'"1":{"id":"c0000001"', b'"9":{"id":"c0000001"'),
        (b'"given_name":"Maya"', b'"gaven_name":"Maya"'),
    ],
)
def test_a_record_that_a_wrong_bit_made_unusable_is_as_its_copy_too(home, flip):
    whole = records(store := Store.open(home))
    abandon(store)
    edit(home, flip, FLIPS[1])
    store = Store.open(home)
    assert records(store) == whole
    store.close()
    assert texts_of(home)[:2] == (ALL, ())


def last_line(folder):
    return json.loads((folder / SNAPSHOT).read_bytes())["_meta"]["1"]


def flip_in_meta(folder, field):
    meta = last_line(folder)
    old = json.dumps(meta[field]).strip('"').encode()
    at = (folder / SNAPSHOT).read_bytes().index(b'"%b":' % field.encode()) + len(field) + 3
    data = bytearray((folder / SNAPSHOT).read_bytes())
    at = data.index(old, at)
    end = at + len(old) - 1
    one_bit_off = dict(zip(b"0123456789abcdef", b"1032547698cfafad", strict=True))
    data[end] = one_bit_off[data[end]]
    (folder / SNAPSHOT).write_bytes(bytes(data))
    assert last_line(folder)[field] != meta[field]


@pytest.mark.parametrize("field", ["chain", "seq"])
def test_the_copies_are_found_where_the_metadata_are_damaged_too(home, field):
    whole = records(store := Store.open(home))
    abandon(store)
    right = last_line(home)
    flip_in_meta(home, field)
    edit(home, FLIPS[0])
    store = Store.open(home)
    assert records(store) == whole
    assert len(store.notices) == 2
    assert "history and backups tell that it is change 6" in store.notices[0]
    assert "by no more: check-in of Maya Okafor on Nov 23, 2026. You see" in store.notices[1]
    with store.change("Check-in", NOW) as change:
        add_check_in(change, "s0000001", "One more")
    store.close()
    assert last_line(home)["seq"] == right["seq"] + 1
    lines, notices, whats = texts_of(home)
    assert (lines, notices) == ([*ALL, "One more"], ())
    assert len(whats) == 7, "the whole past is there"
    assert examine(home).findings == ()


@settings(deadline=None, max_examples=some(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text("abc é–", max_size=9), st.text("abc é–", max_size=9), st.integers(0, 6))
def test_only_what_differs_in_one_bit_is_damage(one, other, bit):
    def raw(text):
        return b'{"id":"c0000001","line":%b}' % json.dumps(text, ensure_ascii=False).encode()

    turned = chr(ord("q") ^ 1 << bit)
    flipped, edited = ("checkins", "1", raw(one + turned), raw(one + "q")), ("checkins", "2", raw(other), raw(one))
    added, gone = ("checkins", "3", raw(one), NOTHING), ("checkins", "9999", NOTHING, raw(other))
    found = wrong_bits([flipped, edited, added, gone]) if turned.isprintable() and turned not in '"\\' else [flipped]
    assert flipped in found
    is_one_bit = (
        len(raw(one)) == len(raw(other)) and (int.from_bytes(raw(one)) ^ int.from_bytes(raw(other))).bit_count() == 1
    )
    assert (edited in found) == is_one_bit or found == [flipped]
    assert added not in found
    assert gone not in found


META_FLIPS = [
    (b'"format":', b'"formav":'),
    (b'"seq":', b'"seu":'),
    (b'"chain":"', b'"ciain":"'),
    (b'"next":{', b'"nezt":{'),
    (b'"_meta":{', b'"_meua":{'),
    (b'"_meta":{"1"', b'"_meta":{"1b'),
    (b'"saved":"2', b'"saved":"0'),
    (b'"needs":', b'"neeus":'),
]


@pytest.mark.parametrize("flip", META_FLIPS)
@pytest.mark.parametrize("other", [FLIPS[0], (b'"given_name":"Maya"', b'"given_name":"Maxa"')])
def test_unreadable_metadata_are_no_proof_of_another_history(home, flip, other):
    whole, past = records(store := Store.open(home)), [change.seq for change in store.changes()]
    abandon(store)
    history = (home / "history/2026-11.jsonl").read_bytes()
    edit(home, flip, other)
    assert not [str(one) for one in examine(home).findings if "different histories" in str(one)]
    repair(home, NOW, pytest.fail)
    assert examine(home).findings == ()
    store = Store.open(home)
    assert records(store) == whole
    assert [change.seq for change in store.changes()][1:] == past
    abandon(store)
    assert (home / "history/2026-11.jsonl").read_bytes().startswith(history)


def test_an_edit_that_fits_one_wrong_bit_by_chance_changes_no_other_note(home):
    """In a file of megabytes, one edit in some hundreds does so."""
    whole = (home / SNAPSHOT).read_bytes()
    edited = edit_fitting_a_bit(whole, b"Line 1", b"About Ben")
    (home / SNAPSHOT).write_bytes(edited)
    right, at = snapshot_put_right(edited)
    assert at == edited.index(b"About Ben")
    assert right[at] != edited[at]
    assert [finding.what[:33] for finding in examine(home).findings] == [
        "its checksum is wrong: it was cha",
        "the check-in c0000002 differs fro",
    ]
    store = Store.open(home)
    assert [notice[:60] for notice in store.notices] == ["advisory.json was changed outside advisory: check-in of Maya"]
    store.close()
    lines, notices, whats = texts_of(home)
    assert (lines[0], lines[2:], notices) == ("Line 0", ALL[2:], ())
    assert lines[1].casefold() == "z" * 48
    assert whats[0] == "Changed outside advisory"


def edit_fitting_a_bit(data, text, flipped):
    """Replace a text by letters, some of them capitals, so that turning a bit of `flipped` makes the checksum right."""
    head = data.index(b"\n", 2) + 1
    meta, _, crc = data[:head].removeprefix(HEAD).rpartition(b',"crc":"')
    edited = bytearray(data.replace(text, b"z" * 48, 1))
    at, bit_at = edited.index(b"z" * 48), edited.index(flipped)

    def with_turned(*turned):
        other = bytearray(edited)
        for place, mask in turned:
            other[place] ^= mask
        return other

    def checksum(content):
        return crc32(content[head:], crc32(meta))

    wrong = checksum(with_turned((bit_at, 1))) ^ int(crc[:8], 16)
    solutions = {}  # by the highest bit of what turning some letters changes in the checksum
    for letter in range(at, at + 48):
        effect, letters = checksum(with_turned((letter, 0x20))) ^ checksum(edited), {letter}
        while effect and effect.bit_length() in solutions:
            other = solutions[effect.bit_length()]
            effect, letters = effect ^ other[0], letters ^ other[1]
        if effect:
            solutions[effect.bit_length()] = effect, letters
    capitals = set()
    while wrong:
        effect, letters = solutions[wrong.bit_length()]
        wrong, capitals = wrong ^ effect, capitals ^ letters
    return bytes(with_turned(*((letter, 0x20) for letter in capitals)))
