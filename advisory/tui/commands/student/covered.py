"""Which words are covered in what a student sees: the advisor is asked about doubtful ones once, and can change it."""

from typing import TYPE_CHECKING

from advisory.caseload.leaving.covering import CoveredWord, words_to_cover
from advisory.caseload.leaving.shareable import shareable_of
from advisory.tui.commands.base import shows_dialog
from advisory.tui.dialogs.tick_list import Tick, TickListDialog
from advisory.tui.prose import safe

if TYPE_CHECKING:
    from advisory.tui.desk import Desk
    from advisory.tui.screens.base.case_screen import CaseScreen

_ABOUT = (
    "A ticked word is covered wherever a student could read it as a name, on the screen and on paper. An unticked word "
    "shows, until a new student has that name. A word in lower case has its own row."
)
_NOBODY_NOW = "someone who is no longer here"


@shows_dialog
async def covered(screen: "CaseScreen") -> None:
    """Show every word that is covered in what the highlighted student may read, and let the advisor uncover words."""
    student_id = screen.highlighted.student
    if screen.desk.prose.is_shaded:
        screen.say(f"Show the names first. Then {screen.key('covered')} shows which are covered.")
    elif not (words := words_for(screen.desk, student_id)):
        screen.say("No words are covered in what you can show to", student_id)
    elif await ask_what_is_covered(screen, words, "What is covered"):
        screen.say("Saved: what is ticked stays covered.")


def words_for(desk: "Desk", student_id: str) -> list[CoveredWord]:
    """Every word in what a student may read that is covered, or would be had the advisor not uncovered it."""
    shared = shareable_of(desk.caseload, student_id, {})
    return words_to_cover(shared.others, shared.texts) if shared else []


def undecided(desk: "Desk", words: list[CoveredWord]) -> list[CoveredWord]:
    """The doubtful words, if the advisor was not asked yet about one of them; else none."""
    settings = desk.configuration.settings
    doubtful = [word for word in words if word.is_doubtful]
    is_decided = all(word.is_among(settings.covered) or word.is_among(settings.uncovered) for word in doubtful)
    return [] if is_decided else doubtful


async def ask_what_is_covered(screen: "CaseScreen", words: list[CoveredWord], heading: str) -> bool:
    """Let the advisor tick the words to cover. False for Escape, which changes nothing."""
    desk = screen.desk
    ticks = [Tick(word.key, _label(desk, word), not word.is_among(desk.uncovered)) for word in words]
    ticked = await screen.ask(TickListDialog(heading, ticks, about=_ABOUT))
    if ticked is None:
        return False
    _remember(desk, words, set(ticked))
    return True


def _label(desk: "Desk", word: CoveredWord) -> str:
    names = ", ".join(desk.name(one) for one in sorted(word.whose) if one in desk.caseload.names) or _NOBODY_NOW
    return safe(f"{word.text}: {names} · … {word.before} {word.text} {word.after} …")


def _remember(desk: "Desk", words: list[CoveredWord], ticked: set[str]) -> None:
    """Keep in the settings what the advisor decided about each word."""
    settings = desk.configuration.settings
    covered, uncovered = dict(settings.covered), dict(settings.uncovered)
    for word in words:
        chosen, other = (covered, uncovered) if word.key in ticked else (uncovered, covered)
        other.pop(word.key, None)
        if word.is_doubtful or word.key not in ticked:
            chosen[word.key] = sorted({*chosen.get(word.key, ()), *word.whose})
    desk.configuration.choose(covered=covered, uncovered=uncovered)
