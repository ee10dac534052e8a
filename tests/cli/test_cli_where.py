"""where: the data folder."""

from advisory.cli import run


def test_the_folder_may_come_from_the_environment(home, monkeypatch, capsys):
    monkeypatch.setenv("ADVISORY_HOME", str(home))
    assert run(["where"]) == 0
    assert capsys.readouterr().out == f"{home}\n"
    assert run(["list"]) == 0
    assert "José Ñandú" in capsys.readouterr().out


def test_where_makes_nothing(tmp_path, capsys):
    assert run(["--home", str(tmp_path / "new"), "where"]) == 0
    assert not (tmp_path / "new").exists()
