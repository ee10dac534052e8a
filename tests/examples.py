"""How many examples a property tries, and which of many forms, dialogs, screens or commands a test goes through.

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


def some_of(them: Iterable[T], begin: int = 0) -> list[T]:
    """Every third of them from the one at `begin` on; in a full run all of them."""
    return list(them) if ALL else list(them)[begin::3]
