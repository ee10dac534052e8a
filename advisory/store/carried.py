"""What a restore takes over from the records that it replaces: what was shared since then stays shared."""

from collections.abc import Iterable, Iterator

import msgspec

from advisory.model import ExportLog, make_id

from .codec import decode_valid, encode
from .disk.row import NOTHING, Operation
from .disk.state import State
from .purge.gone import born, key_of


def shares_since(source: State, now: State) -> list[Operation]:
    """The operations that bring into `source`, which is to replace the records of `now`, every share that it lacks.

    A share that both know is taken as it was changed last. The ids that it names are not given again in `source`, and
    those are left out that another record has there.
    """
    mine, theirs = ({log.id: log for log in _logs(state)} for state in (source, now))
    same = {_identity(log): log for log in mine.values()}
    number = max([source.next_ids.get(ExportLog.table, 1), *(key_of(one)[1] + 1 for one in (*mine, *theirs))])
    found: list[Operation] = []
    for log in theirs.values():
        there = same.get(_identity(log))
        if there is not None and there.updated_at >= log.updated_at:
            continue
        own_id, before = (there.id, _raw_of(source, there.id)) if there is not None else (log.id, NOTHING)
        if there is None and own_id in mine:
            own_id, number = make_id(ExportLog, number), number + 1
        raw, _ = encode(_as_in(source, now, msgspec.structs.replace(log, id=own_id)))
        found.append((ExportLog.table, str(key_of(own_id)[1]), raw, before))
    return found


def _logs(state: State) -> Iterable[ExportLog]:
    return decode_valid(ExportLog, state.tables.get(ExportLog.table, {}).items()).values()


def _identity(log: ExportLog) -> tuple[object, ...]:
    """What identifies a share whatever its id is; several may have the same instant."""
    return log.created_at, log.audience, log.what, log.to, log.file


def _as_in(source: State, now: State, log: ExportLog) -> ExportLog:
    """The share with the ids that mean the same in `source`.

    Ids that mean nothing there yet are reserved from now on.
    """
    fields = {name: tuple(_same(source, now, getattr(log, name))) for name in ("students", "rows", "taken_in")}
    return msgspec.structs.replace(log, **fields)


def _same(source: State, now: State, ids: Iterable[str]) -> Iterator[str]:
    for one in ids:
        try:
            table, number = key_of(one)
        except ValueError:  # somebody edited the file
            continue
        there, here = _raw_of(source, one), _raw_of(now, one)
        if NOTHING in (there, here) or born(there) == born(here):
            source.next_ids[table] = max(source.next_ids.get(table, 1), number + 1)
            yield one


def _raw_of(state: State, record_id: str) -> msgspec.Raw:
    table, number = key_of(record_id)
    return state.tables.get(table, {}).get(number, NOTHING)
