"""Which folder everything is kept in: --home, or else ADVISORY_HOME, or else the system's usual one."""

from pathlib import Path

import platformdirs
import pytest

from advisory.settings.paths import HOME_VARIABLE, home_folder, state_folder


@pytest.fixture
def variable(monkeypatch, tmp_path):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "from-variable"))
    return tmp_path / "from-variable"


def test_a_folder_that_is_given_goes_before_the_variable(variable, tmp_path):
    assert home_folder(tmp_path / "given") == tmp_path / "given"
    assert home_folder(str(tmp_path / "given")) == tmp_path / "given"


def test_the_variable_goes_before_the_usual_folder(variable):
    assert home_folder() == home_folder(None) == home_folder("") == variable


@pytest.mark.parametrize("value", [None, ""])
def test_without_either_it_is_the_systems_usual_folder(monkeypatch, value):
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    if value is not None:
        monkeypatch.setenv(HOME_VARIABLE, value)
    assert home_folder() == Path(platformdirs.user_data_dir("advisory", appauthor=False))
    assert HOME_VARIABLE == "ADVISORY_HOME"


def test_what_is_kept_of_a_crash_goes_where_the_system_keeps_such_things():
    assert state_folder() == Path(platformdirs.user_state_dir("advisory", appauthor=False))


def test_a_folder_is_told_in_full(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "me"))
    assert home_folder("caseload") == tmp_path / "caseload"
    assert home_folder("~/caseload") == tmp_path / "me" / "caseload"


def test_the_home_of_somebody_unknown_is_a_name_like_any_other(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert home_folder("~nobody-of-that-name/x") == tmp_path / "~nobody-of-that-name" / "x"


def test_nothing_is_made_by_asking(variable):
    home_folder()
    assert not variable.exists()
