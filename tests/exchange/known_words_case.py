"""The words that files are read by, and the limits that people are told: every one of them, in known_words.txt.

They are in many modules, next to what they are for; a word that gets lost there is missed by nobody's file here.
`kept_text` says how known_words.txt is written anew.
"""

import ast
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

from advisory import exchange

WORDS = Path(__file__).with_name("known_words.txt")


def constants(module: ModuleType) -> Iterator[tuple[str, object]]:
    """The names that a module gives to words and numbers, with their values."""
    for statement in ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")).body:
        for target in statement.targets if isinstance(statement, ast.Assign) else ():
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            yield from ((name.id, getattr(module, name.id)) for name in names if isinstance(name, ast.Name))


def shown(value: object) -> Iterator[str]:
    """Words and numbers in lines; nothing of a value of another kind."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from (f"{key!r}: {line}" for line in shown(one))
    elif isinstance(value, frozenset | set):
        yield from sorted(line for one in value for line in shown(one))
    elif isinstance(value, tuple | list):
        yield ", ".join(line for one in value for line in shown(one))
    elif isinstance(value, str):
        yield repr(str(value)) if len(value) < 100 else f"{len(value)} letters"
    elif isinstance(value, int | float):
        yield str(value)


def told() -> Iterator[str]:
    for found in pkgutil.walk_packages(exchange.__path__, f"{exchange.__name__}."):
        if found.name.endswith(".apart"):  # a program of its own
            continue
        module = import_module(found.name)
        for name, value in constants(module):
            if lines := [*shown(value)]:
                yield f"# {found.name.removeprefix('advisory.exchange.')} {name}"
                yield from lines


def words() -> str:
    """All of it as one text."""
    return "\n".join(told()) + "\n"
