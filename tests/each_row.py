"""One test for a whole table of words or rows: it goes through all of them and names every one that fails.

`@each_row(("text", "days"), [("mon", (0,)), ...])` stands where `@pytest.mark.parametrize` would make a test of each row.
The rows share the fixtures: where each needs a set-up of its own, parametrize.
"""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import pytest


def each_row(names: str | tuple[str, ...], rows: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    table = [row if isinstance(names, tuple) else (row,) for row in rows]
    columns = names if isinstance(names, tuple) else (names,)
    if not table:
        raise ValueError(f"a table without a row for {', '.join(columns)} tests nothing")

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def every_row(**fixtures: Any) -> None:
            failures: list[tuple[str, BaseException]] = []
            for row in table:
                try:
                    test(**fixtures, **dict(zip(columns, row, strict=True)))
                except (Exception, pytest.fail.Exception) as failure:  # noqa: BLE001 - whatever a row raises, the next is tried
                    failures.append((", ".join(map(repr, row))[:200], failure))
            if failures:
                told = "\n".join(f"{row}: {failure}" for row, failure in failures)
                raise AssertionError(f"{len(failures)} of {len(table)} rows fail:\n{told}") from failures[0][1]

        signature = inspect.signature(test)
        fixtures = [one for name, one in signature.parameters.items() if name not in columns]
        every_row.__signature__ = signature.replace(parameters=fixtures)
        return every_row

    return decorate
