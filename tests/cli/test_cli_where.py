"""where: the data folder."""

import pytest

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


@pytest.mark.parametrize(
    "name", ["advisory (1).json", "advisory.sync-conflict-20261123-090500-ABCDEFG.json", "history/2026-11 (1).jsonl"]
)
@pytest.mark.parametrize("is_damaged", [False, True])
def test_conflict_copies_are_told_with_what_to_do(line, home, name, is_damaged):
    (home / "history").mkdir(exist_ok=True)
    (home / name).write_bytes((home / "advisory.json").read_bytes())
    if is_damaged:
        (home / "advisory.json").write_bytes(b"{")
    said = line("where")
    assert said.out == f"{home}\n"
    assert f"Beside your file there is {name} in {home}: another computer may have written there." in said.err
    assert "look with `advisory doctor`, then move it away." in said.err
    assert said.code == 0
    assert name in line("doctor").out
