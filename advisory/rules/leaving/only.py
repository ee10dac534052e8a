"""Keep of what leaves only a few records, such as those that are on one page."""

from collections.abc import Collection

from advisory.model import Student

from .leaving import Leaving


def only(leaving: Leaving, ids: Collection[str]) -> Leaving:
    """What leaves and what stays of these records alone; the students themselves leave as before."""
    return leaving._replace(
        records=tuple(one for one in leaving.records if isinstance(one, Student) or one.id in ids),
        stays=tuple(one for one in leaving.stays if one.record.id in ids),
        included=tuple(one for one in leaving.included if one in ids),
        names=tuple(one for one in leaving.names if one.record_id in ids),
    )
