"""Every name that a student has or had, made ready to be looked for once, and again only after one of them changed."""

from collections import defaultdict
from collections.abc import Mapping

from advisory.model import Student
from advisory.rules.names.covering.every_name import EveryName
from advisory.rules.names.finding import Named, name_parts
from advisory.store import EarlierName, Store


class AllNames:
    """The names of everybody: who is here, who left, who is in the trash, and those they used to have."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seq: int | None = None
        self._as_of: tuple[object, ...] = ()
        self._named: list[Named]
        self._every: EveryName
        self._earlier: Mapping[str, list[EarlierName]]

    @property
    def named(self) -> list[Named]:
        """Everybody, once for each name that they have or had."""
        self._refresh()
        return self._named

    @property
    def every(self) -> EveryName:
        """The same names in tables, ready to be searched for in texts."""
        self._refresh()
        return self._every

    def strangers(self, student: Student) -> list[EarlierName]:
        """Names under the student's id that are somebody else's, as they share no word with the student's; without the id.

        After an old backup was restored, an id may have been given out a second time.
        """
        self._refresh()
        own = set(name_parts(student))
        found = self._earlier.get(student.id, ())
        return [one._replace(id="") for one in found if own.isdisjoint(name_parts(one))]

    def _refresh(self) -> None:
        store = self._store
        if store.seq == self._seq:
            return
        self._seq = store.seq
        as_of = store.all(Student), store.trash(Student), store.earlier_names()
        if as_of == self._as_of:
            return
        everyone, trash, before = self._as_of = as_of
        now: list[Named] = [*everyone, *trash]
        known = {(one.id, one.given_name, one.family_name, one.preferred_name) for one in now}
        earlier = [one for one in before if one not in known]
        self._named, by_id = [*now, *earlier], defaultdict[str, list[EarlierName]](list)
        for one in earlier:
            by_id[one.id].append(one)
        self._every, self._earlier = EveryName(self._named), by_id
