"""Purge records, and say what went."""

from collections import Counter
from collections.abc import Iterable

from advisory.caseload.caseload import Caseload
from advisory.model import KINDS, Record
from advisory.model.nouns import many
from advisory.store import Purged


def purge_records(caseload: Caseload, records: Iterable[Record | str]) -> Purged:
    """Take records, named by themselves or by their ids, out of the folder for good; a student goes with everything of theirs.

    References of other records to them are emptied. Nothing from before it can be undone. Raises Missing for one that is not there,
    StoreError where a file can't be written; then nothing has changed.
    """
    ids = [record if isinstance(record, str) else record.id for record in records]
    return caseload.store.purge(ids, caseload.now())


def counts(ids: Iterable[str]) -> dict[type[Record], int]:
    """How many records of each kind, in the order of the files."""
    found = Counter(record_id[:1] for record_id in ids)
    return {kind: found[kind.prefix] for kind in KINDS if found[kind.prefix]}


def counted(ids: Iterable[str]) -> str:
    """`24 check-ins, 3 promises`; "nothing" for none."""
    return ", ".join(many(kind, count) for kind, count in counts(ids).items()) or "nothing"


def told(purged: Purged) -> str:
    """What a purge took, in a sentence or three."""
    sentences = [f"Gone for good: {counted(purged.records)}."]
    if purged.drafts:
        sentences.append(f"{purged.drafts} {'draft' if purged.drafts == 1 else 'drafts'} went with them.")
    if purged.removed:
        sentences.append(f"These files could not be read, so they were deleted: {', '.join(purged.removed)}.")
    if purged.lines:
        sentences.append(f"Deleted, because they could not be read: lines of history, {', '.join(purged.lines)}.")
    if purged.untouched:
        sentences.append(f"advisory didn't make these files, so check them yourself: {', '.join(purged.untouched)}.")
    return " ".join(sentences)
