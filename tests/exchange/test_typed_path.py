from pathlib import Path

import pytest
from each_row import each_row

from advisory.exchange.file.typed_path import completed, typed_path


@each_row(
    ("typed", "path"),
    [
        ("roster.csv", "roster.csv"),
        ("my file.csv", "my file.csv"),
        (r"my\ file.csv ", "my file.csv"),
        (r"/home/me/O\'Neil\ \(9b\).csv", "/home/me/O'Neil (9b).csv"),
        ("'/home/me/my file.csv'", "/home/me/my file.csv"),
        ('"/home/me/my file.csv" ', "/home/me/my file.csv"),
        (r"'/home/me/O'\''Neil.csv'", "/home/me/O'Neil.csv"),
        ("O'Neil.csv", "O'Neil.csv"),
        ("& 'my file.csv'", "my file.csv"),
        ("file:///home/me/my%20file.csv", "/home/me/my file.csv"),
        ("file:///home/me/Sch%C3%BCler.csv", "/home/me/Schüler.csv"),
        ("file://localhost/home/me/a.csv", "/home/me/a.csv"),
        ("'file:///home/me/a.csv'", "/home/me/a.csv"),
        ("file:/home/me/a.csv", "/home/me/a.csv"),
        ("file:///C:/Users/me/a.csv", "C:/Users/me/a.csv"),
        ("100%25.csv", "100%25.csv"),
        ("'my ''file.csv'", "my file.csv"),
        ('6"x9"list.csv', '6"x9"list.csv'),
        ('"6"x9"', '6"x9'),
        ("'", "'"),
        ("'a\"", "'a\""),
    ],
)
def test_what_a_terminal_makes_of_a_dropped_file(typed, path):
    assert typed_path(typed) == Path(path)


def test_a_file_that_is_called_so_comes_first(tmp_path):
    odd = tmp_path / r"my\ file.csv"
    odd.write_text("Ada Stone\n")
    assert typed_path(str(odd)) == odd


def test_a_home_is_found_and_an_unknown_one_refused(monkeypatch):
    monkeypatch.setenv("HOME", "/home/me")
    assert typed_path(r"~/my\ file.csv") == Path("/home/me/my file.csv")
    with pytest.raises(RuntimeError):
        typed_path("~nobody-of-that-name/a.csv")


def test_what_can_only_be_meant_is_added(tmp_path, monkeypatch):
    for name in ("roster one.csv", "roster two.csv", "survey.csv", ".hidden"):
        (tmp_path / name).touch()
    for name in ("lists", "over", "overview"):
        (tmp_path / name).mkdir()
    for typed, full in {
        "ro": "roster ",
        "roster o": "roster one.csv",
        "s": "survey.csv",
        "l": "lists/",
        "o": "over",
        "overv": "overview/",
        "nothing": "nothing",
        "roster ": "roster ",
        ".h": ".hidden",
        "": "",
    }.items():
        assert completed(f"{tmp_path}/{typed}") == f"{tmp_path}/{full}"
    assert completed("~nobody-of-this-name/x") == "~nobody-of-this-name/x"
    assert completed(f"{tmp_path}/no/such/folder") == f"{tmp_path}/no/such/folder"
    assert completed(f"{tmp_path}/lists") == f"{tmp_path}/lists/"
    monkeypatch.chdir(tmp_path)
    assert completed("sur") == "survey.csv"
    (tmp_path / "lists" / "only.csv").touch()
    assert completed("lists/") == "lists/only.csv"
    assert completed("'lists/'") == "lists/only.csv"
    monkeypatch.chdir(tmp_path / "lists")
    assert completed(" ") == "only.csv"
