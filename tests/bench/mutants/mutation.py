"""The mutants of a source file: every small edit that `tests.bench.mutants` may draw.

| kind | edit |
|---|---|
| comparison | swap `<` and `<=`, `>` and `>=`, `==` and `!=`, `is` and `is not`, `in` and `not in` |
| boundary | add or subtract 1 from an integer |
| statement | drop a call, raise, delete, early return, break, continue, or an assignment to `a.b` or `a[b]` |
| operand | drop one operand of `and` or `or` |
| constant | empty a string or put `~` before it, swap True and False, double a float |
| condition | negate the condition of an `if`, `while`, `case ... if`, conditional expression or comprehension |

Never mutated, because no test could notice: docstrings, annotations, `assert`, `if TYPE_CHECKING`, `__repr__`, `__all__`,
`__slots__`, the type named in `cast`, and msgspec's `gc=`. Assignments to plain names are not dropped either: the
NameError that nearly always follows would make the figure look better than it is.
"""

import ast
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

KINDS = ("comparison", "boundary", "statement", "operand", "constant", "condition")
_SWAPPED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "is": "is not", "is not": "is", "in": "not in", "not in": "in"}  # fmt: skip
_OPERATOR = re.compile(r"is\s+not\b|not\s+in\b|\bis\b|\bin\b|[<>]=?|[=!]=")
_UNSEEN_NAMES = {"__all__", "__slots__"}


class Mutant(NamedTuple):
    """One edit: the bytes from `start` to `end` become `text`. `before` and `after` show it to a reader."""

    file: str
    line: int
    kind: str
    before: str
    after: str
    start: int
    end: int
    text: str
    lines: tuple[int, int]
    """First and last line of the statement, or of its header when it has a body."""
    at_import: bool
    """Whether it runs when its module is imported, so that any test may depend on it."""

    def applied(self, source: bytes) -> bytes:
        """The source with the edit made."""
        return source[: self.start] + self.text.encode() + source[self.end :]

    def changes(self, source: bytes) -> bool:
        """Whether the edit is valid Python that differs from what was there."""
        try:
            changed = ast.parse(self.applied(source))
        except SyntaxError:
            return False
        return ast.dump(changed) != ast.dump(ast.parse(source))

    def __str__(self) -> str:
        return f"{self.file}:{self.line}  {self.kind}  {_short(self.before)}  →  {_short(self.after)}"


def mutants_of(top: Path, file: str) -> list[Mutant]:
    """All mutants of a file, given by its path below `top`."""
    source = (top / file).read_bytes()
    return list(_Reader(file, source).suite(ast.parse(source).body, at_import=True))


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 70 else f"{one_line[:69]}…"


class _Reader:
    """Walks the statements of one file and yields the mutants of each."""

    def __init__(self, file: str, source: bytes) -> None:
        self._file = file
        self._source = source
        self._starts = [0]
        for line in source.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))
        self._lines = (0, 0)
        self._at_import = True

    def suite(self, body: list[ast.stmt], *, at_import: bool, function_ends: bool = False) -> Iterator[Mutant]:
        """The mutants of a block. `function_ends`: a return in its last line is no early return."""
        for number, statement in enumerate(body):
            is_last = number == len(body) - 1
            yield from self._statement(statement, at_import=at_import, ends_function=function_ends and is_last)

    def _statement(self, statement: ast.stmt, *, at_import: bool, ends_function: bool) -> Iterator[Mutant]:
        if _is_unseen(statement):
            return
        decorators = getattr(statement, "decorator_list", [])
        body = getattr(statement, "body", None)
        first = min([statement.lineno, *(one.lineno for one in decorators)])
        last = max(first, body[0].lineno - 1) if body else statement.end_lineno or first
        self._lines, self._at_import = (first, last), at_import
        if _can_be_dropped(statement) and not (ends_function and isinstance(statement, ast.Return)):
            yield self._mutant("statement", statement, "pass")
        yield from self._header(statement)
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from self.suite(statement.body, at_import=False, function_ends=True)
            return
        for block in ("body", "orelse", "finalbody"):
            yield from self.suite(getattr(statement, block, []), at_import=at_import)
        for handler in getattr(statement, "handlers", []):
            yield from self.suite(handler.body, at_import=at_import)
        for case in getattr(statement, "cases", []):
            self._lines, self._at_import = (
                (case.pattern.lineno, max(case.pattern.lineno, case.body[0].lineno - 1)),
                at_import,
            )
            yield from self._expression(case.pattern)
            if case.guard:
                yield from self._condition(case.guard)
                yield from self._expression(case.guard)
            yield from self.suite(case.body, at_import=at_import)

    def _header(self, statement: ast.stmt) -> Iterator[Mutant]:
        """The mutants of the statement's own expressions, without the blocks inside it."""
        if isinstance(statement, ast.If | ast.While):
            yield from self._condition(statement.test)
        for name, value in ast.iter_fields(statement):
            if name in {"annotation", "returns", "type_params", "target"} and not isinstance(statement, ast.AugAssign):
                continue
            for node in value if isinstance(value, list) else [value]:
                if isinstance(node, ast.AST) and not isinstance(node, ast.stmt | ast.excepthandler | ast.match_case):
                    yield from self._expression(node)

    def _expression(self, node: ast.AST) -> Iterator[Mutant]:
        match node:
            case ast.arg() | ast.FormattedValue(format_spec=ast.JoinedStr()):
                inner: list[ast.AST] = [node.value] if isinstance(node, ast.FormattedValue) else []
            case ast.keyword(arg="gc"):
                inner = []
            case ast.Call(func=ast.Name("cast")):
                inner = [*node.args[1:]]
            case ast.JoinedStr():
                yield from self._text(node)
                inner = [part for part in node.values if not isinstance(part, ast.Constant)]
            case _:
                yield from self._own(node)
                inner = [*ast.iter_child_nodes(node)]
        for child in inner:
            yield from self._expression(child)

    def _own(self, node: ast.AST) -> Iterator[Mutant]:
        match node:
            case ast.Compare():
                yield from self._comparisons(node)
            case ast.BoolOp():
                yield from self._operands(node)
            case ast.Constant(value=str()):
                yield from self._text(node)
            case ast.Constant(value=bool(value)):
                yield from self._swap("constant", node, str(not value))
            case ast.Constant(value=int(value)):
                yield from self._swap("boundary", node, str(value + 1))
                yield from self._swap("boundary", node, str(value - 1) if value else "(-1)")
            case ast.Constant(value=float(value)):
                yield from self._swap("constant", node, str(value * 2))
            case ast.IfExp():
                yield from self._condition(node.test)
            case ast.comprehension():
                for test in node.ifs:
                    yield from self._condition(test)

    def _comparisons(self, node: ast.Compare) -> Iterator[Mutant]:
        operands = [node.left, *node.comparators]
        for left, right in itertools.pairwise(operands):
            start, end = self._span(left)[1], self._span(right)[0]
            if found := _OPERATOR.search(self._source[start:end].decode()):
                before = found[0]
                after = _SWAPPED[" ".join(before.split())]
                at = start + len(found.string[: found.start()].encode())
                shown = [f"{ast.unparse(left)} {operator} {ast.unparse(right)}" for operator in (before, after)]
                place = at, at + len(before), after
                yield Mutant(
                    self._file, left.end_lineno or 0, "comparison", *shown, *place, self._lines, self._at_import
                )

    def _operands(self, node: ast.BoolOp) -> Iterator[Mutant]:
        word = " and " if isinstance(node.op, ast.And) else " or "
        texts = [self._segment(value) for value in node.values]
        for left_out in range(len(texts)):
            kept = [f"({text})" for number, text in enumerate(texts) if number != left_out]
            yield from self._swap("operand", node, f"({word.join(kept)})")

    def _text(self, node: ast.Constant | ast.JoinedStr) -> Iterator[Mutant]:
        segment = self._segment(node)
        is_empty = isinstance(node, ast.Constant) and not node.value
        if isinstance(node, ast.JoinedStr):
            yield from self._swap("constant", node, f'("~" + {segment})')
        else:
            yield from self._swap("constant", node, repr(f"~{node.value}"))
        if not is_empty:
            yield from self._swap("constant", node, '""')

    def _condition(self, test: ast.expr) -> Iterator[Mutant]:
        yield from self._swap("condition", test, f"(not ({self._segment(test)}))")

    def _swap(self, kind: str, node: ast.expr, after: str) -> Iterator[Mutant]:
        """Replace an expression. None where its position is wrong, as inside f-strings before Python 3.12."""
        try:
            found = ast.parse(f"({self._segment(node)})", mode="eval").body
        except SyntaxError:
            return
        if ast.dump(found) == ast.dump(node):
            yield self._mutant(kind, node, after)

    def _mutant(self, kind: str, node: ast.expr | ast.stmt, after: str) -> Mutant:
        start, end = self._span(node)
        shown = self._segment(node), after
        return Mutant(self._file, node.lineno, kind, *shown, start, end, after, self._lines, self._at_import)

    def _span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        end_line, end_column = node.end_lineno or 0, node.end_col_offset or 0
        return self._starts[node.lineno - 1] + node.col_offset, self._starts[end_line - 1] + end_column

    def _segment(self, node: ast.expr | ast.stmt) -> str:
        start, end = self._span(node)
        return self._source[start:end].decode()


def _is_unseen(statement: ast.stmt) -> bool:
    match statement:
        case ast.Import() | ast.ImportFrom() | ast.Assert() | ast.FunctionDef(name="__repr__"):
            return True
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.If(test=ast.Name("TYPE_CHECKING") | ast.Attribute(attr="TYPE_CHECKING")):
            return True
        case ast.Assign(targets=[ast.Name(name)]) | ast.AnnAssign(target=ast.Name(name)):
            return name in _UNSEEN_NAMES
    return False


def _can_be_dropped(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Call() | ast.Await()):
            return True
        case ast.Return() | ast.Raise() | ast.Continue() | ast.Break() | ast.Delete() | ast.AugAssign():
            return True
        case ast.Assign(targets=targets):
            return all(isinstance(target, ast.Attribute | ast.Subscript) for target in targets)
        case ast.AnnAssign(target=ast.Attribute() | ast.Subscript(), value=ast.expr()):
            return True
    return False
