"""The words that undo, redo and the history say of each change: written down whole, so that a changed one is seen."""

import ast
from pathlib import Path

from kept_text import kept

import advisory.casework

WORDS = Path(__file__).with_name("change_words.txt")


def change_words() -> list[str]:
    """The texts that name a change, in every call of `change(…)` in casework, and those a name in such a call may be."""
    top = Path(advisory.casework.__file__).parent
    found: set[str] = set()
    for path in top.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {
            target.id: node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for call in ast.walk(tree):
            if (
                isinstance(call, ast.Call)
                and isinstance(call.func, ast.Attribute)
                and call.func.attr == "change"
                and call.args
            ):
                what = call.args[0]
                what = named.get(what.id, what) if isinstance(what, ast.Name) else what
                where = path.relative_to(top).as_posix()
                found |= {f"{where}: {text}" for text in _texts(what)}
    return sorted(found)


def _texts(what: ast.expr) -> list[str]:
    return [node.value for node in ast.walk(what) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def test_every_change_is_called_as_written_down() -> None:
    said = change_words()
    assert said == kept(WORDS, "\n".join([*said, ""]))
