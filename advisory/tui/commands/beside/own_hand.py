"""What the student does by their own hand beside the advisor: mark what they kept, and leave something of their own."""

from typing import TYPE_CHECKING

from advisory.model import Pact
from advisory.rules.check_in.own_hand import FEELINGS, feeling_words
from advisory.rules.names.covering.other_names import put_back
from advisory.rules.refusal import Refusal
from advisory.store import Conflict, StoreError
from advisory.tui.commands.base import shows_dialog
from advisory.tui.drafts.unsaved import OWN_FORM, OWN_WORDS
from advisory.tui.refusals import refusals_shown

from .beside import where_kept

if TYPE_CHECKING:
    from advisory.tui.screens.beside.screen import BesideScreen

_FEELING, _WORDS, _QUESTION = "feeling", "words", "question"
_ASKED = {
    _FEELING: "How are you, before we talk?",
    _WORDS: "What do you want to say?",
    _QUESTION: "What do you want to ask next time?",
}
"""What the student may leave → the question that asks for it."""
_KEPT = {
    _FEELING: "Kept. Your advisor sees how you are.",
    _WORDS: "Kept, in your own words.",
    _QUESTION: "Kept. Your advisor sees your question before you talk next time.",
}
_NOT_SAVED = "It can't be saved right now. What you typed is not lost."


def mark(screen: "BesideScreen") -> None:
    """Mark the highlighted commitment of the student as kept today; a second time takes the mark back."""
    from advisory.casework.pact.mark_kept import switch_own_mark

    pact, line = screen.pact, screen.line
    if pact is None:
        screen.say("There is no pact to mark yet.")
        return
    if line is None or line.field != "student_commitments" or line.number >= len(pact.student_commitments):
        screen.say("First go down to something that you do: you can mark it as kept today.")
        return
    try:
        marked: Pact = switch_own_mark(screen.desk.caseload, pact, line.number)
    except Conflict:
        screen.say("The pact was changed on another screen. Read it once more.")
    except Refusal as refusal:
        screen.say(str(refusal))
    except StoreError:
        screen.say("It can't be saved right now.")
    else:
        is_kept = screen.desk.caseload.today in marked.student_commitments[line.number].own_marks
        screen.say(f"You kept it today. {screen.key('own-mark')} takes it back." if is_kept else "Taken back.")
    screen.redraw(force=True)


@shows_dialog
async def leave(screen: "BesideScreen") -> None:
    """Ask what the student wants to leave, and keep it."""
    from advisory.tui.dialogs.pick import PickDialog, marks_for

    screen.say("")
    begun = _begun(screen)
    at = next((what for what in _ASKED if begun.get(what)), None)
    what = await screen.ask(PickDialog("From you", list(_ASKED.items()), at=at, marks=marks_for(_ASKED)))
    if what is None:
        return
    feeling, heading = 0, _ASKED[what]
    if what == _FEELING:
        options = [(str(number), words) for number, words in FEELINGS.items()]
        marks = {key: key for key, _ in options}
        picked = await screen.ask(PickDialog(heading, options, at=begun.get("number") or "3", marks=marks))
        if picked is None:
            return
        feeling = int(picked)
        heading = f"{feeling_words(feeling)}. What is it like? You can leave this blank."
    typed = await _type(screen, what, heading, feeling)
    if typed is not None:
        _save(screen, what, typed, feeling)
    elif _begun(screen):
        about = screen.shared.student.id if screen.shared else ""
        screen.say(f"Not saved yet. {where_kept(screen, OWN_FORM, about)}")
    screen.redraw(force=True)


async def _type(screen: "BesideScreen", what: str, heading: str, feeling: int) -> str | None:
    """Let the student type; None when they left it."""
    from advisory.tui.dialogs.pact.own_words import IS_BACK, OwnWordsDialog

    shared = screen.shared
    if shared is None:
        return None
    about = shared.student.id
    screen.desk.unsaved.bring_back(OWN_FORM, about)
    drafted = _begun(screen).get(what, "")
    shown, stand_ins = shared.others.with_stand_ins(drafted)

    def keep(text: str) -> None:
        typed = put_back(text, stand_ins)
        number = {"number": str(feeling)} if feeling and typed.strip() else {}
        _keep(screen, about, {**_begun(screen), "number": "", **number, what: typed})

    dialog = OwnWordsDialog(heading, shown, mask=shared.others.masked, keep=keep, notice=IS_BACK if drafted else "")
    screen.call_after_refresh(screen.draft_is_shown, OWN_FORM, about)
    typed = await screen.ask(dialog)
    return None if typed is None else put_back(typed, stand_ins)


def _save(screen: "BesideScreen", what: str, typed: str, feeling: int) -> None:
    from advisory.casework.check_in.own_hand import leave_feeling, leave_question, leave_words

    shared = screen.shared
    if shared is None:
        return
    caseload, student_id = screen.desk.caseload, shared.student.id
    try:
        if what == _FEELING:
            leave_feeling(caseload, student_id, feeling, typed)
        elif what == _WORDS:
            leave_words(caseload, student_id, typed)
        else:
            leave_question(caseload, student_id, typed)
    except Refusal as refusal:
        screen.say(str(refusal))
    except StoreError:
        screen.say(_NOT_SAVED)
    else:
        left = {name: text for name, text in _begun(screen).items() if name not in {what, "number"}}
        _keep(screen, student_id, left)
        screen.say(_KEPT[what])


def _begun(screen: "BesideScreen") -> dict[str, str]:
    """What the student began to type and did not save: what it is → the text."""
    shared = screen.shared
    fields = screen.desk.unsaved.fields(OWN_FORM, shared.student.id) if shared else {}
    return {name.removeprefix(OWN_WORDS): text for name, text in fields.items() if text}


def _keep(screen: "BesideScreen", about: str, begun: dict[str, str]) -> None:
    fields = {name if name == "number" else f"{OWN_WORDS}{name}": text for name, text in begun.items() if text.strip()}
    with refusals_shown(screen):
        screen.desk.unsaved.keep(OWN_FORM, about, fields, screen.desk.caseload.now())
