"""The program's own three themes. No alarming color is ever used for a student: `warning` marks the advisor's own tasks."""

from textual.theme import Theme

from advisory.model import THEMES

_DARK, _LIGHT, _CONTRAST = THEMES

OURS: tuple[Theme, ...] = (
    Theme(
        name=_DARK, dark=True, primary="#7fb4c9", secondary="#a7b8a8", accent="#e0b872", success="#9ec79a", warning="#e0b872",
        error="#d99a8b", foreground="#e4e2dc", background="#1d2126", surface="#242930", panel="#2d333b",
        variables={"muted": "#b6bbc0", "cursor": "#323f49"},
    ),
    Theme(
        name=_LIGHT, dark=False, primary="#1f5f7a", secondary="#4c6350", accent="#7a4f00", success="#2f6330", warning="#7a4f00",
        error="#8f3322", foreground="#22262a", background="#faf8f3", surface="#f1eee6", panel="#e5e1d6",
        variables={"muted": "#575d63", "cursor": "#d5e3ea"},
    ),
    Theme(
        name=_CONTRAST, dark=True, primary="#6fd3ff", secondary="#ffffff", accent="#ffd75f", success="#87ff87", warning="#ffd75f",
        error="#ffaf9f", foreground="#ffffff", background="#000000", surface="#000000", panel="#1c1c1c",
        variables={"muted": "#e2e2e2", "cursor": "#003a5e"},
    ),
)  # fmt: skip
