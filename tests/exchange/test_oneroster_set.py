import random
import tracemalloc
import zipfile
import zlib

import pytest
from oneroster_case import USERS, write_set
from roster_case import ROSTERS, TODAY, read

from advisory.exchange.file.error import FileError
from advisory.exchange.oneroster.file_set import LARGEST_SET
from advisory.exchange.read_roster import read_roster


def pack(path, folder, inside="", compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compression, compresslevel=1) as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, f"{inside}{file.name}")
    return path


def refused(path):
    with pytest.raises(FileError) as error:
        read_roster(path, today=TODAY)
    assert str(path) in str(error.value)
    return str(error.value)


@pytest.mark.parametrize("inside", ["", "export/", "export/today/"])
def test_files_may_lie_further_in_a_zip(tmp_path, inside):
    assert len(read(pack(tmp_path / "set.zip", write_set(tmp_path / "set"), inside)).rows) == 2


def test_files_may_lie_in_a_folder_of_the_folder(tmp_path):
    write_set(tmp_path / "set" / "export")
    (tmp_path / "set" / "other").mkdir()

    assert len(read(tmp_path / "set").rows) == 2


def test_names_in_other_capitals_and_the_leavings_of_a_mac_do_no_harm(tmp_path):
    folder = write_set(tmp_path / "set")
    (folder / "users.csv").rename(folder / "Users.CSV")
    path = pack(tmp_path / "set.zip", folder)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("__MACOSX/._users.csv", b"\0\0")
        archive.writestr("__MACOSX/users.csv", b"\0\0")

    assert len(read(path).rows) == 2


def test_one_file_of_a_set_stands_for_the_set(tmp_path):
    assert len(read(write_set(tmp_path) / "users.csv").rows) == 2


def test_one_file_alone_is_no_set(tmp_path):
    (tmp_path / "users.csv").write_text(USERS)

    assert "one file of a OneRoster set" in refused(tmp_path / "users.csv")


def test_a_folder_of_something_else(tmp_path):
    (tmp_path / "Student.csv").write_text("SIS ID,First Name,Last Name\n")

    assert "has no users.csv" in refused(tmp_path)
    assert "It holds Student.csv" in refused(tmp_path)


def test_an_empty_folder(tmp_path):
    assert "has no users.csv" in refused(tmp_path)


def test_two_sets_are_one_too_many(tmp_path):
    write_set(tmp_path / "a")
    write_set(tmp_path / "b")

    assert "several OneRoster sets (a, b)" in refused(tmp_path)


def test_of_one_set_inside_another_the_outer_one_counts(tmp_path):
    folder = write_set(tmp_path / "set")
    path = pack(tmp_path / "set.zip", folder)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("last year/users.csv", USERS.replace("Ada", "Old"))

    assert [row.given_name for row in read(path).rows] == ["Ada", "Bo"]


def test_a_workbook_is_called_one(tmp_path):
    with zipfile.ZipFile(tmp_path / "roster.csv", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")

    assert "Excel" in refused(tmp_path / "roster.csv")


@pytest.mark.parametrize("size", [3, 70])
def test_a_bomb_is_not_unpacked(tmp_path, size):
    folder = write_set(tmp_path / "set")
    (folder / "users.csv").write_bytes(b"a" * (size * 1024 * 1024))

    assert "would unpack to" in refused(pack(tmp_path / "set.zip", folder))


def lie(path, claimed, *, checksum):
    """Let users.csv claim a size, in its own header and in the list, and perhaps the checksum of as much."""
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive, archive.open("users.csv") as users:
        held = users.read(claimed)
    for mark, name_at, crc_at in ((b"PK\x03\x04", 30, 14), (b"PK\x01\x02", 46, 16)):
        at = data.find(mark)
        while data[at + name_at : at + name_at + 9] != b"users.csv":
            at = data.index(mark, at + 1)
        if checksum:
            data[at + crc_at : at + crc_at + 4] = zlib.crc32(held).to_bytes(4, "little")
        data[at + crc_at + 8 : at + crc_at + 12] = claimed.to_bytes(4, "little")
    path.write_bytes(data)
    return path


CHECKSUMS = [True, pytest.param(False, marks=pytest.mark.every)]


@pytest.mark.parametrize("checksum", CHECKSUMS)
@pytest.mark.parametrize("megabytes", [0.1, 1.5, 150])
def test_a_zip_that_claims_a_thousand_bytes_is_counted_while_it_is_read(tmp_path, megabytes, checksum):
    """One that stops where the claim ends would be half a roster; one that believes it would fill the memory."""
    folder = write_set(tmp_path / "set")
    (folder / "users.csv").write_bytes(USERS.encode() + b"a" * int(megabytes * 1024 * 1024))
    path = lie(pack(tmp_path / "set.zip", folder), 1000, checksum=checksum)

    tracemalloc.start()
    told = refused(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert ("would unpack to more than " if megabytes > 1 else "is a damaged zip") in told
    assert peak < 2 * LARGEST_SET


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_that_can_only_be_unpacked_all_at_once_is_not(tmp_path, compression):
    folder = write_set(tmp_path / "set")

    assert "unusual way (users.csv); unpack it" in refused(pack(tmp_path / "set.zip", folder, compression=compression))


def test_a_zip_of_thousands_of_files_is_not_even_listed(tmp_path):
    path = tmp_path / "set.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(5001):
            archive.writestr(f"{number}.csv", b"")

    assert "thousands of files" in refused(path)


def test_many_files_that_are_too_large_together(tmp_path, monkeypatch):
    monkeypatch.setattr("advisory.exchange.oneroster.file_set.LARGEST_SET", 500)
    folder = write_set(tmp_path / "set")

    assert ": it would unpack to" in refused(pack(tmp_path / "set.zip", folder))
    with pytest.raises(FileError, match="larger than any roster"):
        read_roster(folder, today=TODAY)
    size = sum(path.stat().st_size for path in folder.iterdir())
    monkeypatch.setattr("advisory.exchange.oneroster.file_set.LARGEST_SET", size)
    assert read_roster(folder, today=TODAY).rows
    assert read_roster(pack(tmp_path / "set.zip", folder), today=TODAY).rows
    monkeypatch.setattr("advisory.exchange.oneroster.file_set.LARGEST_SET", size - 1)
    assert ": it would unpack to" in refused(pack(tmp_path / "set.zip", folder))


def test_a_password_is_called_one(tmp_path):
    path = pack(tmp_path / "set.zip", write_set(tmp_path / "set"))
    data = bytearray(path.read_bytes())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 1)
    path.write_bytes(data)

    assert "locked with a password" in refused(path)


def test_a_damaged_zip_is_refused_whatever_the_damage(tmp_path):
    whole = (ROSTERS / "oneroster-1.1.zip").read_bytes()
    chance = random.Random(5)
    path = tmp_path / "set.zip"
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 30)):
            data[chance.randrange(4, len(data))] = chance.randrange(256)
        path.write_bytes(data[: chance.choice([len(data), chance.randrange(4, len(data))])])
        told = ""
        try:
            read_roster(path, today=TODAY)
        except FileError as error:
            told = str(error)
        assert not told or str(path) in told
