"""What a purge took, in sentences."""

from advisory.casework.purge.report import counted, report
from advisory.store import Purged


def test_a_purge_says_what_is_gone_and_what_to_look_after():
    assert report(Purged(records=("c0000001", "f0000001", "c0000002"))) == "Gone for good: 2 check-ins, 1 promise."
    assert report(Purged(drafts=1)) == "Gone for good: nothing. 1 draft went with them."
    whole = Purged(records=("s0000001",), drafts=2, removed=("a", "b"), lines=("2 of c",), untouched=("d", "e"))
    assert report(whole) == (
        "Gone for good: 1 student. 2 drafts went with them. A name that is gone is no longer covered in notes about "
        "others. These files could not be read, so they were deleted: a, b. Deleted, because they could not be read: "
        "lines of history, 2 of c. advisory didn't make these files, so check them yourself: d, e."
    )
    assert counted(["f0000001", "s0000001"]) == "1 student, 1 promise"
