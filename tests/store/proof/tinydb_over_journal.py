"""A pytest plugin: TinyDB's own tests, imported after this, find our classes under TinyDB's names.

TABLE=stock leaves TinyDB's own database and table in place, so that only the storage is ours.
"""

import os
import tempfile
from pathlib import Path
from typing import Any

import tinydb
import tinydb.storages

from advisory.store.memory.storage import JournalStorage
from advisory.store.memory.table import JournalDB


class Journalled(JournalStorage):
    """A storage that takes what TinyDB's own take: a path or none, and options for json that mean nothing to it."""

    def __init__(self, path: str | Path | None = None, **_options: Any) -> None:
        super().__init__(Path(path or tempfile.mkdtemp()))


class OverJournal(JournalDB):
    """A database that takes a storage as TinyDB does."""

    default_storage_class = Journalled


if os.environ["TABLE"] == "ours":
    tinydb.TinyDB = OverJournal
else:
    tinydb.TinyDB.default_storage_class = Journalled
for module in (tinydb, tinydb.storages):
    module.JSONStorage = module.MemoryStorage = Journalled
