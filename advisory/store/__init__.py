"""The durable file: the only room that knows TinyDB. `Store` is its face; the rest is how it keeps its promises."""

from .change import Change
from .disk.files import write_atomically
from .drafts import Draft, Drafts
from .errors import Busy, Conflict, DamagedError, Missing, Refused, StoreError, WriteError
from .memory.digest import Digests
from .memory.index import Key
from .store import Edit, PastChange, Store
from .undo import Undone

__all__ = [
    "Busy",
    "Change",
    "Conflict",
    "DamagedError",
    "Digests",
    "Draft",
    "Drafts",
    "Edit",
    "Key",
    "Missing",
    "PastChange",
    "Refused",
    "Store",
    "StoreError",
    "Undone",
    "WriteError",
    "write_atomically",
]
