"""Asking whether a promise in a note about several students is one for the group, or one to each of them."""

from collections.abc import Iterable, Sequence

from advisory.model.words import Party
from advisory.rules.capture.reading import PROMISES, PromiseRead
from advisory.rules.refusal import Refusal
from advisory.tui.commands.asking_screen import AskingScreen
from advisory.tui.desk import Desk
from advisory.tui.prose import cut, width

_ONE, _EACH = "one", "each"
_LEAST = 10
"""The cells of a message that name a promise, however narrow the screen is."""


async def ask_whom(
    screen: AskingScreen, promises: Sequence[PromiseRead], there: Sequence[str], here: str
) -> Sequence[str]:
    """The students whom the promises of a note are made to. One for the group is kept with one student of it.

    That is `here`, the student highlighted behind the note, if there, or else the first. What the students promise, each promises:
    that isn't asked. Refuses when nothing is chosen.
    """
    from advisory.tui.dialogs.pick import PickDialog

    promises = [one for one in promises if one.owner is not Party.STUDENT]
    if not promises or len(there) < 2:  # noqa: PLR2004 - two are a group
        return there
    desk = screen.desk
    keeper = here if here in there else there[0]
    what = "; ".join(desk.prose.note(one.text) for one in promises)
    options = [
        (_ONE, f"one promise for the group, listed with {desk.short(keeper)}"),
        (_EACH, f"one to each of the {len(there)} students"),
    ]
    owners = {one.owner for one in promises}
    who = PROMISES[owners.pop()] if len(owners) == 1 else "promised"
    picked = await screen.ask(PickDialog(f"{who[:1].upper()}{who[1:]}: {what}", options))
    if picked is None:
        raise Refusal("Nothing is saved yet: choose whom the promise is for.")
    return [keeper] if picked == _ONE else there


def promised_words(desk: Desk, cells: int, texts: Iterable[str], promised_to: Sequence[str], before: str) -> str:
    """What a message in so many cells adds after `before` about the promises in a note about several students; "" if there are none."""
    what = "; ".join(dict.fromkeys(map(desk.prose.note, texts)))
    if not what:
        return ""
    to = f"; promised, with {desk.short(promised_to[0])}: " if len(promised_to) == 1 else "; promised each: "
    return to + cut(what, max(_LEAST, cells - width(before + to) - 2))
