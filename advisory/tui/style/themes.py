"""The program's own themes. No alarming color is ever used for a student: `warning` marks the advisor's own tasks.

A terminal with few colors shows the nearest one it has to each color of a theme, and what was just readable no longer is.
So each theme has colors of its own for 256 and for 16 colors, chosen so that their nearest ones can be read.
"""

from collections.abc import Mapping

import msgspec
from textual.theme import Theme

from advisory.model import THEMES

_DARK, _LIGHT, _CONTRAST, _TERMINAL = THEMES


class _Colors(msgspec.Struct, frozen=True):
    """The colors of a theme. `cursor` is behind the highlighted row, `panel` behind the header, the footer and the boxes."""

    foreground: str
    muted: str
    primary: str
    secondary: str
    warning: str
    success: str
    error: str
    background: str
    surface: str
    panel: str
    cursor: str

    def theme(self, name: str, *, is_dark: bool = True, own: Mapping[str, str] | None = None) -> Theme:
        """The theme with these colors; `own` are the variables of the theme in the terminal's own colors."""
        colors = msgspec.structs.asdict(self)
        variables = {name: colors.pop(name) for name in ("muted", "cursor")} | dict(own or {})
        return Theme(name=name, dark=is_dark, ansi=own is not None, accent=self.warning, variables=variables, **colors)


_ANY = {
    _DARK: _Colors(
        foreground="#e4e2dc", muted="#b6bbc0", primary="#7fb4c9", secondary="#a7b8a8", warning="#e0b872", success="#9ec79a",
        error="#d99a8b", background="#1d2126", surface="#242930", panel="#2d333b", cursor="#323f49",
    ),
    _LIGHT: _Colors(
        foreground="#22262a", muted="#575d63", primary="#1f5f7a", secondary="#4c6350", warning="#7a4f00", success="#2f6330",
        error="#8f3322", background="#faf8f3", surface="#f1eee6", panel="#e5e1d6", cursor="#d5e3ea",
    ),
    _CONTRAST: _Colors(
        foreground="#ffffff", muted="#e2e2e2", primary="#6fd3ff", secondary="#ffffff", warning="#ffd75f", success="#87ff87",
        error="#ffaf9f", background="#000000", surface="#000000", panel="#1c1c1c", cursor="#003a5e",
    ),
}  # fmt: skip
_256 = {
    _DARK: _Colors(
        foreground="#e4e4e4", muted="#bcbcbc", primary="#87d7d7", secondary="#afd7af", warning="#d7af5f", success="#afd787",
        error="#d7af87", background="#1c1c1c", surface="#262626", panel="#303030", cursor="#444444",
    ),
    _LIGHT: _Colors(
        foreground="#262626", muted="#585858", primary="#005f87", secondary="#005f5f", warning="#5f5f00", success="#005f00",
        error="#870000", background="#ffffff", surface="#eeeeee", panel="#e4e4e4", cursor="#d7d7ff",
    ),
    _CONTRAST: _Colors(
        foreground="#ffffff", muted="#dadada", primary="#5fd7ff", secondary="#ffffff", warning="#ffd75f", success="#87ff87",
        error="#ffaf87", background="#000000", surface="#000000", panel="#1c1c1c", cursor="#0000af",
    ),
}  # fmt: skip
_WHITE, _GRAY, _BLACK, _BLUE, _MAGENTA = "#ffffff", "#aaaaaa", "#000000", "#0000aa", "#aa00aa"
_CYAN, _YELLOW, _GREEN = "#55ffff", "#ffff55", "#55ff55"
"""The bright ones. On the dark blue of the bars and the highlighted row only these, white and gray can be read."""
_16 = {
    _DARK: _Colors(
        foreground=_WHITE, muted=_GRAY, primary=_CYAN, secondary=_GRAY, warning=_YELLOW, success=_GREEN,
        error=_YELLOW, background=_BLACK, surface=_BLACK, panel=_BLUE, cursor=_BLUE,
    ),
    _LIGHT: _Colors(
        foreground=_BLACK, muted=_BLACK, primary=_BLUE, secondary=_BLACK, warning=_MAGENTA, success=_BLUE,
        error=_MAGENTA, background=_WHITE, surface=_WHITE, panel=_CYAN, cursor=_YELLOW,
    ),
    _CONTRAST: _Colors(
        foreground=_WHITE, muted=_WHITE, primary=_CYAN, secondary=_WHITE, warning=_YELLOW, success=_GREEN,
        error=_YELLOW, background=_BLACK, surface=_BLACK, panel=_BLUE, cursor=_BLUE,
    ),
}  # fmt: skip
_OWN = _Colors(
    foreground="ansi_default", muted="ansi_default", primary="ansi_magenta", secondary="ansi_default", warning="ansi_magenta",
    success="ansi_default", error="ansi_magenta", background="ansi_default", surface="ansi_default", panel="ansi_default",
    cursor="ansi_default",
)  # fmt: skip
"""The terminal's own: its text on its background, which may be dark or light. Of its other colors magenta can usually be
read on either. base.tcss marks the bars and the highlighted row."""
_OWN_VARIABLES = {
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "border": "ansi_default",
    "border-blurred": "ansi_default",
    "input-cursor-background": "ansi_default",
    "input-cursor-foreground": "ansi_default",
    "input-cursor-text-style": "reverse",
    **{f"{what}-background": "ansi_magenta" for what in ("block-cursor", "input-selection", "screen-selection")},
    **{f"{what}-foreground": "ansi_bright_white" for what in ("block-cursor", "input-selection", "screen-selection")},
}
"""What Textual's own widgets would otherwise mix from other colors."""
_COLORS = {"256": _256, "standard": _16, "windows": _16}
"""By the name that Rich gives to what a terminal can show."""


def themes_for(color_system: str | None) -> tuple[Theme, ...]:
    """Every theme, in the colors that a terminal with this color system can show."""
    colors = _COLORS.get(color_system or "", _ANY)
    own = _OWN.theme(_TERMINAL, own=_OWN_VARIABLES)
    return (*(colors[name].theme(name, is_dark=name != _LIGHT) for name in THEMES if name != _TERMINAL), own)


OURS: tuple[Theme, ...] = themes_for("truecolor")
