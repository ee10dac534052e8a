"""Say in words what a purge removed, or would remove."""

from collections import Counter
from collections.abc import Iterable

from advisory.model import KINDS, Student
from advisory.model.nouns import many
from advisory.store import Purged


def counted(ids: Iterable[str]) -> str:
    """`24 check-ins, 3 promises`, in the order of the files; "nothing" for none."""
    found = Counter(record_id[:1] for record_id in ids)
    return ", ".join(many(kind, found[kind.prefix]) for kind in KINDS if found[kind.prefix]) or "nothing"


def report(purged: Purged) -> str:
    """What a purge took, in a sentence or three."""
    sentences = [f"Gone for good: {counted(purged.records)}."]
    if purged.drafts:
        sentences.append(f"{purged.drafts} {'draft' if purged.drafts == 1 else 'drafts'} went with them.")
    if any(one.startswith(Student.prefix) for one in purged.records):
        sentences.append("A name that is gone is no longer covered in notes about others.")
    if purged.removed:
        sentences.append(f"These files could not be read, so they were deleted: {', '.join(purged.removed)}.")
    if purged.lines:
        sentences.append(f"Deleted, because they could not be read: lines of history, {', '.join(purged.lines)}.")
    if purged.untouched:
        sentences.append(f"advisory didn't make these files, so check them yourself: {', '.join(purged.untouched)}.")
    return " ".join(sentences)
