"""Words that several pages use: plain ones, since whoever reads a page need not know the trade's."""

from collections.abc import Sequence

from advisory.model.words import EvidenceSource, Independence

WHERE_SEEN = {
    EvidenceSource.CONVERSATION: "in a talk",
    EvidenceSource.WORK_SAMPLE: "in a piece of work",
    EvidenceSource.EXIT_TICKET: "at the end of a lesson",
    EvidenceSource.QUIZ: "in a quiz",
    EvidenceSource.OBSERVATION: "at work",
    EvidenceSource.SELF_ASSESSMENT: "by the student's own account",
    EvidenceSource.PEER: "with classmates",
    EvidenceSource.DEFENSE_PRACTICE: "in a practice",
}
"""Where a piece of evidence was seen, in words anybody understands."""
HOW_ALONE = {
    Independence.WITH_ME: "together",
    Independence.WITH_PROMPTS: "with a prompt",
    Independence.CHECKS_AFTER: "checked afterwards",
    Independence.ON_OWN: "without help",
}
_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ENDS, _CLOSING = frozenset(".!?…。！？؟"), '”"'


def number(count: int) -> str:
    """`three`; above twelve in digits."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def signs_of_success(there: int, every: int) -> str:
    """`Two of three signs of success are there`, in words for home too."""
    if there == every:
        return "All the signs of success are there" if every > 1 else "The sign of success is there"
    if every == 1:
        return "The sign of success is not there"
    return f"{capital(number(there))} of {number(every)} signs of success {'is' if there == 1 else 'are'} there"


def joined(texts: Sequence[str], by: str = "and") -> str:
    """`this, that and the other`."""
    *before, last = texts
    return f"{', '.join(before)} {by} {last}" if before else last


def capital(text: str) -> str:
    """The text with a capital letter first."""
    return text[:1].upper() + text[1:]


def one_line(text: str) -> str:
    """A text on one line, without the period at its end: it goes on in a sentence."""
    line = " ".join(text.split())
    return line[:-1] if line.endswith(".") and not line.endswith("..") else line


def ended(text: str) -> str:
    """A sentence with a period at its end, unless it ends already."""
    return text if _ends(text) else f"{text}."


def quoted(text: str, end: str = "") -> str:
    """“A text”, with what ends the sentence inside the quotation marks unless the text brings its own."""
    line = one_line(text)
    return f"“{line}{'' if _ends(line) else end}”"


def _ends(text: str) -> bool:
    """Whether a text ends a sentence, maybe inside quotation marks."""
    return text.rstrip(_CLOSING)[-1:] in _ENDS
