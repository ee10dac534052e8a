"""A command line on a folder of its own, told as of one Monday, with three students in the caseload."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from record_case import TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.casework.student.add import add_student
from advisory.cli import run
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
