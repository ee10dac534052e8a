"""Names in scripts without spaces, and those made of symbols, which are looked for inside words."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property

from .name_keys import pattern_inside


class InsideNames:
    """These names, found from where they begin: a text is passed over where none of them does."""

    def __init__(self, names: Collection[str]) -> None:
        self._at = defaultdict[str, list[str]](list)
        """First character → the names that begin with it, the long ones first."""
        for name in sorted(names, key=len, reverse=True):
            self._at[name[0]].append(name)
        self._patterns: dict[str, re.Pattern[str]] = {}

    def find(self, text: str, own: Collection[str], is_other: Callable[[str], bool]) -> Iterator[tuple[int, int, str]]:
        """Where other students' names stand, in order: long ones before the reader's `own`, and single letters last."""
        mine = sorted(own, key=len, reverse=True)
        at = 0
        for found in self._beginning(mine).finditer(text):
            if found.start() < at:
                continue
            start, theirs = (
                found.start(),
                [one for one in self._at.get(found[0], ()) if one not in own and is_other(one)],
            )
            long = (one for one in theirs if len(one) > 1 and self._stands(one, text, start))
            single = (one for one in theirs if len(one) == 1 and self._stands(one, text, start))
            if (name := next(long, "")) or (
                not (name := next((one for one in mine if text.startswith(one, start)), ""))
                and (name := next(single, ""))
            ):
                yield start, start + len(name), name
            at = start + len(name)

    def _stands(self, name: str, text: str, start: int) -> bool:
        if not text.startswith(name, start):
            return False
        pattern = self._patterns.get(name)
        if pattern is None:
            pattern = self._patterns[name] = re.compile(pattern_inside(name))
        return pattern.match(text, start) is not None

    def _beginning(self, own: Iterable[str]) -> re.Pattern[str]:
        """What finds the characters with which these names begin, and the reader's own."""
        more = {name[0] for name in own} - self._at.keys()
        return _one_of({*self._at, *more}) if more else self._characters

    @cached_property
    def _characters(self) -> re.Pattern[str]:
        return _one_of(self._at)


def _one_of(characters: Collection[str]) -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(re.escape, characters))}]" if characters else "(?!)")
