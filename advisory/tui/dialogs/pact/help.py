"""The help line of the pact editor, for the field that has the focus."""

_LINES = "Enter adds a line, Ctrl+↑ ↓ moves it, Tab goes on"
_OFTEN = f"{_LINES} · how often goes after a dash: read aloud - every Friday"
HELP = {
    "learning_target": "In the student's words: “I can …”, and what you will see when they can.",
    "title": "What you two call it, in a word or two.",
    "area": "The subject, or the kind of work it belongs to.",
    "why": "Why it matters to the student, as they say it.",
    "starting_point": "What the student can do already, and what is hard.",
    "success": f"{_LINES} · each is something you can both see.",
    "theirs": _OFTEN,
    "mine": _OFTEN,
    "others": f"{_LINES} · who, and what: grandmother: reads along",
    "confidence": "← → or a number: how sure the student is, as they say it.",
    "review_every": "← → how often you two review it; the first review moves with it.",
    "next_review_on": "Space opens a calendar, or type {hint}.",
    "target_on": "Space opens a calendar, or type {hint}.",
}
"""Field → its help; `{hint}` stands for examples of days as the advisor writes them."""
