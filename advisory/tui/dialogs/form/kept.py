"""Forms that are kept when they close, as making their boxes anew takes most of the time of opening one."""

from typing import Any

from textual.app import App

from advisory.tui.textual_internals import open_screens

from .form import FormDialog
from .opening import Opening

_MOST = 12
"""The most forms that are kept; those that were opened last stay."""


def begin_form(app: App[Any], kept: dict[str, FormDialog], kind: type[FormDialog], opening: Opening) -> FormDialog:
    """A form to open: one that is kept and made of the same, which begins again with other values, or else a new one.

    `kept` has the forms by what they are made of, the one that was opened last at the end. A form over another that is
    made of the same is a new one, and isn't kept.
    """
    made_of = " ".join([kind.__name__, *(field.made_of for field in opening.fields)])
    form = kept.pop(made_of, None)
    if form is None:
        forget_forms(app, kept, but_latest=_MOST - 1)
        form = kind(opening)
        app.install_screen(form, made_of)
    elif form.is_mounted and form not in open_screens(app):
        form.begin_again(opening)
    else:
        kept[made_of] = form
        return kind(opening)
    kept[made_of] = form
    return form


def forget_forms(app: App[Any], kept: dict[str, FormDialog], *, but_latest: int = 0) -> None:
    """Forget the closed forms, and with them what was written in them; so many of those opened last stay, and what is open."""
    closed = [made_of for made_of, form in kept.items() if form not in open_screens(app)]
    for made_of in closed[: max(0, len(kept) - but_latest)]:
        app.uninstall_screen(made_of)
        kept.pop(made_of).remove()
