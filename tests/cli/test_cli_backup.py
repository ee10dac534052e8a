"""backup: one file that holds everything."""

import stat


def test_a_backup_is_the_owners_alone_and_never_over_a_file(line, tmp_path):
    path = tmp_path / "usb.json"
    line("backup", str(path))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_bytes()
    said = line("backup", str(path))
    assert said.code == 1
    assert "is there already" in said.err
    assert path.read_bytes() == before


def test_without_a_file_it_is_kept_among_the_backups(line, home):
    said = [line("backup"), line("backup")]
    assert [each.code for each in said] == [0, 0]
    (first, second) = sorted(home.glob("backups/backup-*.json.gz"))
    assert first.read_bytes() == second.read_bytes()
    assert line("restore", first.name).code == 0


def test_a_folder_gets_a_file_named_after_the_day(line, tmp_path):
    (tmp_path / "usb").mkdir()
    assert line("backup", str(tmp_path / "usb")).code == 0
    assert [path.name[:7] for path in (tmp_path / "usb").iterdir()] == ["backup-"]


def test_a_place_that_is_not_there_is_refused(line, tmp_path):
    said = line("backup", str(tmp_path / "nowhere" / "usb.json"))
    assert said.code == 1
    assert "could not be written" in said.err
