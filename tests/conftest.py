"""What tests of several rooms use: a caseload on real files, told as of one Monday, and students made up on the spot."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from record_case import TODAY, make, ticking

from advisory.casework.caseload import Caseload
from advisory.model import Student
from advisory.store import Store


@pytest.fixture
def caseload(tmp_path: Path) -> Iterator[Caseload]:
    store = Store.open(tmp_path / "home")
    yield Caseload(store, today=lambda: TODAY, now=ticking())
    store.close()


@pytest.fixture(scope="session")
def student() -> Callable[..., Student]:
    """A student that no store holds: `student("Maya", "Okafor", 3, grade="10")`."""

    def one(given_name: str = "Maya", family_name: str = "Okafor", number: int = 1, **fields: object) -> Student:
        return make(Student, number, given_name=given_name, family_name=family_name, **fields)

    return one
