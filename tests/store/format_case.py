"""What the model says of its kinds, fields and words, in the words of FORMAT.md's tables."""

import types
import typing
from datetime import date, datetime, time
from typing import Any

import msgspec

from advisory.model import KINDS, Piece, Record, Settings, defense_words, words
from advisory.model.reference import REFERENCES
from advisory.model.words import Word

_PLAIN = {
    str: "text",
    bool: "true or false",
    int: "number",
    date: "day",
    time: "time of day",
    datetime: "instant",
    dict: "object",
}
_COMMON = {field.name for field in msgspec.structs.fields(Record)}
ENUMERATIONS = [
    one
    for one in (vars(words) | vars(defense_words)).values()
    if isinstance(one, type) and issubclass(one, Word) and one is not Word
]


def kinds_and_pieces() -> list[type[Record] | type[Piece]]:
    """Every kind of record, then every part of one, then the settings."""
    pieces: dict[type[Piece], None] = {}
    todo: list[type[Any]] = list(KINDS)
    while todo:
        for field in msgspec.structs.fields(todo.pop(0)):
            for piece in _pieces_in(field.type):
                if piece not in pieces:
                    pieces[piece] = None
                    todo.append(piece)
    return [*KINDS, *pieces, Settings]


def title_of(kind: type[Record] | type[Piece]) -> str:
    """The heading under which a kind stands."""
    return f"`{kind.table}`: {kind.__name__}" if issubclass(kind, Record) else kind.__name__


def common_rows() -> list[tuple[str, str, str]]:
    """The fields that every record has."""
    return [_row(Record, field) for field in msgspec.structs.fields(Record)]


def rows_of(kind: type[Record] | type[Piece]) -> list[tuple[str, str, str]]:
    """Each field of its own, what it holds, and what it means when the file leaves it out."""
    common = _COMMON if issubclass(kind, Record) else set()
    return [_row(kind, field) for field in msgspec.structs.fields(kind) if field.name not in common]


def words_of(enumeration: type[Word]) -> str:
    """The keys, with the label of each that does not read like its key."""
    plain = {word: word.value.replace("_", " ") for word in enumeration}
    return ", ".join(
        f"`{word.value}`" if word.label == plain[word] else f"`{word.value}` ({word.label})" for word in enumeration
    )


def _row(kind: type[Any], field: msgspec.structs.FieldInfo) -> tuple[str, str, str]:
    told = _type(field.type, REFERENCES.get(kind, {}).get(field.name, ...))
    if type(None) in typing.get_args(field.type) and field.default is not None:
        told += ", or null"
    return f"`{field.name}`", told, _left_out(field)


def _left_out(field: msgspec.structs.FieldInfo) -> str:
    value = field.default_factory() if field.default_factory is not msgspec.NODEFAULT else field.default
    if value is msgspec.NODEFAULT:
        return "never"
    if value is msgspec.UNSET:
        return "not changed"
    if value is None or (not value and value is not False and value != 0):
        return "none"
    return f"`{msgspec.json.encode(value).decode().strip(chr(34))}`"


def _type(told: Any, refers: Any) -> str:
    origin = typing.get_origin(told)
    if origin in {types.UnionType, typing.Union}:
        inner = [one for one in typing.get_args(told) if one not in {type(None), msgspec.UnsetType}]
        return _type(inner[0], refers) if len(inner) == 1 else "any"
    if origin is tuple:
        return f"list of {_type(typing.get_args(told)[0], refers)}".replace("list of id in", "list of ids in")
    if origin is not None:
        return _PLAIN[origin]
    if refers is None:
        return "id of any record"
    if refers is not ...:
        return f"id in `{refers.table}`"
    if issubclass(told, Word | Piece):
        return f"[{told.__name__}](#{'enumerations' if issubclass(told, Word) else told.__name__.lower()})"
    return _PLAIN[told]


def _pieces_in(told: Any) -> list[type[Piece]]:
    if isinstance(told, type) and issubclass(told, Piece):
        return [told]
    return [piece for one in typing.get_args(told) for piece in _pieces_in(one)]
