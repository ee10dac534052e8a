"""Drawing what is opened once, when it is whole."""

from typing import Any

from advisory.tui.textual_layout import StyledOnce, lay_out

from .patience import all_turns

_LAYOUTS = 3


async def draw_whole(screen: StyledOnce[Any]) -> None:
    """Lay out a screen that is held until nothing on it changes its size, and draw it then; Textual draws each beginning."""
    try:
        for _ in range(_LAYOUTS):
            await all_turns([screen, *screen.walk_children()])
            await all_turns([screen])  # by now its widgets have asked for a layout, if they need one
            if not lay_out(screen):
                break
    finally:
        screen.draw_whole()
