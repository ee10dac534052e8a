"""A command line on a folder of its own, on one Monday, with three students in the caseload."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from cli_case import NEW_PACT
from msgspec.structs import replace
from record_case import TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.casework.pact.draft import draft_pact
from advisory.casework.student.add import add_student
from advisory.casework.student.set_focal import set_focal
from advisory.cli import run
from advisory.model import Evidence, Indicator, Partnership
from advisory.model.words import EvidenceSource, Independence, Level, Observer, PactStatus, Stage
from advisory.store import Store


class Said(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """José Ñandú and two students whose names begin alike."""
    folder = tmp_path / "home"
    store = Store.open(folder)
    caseload = Caseload(store, today=lambda: TODAY, now=ticking())
    add_student(caseload, given_name="José", family_name="Ñandú", student_number="0042", grade="10")
    add_student(caseload, given_name="Maya", family_name="Okafor")
    add_student(caseload, given_name="Mayumi", family_name="Sato")
    store.close()
    return folder


@pytest.fixture
def line(home: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """`line("list", "--json")` runs one command on `home`."""

    def call(*arguments: str) -> Said:
        capsys.readouterr()
        code = run(["--home", str(home), "--today", TODAY.isoformat(), *arguments])
        return Said(code, *capsys.readouterr())

    return call


@pytest.fixture
def recorded(line):
    """José was seen on Friday and promised something, Maya was not reached; both have history."""
    line("checkin", "jose", "Showed the draft", "--on", "fri", "--minutes", "5", "--tag", "essay")
    line("checkin", "maya", "Called twice", "--kind", "family_contact", "--not-reached")
    line("promise", "jose", "bring lab notes", "--due", "fri")
    line("promise", "jose", "call grandmother", "--due", "today")
    line("move", "jose", "alliance", "--reason", "Asked for a target")
    return line


@pytest.fixture
def partnerships(line, home):
    """José is in Alliance again after a way back, with two signs and one piece of evidence; Maya is focal."""
    for to, reason in (("alliance", "Asked once"), ("rapport", "Too fast"), ("alliance", "Asked for a target")):
        line("move", "jose", to, "--reason", reason)
    line("checkin", "okafor", "Talked", "--on", "2026-11-13")
    store = Store.open(home)
    caseload = Caseload(store, today=lambda: TODAY, now=ticking())
    jose, maya = caseload.one("jose").id, caseload.one("okafor").id
    set_focal(caseload, maya, focal=True)
    draft_pact(caseload, jose, "I can say where my evidence comes from", title="essay")
    seen = {"student": jose, "stage": Stage.RAPPORT}
    with store.change("Seen", caseload.now()) as change:
        change.add(Indicator, key="student_started", observed_on=date(2026, 11, 20), by=Observer.STUDENT, **seen)
        change.add(
            Indicator,
            key="common_ground",
            observed_on=date(2026, 8, 3),
            by=Observer.ADVISOR,
            line="Both like maps",
            **seen,
        )
        change.add(
            Evidence,
            student=jose,
            seen_on=date(2026, 11, 19),
            source=EvidenceSource.QUIZ,
            seen="Two of three",
            level=Level.GETTING_THERE,
            independence=Independence.WITH_PROMPTS,
        )
        (partnership,) = change.of_student(Partnership, maya)
        change.put(replace(partnership, next_step="Ask about the choir"))
    store.close()
    return line


@pytest.fixture
def with_pact(home):
    """José has an active pact about fractions."""
    store = Store.open(home)
    caseload = Caseload(store, today=lambda: TODAY, now=ticking())
    pact = draft_pact(caseload, caseload.one("jose").id, "I can compare fractions", title="fractions", area="math")
    with store.change("Agreed", caseload.now()) as change:
        change.put(replace(pact, status=PactStatus.ACTIVE))
    store.close()


@pytest.fixture
def kept(line, home):
    """The caseload as it is after the last command."""
    stores = []

    def look() -> Store:
        stores.append(Store.open(home))
        return stores[-1]

    yield look
    for store in stores:
        store.close()


@pytest.fixture
def begun(line):
    """José has a pact that both keep."""
    assert line(*NEW_PACT).code == 0
    assert line("pact", "begin", "jose", "--both-agree", "spoken").code == 0
