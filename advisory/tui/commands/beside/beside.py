"""What the student and the advisor can do side by side: reword the pact, agree to it, and turn the screen back."""

from datetime import date
from typing import TYPE_CHECKING

from advisory.model import Pact
from advisory.model.words import Agreed, Observer, PactStatus
from advisory.rules.names.covering.other_names import put_back
from advisory.rules.names.finding import fold, name_parts
from advisory.rules.pact.life import NeedsAgreement, Yes, agreed_by
from advisory.rules.pact.line import LISTS, PactLine, read_line, with_line
from advisory.rules.pact.party import advisor_name
from advisory.rules.pact.wording import FIELD_LABELS, Difference, field_lines
from advisory.store import Conflict, StoreError
from advisory.tui.commands.base import shows_dialog
from advisory.tui.dialogs.pact.both_agree import BothAgreeDialog, Given
from advisory.tui.drafts.unsaved import BESIDE_FORM, OWN_WORDS
from advisory.tui.prose import safe
from advisory.tui.refusals import refusals_shown
from advisory.tui.running.key_app import KeyApp
from advisory.tui.words.beside import CALLED, spoken_day

if TYPE_CHECKING:
    from advisory.tui.screens.beside.screen import BesideScreen

_NOT_HERE = "There is no pact to write in yet."


def turn_back(screen: "BesideScreen") -> None:
    """Start turning the screen back to the advisor: wait for the second key."""
    screen.begin_to_leave()


async def turn_back_now(screen: "BesideScreen") -> None:
    """Turn the screen back if the first key was just pressed; otherwise do nothing."""
    if screen.is_leaving:
        app = screen.app
        await screen.dismiss()
        if isinstance(app, KeyApp):
            app.show_notices()  # which wait as long as the student looks at the screen


@shows_dialog
async def change_words(screen: "BesideScreen") -> None:
    """Let the student reword the highlighted line."""
    pact, line = screen.pact, screen.line
    if pact is None or line is None:
        screen.say(_NOT_HERE)
        return
    await _type(screen, pact, line)


@shows_dialog
async def add_words(screen: "BesideScreen") -> None:
    """Let the student add a line where the cursor is."""
    pact, line = screen.pact, screen.line
    if pact is None or line is None:
        screen.say(_NOT_HERE)
    elif line.field not in LISTS:
        screen.say(
            "First go down to where it belongs: how we will know, what you will do, or what your advisor will do."
        )
    else:
        await _type(screen, pact, PactLine(line.field, len(getattr(pact, line.field))))


async def _type(screen: "BesideScreen", pact: Pact, line: PactLine) -> None:
    """Let the student type a line, and save it."""
    shared = screen.shared
    if shared is None:
        return
    screen.say("")
    screen.desk.unsaved.bring_back(BESIDE_FORM, pact.id)
    before, drafted = read_line(pact, line), _begun(screen, pact).get(line.key)
    shown, stand_ins = shared.others.with_stand_ins(before if drafted is None else drafted)

    def keep(text: str) -> None:
        typed = put_back(text, stand_ins)
        _keep(screen, pact, _begun(screen, pact) | {line.key: "" if typed == before else typed})

    from advisory.tui.dialogs.pact.own_words import IS_BACK, OwnWordsDialog

    notice = "" if drafted is None else IS_BACK
    dialog = OwnWordsDialog(CALLED[line.field], shown, mask=shared.others.masked, keep=keep, notice=notice)
    screen.call_after_refresh(screen.draft_is_shown, BESIDE_FORM, pact.id)
    typed = await screen.ask(dialog)
    if typed is not None:
        await _save_line(screen, pact, line, put_back(typed, stand_ins))
    else:
        screen.say(
            f"Not saved yet. {where_kept(screen, BESIDE_FORM, pact.id)}" if line.key in _begun(screen, pact) else ""
        )
    screen.redraw(force=True)


async def _save_line(screen: "BesideScreen", pact: Pact, line: PactLine, text: str) -> None:
    """Save the line; both must say yes to it first if the pact is agreed."""
    from advisory.casework.pact.edit import edit_pact

    caseload, changes = screen.desk.caseload, with_line(pact, line, text)
    try:
        try:
            saved = edit_pact(caseload, pact, **changes)
        except NeedsAgreement as needed:
            given = await screen.ask(agree_dialog(screen, "This is what changes", _compared(needed.changes)))
            if given is None or not given.mine:
                screen.say(f"Nothing has changed yet. {where_kept(screen, BESIDE_FORM, pact.id)}")
                return
            saved = edit_pact(caseload, pact, yes=_yes(screen, given), **changes)
    except Conflict:
        screen.say(
            f"The pact was changed on another screen. {where_kept(screen, BESIDE_FORM, pact.id)} Read it once more."
        )
        return
    except StoreError:
        screen.say("It can't be saved right now. What you typed is not lost.")
        return
    _forget(screen, pact, line, saved)
    screen.say("Kept." if saved is not pact else "")


@shows_dialog
async def say_yes(screen: "BesideScreen") -> None:
    """Let whoever has not agreed to the pact yet agree to it."""
    from advisory.casework.pact.agree import agree_to_pact

    pact = screen.pact
    if pact is None:
        screen.say(_NOT_HERE)
        return
    if pact.status not in {PactStatus.DRAFT, PactStatus.PROPOSED}:
        is_over = pact.status is PactStatus.CLOSED
        screen.say("This pact is over." if is_over else "We have both said yes to it.")
        return
    if lacks := _lacks(pact, screen.desk.caseload.today):
        *first, last = lacks
        screen.say(f"Before we say yes it needs {' and '.join(filter(None, [', '.join(first), last]))}.")
        return
    given = await _ask_for_yes(screen, pact)
    if given is None:
        return
    yes = _yes(screen, given)
    try:
        if {*agreed_by(pact), *(one.party for one in yes)} == set(Observer):
            await _begin_pact(screen, pact, yes)
        else:
            agree_to_pact(screen.desk.caseload, pact, yes)
            screen.say("You said yes. It begins when your advisor says yes.")
    except StoreError:
        screen.say("It can't be saved right now, or it was changed on another screen. Read it once more.")
    screen.redraw(force=True)


async def _ask_for_yes(screen: "BesideScreen", pact: Pact) -> Given | None:
    """Ask whoever has not agreed yet; None when the dialog was left."""
    there = agreed_by(pact)
    if set(there) == set(Observer):
        return Given("", mine=False)
    wanted = {"wants_name": Observer.STUDENT not in there, "wants_mine": Observer.ADVISOR not in there}
    return await screen.ask(agree_dialog(screen, "Is this our pact?", _whole(pact), **wanted))


async def _begin_pact(screen: "BesideScreen", pact: Pact, yes: list[Yes]) -> None:
    from advisory.casework.pact.activate import Beside, SecondPact, activate_pact
    from advisory.tui.dialogs.pick import PickDialog

    caseload = screen.desk.caseload
    try:
        activate_pact(caseload, pact, yes)
    except SecondPact:
        options = [(Beside.KEEP.value, "Keep both"), (Beside.PAUSE.value, "Pause the other one")]
        picked = await screen.ask(PickDialog("We have another pact already.", options))
        if picked is None:
            screen.say("It has not begun yet.")
            return
        activate_pact(caseload, pact, yes, beside=Beside(picked))
    screen.say("We both said yes. Our pact begins today.")


def agree_dialog(
    screen: "BesideScreen",
    heading: str,
    lines: list[tuple[str, str]],
    *,
    wants_name: bool = True,
    wants_mine: bool = True,
) -> BothAgreeDialog:
    """Make the dialog in which the student types their name and the advisor says yes, with other names covered."""
    shared = screen.shared
    assert shared is not None
    others, own = shared.others, set(name_parts(shared.student))

    def is_own(name: str) -> bool:
        return not others.found(name) and not own.isdisjoint(fold(name).split())

    covered = [(safe(others.covered(text)), look) for text, look in lines]
    return BothAgreeDialog(
        heading, covered, mask=others.masked, is_own=is_own, wants_name=wants_name, wants_mine=wants_mine
    )


def _yes(screen: "BesideScreen", given: Given) -> list[Yes]:
    yes = [Yes(Observer.STUDENT, given.name, Agreed.TYPED)] if given.name else []
    if given.mine:
        yes.append(Yes(Observer.ADVISOR, advisor_name(screen.desk.caseload.pacts), Agreed.SPOKEN))
    return yes


def _begun(screen: "BesideScreen", pact: Pact) -> dict[str, str]:
    """The drafts of this pact's lines: key of the line → what was typed for it."""
    fields = screen.desk.unsaved.fields(BESIDE_FORM, pact.id)
    return {name.removeprefix(OWN_WORDS): text for name, text in fields.items() if text}


def where_kept(screen: "BesideScreen", form: str, about: str) -> str:
    """What became of the words that were typed, in a sentence."""
    if screen.desk.unsaved.is_kept_nowhere(form, about):
        return "What you typed can't be kept on the disk; it is held until the program quits."
    return "What you typed is kept as a draft."


def _keep(screen: "BesideScreen", pact: Pact, begun: dict[str, str]) -> None:
    fields = {f"{OWN_WORDS}{key}": text for key, text in begun.items() if text.strip()}
    with refusals_shown(screen):
        screen.desk.unsaved.keep(BESIDE_FORM, pact.id, fields, screen.desk.caseload.now())


def _forget(screen: "BesideScreen", pact: Pact, line: PactLine, saved: Pact) -> None:
    """Drop the draft of a saved line. If saving removed the line, the drafts of the lines after it move up."""
    begun = _begun(screen, pact)
    begun.pop(line.key, None)
    if line.field in LISTS and len(getattr(saved, line.field)) < len(getattr(pact, line.field)):
        behind = [PactLine(line.field, n) for n in range(line.number + 1, len(getattr(pact, line.field)) + 1)]
        moved = {PactLine(one.field, one.number - 1).key: begun.pop(one.key) for one in behind if one.key in begun}
        begun |= moved
    _keep(screen, pact, begun)


def _compared(changes: list[Difference]) -> list[tuple[str, str]]:
    """The lines that compare the old and new wording, field by field."""
    lines: list[tuple[str, str]] = []
    for one in changes:
        lines.append((CALLED.get(one.field, FIELD_LABELS[one.field]), "accent"))
        lines += [(f"until now: {text}", "muted") for text in one.was]
        lines += [(f"from now on: {text}", "strong") for text in one.now or ("nothing",)]
    return lines


def _whole(pact: Pact) -> list[tuple[str, str]]:
    """The lines of the whole pact, for the dialog in which both agree to it."""
    lines = [(CALLED["learning_target"], "accent"), (pact.learning_target, "strong")]
    for field in LISTS:
        lines.append((CALLED[field], "accent"))
        lines += [(line, "") for line in field_lines(pact, field)]
    days = [
        f"{word} {spoken_day(day)}" for word, day in (("on", pact.next_review_on), ("until", pact.target_on)) if day
    ]
    return [*lines, ("Our next review", "accent"), (", ".join([pact.review_every.label, *days]), "")]


def _lacks(pact: Pact, today: date) -> list[str]:
    """What the pact still needs before anyone can agree to it, in words for the student."""
    there = {
        "a line on how we will both know": pact.success_evidence,
        "something you will do": pact.student_commitments,
        "something your advisor will do": pact.advisor_commitments,
        "a next review date": pact.next_review_on and pact.next_review_on >= today,
    }
    return [words for words, is_there in there.items() if not is_there]
