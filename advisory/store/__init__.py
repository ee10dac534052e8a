"""Saves records to disk durably, on top of TinyDB. `Store` is the interface; the other modules are its parts."""

from .change import Change
from .disk.beside.emptied import emptied_on, remember_emptied
from .disk.beside.unwritten import sentence_in as unwritten_in
from .disk.files import write_atomically, write_file
from .disk.written_file import written_file
from .drafts import Draft, Drafts
from .earlier import EarlierName
from .errors import Busy, Conflict, DamagedError, Missing, Refused, StoreError, Taken, Unwritable, WriteError, reason_of
from .memory.digest import Digests
from .memory.index import Key
from .own_files import need_free_place
from .past import Edit, PastChange
from .purged import Purged
from .store import Mark, Store
from .synced import notice_of_copies as copies_in
from .undo import SHARED, SHARED_FILE_DELETED, Undone

__all__ = [
    "SHARED",
    "SHARED_FILE_DELETED",
    "Busy",
    "Change",
    "Conflict",
    "DamagedError",
    "Digests",
    "Draft",
    "Drafts",
    "EarlierName",
    "Edit",
    "Key",
    "Mark",
    "Missing",
    "PastChange",
    "Purged",
    "Refused",
    "Store",
    "StoreError",
    "Taken",
    "Undone",
    "Unwritable",
    "WriteError",
    "copies_in",
    "emptied_on",
    "need_free_place",
    "reason_of",
    "remember_emptied",
    "unwritten_in",
    "write_atomically",
    "write_file",
    "written_file",
]
