"""Put a record with as little in it as is allowed into a store, without a verb: for tests of what is read."""

from typing import Any, TypeVar

from record_case import NOW, REQUIRED

from advisory.caseload.caseload import Caseload
from advisory.model import Record

R = TypeVar("R", bound=Record)


def add(caseload: Caseload, kind: type[R], /, **fields: Any) -> R:
    with caseload.store.change("Add", NOW) as change:
        return change.add(kind, **{**REQUIRED[kind], **fields})
