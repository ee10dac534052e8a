"""A file is never larger in memory than it may be, whatever the system says of its size."""

import os
import time

import pytest
from record_case import TODAY

from advisory.exchange.calendar.school_calendar import read_school_calendar, two_years
from advisory.exchange.file.error import FileError
from advisory.exchange.file.on_disk import read_file
from advisory.exchange.read_roster import read_roster

MEGABYTE = 1024 * 1024


def refusal(read, *arguments):
    with pytest.raises(FileError) as error:
        read(*arguments)
    return str(error.value)


def test_a_file_that_just_fits_is_read_and_one_byte_more_is_refused(tmp_path):
    path = tmp_path / "names.txt"
    path.write_bytes(b"12345")
    assert read_file(path, 5) == b"12345"
    assert refusal(read_file, path, 4) == f"{path} is 5 bytes, larger than any roster: at most 4 bytes."


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="no file that claims to be empty")  # noqa: PTH110
def test_a_file_that_claims_to_be_empty_is_counted_while_it_is_read(tmp_path):
    from pathlib import Path

    whole = read_file(Path("/proc/self/status"), 100_000)
    assert whole.startswith(b"Name:")
    assert refusal(read_file, Path("/proc/self/status"), 50) == (
        "/proc/self/status is larger than any roster: at most 50 bytes."
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name")
def test_a_pipe_that_nobody_writes_to_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "is not a file: give a CSV" in refusal(read_file, tmp_path / "pipe", 100)


@pytest.mark.parametrize("beginning", [b"", b"First Name,Last Name\n", b"PK\x03\x04", b"BEGIN:VCALENDAR\r\n"])
def test_three_hundred_megabytes_are_refused_at_once(tmp_path, beginning):
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.write(beginning)
        file.truncate(300 * MEGABYTE)
    begun = time.monotonic()
    assert f"{path} is 300 MB, larger than any roster" in refusal(lambda: read_roster(path, today=TODAY))
    assert f"{path} is 300 MB, larger than any school" in refusal(read_school_calendar, path, *two_years(TODAY))
    assert time.monotonic() - begun < 2
