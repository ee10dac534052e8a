"""What commands share: tables, files by name, passphrases, what was asked to be included, and a folder that is made."""

import errno
import os
import stat
import sys
from pathlib import Path
from types import SimpleNamespace

import click
import pytest

from advisory.cli.base import give, passphrase
from advisory.cli.base.day import Day
from advisory.cli.base.options import DroppedFile, NamedFile
from advisory.cli.lines.table import cells, lay_out
from advisory.cli.year_end.keep import _need_folder
from advisory.rules.leaving.reason import Reason
from advisory.rules.refusal import Refusal


def test_a_table_is_as_wide_as_its_cells_and_cut_at_44_except_at_its_end():
    long = "x" * 44
    assert lay_out(["A", "B", "C"], [["1", long, long + "y"], ["22", "z", ""]]) == [
        f"A   B{' ' * 43}  C", f"1   {long}  {long}y", "22  z",
    ]  # fmt: skip
    assert lay_out(["A", "B"], [[long + "x", "1"]])[1] == f"{'x' * 43}…  1"
    assert lay_out(["A", "B"], [["字" * 22, "1"], ["字" * 23, "2"]])[1:] == [f"{'字' * 22}  1", f"{'字' * 21}…   2"]
    assert lay_out(["A"], [["x" * 50]]) == ["A", "x" * 50]
    assert [cells(text) for text in ("", "abc", "é", "e\u0301", "字", "Ａ", "\u200b", "\u20dd")] == [
        0,
        3,
        1,
        1,
        2,
        2,
        0,
        0,
    ]


def test_a_file_without_a_name_is_none():
    for kind, value in ((NamedFile(), ""), (NamedFile(), "  "), (NamedFile(), Path()), (DroppedFile(), " ")):
        with pytest.raises(click.BadParameter, match=r"^there is no name: say which file\.$"):
            kind.convert(value, None, None)
    assert NamedFile().convert("x.csv", None, None) == DroppedFile().convert("'x.csv'", None, None) == Path("x.csv")
    assert str(Day().convert("2026-09-11", None, None)) == str(Day().convert("9/11/2026", None, None)) == "2026-09-11"


def test_a_passphrase_comes_from_a_file_the_environment_or_a_question(tmp_path, monkeypatch):
    file, asked = tmp_path / "words", []
    file.write_bytes(b"four plain words\r\nsecond line\n")

    def prompt(question, **options):
        asked.append((question, options))
        return "some long words"

    monkeypatch.setattr(click, "prompt", prompt)
    monkeypatch.delenv("ADVISORY_PASSPHRASE", raising=False)
    assert passphrase.known_passphrase(file) == passphrase.new_passphrase(file) == "four plain words"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: False))
    for ask in (passphrase.known_passphrase, passphrase.new_passphrase):
        with pytest.raises(Refusal) as refused:
            ask(None)
        assert str(refused.value) == (
            "A passphrase is needed, and nobody can be asked: --passphrase-file FILE, or ADVISORY_PASSPHRASE."
        )
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    assert passphrase.known_passphrase(None) == passphrase.new_passphrase(None) == "some long words"
    hidden = {"hide_input": True, "err": True}
    assert asked == [
        ("The passphrase of the file", {**hidden, "confirmation_prompt": False}),
        ("A passphrase for the file, which its reader needs too", {**hidden, "confirmation_prompt": "The same again"}),
    ]
    monkeypatch.setenv("ADVISORY_PASSPHRASE", "from outside")
    assert passphrase.known_passphrase(None) == passphrase.new_passphrase(None) == "from outside"
    monkeypatch.setenv("ADVISORY_PASSPHRASE", "short")
    assert passphrase.known_passphrase(None) == "short"
    with pytest.raises(Refusal, match="too short"):
        passphrase.new_passphrase(None)


def test_what_went_out_in_part_is_said_if_it_was_logged_and_somebody_still_reads(monkeypatch):
    said = []
    monkeypatch.setattr(give, "talk", said.append)
    told = "Part of it may have gone out, so `advisory shared` lists it."
    for error, is_logged, sentences in (
        (OSError(errno.ENOSPC, "full"), True, [told]), (OSError(errno.ENOSPC, "full"), False, []), (BrokenPipeError(), True, []),
    ):  # fmt: skip
        said.clear()
        monkeypatch.setattr(give, "write_data", lambda _data, error=error: (_ for _ in ()).throw(error))
        with pytest.raises(type(error)):
            give._print(b"x", is_logged=is_logged)
        assert said == sentences


def test_what_is_included_is_what_was_named_and_all_that_is_private_if_so_asked():
    stays = [
        SimpleNamespace(record=SimpleNamespace(id=one), reason=reason)
        for one, reason in (
            ("c1", Reason.PRIVATE), ("w1", Reason.SENSITIVE), ("c2", Reason.STAFF_ONLY), ("c3", Reason.NAMES), ("c4", Reason.PRIVATE),
        )
    ]  # fmt: skip
    out = SimpleNamespace(
        leaving=SimpleNamespace(stays=stays), kept=[SimpleNamespace(id="d1-panel-1", reason=Reason.NAMES)]
    )
    for private, named, included in (
        (False, ("w1",), {"w1"}), (True, (), {"c1", "c4"}), (True, ("w1", "d1-panel-1"), {"c1", "c4", "w1", "d1-panel-1"}),
    ):  # fmt: skip
        assert give._included(out, SimpleNamespace(takes_private=private, includes=named)) == included
    for strange in ("c3", "c9"):
        with pytest.raises(Refusal) as refused:
            give._included(out, SimpleNamespace(takes_private=True, includes=("c1", strange)))
        assert str(refused.value) == f"{strange} is not among what can be included. --preview lists that, with ids."


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_a_folder_for_what_the_school_keeps_is_made_for_its_owner_alone(tmp_path):
    before = os.umask(0)
    try:
        _need_folder(tmp_path / "kept")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "kept").stat().st_mode) == 0o700
    _need_folder(tmp_path / "kept")
    (tmp_path / "file").touch()
    for name, why in (("file", "File exists"), ("none/kept", "No such file or directory")):
        with pytest.raises(Refusal) as refused:
            _need_folder(tmp_path / name)
        assert str(refused.value) == f"{tmp_path / name} can't be a folder: {why}."
