"""Folders made by hand that once stopped a start: every command runs on what can be used, and doctor tells and mends."""

import json
import shutil
from pathlib import Path

import pytest
from fuzzed_case import put

from advisory.cli import run
from advisory.store import Drafts
from advisory.store.disk import packed

SAMPLES = Path(__file__).parent / "samples"
READING = ("today", "list", "board", "year", "log", "next", "known", "insights", "pacts", "signs", "week", "where")
WRONG = {
    "08-checkin-year-1": ("happened on is 0001-01-01; it must be in the years 1900 to 2199", "0001-01-01"),
    "09-term-year-1": ("starts on is 0001-01-01; it must be in the years 1900 to 2199", "9999-12-31"),
    "10-dangling-student": ("s0000005, and there is no such", "Wanted to finish the page instead; fair."),
    "12-doctor-crash-twice-dangling": ("indicators is i0000099, and there is no such record", "A year of bread"),
}
"""Sample → what doctor says of it, and a word of it that must stay somewhere."""


@pytest.fixture
def call(tmp_path, capsys):
    """`call("list")` runs a command on the folder: its exit code and what it wrote."""

    def run_on(*arguments: str) -> tuple[int, str]:
        code = run(["--home", str(tmp_path / "home"), "--today", "2026-11-23", *arguments])
        return code, "".join(capsys.readouterr())

    return run_on


def words_in(folder: Path) -> str:
    return "".join(packed.read(path).decode() for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.mark.parametrize("as_by_hand", [True, False])
@pytest.mark.parametrize("sample", WRONG)
def test_each_command_opens_with_the_rest_and_doctor_tells_and_mends(sample, as_by_hand, call, tmp_path):
    """As they are they look edited by hand; with the right checksum a record is only found when it is read."""
    says, word = WRONG[sample]
    home = tmp_path / "home"
    put(home, json.loads((SAMPLES / f"{sample}-advisory.json").read_bytes()), as_by_hand=as_by_hand)
    telling = set()
    for command in READING:
        code, said = call(command)
        assert (command, code) == (command, 0), said
        telling |= {command} if "can't be used" in said else set()
    if "12" in sample:
        assert telling == set()
    elif as_by_hand:
        assert telling == set(READING)
    else:
        assert telling >= {"today", "list", "log"}
    code, said = call("doctor")
    assert code == 1
    assert says in said
    assert "is in order" not in said
    assert call("doctor", "--repair")[1].count(f"Everything in {home} is in order.") == 1
    for command in READING:
        assert call(command)[0] == 0
    assert call("doctor") == (0, f"Everything in {home} is in order.\n")
    assert word in words_in(home)


def test_two_drafts_of_one_instant_one_without_a_zone(tmp_path):
    shutil.copytree(SAMPLES / "07-naive-draft", tmp_path / "drafts")
    drafts = Drafts(tmp_path)
    assert [draft.student for draft in drafts.all()] == ["s0000002"]
    (notice,) = drafts.notices
    assert "check_in-s0000001.json" in notice
    assert "an instant with a time zone" in notice
    assert (tmp_path / "drafts/check_in-s0000001.aside-1").read_bytes() == (
        SAMPLES / "07-naive-draft/check_in-s0000001.json"
    ).read_bytes()
