"""No room reckons with levels or independence: an average of a student exists nowhere."""

import ast
from collections.abc import Iterator
from pathlib import Path

from each_row import each_row

import advisory

TOLD = {"Level", "Independence"}
"""Names that stand for the words of evidence."""
READ = {"level", "independence"}
"""Attributes by which a piece of evidence is read."""
RECKONING = {
    "sum", "fsum", "prod", "mean", "fmean", "median", "median_low", "median_high", "mode", "multimode", "quantiles",
    "round", "Counter", "most_common", "reduce", "accumulate", "index", "Fraction", "Decimal",
}  # fmt: skip
KNOWN = {
    ("rules/learning/trend.py", "numbers"),  # the place of each level among the four, one by one beside its bar
    ("rules/sheet/pact_lines.py", "progress_words"),  # the first and the last, in words
    ("casework/handover/arrival.py", "_alike"),  # how many fields of two records are the same
    ("casework/handover/arrival.py", "_state"),  # how many days were marked as kept
    ("casework/handover/arrival.py", "_new_ratings"),  # how many pieces with the very same ratings are there
    ("exchange/handover/handover_in.py", "read_handover"),  # how many records a file holds
}
"""What looks like reckoning with levels and is none: no two levels meet anywhere."""


def test_nowhere_is_anything_reckoned_with_what_was_seen():
    root = Path(advisory.__file__).parent
    found = {
        (path.relative_to(root).as_posix(), where)
        for path in sorted(root.rglob("*.py"))
        for where in reckoned(path.read_text(encoding="utf-8"))
    }
    assert found == KNOWN


PLANTED = {
    "a mean of a student": """
def mean_level(caseload, student_id) -> float:
    seen = [LEVELS.index(piece.level) for piece in caseload.store.of_student(Evidence, student_id)]
    return sum(seen) / len(seen)
""",
    "the middle one": """
def _usual(pieces) -> Level:
    return sorted(piece.level for piece in pieces)[len(pieces) // 2]
""",
    "a method, over the independence": """
class Card:
    @property
    def how_alone(self):
        from statistics import mean
        return mean(POINTS[one.independence] for one in self.pieces)
""",
    "a helper that does not know what it is given": """
def share(numbers):
    return sum(numbers) / len(numbers)

def told(pieces):
    return share([len(piece.level) for piece in pieces])
""",
    "points for the words": "POINTS = {Level.NOT_YET: 0, Level.BEGINNING: 1}",
    "points looked up one by one": """
def total(pieces):
    points = 0
    for piece in pieces:
        points += POINTS[piece.level]
    return points
""",
    "the most frequent": """
def most(pieces):
    return Counter(piece.independence for piece in pieces).most_common(1)[0][0]
""",
    "in a lambda": "score = lambda pieces: max(map(ORDER.get, (piece.level for piece in pieces))) * 25",
    "by the place among all": """
def places(pieces):
    order = {word: at for at, word in enumerate(Level)}
    return [order.get(piece.level) for piece in pieces]
""",
}


@each_row("planted", PLANTED)
def test_what_is_planted_is_found(planted):
    assert list(reckoned(PLANTED[planted]))


def test_telling_one_after_the_other_is_not_reckoning():
    source = """
def told(pieces):
    newest = max(pieces, key=lambda one: one.seen_on)
    return [piece.level.label for piece in pieces if piece.level] + [newest.independence.label], len(pieces)
"""
    assert list(reckoned(source)) == []
    assert list(reckoned("def half(cells):\n    return sum(cells) // 2")) == []


def reckoned(source: str) -> Iterator[str]:
    """Where a module that reads levels or independence sums, divides, counts or numbers: the functions' names."""
    if not any(name in source for name in TOLD | READ):
        return
    module = ast.parse(source)
    if not any(is_told(node) for node in ast.walk(module)):
        return
    for name, nodes in parts(module):
        reads = any(is_told(node) for node in nodes)
        if any(is_reckoning(node) or (reads and is_layout_elsewhere(node)) for node in nodes):
            yield name


def parts(module: ast.Module) -> Iterator[tuple[str, list[ast.AST]]]:
    """Every function with all that is in it, and what stands outside of them under ""."""
    outside: list[ast.AST] = []
    todo: list[ast.AST] = [module]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, list(ast.walk(node))
        else:
            outside.append(node)
            todo += ast.iter_child_nodes(node)
    yield "", outside


def is_told(node: ast.AST) -> bool:
    return (isinstance(node, ast.Name) and node.id in TOLD) or (isinstance(node, ast.Attribute) and node.attr in READ)


def holds_told(node: ast.AST | None) -> bool:
    return node is not None and any(is_told(one) for one in ast.walk(node))


def is_layout_elsewhere(node: ast.AST) -> bool:
    """Whole numbers are divided and multiplied to lay out a screen as well: that is reckoning only where levels are read."""
    match node:
        case ast.BinOp(op=ast.FloorDiv()):
            return True
        case ast.BinOp(left=left, op=ast.Mult()):
            return not isinstance(left, ast.Tuple)  # so many empty cells
    return False


def is_reckoning(node: ast.AST) -> bool:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in RECKONING
        case ast.BinOp(op=ast.Div()):
            return True
        case ast.Subscript(slice=place):  # a number for a word
            return any(isinstance(one, ast.Attribute) and one.attr in READ for one in ast.walk(place))
        case ast.Call(func=ast.Attribute(attr="get"), args=arguments):
            return any(map(holds_told, arguments))
        case ast.Call(func=ast.Name(id="enumerate" | "zip"), args=arguments):
            return any(map(holds_told, arguments))
        case ast.Dict(keys=keys, values=values):
            are_numbers = any(isinstance(one, ast.Constant) and isinstance(one.value, int | float) for one in values)
            return are_numbers and any(map(holds_told, keys))
    return False
