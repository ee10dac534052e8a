"""`"`: what is highlighted goes to the clipboard or into a file, for the advisor; never while names are hidden."""

import base64
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from app_case import case_screen, command, do, message, open_app
from record_case import make

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.model import Evidence, FollowUp, KnownWell, Pact
from advisory.model.words import PactStatus, Visibility
from advisory.tui.commands.registry import BESIDE, COMMAND
from advisory.tui.words.copied import copied

NOTHING = {
    "check_in": None,
    "learning": None,
    "fact": None,
    "promise": None,
    "own_pact": None,
    "row": "",
    "student": "",
}


async def test_a_private_note_is_copied_whole_then_written_to_a_file(
    demo: Caseload, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("TERM_PROGRAM", raising=False)
    maya = demo.one("maya")
    record_check_in(demo, maya.id, "Drew a trough", body="And a crest. " * 20)
    async with open_app(demo, screen="log") as pilot:
        sent: list[str] = []
        monkeypatch.setattr(pilot.app._driver, "write", sent.append)
        await command(pilot, "copy")
        text = base64.b64decode(next(one for one in sent if "]52;c;" in one).split(";")[-1].rstrip("\a")).decode()
        assert text.splitlines()[1:] == ["Drew a trough", "And a crest. " * 20]
        assert message(pilot) == (
            f'Copied: one-to-one, Nov 23, private, for you only; " again writes it to a file · {demo.shorts[maya.id]}'
        )
        await command(pilot, "copy")
        path = tmp_path / "copied-2026-11-23.txt"
        assert path.read_text("utf-8") == f"{text}\n"
        assert str(path) in message(pilot)


def test_what_is_copied_says_private_only_of_what_may_leave_for_nobody(demo: Caseload) -> None:
    desk = SimpleNamespace(caseload=demo)
    own = {"student": demo.one("maya").id}

    def is_private(**row: Any) -> bool:
        taken = copied(desk, SimpleNamespace(**{**NOTHING, **row}), "drawn")
        assert taken.called != "the line"
        return taken.is_private

    assert is_private(learning=make(Evidence, **own))
    assert not is_private(learning=make(Evidence, **own, visibility=Visibility.SHAREABLE))
    assert is_private(fact=make(KnownWell, **own, visibility=Visibility.SHAREABLE, sensitive=True))
    assert is_private(fact=make(KnownWell, **own))
    assert not is_private(fact=make(KnownWell, **own, visibility=Visibility.SHAREABLE))
    assert not is_private(own_pact=make(Pact, **own, status=PactStatus.ACTIVE))
    assert is_private(row="promise", promise=make(FollowUp, **own))


async def test_nothing_is_copied_while_names_are_hidden_or_a_student_looks_on(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await do(pilot, "copy")
        line = pilot.app.clipboard
        assert demo.names[case_screen(pilot).highlighted.student] in line
        await command(pilot, "line-down", "shade", "copy")
        assert pilot.app.clipboard == line
        assert message(pilot) == "Names are hidden, so nothing is copied. ^n shows them."
    assert BESIDE not in COMMAND["copy"].where
