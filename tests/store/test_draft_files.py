"""Text not saved yet: there after a crash, never in the way, and never under a name."""

import os
import stat
from datetime import timedelta

import pytest
from folder_case import NOW

from advisory.store import Draft, Drafts, WriteError
from advisory.store import drafts as written


@pytest.fixture
def drafts(tmp_path):
    return Drafts(tmp_path / "data")


def test_a_draft_is_there_again_until_it_is_discarded(tmp_path, drafts):
    drafts.save("check_in", "s0000003", {"line": "Half a thou"}, NOW)
    drafts.save("check_in", "s0000003", {"line": "Half a thought"}, NOW)
    drafts.save("capture", "", {"line": "ama brought"}, NOW - timedelta(minutes=1))
    again = Drafts(tmp_path / "data")
    assert again.load("check_in", "s0000003") == Draft("check_in", "s0000003", {"line": "Half a thought"}, NOW)
    assert [draft.form for draft in again.all()] == ["capture", "check_in"]
    again.discard("check_in", "s0000003")
    again.discard("check_in", "s0000003")
    assert again.load("check_in", "s0000003") is None
    assert [draft.form for draft in again.all()] == ["capture"]


def test_a_draft_is_private_and_called_by_ids(tmp_path, drafts):
    drafts.save("check_in", "s0000003", {"line": "x"}, NOW)
    (path,) = (tmp_path / "data/drafts").iterdir()
    assert path.name == "check_in-s0000003.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(("form", "student"), [("check_in", "Maya"), ("../check_in", ""), ("Check in", ""), ("", "s1")])
def test_a_name_is_not_taken_for_an_id(drafts, form, student):
    with pytest.raises(ValueError, match="a student's id"):
        drafts.save(form, student, {}, NOW)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff", b"[1]", b'{"form":"other","student":"","fields":{},"at":"2026-11-23T09:05:00Z"}']
)
def test_a_draft_that_cannot_be_read_is_set_aside(tmp_path, drafts, data):
    drafts.save("capture", "", {"line": "kept"}, NOW)
    folder = tmp_path / "data/drafts"
    (folder / "check_in.json").write_bytes(data)
    assert [draft.form for draft in drafts.all()] == ["capture"]
    assert (folder / "check_in.aside-1").read_bytes() == data
    assert not (folder / "check_in.json").exists()


def test_a_poisonous_draft_can_be_set_aside_and_none_is_overwritten(drafts):
    for line in ("one", "two"):
        drafts.save("capture", "", {"line": line}, NOW)
        path = drafts.set_aside("capture", "")
        assert line.encode() in path.read_bytes()
    assert drafts.all() == []
    assert drafts.set_aside("capture", "") is None
    assert len(list(path.parent.iterdir())) == 2


def test_a_draft_that_cannot_be_kept_is_told_and_the_one_before_stays(drafts, monkeypatch):
    drafts.save("capture", "", {"line": "before"}, NOW)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lambda _descriptor: (_ for _ in ()).throw(OSError(28, "No space left on device")))
        with pytest.raises(WriteError, match=r"^What you type could not be kept: No space left on device"):
            drafts.save("capture", "", {"line": "after"}, NOW)
    assert drafts.load("capture", "").fields == {"line": "before"}
    assert len(list(drafts.folder.iterdir())) == 1


def test_two_programs_that_type_into_one_form_lose_nothing(tmp_path):
    one, two = Drafts(tmp_path / "data"), Drafts(tmp_path / "data")
    for text in ("e", "eva from one"):
        one.save("check_in", "", {"text": text}, NOW)
        two.save("check_in", "", {"text": text.replace("eva from one", "leo from two")}, NOW + timedelta(minutes=1))
    one.save("check_in", "", {"text": "eva from one!"}, NOW)
    found = Drafts(tmp_path / "data").all()
    assert [draft.fields["text"] for draft in found] == ["eva from one!", "leo from two"]
    assert sorted(path.name for path in (tmp_path / "data/drafts").iterdir()) == ["check_in.2.json", "check_in.json"]
    assert Drafts(tmp_path / "data").load("check_in", "").fields == {"text": "leo from two"}


def test_what_was_read_goes_when_it_is_saved_but_not_what_was_written_since(tmp_path):
    one, two = Drafts(tmp_path / "data"), Drafts(tmp_path / "data")
    one.save("group", "", {"text": "one"}, NOW)
    two.save("group", "", {"text": "two"}, NOW)
    third = Drafts(tmp_path / "data")
    third.all()
    two.save("group", "", {"text": "two and more"}, NOW)
    third.discard("group", "")
    assert [draft.fields["text"] for draft in Drafts(tmp_path / "data").all()] == ["two and more"]


def test_a_draft_read_by_two_programs_is_not_replaced_by_both(tmp_path):
    Drafts(tmp_path / "data").save("check_in", "s0000003", {"text": "old"}, NOW)
    one, two = Drafts(tmp_path / "data"), Drafts(tmp_path / "data")
    for drafts in (one, two):
        drafts.all()
    one.save("check_in", "s0000003", {"text": "old one"}, NOW)
    two.save("check_in", "s0000003", {"text": "old two"}, NOW + timedelta(minutes=1))
    assert [draft.fields["text"] for draft in Drafts(tmp_path / "data").all()] == ["old one", "old two"]


def test_several_files_of_a_form_are_set_aside_one_by_one_and_replaced_by_one(tmp_path):
    for text in ("one", "two"):
        Drafts(tmp_path / "data").save("group", "", {"text": text}, NOW)
    reader = Drafts(tmp_path / "data")
    reader.all()
    reader.save("group", "", {"text": "one two"}, NOW)
    assert [draft.fields["text"] for draft in reader.all()] == ["one two"]
    assert reader.set_aside("group", "") is not None
    assert reader.set_aside("group", "") is None


def test_drafts_come_oldest_first_and_those_of_one_moment_in_the_order_of_their_files(tmp_path):
    one, two, three = (Drafts(tmp_path / "data") for _ in range(3))
    for drafts, text, minutes in ((one, "first file", 2), (two, "second file", 2), (three, "third file", 2)):
        drafts.save("check_in", "", {"text": text}, NOW + timedelta(minutes=minutes))
    for number, form in enumerate(("zoo", "group", "ask")):
        one.save(form, "", {"text": form}, NOW + timedelta(minutes=number * 2))
    again = Drafts(tmp_path / "data")
    assert [draft.fields["text"] for draft in again.all()] == [
        "zoo", "group", "first file", "second file", "third file", "ask",
    ]  # fmt: skip
    assert again.load("check_in", "").fields == {"text": "first file"}


def test_a_name_that_another_program_takes_in_the_same_moment_is_left_to_it(drafts, monkeypatch):
    write = written.write_atomically

    def taken_first(place, data, *, replace):
        if place.name == "check_in.json":
            write(place, b"theirs", replace=replace)
        write(place, data, replace=replace)

    monkeypatch.setattr(written, "write_atomically", taken_first)
    drafts.save("check_in", "", {"line": "mine"}, NOW)
    assert (drafts.folder / "check_in.json").read_bytes() == b"theirs"
    assert b"mine" in (drafts.folder / "check_in.2.json").read_bytes()


def test_one_that_can_be_neither_read_nor_renamed_stays_and_nothing_is_said_of_a_new_name(drafts, monkeypatch):
    drafts.save("capture", "", {"line": "kept"}, NOW)
    (drafts.folder / "check_in.json").write_bytes(b"{")

    def fails(*_paths):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(written, "replace", fails)
    assert [draft.form for draft in drafts.all()] == ["capture"]
    assert drafts.set_aside("capture", "") is None
    assert drafts.notices == []
    assert sorted(path.name for path in drafts.folder.iterdir()) == ["capture.json", "check_in.json"]
