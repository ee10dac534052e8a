"""How many examples a property tries.

The suite tries a share of them, the same ones every time. `.ci/run` and whoever looks for new ones (ADVISORY_NEW_EXAMPLES)
try all.
"""

import os

ALL = bool(os.environ.get("ADVISORY_ALL_EXAMPLES") or os.environ.get("ADVISORY_NEW_EXAMPLES"))


def some(of_all: int) -> int:
    """How many examples to try now, where a full run tries `of_all`."""
    return of_all if ALL else max(10, of_all // 4)
