"""Words that were replaced and must not come back: one word for one thing, and "you" for the advisor."""

import re
from collections.abc import Iterator
from pathlib import Path

from readme import README, by_hand, commands
from source_texts import texts_of

import advisory

ROOT = Path(advisory.__file__).parent
OLD = {
    r"touch(ed|es)?": "seen",
    r"(look(ed|s)? again|we look|looked at)": "review",
    r"sides": "areas",
    r"I (know|did|kept|promised?|learn(ed)?|owe|have)": "you",
    r"(for )?my (own )?(promises?|eyes|commitments?)": "your",
    r"did again": "Redid",
    r"waiting on me": "waiting on you",
    r"how alone": "how independently",
    r"taken for true": "what they believe",
    r"from when until when": "hours",
    r"tell every age": "compute ages",
    r"nobody in the caseload yet": "Your caseload is empty",
}
"""What must not be said → what is said instead."""
PATTERN = re.compile(rf"\b(?:{'|'.join(OLD)})\b", re.IGNORECASE)
ALLOWED = {
    ("tui/commands/registry.py", "touch"): "the id of a command, which keymaps name",
    ("tui/commands/registry.py", "student.presence:touch"): "the function of that command",
    ("tui/commands/palette/other_words.py", "touch"): "the same id",
    ("cli/known.py", "sides"): "a name in --json, which scripts read",
    ("rules/learning/feedback_moves.py", "Tell me how you'll do it, so I know I was clear."): "what the advisor says",
}
"""The room and the text → why it may stay."""


def said() -> Iterator[tuple[str, str]]:
    """Every text of the program with its file, the help of each command, and README's own text."""
    for path in sorted(ROOT.rglob("*.py")):
        if "demo" not in path.parts:  # its notes are what an advisor and students may write
            for text in texts_of(path.read_text(encoding="utf-8")):
                yield path.relative_to(ROOT).as_posix(), text
    for words, command in commands():
        yield f"advisory {' '.join(words)}", command.help or ""
    yield README.name, by_hand(README.read_text(encoding="utf-8"))


def test_no_replaced_word_comes_back():
    every = list(said())
    found = [
        f"{where}: {one[0]!r} in {text[max(0, one.start() - 40) : one.end() + 40]!r}"
        for where, text in every
        if (where, text) not in ALLOWED
        for one in PATTERN.finditer(text)
    ]
    assert found == []
    assert {one for one in ALLOWED if PATTERN.search(one[1])} <= set(every), "an exception that is no longer needed"


def test_it_finds_whole_words_only():
    assert all(
        PATTERN.search(text) for text in ("Touched today already", "We look again Dec 14", "I know least of Ana")
    )
    assert not any(PATTERN.search(text) for text in ("besides", "untouchable", "Iknow", "It was looked up"))
