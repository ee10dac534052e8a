"""handover and import: from one folder to another and back, encrypted or not, seen before and in one change."""

import json
from pathlib import Path

import pytest
from encrypted_case import age_encrypt, age_open
from record_case import TODAY

from advisory.cli import run

WORDS = "four plain words"


@pytest.fixture
def there(tmp_path, capsys):
    """`there("list")` runs a command on another advisor's folder."""

    def call(*arguments: str):
        capsys.readouterr()
        code = run(["--home", str(tmp_path / "there"), "--today", TODAY.isoformat(), *arguments])
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def written(recorded):
    """José, with something for staff, something shareable in which Maya is named, and much that is private."""
    recorded("checkin", "jose", "Maya explained it to him", "--visibility", "staff")
    recorded("know", "jose", "strengths", "Draws bridges", "--visibility", "shareable")
    recorded("know", "jose", "family", "Moved twice", "--sensitive")
    return recorded


def test_what_staff_may_read_arrives_once_and_nothing_private_leaves(written, there, tmp_path):
    file = str(tmp_path / "jose.json")
    refused = written("handover", "jose", "-o", file)
    assert (refused.code, refused.err.partition(". ")[0]) == (1, "Other students are named in it: Maya")
    assert not Path(file).exists()
    said = written("handover", "jose", "-o", file, "--names", "another", "--shared-with", "Ms. Ortiz")
    assert said.err.splitlines()[0] == f"The handover of 1 student written to {file}"
    assert said.err.splitlines()[-1] == "It is not encrypted: whoever has the file can read it."
    assert "private check-in" in said.err
    text = Path(file).read_text(encoding="utf-8")
    assert "Another student explained it to him" in text
    assert not any(word in text for word in ("Maya", "Moved", "lab notes", "Showed the draft"))
    assert "Ms. Ortiz" in written("shared").out

    code, out, err = there("import", file, "--dry-run")
    assert (code, err) == (0, "Dry run: nothing was changed.\n")
    assert out.startswith("Handover of Nov 23, 2026: 1 new, 0 here already.\nNew:\n  José Ñandú: 1 check-in, ")
    assert there("list", "--json")[1].strip() == "[]"
    assert there("import", file)[2] == "Imported: José Ñandú. `advisory undo` undoes it.\n"
    assert json.loads(there("list", "--json")[1])[0]["student_number"] == "0042"
    assert there("import", file)[2] == "Nothing was imported.\n"

    back = str(tmp_path / "back.json")
    there("handover", "--all", "-o", back)
    returned = written("import", back)
    assert (returned.code, returned.err) == (0, "Nothing was imported.\n")
    assert "  1 with nothing new" in returned.out
    there("undo")
    assert there("list", "--json")[1].strip() == "[]"


def test_a_encrypted_file_needs_the_passphrase_it_was_encrypted_with(written, there, tmp_path, monkeypatch):
    monkeypatch.setattr("advisory.exchange.handover.encrypted.encrypt", age_encrypt)  # as quick as a test needs it
    file, kept = tmp_path / "jose.age", tmp_path / "words"
    assert "nobody can be asked" in written("handover", "jose", "-o", str(file), "--names", "initials").err
    kept.write_text("short\n", encoding="utf-8")
    refused = written("handover", "jose", "-o", str(file), "--names", "initials", "--passphrase-file", str(kept))
    assert "too short: use at least 8 characters" in refused.err
    assert not file.exists()
    kept.write_text(f"{WORDS}\n", encoding="utf-8")
    said = written("handover", "jose", "-o", str(file), "--names", "initials", "--passphrase-file", str(kept))
    assert (said.code, "not encrypted" in said.err) == (0, False)
    assert b"advisory_handover" in age_open(file.read_bytes(), WORDS)
    assert there("import", str(file))[0] == 1
    monkeypatch.setenv("ADVISORY_PASSPHRASE", "four other words")
    assert there("import", str(file))[2] == f"The passphrase doesn't open {file}.\n"
    assert there("list", "--json")[1].strip() == "[]"
    monkeypatch.setenv("ADVISORY_PASSPHRASE", WORDS)
    assert there("import", str(file))[2].startswith("Imported: José Ñandú.")


def test_the_preview_shows_each_line_and_writes_nothing(written):
    shown = written("handover", "jose", "--preview")
    assert shown.code == 0
    assert "── José Ñandú\n  José Ñandú · grade 10 · number 0042" in shown.out
    assert "  known-well fact, Nov 23: Draws bridges" in shown.out
    assert "--include" not in shown.out
    assert "handover" not in written("shared").out


def test_who_it_is_has_to_be_said_where_the_file_does_not(written, there, tmp_path):
    file = str(tmp_path / "jose.json")
    written("handover", "jose", "-o", file, "--names", "another")
    assert written("handover", "-o", file).code == 2
    assert "Into which file?" in written("handover", "jose").err
    there("import", file)
    there("archive", "jose")
    assert "They had left, and stay so unless you take them back: use --returning." in there("import", file)[1]
    assert there("import", file, "--returning")[2].startswith("Imported: José Ñandú")
    only = f"{file} is a handover: only --dry-run, --unsure, --returning and --passphrase-file go with it.\n"
    for option in ("--class 1", "--sheet S", "--columns given=1", "--on 9/1", "--mark-left", "--with-left"):
        assert there("import", file, *option.split()) == (1, "", only)
    (tmp_path / "broken.json").write_text('{"advisory_handover": 2}', encoding="utf-8")
    code, _, err = there("import", str(tmp_path / "broken.json"))
    assert (code, "newer advisory" in err) == (1, True)


def test_a_namesake_is_asked_about_and_taken_in_as_is_said(written, there, tmp_path):
    file, roster = str(tmp_path / "jose.json"), tmp_path / "roster.csv"
    written("handover", "jose", "-o", file, "--names", "another")
    roster.write_text("Given name,Family name,Grade\nJosé,Ñandú,9\nJosé,Ñandú,11\n", encoding="utf-8")
    there("import", str(roster), "--unsure", "add")
    made = "Handover of Nov 23, 2026:"
    assert there("import", file) == (
        1,
        (
            f"{made} 0 new, 0 here already, 1 to ask about.\nNothing would change.\nTo ask about (nothing is written for these):\n"
            "  José Ñandú: 2 students have this name and nothing in the file tells them apart; it may be José Ñandú or José Ñandú\n"
        ),
        (
            f"{file} doesn't say who everybody in it is, so nothing was imported. Say it with --unsure: same (the one student "
            "named there), add (a new student) or leave-out.\n"
        ),
    )
    nothing = (0, f"{made} 0 new, 0 here already.\nNothing would change.\n", "Nothing was imported.\n")
    assert there("import", file, "--unsure", "leave-out") == nothing
    assert there("import", file, "--unsure", "add") == (
        0,
        (
            f"{made} 1 new, 0 here already.\nNew:\n  José Ñandú: 1 check-in, 1 partnership, 1 fact\n"
            "Check-ins from the file restart none of your clocks: they were another advisor's.\n"
        ),
        "Imported: José Ñandú (grade 10). `advisory undo` undoes it.\n",
    )
