"""The folder that keys are measured on holds what the years of an advisor hold."""

from pathlib import Path

from advisory.caseload.caseload import Caseload
from advisory.model import FollowUp, Leave, Pact, Term
from advisory.store import Store
from tests.bench.sample import NOW, TODAY
from tests.bench.school_years import CLASS, JOTS, LEAVES_A_YEAR, fill_school_years


def test_there_is_more_in_it_than_students_and_check_ins(tmp_path: Path) -> None:
    fill_school_years(tmp_path / "years", 1)
    store = Store.open(tmp_path / "years")
    caseload = Caseload(store, today=lambda: TODAY, now=lambda: NOW)
    assert len(store.all(Term)) == 4
    assert len(store.all(Leave)) > LEAVES_A_YEAR
    assert len(caseload.jots) == JOTS
    assert len(store.all(FollowUp)) == len(caseload.students) == CLASS
    assert len(store.all(Pact)) == CLASS // 2
    store.close()
