"""What a student leaves by their own hand, beside the advisor: words, a feeling before a talk, a question for next time."""

from advisory.model import Commitment
from advisory.rules.refusal import Refusal

FEELINGS = {1: "not good", 2: "not so good", 3: "in between", 4: "good", 5: "very good"}
"""What the student chooses from → its words."""
OWN = "by their own hand"
"""What is shown with what the student marked, wherever it is shown to the advisor."""


def feeling_words(feeling: int) -> str:
    """`4 of 5, good`."""
    return f"{feeling} of 5, {FEELINGS[feeling]}"


def own_marks_words(one: Commitment) -> str:
    """`2 by their own hand`: how many of a commitment's marks are the student's; "" if none are."""
    return f"{len(one.own_marks)} {OWN}" if one.own_marks else ""


def refuse_nothing_left(words: str, feeling: int | None, question: str) -> None:
    """Refuse what says nothing."""
    if feeling is None and not words.strip() and not question.strip():
        raise Refusal("There is nothing to keep yet. Write a few words first.")
