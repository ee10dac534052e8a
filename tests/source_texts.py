"""The texts in the source, for tests of their words."""

import ast
from functools import cache


@cache
def texts_of(source: str) -> list[str]:
    """Every text in a module but its docstrings, f-strings with their values left out."""
    nodes = list(ast.walk(ast.parse(source)))
    docs = {
        id(one.value)
        for node in nodes
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        for one in node.body
        if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)
    }
    constants = (one for one in nodes if isinstance(one, ast.Constant) and id(one) not in docs)
    return [one.value for one in constants if isinstance(one.value, str)]
