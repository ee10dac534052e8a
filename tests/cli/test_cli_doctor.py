"""doctor: findings on stdout, talk on stderr, and an exit code for each outcome."""

import pytest

from advisory.cli import run
from advisory.store.doctor import Examination, Finding, Repaired


@pytest.fixture
def damaged(home):
    path = home / "advisory.json"
    path.write_bytes(path.read_bytes().replace(b'"given_name":"Maya"', b'"given_name":Maya'))
    return path


def test_all_is_well(line, home):
    said = line("doctor")
    assert (said.code, said.out) == (0, "")
    assert said.err == f"Everything in {home} is in order.\n"


def test_findings_are_listed_with_their_place(line, damaged):
    before = damaged.read_bytes()
    assert "`advisory doctor`" in line("list").err
    said = line("doctor")
    assert said.code == 1
    assert said.out.startswith("advisory.json, line 5: the line is not one whole record; ")
    assert said.err == f"2 problems found in {damaged.parent}.\n"
    assert damaged.read_bytes() == before


def test_repair_puts_it_right_and_says_what_it_did(line, damaged):
    said = line("doctor", "--repair")
    assert said.code == 0
    assert "What was there is in backups/before-repair-" in said.err
    assert "Maya Okafor" in line("list").out
    assert line("doctor").code == 0


def test_a_backup_is_taken_only_when_agreed_to(line, home):
    line("checkin", "jose", "A second save")
    (home / "advisory.json").write_bytes(b"")
    said = line("doctor", "--repair")
    assert said.code == 1
    assert "Add --yes to say yes." in said.err
    assert (home / "advisory.json").read_bytes() == b""
    said = line("doctor", "--repair", "--yes")
    assert said.code == 0
    assert "A second save" in line("log").out


def test_what_cannot_be_read_at_all_is_said_by_the_code(line, home, tmp_path, capsys):
    assert run(["--home", str(tmp_path / "nowhere"), "doctor"]) == 3
    assert not (tmp_path / "nowhere").exists()
    assert "no folder" in capsys.readouterr().err
    (home / "advisory.json").write_bytes(
        b'{"_meta":{"1":{"format":9,"schema":9,"needs":"9.9","seq":1,"chain":"00000000","next":{}}}}'
    )
    said = line("doctor")
    assert said.code == 3
    assert "needs version 9.9" in said.err


def test_an_empty_folder_is_well(tmp_path, capsys):
    (tmp_path / "empty").mkdir(mode=0o700)
    assert run(["--home", str(tmp_path / "empty"), "doctor"]) == 0
    assert "nothing in" in capsys.readouterr().err
    assert list((tmp_path / "empty").iterdir()) == []


def test_a_folder_that_can_only_be_read_is_looked_at(line, home, monkeypatch):
    from advisory.store.disk.lock import KernelLock

    def refuse(*_args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(KernelLock, "__init__", refuse)
    assert line("doctor").code == 0
    said = line("doctor", "--repair")
    assert said.code == 3
    assert "Permission denied" in said.err


def test_all_is_well_is_not_said_of_records_that_lost_changes(line, home):
    line("checkin", "jose", "The last one")
    last = home / "advisory.last"
    number, checksum, _ = last.read_bytes().split()
    last.write_bytes(b"%12d %b\n" % (int(number) + 1, checksum))
    said = line("doctor", "--repair")
    assert "Could not be brought back: " in said.err
    assert "All is well" not in said.err
    assert said.err.endswith(f"Everything left in {home} is in order, but some of it is gone.\n")
    assert line("doctor").code == 0


def test_what_a_repair_did_and_one_finding_that_is_left_are_told_in_sentences(line, home, monkeypatch):
    finding = Finding("advisory.json", "a line is odd", "look at it")
    advice = Finding("backups", "a file is old", "take it away", is_advice=True)
    repaired = Repaired(("One line was put right", "Another too."), is_declined=True)
    monkeypatch.setattr("advisory.store.doctor.repair", lambda *_: repaired)
    monkeypatch.setattr("advisory.store.doctor.examine", lambda _: Examination((finding, advice)))
    assert line("doctor", "--repair") == (
        1,
        "advisory.json: a line is odd; look at it.\nAdvice: backups: a file is old; take it away.\n",
        f"One line was put right.\nAnother too.\nThe records were left as they are.\n1 problem found in {home}.\n",
    )
