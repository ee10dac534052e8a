"""What has been shared can't become private again: others have read it."""

from datetime import date

from advisory.model import ExportLog, Record
from advisory.model.day_order import show_day
from advisory.model.words import Visibility
from advisory.rules.refusal import Refusal


def shared_words(log: ExportLog, today: date) -> str:
    """`shared with the family on Oct 12`."""
    return f"shared with {log.audience.label} on {show_day(log.given_on, year=log.given_on.year != today.year)}"


def need_not_shared(record: Record, becoming: Visibility, shared: ExportLog | None, today: date) -> None:
    """Refuse to make a record private that was shared. `shared` is its latest share with others, if there is one."""
    was = getattr(record, "visibility", None)
    if shared and becoming is Visibility.PRIVATE and was is not Visibility.PRIVATE:
        raise Refusal(f"It was {shared_words(shared, today)}, so it can't become private again.")
