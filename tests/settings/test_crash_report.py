"""A report tells where, and nothing that anybody wrote."""

import stat
from datetime import UTC, datetime

import pytest

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


def test_it_is_written_for_its_owner_only_and_never_over_another(tmp_path):
    path = write_crash_report(caught(), tmp_path / "state", AT)
    assert path is not None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert write_crash_report(caught(), tmp_path / "state", AT) is None
    assert str(path) in crash_sentence(path)


def test_where_nothing_can_be_written_the_sentence_says_less(tmp_path):
    (tmp_path / "file").touch()
    assert write_crash_report(caught(), tmp_path / "file", AT) is None
    assert "written in" not in crash_sentence(None)
