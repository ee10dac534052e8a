"""What a message calls a private record: by its kind and day, without anybody's words."""

from datetime import date

from advisory.model import CheckIn, CognitiveInsight, Evidence, Record
from advisory.rules.learning.trend import describe_piece
from advisory.tui.prose import day


def called(record: Record, today: date) -> str:
    """`one-to-one, 26 Nov`, `getting there, with prompts`, `noticed today`; "" for other kinds."""
    match record:
        case CheckIn():
            return f"{record.kind.label}, {day(record.happened_on, today)}"
        case Evidence():
            return ", ".join(describe_piece(record)) or f"{record.source.label}, {day(record.seen_on, today)}"
        case CognitiveInsight():
            return f"noticed {day(record.noticed_on, today)}"
        case _:
            return ""
