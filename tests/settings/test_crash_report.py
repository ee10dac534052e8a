"""A report tells where, and nothing that anybody wrote."""

import json
import os
import re
import stat
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest
from textual.app import App
from textual.worker import WorkerFailed

from advisory import __version__
from advisory.model import RecordError, Student
from advisory.settings.crash_report import crash_report, crash_sentence, write_crash_report

AT = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
NOTE = "Maya told me about her brother"


def fail(note: str) -> None:
    raise ValueError(note)


def caught() -> BaseException:
    with pytest.raises(RuntimeError) as caught_here:  # noqa: PT012 - one error because of another
        try:
            fail(NOTE)
        except ValueError as inner:
            raise RuntimeError(NOTE) from inner
    return caught_here.value


def test_no_message_and_no_value_is_in_it():
    report = crash_report(caught(), AT)
    assert NOTE not in report
    assert "builtins.RuntimeError" in report
    assert "builtins.ValueError" in report
    assert "test_crash_report.py" in report
    assert "in caught" in report


def test_the_whole_of_it():
    lines = crash_report(caught(), AT).splitlines()
    version, at, promise, *errors = lines
    assert version.startswith(f"advisory {__version__}, Python 3.")
    assert at == "2026-11-23T20:00:00+00:00"
    assert promise.endswith("it can be sent to the maintainers.")
    places = [re.sub(r":\d+ ", ":N ", line) for line in errors]
    assert places == [
        "",
        "builtins.RuntimeError",
        "  tests/settings/test_crash_report.py:N in caught",
        "",
        "builtins.ValueError",
        "  tests/settings/test_crash_report.py:N in caught",
        "  tests/settings/test_crash_report.py:N in fail",
    ]
    assert crash_report(caught(), AT).endswith("in fail\n")


def test_the_error_in_the_middle_of_another_is_in_it_too():
    with pytest.raises(KeyError) as error:  # noqa: PT012 - likewise
        try:
            fail(NOTE)
        except ValueError:
            {}["of a student"]
    assert "builtins.ValueError" in crash_report(error.value, AT)
    assert NOTE not in crash_report(error.value, AT)


async def test_the_error_of_a_worker_is_in_it_with_where_it_happened():
    class Failing(App[None]):
        def on_mount(self) -> None:
            self.run_worker(self.work())

        async def work(self) -> None:
            fail(NOTE)

    with pytest.raises(WorkerFailed) as failed:
        async with Failing().run_test():
            pass
    report = crash_report(failed.value, AT)
    assert report.index("textual.worker.WorkerFailed") < report.index("builtins.ValueError")
    assert report.endswith("in fail\n")
    assert "in work\n" in report
    assert NOTE not in report


def test_a_place_in_the_program_or_a_library_is_named_from_its_package_on():
    with pytest.raises(RecordError) as ours:
        Student(id="s0000001", given_name="", family_name="", created_at=AT, updated_at=AT, joined_on=AT.date())
    assert re.search(r"^  advisory/model/\w+\.py:\d+ in ", crash_report(ours.value, AT), re.MULTILINE)
    with pytest.raises(click.UsageError) as theirs:
        click.Command("x").make_context("x", ["--odd"])
    report = crash_report(theirs.value, AT)
    assert re.search(r"^  click/\w+\.py:\d+ in ", report, re.MULTILINE)
    assert str(Path.home()) not in report
    with pytest.raises(ValueError, match="Expecting") as elsewhere:
        json.loads("{")
    assert re.search(r"^  decoder\.py:\d+ in decode$", crash_report(elsewhere.value, AT), re.MULTILINE)


def test_it_is_written_for_its_owner_only_and_never_over_another(tmp_path):
    error = caught()
    path = write_crash_report(error, tmp_path / "deep" / "state", AT)
    assert path is not None
    assert path.read_text(encoding="utf-8") == crash_report(error, AT)
    assert path.name == f"crash-20261123-200000-{os.getpid()}.txt"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert write_crash_report(caught(), tmp_path / "deep" / "state", AT) is None
    assert str(path) in crash_sentence(path)


def test_where_nothing_can_be_written_the_sentence_says_less(tmp_path):
    (tmp_path / "file").touch()
    assert write_crash_report(caught(), tmp_path / "file", AT) is None
    assert "written in" not in crash_sentence(None)
