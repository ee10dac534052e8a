"""Sharing something: the preview until the advisor decides, then the file or the clipboard, and the entry in the log."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from advisory.caseload.leaving.previewing import preview_of
from advisory.casework.share.log_share import log_share
from advisory.model.words import Audience
from advisory.rules.leaving.outgoing import Outgoing
from advisory.rules.leaving.preview import Choice, Preview
from advisory.rules.leaving.reason import Instead
from advisory.rules.refusal import Refusal
from advisory.store import need_free_place, written_file
from advisory.tui.commands.share.copying import has_clipboard
from advisory.tui.dialogs.fields.file import read_path
from advisory.tui.refusals import refusals_shown

if TYPE_CHECKING:
    from advisory.tui.dialogs.preview import Decided
    from advisory.tui.screens.base.case_screen import CaseScreen


def need_names_shown(screen: "CaseScreen") -> None:
    """Refuse while names are hidden: what leaves is looked at before it goes."""
    if screen.desk.prose.is_shaded:
        raise Refusal(f"Names are hidden, and what leaves is seen first. {screen.key('unshade')} shows them.")


async def give(screen: "CaseScreen", heading: str, make: Callable[[Choice], Outgoing], file: Path) -> bool:
    """Show what would leave, until it is written to a file, copied, or left with Escape (False).

    `make` says what leaves by what the advisor decided; `file` is proposed. Whatever is for others is logged. What is for
    the advisor is written to the file at once. Refuses what is for others while names are hidden.
    """
    from advisory.tui.dialogs.preview import PreviewDialog

    own = make(Choice())
    if own.leaving.audience is Audience.MYSELF:
        _write(screen, own, frozenset(), file)
        return True
    need_names_shown(screen)
    store, made = screen.desk.caseload.store, {_depends_on(Choice()): own}

    def out_of(chosen: Choice) -> Outgoing:
        """What would leave, made once for each choice that it depends on."""
        key = _depends_on(chosen)
        if key not in made:
            made.clear()
            made[key] = make(chosen)
        return made[key]

    def preview(chosen: Choice) -> Preview:
        return preview_of(screen.desk.caseload, out_of(chosen), chosen)

    choice, named, problem = Choice(), str(file), ""
    while True:
        seen_at = store.seq
        dialog = PreviewDialog(screen.desk, heading, preview, named, choice=choice, problem=problem)
        decided = await screen.ask(dialog)
        if decided is None:
            screen.say("Nothing was written.")
            return False
        with refusals_shown(screen, in_status_line=False) as outcome:
            if store.seq != seen_at:  # nothing leaves that was not seen
                made.clear()
                raise Refusal("Something was changed in another window meanwhile. Look at it once more.")
            _hand_out(screen, out_of(decided.choice), decided)
        if not outcome.refused:
            return True
        choice, named, problem = decided.choice, decided.file, outcome.sentence


def _depends_on(choice: Choice) -> tuple[frozenset[str], Instead]:
    """What decides which lines there are: those left out don't count."""
    return choice.included, choice.instead


def _hand_out(screen: "CaseScreen", out: Outgoing, decided: "Decided") -> None:
    """Write or copy what was decided, and log it."""
    left_out = decided.choice.left_out
    keys = {line.key for part in out.parts for line in part.lines if line.key}
    if keys and keys <= left_out:  # a page that only has room to write is still a page
        raise Refusal("Every line is left out, so there is nothing to write.")
    if decided.copies:
        _copy(screen, out, left_out)
        return
    _write(screen, out, left_out, read_path(decided.file, "Into which file? f names one."))


def _write(screen: "CaseScreen", out: Outgoing, left_out: frozenset[str], path: Path) -> None:
    """Write the file and log it, or leave nothing: what can't be logged isn't shared."""
    caseload = screen.desk.caseload
    written = out.file(left_out, path.name)
    need_free_place(caseload.store.folder, path)
    with written_file(path, written.data):
        log_share(caseload, out, left_out=left_out, file=str(path.resolve()), data=written.data)
    screen.say(" ".join(filter(None, (f"{written.holds} {_for_whom(out)} written to {path}.", written.warning))))


def _for_whom(out: Outgoing) -> str:
    return f"for {out.leaving.audience.label}"


def _copy(screen: "CaseScreen", out: Outgoing, left_out: frozenset[str]) -> None:
    """Log what was decided, and then copy it: what can't be logged isn't shared."""
    if not has_clipboard():
        raise Refusal("This terminal has no clipboard. Write it to a file instead.")
    if screen.desk.caseload.store.is_read_only:
        raise Refusal("Your folder can't be written to now, and what others get is logged there.")
    text = out.text(left_out)
    log_share(screen.desk.caseload, out, left_out=left_out)
    screen.app.copy_to_clipboard(text)
    screen.say(f"Copied the {out.what}, {_for_whom(out)}; if it can't be pasted, write it to a file")
