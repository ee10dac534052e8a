"""Encodes records as documents and decodes them; a value that would not survive the round trip is refused."""

from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from advisory.model import KINDS, Record, RecordError, make_id
from advisory.model.plausible import need_plausible

from .errors import DamagedError

R = TypeVar("R", bound=Record)

KIND_OF: dict[str, type[Record]] = {kind.table: kind for kind in KINDS}
"""Table name → kind of its records."""

_encoder = msgspec.json.Encoder()
_decoders: dict[type[Record], msgspec.json.Decoder[Any]] = {}


def _decoder(kind: type[R]) -> msgspec.json.Decoder[R]:
    decoder = _decoders.get(kind)
    if decoder is None:  # made on first use: making all sixteen would slow down every start
        decoder = _decoders[kind] = msgspec.json.Decoder(kind)
    return decoder


def decode(kind: type[R], raw: msgspec.Raw, number: int) -> R:
    """Decode a document. Raises DamagedError, naming table, id and field, if the model does not allow it."""
    try:
        record = _decoder(kind).decode(raw)
        need_plausible(kind.noun, record)
    except (ValueError, RecursionError) as error:
        raise DamagedError(f'The table "{kind.table}", id {number}, does not hold a {kind.noun}: {error}') from None
    if record.id != make_id(kind, number):
        raise DamagedError(
            f'The table "{kind.table}", id {number}: the field id is {record.id!r}; it must be {make_id(kind, number)}'
        )
    return record


def decode_valid(kind: type[R], documents: Iterable[tuple[int, msgspec.Raw]]) -> dict[int, R]:
    """Decode many documents by their numbers, leaving out those for which `decode` would raise DamagedError."""
    records: dict[int, R] = {}
    read, noun = _decoder(kind).decode, kind.noun
    for number, raw in documents:
        try:
            record = read(raw)
            need_plausible(noun, record)
        except (ValueError, RecursionError):
            continue
        if record.id == make_id(kind, number):
            records[number] = record
    return records


def encode(record: R) -> tuple[msgspec.Raw, R]:
    """The document of a record, and the record as it will be read back. Raises RecordError for a wrongly typed value."""
    kind = type(record)
    try:
        raw = _encoder.encode(record)
        kept = _decoder(kind).decode(raw)
        need_plausible(kind.noun, kept)
    except RecordError:
        raise
    except (TypeError, ValueError) as error:  # msgspec's own errors and UnicodeEncodeError are ValueErrors
        raise _wrong_value(kind, msgspec.structs.asdict(record), error) from None
    return msgspec.Raw(raw), kept


def make(kind: type[R], fields: dict[str, Any]) -> R:
    """Make a record. Raises RecordError for a value the model does not allow, TypeError for an unknown field."""
    try:
        return kind(**fields)
    except RecordError:
        raise
    except (TypeError, AttributeError, ValueError) as error:  # one of the model's checks got a value of a wrong type
        unknown = fields.keys() - set(kind.__struct_fields__)
        if unknown:
            raise TypeError(f"A {kind.noun} has no field {', '.join(sorted(unknown))}") from None
        raise _wrong_value(kind, fields, error) from None


def check_document(table: str, number: int, raw: msgspec.Raw) -> None:
    """Raise DamagedError if a document is not a valid record."""
    if table not in KIND_OF:
        raise DamagedError(f'There is no table called "{table}" in advisory; it has {", ".join(KIND_OF)}')
    decode(KIND_OF[table], raw, number)


def without_student(kind: type[Record], number: int, student: str) -> str:
    """Why a record can't be used whose student is not there."""
    return f"The {kind.noun} {make_id(kind, number)} belongs to {student!r}, and there is no such student"


def _wrong_value(kind: type[Record], fields: dict[str, Any], error: Exception) -> RecordError:
    """An error that names the first field whose value does not come back from JSON with its type."""
    if isinstance(error.__cause__, RecordError):
        return error.__cause__
    for field in msgspec.structs.fields(kind):
        if field.name not in fields:
            if field.required:
                return RecordError(kind.noun, field.name, None, "given")
            continue
        value = fields[field.name]
        try:
            msgspec.json.decode(_encoder.encode(value), type=field.type)
        except (TypeError, ValueError) as wrong:
            return RecordError(kind.noun, field.name, value, f"what the field is for ({wrong})")
    return RecordError(kind.noun, "value", fields.get("id"), f"a whole record ({error})")
