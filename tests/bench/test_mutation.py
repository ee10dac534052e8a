"""The mutants of a line: small faults in valid Python, and none where nothing could notice."""

import pytest

from tests.bench.mutants.mutation import mutants_of


@pytest.mark.parametrize(
    ("source", "mutants"),
    [
        ("a = b < c <= d", {"a = b <= c <= d", "a = b < c < d"}),
        ("a = b is not c", {"a = b is c"}),
        ("a = b not in (c, d)", {"a = b in (c, d)"}),
        ("a = f(1)", {"a = f(2)", "a = f(0)"}),
        ("f(a)", {"pass"}),
        ("a.b = c", {"pass"}),
        ("a = b and (c or d)", {"a = ((b))", "a = ((c or d))", "a = b and (((c)))", "a = b and (((d)))"}),
        ("a = 'é' + b", {"a = '~é' + b", 'a = "" + b'}),
        ("a = ''", {"a = '~'"}),
        ("a = f'{b}c'", {'a = ("~" + f\'{b}c\')', 'a = ""'}),
        ("a = True", {"a = False"}),
        ("a = b if c else d", {"a = b if (not (c)) else d"}),
        ("a = [b for b in c if b]", {"a = [b for b in c if (not (b))]"}),
        ("def f(a: 'b' = 1) -> 'c':\n    'd'\n    return a", {"def f(a: 'b' = 2) -> 'c':\n    'd'\n    return a", "def f(a: 'b' = 0) -> 'c':\n    'd'\n    return a"}),
        ("def f():\n    if a: return b\n    return c", {"def f():\n    if (not (a)): return b\n    return c", "def f():\n    if a: pass\n    return c"}),
        ("match a:\n    case 'b' if c: d = e", {"match a:\n    case '~b' if c: d = e", 'match a:\n    case "" if c: d = e', "match a:\n    case 'b' if (not (c)): d = e"}),
        ("assert a == 1", set()),
        ("if TYPE_CHECKING:\n    a = 1", set()),
        ("import a\nfrom b import c", set()),
        ("class A(B, gc=False):\n    def __repr__(self):\n        return 'a'", set()),
        ("a: dict['b', 'c'] = d", set()),
    ],
)  # fmt: skip
def test_each_line_is_spoiled_in_each_way_that_makes_a_difference(tmp_path, source, mutants):
    (tmp_path / "a.py").write_text(source, encoding="utf-8")
    data = source.encode()
    made = [one.applied(data).decode() for one in mutants_of(tmp_path, "a.py") if one.changes(data)]
    assert sorted(made) == sorted(mutants)


def test_a_mutant_knows_the_lines_of_its_statement_and_whether_they_run_at_import(tmp_path):
    source = "A = {\n    'b': 1,\n}\n\n\n@c(2)\ndef f():\n    if (\n        a\n        and b\n    ):\n        g(\n            h\n        )\n"
    (tmp_path / "a.py").write_text(source, encoding="utf-8")
    found = {(one.line, one.lines, one.at_import) for one in mutants_of(tmp_path, "a.py")}
    assert found == {(2, (1, 3), True), (6, (6, 7), True), (9, (8, 11), False), (12, (12, 14), False)}
