"""What the store will not do is a refusal (1); a folder that can't be written, or that another keeps, is a trouble (3)."""

import pytest
from record_case import TODAY

from advisory.cli.base.sitting import Sitting
from advisory.rules.refusal import Refusal
from advisory.store import Busy, DamagedError, Missing, Refused, Store


@pytest.fixture
def sitting(home) -> Sitting:
    return Sitting(str(home), TODAY, lambda *_, **__: 0)


def during(sitting: Sitting, error: Exception) -> None:
    with sitting.caseload():
        raise error


@pytest.mark.parametrize("error", [Refused("It has been changed since."), Missing("There is no student.")])
def test_what_the_store_refuses_is_a_refusal_in_its_words(sitting, error):
    with pytest.raises(Refusal, match=str(error)):
        during(sitting, error)


@pytest.mark.parametrize("error", [Busy("Another is writing."), DamagedError("The file is damaged.")])
def test_a_folder_in_trouble_stays_one(sitting, error):
    with pytest.raises(type(error), match=str(error)):
        during(sitting, error)


def test_a_folder_that_can_only_be_read_is_in_trouble(sitting, monkeypatch):
    monkeypatch.setattr(Store, "is_read_only", property(lambda _: True))
    with pytest.raises(Refused, match="is read-only"):
        during(sitting, Refused("It is read-only."))


def test_the_store_is_closed_whatever_happened(sitting, monkeypatch):
    closed = []
    close = Store.close
    monkeypatch.setattr(Store, "close", lambda store: closed.append(store) or close(store))
    with pytest.raises(Refusal):
        during(sitting, Refusal("No."))
    assert len(closed) == 1
