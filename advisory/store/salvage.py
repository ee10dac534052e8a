"""Reads what can be read of a damaged copy that the program itself put into backups before it repaired or replaced it."""

from pathlib import Path

from .disk import packed
from .disk.backup import FOLDER, journal_beside
from .disk.state import State
from .doctor.assembly import assemble
from .doctor.look import instead_of, look_at_pair, newest_copy

_OWN = "before-"


def is_own(path: Path) -> bool:
    """Whether a file is such a copy, by its place and its name."""
    return path.parent.name == FOLDER and path.name.startswith(_OWN)


def files_of(path: Path) -> tuple[Path, Path]:
    """The snapshot and the journal of a copy; named by a journal, the snapshot may be missing."""
    plain = packed.plain_name(path)
    if plain.suffix != ".jsonl":
        return path, journal_beside(path)
    return packed.either(
        plain.with_name(plain.name.removesuffix(".journal.jsonl").removesuffix(".jsonl") + ".json")
    ), path


def salvaged(path: Path) -> tuple[State, tuple[str, ...]] | None:
    """The records that can be read of a copy, in the current schema, and what is wrong with it; None if there are none."""
    look = look_at_pair(*files_of(path))
    if look.choice.taken is not None:
        look = instead_of(look, look.choice.taken)
    elif not look.is_readable:
        copy = newest_copy(look)
        if copy is None:
            return None
        look = instead_of(look, copy[0])
    assembly = assemble(look)
    found = tuple(
        f"{one.file}, line {one.line}: {one.what}" if one.line else f"{one.file}: {one.what}"
        for one in assembly.report.findings
    )
    return (assembly.state, found) if any(assembly.state.tables.values()) else None
