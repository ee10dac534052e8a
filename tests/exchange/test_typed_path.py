from pathlib import Path

import pytest
from each_row import each_row

from advisory.exchange.file.typed_path import typed_path


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
