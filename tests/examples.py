"""How many examples a property tries, and how many forms, dialogs or commands a test that goes through all of them.

The suite tries a share of them, the same ones every time. `.ci/run` and whoever looks for new ones (ADVISORY_NEW_EXAMPLES)
try all.
"""

import os
from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")
ALL = bool(os.environ.get("ADVISORY_ALL_EXAMPLES") or os.environ.get("ADVISORY_NEW_EXAMPLES"))


def some(of_all: int) -> int:
    """How many examples to try now, where a full run tries `of_all`."""
    return of_all if ALL else max(10, of_all // 4)


def some_of(them: Iterable[T]) -> list[T]:
    """Every third of them, beginning with the first; where a full run goes through all, all."""
    return list(them)[:: 1 if ALL else 3]
