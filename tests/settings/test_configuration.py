"""The settings file: what can't be read is said and set aside, what is chosen is kept."""

import json
import os
import stat
import sys
from datetime import date
from pathlib import Path

import pytest

from advisory.model import THEMES, Settings
from advisory.model.day_order import show_date
from advisory.settings.configuration import FILE_NAME, Configuration


def written(folder: Path, content: bytes | str) -> Configuration:
    (folder / FILE_NAME).write_bytes(content.encode() if isinstance(content, str) else content)
    return Configuration(folder)


def test_without_a_file_the_usual_settings_are_used_in_silence(tmp_path):
    configuration = Configuration(tmp_path)
    assert (configuration.settings, configuration.notice) == (Settings(), "")
    assert list(tmp_path.iterdir()) == []


def test_a_choice_is_kept(tmp_path):
    Configuration(tmp_path).choose(theme=THEMES[1])
    Configuration(tmp_path).choose(keys={"undo": "U"}, day_first=True)
    assert Configuration(tmp_path).settings == Settings(theme=THEMES[1], keys={"undo": "U"}, day_first=True)
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_the_file_is_the_owners_alone_and_plain_to_read(tmp_path):
    Configuration(tmp_path).choose(idle_shade=10)
    path = tmp_path / FILE_NAME
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text(encoding="utf-8") == '{\n  "idle_shade": 10\n}\n'
    (tmp_path / f"settings.json.{os.getpid()}.new").write_bytes(b"what a killed program left, which is much longer")
    Configuration(tmp_path).choose(idle_shade=11)
    assert path.read_text(encoding="utf-8") == '{\n  "idle_shade": 11\n}\n'


BROKEN = {
    "no JSON": ("{theme", "malformed"),
    "empty": ("", "truncated"),
    "a list": ("[]", "object"),
    "other bytes": (b'{"theme": "\xff\xfe"}', ""),
    "nested too deep": (f'{{"keys": {"[" * 20_000}{"]" * 20_000}}}', "it is nested too deep"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_file_that_can_not_be_read_is_said_with_its_name_and_reason(tmp_path, case):
    content, reason = BROKEN[case]
    configuration = written(tmp_path, content)
    assert configuration.settings == Settings()
    assert configuration.notice.startswith("settings.json could not be read (")
    assert reason in configuration.notice
    assert str(tmp_path / FILE_NAME) in configuration.notice


def test_once_a_file_that_could_not_be_read_is_deleted_a_choice_is_kept(tmp_path):
    configuration = written(tmp_path, "{theme")
    (tmp_path / FILE_NAME).unlink()
    configuration.choose(theme=THEMES[2])
    assert Configuration(tmp_path).settings == Settings(theme=THEMES[2])
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_the_order_of_day_and_month_counts_as_soon_as_it_is_read_or_chosen(tmp_path):
    written(tmp_path, '{"day_first": true}')
    assert show_date(date(2026, 11, 23)) == "23 Nov 2026"
    Configuration(tmp_path).choose(day_first=False)
    assert show_date(date(2026, 11, 23)) == "Nov 23, 2026"


@pytest.mark.parametrize("case", BROKEN)
def test_what_could_not_be_read_is_kept_beside_once_a_choice_is_made(tmp_path, case):
    content = BROKEN[case][0]
    configuration = written(tmp_path, content)
    before = (tmp_path / FILE_NAME).read_bytes()
    configuration.choose(theme=THEMES[2])
    assert (tmp_path / "settings.unreadable.json").read_bytes() == before
    again = Configuration(tmp_path)
    assert (again.settings, again.notice, configuration.notice) == (Settings(theme=THEMES[2]), "", "")


def test_what_is_right_counts_and_each_wrong_setting_is_named_with_its_value(tmp_path):
    wrong = (
        '{"theme": "nope", "idle_shade": 9999, "day_first": true, "colour": "red", "keys": {"undo": 3, "redo": "f5"}}'
    )
    configuration = written(tmp_path, wrong)
    assert configuration.settings == Settings(day_first=True, keys={"redo": "f5"})
    for said in (
        '“theme” can\'t be "nope"',
        "“idle_shade” can't be 9999",
        "no setting “colour”",
        '“keys” can\'t be {"undo":3}',
    ):
        assert said in configuration.notice
    assert " - at " not in configuration.notice
    configuration.choose(has_begun=True)
    assert Configuration(tmp_path).settings == Settings(day_first=True, keys={"redo": "f5"}, has_begun=True)
    assert (tmp_path / "settings.unreadable.json").read_text("utf-8") == wrong


def test_a_file_that_may_not_be_opened_is_said(tmp_path, monkeypatch):
    def refuse(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    configuration = written(tmp_path, "{}")
    assert configuration.settings == Settings()
    assert configuration.notice.startswith("settings.json could not be read (Permission denied); ")


def test_a_folder_in_its_place_is_said(tmp_path):
    (tmp_path / FILE_NAME).mkdir()
    assert "could not be read" in Configuration(tmp_path).notice


def test_a_choice_that_can_not_be_written_holds_for_this_sitting(tmp_path):
    configuration = Configuration(tmp_path / "gone")
    assert configuration.choose(day_first=True).day_first
    assert configuration.settings.day_first
    assert not (tmp_path / "gone").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_in_its_place_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "settings.json")
    configuration = Configuration(tmp_path)
    assert "it is not a file" in configuration.notice
    assert configuration.settings == Settings()
    configuration.choose(day_first=True)
    assert Configuration(tmp_path).settings.day_first


@pytest.mark.parametrize(("length", "shown"), [(38, f'"{"x" * 38}"'), (39, f'"{"x" * 39}…')])
def test_a_long_value_is_cut_where_it_says_what_is_wrong(tmp_path, length, shown):
    configuration = written(tmp_path, json.dumps({"theme": "x" * length}))
    assert f"“theme” can't be {shown};" in configuration.notice
