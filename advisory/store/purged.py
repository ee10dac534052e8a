"""What a purge took."""

import msgspec


class Purged(msgspec.Struct, frozen=True):
    """What a purge took: the ids of the records, also of those that only the past still knew.

    `removed`: files that could not be read, and so not be written anew; `lines`: how many of which file of history that
    could not be read either; `untouched`: files that are not the program's, in
    which the words may still be.
    """

    records: tuple[str, ...] = ()
    drafts: int = 0
    removed: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    untouched: tuple[str, ...] = ()
