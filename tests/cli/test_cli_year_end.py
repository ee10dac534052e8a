"""`advisory year-end`: the checklist, and each step by its command, refused where nobody can be asked."""

import csv
import io
from json import loads
from types import SimpleNamespace

import pytest
from record_case import TODAY, make

from advisory.cli import run
from advisory.cli.year_end import purge
from advisory.cli.year_end.listing import rows_of
from advisory.model import CheckIn, Pact
from advisory.model.words import Kind, PactStatus
from advisory.rules.refusal import Refusal
from advisory.rules.year_end.pact_ending import PactEnding
from advisory.rules.year_end.steps import YearStep

YEAR = "2026-27"


def test_the_checklist_says_what_is_open_and_the_command_for_it(recorded):
    said = recorded("year-end")
    assert said.code == 0
    assert said.out.startswith(f"The end of {YEAR}\n\n1 of 9  Open pacts\n")
    for words in (
        "2 of 9  Open promises: 2", "  José Ñandú  Nov 23, 2026  call grandmother [f0000002]", "  → advisory year-end carry-on NAME…",
        "José Ñandú   grade 10  stays", "Terms of 2027-28  none yet", "Partnerships      3 to go on as they stand",
        "  Private, from before Aug 1, 2026  0 records",
    ):  # fmt: skip
        assert words in said.out, words


def test_pacts_are_closed_from_a_file_that_was_filled_in(line, begun, kept, tmp_path):
    form = tmp_path / "endings.csv"
    assert "fractions" in line("year-end", "close-pacts").out
    assert line("year-end", "close-pacts", "--form", str(form)).code == 0
    header, row = csv.reader(io.StringIO(form.read_text("utf-8-sig")))
    assert (header[-3:], row[1:4], row[5:]) == (
        ["ending", "student_says", "comes_next"], ["José Ñandú", "fractions", "pause"], ["", "", ""]
    )  # fmt: skip
    assert line("year-end", "close-pacts", str(form)).err == "No change.\n"

    def fill(*cells: str) -> None:
        form.write_text(",".join(header) + "\n" + ",".join([row[0], "", "", "", "", *cells]) + "\n", "utf-8")

    fill("soon", "", "")
    assert "“soon” is no ending" in line("year-end", "close-pacts", str(form)).err
    fill("Partly met", "", "")
    assert "José Ñandú, fractions: What does the student say" in line("year-end", "close-pacts", str(form)).err
    fill("Partly met", "I see it", "ratios")
    said = line("year-end", "close-pacts", str(form))
    assert (said.code, said.out) == (0, f"José Ñandú: fractions [{row[0]}], partly met\n")
    assert line("year-end", "close-pacts", str(form)).err == "No change.\n"
    row[0] = "g9999999"
    fill("met", "I see it", "ratios")
    assert line("year-end", "close-pacts", str(form)) == (
        1, "", f"{form}, line 2: there is no pact g9999999. Nothing was changed.\n"
    )  # fmt: skip
    form.write_text("a,b\n1,2\n", "utf-8")
    assert "has no columns id and ending" in line("year-end", "close-pacts", str(form)).err


def test_promises_leavers_and_partnerships_once_and_again(recorded):
    line = recorded
    assert line("year-end", "carry-on").code == 2
    said = line("year-end", "carry-on", "jose")
    assert said.out.count("José Ñandú: ") == 2
    assert said.err == "2 promises are due Sep 1, 2027. `advisory undo` takes it back.\n"
    assert line("year-end", "carry-on", "--all").err == "No promise is open there.\n"
    assert line("year-end", "go-on").err.startswith("3 partnerships go on into 2027-28")
    assert line("year-end", "go-on").err.startswith("Everybody's partnership goes on into 2027-28")
    assert line("year-end", "leave", "okafor").code == 2
    left = ("year-end", "leave", "okafor", "mayumi", "--transferred", "--since", "today")
    assert line(*left).err.startswith("Left, transferred: Maya Okafor and Mayumi Sato.")
    assert (
        line(*left).err == "Maya Okafor has left already (transferred).\nMayumi Sato has left already (transferred).\n"
    )
    assert "Maya Okafor  transferred  Nov 23, 2026" in line("year-end").out


def test_what_the_school_keeps_is_written_and_logged(begun, line, tmp_path):
    folder = tmp_path / "school"
    assert line("year-end", "keep", str(folder), "--preview").code == 0
    assert not folder.exists()
    assert line("year-end", "keep", str(folder), "--shared-with", "office").code == 0
    assert sorted(path.name for path in folder.iterdir()) == [f"counts-{YEAR}.csv", f"pacts-{YEAR}.csv"]
    assert "I can compare fractions" in (folder / f"pacts-{YEAR}.csv").read_text("utf-8")
    assert "fractions" not in (folder / f"counts-{YEAR}.csv").read_text("utf-8")
    assert [one["what"] for one in line("shared", "--json").json] == [
        f"counts of {YEAR}, for the school", f"pacts of {YEAR}, for the school"
    ]  # fmt: skip
    assert "shared Nov 23, 2026" in line("year-end").out
    assert line("year-end", "keep", str(folder / f"pacts-{YEAR}.csv")).code == 1


def test_a_purge_is_dry_until_everything_is_said(recorded, kept, tmp_path):
    line, usb = recorded, tmp_path / "usb.json"
    purge = ("year-end", "purge", "--before", TODAY.isoformat())
    said = line(*purge)
    assert said.out.startswith("Private and from before Nov 23, 2026: 1 check-in.")
    assert said.err == "Nothing was changed.\n"
    for more, refusal in (
        (("--without-backup",), "Is a records request open?"),
        (("--open-request", "--without-backup", "--confirm", "purge 1"), "while a records request is open"),
        (("--no-open-request",), "Where is the backup"),
        (("--no-open-request", "--keep-backup", str(usb)), "1 record would go"),
        (("--no-open-request", "--keep-backup", str(usb), "--confirm", "purge 2"), "To purge, type: purge 1"),
    ):
        said = line(*purge, *more)
        assert (said.code, refusal in said.err) == (1, True), said.err
    assert not usb.exists()
    said = line(*purge, "--no-open-request", "--keep-backup", str(usb), "--confirm", "purge 1")
    assert (said.code, "Gone for good: 1 check-in." in said.err) == (0, True), said.err
    assert "Showed the draft" in usb.read_text("utf-8")
    assert "purged" in line("undo").err
    assert line(*purge, "--no-open-request", "--without-backup", "--confirm", "purge 0") == (
        0,
        (
            "Nothing that a purge takes is from before Nov 23, 2026. It takes private check-ins, facts and evidence, jots, "
            "and insights that are resolved or parked.\n"
        ),
        "Nothing was changed.\n",
    )


def test_next_years_roster_says_who_stays_who_is_new_and_who_left(home, recorded, tmp_path, capsys):
    def in_autumn(*arguments: str) -> str:
        capsys.readouterr()
        assert run(["--home", str(home), "--today", "2027-09-06", *arguments]) == 0
        return "".join(capsys.readouterr())

    recorded("year-end", "leave", "okafor", "--graduated")
    recorded("year-end", "go-on")
    roster = tmp_path / "next.csv"
    roster.write_text("First Name,Last Name,Grade,Student Number\nJosé,Ñandú,11,0042\nIfe,Bello,9,0077\n", "utf-8")
    said = in_autumn("import", str(roster), "--dry-run")
    assert [name in said for name in ("Ife Bello", "José Ñandú", "Mayumi Sato", "Maya Okafor")] == [
        True,
        True,
        True,
        False,
    ]
    assert "1 new, 1 changed, 1 marked as left" in in_autumn("import", str(roster), "--mark-left")
    assert "No change." in in_autumn("import", str(roster), "--mark-left")
    shown = in_autumn("list", "--json")
    stages = {one["student"]: (one["grade"], one["stage"]) for one in loads(shown)}
    assert stages == {"José Ñandú": ("11", "alliance"), "Ife Bello": ("9", "rapport")}


def test_an_open_request_is_answered_with_yes_or_no(monkeypatch):
    """Enter alone is no answer, since the purge can't be undone."""
    monkeypatch.setattr(purge.sys.stdin, "isatty", lambda: True)
    for answer, is_open in (("no", False), (" N", False), ("yes", True), ("Y", True)):
        monkeypatch.setattr(purge, "ask_line", lambda _, answer=answer: answer)
        assert purge._has_open_request(None) is is_open
    for answer in ("", "maybe"):
        monkeypatch.setattr(purge, "ask_line", lambda _, answer=answer: answer)
        with pytest.raises(Refusal, match="neither yes nor no"):
            purge._has_open_request(None)


def test_pacts_that_go_on_and_what_is_unfinished_are_listed():
    caseload = SimpleNamespace(names={"s0000001": "Maya Okafor"})
    jots = [make(CheckIn, 1, line="A call", kind=Kind.QUICK_TOUCH), make(CheckIn, 2, line="", kind=Kind.QUICK_TOUCH)]
    paused, draft = (make(Pact, 1, title="essay", status=one) for one in (PactStatus.PAUSED, PactStatus.DRAFT))
    ending = (PactEnding.MET, "3 of 3 met")
    end = SimpleNamespace(pacts=[(paused, ending)], settled_pacts=[paused], jots=jots, pacts_not_agreed=[draft])
    assert list(rows_of(caseload, end, YearStep.PACTS, 2)) == [
        ("Maya Okafor", "3 of 3 met: met?", "essay [g0000001]"),
        ("Maya Okafor", "paused, it goes on", "essay [g0000001]"),
    ]
    unfinished = [
        ("Maya Okafor", "a note to finish", "A call [c0000001]"),
        ("Maya Okafor", "a note to finish", "seen briefly [c0000002]"),
        ("Maya Okafor", "a pact, draft", "essay [g0000001]"),
    ]
    assert list(rows_of(caseload, end, YearStep.UNFINISHED, 0)) == unfinished
    assert list(rows_of(caseload, end, YearStep.UNFINISHED, 2)) == [*unfinished, ("", "text never saved", "2 on Today")]
