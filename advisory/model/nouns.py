"""What one record and several are called in a count: `1 fact`, `3 pieces of evidence`."""

from .record import Record

_ONE = {"known-well fact": "fact", "evidence": "piece of evidence"}
_MANY = {"evidence": "pieces of evidence"}


def noun_for(noun: str, count: int) -> str:
    """The noun of a kind of record as it stands after a count."""
    one = _ONE.get(noun, noun)
    return one if count == 1 else _MANY.get(noun, f"{one}s")


def many(kind: type[Record], count: int) -> str:
    """`3 check-ins`, `1 fact`."""
    return f"{count:,} {noun_for(kind.noun, count)}"
