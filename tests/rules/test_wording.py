"""No text that a person may see uses a word that DESIGN §3 forbids: every string literal of the program, and README.

Parts of f-strings are literals too. Docstrings are left out, but for those of decorated functions: a command's is its help.
"""

import ast
import re
from functools import cache
from pathlib import Path

from each_row import each_row

import advisory

ROOT = Path(advisory.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
NEVER = re.compile(
    r"""\bat[ -]risk\b | \bcritical | \b(low|high)[ -](student|achiev|perform) | \bstruggl | \b(?<!in)dependent[ ]learner
    | \bregress | \bfail | \boverdue\b | \bcomplian | \brisk[ ]score""",
    re.IGNORECASE | re.VERBOSE,
)
README = ROOT.parent / "README.md"
INNOCENT = {"failing": "every system call failing in turn"}
"""Word in README → where it stands: that of a machine, never of a person. The program itself needs none."""
ABOUT_PEOPLE = re.compile(r"\b(student|advisee|partnership|learner|child|they|them|name)", re.IGNORECASE)


@cache
def texts_of(path: Path) -> list[tuple[int, str]]:
    return literals(ast.parse(path.read_text(encoding="utf-8")))


def literals(tree: ast.AST) -> list[tuple[int, str]]:
    """Line and text of each string that is more than a docstring."""
    nodes = list(ast.walk(tree))
    docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.FunctionDef) and node.decorator_list and isinstance(node.body[0], ast.Expr):
            docstrings.discard(id(node.body[0].value))
    return [
        (node.lineno, node.value)
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]


@each_row("path", FILES)
def test_no_text_uses_a_forbidden_word(path):
    assert [(line, text) for line, text in texts_of(path) if NEVER.search(text)] == []


def test_the_scan_sees_the_program():
    assert {path.parent.name for path in FILES} >= {
        "model",
        "rules",
        "casework",
        "store",
        "exchange",
        "settings",
        "cli",
        "tui",
        "screens",
        "dialogs",
        "widgets",
        "stories",
    }
    found = [text for path in FILES for _, text in texts_of(path)]
    assert "waiting on you" in found
    assert any("tending trust" in text for text in found)
    assert any(text.startswith("Came by at lunch to show the drawing") for text in found)  # the demo's stories
    assert any("Reconnect" in text for text in found)


def forbidden_in(text: str) -> list[tuple[str, str]]:
    """Each forbidden word of a page, to its end, and the sentence it stands in."""
    sentences = re.split(r"(?<=[.:?!|])\s", " ".join(text.split()))
    return [
        (re.compile(r"\S[\w -]*?(?!\w)").match(sentence, found.start()).group(), sentence)
        for sentence in sentences
        for found in NEVER.finditer(sentence)
    ]


def test_readme_uses_none_but_of_machines():
    for word, sentence in forbidden_in(README.read_text(encoding="utf-8")):
        assert INNOCENT.get(word, "\0") in sentence, sentence
        assert not ABOUT_PEOPLE.search(sentence), sentence


def test_what_is_let_be_in_readme_is_still_there():
    assert {word for word, _ in forbidden_in(README.read_text(encoding="utf-8"))} == set(INNOCENT)


@each_row("text", ["Who failed?", "One. Three students are\nat risk. Two.", "Her failing grade"])
def test_the_scan_of_a_page_finds_a_word_and_lets_none_be_beside_a_person(text):
    assert [word for word, sentence in forbidden_in(text) if INNOCENT.get(word, "\0") not in sentence]


@each_row(
    "text",
    [
        'f"{name} is at-risk"',
        '"Three critical students"',
        'f"a low student: {name}"',
        '"high-student"',
        '"struggling student"',
        '"A dependent learner"',
        'f"{name} has regressed to Rapport"',
        '"Failed students"',
        '"two low-achieving students"',
        '"who may fail"',
        'f"{count} overdue students"',
        '"Compliance: 80 %"',
        '("the risk " "score")',
        '@command\ndef show():\n    """Show who is overdue."""',
    ],
)
def test_the_scan_finds_each_forbidden_word(text):
    tree = ast.parse(text if text.startswith("@") else f"say({text})")
    assert any(NEVER.search(literal) for _, literal in literals(tree))


@each_row("text", ["independent learner", "high-standard feedback talk held", "a low voice", "due"])
def test_the_scan_lets_other_words_be(text):
    assert not NEVER.search(text)
