"""Every key by screen, as CONTRIBUTING shows it: a key means one thing wherever it works.

Where several commands share a key, they are the same thing done to what each screen shows; `SHARED` says what that is.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from advisory.tui.commands.registry import BESIDE, COMMANDS, SCREENS, Command, key_name

EVERY = (*SCREENS, BESIDE)

_REMOVES = frozenset(
    {
        "delete-check-in",
        "delete-student",
        "forget-fact",
        "discard-draft",
        "discard-pact",
        "remove-from-calendar",
        "delete-defense",
        "hide-tag",
        "delete-share-file",
    }
)

SHARED: dict[str, tuple[str, frozenset[str]]] = {
    "enter": (
        "goes into what is highlighted: opens it, or changes it where there is nothing more to open",
        frozenset({"open", "change-setting", "change-words"}),
    ),
    "B": (
        "brings back: what was deleted; on the caseload and the board first a student who left",
        frozenset({"trash", "unarchive-student"}),
    ),
    "escape": (
        "goes back; beside the student it is the first of two keys that do",
        frozenset({"back", "turn-back"}),
    ),
    "space": (
        "gives the highlighted line its usual mark, and takes it back: seen today, met or kept today, a milestone stepped on, chosen",
        frozenset({"touch", "mark-line", "choose-focal", "own-mark", "step-milestone", "tick"}),
    ),
    "c": (
        "takes a note: yours about the student; beside you, the student's own",
        frozenset({"check-in", "own-hand"}),
    ),
    "left": (
        "goes left: a column, a step of the review, out of a section",
        frozenset({"column-left", "fold", "step-back"}),
    ),
    "h": ("the same as ←", frozenset({"column-left", "fold", "step-back"})),
    "right": (
        "goes right: a column, a step of the review, into a section",
        frozenset({"column-right", "unfold", "step-on"}),
    ),
    "l": ("the same as →", frozenset({"column-right", "unfold", "step-on"})),
    "tab": ("goes on to the next part of the screen: a list, a step", frozenset({"next-section", "step-on"})),
    "shift+tab": ("goes back to the part before", frozenset({"previous-section", "step-back"})),
    "delete": (
        "removes what the screen is about: a student, a record, a fact, a draft of a pact, a plan or a part of it, a line of the settings, a tag from those offered; undo brings it back, but for the file of what was shared",
        _REMOVES,
    ),
    "d": (
        "the same as Del",
        _REMOVES,
    ),
    "p": (
        "shows the student's pact; where one is shown, the next of the same student",
        frozenset({"edit-pact", "next-pact", "other-pact"}),
    ),
    "R": (
        "rewords what was written: a fact, a pact, a plan, a line of it, a tag",
        frozenset({"edit-fact", "reword-pact", "change-words", "rename-tag", "edit-defense"}),
    ),
    "N": (
        "adds a new one of what the screen shows: a student, a term or a sign, a line of the pact, a day, a part of its plan",
        frozenset({"add-student", "add-to-calendar", "add-words", "add-defense", "add-to-plan"}),
    ),
    "U": ("makes one of two: records of a student, tags", frozenset({"merge-students", "merge-tags"})),
    "ctrl+k": (
        "shows what is kept back: sensitive facts, private notes; again hides it",
        frozenset({"sensitive-facts", "found-sensitive", "private-notes"}),
    ),
    "I": ("reads a file: a roster, the days off", frozenset({"import-roster", "import-days-off"})),
    "H": ("shows the history: of the student, of the pact", frozenset({"history", "pact-history"})),
    "O": (
        "writes what is shown to a file: a pact to sign, a page for a panel, a picture, your dates",
        frozenset({"pact-page", "panel-page", "picture", "calendar-file"}),
    ),
    "r": (
        "writes down what you two went through: a review of the pact, a practice for the day",
        frozenset({"review-pact", "practice"}),
    ),
    "minus": (
        "is about another day: when a line was met or kept, by when a milestone is due",
        frozenset({"mark-day", "milestone-day"}),
    ),
    "S": (
        "sets aside, and takes up again: a pact, a milestone",
        frozenset({"set-aside", "waive-milestone", "pause-pacts"}),
    ),
    "C": (
        "is about the end: how a pact ended, or several, how the day went",
        frozenset({"close-pact", "close-defense", "end-pacts"}),
    ),
    "A": ("writes down that a student leaves, or several", frozenset({"archive-student", "leave-together"})),
    "z": ("puts a promise off: to a later day, at the year's end to the new year", frozenset({"snooze", "carry-on"})),
    "y": ("is about the yes to a pact: who has said it, to say it", frozenset({"agreements", "say-yes"})),
}
"""A key that several commands have → the one thing it means, and just these commands. A test holds it."""


def by_key() -> dict[str, list[Command]]:
    """Every key → the commands that have it, letters first."""
    keys: dict[str, list[Command]] = defaultdict(list)
    for command in COMMANDS:
        for key in command.keys.split(","):
            keys[key].append(command)
    return dict(sorted(keys.items(), key=lambda one: (not one[0].isalpha() or len(one[0]) > 1, one[0].lower(), one[0])))


def where_words(where: Sequence[str]) -> str:
    """The screens in words, those left out if these are fewer."""
    out = [screen for screen in EVERY if screen not in where]
    if not out:
        return "every screen"
    left_out = f"every screen but {', '.join(out)}"
    inside = ", ".join(screen for screen in EVERY if screen in where)
    return min(inside, left_out, key=len).replace("_", " ")


def keys_by_screen() -> Iterator[str]:
    yield "| key | command | on |"
    yield "|---|---|---|"
    for key, commands in by_key().items():
        for at, command in enumerate(commands):
            shown = "" if at else f"`{key_name(key)}`"
            yield f"| {shown} | {command.label} (`{command.id}`) | {where_words(command.where)} |"


def shared_keys() -> Iterator[str]:
    yield "| key | what it means on every screen |"
    yield "|---|---|"
    for key, (meaning, _) in SHARED.items():
        yield f"| `{key_name(key)}` | {meaning} |"
